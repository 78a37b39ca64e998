using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Templates;

/// <summary>
/// What is written after a document has no fault of its own: what is found in it was found in that document too, and is one of the few things that
/// belong to its look.
/// </summary>
public class OutputFindingsTests
{
    // Tables without a heading row to mark, merged cells, tables in cells that stay as they are, skipped levels of headings, empty paragraphs as space.
    private static readonly string[] OfTheLook = ["AP4101", "AP4102", "AP4103", "AP4104", "AP4107"];

    public static TheoryData<string> Word => [.. CorpusFiles.Word];

    [Theory]
    [MemberData(nameof(Word))]
    public void A_template_has_no_findings_but_those_of_its_original(string name) =>
        AssertCarriedOn(name, WordFiles.Template(name).File);

    [Theory]
    [MemberData(nameof(Word))]
    public void A_filled_in_template_with_all_that_can_be_asked_for_has_no_findings_but_those_of_its_original(string name)
    {
        var (template, plan) = WordFiles.Template(name, new() { Period = "2031", Lock = true, KeepPrevious = true, Statuses = ["Påbörjad", "Genomförd"] });
        AssertCarriedOn(name, template);
        AssertCarriedOn(name, WordFiles.Fill(template, WordFiles.Answered(plan), out _));
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void A_part_has_no_findings_but_those_of_its_original(string name)
    {
        using var file = File.OpenRead(CorpusFiles.PathOf(name));
        var split = DocumentSplit.Of(file, name, SplitBy.Section).GetValueOrThrow();
        foreach (var part in split.Parts)
        {
            using var stream = new MemoryStream();
            split.Write(part, stream);
            AssertCarriedOn(name, stream.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void The_plan_in_a_template_has_a_heading_row(string name)
    {
        var (file, _) = WordFiles.Template(name);
        var read = new PlanReader().Read(new MemoryStream(file), name);
        Assert.NotEmpty(read.Report.Columns);
        var without = Check(file, name).Where(found => found.Code == "AP4101").Select(found => found.Place.Table).ToList();

        // On a card the labels stand before the texts: its first column is what a heading row is to others. A table that goes on the one before has
        // no heading row that could be marked.
        var headings = read.Report.Columns.Select(column => column.Heading).ToHashSet();
        foreach (var table in new TableReader(new() { JoinTables = false }).Read(new MemoryStream(file), name).GetValueOrThrow().Where(table => table.Columns > 2 && without.Contains(table.Index)))
        {
            Assert.DoesNotContain(table.Rows[0].Cells, cell => headings.Contains(cell.Text.Text));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_template_of_data_has_no_findings(bool isLocked)
    {
        using var stream = new MemoryStream();
        using var data = new MemoryStream();
        PlanWriter.Write(WordFiles.Original(CorpusFiles.Word.First()), data);
        data.Position = 0;
        new WordTemplate().Next(data, "plan.json", stream, new() { Period = "2031", Lock = isLocked, KeepPrevious = true, Statuses = ["Påbörjad"] }).GetValueOrThrow();
        Assert.Empty(Check(stream.ToArray(), "mall.docx"));
    }

    private static void AssertCarriedOn(string name, byte[] file)
    {
        var original = Codes(File.ReadAllBytes(CorpusFiles.PathOf(name)), name);
        foreach (var (code, count) in Codes(file, name))
        {
            Assert.Contains(code, OfTheLook);
            Assert.InRange(count, 1, original.GetValueOrDefault(code));
        }
    }

    private static Dictionary<string, int> Codes(byte[] file, string name) =>
        Check(file, name).GroupBy(found => found.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static IReadOnlyList<Diagnostic> Check(byte[] file, string name) => [.. WordFileCheck.Check(new MemoryStream(file), name)];
}
