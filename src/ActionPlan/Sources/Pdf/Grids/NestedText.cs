using ActionPlan.Sources.Pdf.Cells;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>Reads a cell with tables in it: each of their rows is a paragraph, its cells parted by tabs, as it is in Word documents.</summary>
internal sealed class NestedText(CellText text)
{
    private readonly List<TextParagraph> _paragraphs = [];
    private readonly List<string> _kept = [];
    private DroppedCharacters _dropped = new();

    public ReadText Read(TablePart part, GridCell cell, float padding)
    {
        Add(part, cell, padding);
        return new(RichText.FromParagraphs(_paragraphs), _dropped == new DroppedCharacters() ? null : _dropped, _kept.Count == 0 ? null : _kept);
    }

    public NestedText Add(TablePart part, GridCell cell, float padding)
    {
        var (all, left, right) = part.TextOf(cell, padding);
        var words = all.ToList();
        foreach (var grid in cell.Nested ?? [])
        {
            var inside = grid.Cells.SelectMany(inner => inner.Words).ToHashSet();
            words.RemoveAll(inside.Contains);
            _paragraphs.AddRange(Take(text.Read(new CellPart(words.FindAll(word => word.CentreY > grid.Ys[0]), left, right))).Paragraphs);
            words.RemoveAll(word => word.CentreY > grid.Ys[0]);
            AddRows(new(grid, part.Page));
        }

        _paragraphs.AddRange(Take(text.Read(new CellPart(words, left, right))).Paragraphs);
        return this;
    }

    private void AddRows(TablePart nested)
    {
        var places = RuledGrids.Places(nested.Grid);
        for (var row = 0; row < nested.Grid.Rows; row++)
        {
            var line = new RunBuilder();
            for (var column = 0; column < nested.Grid.Columns;)
            {
                var cell = places[row, column];
                line.Append(column > 0 ? "\t" : "");
                if (cell is not null && cell.Row == row)
                {
                    // A table in a table in a table is text of its cell as well.
                    line.Append(Take(cell.Nested is null ? text.Read(nested.TextOf(cell, nested.Padding)) : new NestedText(text).Read(nested, cell, nested.Padding)).Text.Replace('\n', ' '));
                }

                column = cell is null ? column + 1 : cell.Column + cell.ColumnSpan;
            }

            _paragraphs.Add(new(line.ToRuns()));
        }
    }

    private RichText Take(ReadText read)
    {
        _kept.AddRange(read.Kept ?? []);
        if (read.Dropped is { } more)
        {
            _dropped = new(_dropped.Hyphen + more.Hyphen, _dropped.Marker + more.Marker, _dropped.Hidden + more.Hidden, _dropped.Prompt + more.Prompt, _dropped.Note + more.Note);
        }

        return read.Text;
    }
}
