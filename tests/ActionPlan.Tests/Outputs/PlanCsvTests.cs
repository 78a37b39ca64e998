using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Outputs;

public sealed class PlanCsvTests
{
    [Fact]
    public void A_plan_comes_back_equal_in_all_that_csv_holds() => Prop.ForAll(PlanGenerator.ForCsv, plan =>
    {
        foreach (var dialect in Enum.GetValues<CsvDialect>())
        {
            var read = Read(Write(plan, dialect));
            Assert.True(read.Value is not null, read.Error?.ToString());
            Assert.Equal(plan, read.Value);
            Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
            var account = read.Report.Account;
            Assert.Equal(account.Source, account.Plan + account.Headings + account.Unplaced);
        }
    }).Check(Cases.Of(1000));

    [Fact]
    public void Excel_gets_a_mark_semicolons_and_no_formulas() => Snapshot.Verify(
        "mark: " + string.Join(' ', Write(PlanJsonTests.Sample(), CsvDialect.Excel)[..3].Select(value => value.ToString("X2", null))) + "\n"
        + Encoding.UTF8.GetString(Write(PlanJsonTests.Sample(), CsvDialect.Excel)[3..]).Replace("\r", "<CR>", StringComparison.Ordinal)
        + Encoding.UTF8.GetString(Write(PlanJsonTests.Sample(), CsvDialect.Rfc4180)).Replace("\r", "<CR>", StringComparison.Ordinal),
        "Outputs",
        "PlanCsv");

    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@a")]
    [InlineData("\ta")]
    [InlineData("\ra")]
    [InlineData("'a")]
    public void What_a_spreadsheet_would_run_is_guarded(string text)
    {
        var plan = new Plan
        {
            Columns = [new(ColumnKey.Goal, "Mål")],
            Sections = [new PlanSection { Measures = [new Measure { Id = "mwoxiumnkwrupzdr", Goal = new(text) }] }],
        };
        Assert.Contains("'" + text, Encoding.UTF8.GetString(Write(plan, CsvDialect.Rfc4180)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_leading_apostrophe_of_another_csv_is_text()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("Fokusområde;Aktivitet;Mål;Uppföljning\r\nSkola;'=läsa;mer;klart\r\nSkola;rita;mer;klart\r\n"));
        Assert.Equal("'=läsa", new PlanReader().Read(stream, "a.csv").GetValueOrThrow().Measures.First().Activity.Text);
    }

    [Fact]
    public void Cells_beyond_the_headings_are_unplaced_and_foreign_ids_replaced()
    {
        var read = Read(Encoding.UTF8.GetBytes("id;section;Aktivitet\r\nEgen;A;läsa;över\r\n"));
        Assert.Equal(["AP2014", "AP2003"], read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Code));
        Assert.Equal(4, read.Report.Account.Unplaced);
        Assert.Equal(16, read.Value!.Measures.First().Id.Length);
    }

    private static byte[] Write(Plan plan, CsvDialect dialect)
    {
        using var stream = new MemoryStream();
        PlanWriter.Write(plan, stream, new WriteOptions { Format = DataFormat.Csv, Csv = dialect });
        return stream.ToArray();
    }

    private static ReadResult<Plan> Read(byte[] csv)
    {
        using var stream = new MemoryStream(csv);
        return new PlanReader(new ReadOptions { Kind = DocumentKind.Delimited }).Read(stream, "plan.csv");
    }
}
