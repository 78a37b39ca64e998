namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Rows at the end of a page and at the beginning of the next.</summary>
public class PageSeamTests
{
    private static readonly string[] Headings = ["Fokusområde", "Aktivitet", "Mål", "Uppföljning"];

    [Fact]
    public void A_row_whose_line_was_full_goes_on_over_the_page() =>
        Assert.Equal(["Rening|Filter vid hamnen|Halten av zink i vattnet vid hamnen halveras|Halten är lägre"], Activities(
            ["Rening", "Filter vid hamnen", "Halten av zink i vattnet", "Halten är lägre"],
            ["", "", "vid hamnen halveras", ""]));

    [Fact]
    public void A_row_that_leaves_blank_what_all_others_fill_goes_on_though_new_sentences_begin()
    {
        string[] Row(string activity) => ["Rening", activity, "Halten halveras", "Halten är lägre"];
        var read = Read(
            DrawnPdf.Page(300, Headings, Row("Filter"), Row("Dammar"), Row("Vass"), ["", "Provtagning i hamnens", "Halten halveras", "Halten är nu mycket lägre vid"]),
            DrawnPdf.Page(780, Headings, ["", "båda bassänger", "", "Norrahamnskajen. Mätning pågår"]));
        Assert.Equal("Rening|Provtagning i hamnens båda bassänger|Halten halveras|Halten är nu mycket lägre vid Norrahamnskajen. Mätning pågår", Texts(read).Last());
    }

    [Fact]
    public void The_heading_of_a_section_at_the_top_of_a_page_begins_it() =>
        Assert.Equal(["", "Parker"], Read(
            DrawnPdf.Page(300, Headings, ["Rening", "Filter", "Halten halveras", "Halten är lägre"], ["Rening", "Dammar", "Halten halveras", "Halten är lägre"], ["Rening", "Vass", "Halten halveras", "Halten är lägre"]),
            DrawnPdf.Page(780, ["Parker", "", "", ""], ["Ytor", "Plantera ängsmark", "Fler pollinerare", "Ytan är sådd"])).GetValueOrThrow().Sections.Select(section => section.Heading));

    [Fact]
    public void A_row_that_only_begins_in_small_letters_is_a_row_of_its_own() =>
        Assert.Equal(["Rening|Filter vid hamnen|Halten halveras|skola, fritid", "Ytor|plantera ängsmark|fler pollinerare|förvaltningen"], Activities(
            ["Rening", "Filter vid hamnen", "Halten halveras", "skola, fritid"],
            ["Ytor", "plantera ängsmark", "fler pollinerare", "förvaltningen"]));

    [Fact]
    public void A_row_of_which_a_single_text_could_go_on_is_a_row_of_its_own() =>
        Assert.Equal(["Rening|Filter vid hamnen|Halten halveras|Halten av zink i vattnet vid", "Ytor|Plantera ängsmark|Fler pollinerare|hamnen är sådd"], Activities(
            ["Rening", "Filter vid hamnen", "Halten halveras", "Halten av zink i vattnet vid"],
            ["Ytor", "Plantera ängsmark", "Fler pollinerare", "hamnen är sådd"]));

    [Fact]
    public void A_row_that_is_longer_than_a_page_is_one_row_of_all_its_pages()
    {
        var read = Read(
            DrawnPdf.Page(200, Headings, ["Rening", "Filter vid hamnen", "Halten av zink i vattnet", "Halten är lägre"]),
            DrawnPdf.Page(780, Headings, ["", "", "vid hamnen och vid de båda", ""]),
            DrawnPdf.Page(780, Headings, ["", "", "badplatserna halveras", ""], ["Ytor", "Plantera ängsmark", "Fler pollinerare", "Ytan är sådd"]));
        Assert.Equal(["Rening|Filter vid hamnen|Halten av zink i vattnet vid hamnen och vid de båda badplatserna halveras|Halten är lägre", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd"], Texts(read));
        Assert.Equal(0, read.Report.Account.Unplaced);
    }

    [Fact]
    public void A_row_that_the_page_cuts_may_be_open_above()
    {
        var rest = DrawnPdf.Page(780, ["", "", "vid hamnen halveras", ""]);
        var read = Read(DrawnPdf.Page(200, Headings, ["Rening", "Filter vid hamnen", "Halten av zink i vattnet", "Halten är lägre"]), rest[(rest.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(["Rening|Filter vid hamnen|Halten av zink i vattnet vid hamnen halveras|Halten är lägre"], Texts(read));
    }

    [Fact]
    public void Notes_at_the_foot_of_a_page_do_not_end_its_table()
    {
        var first = DrawnPdf.Page(200, Headings, ["Rening", "Filter vid hamnen", "Halten halveras", "Halten är lägre"])
            + "BT /F1 8 Tf 50 60 Td (1) Tj ET\nBT /F1 8 Tf 60 60 Td (Enligt kontrollprogrammet.) Tj ET\n";
        var read = Read(first.Replace("(Halten halveras) Tj ET", "(Halten nu halv) Tj ET\nBT /F1 8 Tf 338 174 Td (1) Tj ET", StringComparison.Ordinal), DrawnPdf.Page(780, ["Ytor", "Plantera ängsmark", "Fler pollinerare", "Ytan är sådd"]));
        Assert.Equal(["Rening|Filter vid hamnen|Halten nu halv|Halten är lägre", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd"], Texts(read));
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Code == "AP1103");
    }

    [Fact]
    public void A_row_without_lines_alone_on_a_page_stands_in_the_columns_of_the_page_before()
    {
        string[] Row(int number) => ["Rening", $"Filter {number}", "Halten av zink i vattnet\nhalveras", "Halten är lägre i hamnen\nän i fjol"];
        var read = Read(WithoutLines(DrawnPdf.Page(300, Headings, Row(1), Row(2), Row(3), Row(4))), WithoutLines(DrawnPdf.Page(780, Row(5))));
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"Rening|Filter {number}|Halten av zink i vattnet halveras|Halten är lägre i hamnen än i fjol"), Texts(read));
    }

    [Fact]
    public void Paragraphs_that_stand_a_little_apart_are_two_though_the_first_fills_its_line()
    {
        string[] Row(string text) => ["Rening", "Filter vid hamnen", text, "Halten är lägre"];
        var page = DrawnPdf.Page(600, [Headings, .. Enumerable.Repeat(Row("Halten av zink i vattnet\nhalveras till nästa år"), 8), Row("Halten av zink i vattnet\n@Badplatserna är rena")]);
        var at = page.IndexOf("(@", StringComparison.Ordinal);
        var line = page.LastIndexOf('\n', at) + 1;
        var baseline = page[line..at].Split(' ')[5];
        var lower = (float.Parse(baseline, System.Globalization.CultureInfo.InvariantCulture) - 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
        page = page[..line] + page[line..].Replace($" {baseline} Td (@", $" {lower} Td (", StringComparison.Ordinal);
        var goals = Read(page).Value!.Measures.Select(measure => measure.Goal.Text).ToList();
        Assert.Equal("Halten av zink i vattnet\nBadplatserna är rena", goals[^1]);
        Assert.Equal("Halten av zink i vattnet halveras till nästa år", goals[0]);
    }

    [Theory]
    [InlineData("Åtgärd", "Budget 2023", "Utfall 2023", "Hamnen", "150 tkr", "140 tkr")]
    [InlineData("Indikator", "Mål", "Utfall 2023", "Andel rena bad", "80 %", "76 %")]
    [InlineData("När", "Vad", "Vem", "Mars", "Svar lämnas", "Nämnden")]
    public void A_table_of_sums_of_indicators_or_of_dates_beside_a_plan_is_not_part_of_it(params string[] cells)
    {
        var plan = Read(DrawnPdf.Page(700, Headings, ["Rening", "Filter vid hamnen", "Halten halveras", "Halten är lägre"], ["Ytor", "Plantera ängsmark", "Fler pollinerare", "Ytan är sådd"])
            + DrawnPdf.Page(500, [.. cells[..3], "Not"], [.. cells[3..], ""])).GetValueOrThrow();
        Assert.Equal(["Filter vid hamnen", "Plantera ängsmark"], plan.Measures.Select(measure => measure.Activity.Text));
        Assert.Equal(4, plan.Columns.Count);
    }

    [Fact]
    public void Small_text_close_under_a_large_title_is_a_line_of_its_own()
    {
        var plan = Read("BT /F1 26 Tf 50 500 Td (Plan f\u00f6r rena hamnar) Tj ET\nBT /F1 8 Tf 50 488 Td (Antagen av KF den 3 maj 2022, \u00a7 208) Tj ET\n"
            + DrawnPdf.Page(400, Headings, ["Rening", "Filter vid hamnen", "Halten halveras", "Halten är lägre"])).GetValueOrThrow();
        Assert.Equal("Plan för rena hamnar", plan.Title);
        Assert.Equal("208", Assert.Single(plan.Decisions).Section);
    }

    private static string WithoutLines(string page) => string.Join('\n', page.Split('\n').Where(line => !line.EndsWith(" S", StringComparison.Ordinal))) + "\n";

    private static ReadResult<Plan> Read(params string[] pages) => new PlanReader().Read(DrawnPdf.Of(pages), "plan.pdf");

    private static IEnumerable<string> Texts(ReadResult<Plan> read) =>
        read.GetValueOrThrow().Measures.Select(measure => string.Join('|', measure.FocusArea.Text, measure.Activity.Text, measure.Goal.Text, measure.FollowUp.Text));

    private static IEnumerable<string> Activities(string[] last, string[] first) =>
        Texts(Read(DrawnPdf.Page(200, Headings, last), DrawnPdf.Page(780, Headings, first)));
}
