using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Draws PDF files of tables with lines around their cells, just as a test needs them.</summary>
internal static class DrawnPdf
{
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    private static readonly int[] Sides = [50, 150, 270, 390, 545];

    /// <summary>A page with a table of four columns; the lines of a cell are parted by line feeds.</summary>
    public static string Page(float top, params string[][] rows)
    {
        var drawn = new StringBuilder();
        var y = top;
        foreach (var row in rows)
        {
            Line(drawn, Sides[0], y, Sides[^1], y);
            var height = 6 + (12 * row.Max(cell => cell.Split('\n').Length));
            foreach (var (column, cell) in row.Index())
            {
                foreach (var (at, line) in cell.Split('\n').Index())
                {
                    Text(drawn, Sides[column] + 4, y - 12 - (12 * at), line);
                }
            }

            y -= height;
        }

        Line(drawn, Sides[0], y, Sides[^1], y);
        foreach (var x in Sides)
        {
            Line(drawn, x, top, x, y);
        }

        return drawn.ToString();
    }

    /// <summary>The bytes of a document of these pages.</summary>
    /// <param name="pages">What is drawn on each.</param>
    /// <param name="font">The dictionary of the font.</param>
    /// <param name="cutAfter">Where in it, from 0 to 1, the compressed content of the last page breaks off.</param>
    /// <param name="entries">What each page's dictionary holds besides.</param>
    /// <param name="more">Objects that the font refers to, from number 4 on.</param>
    public static MemoryStream Of(string[] pages, string font = Font, double cutAfter = 1, string entries = "", params string[] more) => Make(pages, font, "", cutAfter, entries, more);

    /// <summary>The bytes of a document of these pages with further fonts by name.</summary>
    public static MemoryStream WithFonts(string[] pages, string font, string fonts) => Make(pages, font, fonts, 1, "");

    private static MemoryStream Make(string[] pages, string font, string fonts, double cutAfter, string entries, params string[] more)
    {
        var objects = new List<byte[]>
        {
            Bytes("<</Type/Catalog/Pages 2 0 R>>"),
            Bytes($"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, i) => Invariant($"{4 + more.Length + (2 * i)} 0 R")))}]>>"),
            Bytes(font),
        };
        objects.AddRange(more.Select(Bytes));
        foreach (var (i, page) in pages.Index())
        {
            objects.Add(Bytes(Invariant($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {objects.Count + 2} 0 R/Resources<</Font<</F1 3 0 R{fonts}>>>>{entries}>>")));
            var content = Compressed(page);
            content = i == pages.Length - 1 ? content[..(int)(content.Length * cutAfter)] : content;
            objects.Add([.. Bytes(Invariant($"<</Filter/FlateDecode/Length {content.Length}>>stream\n")), .. content, .. Bytes("\nendstream")]);
        }

        var file = new MemoryStream();
        file.Write(Bytes("%PDF-1.7\n"));
        var places = new List<long>();
        foreach (var (i, body) in objects.Index())
        {
            places.Add(file.Position);
            file.Write([.. Bytes(Invariant($"{i + 1} 0 obj\n")), .. body, .. Bytes("\nendobj\n")]);
        }

        var table = file.Position;
        file.Write(Bytes(Invariant($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => Invariant($"{place:D10} 00000 n \n")))}trailer\n<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n")));
        file.Position = 0;
        return file;
    }

    private static void Line(StringBuilder drawn, float x0, float y0, float x1, float y1) => drawn.Append(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");

    private static void Text(StringBuilder drawn, float x, float y, string text) => drawn.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n");

    private static byte[] Compressed(string text)
    {
        using var made = new MemoryStream();
        using (var zlib = new ZLibStream(made, CompressionLevel.Optimal))
        {
            zlib.Write(Bytes(text));
        }

        return made.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
