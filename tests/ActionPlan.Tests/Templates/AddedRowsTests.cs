using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Templates;

/// <summary>What a template lacks is added in its own look, and what is added reads back as it was given.</summary>
public class AddedRowsTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> Word => [.. CorpusFiles.Word];

    [Theory]
    [MemberData(nameof(Word))]
    public void Measures_that_the_template_lacks_get_rows_where_they_belong(string name)
    {
        var (template, planned) = WordFiles.Template(name);
        var ids = planned.Measures.Select(measure => measure.Id).Where((_, i) => i % 3 == 1).ToHashSet();
        var shorter = WordFiles.Edit(template, document =>
        {
            document.Descendants(W + "sdt").Where(row => Tag(row) is { } tag && tag.StartsWith("ap:measure:", StringComparison.Ordinal) && ids.Contains(tag[11..])).Remove();

            // Who deletes the last row deletes the table.
            document.Descendants(W + "sdt").Where(table => Tag(table) == "ap:plan" && !table.Descendants(W + "tr").Any()).Remove();
        });
        var answered = WordFiles.Answered(planned);
        var filled = WordFiles.Fill(shorter, answered, out var result);
        WordFiles.AssertValid(filled);
        WordFiles.AssertSame(result, WordFiles.Read(filled));
        Assert.Equal(answered.Sections.Where(section => section.Measures.Count > 0).Select(Shape), result.Sections.Where(section => section.Measures.Count > 0).Select(Shape));
        Assert.Equal(answered.Measures.Select(Texts(answered)), result.Measures.Select(Texts(answered)));
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void A_section_that_the_template_lacks_is_added_with_its_heading(string name)
    {
        var (template, planned) = WordFiles.Template(name);
        var added = new PlanSection
        {
            Group = planned.Sections[^1].Group,
            Heading = "Räddningstjänsten & beredskap",
            Measures = [planned.Measures.First() with { Id = "bbbbbbbbbbbbbbbb", Activity = new("Öva <larm>"), FollowUp = new("Övat.") }],
        };
        var filled = WordFiles.Fill(template, planned with { Sections = [.. planned.Sections, added] }, out var result);
        WordFiles.AssertValid(filled);
        var read = WordFiles.Read(filled);
        WordFiles.AssertSame(result, read);
        Assert.Equal("Räddningstjänsten & beredskap", read.Sections[^1].Heading);
        Assert.Equal("Övat.", Assert.Single(read.Sections[^1].Measures).FollowUp.Text);
    }

    [Fact]
    public void A_heading_with_a_control_and_a_bookmark_is_added_without_repeating_their_ids()
    {
        var control = "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:r><w:t>Skola</w:t></w:r></w:sdtContent></w:sdt>";
        var heading = $"<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"_Toc1\"/>{control}<w:bookmarkEnd w:id=\"1\"/></w:p>";
        var table = DocxBuilder.Table(DocxBuilder.Row(DocxBuilder.Tc("Aktivitet"), DocxBuilder.Tc("Uppföljning")), DocxBuilder.Row(DocxBuilder.Tc("Läsa"), DocxBuilder.Tc("")));
        var template = new DocxBuilder(DocxBuilder.P("Uppföljning av plan") + heading + table + DocxBuilder.P("")).ToBytes();
        var plan = WordFiles.Read(template);
        var added = new PlanSection { Heading = "Omsorg", Measures = [plan.Measures.First() with { Id = "bbbbbbbbbbbbbbbb", Activity = new("Vårda") }] };
        var filled = WordFiles.Fill(template, plan with { Sections = [.. plan.Sections, added, added with { Heading = "Teknik", Measures = [added.Measures[0] with { Id = "cccccccccccccccc" }] }] }, out _);
        WordFiles.AssertValid(filled);
        Assert.Equal(["Skola", "Omsorg", "Teknik"], WordFiles.Read(filled).Sections.Select(section => section.Heading));
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void The_previous_answers_stand_beside_the_empty_ones(string name)
    {
        var before = WordFiles.Original(name);
        var (template, planned) = WordFiles.Template(name, new() { Period = "2031", KeepPrevious = true, Statuses = ["Påbörjad", "Genomförd"] });
        WordFiles.AssertValid(template);
        LeakScan.AssertNone(template);
        var read = WordFiles.Read(template);
        WordFiles.AssertSame(planned, read);
        var at = read.Columns.ToList().FindIndex(column => column.Key == ColumnKey.FollowUp);
        if (at < 0)
        {
            Assert.DoesNotContain(before.Columns, column => column.Key == ColumnKey.FollowUp);
            return;
        }

        Assert.All(read.Measures, measure => Assert.True(measure.FollowUp.IsEmpty));
        Assert.Equal(before.Measures.Select(measure => measure.FollowUp.Text), read.Measures.Select(measure => measure[read.Columns[at - 1]].Text));
        Assert.Contains(read.Columns, column => column.Key == ColumnKey.Status);
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void A_plan_takes_the_look_of_another_document(string name)
    {
        var looks = CorpusFiles.Word.ToList();
        var look = looks[(looks.IndexOf(name) + 5) % looks.Count];
        using var document = File.OpenRead(Path.Combine(CorpusFiles.Folder, name));
        using var other = File.OpenRead(Path.Combine(CorpusFiles.Folder, look));
        using var stream = new MemoryStream();
        var result = new WordTemplate().NextLike(document, name, other, look, stream, new() { Period = "2031" });
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        var file = stream.ToArray();
        WordFiles.AssertValid(file);
        LeakScan.AssertNone(file);
        var read = WordFiles.Read(file);
        var before = WordFiles.Original(name);
        Assert.Equal(before.Measures.Select(measure => (measure.Id, measure.Activity.Text, measure.FocusArea.Text, measure.Goal.Text)), read.Measures.Select(measure => (measure.Id, measure.Activity.Text, measure.FocusArea.Text, measure.Goal.Text)));
        Assert.Equal(before.Sections.Where(section => section.Measures.Count > 0).Select(Shape), read.Sections.Where(section => section.Measures.Count > 0).Select(Shape));
        Assert.Equal(result.Value.Columns, read.Columns);
        Assert.Equal(result.Value.Measures, read.Measures);
        Assert.Equal(result.Value.Title.ReplaceLineEndings(" "), read.Title.ReplaceLineEndings(" "));
        Assert.All(read.Measures, measure => Assert.True(measure.FollowUp.IsEmpty));
    }

    private static string? Tag(XElement control) => (string?)control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val");

    private static (string?, string, int) Shape(PlanSection section) => (section.Group, section.Heading, section.Measures.Count);

    private static Func<Measure, string> Texts(Plan plan) => measure => string.Join(" | ", plan.Columns.Select(column => measure[column].Text));
}
