using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Plans;

public class PlanAccountTests
{
    [Fact]
    public void Characters_that_nobody_can_name_are_told()
    {
        var document = new DocxBuilder(DocxBuilder.Table(Row("Aktivitet", "Uppföljning") + Row("Rusta parken", "Klart"))).Document();
        var grid = document.Grid();
        var longer = new SourceDocument
        {
            Method = document.Method,
            Body = [new SourceGrid { Index = 1, Method = grid.Method, Columns = grid.Columns, Rows = grid.Rows, Characters = grid.Characters + 7 }],
        };

        Assert.DoesNotContain(PlanBuilder.Build(document, new()).Diagnostics, diagnostic => diagnostic.Code == "AP2016");
        Assert.Equal("7", Assert.Single(PlanBuilder.Build(longer, new()).Diagnostics, diagnostic => diagnostic.Code == "AP2016").Arguments[0]);
    }

    private static string Row(params string[] cells) => DocxBuilder.Row([.. cells.Select(cell => DocxBuilder.Tc(cell))]);
}
