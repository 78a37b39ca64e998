namespace ActionPlan.Tests.Templates;

/// <summary>Last year's document is often a PDF alone: its data goes on, in the built-in look or in that of another document.</summary>
public class PdfOfLastYearTests
{
    private static readonly string Document = Repository.PathOf("tests", "ActionPlan.Tests", "Sources", "Pdf", "Kinds", "i-rapport.pdf");
    private static readonly string Look = Repository.PathOf("samples", "uppfoljning-handlingsplan-valdsbejakande-extremism.docx");

    [Fact]
    public void The_template_in_the_built_in_look_reads_back_and_takes_the_answers() => AssertTemplate(Made(false));

    [Fact]
    public void The_template_in_the_look_of_a_Word_document_reads_back_and_takes_the_answers() => AssertTemplate(Made(true));

    private static byte[] Made(bool like)
    {
        using var document = File.OpenRead(Document);
        using var look = File.OpenRead(Look);
        using var made = new MemoryStream();
        var options = new TemplateOptions { Period = "2031" };
        var next = like
            ? new WordTemplate().NextLike(document, "i-rapport.pdf", look, "look.docx", made, options)
            : new WordTemplate().Next(document, "i-rapport.pdf", made, options);
        Assert.Equal(ReadOutcome.Read, next.Outcome);
        return made.ToArray();
    }

    private static void AssertTemplate(byte[] template)
    {
        WordFiles.AssertValid(template);
        var plan = WordFiles.Read(template);
        var old = new PlanReader().Read(Document).GetValueOrThrow();
        Assert.Equal(old.Measures.Select(Kept), plan.Measures.Select(Kept));
        Assert.All(plan.Measures, measure => Assert.True(measure.FollowUp.IsEmpty));

        var filled = WordFiles.Fill(template, WordFiles.Answered(plan), out var result);
        WordFiles.AssertValid(filled);
        Assert.Equal(WordFiles.Answered(plan).Measures.Select(measure => measure.FollowUp), result.Measures.Select(measure => measure.FollowUp));
        Assert.All(result.Measures, measure => Assert.False(measure.FollowUp.IsEmpty));
    }

    private static (string Id, string Focus, string Activity, string Goal) Kept(Measure measure) => (measure.Id, measure.FocusArea.Text, measure.Activity.Text, measure.Goal.Text);
}
