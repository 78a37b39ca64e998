using ActionPlan.Tests.Corpus;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>PDF documents give the plan that they truly hold, lose nothing, or are refused with the way out.</summary>
public class PdfCorpusTests
{
    private static readonly string Folder = Repository.PathOf("tests", "ActionPlan.Tests", "Corpus", "Pdf");

    public static TheoryData<string> Plans => [.. Directory.GetFiles(Folder, "p*.pdf").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_document_gives_the_plan_that_it_truly_holds(string file)
    {
        var plan = new PlanReader().Read(Path.Combine(Folder, file)).GetValueOrThrow();
        var truth = Truth.Of(Path.Combine(Folder, Path.ChangeExtension(file, ".json")));
        Assert.Equal("", string.Join('\n', truth.Differences(plan)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_character_of_its_tables_is_placed(string file)
    {
        var account = new PlanReader().Read(Path.Combine(Folder, file)).Report.Account;
        Assert.Equal(account.Source, account.Plan + account.Headings + account.RepeatedHeadings + account.Furniture + account.OtherTables + account.Dropped.Total);
        Assert.True(account.Source > 0);
        Assert.Equal(0, account.Unplaced);
    }

    [Theory]
    [InlineData("x01.pdf", "AP1301")]
    [InlineData("x03.pdf", "AP1008")]
    public void What_cannot_be_read_is_refused_by_its_reason(string file, string code)
    {
        var result = new PlanReader().Read(Path.Combine(Folder, file));
        Assert.Equal(ReadOutcome.Refused, result.Outcome);
        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_table_over_pages_is_one_table_or_one_a_page()
    {
        var path = Path.Combine(Folder, "p12.pdf");
        var joined = new TableReader().Read(path).GetValueOrThrow();
        var apart = new TableReader(new ReadOptions { JoinTables = false }).Read(path).GetValueOrThrow();
        Assert.Equal([1, 2, 3], Assert.Single(joined).Pages);
        Assert.Equal([[1], [2], [3]], apart.Select(table => table.Pages));
    }
}
