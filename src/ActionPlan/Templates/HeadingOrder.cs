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

        var hasText = paragraph.Descendants(Wml.T).Any(text => text.Value.Length > 0);
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
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var style in styles?.Elements(Wml.W + "style") ?? [])
        {
            var name = (string?)style.Element(Wml.W + "name")?.Attribute(Wml.Val);
            var level = name is { Length: 9 } && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(name[8]) ? name[8] - '0'
                : StyleLooks.Number(style.Element(Wml.PPr)?.Element(Wml.W + "outlineLvl")?.Attribute(Wml.Val)) is >= 0 and < BodyText and var outline ? (int)outline + 1
                : 0;
            if (level > 0 && (string?)style.Attribute(Wml.W + "styleId") is { } id)
            {
                levels.TryAdd(id, level);
            }
        }

        return levels;
    }
}
