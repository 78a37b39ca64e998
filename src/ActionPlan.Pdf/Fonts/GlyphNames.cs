using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Glyph names to Unicode by the Adobe Glyph List and its rules (AGL specification, section 2).</summary>
internal static class GlyphNames
{
    private static readonly Lazy<(FrozenDictionary<string, string> Latin, FrozenDictionary<string, string> Zapf)> Lists = new(ReadLists);
    private static readonly Lazy<FrozenDictionary<int, string>> Reverse = new(MakeReverse);

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

    /// <summary>A name of a character, for looking it up in a font program by name.</summary>
    public static string? FromUnicode(int scalar) => Reverse.Value.GetValueOrDefault(scalar);

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

    private static (FrozenDictionary<string, string> Latin, FrozenDictionary<string, string> Zapf) ReadLists()
    {
        var parts = FontResources.ReadText("glyphlist.z").Split("\n\n");
        return (Parse(parts[0]), Parse(parts[1]));

        static FrozenDictionary<string, string> Parse(string lines)
        {
            var list = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var semicolon = line.IndexOf(';', StringComparison.Ordinal);
                var text = new StringBuilder();
                foreach (var code in line[(semicolon + 1)..].Split(' '))
                {
                    text.Append((char)int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                }

                list[line[..semicolon]] = text.ToString();
            }

            return list.ToFrozenDictionary(StringComparer.Ordinal);
        }
    }

    private static FrozenDictionary<int, string> MakeReverse()
    {
        var names = new Dictionary<int, string>();
        foreach (var (name, text) in Lists.Value.Latin)
        {
            if (text.Length == 1 && (!names.TryGetValue(text[0], out var other) || name.Length < other.Length))
            {
                names[text[0]] = name;
            }
        }

        return names.ToFrozenDictionary();
    }
}
