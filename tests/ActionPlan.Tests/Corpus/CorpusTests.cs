using System.Text;
using ActionPlan.Tests.Sources.Word;
using SampleDocuments;

namespace ActionPlan.Tests.Corpus;

/// <summary>Every document of the corpus gives the plan that it truly holds, and loses nothing on the way.</summary>
public class CorpusTests
{
    public static TheoryData<string> Imports => [.. CorpusFiles.Word, "x17.csv", "x20.txt"];

    public static TheoryData<string> All => [.. CorpusFiles.Word, "x17.csv", "x20.txt", .. CorpusFiles.Kinds];

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_gives_the_plan_that_it_truly_holds(string file)
    {
        var plan = Read(file).GetValueOrThrow();
        var truth = Truth.Of(Path.ChangeExtension(CorpusFiles.PathOf(file), ".json"));
        Assert.Equal("", string.Join('\n', truth.Differences(plan)));
        Assert.All(truth.Forbidden, text => Assert.DoesNotContain(text, Json(plan), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_character_of_a_document_is_placed(string file)
    {
        var result = Read(file);
        var account = result.Report.Account;
        Assert.Equal(account.Source, account.Plan + account.Headings + account.RepeatedHeadings + account.Furniture + account.OtherTables + account.Dropped.Total);
        Assert.Equal(0, account.Unplaced);
        Assert.Empty(account.UnplacedText);
        if (file.EndsWith(".docx", StringComparison.Ordinal))
        {
            Assert.Equal(SecondCount.OfTables(CorpusFiles.PathOf(file)), account.Source);
        }
    }

    [Theory]
    [MemberData(nameof(Imports))]
    public void A_plan_is_what_was_verified(string file) =>
        Snapshot.Verify(Json(Read(file).GetValueOrThrow()), "Corpus", Path.GetFileNameWithoutExtension(file) + ".plan");

    [Fact]
    public void The_text_dump_and_the_Word_file_of_one_document_give_one_plan()
    {
        var dump = new PlanReader().Read(Repository.PathOf("samples", SampleFiles.Extremism + ".txt")).GetValueOrThrow();
        var word = Read("d01.docx").GetValueOrThrow();
        Assert.Equal(dump.Title, word.Title);
        Assert.Equal(dump.Decisions, word.Decisions);
        Assert.Equal(dump.Columns, word.Columns);
        Assert.Equal(dump.Sections.Select(section => (section.Group, section.Heading)), word.Sections.Select(section => (section.Group, section.Heading)));
        Assert.Equal(dump.Measures.Select(measure => Texts(dump, measure)), word.Measures.Select(measure => Texts(word, measure)));
        Assert.Equal(16, word.Measures.Count());
    }

    /// <summary>The words of a measure: a dump knows neither lists nor bold.</summary>
    private static string Texts(Plan plan, Measure measure) => string.Join('|', plan.Columns.Select(column => measure[column].Text).Prepend(measure.Id));

    private static ReadResult<Plan> Read(string file) => new PlanReader().Read(CorpusFiles.PathOf(file));

    private static string Json(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanWriter.Write(plan, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
