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
    public void A_row_that_only_begins_in_small_letters_is_a_row_of_its_own() =>
        Assert.Equal(["Rening|Filter vid hamnen|Halten halveras|skola, fritid", "Ytor|plantera ängsmark|fler pollinerare|förvaltningen"], Activities(
            ["Rening", "Filter vid hamnen", "Halten halveras", "skola, fritid"],
            ["Ytor", "plantera ängsmark", "fler pollinerare", "förvaltningen"]));

    [Fact]
    public void A_row_of_which_a_single_text_could_go_on_is_a_row_of_its_own() =>
        Assert.Equal(["Rening|Filter vid hamnen|Halten halveras|Halten av zink i vattnet vid", "Ytor|Plantera ängsmark|Fler pollinerare|hamnen är sådd"], Activities(
            ["Rening", "Filter vid hamnen", "Halten halveras", "Halten av zink i vattnet vid"],
            ["Ytor", "Plantera ängsmark", "Fler pollinerare", "hamnen är sådd"]));

    private static IEnumerable<string> Activities(string[] last, string[] first)
    {
        var file = DrawnPdf.Of([DrawnPdf.Page(200, Headings, last), DrawnPdf.Page(780, Headings, first)]);
        return new PlanReader().Read(file, "plan.pdf").GetValueOrThrow().Measures
            .Select(measure => string.Join('|', measure.FocusArea.Text, measure.Activity.Text, measure.Goal.Text, measure.FollowUp.Text));
    }
}
