using System.Xml;

namespace ActionPlan.Word;

/// <summary>A relationship as it stands in the package: the target is not made a Uri, since real files hold many that are none.</summary>
internal sealed record PartRelationship(string Id, string Type, string Target, bool External)
{
    /// <summary>The last word of the type: 'styles', 'header', 'hyperlink'; the same in transitional and strict files (ECMA-376-1 clause 15.2).</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}

/// <summary>The relationships of parts (ECMA-376-2 clause 6.5), read with the tolerance that hyperlinks of real files need.</summary>
internal static class PartRelationships
{
    /// <summary>The name of the part that holds the relationships of a part; of the package for the empty name.</summary>
    public static string PartName(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return string.Concat(source.AsSpan(0, slash), "_rels/", source.AsSpan(slash), ".rels");
    }

    /// <summary>The name that an address means. Most hold nothing to unescape, and the machinery for it takes milliseconds to start.</summary>
    public static string Unescaped(string address) => address.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(address) : address;

    public static IReadOnlyDictionary<string, PartRelationship> Read(ZipDirectory zip, string source, ReadLimits limits)
    {
        var relationships = new Dictionary<string, PartRelationship>(StringComparer.Ordinal);
        var name = PartName(source);
        if (zip.Find(name) is not { } item)
        {
            return relationships;
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

                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship")
                {
                    continue;
                }

                var id = xml.GetAttribute("Id");
                var target = xml.GetAttribute("Target");
                if (id is null || target is null)
                {
                    continue;
                }

                if (relationships.Count >= limits.Relationships)
                {
                    throw Refused.Limit(nameof(ReadLimits.Relationships), limits.Relationships);
                }

                var external = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
                relationships.TryAdd(id, new(id, xml.GetAttribute("Type") ?? "", target, external));
            }
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }

        return relationships;
    }

    /// <summary>The name of the part that an internal target means, seen from its source part (RFC 3986 clause 5.2).</summary>
    public static string Resolve(string source, string target)
    {
        var path = target.Replace('\\', '/');
        var end = path.AsSpan().IndexOfAny('#', '?');
        path = Unescaped(end < 0 ? path : path[..end]);
        var segments = new List<string>();
        if (!path.StartsWith('/'))
        {
            segments.AddRange(source.Split('/')[..^1]);
        }

        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
