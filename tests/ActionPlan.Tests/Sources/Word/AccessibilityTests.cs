using ActionPlan.Tests.Templates;
using FsCheck;
using FsCheck.Fluent;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>What keeps people out of a document is found, each kind by itself, and documents of our own look have none of it.</summary>
public class AccessibilityTests
{
    private const string Header = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr>";
    private const string Grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>";
    private const string Grid3 = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>";
    private const string Styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"H3\"><w:name w:val=\"heading 3\"/></w:style>";

    private static readonly string Sound = Table(Grid, Header, Row(Tc("1"), Tc("2")));

    [Fact]
    public void A_document_with_everything_in_order_has_no_findings() => Assert.Empty(Codes(Sound));

    [Theory]
    [InlineData("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", "AP4101")]
    [InlineData(Header + "<w:tr><w:tc><w:tbl>" + Grid + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", "AP4103")]
    public void Traps_of_tables_are_found(string rows, string code) => Assert.Equal([code], Codes(Table(Grid, rows)));

    [Theory]
    [InlineData("a heading row", Header, "", true)]
    [InlineData("a first column", "", "<w:tblPr><w:tblLook w:firstColumn=\"1\"/></w:tblPr>", true)]
    [InlineData("a heading row and a merge", Header + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>", "", false)]
    [InlineData("a heading row and a table", Header + "<w:tr><w:tc><w:tbl>" + Grid + Header + "</w:tbl><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", "", false)]
    public void A_table_within_a_cell_is_none_where_it_says_what_its_cells_belong_to(string kind, string rows, string properties, bool isSound)
    {
        var within = Table(properties + Grid, rows, Row(Tc("1"), Tc("2")));
        Assert.True(Codes(Table(Grid, Header, $"<w:tr><w:tc>{within}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>")).SequenceEqual(isSound ? [] : ["AP4103"]), kind);
    }

    [Theory]
    [InlineData("a focus area over its measures", "hhh|Rxx|Cxx|Rxx|Cxx")]
    [InlineData("merges one within the other", "hhh|RRx|CCx|CRx|CCx|xxx")]
    [InlineData("a number before a merge", "hhh|xRx|xCx")]
    [InlineData("one answer for two rows", "hhh|xxR|xxC")]
    [InlineData("a section over the whole width", "hhh|3|xxx|3|xxx")]
    [InlineData("a sum whose label stands over several columns", "hhh|xxx|2x")]
    [InlineData("nothing under two headings", "hhh|xxx|x0")]
    [InlineData("a heading over two rows of headings", "HHh|DDh|xxx")]
    [InlineData("a merge that ends where a section begins", "hhh|Rxx|Cxx|3|Rxx|Cxx")]
    public void Well_formed_merges_are_no_trap(string kind, string rows) => Assert.True(Codes(Table(Grid3, Drawn(rows))).Length == 0, kind);

    [Theory]
    [InlineData("a heading that goes on into the rows", "Hhh|Cxx|xxx")]
    [InlineData("past a row of one cell", "hhh|Rxx|C2|Cxx")]
    [InlineData("across another merge", "hhh|Rxx|CRx|xCx")]
    [InlineData("two headings in one cell", "hhh|xxx|x2")]
    public void Merges_that_leave_in_doubt_what_a_text_belongs_to_are_found_once(string kind, string rows) => Assert.True(Codes(Table(Grid3, Drawn(rows))) is ["AP4102"], kind);

    [Theory]
    [InlineData("w:firstColumn=\"1\"", 2, true)]
    [InlineData("w:val=\"0080\"", 2, true)]
    [InlineData("w:firstColumn=\"0\" w:val=\"04A0\"", 2, false)]
    [InlineData("w:firstColumn=\"1\"", 3, false)]
    public void Labels_beside_texts_head_their_rows_where_that_is_marked(string look, int columns, bool isSound)
    {
        var row = Row([.. Enumerable.Repeat(Tc("Text"), columns)]);
        Assert.Equal(isSound ? [] : ["AP4101"], Codes(Table($"<w:tblPr><w:tblLook {look}/></w:tblPr>{Grid3}", row, row)));
    }

    /// <summary>
    /// Rows parted by bars. A cell: h or x for one of a heading row or of others; H or R begins a merge downwards, D or C goes on; a figure covers as
    /// many columns, 0 two without a text.
    /// </summary>
    private static string Drawn(string rows) => string.Concat(rows.Split('|').Select(row =>
        $"<w:tr>{(row.Any(cell => cell is 'h' or 'H' or 'D') ? "<w:trPr><w:tblHeader/></w:trPr>" : "")}{string.Concat(row.Select(Drawn))}</w:tr>"));

    private static string Drawn(char cell) => cell == '0' ? "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc>" : Tc("Text", cell switch
    {
        'H' or 'R' => "<w:vMerge w:val=\"restart\"/>",
        'D' or 'C' => "<w:vMerge/>",
        >= '2' and <= '9' => $"<w:gridSpan w:val=\"{cell}\"/>",
        _ => "",
    });

    [Fact]
    public void A_skipped_level_of_headings_is_found() =>
        Assert.Equal(["AP4104"], Codes(P("Ett", "<w:pStyle w:val=\"H1\"/>") + P("Tre", "<w:pStyle w:val=\"H3\"/>") + Sound));

    [Fact]
    public void An_empty_heading_is_found() => Assert.Equal(["AP4105"], Codes("<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr></w:p>" + Sound));

    [Theory]
    [InlineData("", "AP4106")]
    [InlineData("descr=\"Kommunens vapen\"", "")]
    public void A_picture_without_words_is_found(string text, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Codes($"<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><wp:docPr id=\"1\" name=\"Bild 1\" {text}/></wp:inline></w:drawing></w:r></w:p>" + Sound));

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "AP4107")]
    public void Empty_paragraphs_in_a_row_are_found(int count, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Codes(P("Text") + string.Concat(Enumerable.Repeat("<w:p/>", count)) + P("Text") + Sound));

    [Fact]
    public void A_document_without_language_and_title_is_told_so() =>
        Assert.Equal(["AP4109", "AP4108"], Of(new DocxBuilder(Sound).ToBytes()));

    [Fact]
    public void Messages_say_what_to_do_in_Swedish_and_English()
    {
        var found = WordFileCheck.Check(new MemoryStream(new DocxBuilder(Sound).ToBytes()), "x.docx").Single(diagnostic => diagnostic.Code == "AP4109");
        Assert.Contains("File, Info, Title", found.MessageIn(System.Globalization.CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
        Assert.Contains("Arkiv, Info, Titel", found.MessageIn(System.Globalization.CultureInfo.GetCultureInfo("sv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_of_our_own_look_have_no_findings()
    {
        Assert.Empty(Of(WordFiles.Of(WordFiles.Simple("Klart"))));
        Check.One(Cases.Of(60), Prop.ForAll(GeneratedPlans.Arbitrary, plan => Assert.Empty(WordFileCheck.Check(new MemoryStream(WordFiles.Of(plan)), "x.docx").Select(diagnostic => diagnostic.ToString()))));
    }

    [Fact]
    public void What_is_no_Word_file_is_not_checked() => Assert.Equal(["AP4100"], WordFileCheck.Check(new MemoryStream("Aktivitet;Mål\r\nLäsa;Mer\r\n"u8.ToArray()), "x.csv").Select(diagnostic => diagnostic.Code));

    private static string[] Codes(string body) => Of(new DocxBuilder(body).Styles(Styles)
        .With("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Plan</dc:title></cp:coreProperties>")
        .With("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>")
        .ToBytes());

    private static string[] Of(byte[] file) => [.. WordFileCheck.Check(new MemoryStream(file), "x.docx").Select(diagnostic => diagnostic.Code).Where(code => code.StartsWith("AP41", StringComparison.Ordinal))];
}
