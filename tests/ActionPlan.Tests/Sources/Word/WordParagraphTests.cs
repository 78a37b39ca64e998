using ActionPlan.Sources;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>What paragraphs of the body are, and what stands in the margins.</summary>
public class WordParagraphTests
{
    [Theory]
    [InlineData("Title", "Rubrik", ParagraphRole.Title, 0)]
    [InlineData("heading 2", "Rubrik2", ParagraphRole.Heading, 2)]
    [InlineData("Overskrift 1", "O1", ParagraphRole.Heading, 1)]
    [InlineData("Otsikko 3", "x", ParagraphRole.Heading, 3)]
    [InlineData("Subtitle", "Underrubrik", ParagraphRole.Subtitle, 0)]
    [InlineData("toc 1", "Innehll1", ParagraphRole.Contents, 0)]
    [InlineData("caption", "Beskrivning", ParagraphRole.Caption, 0)]
    [InlineData("Normal", "Normal", ParagraphRole.Body, 0)]
    [InlineData("Eget", "Rubrik1", ParagraphRole.Heading, 1)]
    public void AStyleNameTellsTheRole(string name, string id, object role, int level)
    {
        var paragraph = Styled($"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/></w:style>", $"<w:pStyle w:val=\"{id}\"/>");
        Assert.Equal(((ParagraphRole)role, level), (paragraph.Role, paragraph.Level));
    }

    [Fact]
    public void AnOutlineLevelMakesAHeadingThroughTheChainOfStyles()
    {
        var paragraph = Styled(
            "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"A\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"B\"/><w:basedOn w:val=\"A\"/></w:style>",
            "<w:pStyle w:val=\"B\"/>");
        Assert.Equal((ParagraphRole.Heading, 2, true, 16.0), (paragraph.Role, paragraph.Level, paragraph.Bold, paragraph.Size));
        Assert.Equal(ParagraphRole.Heading, Styled("", "<w:outlineLvl w:val=\"0\"/>").Role);
    }

    [Fact]
    public void StylesInARingEnd() =>
        Assert.Equal("x", Styled("<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>", "<w:pStyle w:val=\"A\"/>").Text.Text);

    [Fact]
    public void HiddenByStyleIsHidden()
    {
        var document = new DocxBuilder(P("x", "<w:pStyle w:val=\"H\"/>") + P("y")).Styles("<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>").Document();
        Assert.Equal(["y"], document.Paragraphs());
        Assert.Equal("AP1101", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void BreaksTextBoxesAndTheirOrderAreKept()
    {
        var document = new DocxBuilder(
            P("a") + $"<w:p><w:r><w:br w:type=\"page\"/></w:r>{R("b")}<w:r><w:pict><v:textbox><w:txbxContent>{P("ruta")}{Table(Row(Tc("i ruta")))}</w:txbxContent></v:textbox></w:pict></w:r></w:p>" + P("c", "<w:pageBreakBefore/>")).Document();
        Assert.Equal("a|b BREAK|ruta BOX|table 1|c BREAK", string.Join('|', document.Body.Select(block => block switch
        {
            SourceParagraph paragraph => paragraph.Text.Text + (paragraph.BreaksPage ? " BREAK" : "") + (paragraph.InTextBox ? " BOX" : ""),
            SourceGrid grid => $"table {grid.Index}",
            _ => "",
        })));
    }

    [Fact]
    public void HeadersAndFootersAreReadOnceAndWithTheirTables()
    {
        var document = new DocxBuilder(P("text") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:headerReference w:type=\"first\" r:id=\"rId6\"/><w:footerReference r:id=\"rIdGone\"/></w:sectPr>")
            .With("word/h1.xml", $"<w:hdr {Namespaces}>{P("Dnr KS 2022/1")}{Table(Row(Tc("Typ"), Tc("Plan")))}</w:hdr>").Related("rId5", "header", "h1.xml")
            .With("word/h2.xml", $"<w:hdr {Namespaces}>{P("Dnr KS 2022/1")}<w:p><w:r><w:pict><v:shape><v:textpath string=\"UTKAST\"/></v:shape></w:pict></w:r></w:p></w:hdr>").Related("rId6", "header", "h2.xml")
            .Document();
        Assert.Equal(["Dnr KS 2022/1", "Typ", "Plan"], document.Margins.Select(margin => margin.Text.Text));
    }

    [Theory]
    [InlineData("<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults>", "", "sv")]
    [InlineData("<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault></w:docDefaults>", "<w:lang w:val=\"nb-NO\"/>", "nb")]
    [InlineData("", "", null)]
    public void TheLanguageIsThatOfMostText(string styles, string run, string? language) =>
        Assert.Equal(language, new DocxBuilder($"<w:p>{R("text och mer text", run)}{R("kort")}</w:p>").Styles(styles).Document().Language);

    [Theory]
    [InlineData("document", "word/document.xml")]
    [InlineData("template", "innehåll/huvud del.xml")]
    public void TheMainPartMayHaveAnyName(string type, string main) => Assert.Equal(["x"], new DocxBuilder(P("x"), main, type).Document().Paragraphs());

    [Fact]
    public void StrictDocumentsReadTheSame()
    {
        var builder = new DocxBuilder("");
        builder.With("word/document.xml", $"<w:document {Namespaces.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)}><w:body>{Table(Row(Tc("a", "<w:gridSpan w:val=\"2\"/>")))}</w:body></w:document>")
            .With("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document.xml\"/></Relationships>");
        Assert.Equal("1,1 1x2 a", builder.Document().Grid().Layout());
    }

    private static SourceParagraph Styled(string styles, string properties) =>
        Assert.IsType<SourceParagraph>(Assert.Single(new DocxBuilder(P("x", properties)).Styles(styles).Document().Body));
}
