using System.Text.Json;
using ActionPlan.Pdf;

namespace ActionPlan.Benchmarks;

/// <summary>
/// Prints one JSON object a line for each page of a PDF file: its size, glyphs and rulings. Glyphs outside the medium and those
/// drawn again at the same place are left out. Exits 3 with the reason where the file is refused.
/// </summary>
internal static class GlyphsCommand
{
    public static int Run(string path, string? password)
    {
        var result = PdfDocument.Open(path, password);
        if (result.Document is not { } document)
        {
            Console.Error.WriteLine($"{result.Refusal!.Reason}: {result.Refusal.Message}");
            return 3;
        }

        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(output, 1 << 16);
        using var writer = new Utf8JsonWriter(buffered);
        for (var number = 1; number <= document.PageCount; number++)
        {
            Write(writer, document.ReadPage(number));
            writer.Flush();
            writer.Reset();
            buffered.WriteByte((byte)'\n');
        }

        if (Environment.GetEnvironmentVariable("PDF_DIAGNOSTICS") is not null)
        {
            foreach (var diagnostic in document.Diagnostics)
            {
                Console.Error.WriteLine($"{diagnostic.Code}: {diagnostic.Message}");
            }
        }

        return 0;
    }

    private static void Write(Utf8JsonWriter writer, PdfPage page)
    {
        writer.WriteStartObject();
        writer.WriteNumber("page", page.Number);
        writer.WriteNumber("width", Rounded(page.Width));
        writer.WriteNumber("height", Rounded(page.Height));
        writer.WriteStartArray("glyphs");
        foreach (var glyph in page.Glyphs)
        {
            if ((glyph.Traits & GlyphTraits.Repeated) != GlyphTraits.None || IsOutside(glyph, page.MediaBox))
            {
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString("text", glyph.Text);
            writer.WriteNumber("x0", Rounded(glyph.X0));
            writer.WriteNumber("y0", Rounded(glyph.Y0));
            writer.WriteNumber("x1", Rounded(glyph.X1));
            writer.WriteNumber("y1", Rounded(glyph.Y1));
            writer.WriteString("font", glyph.Font.Name);
            writer.WriteNumber("size", Rounded(glyph.Size));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rulings");
        foreach (var ruling in page.Rulings)
        {
            writer.WriteStartObject();
            writer.WriteNumber("x0", Rounded(ruling.X0));
            writer.WriteNumber("y0", Rounded(ruling.Y0));
            writer.WriteNumber("x1", Rounded(ruling.X1));
            writer.WriteNumber("y1", Rounded(ruling.Y1));
            writer.WriteNumber("width", Rounded(ruling.Width));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // A glyph that stands below the lower edge or begins beyond the right one is cut off, whatever of it may reach in.
    private static bool IsOutside(in Glyph glyph, in PdfRectangle box) => glyph.X1 < box.X0 || glyph.X0 > box.X1 || glyph.Y1 < box.Y0 || glyph.Y0 > box.Y1
        || glyph.BaselineY < box.Y0 || glyph.BaselineX > box.X1;

    private static double Rounded(float value) => Math.Round(value, 2);
}
