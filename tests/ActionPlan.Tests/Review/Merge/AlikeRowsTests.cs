namespace ActionPlan.Tests.Review.Merge;

/// <summary>Rows that nobody can tell apart by their texts, in copies without ids: each answer stands in its row, or somebody is told to look.</summary>
public class AlikeRowsTests
{
    private static readonly Plan Basis = SmallPlan.Of(
        ("Skola", [("Inventera", ""), ("Utbilda", ""), ("Utbilda", ""), ("Kartlägga", "")]),
        ("Omsorg", [("Besöka", ""), ("Utbilda", ""), ("Följa upp", "")]));

    private static readonly Plan Filled = Basis.ChangeAt(1, Answer("ett")).ChangeAt(2, Answer("två")).ChangeAt(5, Answer("tre"));

    [Fact]
    public void Their_order_tells_them_apart() => AssertAnswers(Filled, ["", "ett", "två", "", "", "tre", ""]);

    [Fact]
    public void So_does_the_order_of_a_table_that_was_turned_round() =>
        AssertAnswers(Filled.Reversed() with { Sections = [.. Filled.Reversed().Sections.Reverse()] }, ["", "ett", "två", "", "", "tre", ""]);

    [Fact]
    public void So_do_the_rows_beside_them_where_others_were_moved() => AssertAnswers(Filled.Reversed(), ["", "ett", "två", "", "", "tre", ""]);

    [Fact]
    public void So_do_the_other_rows_of_a_section_under_another_heading() =>
        AssertAnswers((Filled with { Sections = [Filled.Sections[1]] }).Rename("Omsorg", "Vår del"), ["", "", "", "", "", "tre", ""], MergeFindingKind.NotReturned, MergeFindingKind.RenamedSection);

    [Theory]
    [InlineData(1, "två")]
    [InlineData(2, "ett")]
    public void One_of_them_that_is_left_is_told(int gone, string left)
    {
        var at = 0;
        var result = Merge(Filled.Rows(measure => at++ == gone ? [] : [measure]));
        var finding = Assert.Single(result.Findings, finding => finding.Kind == MergeFindingKind.AlikeRows);
        Assert.Equal(left, Assert.Single(finding.Texts).Text.Text);
        Assert.Contains(left, result.Plan.Measures.Select(measure => measure.FollowUp.Text));
        Assert.Equal(
            $"'Utbilda': rader som inget skiljer åt (2 i grunden, 1 i den här kopian). Svaren sattes in i radernas ordning: '{left}'. Kontrollera att varje svar står på rätt rad.",
            finding.Diagnostic.MessageIn(System.Globalization.CultureInfo.GetCultureInfo("sv")));
    }

    [Fact]
    public void One_that_is_left_and_says_nothing_is_not()
    {
        var at = 0;
        Assert.DoesNotContain(Merge(Basis.Rows(measure => at++ == 1 ? [] : [measure])).Findings, finding => finding.Kind == MergeFindingKind.AlikeRows);
    }

    [Fact]
    public void A_text_that_nobody_is_asked_to_fill_in_tells_them_apart()
    {
        var responsible = new PlanColumn(ColumnKey.Responsible, "Ansvarig");
        var basis = SmallPlan.Of(("Skola", [("Utbilda", ""), ("Utbilda", "")])) with { Columns = [Basis.Columns[0], responsible, Basis.Columns[1]] };
        basis = basis.ChangeAt(0, measure => measure with { Responsible = new("Rektor") }).ChangeAt(1, measure => measure with { Responsible = new("Chef") });
        var copy = basis.ChangeAt(1, Answer("Chefens svar")).Rows(measure => measure.Responsible.Text == "Chef" ? [measure] : []);
        var result = PlanMerge.Merge(basis, [new("a.pdf", copy.WithComputedIds(), CarriesIds: false)]);
        Assert.Equal(["", "Chefens svar"], result.Plan.Measures.Select(measure => measure.FollowUp.Text));
        Assert.DoesNotContain(result.Findings, finding => finding.Kind == MergeFindingKind.AlikeRows);
    }

    [Fact]
    public void More_of_them_than_the_base_has_are_told()
    {
        var result = Merge(Filled with { Sections = [Filled.Sections[0] with { Measures = [.. Filled.Sections[0].Measures, Filled.Measures.ElementAt(1) with { FollowUp = new("fyra") }] }, Filled.Sections[1]] });
        Assert.All(["ett", "två", "fyra"], answer => Assert.Contains(result.Findings, finding => finding.Texts.Any(text => text.Text.Text == answer)));
    }

    private static Func<Measure, Measure> Answer(string text) => measure => measure with { FollowUp = new(text) };

    private static MergeResult Merge(Plan copy) => PlanMerge.Merge(Basis, [new("a.pdf", copy.WithComputedIds(), CarriesIds: false)]);

    private static void AssertAnswers(Plan copy, string[] answers, params MergeFindingKind[] kinds)
    {
        var result = Merge(copy);
        Assert.Equal(answers, result.Plan.Measures.Select(measure => measure.FollowUp.Text));
        Assert.Equal(kinds, result.Findings.Select(finding => finding.Kind).Order().ToArray());
    }
}
