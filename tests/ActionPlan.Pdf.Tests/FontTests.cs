namespace ActionPlan.Pdf.Tests;

public sealed class FontTests
{
    [Theory]
    [InlineData("<0001> <0041>", "<00000001>", "", "A")]
    [InlineData("", "<00010002>", "<0001> <0002> <0061>", "ab")]
    [InlineData("", "<00010002>", "<0001> <0002> [<0066> <00660069>]", "ffi")]
    [InlineData("<0001> <D83DDE00>", "<0001>", "", "\U0001F600")]
    [InlineData("<0001> <FEFF0041>", "<0001>", "", "A")]
    [InlineData("<0001> <0E5>", "<0001>", "", "å")]
    [InlineData("<1> <0041>", "<0001>", "", "A")]
    [InlineData("", "<00E50041>", "<0000> <FFFF> <0000>", "åA")]
    [InlineData("", "<00010002>", "<0000> <0002> <0000>", "\u0001\u0002")]
    public void ToUnicodeIsReadInAllItsForms(string single, string shown, string ranges, string expected)
    {
        var map = "begincodespacerange <0000> <FFFF> endcodespacerange\n"
            + (single.Length > 0 ? $"1 beginbfchar {single} endbfchar\n" : "")
            + (ranges.Length > 0 ? $"1 beginbfrange {ranges} endbfrange\n" : "");
        var text = Reading.Text(Composite(shown, map, "/Identity-H", "Identity").FirstPage());
        Assert.EndsWith(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/90ms-RKSJ-H", "Japan1", "<93FA967B>", "日本")]
    [InlineData("/UniGB-UCS2-H", "GB1", "<4E2D6587>", "中文")]
    [InlineData("/KSCms-UHC-H", "Korea1", "<C7D1B1DB>", "한글")]
    [InlineData("/ETen-B5-H", "CNS1", "<A4A4A4E5>", "中文")]
    [InlineData("/Identity-H", "Japan1", "<0CD4>", "日")]
    [InlineData("/UniJIS-UTF8-H", "Japan1", "<E697A5F0A0AE9F61>", "日𠮟a")]
    [InlineData("/UniJIS-UTF32-H", "Japan1", "<000065E500020B9F>", "日𠮟")]
    [InlineData("/GBK-EUC-H", "Identity", "<D6D0>", "中")]
    [InlineData("/90ms-RKSJ-H", "Unknown", "<93FA>", "日")]
    [InlineData("/CNS-EUC-H", "CNS1", "<A4A28EA2A1A1>", "1乂")]
    [InlineData("/UniJISX0213-UTF32-H", "Japan1", "<000065E5>", "日")]
    public void PredefinedMapsLeadToUnicode(string encoding, string ordering, string shown, string expected)
    {
        Assert.Equal(expected, Reading.Text(Composite(shown, null, encoding, ordering).FirstPage()).Normalize(System.Text.NormalizationForm.FormKC));
    }

    [Theory]
    [InlineData("/WinAnsiEncoding", "<80E4F6E5A7>", "€äöå§")]
    [InlineData("/MacRomanEncoding", "<8A9A8CA4>", "äöå§")]
    [InlineData("/StandardEncoding", "<AEAFE1>", "\uFB01\uFB02Æ")]
    [InlineData("<< /Differences [65 /aring /uni00E4 /u1F600 /f_i /adieresis.alt /nosuchname] >>", "<414243444546>", "åä\U0001F600fiäF")]
    public void EncodingsAndGlyphNamesLeadToUnicode(string encoding, string shown, string expected)
    {
        var page = PdfFileBuilder.OnePage($"BT /F1 10 Tf {shown} Tj ET").Add(5, $"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>").FirstPage();
        Assert.Equal(expected, Reading.Text(page));
    }

    [Fact]
    public void ANameThatTellsNothingIsGuessedByItsCodeAndMarked()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf (AB) Tj ET").Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Own /Encoding << /Differences [65 /secret /B] >> >>").FirstPage();
        Assert.Equal("AB", Reading.Text(page));
        Assert.Equal([GlyphTraits.Guessed, GlyphTraits.None], page.Glyphs.Select(glyph => glyph.Traits));
    }

    [Theory]
    [InlineData("1 /g65 /g66", "<0102>", "AB")]
    [InlineData("1 /G4A /G41", "<0102>", "JA")]
    [InlineData("65 /g36 /g37", "<4142>", "AB")]
    [InlineData("65 /g36 /g37 1 /g38", "<4142>", "AB")]
    [InlineData("1 /g65 /other", "<01>", "")]
    public void NumbersOfGlyphNamesCountWhereCodesWereDealtOutAnew(string differences, string shown, string expected)
    {
        var page = PdfFileBuilder.OnePage($"BT /F1 10 Tf {shown} Tj ET").Add(5, $"<< /Type /Font /Subtype /Type1 /BaseFont /Own /Encoding << /Differences [{differences}] >> >>").FirstPage();
        Assert.Equal(expected, Reading.Text(page));
        Assert.All(page.Glyphs, glyph => Assert.Equal(glyph.Text.Length > 0, (glyph.Traits & GlyphTraits.Guessed) != GlyphTraits.None));
    }

    [Fact]
    public void AToUnicodeMapThatNamesCharactersAsCidsIsRead()
    {
        Assert.Equal("ab", Reading.Text(Composite("<00410042>", "1 begincidrange <0041> <0043> 97 endcidrange", "/Identity-H", "Identity").FirstPage()));
    }

    [Theory]
    [InlineData("/StandardEncoding", "fiA")]
    [InlineData("<< /BaseEncoding /StandardEncoding /Differences [66 /B] >>", "fiB")]
    [InlineData("/WinAnsiEncoding", "AB")]
    public void AFontsOwnEncodingGoesBeforeOneThatNoFileMayName(string encoding, string expected)
    {
        var program = PdfFileBuilder.Latin("%!PS-AdobeFont-1.0: Own\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 65 /f_i put\ndup 66 /A put\nreadonly def\ncurrentfile eexec\n");
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf (AB) Tj ET")
            .Add(5, $"<< /Type /Font /Subtype /Type1 /BaseFont /Own /Encoding {encoding} /FontDescriptor << /FontName /Own /Flags 4 /FontFile 6 0 R >> >>")
            .AddStream(6, "", program).FirstPage();
        Assert.Equal(expected, Reading.Text(page));
    }

    [Theory]
    [InlineData("<41> <F041>", "\uF041")]
    [InlineData("<41> <FFFD>", "A")]
    [InlineData("<41> <FFFE>", "A")]
    [InlineData("<41> <>", "A")]
    public void ToUnicodeGoesBeforeANameUnlessItTellsNothing(string entry, string expected)
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf (A) Tj ET")
            .Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>")
            .AddStream(6, "", PdfFileBuilder.Latin($"1 beginbfchar {entry} endbfchar")).FirstPage();
        Assert.Equal(expected, Reading.Text(page));
    }

    [Fact]
    public void ALetterThatToUnicodeDoesNotKnowIsGivenAsUnknownAndTold()
    {
        var page = Composite("<00010002>", "2 beginbfchar <0001> <0061> <0002> <FFFD> endbfchar", "/Identity-H", "Identity").FirstPage();
        Assert.Equal("a\uFFFD", Reading.Text(page));
        Assert.Contains(page.Diagnostics, d => d.Code == PdfDiagnosticCode.TextWithoutUnicode);
    }

    [Theory]
    [InlineData("/UniJIS-UTF8")]
    [InlineData("/UniJIS-UTF32")]
    [InlineData("/UniJIS-UTF8-UTF32-H")]
    [InlineData("/UniX0213-UTF32-X0213")]
    public void AMapThatHasAlmostThatNameIsNotKnown(string encoding)
    {
        var file = Composite("<00410042>", null, encoding, "Japan1");
        var document = PdfDocument.Open(file.Build()).Require();
        document.ReadPage(1);
        Assert.Contains(document.Diagnostics, d => d.Code == PdfDiagnosticCode.Unsupported);
    }

    [Fact]
    public void AMapThatTellsNoLengthsOfCodesTakesThemFromItsRanges()
    {
        var page = Composite("<00410042>", null, "9 0 R", "Japan1").AddStream(9, "/Type /CMap", PdfFileBuilder.Latin("1 begincidrange <0041> <0043> 34 endcidrange")).FirstPage();
        Assert.Equal("AB", Reading.Text(page));
    }

    [Fact]
    public void CodesThatToUnicodeLeavesOutAreNotTakenForUnicode()
    {
        var page = Composite("<00410042>", "1 beginbfchar <0041> <0061> endbfchar", "/Identity-H", "Identity").FirstPage();
        Assert.Equal(["a", ""], page.Glyphs.Select(glyph => glyph.Text));
        var bare = Composite("<00410042>", null, "/Identity-H", "Identity").FirstPage();
        Assert.Equal("AB", Reading.Text(bare));
        Assert.All(bare.Glyphs, glyph => Assert.Equal(GlyphTraits.Guessed, glyph.Traits));
    }

    [Fact]
    public void TheFormOfAnIdeographIsNoText()
    {
        Assert.All(Enumerable.Range(1, 23_000).Chunk(1000), cids =>
        {
            var shown = "<" + string.Concat(cids.Select(cid => cid.ToString("X4", System.Globalization.CultureInfo.InvariantCulture))) + ">";
            Assert.DoesNotContain("\uDB40", Reading.Text(Composite(shown, null, "/Identity-H", "Japan1").FirstPage()), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(33, "exclamsmall")]
    [InlineData(87, "fi")]
    [InlineData(255, "Ydieresissmall")]
    [InlineData(35, "")]
    public void TheExpertEncodingOfCffIsItsOwn(int code, string name)
    {
        Assert.Equal(name, Fonts.CffPredefined.ExpertEncoding(Fonts.FontResources.Names("CffStrings"))[code]);
    }

    [Theory]
    [InlineData(0, 230, 228, 228)]
    [InlineData(0, 230, 229, 0)]
    [InlineData(1, 166, 1, 1)]
    [InlineData(1, 166, 165, 378)]
    [InlineData(2, 87, 86, 346)]
    [InlineData(2, 200, 87, 0)]
    public void PredefinedCharsetsNameTheirGlyphs(int charset, int glyphs, int glyph, int id)
    {
        Assert.Equal(id, Fonts.CffPredefined.Charset(charset, glyphs, isCid: false)[glyph]);
    }

    [Fact]
    public void AGlyphWithoutUnicodeIsMarkedAsSuch()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf <01> Tj ET").Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Own /Encoding << /Differences [1 /secret] >> >>").FirstPage();
        Assert.False(Assert.Single(page.Glyphs).HasText);
        Assert.Contains(page.Diagnostics, d => d.Code == PdfDiagnosticCode.TextWithoutUnicode);
    }

    [Fact]
    public void TheSymbolFontsHaveEncodingsOfTheirOwn()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf <61> Tj /F2 10 Tf <34> Tj ET")
            .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>")
            .Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>")
            .Add(6, "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>").FirstPage();
        Assert.Equal("α✔", Reading.Text(page));
    }

    [Fact]
    public void StandardWidthsPlaceTheGlyphs()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf 100 200 Td (iW) Tj ET").FirstPage();
        Assert.Equal(100, page.Glyphs[0].X0, 3);
        Assert.Equal(102.22, page.Glyphs[0].X1, 2);
        Assert.Equal(102.22 + 9.44, page.Glyphs[1].X1, 2);
        Assert.Equal(200, page.Glyphs[1].BaselineY, 3);
    }

    [Fact]
    public void VerticalWritingGoesDownFromItsOrigin()
    {
        var page = Composite("<4E2D6587>", null, "/UniGB-UCS2-V", "GB1").FirstPage();
        Assert.Equal(page.Glyphs[0].BaselineX, page.Glyphs[1].BaselineX, 3);
        Assert.Equal(-10, page.Glyphs[1].BaselineY - page.Glyphs[0].BaselineY, 3);
        Assert.Equal(10, page.Glyphs[0].Y1 - page.Glyphs[0].Y0, 3);
        Assert.True((page.Glyphs[0].Traits & GlyphTraits.Vertical) != GlyphTraits.None);
    }

    [Fact]
    public void AType3FontHasItsOwnSpace()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 20 Tf 50 60 Td (ab) Tj ET")
            .Add(5, "<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 100 80] /CharProcs << /a 6 0 R /b 6 0 R >> /Encoding << /Differences [97 /a /b] >> /FirstChar 97 /LastChar 98 /Widths [50 60] >>")
            .AddStream(6, "", PdfFileBuilder.Latin("50 0 0 0 50 50 d1 0 0 50 50 re f")).FirstPage();
        Assert.Equal("ab", Reading.Text(page));
        var a = page.Glyphs[0];
        Assert.Equal((50f, 56f, 60f, 76f), (a.X0, a.Y0, a.X1, a.Y1));
    }

    [Fact]
    public void AType3FontWithAPlaceholderForItsBoxIsAsHighAsItsGlyphs()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf 50 60 Td (ab) Tj ET")
            .Add(5, "<< /Type /Font /Subtype /Type3 /FontMatrix [0.02 0 0 -0.02 0 0] /FontBBox [0 0 1 -1] /CharProcs << /a 6 0 R /b 7 0 R >> /Encoding << /Differences [97 /a /b] >> /FirstChar 97 /LastChar 98 /Widths [50 60] >>")
            .AddStream(6, "", PdfFileBuilder.Latin("50 0 0 -40 50 0 d1 0 0 50 50 re f"), compress: true)
            .AddStream(7, "", PdfFileBuilder.Latin("60 0 0 -30 50 10 d1 0 0 50 50 re f")).FirstPage();
        Assert.Equal((60f - 2, 60f + 8, 10f), (page.Glyphs[0].Y0, page.Glyphs[0].Y1, page.Glyphs[0].Size));
        Assert.Empty(page.Diagnostics);
    }

    [Fact]
    public void ABoxFarHigherThanTheGlyphsOfAType3FontIsNotBelieved()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 0.12 Tf 60 100 Td (ab) Tj ET")
            .Add(5, "<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 1000 1000] /CharProcs << /a 6 0 R /b 6 0 R >> /Encoding << /Differences [97 /a /b] >> /FirstChar 97 /LastChar 98 /Widths [50 60] >>")
            .AddStream(6, "", PdfFileBuilder.Latin("50 0 0 -10 50 60 d1 0 0 50 50 re f")).FirstPage();
        Assert.Equal(8.4f, page.Glyphs[0].Size, 3);
    }

    /// <summary>A file with a font of every kind, for the fuzzer.</summary>
    internal static byte[] WithFonts() => Composite("<00010041>", "begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0050> <0041> endbfrange", "/90ms-RKSJ-H", "Japan1")
        .Add(6, "<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 0 9 9] /Encoding << /Differences [1 /a /b] >> /Widths [50 60] >>").Build();

    private static PdfFileBuilder Composite(string shown, string? toUnicode, string encoding, string ordering)
    {
        var builder = PdfFileBuilder.OnePage($"BT /F1 10 Tf 300 400 Td {shown} Tj ET")
            .Add(5, $"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding {encoding} /DescendantFonts [7 0 R] {(toUnicode is null ? "" : "/ToUnicode 8 0 R")} >>")
            .Add(7, $"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> /W [1 [500 600] 10 20 700] >>");
        return toUnicode is null ? builder : builder.AddStream(8, "", PdfFileBuilder.Latin(toUnicode));
    }
}
