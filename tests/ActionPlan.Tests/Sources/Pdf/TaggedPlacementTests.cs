using ActionPlan.Sources.Pdf.Grids.Tagged;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>The columns of tagged cells.</summary>
public class TaggedPlacementTests
{
    [Fact]
    public void A_row_whose_cells_are_tagged_again_for_the_next_page_is_one_row()
    {
        List<List<UnplacedCell>> rows = [Row(3), [new(2, 1, false, []), .. Row(2)], [.. Row(2), .. Row(2)], Row(3)];
        var (placed, columns) = TaggedPlacement.Place(rows, new())!.Value;
        Assert.Equal(3, columns);
        Assert.Equal([3, 3, 2, 3], placed.Select(row => row.Cells.Count));
        Assert.Equal([1, 2], placed[2].Cells.Select(cell => cell.Column));
        Assert.Equal(2, placed[2].Cells[0].Paragraphs.Count);
    }

    [Fact]
    public void A_span_ends_where_a_cell_comes_down_from_a_row_above()
    {
        List<List<UnplacedCell>> rows = [[.. Row(2), new(2, 1, false, []), .. Row(1)], [new(1, 3, false, []), .. Row(1)], Row(4)];
        var (placed, columns) = TaggedPlacement.Place(rows, new())!.Value;
        Assert.Equal(4, columns);
        Assert.Equal([(0, 2), (3, 1)], placed[1].Cells.Select(cell => (cell.Column, cell.ColumnSpan)));
    }

    [Fact]
    public void A_table_may_have_no_rows() => Assert.Equal(0, TaggedPlacement.Place([], new())!.Value.Columns);

    [Fact]
    public void Cells_that_go_on_in_rows_below_are_not_tagged_again()
    {
        List<List<UnplacedCell>> rows = [Row(3), [new(2, 1, false, []), .. Row(2), .. Row(2)], Row(2), Row(3)];
        var (placed, columns) = TaggedPlacement.Place(rows, new())!.Value;
        Assert.Equal(3, columns);
        Assert.Equal([0, 2, 2], placed[1].Cells.Select(cell => cell.Paragraphs.Count));
        Assert.Equal([1, 2], placed[2].Cells.Select(cell => cell.Column));
    }

    private static List<UnplacedCell> Row(int cells) => [.. Enumerable.Range(0, cells).Select(_ => new UnplacedCell(1, 1, false, [new(IsMarked: true, [])]))];
}
