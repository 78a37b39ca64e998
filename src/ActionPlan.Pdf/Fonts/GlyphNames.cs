using System.Globalization;
using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Glyph names to Unicode by the Adobe Glyph List and its rules (AGL specification, section 2).</summary>
internal static class GlyphNames
{
    private static readonly Lazy<(Dictionary<string, string> Latin, Dictionary<string, string> Zapf)> Lists = new(ReadLists);

    private static readonly string?[] OneCharacterTexts = new string?[128];

    /// <summary>The text, or null where the name tells none.</summary>
    public static string? ToUnicode(string name, bool zapf = false)
    {
        if (name.Length == 0 || name == ".notdef")
        {
            return null;
        }

        var (latin, dingbats) = Lists.Value;
        if (zapf && dingbats.TryGetValue(name, out var dingbat))
        {
            return dingbat;
        }

        if (latin.TryGetValue(name, out var known))
        {
            return known;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot == 0)
        {
            return null;
        }

        var stem = dot > 0 ? name[..dot] : name;
        if (!stem.Contains('_', StringComparison.Ordinal))
        {
            return Component(stem);
        }

        var text = new StringBuilder();
        foreach (var part in stem.Split('_'))
        {
            text.Append(Component(part));
        }

        return text.Length > 0 ? text.ToString() : null;
    }

    private static string? Component(string name)
    {
        if (Lists.Value.Latin.TryGetValue(name, out var known))
        {
            return known;
        }

        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0)
        {
            var text = new StringBuilder();
            for (var i = 3; i < name.Length; i += 4)
            {
                if (!int.TryParse(name.AsSpan(i, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) || unit is >= 0xD800 and < 0xE000)
                {
                    return null;
                }

                text.Append((char)unit);
            }

            return text.ToString();
        }

        if (name.Length is >= 5 and <= 7 && name[0] == 'u'
            && int.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var scalar)
            && Rune.IsValid(scalar))
        {
            return new Rune(scalar).ToString();
        }

        return null;
    }

    private static (Dictionary<string, string> Latin, Dictionary<string, string> Zapf) ReadLists()
    {
        var parts = FontResources.ReadText("glyphlist.z").Split("\n\n");
        return (Parse(parts[0]), Parse(parts[1]));

        static Dictionary<string, string> Parse(string lines)
        {
            // Read at the first start of every process: by hand, since it is 4,500 lines. A code is four hexadecimal digits.
            var list = new Dictionary<string, string>(4600, StringComparer.Ordinal);
            Span<char> units = stackalloc char[8];
            foreach (var range in lines.AsSpan().Split('\n'))
            {
                var line = lines.AsSpan()[range];
                var semicolon = line.IndexOf(';');
                if (semicolon < 0)
                {
                    continue;
                }

                var count = 0;
                for (var at = semicolon + 1; at + 4 <= line.Length && count < units.Length; at += 5)
                {
                    var unit = 0;
                    foreach (var digit in line.Slice(at, 4))
                    {
                        unit = (unit << 4) | Syntax.Characters.HexValue((byte)digit);
                    }

                    units[count++] = (char)unit;
                }

                list[line[..semicolon].ToString()] = count == 1 ? OneCharacter(units[0]) : units[..count].ToString();
            }

            return list;
        }
    }

    private static string OneCharacter(char unit) => unit < OneCharacterTexts.Length ? OneCharacterTexts[unit] ??= unit.ToString() : unit.ToString();
}
