using System.Text;
using ActionPlan.Sources;
using ActionPlan.Sources.Delimited;

namespace ActionPlan.Tests.Sources.Delimited;

public sealed class DelimitedSourceTests
{
    private const string Table = "Område;Åtgärd;Svar\r\nSkola;läsa, skriva;\"rad ett\r\nrad två\"\r\nVård;vila;ja\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-mark", "utf-16le", "utf-16be", "utf-16le-mark", "utf-16be-mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_grid(string name)
    {
        var grid = Grid(Read(Bytes(Table, name)));
        Assert.Equal("Område|Åtgärd|Svar\nSkola|läsa, skriva|rad ett/rad två\nVård|vila|ja", Shown(grid));
        Assert.Equal(Table.Count(c => !char.IsWhiteSpace(c) && c is not (';' or '"')), grid.Characters);
    }

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    [InlineData("|")]
    public void The_delimiter_is_found(string delimiter)
    {
        var text = string.Join('\n', "a#b#c", "x, y; z#2#3", "4#5#6", "7#8#9").Replace("x, y; z", "\"x, y; z\"", StringComparison.Ordinal).Replace("#", delimiter, StringComparison.Ordinal);
        Assert.Equal("a|b|c\nx, y; z|2|3\n4|5|6\n7|8|9", Shown(Grid(Read(Encoding.UTF8.GetBytes(text)))));
    }

    [Fact]
    public void Lines_above_the_table_are_paragraphs_the_first_one_the_title()
    {
        var document = Read("\n\nUppföljning\n\nAntagen av KUN, § 12\n\nA\tB\tC\nX\t\t\n1\t2\t3\n\n\t\tresten\n");
        Assert.Equal(["Uppföljning", "Antagen av KUN, § 12"], document.Body.OfType<SourceParagraph>().Select(paragraph => paragraph.Text.Text));
        Assert.Equal([ParagraphRole.Title, ParagraphRole.Body], document.Body.OfType<SourceParagraph>().Select(paragraph => paragraph.Role));
        Assert.Equal("A|B|C\nX||\n1|2|3\n||resten", Shown(Grid(document)));
    }

    [Fact]
    public void A_spreadsheet_pads_its_lines_and_ends_with_a_remark()
    {
        var document = Read("Plan för 2023;;;;\r\n;;;;\r\nA;B;C;;\r\n1;2;3;;\r\nAvsnitt;;;;\r\n4;5;6;;\r\n;;;;\r\nSammanställd av Anna;;;;\r\n");
        Assert.Equal(["Plan för 2023", "Sammanställd av Anna"], document.Body.OfType<SourceParagraph>().Select(paragraph => paragraph.Text.Text));
        Assert.Equal("A|B|C\n1|2|3\nAvsnitt||\n4|5|6", Shown(Grid(document)));
    }

    [Fact]
    public void A_sentence_with_commas_above_a_table_with_commas_is_a_sentence()
    {
        var document = Read("Antagen av KUN 2020-02-19 § 12, uppföljning 2022\nA,B,C\n1,2,3\n4,5,6\n");
        Assert.Equal("Antagen av KUN 2020-02-19 § 12, uppföljning 2022", document.Body.OfType<SourceParagraph>().Single().Text.Text);
        Assert.Equal("A|B|C\n1|2|3\n4|5|6", Shown(Grid(document)));
    }

    [Fact]
    public void An_information_box_above_is_a_grid_of_its_own()
    {
        var document = Read("Dokumenttyp;Plan;;\r\nBeslut;KF;;\r\n;;;\r\nA;B;C;D\r\n1;2;3;4\r\n5;6;7;8\r\n");
        Assert.Equal(["Dokumenttyp|Plan\nBeslut|KF", "A|B|C|D\n1|2|3|4\n5|6|7|8"], document.Body.OfType<SourceGrid>().Select(Shown));
    }

    [Fact]
    public void Marked_paragraphs_become_paragraphs_and_their_marks_are_not_counted()
    {
        var grid = Grid(Read("A\tB\n1\t<p>ett &amp; två</p> <p class=\"x\">tre<br/>fyra</p>\n2\ta < b\n"));
        Assert.Equal("A|B\n1|ett & två/tre/fyra\n2|a < b", Shown(grid));
        Assert.Equal("AB1ett&tvåtrefyra2a<b".Length, grid.Characters);
    }

    [Theory]
    [InlineData("A;B\n\"Läslust\" är bra;2\n3;4\n", "A|B\n\"Läslust\" är bra|2\n3|4")]
    [InlineData("A;B\n12\" skärm;2\n3;4\n", "A|B\n12\" skärm|2\n3|4")]
    [InlineData("A;B\n\"Han sa \"\"hej\"\"\";2\n3;4\n", "A|B\nHan sa \"hej\"|2\n3|4")]
    [InlineData("A;B\n\"öppet;2\n3;4\n", "A|B\n\"öppet|2\n3|4")]
    [InlineData("sep=;\nA;B\n1;2\n", "A|B\n1|2")]
    [InlineData("A;B\r1;2\r3;4\r", "A|B\n1|2\n3|4")]
    public void Quotation_marks_are_read_as_they_were_meant(string text, string shown) => Assert.Equal(shown, Shown(Grid(Read(text))));

    [Theory]
    [InlineData("A;B;C\n1;2;\"rad ett\nrad tv")]
    [InlineData("A;B;C\n1;2;\"rad ett\nrad två\n")]
    public void A_file_cut_short_within_quotation_marks_is_refused(string text) =>
        Assert.Equal("AP1203", Refusal(Encoding.UTF8.GetBytes(text)).Code);

    [Fact]
    public void Rows_of_other_width_are_reported()
    {
        var document = Read("A;B;C\n1;2;3;4\n1;2\nAvsnitt\n1;2;3\n");
        Assert.Equal(["(table 1, row 2): warning AP1201", "(table 1, row 3): warning AP1201"], document.Diagnostics.Select(diagnostic => diagnostic.ToString()[..32]));
    }

    [Fact]
    public void Windows_1252_is_reported_and_damaged_utf8_refused()
    {
        Assert.Equal("AP1202", Assert.Single(Read(Bytes("Område;Åtgärd\nå;ä\n", "windows-1252")).Diagnostics).Code);
        var damaged = Encoding.UTF8.GetBytes("Område;Åtgärd;Mål\nå;ä;ö\n");
        Assert.Equal("AP1015", Refusal([.. damaged, 0xC3]).Code);
        Assert.Equal("AP1015", Refusal([(byte)'A', (byte)';', 0x81, 0x8D]).Code);
        Assert.Equal("AP1015", Refusal([0xFF, 0xFE, (byte)'A']).Code);
    }

    [Fact]
    public void Binary_content_is_refused() => Assert.Equal("AP1004", Refusal([1, 2, 3, 0, 5, 6, 7, 8, 14, 15, 16, 17]).Code);

    [Fact]
    public void Soft_hyphens_are_dropped_with_an_entry()
    {
        var cell = Grid(Read("A;B\nupp\u00ADföljning;2\n")).Rows[1].Cells[0];
        Assert.Equal("uppföljning", cell.Text.Text);
        Assert.Equal(1, cell.Dropped!.Hyphen);
    }

    [Fact]
    public void Limits_are_kept()
    {
        var rows = new ReadOptions { Limits = new ReadLimits { Rows = 10 } };
        var many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;b\n", 11)));
        Assert.Equal("AP1014", DelimitedSource.Read(Input(many), rows, default).Refusal!.Code);
    }

    private static SourceInput Input(byte[] bytes) => new(new MemoryStream(bytes), "a.csv");

    private static SourceDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static SourceDocument Read(byte[] bytes) => DelimitedSource.Read(Input(bytes), ReadOptions.Default, default).Document!;

    private static Diagnostic Refusal(byte[] bytes) => DelimitedSource.Read(Input(bytes), ReadOptions.Default, default).Refusal!;

    private static SourceGrid Grid(SourceDocument document) => document.Body.OfType<SourceGrid>().Single();

    private static string Shown(SourceGrid grid) =>
        string.Join('\n', grid.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text.Text.Replace('\n', '/')))));

    private static byte[] Bytes(string text, string name) => name switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        "utf-16le" => Encoding.Unicode.GetBytes(text),
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf-16le-mark" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        "utf-16be-mark" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };
}
