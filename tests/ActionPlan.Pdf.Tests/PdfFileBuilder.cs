using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ActionPlan.Pdf.Tests;

/// <summary>Writes small PDF files object by object, so that tests can say exactly what is in them.</summary>
internal sealed class PdfFileBuilder
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    public string TrailerExtra { get; set; } = "";

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public PdfFileBuilder Add(int number, string body)
    {
        _objects[number] = Latin(body);
        return this;
    }

    public PdfFileBuilder AddStream(int number, string entries, byte[] data, bool compress = false)
    {
        if (compress)
        {
            data = Compress(data);
            entries += " /Filter /FlateDecode";
        }

        byte[] body = [.. Latin($"<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. Latin("\nendstream")];
        _objects[number] = body;
        return this;
    }

    public static byte[] Compress(byte[] data)
    {
        using var output = new MemoryStream();
        using (var stream = new ZLibStream(output, CompressionLevel.Optimal))
        {
            stream.Write(data);
        }

        return output.ToArray();
    }

    public byte[] Build()
    {
        var output = new MemoryStream();
        var offsets = new Dictionary<int, long>();
        output.Write("%PDF-1.7\n%\u00e2\u00e3\n"u8);
        foreach (var (number, body) in _objects)
        {
            offsets[number] = output.Position;
            output.Write(Latin($"{number} 0 obj\n"));
            output.Write(body);
            output.Write("\nendobj\n"u8);
        }

        var start = output.Position;
        var size = _objects.Keys.Max() + 1;
        output.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n")));
        for (var number = 1; number < size; number++)
        {
            output.Write(Latin(offsets.TryGetValue(number, out var offset) ? string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n") : "0000000000 00000 f \n"));
        }

        output.Write(Latin($"trailer\n<< /Size {size} /Root 1 0 R {TrailerExtra} >>\nstartxref\n{start}\n%%EOF\n"));
        return output.ToArray();
    }

    /// <summary>A document of three pages, "First page 0123456789" and so on, whose contents are compressed.</summary>
    public static PdfFileBuilder ThreePages()
    {
        var builder = new PdfFileBuilder()
            .Add(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Add(2, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 595 842] /Resources << /Font << /F1 9 0 R >> >> >>");
        string[] words = ["First", "Second", "Third"];
        for (var i = 0; i < 3; i++)
        {
            builder.Add(3 + i, $"<< /Type /Page /Parent 2 0 R /Contents {6 + i} 0 R >>");
            builder.AddStream(6 + i, "", Latin(PageContent(words[i])), compress: true);
        }

        return builder.Add(9, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    /// <summary>A document of one page with this content, in which /F1 is Helvetica.</summary>
    public static PdfFileBuilder OnePage(string content, string pageEntries = "", string resources = "") => new PdfFileBuilder()
        .Add(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Add(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> {pageEntries} >>")
        .AddStream(4, "", Latin(content))
        .Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");

    public static string PageContent(string word) =>
        $"q 1 0 0 1 0 0 cm BT /F1 12 Tf 72 700 Td ({word} page 0123456789) Tj ET Q\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"BT /F1 10 Tf 72 {660 - (i * 15)} Td (Line {i} of the {word} page) Tj ET\n"));
}

internal static class Reading
{
    public static string Text(PdfPage page) => string.Concat(page.Glyphs.Select(glyph => glyph.Text));

    public static string Text(byte[] file)
    {
        var document = PdfDocument.Open(file).Require();
        return string.Join('\f', Enumerable.Range(1, document.PageCount).Select(number => Text(document.ReadPage(number))));
    }

    public static PdfPage FirstPage(this PdfFileBuilder builder) => PdfDocument.Open(builder.Build()).Require().ReadPage(1);
}
