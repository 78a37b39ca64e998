using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>A PDF file with its page contents laid open, so that damage reaches what is drawn and not only the compressed bytes.</summary>
internal static partial class OpenedPdf
{
    /// <summary>The file without compression of anything but fonts and pictures; where its objects lie is for the reader to find.</summary>
    public static byte[] Of(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var opened = new StringBuilder();
        var at = 0;
        foreach (Match match in Compressed().Matches(text))
        {
            var start = match.Index + match.Length;
            var end = text.IndexOf("endstream", start, StringComparison.Ordinal);
            if (match.Index < at || end < 0 || Kept().IsMatch(match.Value))
            {
                continue;
            }

            using var content = new MemoryStream();
            using (var inflated = new ZLibStream(new MemoryStream(file, start, end - start), CompressionMode.Decompress))
            {
                inflated.CopyTo(content);
            }

            opened.Append(text, at, match.Index - at).Append(Length().Replace(Filter().Replace(match.Value, ""), $"/Length {content.Length}"));
            opened.Append(Encoding.Latin1.GetString(content.ToArray())).Append('\n');
            at = end;
        }

        return Encoding.Latin1.GetBytes(opened.Append(text, at, text.Length - at).ToString());
    }

    [GeneratedRegex(@"<<(?:[^<>]|<<[^<>]*>>)*/FlateDecode(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Compressed();

    [GeneratedRegex("/ASCII85Decode|/Length1|/Image|/ObjStm|/XRef|FontFile|/Type1C|/OpenType|/Predictor", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Kept();

    [GeneratedRegex(@"/Filter\s*\[?\s*/FlateDecode\s*\]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Filter();

    [GeneratedRegex(@"/Length\s+\d+(?:\s+\d+\s+R)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Length();
}
