using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>What the paragraph styles of an example do to text by themselves.</summary>
internal sealed class StyleLooks
{
    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly XElement? _defaults;
    private readonly string? _default;

    public StyleLooks(XElement root)
    {
        Root = root;
        foreach (var style in root.Elements(Wml.W + "style"))
        {
            if ((string?)style.Attribute(Wml.W + "styleId") is { } id)
            {
                _styles.TryAdd(id, style);
                if ((string?)style.Attribute(Wml.W + "type") == "paragraph" && (string?)style.Attribute(Wml.W + "default") is "1" or "true" or "on")
                {
                    _default ??= (string?)style.Attribute(Wml.W + "type") == "paragraph" ? id : null;
                }

                if (Wml.IsOn(style.Element(Wml.RPr)?.Element(Wml.W + "vanish")) == true)
                {
                    Hidden.Add(id);
                }
            }
        }

        _defaults = root.Element(Wml.W + "docDefaults")?.Element(Wml.W + "rPrDefault")?.Element(Wml.RPr);
        Names = new(Ensure("Hyperlink", "Hyperlink", Wml.Value("color", "0B4FA0"), Wml.Value("u", "single")), Ensure("Placeholder Text", "PlaceholderText", Wml.Value("color", "595959")));
    }

    public XElement Root { get; }

    public HashSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    public StyleNames Names { get; }

    public bool Is(string? style, string property) => Find(style, each => Wml.IsOn(each.Element(Wml.RPr)?.Element(Wml.W + property))) ?? Wml.IsOn(_defaults?.Element(Wml.W + property)) ?? false;

    public bool IsNumbered(string? style) => Find(style, each => each.Element(Wml.PPr)?.Element(Wml.W + "numPr") is { } list ? (string?)list.Element(Wml.W + "numId")?.Attribute(Wml.Val) != "0" : null) ?? false;

    private bool? Find(string? style, Func<XElement, bool?> ask)
    {
        var id = style is not null && _styles.ContainsKey(style) ? style : _default;
        for (var steps = 0; id is not null && steps < 30 && _styles.TryGetValue(id, out var found); steps++)
        {
            if (ask(found) is { } answer)
            {
                return answer;
            }

            id = (string?)found.Element(Wml.W + "basedOn")?.Attribute(Wml.Val);
        }

        return null;
    }

    private string Ensure(string name, string id, params object[] look)
    {
        var found = _styles.Values.FirstOrDefault(style => (string?)style.Attribute(Wml.W + "type") == "character" && string.Equals((string?)style.Element(Wml.W + "name")?.Attribute(Wml.Val), name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            return (string)found.Attribute(Wml.W + "styleId")!;
        }

        while (_styles.ContainsKey(id))
        {
            id += "1";
        }

        var style = Wml.Element("style", new XAttribute(Wml.W + "type", "character"), new XAttribute(Wml.W + "styleId", id), Wml.Value("name", name), Wml.Value("uiPriority", 99), new XElement(Wml.RPr, look));
        Root.Add(style);
        _styles.Add(id, style);
        return id;
    }
}
