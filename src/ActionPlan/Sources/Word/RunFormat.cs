using System.Globalization;

namespace ActionPlan.Sources.Word;

/// <summary>Run properties as one place states them; null and the defaults where it says nothing (ECMA-376-1 clause 17.3.2).</summary>
internal struct RunProperties()
{
    public string? Style;
    public bool? Bold;
    public bool? Italic;
    public bool? Vanish;

    /// <summary>Half-points, or 0.</summary>
    public int Size;

    /// <summary>0xRRGGBB, -1 for automatic, or null.</summary>
    public int? Color;

    public string? SymbolFont;
    public string? Language;

    /// <summary>Whether the mark of the paragraph is deleted or moved away; only in the properties of a mark (17.13.5.15, 17.13.5.21).</summary>
    public bool Deleted;

    /// <summary>Reads w:rPr, the current element, to its end.</summary>
    public static RunProperties Read(MarkupReader xml)
    {
        var properties = new RunProperties();
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            properties.Take(xml);
        }

        return properties;
    }

    private void Take(MarkupReader xml)
    {
        switch (xml.Mark)
        {
            case Mark.RStyle:
                Style = xml.Val();
                break;
            case Mark.B:
                Bold = xml.IsOn();
                break;
            case Mark.I:
                Italic = xml.IsOn();
                break;
            case Mark.Vanish:
                Vanish = xml.IsOn();
                break;
            case Mark.Sz:
                Size = Math.Clamp(xml.Number("val", 0), 0, 10_000);
                break;
            case Mark.Color:
                Color = Colors.Parse(xml.Val()) ?? Color;
                break;
            case Mark.RFonts:
                SymbolFont = Symbols.FontOf(xml.Attribute("ascii") ?? xml.Attribute("hAnsi"));
                break;
            case Mark.Lang:
                Language = xml.Val();
                break;
            case Mark.Del or Mark.MoveFrom:
                Deleted = true;
                break;
            case Mark.Change:
                xml.Skip();
                break;
            default:
                break;
        }
    }
}

/// <summary>How a run looks after all styles. A value of its own type so that a run costs no object.</summary>
internal readonly record struct RunLook(bool Bold, bool Italic, bool Hidden, bool Prompt, int Size, int Color, string? SymbolFont);

/// <summary>Colours as Word writes them.</summary>
internal static class Colors
{
    /// <summary>0xRRGGBB, -1 for 'auto', or null for what is no colour.</summary>
    public static int? Parse(string? text) =>
        text is null ? null
        : text == "auto" ? -1
        : int.TryParse(text.AsSpan(text.StartsWith('#') ? 1 : 0), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 0xFFFFFF ? value
        : null;

    /// <summary>The ground that w:shd gives, the current element (ECMA-376-1 clause 17.3.5): -1 for none or white, null where it does not say.</summary>
    public static int? Shading(MarkupReader xml)
    {
        var pattern = xml.Val();
        var fill = Parse(xml.Attribute("fill"));
        var color = Parse(xml.Attribute("color"));
        var ground = pattern switch
        {
            "nil" => -1,
            "solid" => color is >= 0 ? color : 0,
            _ when pattern?.StartsWith("pct", StringComparison.Ordinal) == true
                && int.TryParse(pattern.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) =>
                Mix(color is >= 0 ? color.Value : 0, fill is >= 0 ? fill.Value : 0xFFFFFF, Math.Min(percent, 100)),
            _ => fill,
        };
        return ground == 0xFFFFFF ? -1 : ground;
    }

    private static int Mix(int over, int under, int percent)
    {
        var mixed = 0;
        for (var shift = 0; shift <= 16; shift += 8)
        {
            mixed |= (((((over >> shift) & 0xFF) * percent) + (((under >> shift) & 0xFF) * (100 - percent))) / 100) << shift;
        }

        return mixed;
    }
}
