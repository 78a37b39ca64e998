using System.Xml.Linq;
using ActionPlan.Tests.Templates;
using ActionPlan.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Review.Merge;

/// <summary>Copies whose tables lost their heading row, or cells of it, and their controls: the texts of the base say which column is which.</summary>
public class LostHeadingsTests
{
    private static readonly Plan Sent = SmallPlan.Of(("", [("Utbilda personal i läsning", ""), ("Kartlägga elever med behov", ""), ("Öppna mötesplats för äldre", "")])) with
    {
        Columns = [new(ColumnKey.FocusArea, "Fokusområde"), new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.Goal, "Mål"), new(ColumnKey.Status, "Status"), new(ColumnKey.FollowUp, "Uppföljning")],
    };

    private static readonly Plan Whole = Sent
        .ChangeAt(0, measure => measure with { FocusArea = new("Läslust"), Goal = new("Alla läser"), Status = new("På väg") })
        .ChangeAt(1, measure => measure with { FocusArea = new("Behov"), Goal = new("Alla syns"), Status = new("På väg") })
        .ChangeAt(2, measure => measure with { FocusArea = new("Möten"), Goal = new("Ingen är ensam"), Status = new("Klart") });

    private static readonly string[] Headings = ["Fokusområde", "Aktivitet", "Mål", "Status", "Uppföljning"];
    private static readonly string[][] Rows =
    [
        ["Läslust", "Utbilda personal i läsning", "Alla läser", "På väg", "svar ett"],
        ["Behov", "Kartlägga elever med behov", "Alla syns", "På väg", ""],
        ["Möten", "Öppna mötesplats för äldre", "Ingen är ensam", "Klart", "svar tre"],
    ];

    [Fact]
    public void No_headings_at_all() => AssertRead(TableOf(Rows));

    [Fact]
    public void A_heading_row_that_lacks_its_first_cell() => AssertRead(TableOf([[.. Headings.Skip(1)], .. Rows]));

    [Fact]
    public void Columns_that_are_gone_and_a_heading_row_that_lacks_cells() =>
        AssertRead(TableOf([["Aktivitet", "Uppföljning"], .. Rows.Select(row => (string[])[row[1], row[3], row[4]])]), MergeFindingKind.MissingColumn);

    [Fact]
    public void A_grid_that_is_wider_than_its_rows() =>
        AssertRead(Table([Row(Tc("Aktivitet"), Tc("Uppföljning")), Row(Tc("Åtgärder", "<w:gridSpan w:val=\"6\"/>")), .. Rows.Select(row => Row(Tc(row[1]), Tc(row[3]), Tc(row[4])))]), MergeFindingKind.MissingColumn, MergeFindingKind.RenamedSection);

    [Fact]
    public void Rows_in_two_tables_of_which_the_first_alone_has_headings() =>
        AssertRead(TableOf([Headings, Rows[0]]) + P("Här kommer resten.") + TableOf(Rows[1..]), MergeFindingKind.TextBeside);

    [Fact]
    public void A_table_of_which_nothing_stands_in_the_base()
    {
        var (read, _) = Read(TableOf([["Björkskolan", "35", "Ja"], ["Granskolan", "40", "Nej"]]));
        Assert.Equal(ReadOutcome.NoTable, read.Outcome);
        Assert.Equal("AP2018", Assert.Single(read.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Code);
    }

    [Fact]
    public void A_text_without_any_table()
    {
        var (read, _) = Read(P("Vi har gjort det mesta."));
        Assert.Equal("AP2019", Assert.Single(read.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Code);
    }

    private static string TableOf(IEnumerable<string[]> rows) => Table([.. rows.Select(row => Row([.. row.Select(text => Tc(text))]))]);

    private static (ReadResult<Plan> Copy, ReadResult<Plan> Basis) Read(string body)
    {
        var file = WordFiles.Of(Whole);
        var basis = new PlanReader().Read(new MemoryStream(file), "mall.docx");
        var copy = WordFiles.Edit(file, document => document.Root!.Element(Wml.W + "body")!.ReplaceNodes(XElement.Parse($"<a {Namespaces}>{P(Sent.Title)}{body}</a>").Elements()));
        return (new PlanReader(new() { Prompts = basis.Report.Prompts, Basis = basis.Value }).Read(new MemoryStream(copy), "kopia.docx"), basis);
    }

    private static void AssertRead(string body, params MergeFindingKind[] more)
    {
        var (copy, basis) = Read(body);
        Assert.Contains(copy.Diagnostics, diagnostic => diagnostic.Code == "AP2017");
        var result = PlanMerge.Merge(basis.Value!, [FilledCopy.Of("kopia.docx", copy, basis)]);
        Assert.Equal(["svar ett", "", "svar tre"], result.Plan.Measures.Select(measure => measure.FollowUp.Text));
        Assert.Equal(["På väg", "På väg", "Klart"], result.Plan.Measures.Select(measure => measure.Status.Text));
        Assert.All(result.Findings, finding => Assert.Contains(finding.Kind, more));
    }
}
