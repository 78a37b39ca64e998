using ActionPlan.Sources;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>What is text and what is not.</summary>
public class WordTextTests
{
    public static TheoryData<string, string, string> Texts => new()
    {
        { "runs of one paragraph are one text", $"<w:p>{R("Upp")}{R("följ")}{R("ning")}</w:p>", "Uppföljning" },
        { "paragraphs are lines", P("ett") + P("två"), "ett\ntvå" },
        { "blank paragraphs and outer white space are none", P("") + P("  ett\t ") + P("\u00A0") + P("två"), "ett\ntvå" },
        { "a manual line break is a line", $"<w:p>{R("ett")}<w:r><w:br/></w:r>{R("två")}<w:r><w:cr/></w:r>{R("tre")}</w:p>", "ett\ntvå\ntre" },
        { "a page break and a column break part lines as a manual one does", $"<w:p>{R("ett")}<w:r><w:br w:type=\"page\"/></w:r>{R("två")}<w:r><w:br w:type=\"column\"/></w:r>{R("tre")}</w:p>", "ett\ntvå\ntre" },
        { "tabs stay", $"<w:p>{R("Antal:")}<w:r><w:tab/></w:r>{R("12")}<w:r><w:ptab w:alignment=\"left\"/></w:r>{R("x")}</w:p>", "Antal:\t12\tx" },
        { "a soft hyphen goes", $"<w:p>{R("hand")}<w:r><w:softHyphen/></w:r>{R("lings\u00ADplan")}</w:p>", "handlingsplan" },
        { "a no-break hyphen stays", $"<w:p>{R("e")}<w:r><w:noBreakHyphen/></w:r>{R("post")}</w:p>", "e\u2011post" },
        { "symbols become Unicode", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FD\"/><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>", "☒☐✓•" },
        { "an unknown symbol keeps its code", "<w:p><w:r><w:sym w:font=\"Bransch\" w:char=\"F041\"/></w:r></w:p>", "\uF041" },
        { "text in a symbol font is symbols", "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>\uF0FE</w:t></w:r></w:p>", "☑" },
        { "inserted text counts", $"<w:p>{R("a")}<w:ins w:id=\"1\">{R("b")}</w:ins></w:p>", "ab" },
        { "deleted text does not", $"<w:p>{R("a")}<w:del w:id=\"1\"><w:r><w:delText>b</w:delText></w:r></w:del>{R("c")}</w:p>", "ac" },
        { "moved text stands where it went", $"<w:p><w:moveFrom w:id=\"1\">{R("b")}</w:moveFrom>{R("a")}<w:moveTo w:id=\"2\">{R("b")}</w:moveTo></w:p>", "ab" },
        { "a deleted paragraph mark joins with the next paragraph", P("ett ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + P("två") + P("tre"), "ett två\ntre" },
        { "a moved paragraph mark joins too", P("ett ", "<w:rPr><w:moveFrom w:id=\"1\"/></w:rPr>") + P("två"), "ett två" },
        { "an inserted paragraph mark stays", P("ett", "<w:rPr><w:ins w:id=\"1\"/></w:rPr>") + P("två"), "ett\ntvå" },
        { "old properties of a tracked change say nothing", P("ett", "<w:pPrChange w:id=\"1\"><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:pPrChange>") + $"<w:p>{R("två", "<w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>")}</w:p>", "ett\ntvå" },
        { "hidden text is left out", $"<w:p>{R("a")}{R("b", "<w:vanish/>")}{R("c", "<w:vanish w:val=\"0\"/>")}</w:p>", "ac" },
        { "a field gives its result", Field(" REF x ", R("svar")), "svar" },
        { "a field in a field's code gives nothing", Field(" IF </w:instrText></w:r>" + Run(Field(" PAGE ", R("7"))) + "<w:r><w:instrText> = 7 ", R("ja")), "ja" },
        { "a field that is never ended swallows nothing", $"<w:p>{R("a")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{R("b")}</w:p>{P("c")}", "ab\nc" },
        { "a simple field gives its result", $"<w:p><w:fldSimple w:instr=\" DATE \">{R("idag")}</w:fldSimple></w:p>", "idag" },
        { "a form's check box shows its state", Form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", " FORMCHECKBOX ") + Form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>", " FORMCHECKBOX "), "☒\n☐" },
        { "a form's drop-down shows its choice", Form("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Nej\"/><w:listEntry w:val=\"Ja\"/></w:ddList>", " FORMDROPDOWN "), "Ja" },
        { "controls around anything are transparent", $"<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>{R("a")}</w:sdtContent></w:sdt><w:smartTag>{R("b")}</w:smartTag><w:customXml>{R("c")}</w:customXml></w:p></w:sdtContent></w:sdt>", "abc" },
        { "prompt text is none", $"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Klicka här")}</w:sdtContent></w:sdt></w:p>", "" },
        { "a drop-down without a choice is empty", $"<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"Välj status\" w:value=\"\"/></w:dropDownList></w:sdtPr><w:sdtContent>{R("Välj status")}</w:sdtContent></w:sdt></w:p>", "" },
        { "a drop-down's choice is text", $"<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"Välj\" w:value=\"\"/></w:dropDownList></w:sdtPr><w:sdtContent>{R("Klar")}</w:sdtContent></w:sdt></w:p>", "Klar" },
        { "a check box control shows its character", $"<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>{R("☒")}</w:sdtContent></w:sdt>{R(" Ja")}</w:p>", "☒ Ja" },
        { "alternate content is read once", $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "a" },
        { "a fallback serves where the choice says nothing", $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "a" },
        { "a choice for a namespace that is not Office's is not taken", "<w:p xmlns:y=\"urn:annat\"><w:r><mc:AlternateContent><mc:Choice Requires=\"y\"><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "b" },
        { "a field that asks gives its answer: LibreOffice saves every content control as one", Field(" FILLIN \"\" ", R("Klart")), "Klart" },
        { "a text box in a cell follows its paragraph", $"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{P("ruta")}</w:txbxContent></v:textbox></w:pict></w:r>{R("ankare")}</w:p>", "ankare\nruta" },
        { "a formula is its characters", "<w:p><m:oMath><m:r><m:rPr/><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1" },
        { "ruby is its base text", $"<w:p><w:r><w:ruby><w:rubyPr/><w:rt>{R("kan")}</w:rt><w:rubyBase>{R("漢")}</w:rubyBase></w:ruby></w:r></w:p>", "漢" },
        { "a nested table is lines of tabbed cells", P("före") + Table(Row(Tc("Skola"), Tc("Antal")), Row(Tc("A"), Tc("14"))) + P("efter"), "före\nSkola\tAntal\nA\t14\nefter" },
        { "a line's end in the markup is a blank", "<w:p><w:r><w:t>ett\ntvå</w:t></w:r></w:p>", "ett två" },
        { "marks of notes are no text", $"<w:p>{R("a")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", "a" },
        { "a picture's words are no text", "<w:p><w:r><w:drawing><docPr descr=\"bild\"/></w:drawing></w:r></w:p>", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TextIsWhatIsPrinted(string promise, string content, string text)
    {
        var document = Cell(content).Document();
        Assert.True(text == document.Grid().Rows[0].Cells[0].Text.Text, $"{promise}: '{document.Grid().Rows[0].Cells[0].Text.Text}'");
        WordReading.AssertCloses(document);
    }

    [Fact]
    public void WhatIsDroppedIsCountedByItsRule()
    {
        var cell = Cell($"<w:p>{R("a\u00ADb")}{R("hem ligt", "<w:vanish/>")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Klicka här")}</w:sdtContent></w:sdt></w:p>").OnlyCell();
        Assert.Equal("ab", cell.Text.Text);
        Assert.Equal(new DroppedCharacters(Hyphen: 1, Hidden: 7, Prompt: 9), cell.Dropped);
    }

    [Fact]
    public void PlainTextIsOneStringAndFormattingIsKept()
    {
        Assert.True(Cell(P("ett") + P("två")).OnlyCell().Text.IsPlain);
        var rich = Cell($"<w:p>{R("ett ")}{R("två", "<w:b/>")}</w:p>{P("tre", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr>")}")
            .Numbering("""<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>""")
            .OnlyCell().Text;
        Assert.Equal(
            RichText.FromParagraphs(new TextParagraph([new("ett "), new("två", Bold: true)]), new TextParagraph([new("tre")], ListKind.Bullet, 1)),
            rich);
    }

    [Fact]
    public void LinksComeFromRelationshipsAnchorsAndFields()
    {
        var cell = Cell($"<w:p><w:hyperlink r:id=\"rId9\">{R("a")}</w:hyperlink><w:hyperlink w:anchor=\"b1\">{R("b")}</w:hyperlink></w:p>" + Field(" HYPERLINK \"https://x.se\" \\l \"d\" ", R("c")))
            .Related("rId9", "hyperlink", "http://bad host/%zz", external: true).OnlyCell();
        Assert.Equal(["http://bad host/%zz", "#b1", "https://x.se#d"], cell.Text.Paragraphs.SelectMany(paragraph => paragraph.Runs).Select(run => run.Link));
    }

    [Fact]
    public void EmbeddedHtmlAndTextStandInTheirPlace()
    {
        var document = Cell(P("före") + "<w:altChunk r:id=\"rId8\"/><w:altChunk r:id=\"rId9\"/>" + P("efter"))
            .With("word/a.html", "<html><head><title>x</title><style>p{}</style></head><body><p>H&auml;lsa &amp; <b>v&#229;rd</b></p><ul><li>ett</li></ul><script>x()</script><img src=\"http://example.test/x.png\"></body></html>")
            .With("word/b.txt", "rad ett\r\nrad två")
            .Related("rId8", "aFChunk", "a.html").Related("rId9", "aFChunk", "b.txt").Document();
        Assert.Equal("före\nHälsa & vård\nett\nrad ett\nrad två\nefter", document.Grid().Rows[0].Cells[0].Text.Text);
        WordReading.AssertCloses(document);
    }

    [Fact]
    public void AnEmbeddedWordDocumentIsReadWithItsTables()
    {
        var inner = new DocxBuilder(P("inre") + Table(Row(Tc("cell")))).ToBytes();
        var document = new DocxBuilder("<w:altChunk r:id=\"rId8\"/>" + P("yttre")).With("word/c.docx", inner).Related("rId8", "aFChunk", "c.docx").Document();
        Assert.Equal(["inre", "yttre"], document.Paragraphs());
        Assert.Equal("1,1 cell", document.Grid().Layout());
    }

    [Fact]
    public void AnEmbeddedPartOfAnotherKindIsReported()
    {
        var document = new DocxBuilder("<w:altChunk r:id=\"rId8\"/>" + P("text")).With("word/c.rtf", "{\\rtf1}").Related("rId8", "aFChunk", "c.rtf").Document();
        Assert.Equal("AP1106", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void NotesCommentsAndHiddenTextAreReportedWithTheirTextAndPlace()
    {
        var document = Cell($"<w:p>{R("a")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>{R("hemligt", "<w:vanish/>")}</w:p>")
            .With("word/footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P("en not")}</w:footnote></w:footnotes>").Related("rId7", "footnotes", "footnotes.xml")
            .With("word/comments.xml", $"<w:comments {Namespaces}><w:comment w:id=\"0\">{P("en fråga")}</w:comment></w:comments>").Related("rId8", "comments", "comments.xml")
            .Document();
        Assert.Equal(
            ["AP1103 en not", "AP1102 en fråga", "AP1101 hemligt"],
            document.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Arguments[0]}"));
        Assert.All(document.Diagnostics, diagnostic => Assert.Equal(new DocumentPlace(Table: 1, Row: 1, Column: 1), diagnostic.Place));
    }

    private static string Run(string paragraph) => paragraph[5..^6];

    private static string Field(string code, string result) =>
        $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

    private static string Form(string data, string code) =>
        $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
}
