namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>What may stand in a cell, and beside the table, besides plain lines of text.</summary>
public class CellContentTests
{
    private static readonly string[] Headings = ["Fokusområde", "Aktivitet", "Mål", "Uppföljning"];
    private static readonly string[] Row = ["Rening", "Filter vid hamnen", "Halten halveras", "Halten är lägre"];

    [Fact]
    public void Text_turned_beside_a_table_is_told_and_in_no_cell()
    {
        var read = ReadTables(DrawnPdf.Of([DrawnPdf.Page(700, Headings, Row) + "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Handlingsplan 2022) Tj ET\n"]));
        Assert.Equal("Handlingsplan 2022", Told(read, "AP1306"));
        Assert.Equal(["Fokusområde|Aktivitet|Mål|Uppföljning", "Rening|Filter vid hamnen|Halten halveras|Halten är lägre"], Rows(read));
    }

    [Fact]
    public void A_watermark_is_told_once_though_it_stands_on_every_page()
    {
        const string Watermark = "BT /F1 60 Tf .7 .7 -.7 .7 150 300 Tm (UTKAST) Tj ET\n";
        var read = ReadTables(DrawnPdf.Of([DrawnPdf.Page(700, Headings, Row) + Watermark, DrawnPdf.Page(700, Headings, Row) + Watermark]));
        Assert.Equal("UTKAST", Told(read, "AP1306"));
    }

    [Theory]
    [InlineData("0 1 -1 0 595 0")]
    [InlineData("0 -1 1 0 0 842")]
    [InlineData("-1 0 0 -1 595 842")]
    public void A_table_drawn_turned_on_its_page_is_read_like_one_that_stands_upright(string turned) =>
        Assert.Equal(
            ["Fokusområde|Aktivitet|Mål|Uppföljning", "Rening|Filter vid hamnen|Halten halveras|Halten är lägre"],
            Rows(ReadTables(DrawnPdf.Of([$"q {turned} cm {DrawnPdf.Page(500, Headings, Row)} Q\n"]))));

    [Fact]
    public void A_ruled_table_in_a_cell_is_lines_of_the_cell_parted_by_tabs()
    {
        var page = DrawnPdf.Page(700, Headings, ["Rening", "Tre steg:\n\n\n\nOch drift.", "Halten halveras", "Halten är lägre"])
            + "155 664 m 262 664 l S 155 652 m 262 652 l S 155 640 m 262 640 l S 155 664 m 155 640 l S 210 664 m 210 640 l S 262 664 m 262 640 l S\n"
            + Text(158, 655, "Projektera") + Text(213, 655, "2021") + Text(158, 643, "Bygga") + Text(213, 643, "2022");
        Assert.Equal("Tre steg:\nProjektera\t2021\nBygga\t2022\nOch drift.", ReadTables(DrawnPdf.Of([page])).GetValueOrThrow()[0].Rows[1].Cells[1].Text.Text);
    }

    [Fact]
    public void A_table_in_a_frame_is_a_table()
    {
        var page = DrawnPdf.Page(600, Headings, Row) + "40 640 m 555 640 l S 40 620 m 555 620 l S 40 500 m 555 500 l S 40 640 m 40 500 l S 555 640 m 555 500 l S 300 640 m 300 620 l S\n"
            + Text(60, 626, "Tabell 1") + Text(310, 626, "Kommunens plan");
        Assert.Contains(Rows(ReadTables(DrawnPdf.Of([page]))), row => row == "Rening|Filter vid hamnen|Halten halveras|Halten är lägre");
    }

    [Fact]
    public void Words_set_wide_are_words() =>
        Assert.Equal("UPPFÖLJNING AV MÅLEN", Rows(ReadTables(DrawnPdf.Of([Wide("UPPFÖLJNING AV MÅLEN")]))).First().Split('|')[0]);

    [Fact]
    public void Words_set_wide_without_blanks_between_them_are_words() =>
        Assert.Equal("MÅLEN 2022", Rows(ReadTables(DrawnPdf.Of([DrawnPdf.Page(700, ["", "Aktivitet", "Mål", "Ansvarig"], Row)
            + "BT /F1 8 Tf 3 Tc 54 688 Td [(MÅLEN) -400 (2022)] TJ ET\n"]))).First().Split('|')[0]);

    [Fact]
    public void A_link_in_a_cell_is_a_link_of_its_words_alone()
    {
        var file = DrawnPdf.Of(
            [DrawnPdf.Page(700, Headings, ["Rening", "Se rapporten om hamnen", "Halten halveras", "Halten är lägre"])],
            entries: "/Annots[<</Type/Annot/Subtype/Link/Rect[172 664 216 678]/A<</S/URI/URI(https://exempel.se/rapport)>>>>"
                + "<</Type/Annot/Subtype/Link/Rect[270 664 340 678]/A<</S/URI/URI(javascript:void)>>>>]");
        var cells = ReadTables(file).GetValueOrThrow()[0].Rows[1].Cells;
        Assert.Equal([("Se ", null), ("rapporten", "https://exempel.se/rapport"), (" om hamnen", null)], cells[1].Text.Paragraphs[0].Runs.Select(run => (run.Text, run.Link)).ToArray());
        Assert.True(cells[2].Text.IsPlain);
    }

    [Fact]
    public void The_value_of_a_form_field_is_the_answer_of_its_cell()
    {
        var file = DrawnPdf.Of(
            [DrawnPdf.Page(700, Headings, ["Rening", "Filter vid hamnen", "Halten halveras", "\n"])],
            entries: "/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/Ff 4096/T(svar)/V(Halten minskar)/DA(/F1 10 Tf 0 g)/Rect[394 655 540 681]/F 4>>]");
        Assert.Equal("Halten minskar", Assert.Single(new PlanReader().Read(file, "plan.pdf").GetValueOrThrow().Measures).FollowUp.Text);
    }

    [Fact]
    public void A_page_with_more_lines_than_a_bound_allows_is_told()
    {
        var read = new TableReader(new() { Limits = new() { PageLines = 5 } }).Read(DrawnPdf.Of([DrawnPdf.Page(700, Headings, Row)]), "plan.pdf");
        Assert.Equal(1, Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == "AP1307").Place.Page);
    }

    [Fact]
    public void Lines_with_more_places_between_them_than_a_bound_allows_are_told()
    {
        var read = new TableReader(new() { Limits = new() { GridPlaces = 7 } }).Read(DrawnPdf.Of([DrawnPdf.Page(700, Headings, Row)]), "plan.pdf");
        Assert.Contains("GridPlaces", Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == "AP1307").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_with_more_areas_than_a_bound_allows_is_told()
    {
        var page = ".9 g 50 682 495 18 re f 0 g\n" + DrawnPdf.Page(700, Headings, Row);
        Assert.Contains(new TableReader(new() { Limits = new() { PageAreas = 0 } }).Read(DrawnPdf.Of([page]), "plan.pdf").Diagnostics, diagnostic => diagnostic.Code == "AP1307");
        Assert.DoesNotContain(ReadTables(DrawnPdf.Of([page])).Diagnostics, diagnostic => diagnostic.Code == "AP1307");
    }

    /// <summary>A page with a heading that is set wide, as by the spacing of letters in a word processor.</summary>
    private static string Wide(string heading) => DrawnPdf.Page(700, ["", "Aktivitet", "Mål", "Ansvarig"], Row)
        + $"BT /F1 4 Tf 1 Tc 54 688 Td ({heading}) Tj ET\n";

    private static string Text(int x, int y, string text) => $"BT /F1 8 Tf {x} {y} Td ({text}) Tj ET\n";

    private static ReadResult<ValueList<Table>> ReadTables(Stream file) => new TableReader().Read(file, "plan.pdf");

    private static IEnumerable<string> Rows(ReadResult<ValueList<Table>> read) => read.GetValueOrThrow().SelectMany(table => table.Rows).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text.Text)));

    private static string Told(ReadResult<ValueList<Table>> read, string code) => Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == code).Message.Split('\'')[1];
}
