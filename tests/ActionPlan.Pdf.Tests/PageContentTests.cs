namespace ActionPlan.Pdf.Tests;

public sealed class PageContentTests
{
    [Theory]
    [InlineData(0, 600f, 800f, 100f, 200f)]
    [InlineData(90, 800f, 600f, 200f, 500f)]
    [InlineData(180, 600f, 800f, 500f, 600f)]
    [InlineData(270, 800f, 600f, 600f, 100f)]
    [InlineData(-90, 800f, 600f, 600f, 100f)]
    public void CoordinatesAreThoseOfThePageAsItIsSeen(int rotation, float width, float height, float x, float y)
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf 100 200 Td (a) Tj ET", $"/Rotate {rotation}").FirstPage();
        Assert.Equal((width, height), (page.Width, page.Height));
        Assert.Equal(x, page.Glyphs[0].BaselineX, 3);
        Assert.Equal(y, page.Glyphs[0].BaselineY, 3);
    }

    [Fact]
    public void TheCropBoxIsThePageAndGlyphsOutsideItAreTold()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf 100 200 Td (a) Tj -90 0 Td (b) Tj ET", "/CropBox [50 50 400 500] /UserUnit 2").FirstPage();
        Assert.Equal((700f, 900f), (page.Width, page.Height));
        Assert.Equal((100f, 300f, 20f), (page.Glyphs[0].BaselineX, page.Glyphs[0].BaselineY, page.Glyphs[0].Size));
        Assert.Equal([false, true], page.Glyphs.Select(glyph => glyph.IsClipped));
        Assert.Equal(new PdfRectangle(-100, -100, 1100, 1500), page.MediaBox);
    }

    [Fact]
    public void TextStateMovesGlyphsAsTheSpecificationSays()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf 2 Tc 3 Tw 50 Tz 5 Ts 14 TL 100 700 Td (a b) Tj T* [(a) -1000 (b)] TJ 1 0 0 1 10 20 Tm (c) ' 4 1 (d) \" ET").FirstPage();
        var glyphs = page.Glyphs;
        Assert.Equal("a babcd", Reading.Text(page));
        Assert.Equal(100 + ((5.56 + 2) * 0.5), glyphs[1].BaselineX, 2);
        Assert.Equal(glyphs[1].BaselineX + ((2.78 + 2 + 3) * 0.5), glyphs[2].BaselineX, 2);
        Assert.Equal(705, glyphs[0].BaselineY, 3);
        Assert.Equal(691, glyphs[3].BaselineY, 3);
        Assert.Equal(glyphs[3].BaselineX + ((5.56 + 2 + 10) * 0.5), glyphs[4].BaselineX, 2);
        Assert.Equal(11, glyphs[5].BaselineY, 3);
        Assert.Equal(-3, glyphs[6].BaselineY, 3);
    }

    [Fact]
    public void ANegativeScaleGivesABoxTheRightWayRound()
    {
        var glyph = PdfFileBuilder.OnePage("q 1 0 0 -1 0 800 cm BT 10 0 0 -10 100 100 Tm /F1 1 Tf (A) Tj ET Q").FirstPage().Glyphs[0];
        Assert.Equal((100f, 700f, 10f), (glyph.BaselineX, glyph.BaselineY, glyph.Size));
        Assert.True(glyph.Y1 > 706 && glyph.Y0 < 700 && glyph.X1 > glyph.X0);
    }

    [Fact]
    public void WhatCannotBeSeenIsMarked()
    {
        var page = PdfFileBuilder.OnePage("BT 3 Tr /F1 10 Tf 100 200 Td (i) Tj 0 Tr ET q 0 0 50 50 re W n BT /F1 10 Tf 100 200 Td (c) Tj ET Q BT /F1 10 Tf 10 10 Td (s) Tj ET /Artifact BMC BT /F1 10 Tf 50 10 Td (a) Tj ET EMC").FirstPage();
        Assert.Equal([GlyphTraits.Invisible, GlyphTraits.Clipped, GlyphTraits.None, GlyphTraits.Artifact], page.Glyphs.Select(glyph => glyph.Traits));
    }

    [Theory]
    [InlineData("", "abc")]
    [InlineData("/Resources << >>", "abc")]
    [InlineData("/Resources << /Font << /F1 8 0 R >> >>", "a\u2742c")]
    public void ANameThatAFormsResourcesLackIsLookedForAroundIt(string resources, string expected)
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf (a) Tj ET /X Do", resources: "/XObject << /X 6 0 R /Y 7 0 R >>")
            .AddStream(6, $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] {resources}", PdfFileBuilder.Latin("BT /F1 10 Tf (b) Tj ET /Y Do"))
            .AddStream(7, "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >>", PdfFileBuilder.Latin("BT /F1 10 Tf (c) Tj ET"))
            .Add(8, "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>").FirstPage();
        Assert.Equal(expected, Reading.Text(page));
        Assert.Empty(page.Diagnostics);
    }

    [Theory]
    [InlineData("[(\\264) 333 (e)] TJ", "é")]
    [InlineData("[(x\\250) 444 (oy)] TJ", "xöy")]
    [InlineData("[(c) 416 (\\270t)] TJ", "çt")]
    [InlineData("2 Ts (\\264) Tj 0 Ts [500 (E)] TJ", "É")]
    [InlineData("(\\264e) Tj", "´e")]
    [InlineData("[(\\264) 333 (5)] TJ", "´5")]
    [InlineData("9 Ts (\\264) Tj 0 Ts [333 (e)] TJ", "´e")]
    [InlineData("[(\\264) 333 (\\264) 333 (e)] TJ", "´é")]
    public void ALetterWithItsAccentDrawnOverItIsOne(string shown, string expected)
    {
        var page = PdfFileBuilder.OnePage($"BT /F1 10 Tf 100 200 Td {shown} ET").FirstPage();
        Assert.Equal(expected, Reading.Text(page));
        Assert.Empty(page.Diagnostics);
    }

    [Fact]
    public void AnAccentOverHalfACharacterStaysByItself()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 10 Tf 100 200 Td [<0001> 333 <0005> 0 <0001> 333 <0003>] TJ ET")
            .Add(5, "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>")
            .Add(7, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /W [1 [333 600 600 600 600]] >>")
            .AddStream(8, "", PdfFileBuilder.Latin("2 beginbfchar <0001> <00B4> <0003> <0065FFFE> endbfchar 1 beginbfrange <0004> <0005> <D7FF> endbfrange")).FirstPage();
        Assert.Equal("´\ud800´e\ufffe", Reading.Text(page));
    }

    [Theory]
    [InlineData("<0001> -70 <0002>", "أ")]
    [InlineData("<0001> <0003>", "\u0654س")]
    [InlineData("<0003> <0004>", "س\u0301")]
    public void HamzaComposesWithTheLettersThatItChanges(string shown, string expected)
    {
        var page = PdfFileBuilder.OnePage($"BT /F1 10 Tf 100 200 Td [{shown}] TJ ET")
            .Add(5, "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>")
            .Add(7, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /W [1 [0 250 600 0]] >>")
            .AddStream(8, "", PdfFileBuilder.Latin("4 beginbfchar <0001> <0654> <0002> <0627> <0003> <0633> <0004> <0301> endbfchar")).FirstPage();
        Assert.Equal(expected, Reading.Text(page));
    }

    [Fact]
    public void OptionalContentThatIsSwitchedOffIsLeftOut()
    {
        var page = PdfFileBuilder.OnePage("/OC /Off BDC BT /F1 9 Tf (x) Tj ET EMC /OC /On BDC BT /F1 9 Tf (y) Tj ET EMC /OC /Any BDC BT /F1 9 Tf (z) Tj ET EMC", resources: "/Properties << /Off 8 0 R /On 9 0 R /Any << /Type /OCMD /OCGs [8 0 R] >> >>")
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [8 0 R] >> >> >>")
            .Add(8, "<< /Type /OCG /Name (off) >>").Add(9, "<< /Type /OCG /Name (on) >>").FirstPage();
        Assert.Equal("y", Reading.Text(page));
    }

    [Fact]
    public void ActualTextReplacesWhatIsDrawn()
    {
        var page = PdfFileBuilder.OnePage("/Span << /ActionText 1 /ActualText (ffi) /MCID 4 >> BDC BT /F1 9 Tf (%) Tj ET EMC /Span << /ActualText <FEFF00E400F6> >> BDC BT /F1 9 Tf (ao) Tj ET EMC").FirstPage();
        Assert.Equal(["ffi", "ä", "ö"], page.Glyphs.Select(glyph => glyph.Text));
        Assert.Equal(4, page.Glyphs[0].MarkedContentId);
    }

    [Theory]
    [InlineData("10", "1 0 0 1 100.3 200", "all")]
    [InlineData("10", "1 0 0 1 100 198.5", "all")]
    [InlineData("10", "1 0 0 1 104 200", "allall")]
    [InlineData("10", "1 0 0 1 100 197", "allall")]
    [InlineData("0.01", "1 0 0 1 100 197", "allall")]
    public void GlyphsDrawnAgainAtTheirPlaceAreMarked(string size, string again, string expected)
    {
        var page = PdfFileBuilder.OnePage($"BT /F1 {size} Tf 1 0 0 1 100 200 Tm (all) Tj {again} Tm (all) Tj ET").FirstPage();
        Assert.Equal(expected, string.Concat(page.Glyphs.Where(glyph => (glyph.Traits & GlyphTraits.Repeated) == GlyphTraits.None).Select(glyph => glyph.Text)));
    }

    [Fact]
    public void StrokesAndThinFillsAreRulingsJoinedWhereTheyTouch()
    {
        var page = PdfFileBuilder.OnePage("2 w 10 100 m 50 100 l S 50 100 m 90 100 l S [3 2] 0 d 10 300 m 10 400 l S 100 50 200 0.5 re f 1 0 0 rg 100 200 50 40 re f 0 0 m 50 70 l S").FirstPage();
        Assert.Equal(
            [new Ruling(10, 300, 10, 400, 2, 0, true), new Ruling(100, 50.25f, 300, 50.25f, 0.5f, 0, false), new Ruling(10, 100, 90, 100, 2, 0, false)],
            page.Rulings.ToArray());
        Assert.Equal([new FilledArea(new PdfRectangle(100, 200, 150, 240), 0xFF0000)], page.FilledAreas.ToArray());
    }

    [Fact]
    public void FormsHaveAPlaceAClipAndResourcesOfTheirOwn()
    {
        var page = PdfFileBuilder.OnePage("q 2 0 0 2 10 20 cm /X Do Q BT /F1 9 Tf (after) Tj ET", resources: "/XObject << /X 8 0 R >>")
            .AddStream(8, "/Subtype /Form /Matrix [1 0 0 1 5 5] /BBox [0 0 20 20]", PdfFileBuilder.Latin("/P << /MCID 7 >> BDC BT /F1 10 Tf 1 2 Td (in) Tj 90 0 Td (out) Tj ET q q"))
            .FirstPage();
        Assert.Equal("inoutafter", Reading.Text(page));
        Assert.Equal((22f, 34f, 20f, 8, 7), (page.Glyphs[0].BaselineX, page.Glyphs[0].BaselineY, page.Glyphs[0].Size, page.Glyphs[0].Form, page.Glyphs[0].MarkedContentId));
        Assert.Equal([false, false, true, true, true], page.Glyphs.Take(5).Select(glyph => glyph.IsClipped));
        Assert.Equal((0, -1), (page.Glyphs[5].Form, page.Glyphs[5].MarkedContentId));
    }

    [Fact]
    public void InlineImagesArePassedOverWhateverTheyHold()
    {
        var page = PdfFileBuilder.OnePage("q 10 0 0 20 30 40 cm BI /W 2 /H 2 /BPC 8 /CS /G ID (\u00ffEI\u00fe) Tj EI Q BT /F1 9 Tf (a) Tj ET").FirstPage();
        Assert.Equal("a", Reading.Text(page));
        Assert.Equal(new PdfRectangle(30, 40, 40, 60), Assert.Single(page.Images).Box);
    }

    [Fact]
    public void TheValuesOfFormFieldsAreReadWithAndWithoutAnAppearance()
    {
        var page = PdfFileBuilder.OnePage("", "/Annots [10 0 R 11 0 R 12 0 R 13 0 R]")
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [10 0 R 11 0 R] /DA (/F1 10 Tf) /DR << /Font << /F1 5 0 R >> >> >> >>")
            .Add(10, "<< /Type /Annot /Subtype /Widget /FT /Tx /V (drawn) /Rect [100 100 200 120] /AP << /N 20 0 R >> >>")
            .Add(11, "<< /Type /Annot /Subtype /Widget /FT /Tx /V <FEFF00C5006C0142> /Rect [100 200 200 220] >>")
            .Add(12, "<< /Type /Annot /Subtype /Widget /FT /Tx /V (hidden) /F 2 /Rect [100 300 200 320] /AP << /N 20 0 R >> >>")
            .Add(13, "<< /Type /Annot /Subtype /Link /Rect [0 0 50 10] /A << /S /URI /URI (https://example.org/) >> >>")
            .AddStream(20, "/Subtype /Form /BBox [0 0 50 10] /Resources << /Font << /F1 5 0 R >> >>", PdfFileBuilder.Latin("BT /F1 5 Tf 5 5 Td (drawn) Tj ET"))
            .FirstPage();
        Assert.Equal("drawnÅlł", Reading.Text(page));
        Assert.Equal((110f, 110f), (page.Glyphs[0].BaselineX, page.Glyphs[0].BaselineY));
        Assert.All(page.Glyphs, glyph => Assert.True((glyph.Traits & GlyphTraits.Annotation) != GlyphTraits.None));
        Assert.Equal(new PdfLink(new PdfRectangle(0, 0, 50, 10), "https://example.org/"), Assert.Single(page.Links));
    }

    [Fact]
    public void ColoursAreRgbWhateverTheirSpace()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 9 Tf 0 1 1 0 k (a) Tj 0.5 g (b) Tj /CS1 cs 1 scn (c) Tj /P1 cs /Pat scn (d) Tj 1 Tr 0 0 1 RG (e) Tj ET", resources: "/ColorSpace << /CS1 [/Separation /Spot /DeviceRGB << /FunctionType 2 /N 1 /Domain [0 1] /C0 [1 1 1] /C1 [0 1 0] >>] /P1 /Pattern >>").FirstPage();
        Assert.Equal([0xFF0000, 0x808080, 0x00FF00, -1, 0x0000FF], page.Glyphs.Select(glyph => glyph.Colour));
    }

    [Fact]
    public void CurvesAndSlantedLinesAreNoRulings()
    {
        var page = PdfFileBuilder.OnePage("10 10 m 40 80 90 80 120 10 c S 10 100 m 90 180 l S 10 300 m 20 310 30 310 40 300 c 40 290 l 10 290 l h f 0 200 m 100 200 l 110 200 110 210 110 220 c S").FirstPage();
        var ruling = Assert.Single(page.Rulings);
        Assert.Equal((0f, 200f, 100f, 200f), (ruling.X0, ruling.Y0, ruling.X1, ruling.Y1));
        Assert.Empty(page.FilledAreas);
    }

    [Fact]
    public void PagesCanBeReadInParallel()
    {
        var document = PdfDocument.Open(TestData.Path("p06.pdf")).Require();
        var expected = Enumerable.Range(1, document.PageCount).Select(number => Reading.Text(PdfDocument.Open(TestData.Path("p06.pdf")).Require().ReadPage(number))).ToArray();
        var texts = new string[64];
        Parallel.For(0, texts.Length, i => texts[i] = Reading.Text(document.ReadPage((i % document.PageCount) + 1)));
        Assert.All(Enumerable.Range(0, texts.Length), i => Assert.Equal(expected[i % document.PageCount], texts[i]));
    }

    [Fact]
    public void APageHandedOnWithItsGlyphsIsThePageThatIsReadWhole()
    {
        var document = PdfDocument.Open(TestData.Path("p06.pdf")).Require();
        for (var number = 1; number <= document.PageCount; number++)
        {
            var whole = document.ReadPage(number);
            var (page, glyphs) = document.ReadPage(number, (page, glyphs) => (page, glyphs.ToArray()));
            Assert.Equal(whole.Glyphs, glyphs);
            Assert.Equal(whole.Rulings, page.Rulings);
            Assert.Empty(page.Glyphs);
        }
    }

    [Fact]
    public void ReadingCanBeCancelled()
    {
        var document = PdfDocument.Open(PdfFileBuilder.OnePage(string.Concat(Enumerable.Repeat("q Q ", 5000))).Build()).Require();
        Assert.Throws<OperationCanceledException>(() => document.ReadPage(1, new CancellationToken(canceled: true)));
    }
}
