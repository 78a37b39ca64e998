using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>What the controls of a template allow, which its parts are to allow too: protection, choices of status, columns that can only be read.</summary>
internal sealed class ControlTraits
{
    public static readonly ControlTraits None = new(false, null, []);

    // Enough for some measures of as many columns as people have, behind as long a front.
    private const int FirstNodes = 100_000;

    private readonly bool _isLocked;
    private readonly XElement? _choices;
    private readonly HashSet<string> _readOnly;

    private ControlTraits(bool isLocked, XElement? choices, HashSet<string> readOnly) => (_isLocked, _choices, _readOnly) = (isLocked, choices, readOnly);

    public bool IsLocked => _isLocked;

    /// <summary>What can be chosen in the column of the status; empty where anything can be written.</summary>
    public ValueList<string> Choices => _choices is null
        ? []
        : [.. _choices.Elements(Wml.W + "listItem").Select(Shown).Where(text => text.Length > 0)];

    /// <summary>The first column without a meaning of its own that can only be read, counted from 0; -1 for none.</summary>
    public int ReadOnlyColumn => _readOnly.Select(PlanTags.OtherColumn).Where(column => column >= 0).DefaultIfEmpty(-1).Min();

    public static ControlTraits Of(Stream template, ReadLimits limits) => Of(new BoundedPackage(ZipDirectory.Read(template, limits), limits), int.MaxValue);

    /// <summary>What the first measures tell: a template treats all of its measures alike.</summary>
    public static ControlTraits OfFirst(Stream template, ReadLimits limits) => Of(new BoundedPackage(ZipDirectory.Read(template, limits), limits), FirstNodes);

    private static ControlTraits Of(BoundedPackage package, int nodes)
    {
        var settings = package.RelationshipsOf(package.MainName).Values.FirstOrDefault(each => each.Kind == "settings" && !each.External);
        var name = settings is null ? "" : PartRelationships.Resolve(package.MainName, settings.Target);
        var locked = name.Length > 0 && package.Holds(name) && IsProtected(package, name);
        XElement? choices = null;
        var readOnly = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var reader = BoundedXml.Open(package.OpenPart(package.MainName));
            while (nodes-- > 0 && reader.Read())
            {
                while (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sdtPr" && reader.NamespaceURI == Wml.Namespace)
                {
                    var properties = (XElement)XNode.ReadFrom(reader);
                    var tag = Tag(properties);
                    if (!PlanTags.TryCell(tag, out var key, out _, out _))
                    {
                        continue;
                    }

                    if (key == ColumnKey.Status && (properties.Element(Wml.W + "dropDownList") ?? properties.Element(Wml.W + "comboBox")) is { } list)
                    {
                        choices = choices is null ? WithoutChoice(list) : InBoth(choices, list);
                    }

                    // In a locked document the content of every cell but the answers is locked.
                    var allows = (string?)properties.Element(Wml.W + "lock")?.Attribute(Wml.Val);
                    if (allows == "sdtContentLocked" || (allows == "contentLocked" && !locked))
                    {
                        readOnly.Add(Field(tag!));
                    }
                }
            }
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, package.MainName);
        }

        return new(locked, choices is { HasElements: true } ? choices : null, readOnly);
    }

    /// <summary>The entries that two lists share: what a measure alone has is its own, and may be another recipient's.</summary>
    private static XElement InBoth(XElement choices, XElement list)
    {
        var shown = list.Elements(Wml.W + "listItem").Select(Shown).ToHashSet(StringComparer.Ordinal);
        choices.Elements(Wml.W + "listItem").Where(item => !shown.Contains(Shown(item))).Remove();
        return choices;
    }

    private static XElement WithoutChoice(XElement list)
    {
        var copy = new XElement(list);
        copy.Attribute(Wml.W + "lastValue")?.Remove();
        return copy;
    }

    private static string Shown(XElement item) => (string?)item.Attribute(Wml.W + "displayText") ?? (string?)item.Attribute(Wml.W + "value") ?? "";

    /// <summary>Gives a cell's control what it had in the template.</summary>
    public void Restore(XElement properties)
    {
        var tag = Tag(properties);
        if (!PlanTags.TryCell(tag, out var key, out _, out _))
        {
            return;
        }

        if (_readOnly.Contains(Field(tag!)) && properties.Element(Wml.W + "lock") is null)
        {
            properties.Element(Wml.W + "id")!.AddAfterSelf(Wml.Value("lock", "sdtContentLocked"));
        }

        if (key == ColumnKey.Status && _choices is not null && properties.Element(_choices.Name) is null && properties.Element(Wml.W + "group") is null)
        {
            properties.Add(new XElement(_choices));
        }
    }

    public static string? Tag(XElement? properties) => (string?)properties?.Element(Wml.W + "tag")?.Attribute(Wml.Val);

    private static string Field(string tag) => tag[..tag.IndexOf(':', StringComparison.Ordinal)];

    private static bool IsProtected(BoundedPackage package, string settings)
    {
        try
        {
            using var reader = BoundedXml.Open(package.OpenPart(settings));
            return reader.ReadToFollowing("documentProtection", Wml.Namespace)
                && reader.GetAttribute("edit", Wml.Namespace) == "forms" && reader.GetAttribute("enforcement", Wml.Namespace) is "1" or "true" or "on";
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, settings);
        }
    }
}
