using System.Xml;

namespace ActionPlan.Word;

/// <summary>The content types of a package's parts (ECMA-376-2 clause 6.2.3.2), as it declares them.</summary>
internal sealed class ContentTypes
{
    public const string PartName = "[Content_Types].xml";

    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a part, or the empty string where none is declared.</summary>
    public string this[string part] =>
        _byPart.TryGetValue(part, out var type) || _byExtension.TryGetValue(part[(part.LastIndexOf('.') + 1)..], out type) ? type : "";

    public static ContentTypes Read(ZipDirectory zip, ReadLimits limits)
    {
        var types = new ContentTypes();
        if (zip.Find(PartName) is not { } item)
        {
            return types;
        }

        try
        {
            using var xml = BoundedXml.Open(zip.Open(item));
            while (xml.Read())
            {
                if (xml.Depth > limits.XmlDepth)
                {
                    throw Refused.Limit(nameof(ReadLimits.XmlDepth), limits.XmlDepth);
                }

                if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type)
                {
                    continue;
                }

                if (xml.LocalName == "Default" && xml.GetAttribute("Extension") is { } extension)
                {
                    types._byExtension.TryAdd(extension.TrimStart('.'), type);
                }
                else if (xml.LocalName == "Override" && xml.GetAttribute("PartName") is { } part)
                {
                    types._byPart.TryAdd(PartRelationships.Unescaped(part.TrimStart('/')), type);
                }
            }
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, PartName);
        }

        return types;
    }
}
