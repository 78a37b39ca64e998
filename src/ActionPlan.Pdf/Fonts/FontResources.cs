using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Adobe's published tables, packed as resources beside this file (see Data/pack_font_data.py for their forms).</summary>
internal static class FontResources
{
    private static readonly Lazy<Dictionary<string, string[]>> Sections = new(ReadEncodings);

    /// <summary>A named list of 256 glyph names by code, or the list of standard strings.</summary>
    public static string[] Names(string section) => Sections.Value[section];

    public static byte[]? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ActionPlan.Pdf.FontData." + name);
        if (stream is null)
        {
            return null;
        }

        using var inflated = new ZLibStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        inflated.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string ReadText(string name) => Encoding.UTF8.GetString(Read(name) ?? []);

    private static Dictionary<string, string[]> ReadEncodings()
    {
        var sections = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var section in ReadText("encodings.z").Split('=', StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            sections[lines[0]] = [.. lines.Skip(1).Select(line => line == "-" ? "" : line)];
        }

        return sections;
    }
}

/// <summary>The metrics of one of the standard 14 fonts, in thousandths of the size.</summary>
internal sealed record StandardFont(string Name, double Ascent, double Descent, Dictionary<string, int> Widths)
{
    private static readonly Lazy<Dictionary<string, StandardFont>> All = new(ReadAll);

    public bool IsSymbolic => Name is "Symbol" or "ZapfDingbats";

    /// <summary>The font of that name, or the one that stands in for it (ISO 32000-1, 9.6.2.2, and the names that Windows' fonts have).</summary>
    public static StandardFont? Find(string name)
    {
        var plain = WithoutSubset(name).Replace(" ", "", StringComparison.Ordinal);
        if (All.Value.TryGetValue(plain, out var exact))
        {
            return exact;
        }

        var lower = plain.ToLowerInvariant();
        var family = lower.StartsWith("arial", StringComparison.Ordinal) || lower.StartsWith("helvetica", StringComparison.Ordinal) ? "Helvetica"
            : lower.StartsWith("timesnewroman", StringComparison.Ordinal) || lower.StartsWith("times", StringComparison.Ordinal) ? "Times"
            : lower.StartsWith("couriernew", StringComparison.Ordinal) || lower.StartsWith("courier", StringComparison.Ordinal) ? "Courier"
            : null;
        if (family is null)
        {
            return lower.StartsWith("symbol", StringComparison.Ordinal) ? All.Value["Symbol"]
                : lower.StartsWith("zapfdingbats", StringComparison.Ordinal) ? All.Value["ZapfDingbats"] : null;
        }

        return Styled(family, lower.Contains("bold", StringComparison.Ordinal), lower.Contains("italic", StringComparison.Ordinal) || lower.Contains("oblique", StringComparison.Ordinal));
    }

    /// <summary>What stands in for a font without metrics of its own.</summary>
    public static StandardFont StandIn(bool serif, bool fixedPitch, bool bold, bool italic) => Styled(fixedPitch ? "Courier" : serif ? "Times" : "Helvetica", bold, italic);

    public static string WithoutSubset(string name) =>
        name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;

    private static StandardFont Styled(string family, bool bold, bool italic)
    {
        var slant = family == "Times" ? "Italic" : "Oblique";
        var style = (bold ? "Bold" : "") + (italic ? slant : "");
        return All.Value[style.Length > 0 ? family + "-" + style : family == "Times" ? "Times-Roman" : family];
    }

    private static Dictionary<string, StandardFont> ReadAll()
    {
        var fonts = new Dictionary<string, StandardFont>(StringComparer.Ordinal);
        foreach (var section in FontResources.ReadText("metrics.z").Split('=', StringSplitOptions.RemoveEmptyEntries))
        {
            var widths = new Dictionary<string, int>(StringComparer.Ordinal);
            string[]? head = null;
            foreach (var range in section.AsSpan().Split('\n'))
            {
                var line = section.AsSpan()[range];
                var blank = line.IndexOf(' ');
                if (head is null)
                {
                    head = line.ToString().Split(' ');
                }
                else if (blank > 0)
                {
                    widths[line[..blank].ToString()] = int.Parse(line[(blank + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
                }
            }

            fonts[head![0]] = new StandardFont(head[0], double.Parse(head[1], CultureInfo.InvariantCulture), double.Parse(head[2], CultureInfo.InvariantCulture), widths);
        }

        return fonts;
    }
}
