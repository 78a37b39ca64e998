using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Templates;

/// <summary>Every Word file of the corpus gives a template that looks like it, can be filled, and reads back to the very answers.</summary>
public class ExampleTests
{
    public static TheoryData<string> Word => [.. CorpusFiles.Word];

    [Theory]
    [MemberData(nameof(Word))]
    public void ATemplateHasTheSameMeasuresWithoutAnswers(string name)
    {
        var before = WordFiles.Original(name);
        var (file, planned) = WordFiles.Template(name);
        WordFiles.AssertValid(file);
        var after = WordFiles.Read(file);
        Assert.Equal(before.Measures.Select(measure => measure.Id), after.Measures.Select(measure => measure.Id));
        Assert.Equal(before.Sections.Select(section => (section.Group, section.Heading, section.Measures.Count)), after.Sections.Select(section => (section.Group, section.Heading, section.Measures.Count)));
        Assert.All(after.Measures, measure => Assert.True(measure.FollowUp.IsEmpty, measure.FollowUp.Text));
        WordFiles.AssertSame(planned, after);
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void AFilledTemplateReadsBackToTheAnswers(string name)
    {
        var (template, planned) = WordFiles.Template(name);
        WordFiles.AssertSame(Answered(template, planned, (measure, i) => RichText.FromText($"Svar {i}: {{{{followUp}}}} <x> & klart.\nAndra stycket {measure.Id}."), out var plain), WordFiles.Read(plain));
        WordFiles.AssertValid(plain);
        WordFiles.AssertSame(
            Answered(template, planned, (_, i) => RichText.FromParagraphs(
                new TextParagraph([new("Vi har "), new("utbildat", Bold: true), new(" alla, se "), new("rapporten", Link: "https://example.org/r?a=1&b=2")]),
                new TextParagraph([new("första", Italic: true)], ListKind.Bullet),
                new TextParagraph([new($"andra {i}")], ListKind.Number, 1)), out var rich),
            WordFiles.Read(rich));
        WordFiles.AssertValid(rich);
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void NothingOfThePastLeaks(string name)
    {
        var (file, planned) = WordFiles.Template(name);
        LeakScan.AssertNone(file);
        LeakScan.AssertNone(WordFiles.Fill(file, WordFiles.Answered(planned), out _));
        using var original = File.OpenRead(Path.Combine(CorpusFiles.Folder, name));
        using var filled = new MemoryStream();
        Assert.NotNull(new WordTemplate().Fill(original, name, WordFiles.Original(name), filled).Value);
        LeakScan.AssertNone(filled.ToArray());
    }

    [Fact]
    public void The_scan_sees_what_would_leak() =>
        Assert.Contains(CorpusFiles.Word, name => LeakScan.Find(File.ReadAllBytes(Path.Combine(CorpusFiles.Folder, name))).Any());

    [Fact]
    public void A_locked_template_can_be_edited_in_its_answers_alone()
    {
        var (file, _) = WordFiles.Template(CorpusFiles.Word.First(), new() { Period = "2031", Lock = true });
        WordFiles.AssertValid(file);
        Assert.Contains("<w:documentProtection w:edit=\"forms\" w:enforcement=\"1\"", WordFiles.Part(file, "word/settings.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_is_chosen_from_a_list()
    {
        var (file, planned) = WordFiles.Template(CorpusFiles.Word.First(), new() { Period = "2031", Statuses = ["Påbörjad", "Genomförd"] });
        var document = WordFiles.Part(file, "word/document.xml");
        Assert.Equal(planned.Measures.Count(), document.Split("<w:dropDownList>").Length - 1);
        Assert.Contains("<w:listItem w:displayText=\"Genomförd\" w:value=\"Genomförd\" />", document, StringComparison.Ordinal);
    }

    private static Plan Answered(byte[] template, Plan plan, Func<Measure, int, RichText> answer, out byte[] file)
    {
        var i = 0;
        var answered = plan with
        {
            Sections = plan.Sections.Select(section => section with { Measures = section.Measures.Select(measure => measure with { FollowUp = answer(measure, i++) }).ToValueList() }).ToValueList(),
        };
        using var stream = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(template), "mall.docx", answered, stream);
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        file = stream.ToArray();
        return answered;
    }
}
