using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Gives each heading the level below the one before it where it would skip one; its style, and with it its look, stays.</summary>
internal sealed class HeadingOrder(XElement? styles)
{
    private const int BodyText = 9;

    private readonly Dictionary<string, int> _levels = LevelsOf(styles);
    private int _last;

    /// <summary>Takes note of a paragraph, and changes its outline level where that is needed.</summary>
    public void Keep(XElement paragraph)
    {
        if (paragraph.Element(Wml.PPr) is not { } properties || LevelOf(properties) is not (> 0 and var level))
        {
            return;
        }

        // A picture's alternative text is read out as the heading.
        var hasText = paragraph.Descendants().Any(element => (element.Name == Wml.T && !string.IsNullOrWhiteSpace(element.Value)) || (element.Name.Namespace == Wml.W && element.Name.LocalName is "drawing" or "pict" or "object"));
        var right = hasText ? Math.Min(level, _last + 1) : 0;
        _last = hasText ? right : _last;
        if (right != level)
        {
            properties.Elements(Wml.W + "outlineLvl").Remove();
            properties.Add(Wml.Value("outlineLvl", right == 0 ? BodyText : right - 1));
            SchemaOrder.Restore(properties);
        }
    }

    private int LevelOf(XElement properties) =>
        StyleLooks.Number(properties.Element(Wml.W + "outlineLvl")?.Attribute(Wml.Val)) is { } own ? own is >= 0 and < BodyText ? (int)own + 1 : 0
        : (string?)properties.Element(Wml.W + "pStyle")?.Attribute(Wml.Val) is { } style ? _levels.GetValueOrDefault(style)
        : 0;

    private static Dictionary<string, int> LevelsOf(XElement? styles)
    {
        var own = new Dictionary<string, (int? Level, string? BasedOn)>(StringComparer.Ordinal);
        foreach (var style in styles?.Elements(Wml.W + "style") ?? [])
        {
            if ((string?)style.Attribute(Wml.W + "styleId") is { } id)
            {
                own.TryAdd(id, (OwnLevel(style), (string?)style.Element(Wml.W + "basedOn")?.Attribute(Wml.Val)));
            }
        }

        return own.ToDictionary(style => style.Key, style => LevelOf(style.Key, own), StringComparer.Ordinal);
    }

    private static int LevelOf(string style, Dictionary<string, (int? Level, string? BasedOn)> own)
    {
        const int LongestLine = 30;
        var id = style;
        for (var steps = 0; id is not null && steps < LongestLine && own.TryGetValue(id, out var found); steps++)
        {
            if (found.Level is { } level)
            {
                return level;
            }

            id = found.BasedOn;
        }

        return 0;
    }

    private static int? OwnLevel(XElement style)
    {
        var name = (string?)style.Element(Wml.W + "name")?.Attribute(Wml.Val);
        return name is { Length: 9 } && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && name[8] is >= '1' and <= '9' ? name[8] - '0'
            : StyleLooks.Number(style.Element(Wml.PPr)?.Element(Wml.W + "outlineLvl")?.Attribute(Wml.Val)) is { } outline ? outline is >= 0 and < BodyText ? (int)outline + 1 : 0
            : null;
    }
}
