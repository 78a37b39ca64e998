using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>What the paragraph styles of an example do to text by themselves.</summary>
internal sealed class StyleLooks
{
    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly XElement? _defaults;
    private readonly XElement? _paragraphDefaults;
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
        _paragraphDefaults = root.Element(Wml.W + "docDefaults")?.Element(Wml.W + "pPrDefault")?.Element(Wml.PPr);
        Names = new(Ensure("Hyperlink", "Hyperlink", Wml.Value("color", "0B4FA0"), Wml.Value("u", "single")), Ensure("Placeholder Text", "PlaceholderText", Wml.Value("color", "595959")));
    }

    public XElement Root { get; }

    public HashSet<string> Hidden { get; } = new(StringComparer.Ordinal);

    public StyleNames Names { get; }

    public bool Is(string? style, string property) => Find(style, each => Wml.IsOn(each.Element(Wml.RPr)?.Element(Wml.W + property))) ?? Wml.IsOn(_defaults?.Element(Wml.W + property)) ?? false;

    public bool IsNumbered(string? style) => Find(style, each => each.Element(Wml.PPr)?.Element(Wml.W + "numPr") is { } list ? (string?)list.Element(Wml.W + "numId")?.Attribute(Wml.Val) != "0" : null) ?? false;

    /// <summary>The height of an empty paragraph in points, its spacing included.</summary>
    public double Height(XElement paragraph)
    {
        const double LineOfFont = 1.2;
        var properties = paragraph.Element(Wml.PPr);
        var style = (string?)properties?.Element(Wml.W + "pStyle")?.Attribute(Wml.Val);
        var size = Number(properties?.Element(Wml.RPr)?.Element(Wml.W + "sz")?.Attribute(Wml.Val)) ?? OfStyle(style, Wml.RPr, "sz", Wml.Val) ?? 20;
        var line = Spacing("line") is { } set && (Rule() ?? "auto") == "auto" ? size / 2 * LineOfFont * set / 240 : Spacing("line") / 20 ?? size / 2 * LineOfFont;
        return line + ((Spacing("before") ?? 0) + (Spacing("after") ?? 0)) / 20;

        double? Spacing(string name) => Number(properties?.Element(Wml.W + "spacing")?.Attribute(Wml.W + name)) ?? OfStyle(style, Wml.PPr, "spacing", Wml.W + name);

        string? Rule() => (string?)properties?.Element(Wml.W + "spacing")?.Attribute(Wml.W + "lineRule") ?? Nearest(style, each => (string?)each.Element(Wml.PPr)?.Element(Wml.W + "spacing")?.Attribute(Wml.W + "lineRule"));
    }

    /// <summary>Whether a table's style has a look of its own for the first column.</summary>
    public bool ShowsFirstColumn(string? style) =>
        style is not null && Nearest(style, each => each.Elements(Wml.W + "tblStylePr").Any(part => (string?)part.Attribute(Wml.W + "type") is "firstCol" or "nwCell" or "swCell") ? "yes" : null) is not null;

    /// <summary>Says in which language the text is where nothing says it yet.</summary>
    public void EnsureLanguage(string region)
    {
        if (Names(_defaults) || _styles.Values.Any(style => IsDefaultParagraph(style) && Names(style.Element(Wml.RPr))))
        {
            return;
        }

        var defaults = Root.Element(Wml.W + "docDefaults");
        if (defaults is null)
        {
            defaults = Wml.Element("docDefaults");
            Root.AddFirst(defaults);
        }

        var runs = defaults.Element(Wml.W + "rPrDefault");
        if (runs is null)
        {
            runs = Wml.Element("rPrDefault");
            defaults.AddFirst(runs);
        }

        var look = runs.Element(Wml.RPr);
        if (look is null)
        {
            look = new(Wml.RPr);
            runs.Add(look);
        }

        look.Elements(Wml.W + "lang").Remove();
        look.Add(Wml.Value("lang", region));
        SchemaOrder.Restore(look);

        static bool Names(XElement? run) => (string?)run?.Element(Wml.W + "lang")?.Attribute(Wml.Val) is { Length: > 0 };
    }

    public static double? Number(XAttribute? attribute) =>
        double.TryParse((string?)attribute, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private double? OfStyle(string? style, XName properties, string element, XName attribute) =>
        Number(Nearest(style, each => each.Element(properties)?.Element(Wml.W + element)?.Attribute(attribute)))
        ?? Number((properties == Wml.RPr ? _defaults : _paragraphDefaults)?.Element(Wml.W + element)?.Attribute(attribute));

    private static bool IsDefaultParagraph(XElement style) =>
        (string?)style.Attribute(Wml.W + "type") == "paragraph" && (string?)style.Attribute(Wml.W + "default") is "1" or "true" or "on";

    private T? Nearest<T>(string? style, Func<XElement, T?> ask)
        where T : class => Line(style).Select(ask).FirstOrDefault(answer => answer is not null);

    private bool? Find(string? style, Func<XElement, bool?> ask) => Line(style).Select(ask).FirstOrDefault(answer => answer is not null);

    /// <summary>A style and those that it is based on; the default one where the file has none of that id.</summary>
    private IEnumerable<XElement> Line(string? style)
    {
        var id = style is not null && _styles.ContainsKey(style) ? style : _default;
        for (var steps = 0; id is not null && steps < 30 && _styles.TryGetValue(id, out var found); steps++)
        {
            yield return found;
            id = (string?)found.Element(Wml.W + "basedOn")?.Attribute(Wml.Val);
        }
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
