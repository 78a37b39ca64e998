using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Templates;

/// <summary>Every Word file of the corpus gives a template that looks like it, can be filled, and reads back to the very answers.</summary>
public class ExampleTests
{
    private static readonly TemplateOptions Year = new() { Period = "2031" };

    public static TheoryData<string> Word => [.. CorpusFiles.Word];

    [Theory]
    [MemberData(nameof(Word))]
    public void ATemplateHasTheSameMeasuresWithoutAnswers(string name)
    {
        var before = Original(name);
        var (file, planned) = Template(name);
        WordFiles.AssertValid(file);
        var after = WordFiles.Read(file);
        Assert.Equal(before.Measures.Select(measure => measure.Id), after.Measures.Select(measure => measure.Id));
        Assert.Equal(before.Sections.Select(section => (section.Group, section.Heading, section.Measures.Count)), after.Sections.Select(section => (section.Group, section.Heading, section.Measures.Count)));
        Assert.All(after.Measures, measure => Assert.True(measure.FollowUp.IsEmpty, measure.FollowUp.Text));
        AssertSame(planned, after);
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void AFilledTemplateReadsBackToTheAnswers(string name)
    {
        var (template, planned) = Template(name);
        AssertSame(Answered(template, planned, (measure, i) => RichText.FromText($"Svar {i}: {{{{followUp}}}} <x> & klart.\nAndra stycket {measure.Id}."), out var plain), WordFiles.Read(plain));
        WordFiles.AssertValid(plain);
        AssertSame(
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
        var (file, _) = Template(name);
        LeakScan.AssertNone(file);
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

    private static Plan Original(string name)
    {
        var result = new PlanReader().Read(Path.Combine(CorpusFiles.Folder, name));
        return Assert.IsType<Plan>(result.Value);
    }

    private static (byte[] File, Plan Plan) Template(string name)
    {
        using var stream = new MemoryStream();
        using var document = File.OpenRead(Path.Combine(CorpusFiles.Folder, name));
        var result = new WordTemplate().Next(document, name, stream, Year);
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        return (stream.ToArray(), result.Value);
    }

    private static void AssertSame(Plan expected, Plan actual)
    {
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Columns, actual.Columns);
        foreach (var (one, other) in expected.Measures.Zip(actual.Measures))
        {
            foreach (var column in expected.Columns)
            {
                if (!one[column].Equals(other[column]))
                {
                    Assert.Equal($"{column.Heading}: {Shown(one[column])}", $"{column.Heading}: {Shown(other[column])}");
                }
            }
        }

        Assert.Equal(expected.Decisions, actual.Decisions);
        Assert.Equal(expected.Measures, actual.Measures);
    }

    private static string Shown(RichText text) => string.Join(" / ", text.Paragraphs.Select(paragraph => $"{paragraph.List}{paragraph.Level}:" + string.Join("|", paragraph.Runs)));
}
