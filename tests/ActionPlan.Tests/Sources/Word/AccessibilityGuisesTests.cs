using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>One fault each, in the guises that documents have it in, and beside each what looks like it and is none.</summary>
public class AccessibilityGuisesTests
{
    private const string Drawings = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
    private const string Language = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults>";
    private const string Headings =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"H3\"><w:name w:val=\"heading 3\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Own1\"><w:name w:val=\"Vår rubrik\"/><w:basedOn w:val=\"H1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Own3\"><w:name w:val=\"Vår underrubrik\"/><w:basedOn w:val=\"H3\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Outline3\"><w:name w:val=\"Avsnitt\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"NoHeading\"><w:name w:val=\"Som rubrik\"/><w:basedOn w:val=\"H3\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Round\"><w:name w:val=\"Runt\"/><w:basedOn w:val=\"Round\"/></w:style>"
        + "<w:style w:type=\"table\" w:styleId=\"Marks\"><w:name w:val=\"Tabell med rubrik\"/><w:tblStylePr w:type=\"firstRow\"><w:trPr><w:tblHeader/></w:trPr></w:tblStylePr></w:style><w:style w:type=\"table\" w:styleId=\"Grey\"><w:name w:val=\"Grå tabell\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>";

    private const string TextBox = "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Viktigt</w:t></w:r></w:p></w:txbxContent></wps:txbx>";
    private const string Grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>";

    [Theory]
    [InlineData("inline", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\"/></wp:inline>", "AP4106")]
    [InlineData("anchored", "<wp:anchor><wp:docPr id=\"1\" name=\"Bild 1\" descr=\"\"/></wp:anchor>", "AP4106")]
    [InlineData("blank words", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\" descr=\"  \" title=\" \"/></wp:inline>", "AP4106")]
    [InlineData("a chart", "<wp:inline><wp:docPr id=\"1\" name=\"Diagram 1\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/></a:graphic></wp:inline>", "AP4106")]
    [InlineData("SmartArt", "<wp:inline><wp:docPr id=\"1\" name=\"Diagram 1\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"/></a:graphic></wp:inline>", "AP4106")]
    [InlineData("words at the file alone", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\"/><pic:cNvPr xmlns:pic=\"p\" id=\"0\" name=\"x\" descr=\"C:\\logga.png\"/></wp:inline>", "AP4106")]
    [InlineData("not decorative", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\"><a:extLst><a:ext><adec:decorative val=\"0\"/></a:ext></a:extLst></wp:docPr></wp:inline>", "AP4106")]
    [InlineData("a part of it decorative", "<wp:inline><wp:docPr id=\"1\" name=\"Grupp 1\"/><pic:cNvPr xmlns:pic=\"p\"><a:extLst><a:ext><adec:decorative val=\"1\"/></a:ext></a:extLst></pic:cNvPr></wp:inline>", "AP4106")]
    [InlineData("the name of a file", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\" descr=\"kommunvapen_2022.PNG\"/></wp:inline>", "AP4111")]
    [InlineData("the address of a file", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\" descr=\"https://ekvik.example/bilder/vapen.jpg\"/></wp:inline>", "AP4111")]
    [InlineData("the name that Word gave", "<wp:inline><wp:docPr id=\"1\" name=\"Bildobjekt 3\" descr=\"Bildobjekt 3\"/></wp:inline>", "AP4111")]
    [InlineData("a word for any picture", "<wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Image\"/></wp:inline>", "AP4111")]
    [InlineData("described", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\" descr=\"Kommunens vapen\"/></wp:inline>", "")]
    [InlineData("described as it is named", "<wp:inline><wp:docPr id=\"1\" name=\"Kommunens vapen\" descr=\"Kommunens vapen\"/></wp:inline>", "")]
    [InlineData("described as LibreOffice does", "<wp:anchor><wp:docPr id=\"1\" name=\"Bild 1\" title=\"Kommunens vapen\"/></wp:anchor>", "")]
    [InlineData("decorative", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\"><a:extLst><a:ext><adec:decorative val=\"1\"/></a:ext></a:extLst></wp:docPr></wp:inline>", "")]
    [InlineData("hidden", "<wp:inline><wp:docPr id=\"1\" name=\"Bild 1\" hidden=\"1\"/></wp:inline>", "")]
    [InlineData("a text box", "<wp:anchor><wp:docPr id=\"1\" name=\"Textruta 1\"/>" + TextBox + "</wp:anchor>", "")]
    [InlineData("a picture in a text box", "<wp:anchor><wp:docPr id=\"1\" name=\"Textruta 1\"/><wps:txbx><w:txbxContent><w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"2\" name=\"Bild 2\"/></wp:inline></w:drawing></w:r></w:p></w:txbxContent></wps:txbx></wp:anchor>", "AP4106")]
    public void Pictures(string kind, string drawing, string code) => Expect(kind, code, $"<w:p><w:r><w:drawing {Drawings}>{drawing}</w:drawing></w:r></w:p>");

    [Theory]
    [InlineData("a picture", "<w:pict><v:shape id=\"_x0000_i1025\"><v:imagedata/></v:shape></w:pict>", "AP4106")]
    [InlineData("an embedded sheet", "<w:object><v:shape id=\"_x0000_i1025\"><v:imagedata/></v:shape></w:object>", "AP4106")]
    [InlineData("a group", "<w:pict><v:group><v:shape/><v:shape/></v:group></w:pict>", "AP4106")]
    [InlineData("blank words", "<w:pict><v:rect alt=\" \"/></w:pict>", "AP4106")]
    [InlineData("the name of a file", "<w:pict><v:shape alt=\"logga.gif\"><v:imagedata/></v:shape></w:pict>", "AP4111")]
    [InlineData("described", "<w:pict><v:shape alt=\"Kommunens vapen\"><v:imagedata/></v:shape></w:pict>", "")]
    [InlineData("a described group", "<w:pict><v:group alt=\"Vapen och namn\"><v:shape/><v:shape/></v:group></w:pict>", "")]
    [InlineData("a text box", "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Viktigt</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>", "")]
    [InlineData("a rule", "<w:pict><v:rect o:hr=\"t\"/></w:pict>", "")]
    [InlineData("a watermark", "<w:pict><v:shapetype id=\"t\"/><v:shape id=\"PowerPlusWaterMarkObject\"><v:textpath string=\"UTKAST\"/></v:shape></w:pict>", "")]
    [InlineData("a shape that is not shown", "<w:pict><v:shape style=\"position:absolute;visibility:hidden\"/></w:pict>", "")]
    public void Pictures_of_the_old_kind(string kind, string content, string code) => Expect(kind, code, $"<w:p><w:r {Drawings}>{content}</w:r></w:p>");

    [Fact]
    public void A_picture_for_old_programs_is_no_second_one() => Expect("fallback", "", $"<w:p><w:r {Drawings}><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Kommunens vapen\"/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");

    [Theory]
    [InlineData("H1 H3", "AP4104")]
    [InlineData("H1 H2 H2 H1 H3", "AP4104")]
    [InlineData("H1 Own3", "AP4104")]
    [InlineData("H1 Outline3", "AP4104")]
    [InlineData("H1 #2", "AP4104")]
    [InlineData("H2 H3", "AP4110")]
    [InlineData("#1", "AP4110")]
    [InlineData("Own3 H1", "AP4110")]
    [InlineData("H1 H2 H3", "")]
    [InlineData("H1 H2 H3 H1 H2", "")]
    [InlineData("H1 NoHeading", "")]
    [InlineData("Own1 H2 Own3", "")]
    [InlineData("H1 H3#9", "")]
    [InlineData("#0 #1 #2", "")]
    [InlineData("Round", "")]
    public void Headings_by_their_styles_and_outline_levels(string headings, string code) => Expect(headings, code, string.Concat(headings.Split(' ').Select(heading =>
        P("Text", $"{(heading[0] == '#' ? "" : $"<w:pStyle w:val=\"{heading.Split('#')[0]}\"/>")}{(heading.Contains('#', StringComparison.Ordinal) ? $"<w:outlineLvl w:val=\"{heading[^1]}\"/>" : "")}"))));

    [Theory]
    [InlineData("blank", "<w:r><w:t xml:space=\"preserve\">  </w:t></w:r>", "AP4105")]
    [InlineData("a tab", "<w:r><w:tab/></w:r>", "AP4105")]
    [InlineData("deleted", "<w:del w:id=\"1\"><w:r><w:delText>Bort</w:delText></w:r></w:del>", "AP4105")]
    [InlineData("a picture with words", "<w:r><w:drawing " + Drawings + "><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"Kommunens vapen\"/></wp:inline></w:drawing></w:r>", "")]
    [InlineData("a heading around a text box", "<w:r><w:drawing " + Drawings + "><wp:anchor><wp:docPr id=\"1\" name=\"x\"/>" + TextBox + "</wp:anchor></w:drawing></w:r><w:r><w:t>Inledning</w:t></w:r>", "")]
    public void Headings_without_a_text(string kind, string content, string code) =>
        Expect(kind, code, P("Plan", "<w:pStyle w:val=\"H1\"/>") + $"<w:p><w:pPr><w:pStyle w:val=\"H2\"/></w:pPr>{content}</w:p>" + P("Mer", "<w:pStyle w:val=\"H3\"/>").Replace(code.Length > 0 ? "H3" : "\0", "H2", StringComparison.Ordinal));

    [Fact]
    public void A_heading_that_was_none_before_a_tracked_change_is_one() =>
        Expect("tracked", "AP4110", P("Plan", "<w:pStyle w:val=\"H2\"/><w:pPrChange w:id=\"1\" w:author=\"a\"><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr></w:pPrChange>"));

    [Theory]
    [InlineData("two", "<w:p/><w:p/>", "AP4107")]
    [InlineData("blank", "<w:p/><w:p><w:r><w:t xml:space=\"preserve\">   </w:t></w:r></w:p>", "AP4107")]
    [InlineData("hard spaces", "<w:p><w:r><w:t>&#160;</w:t></w:r></w:p><w:p><w:r><w:t>&#160;</w:t></w:r></w:p>", "AP4107")]
    [InlineData("line breaks", "<w:p><w:r><w:t>Text</w:t><w:br/><w:br/><w:br/><w:t>mer</w:t></w:r></w:p>", "AP4107")]
    [InlineData("before a table", "<w:p/><w:p/><w:tbl>" + Grid + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "AP4107")]
    [InlineData("after a table", "<w:tbl>" + Grid + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/><w:p/>", "AP4107")]
    [InlineData("with bookmarks", "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/></w:p><w:p/>", "AP4107")]
    [InlineData("one", "<w:p/>", "")]
    [InlineData("one between tables", "<w:tbl>" + Grid + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/><w:tbl>" + Grid + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>", "")]
    [InlineData("page breaks", "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>", "")]
    [InlineData("the end of a section", "<w:p/><w:p><w:pPr><w:sectPr/></w:pPr></w:p>", "")]
    [InlineData("a line", "<w:p/><w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\"/></w:pBdr></w:pPr></w:p>", "")]
    [InlineData("fields", "<w:p><w:r><w:instrText>TOC</w:instrText></w:r></w:p><w:p/>", "")]
    [InlineData("line breaks amid a text", "<w:p><w:r><w:t>Ort</w:t><w:br/><w:t>Datum</w:t><w:br/><w:br/><w:t>Namn</w:t></w:r></w:p>", "")]
    [InlineData("cells to write in", "<w:tbl>" + Grid + "<w:tr><w:tc><w:p/><w:p/><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "")]
    public void Empty_lines(string kind, string body, string code) => Expect(kind, code, P("Text") + body + (body.EndsWith("</w:tbl>", StringComparison.Ordinal) || code.Length > 0 ? "" : P("Text")));

    [Theory]
    [InlineData("none", "", "", "AP4101")]
    [InlineData("on the second row alone", "", "", "AP4101", "<w:trPr><w:tblHeader/></w:trPr>")]
    [InlineData("switched off", "", "<w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>", "AP4101")]
    [InlineData("switched off in words", "", "<w:trPr><w:tblHeader w:val=\"false\"/></w:trPr>", "AP4101")]
    [InlineData("by the look of the style alone", "<w:tblPr><w:tblStyle w:val=\"Grey\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\"/></w:tblPr>", "", "AP4101")]
    [InlineData("by a style that is not asked for", "<w:tblPr><w:tblStyle w:val=\"Marks\"/><w:tblLook w:val=\"0000\" w:firstRow=\"0\"/></w:tblPr>", "", "AP4101")]
    [InlineData("before a tracked change", "", "<w:trPr><w:trPrChange w:id=\"1\" w:author=\"a\"><w:trPr><w:tblHeader/></w:trPr></w:trPrChange></w:trPr>", "AP4101")]
    [InlineData("marked", "", "<w:trPr><w:tblHeader/></w:trPr>", "")]
    [InlineData("marked with a word", "", "<w:trPr><w:tblHeader w:val=\"on\"/></w:trPr>", "")]
    [InlineData("on two rows", "", "<w:trPr><w:tblHeader/></w:trPr>", "", "<w:trPr><w:tblHeader/></w:trPr>")]
    [InlineData("by the style", "<w:tblPr><w:tblStyle w:val=\"Marks\"/><w:tblLook w:val=\"04A0\"/></w:tblPr>", "", "")]
    public void Heading_rows(string kind, string properties, string first, string code, string second = "")
    {
        var row = Row(Tc("Text"), Tc("Text"), Tc("Text"));
        Expect(kind, code, Table(properties + Grid.Replace("</w:tblGrid>", "<w:gridCol w:w=\"1000\"/></w:tblGrid>", StringComparison.Ordinal), row.Insert(6, first), row.Insert(6, second), row) + P(""));
    }

    [Theory]
    [InlineData("a frame around a text", 1, 1)]
    [InlineData("a column", 1, 4)]
    [InlineData("a line of contacts", 4, 1)]
    public void Tables_that_need_no_heading_row(string kind, int columns, int rows) =>
        Expect(kind, "", Table([$"<w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1000\"/>", columns))}</w:tblGrid>", .. Enumerable.Repeat(Row([.. Enumerable.Repeat(Tc("Text"), columns)]), rows)]) + P(""));

    [Theory]
    [InlineData("nowhere", "", "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("for fonts alone", "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>", "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("empty", "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"\"/></w:rPr></w:rPrDefault></w:docDefaults>", "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("none by name", "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"x-none\"/></w:rPr></w:rPrDefault></w:docDefaults>", "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("in one run of two", "", "<w:p><w:r><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr><w:t>Text</w:t></w:r><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("at the mark of the paragraph", "", "<w:p><w:pPr><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("by a style that is not used", "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:style>", "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "AP4108")]
    [InlineData("by the defaults", Language, "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "")]
    [InlineData("by the default style", "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"S\"><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:style>", "<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "")]
    [InlineData("in each run", "", "<w:p><w:r><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr><w:t>Text</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>", "")]
    [InlineData("by the style of the paragraph", "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:basedOn w:val=\"S\"/></w:style>", "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>", "")]
    public void Languages(string kind, string styles, string body, string code) => Assert.True(Codes(new DocxBuilder(body).Styles(styles), "Plan") == code, kind);

    [Theory]
    [InlineData("", "AP4109")]
    [InlineData("   ", "AP4109")]
    [InlineData("Dokument1", "AP4112")]
    [InlineData("Microsoft Word - uppföljning.doc", "AP4112")]
    [InlineData("uppfoljning_2022_slutlig.docx", "AP4112")]
    [InlineData("Namnlöst", "AP4112")]
    [InlineData("Uppföljning 2022", "")]
    [InlineData("Dokumentplan", "")]
    public void Titles(string title, string code) => Assert.Equal(code, Codes(new DocxBuilder(P("Text")).Styles(Language), title));

    [Fact]
    public void Of_one_fault_many_times_no_more_is_listed_than_a_person_reads()
    {
        var found = Found(new DocxBuilder(string.Concat(Enumerable.Repeat($"<w:p><w:r><w:drawing {Drawings}><wp:inline><wp:docPr id=\"1\" name=\"Bild\"/></wp:inline></w:drawing></w:r></w:p>", 300))).Styles(Language), "Plan");
        Assert.Equal(Enumerable.Repeat("AP4106", 10), found.Select(each => each.Code).Where(code => code.StartsWith("AP41", StringComparison.Ordinal)));
        Assert.Equal(["AP4106", "290"], found.Single(each => each.Code == "AP4016" && each.Arguments[0] == "AP4106").Arguments);
    }

    [Fact]
    public void A_finding_says_where_it_is_in_words_of_the_document()
    {
        var body = P("Inledning", "<w:pStyle w:val=\"H1\"/>") + P("Så gick det") + "<w:p/><w:p/><w:p/>" + P("Nästa steg", "<w:pStyle w:val=\"H3\"/>") + Table(Grid, Row(Tc("a"), Tc("b")), Row(Tc("c"), Tc("d"))) + P("Slut") + "<w:p/><w:p/>";
        Assert.Equal(
            ["(table 1) AP4101", " AP4104 Nästa steg 3 1 2", " AP4107 3 Så gick det 2"],
            Found(new DocxBuilder(body).Styles(Language + Headings), "Plan").Where(each => each.Code.StartsWith("AP41", StringComparison.Ordinal)).OrderBy(each => each.Code, StringComparer.Ordinal)
                .Select(each => $"{(each.Place == default ? "" : $"({each.Place})")} {each.Code} {string.Join(' ', each.Arguments)}".TrimEnd()));
    }

    private static void Expect(string kind, string code, string body) => Assert.True(Codes(new DocxBuilder(body).Styles(Language + Headings), "Plan") is var codes && codes == code, $"{kind}: {codes}");

    private static string Codes(DocxBuilder file, string title) => string.Join(' ', Found(file, title).Select(found => found.Code).Where(code => code.StartsWith("AP41", StringComparison.Ordinal)));

    private static IReadOnlyList<Diagnostic> Found(DocxBuilder file, string title) => [.. WordFileCheck.Check(new MemoryStream(file
        .With("docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title></cp:coreProperties>")
        .With("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>")
        .ToBytes()), "x.docx")];
}
