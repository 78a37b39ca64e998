namespace ActionPlan.Tests.Review.Merge;

/// <summary>What a coordinator meets when the copies come back, one case at a time.</summary>
public class PlanMergeTests
{
    private static readonly Plan Basis = SmallPlan.Of(
        ("Skola", [("Utbilda personal", ""), ("Kartlägga elever", "")]),
        ("Omsorg", [("Öppna mötesplats", ""), ("Följa upp insatser", "")]));

    [Fact]
    public void Answers_of_two_copies_come_together()
    {
        var result = Merge(Copy("skola", plan => plan.Answer("Utbilda personal", "Klart")), Copy("omsorg", plan => plan.Answer("Öppna mötesplats", "Öppnad")));
        Assert.Equal(["Klart", "", "Öppnad", ""], Answers(result.Plan));
        Assert.Empty(result.Findings);
        Assert.Equal([1, 1], result.Copies.Select(copy => copy.Answers));
    }

    [Fact]
    public void Different_answers_leave_the_cell_open_and_are_both_listed()
    {
        var result = Merge(Copy("a", plan => plan.Answer("Utbilda personal", "Klart")), Copy("b", plan => plan.Answer("Utbilda personal", "Pågår")));
        Assert.Equal("", Answers(result.Plan)[0]);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(MergeFindingKind.Conflict, finding.Kind);
        Assert.Equal([("a.docx", "Klart"), ("b.docx", "Pågår")], finding.Texts.Select(text => (text.Copy, text.Text.Text)));
        Assert.Equal("'Utbilda personal', Uppföljning: the copies answer differently: a.docx: 'Klart' / b.docx: 'Pågår'. The cell was left as it was; decide with --accept.", finding.Diagnostic.MessageIn(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(result.IsOpen);
    }

    [Theory]
    [InlineData(ConflictRule.First, "Klart", "a.docx")]
    [InlineData(ConflictRule.Last, "Pågår", "b.docx")]
    public void A_rule_settles_a_conflict_and_says_so(ConflictRule rule, string answer, string copy)
    {
        var result = Merge(new MergeOptions { Conflicts = rule }, Copy("a", plan => plan.Answer("Utbilda personal", "Klart")), Copy("b", plan => plan.Answer("Utbilda personal", "Pågår")));
        Assert.Equal(answer, Answers(result.Plan)[0]);
        Assert.Equal(copy, Assert.Single(result.Findings).Accepted);
        Assert.False(result.IsOpen);
    }

    [Fact]
    public void A_decision_about_a_cell_wins_over_the_rule()
    {
        var id = Basis.Measures.First().Id;
        var options = new MergeOptions { Conflicts = ConflictRule.Last, Cells = [new(id, "followUp", "a.docx")] };
        var result = Merge(options, Copy("a", plan => plan.Answer("Utbilda personal", "Klart")), Copy("b", plan => plan.Answer("Utbilda personal", "Pågår")));
        Assert.Equal("Klart", Answers(result.Plan)[0]);
    }

    [Fact]
    public void The_same_answer_twice_is_no_conflict_and_keeps_its_formatting()
    {
        var rich = RichText.FromParagraphs(new TextParagraph([new("Klart", Bold: true)]));
        var result = Merge(Copy("a", plan => plan.Answer("Utbilda personal", "Klart")), Copy("b", plan => plan.Change("Utbilda personal", measure => measure with { FollowUp = rich, Activity = measure.Activity }).Answer("Kartlägga elever", "Nej")));
        Assert.Empty(result.Findings);
        Assert.Equal(rich, result.Plan.Measures.First().FollowUp);
    }

    [Fact]
    public void An_edited_activity_is_found_by_its_id_and_shown_beside_the_base()
    {
        var result = Merge(Copy("a", plan => plan.Change("Utbilda personal", measure => measure with { Activity = new("Något helt annat"), FollowUp = new("Klart") })));
        Assert.Equal(("Utbilda personal", "Klart"), (result.Plan.Measures.First().Activity.Text, Answers(result.Plan)[0]));
        var finding = Assert.Single(result.Findings);
        Assert.Equal((MergeFindingKind.EditedText, "Utbilda personal", "Något helt annat"), (finding.Kind, finding.Base!.Text, finding.Texts[0].Text.Text));
        Assert.False(result.IsOpen);
    }

    [Fact]
    public void An_edit_is_taken_where_that_is_asked_for() =>
        Assert.Equal("Något annat", Merge(new MergeOptions { AcceptEdits = true }, Copy("a", plan => plan.Change("Utbilda personal", measure => measure with { Activity = new("Något annat") }))).Plan.Measures.First().Activity.Text);

    [Fact]
    public void Rows_of_a_copy_without_ids_are_found_by_their_texts()
    {
        var copy = Basis.Answer("Utbilda personal", "Klart").Answer("Följa upp insatser", "Gjort").Reversed().WithComputedIds();
        var result = PlanMerge.Merge(Basis, [new("a.pdf", copy, CarriesIds: false)]);
        Assert.Equal(["Klart", "", "", "Gjort"], Answers(result.Plan));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_retyped_row_without_an_id_is_found_by_its_likeness()
    {
        var copy = Basis.Change("Utbilda personal", measure => measure with { Activity = new("Utbilda all personal"), FollowUp = new("Klart") }).WithComputedIds();
        var result = PlanMerge.Merge(Basis, [new("a.pdf", copy, CarriesIds: false)]);
        Assert.Equal("Klart", Answers(result.Plan)[0]);
        Assert.Equal([MergeFindingKind.EditedText], result.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Equal_rows_of_a_copy_without_ids_are_told_apart_by_their_sections()
    {
        var basis = SmallPlan.Of(("Skola", [("Utbilda", "")]), ("Omsorg", [("Utbilda", "")]));
        var copy = basis.ChangeAt(1, measure => measure with { FollowUp = new("Omsorgens svar") }) with { Sections = [basis.ChangeAt(1, measure => measure with { FollowUp = new("Omsorgens svar") }).Sections[1]] };
        var result = PlanMerge.Merge(basis, [new("a.pdf", copy.WithComputedIds(), CarriesIds: false)]);
        Assert.Equal(["", "Omsorgens svar"], Answers(result.Plan));
    }

    [Fact]
    public void A_new_row_comes_last_in_its_section()
    {
        var result = Merge(Copy("a", plan => plan.Add("Skola", "Ny åtgärd om mat", "Startad")));
        Assert.Equal(["Utbilda personal", "Kartlägga elever", "Ny åtgärd om mat", "Öppna mötesplats", "Följa upp insatser"], result.Plan.Measures.Select(measure => measure.Activity.Text));
        Assert.Equal([MergeFindingKind.NewRow], result.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void A_deleted_row_stays_and_is_named()
    {
        var result = Merge(Copy("a", plan => plan.Without("Kartlägga elever")));
        Assert.Equal(4, result.Plan.Measures.Count());
        var finding = Assert.Single(result.Findings);
        Assert.Equal((MergeFindingKind.DeletedRow, "a.docx", "Kartlägga elever"), (finding.Kind, finding.Copy, finding.Base!.Text));
    }

    [Fact]
    public void A_section_that_nobody_returned_is_named_once()
    {
        var result = Merge(Copy("a", plan => plan with { Sections = [plan.Sections[0]] }));
        var finding = Assert.Single(result.Findings);
        Assert.Equal((MergeFindingKind.NotReturned, "Omsorg"), (finding.Kind, finding.Section));
    }

    [Fact]
    public void A_row_twice_with_two_answers_is_a_conflict_within_the_copy()
    {
        var result = Merge(Copy("a", plan => plan.Answer("Utbilda personal", "Ett").Twice("Utbilda personal", "Två")));
        Assert.Equal([MergeFindingKind.RowTwice, MergeFindingKind.Conflict], result.Findings.Select(finding => finding.Kind));
        Assert.Equal(["Ett", "Två"], result.Findings[1].Texts.Select(text => text.Text.Text));
    }

    [Fact]
    public void A_copied_row_that_was_retyped_is_a_new_row()
    {
        var result = Merge(Copy("a", plan => plan.Twice("Utbilda personal", "Två", "Bygga en lekplats i parken")));
        Assert.Equal([MergeFindingKind.NewRow], result.Findings.Select(finding => finding.Kind));
        Assert.Contains(result.Plan.Measures, measure => measure.Activity.Text == "Bygga en lekplats i parken" && measure.FollowUp.Text == "Två");
    }

    [Fact]
    public void A_copy_of_another_year_is_not_merged_and_its_answers_are_listed()
    {
        var result = Merge(Copy("a", plan => plan.Answer("Utbilda personal", "Förra året") with { Period = "2022" }));
        Assert.All(Answers(result.Plan), answer => Assert.Equal("", answer));
        Assert.Equal([MergeFindingKind.OtherPeriod, MergeFindingKind.NotMerged], result.Findings.Select(finding => finding.Kind));
        Assert.Equal("Förra året", result.Findings[1].Texts[0].Text.Text);
        Assert.True(result.IsOpen);
    }

    [Fact]
    public void A_copy_sent_twice_counts_once()
    {
        var result = Merge(Copy("a", plan => plan.Answer("Utbilda personal", "Klart")), Copy("b", plan => plan.Answer("Utbilda personal", "Klart")));
        Assert.Equal([CopyOutcome.Merged, CopyOutcome.Same], result.Copies.Select(copy => copy.Outcome));
        Assert.Equal("Klart", Answers(result.Plan)[0]);
    }

    [Fact]
    public void A_copy_of_another_plan_is_named_and_the_others_are_merged()
    {
        var other = SmallPlan.Of(("Gator", [("Asfaltera cykelvägar", "Klart")])) with { Title = "Trafikplan" };
        var result = PlanMerge.Merge(Basis, [new("trafik.docx", other), Copy("a", plan => plan.Answer("Utbilda personal", "Klart"))]);
        Assert.Equal([CopyOutcome.OtherPlan, CopyOutcome.Merged], result.Copies.Select(copy => copy.Outcome));
        Assert.Equal("Klart", Answers(result.Plan)[0]);
        Assert.Equal(4, result.Plan.Measures.Count());
    }

    [Fact]
    public void What_is_typed_in_the_row_of_a_group_is_told_once()
    {
        static Plan Under(Plan plan, string group) => plan with { Sections = [.. plan.Sections.Select(section => section with { Group = group })] };
        var plan = SmallPlan.Of(("Skola", [("Utbilda", "")]), ("Fritid", [("Rusta", "")]));
        var result = PlanMerge.Merge(Under(plan, "Barn"), [new("a", Under(plan, "Barn Klart i maj"))]);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(MergeFindingKind.RenamedSection, finding.Kind);
        Assert.Equal("Barn Klart i maj", Assert.Single(finding.Texts).Text.Text);
        Assert.Equal(["Barn", "Barn"], result.Plan.Sections.Select(section => section.Group));
    }

    [Fact]
    public void A_renamed_section_keeps_its_rows()
    {
        var result = Merge(Copy("a", plan => plan.Answer("Utbilda personal", "Klart").Rename("Skola", "Skola och förskola")));
        Assert.Equal(["Skola", "Omsorg"], result.Plan.Sections.Select(section => section.Heading));
        Assert.Equal([MergeFindingKind.RenamedSection], result.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void A_column_of_a_copys_own_is_shown_and_not_lost()
    {
        var column = new PlanColumn(ColumnKey.Other, "Min kommentar");
        var result = Merge(Copy("a", plan => plan.Change("Utbilda personal", measure => measure.With(column, new("Viktigt"))) with { Columns = [.. plan.Columns, column] }));
        var finding = Assert.Single(result.Findings);
        Assert.Equal((MergeFindingKind.ExtraColumn, "Viktigt"), (finding.Kind, finding.Texts[0].Text.Text));
    }

    [Fact]
    public void An_answer_that_the_base_had_is_replaced_only_by_another_one()
    {
        var basis = SmallPlan.Of(("Skola", [("Utbilda", "Förra svaret"), ("Kartlägga", "Kvar")]));
        var result = PlanMerge.Merge(basis, [new("a", basis.Answer("Utbilda", "Nytt svar").Answer("Kartlägga", ""))]);
        Assert.Equal(["Nytt svar", "Kvar"], Answers(result.Plan));
        Assert.Equal([MergeFindingKind.ReplacedAnswer, MergeFindingKind.ClearedAnswer], result.Findings.Select(finding => finding.Kind));
    }

    private static MergeResult Merge(params FilledCopy[] copies) => PlanMerge.Merge(Basis, copies);

    private static MergeResult Merge(MergeOptions options, params FilledCopy[] copies) => PlanMerge.Merge(Basis, copies, options);

    private static FilledCopy Copy(string name, Func<Plan, Plan> fill) => new(name + ".docx", fill(Basis));

    private static string[] Answers(Plan plan) => [.. plan.Measures.Select(measure => measure.FollowUp.Text)];
}
