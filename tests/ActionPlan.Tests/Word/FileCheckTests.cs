using ActionPlan.Tests.Sources.Word;
using ActionPlan.Word.Checks;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Word;

/// <summary>Each kind of damage is found, at its place, and a sound file is found sound.</summary>
public class FileCheckTests
{
    private const string Drawing = """<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r>""";

    [Theory]
    [InlineData("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>", "(table 1, row 1, column 1) AP4001 tc")]
    [InlineData("<w:tbl><w:tr><w:trPr/></w:tr></w:tbl>", "(table 1, row 1) AP4001 tr")]
    [InlineData("<w:tbl><w:tblGrid/></w:tbl>", "(table 1) AP4001 tbl")]
    [InlineData("<w:sdt><w:sdtContent/></w:sdt>", "AP4001 sdtContent")]
    [InlineData("<w:sdt><w:sdtPr/></w:sdt>", "AP4001 sdt")]
    [InlineData("<w:p><w:r><w:pict><v:textbox><w:txbxContent/></v:textbox></w:pict></w:r></w:p>", "AP4001 txbxContent")]
    [InlineData("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>", "(table 1, row 1, column 1) AP4002 tc")]
    [InlineData("<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>", "AP4003 5")]
    [InlineData("<w:sdt><w:sdtPr><w:id w:val=\"3000000000\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>", "AP4003 3000000000")]
    [InlineData("<w:p w14:paraId=\"0000000A\"/><w:p w14:paraId=\"0000000a\"/>", "AP4004 0000000a")]
    [InlineData("<w:p w14:paraId=\"80000000\"/>", "AP4004 80000000")]
    [InlineData("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/><w:bookmarkStart w:id=\"2\" w:name=\"A\"/><w:bookmarkEnd w:id=\"2\"/>", "AP4005 A")]
    [InlineData("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:bookmarkEnd w:id=\"1\"/>", "AP4005 b")]
    [InlineData("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>", "AP4006 a")]
    [InlineData("<w:bookmarkEnd w:id=\"1\"/>", "AP4006 1")]
    [InlineData($"<w:p>{Drawing}{Drawing}</w:p>", "AP4007 7")]
    [InlineData("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "(table 1, row 1, column 1) AP4008 1")]
    [InlineData("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:gridAfter w:val=\"1\"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "(table 1, row 1, column 1) AP4008 2")]
    [InlineData("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>", "(table 1, row 1, column 1) AP4009 word/document.xml")]
    [InlineData("<w:p><w:r><w:t>&#1;</w:t></w:r></w:p>", "AP4010 word/document.xml")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"Saknas\"/></w:pPr></w:p>", "AP4011 Saknas")]
    [InlineData("<w:tbl><w:tblPr><w:tblStyle w:val=\"Tabell\"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "(table 1) AP4011 Tabell")]
    [InlineData("<w:p><w:hyperlink r:id=\"rId9\"/></w:p>", "AP4013 rId9")]
    public void Damage_is_found_where_it_is(string body, string finding) => Assert.Equal(finding, Assert.Single(Findings(new DocxBuilder(body))));

    [Fact]
    public void Markup_that_the_schemas_do_not_allow_is_one_finding_with_its_first_place()
    {
        var file = new DocxBuilder("<w:p><w:pPr><w:jc w:val=\"sideways\"/></w:pPr></w:p><w:p><w:pPr><w:jc w:val=\"up\"/></w:pPr></w:p>").ToBytes();
        var finding = Assert.Single(WordFileCheck.Check(new MemoryStream(file), "a.docx"), finding => finding.Code == "AP4014");
        Assert.Equal(["2", "/word/document.xml"], finding.Arguments.Take(2));
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_not_held_against_the_schemas_and_says_so()
    {
        var options = new ReadOptions { Limits = new() { ValidatedSize = 100 } };
        Assert.Contains(WordFileCheck.Check(new MemoryStream(new DocxBuilder(P("a")).ToBytes()), "a.docx", options), finding => finding.Code == "AP4015");
    }

    [Fact]
    public void A_template_under_the_name_of_a_document_is_found() =>
        Assert.StartsWith("AP4012", Assert.Single(Findings(new DocxBuilder(P("a"), type: "template"))), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_is_not_there_is_found() => Assert.Equal("AP4013 rId7", Assert.Single(Findings(new DocxBuilder(P("a")).Related("rId7", "header", "header1.xml"))));

    [Fact]
    public void Page_headers_are_looked_through_with_the_document()
    {
        const string Control = "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>";
        var file = new DocxBuilder(Control).With("word/header1.xml", $"<w:hdr {Namespaces}>{Control}</w:hdr>").Related("rId7", "header", "header1.xml");
        Assert.Equal("AP4003 5", Assert.Single(Findings(file)));
    }

    [Fact]
    public void The_same_content_for_old_programs_is_no_second_one() => Assert.Empty(Findings(new DocxBuilder(
        $"<w:p><mc:AlternateContent><mc:Choice Requires=\"wps\">{Drawing}</mc:Choice><mc:Fallback>{Drawing}</mc:Fallback></mc:AlternateContent></w:p>")));

    [Fact]
    public void A_sound_file_is_sound()
    {
        const string Merged = "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc><w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr>"
            + "<w:sdt><w:sdtContent><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:sdtContent></w:sdt>"
            + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>";
        Assert.Empty(Findings(new DocxBuilder("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" + Merged + P("b", "<w:pStyle w:val=\"S\"/>") + "<w:bookmarkEnd w:id=\"1\"/>").Styles("<w:style w:type=\"paragraph\" w:styleId=\"S\"/>")));
    }

    [Fact]
    public void A_file_that_is_none_is_refused_in_one_line() => Assert.StartsWith("AP10", Assert.Single(Findings("PK no zip"u8.ToArray())), StringComparison.Ordinal);

    [Fact]
    public void No_more_is_listed_than_the_limit_keeps() =>
        Assert.Equal(3, FileCheck.Of(new MemoryStream(new DocxBuilder(string.Concat(Enumerable.Repeat("<w:bookmarkEnd w:id=\"1\"/>", 50))).ToBytes()), ReadLimits.Default with { Diagnostics = 2 }).Count);

    private static IEnumerable<string> Findings(DocxBuilder file) => Findings(file.ToBytes());

    private static IEnumerable<string> Findings(byte[] file) =>
        FileCheck.Of(new MemoryStream(file), ReadLimits.Default).Select(found => $"{(found.Place == default ? "" : $"({found.Place}) ")}{found.Code} {found.Arguments[0]}");
}
