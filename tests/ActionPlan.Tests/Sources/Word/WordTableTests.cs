using ActionPlan.Sources;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>Where cells stand.</summary>
public class WordTableTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    public static TheoryData<string, string, string> Layouts => new()
    {
        { "cells stand side by side", Row(Tc("a"), Tc("b")) + Row(Tc("c"), Tc("d")), "1,1 a | 1,2 b | 2,1 c | 2,2 d" },
        { "a cell spans columns", Row(Tc("a", "<w:gridSpan w:val=\"3\"/>")) + Row(Tc("b"), Tc("c"), Tc("d")), "1,1 1x3 a | 2,1 b | 2,2 c | 2,3 d" },
        { "a cell spans rows", Row(Tc("a", Restart), Tc("b")) + Row(Tc("", Continue), Tc("c")) + Row(Tc("", "<w:vMerge w:val=\"continue\"/>"), Tc("d")), "1,1 3x1 a | 1,2 b | 2,2 c | 3,2 d" },
        { "a merge that nothing began stands for itself", Row(Tc("a", Continue)) + Row(Tc("b", Continue)), "1,1 2x1 a" },
        { "a restart ends the merge above", Row(Tc("a", Restart)) + Row(Tc("b", Restart)) + Row(Tc("", Continue)), "1,1 a | 2,1 2x1 b" },
        { "a merge is as wide as the narrowest of its cells that has a neighbour", Row(Tc("a", "<w:gridSpan w:val=\"2\"/>" + Restart), Tc("b")) + Row(Tc("", Continue), Tc("c"), Tc("d")), "1,1 2x1 a | 1,3 b | 2,2 c | 2,3 d" },
        { "a merge whose last cell is narrow keeps its width", Row(Tc("a", "<w:gridSpan w:val=\"2\"/>" + Restart)) + Row(Tc("", Continue)), "1,1 2x2 a" },
        { "cells to the left are skipped by gridBefore", Row(Tc("a"), Tc("b"), Tc("c")) + "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + Tc("d") + "</w:tr>", "1,1 a | 1,2 b | 1,3 c | 2,3 d" },
        { "hMerge grows the cell to the left", Row(Tc("a", "<w:hMerge w:val=\"restart\"/>"), Tc("", "<w:hMerge/>"), Tc("b")), "1,1 1x2 a | 1,3 b" },
        { "controls around rows and cells are transparent", $"<w:sdt><w:sdtContent>{Row($"<w:sdt><w:sdtContent>{Tc("a")}</w:sdtContent></w:sdt>", Tc("b"))}</w:sdtContent></w:sdt>", "1,1 a | 1,2 b" },
        { "a row that turns out deleted after its first cell keeps what was read", $"<w:tr>{Tc("a")}<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr></w:tr>{Tc("b")}</w:tr>", "1,1 a | 1,2 b" },
        { "a deleted row is none", $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Tc("x")}</w:tr>" + $"<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>{Tc("a")}</w:tr>", "1,1 a" },
        { "a deleted cell is none", Row(Tc("x", "<w:cellDel w:id=\"1\"/>"), Tc("a", "<w:cellIns w:id=\"2\"/>")), "1,1 a" },
        { "a tracked merge is accepted", Row(Tc("a", "<w:cellMerge w:vMerge=\"rest\"/>")) + Row(Tc("", "<w:cellMerge w:vMerge=\"cont\"/>")), "1,1 2x1 a" },
        { "a span that is no number is one column", Row(Tc("a", "<w:gridSpan w:val=\"två\"/>"), Tc("b", "<w:gridSpan w:val=\"-3\"/>")), "1,1 a | 1,2 b" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void CellsStandWhereTheGridPutsThem(string promise, string rows, string layout)
    {
        var document = new DocxBuilder(Table(rows)).Document();
        Assert.True(layout == document.Grid().Layout(), $"{promise}: {document.Grid().Layout()}");
        WordReading.AssertCloses(document);
    }

    [Fact]
    public void TextUnderAMergeIsCountedWithTheCellThatCoversIt()
    {
        var document = new DocxBuilder(Table(Row(Tc("a", Restart)), Row(Tc("täckt", Continue)))).Document();
        Assert.Equal(5, document.Grid().Rows[0].Cells[0].Dropped!.Hidden);
        Assert.Equal("AP1101", Assert.Single(document.Diagnostics).Code);
        WordReading.AssertCloses(document);
    }

    [Fact]
    public void TagsAreGivenWhereTheControlsStand()
    {
        static string Sdt(string tag, string content) => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        var document = new DocxBuilder(
            $"<w:p>{Sdt("ap:title", R("Titel"))}</w:p>"
            + $"<w:p>{R("Antagen ")}{Sdt("ap:decision:adopted:date", R("2022"))}</w:p>"
            + Sdt("ap:plan", Table(Sdt("ap:measure:x", Row(Sdt("activity:x", Tc("a")), $"<w:tc><w:p>{Sdt("followUp:x", R("b"))}</w:p></w:tc>"))))).Document();
        Assert.Equal(["ap:title", null], document.Body.OfType<SourceParagraph>().Select(paragraph => paragraph.Tag));
        Assert.Equal("ap:plan", document.Grid().Tag);
        Assert.Equal("ap:measure:x", document.Grid().Rows[0].Tag);
        Assert.Equal(["activity:*", "followUp:*"], document.Grid().Rows[0].Cells.Select(cell => cell.Tag));
    }

    [Fact]
    public void LooksAreSeenAndShared()
    {
        var grid = new DocxBuilder(Table(
            $"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"D9E2F3\"/></w:tcPr><w:p>{R("a", "<w:b/><w:sz w:val=\"24\"/><w:color w:val=\"FF0000\"/>")}</w:p></w:tc></w:tr>",
            Row(Tc("b", "<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>")),
            Row(Tc("c")))).Document().Grid();
        Assert.True(grid.Rows[0].Header);
        Assert.Equal(new CellLook(0xD9E2F3, Bold: true, Size: 12, Color: 0xFF0000), grid.Rows[0].Cells[0].Look);
        Assert.Equal(-1, grid.Rows[1].Cells[0].Look.Fill);
        Assert.Same(grid.Rows[1].Cells[0].Look, grid.Rows[2].Cells[0].Look);
    }

    [Fact]
    public void TheFirstRowOfATableStyleIsSeen()
    {
        var grid = new DocxBuilder("<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/><w:tblLook w:val=\"0020\"/></w:tblPr>" + Row(Tc("a")) + Row(Tc("b")) + "</w:tbl>")
            .Styles("<w:style w:type=\"table\" w:styleId=\"T\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val=\"clear\" w:fill=\"112233\"/></w:tcPr></w:tblStylePr></w:style>")
            .Document().Grid();
        Assert.Equal((true, 0x112233), (grid.Rows[0].Cells[0].Look.Bold, grid.Rows[0].Cells[0].Look.Fill));
        Assert.Equal((false, -1), (grid.Rows[1].Cells[0].Look.Bold, grid.Rows[1].Cells[0].Look.Fill));
    }

    [Fact]
    public void TablesAreCountedInOrderAndWidthsAreInPoints()
    {
        var document = new DocxBuilder(
            "<w:tbl><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"20.5pt\"/></w:tblGrid>" + Row(Tc("a"), Tc("b")) + "</w:tbl><w:tbl><w:tblPr/></w:tbl>" + Table(Row($"<w:tc>{Table(Row(Tc("i")))}<w:p/></w:tc>"))).Document();
        var grids = document.Body.OfType<SourceGrid>().ToArray();
        Assert.Equal([1, 2], grids.Select(grid => grid.Index));
        Assert.Equal([100.0, 20.5], grids[0].Widths);
    }
}
