namespace ActionPlan.Pdf.Tests;

public sealed class FieldTests
{
    private const string Stale = "/AP << /N 8 0 R >>";

    [Theory]
    [InlineData("/FT /Tx /V (Value)", "", "Value")]
    [InlineData("/FT /Tx /V <FEFF00E500E4>", "", "åä")]
    [InlineData("/FT /Tx /V (Secret) /Ff 8192", "", "******")]
    [InlineData("/FT /Ch /Ff 131072 /V (b) /Opt [[(a) (First)] [(b) (Second)]]", "", "Second")]
    [InlineData("/FT /Ch /Ff 131072 /V (own)", "", "own")]
    [InlineData("/FT /Ch /V (b) /Opt [[(a) (First)] (Other)]", "", "FirstOther")]
    [InlineData("/FT /Btn /Ff 65536 /MK << /CA (Press) >>", "", "Press")]
    [InlineData("/FT /Tx /V (Value) " + Stale, "", "Stale")]
    [InlineData("/FT /Tx /V (Value) " + Stale, "/NeedAppearances true", "Value")]
    [InlineData("/FT /Tx " + Stale, "/NeedAppearances true", "")]
    [InlineData("/FT /Tx /V () " + Stale, "/NeedAppearances true", "")]
    [InlineData("/FT /Tx " + Stale, "", "Stale")]
    [InlineData("/FT /Tx /V (Value) /AP null", "", "Value")]
    [InlineData("/FT /Tx /Ff 16777216 /MaxLen 3 /V (Value)", "", "Val")]
    [InlineData("/FT /Tx /Ff 4096 /DA (/Helv 10 Tf) /V (One line of words that the width of the field does not hold)", "", "One line of words that the width of the fielddoes not hold")]
    [InlineData("/FT /Btn /AS /Yes", "", "\u2713")]
    [InlineData("/FT /Btn /AS /Yes /MK << /CA (8) >>", "", "\u2718")]
    [InlineData("/FT /Btn /AS /Off /MK << /CA (8) >>", "", "")]
    [InlineData("/FT /Btn /Ff 32768 /AS /Yes", "", "")]
    [InlineData("/Subtype /Line /Cap true /Contents (Caption)", "", "Caption")]
    [InlineData("/Subtype /Line /Contents (Note)", "", "")]
    [InlineData("/FT /Tx /V (Value) /AP << >>", "", "")]
    [InlineData("/FT /Tx /V (Value) /AP << /N << >> >>", "", "Value")]
    [InlineData("/FT /Ch /TI 1 /Opt [(First) (Second) (Third)]", "", "SecondThird")]
    [InlineData("/FT /Btn /Ff 65536 " + Stale, "/NeedAppearances true", "")]
    [InlineData("/FT /Btn /AP << /N << /On 8 0 R >> >>", "", "")]
    [InlineData("/FT /Btn /AS /On /AP << /N << /On 8 0 R >> >>", "", "Stale")]
    [InlineData("/FT /Btn /AP << /N << /Off 8 0 R >> >>", "", "Stale")]
    public void AFieldGivesWhatAViewerShows(string entries, string form, string expected)
    {
        var page = Form(entries, form).FirstPage();
        Assert.Equal(expected, Reading.Text(page));
        Assert.All(page.Glyphs, glyph => Assert.True((glyph.Traits & GlyphTraits.Annotation) != GlyphTraits.None && glyph.X0 >= 100 && glyph.Y1 <= 165));
    }

    [Theory]
    [InlineData("/NeedsRendering true", "[7 0 R]", true)]
    [InlineData("", "[]", true)]
    [InlineData("", "[7 0 R]", false)]
    public void AFormThatIsXfaAloneIsToldAndItsPageGiven(string catalog, string fields, bool alone)
    {
        var file = PdfFileBuilder.OnePage("BT /F1 10 Tf (Please wait) Tj ET")
            .Add(1, $"<< /Type /Catalog /Pages 2 0 R {catalog} /AcroForm << /XFA 8 0 R /Fields {fields} >> >>")
            .Add(7, "<< /FT /Tx /T (t) >>")
            .AddStream(8, "", PdfFileBuilder.Latin("<xdp/>")).Build();
        var document = PdfDocument.Open(file).Require();
        Assert.Equal("Please wait", Reading.Text(document.ReadPage(1)));
        Assert.Equal(alone, document.Diagnostics.Any(d => d.Code == PdfDiagnosticCode.Unsupported));
    }

    /// <summary>A file with fields, for the fuzzer.</summary>
    internal static byte[] WithFields() => Form("/FT /Ch /V (b) /Opt [[(a) (First)] [(b) (Second)]]", "/NeedAppearances true")
        .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots [7 0 R 9 0 R 10 0 R] >>")
        .Add(9, "<< /Subtype /Widget /FT /Tx /V (Value) /Rect [100 300 300 360] /AP << /N 8 0 R >> >>")
        .Add(10, "<< /Subtype /FreeText /Contents (Free\\rtext) /DA (/Helv 9 Tf 0 g) /Rect [100 400 300 460] >>").Build();

    private static PdfFileBuilder Form(string entries, string form) => PdfFileBuilder.OnePage("", "/Annots [7 0 R]")
        .Add(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R] /DA (/Helv 10 Tf) /DR << /Font << /Helv 5 0 R >> >> {form} >> >>")
        .Add(7, $"<< /Type /Annot {(entries.StartsWith("/Subtype", StringComparison.Ordinal) ? "" : "/Subtype /Widget")} /T (t) /Rect [100 100 300 160] {entries} >>")
        .AddStream(8, "/Type /XObject /Subtype /Form /BBox [0 0 200 60] /Resources << /Font << /Helv 5 0 R >> >>", PdfFileBuilder.Latin("BT /Helv 10 Tf 2 5 Td (Stale) Tj ET"));
}
