using ActionPlan.Tests.Review.Merge;

namespace ActionPlan.Tests.Templates;

/// <summary>What a plan holds and a template has no column for is told.</summary>
public class ColumnsOfTemplatesTests
{
    private static readonly Plan Answered = WordFiles.Simple("Klart.");

    [Fact]
    public void A_column_of_the_plan_that_the_template_lacks_is_named()
    {
        var plan = Answered with { Columns = [.. Answered.Columns, new(ColumnKey.Status, "Läge")], Sections = Answered.Rows(measure => [measure with { Status = new("Påbörjad") }]).Sections };
        Assert.Equal("Läge", Assert.Single(Diagnostics(Answered, plan), diagnostic => diagnostic.Code == "AP3019").Arguments[0]);
    }

    [Fact]
    public void An_answer_without_a_column_in_the_plan_goes_to_the_column_of_the_template()
    {
        var undeclared = Answered with { Columns = [Answered.Columns[0]] };
        using var output = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(WordFiles.Of(WordFiles.Simple(""))), "template.docx", undeclared, output);
        Assert.Equal("Klart.", result.Value!.Measures.First().FollowUp.Text);
    }

    [Fact]
    public void An_answer_without_any_column_is_told()
    {
        var undeclared = Answered with { Columns = [Answered.Columns[0]] };
        Assert.Equal("followUp", Assert.Single(Diagnostics(undeclared, undeclared), diagnostic => diagnostic.Code == "AP3019").Arguments[0]);
    }

    private static ValueList<Diagnostic> Diagnostics(Plan template, Plan data)
    {
        using var output = new MemoryStream();
        return new WordTemplate().Fill(new MemoryStream(WordFiles.Of(template)), "template.docx", data, output).Diagnostics;
    }
}
