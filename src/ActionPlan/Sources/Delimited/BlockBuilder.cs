using System.Globalization;
using ActionPlan.Messages;

namespace ActionPlan.Sources.Delimited;

/// <summary>Puts records in order as the paragraphs and grids that they were before somebody made text of them.</summary>
internal sealed class BlockBuilder
{
    private readonly List<SourceBlock> _blocks = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private int _grids;

    public BlockBuilder(Diagnostic? note)
    {
        if (note is not null)
        {
            _diagnostics.Add(note);
        }
    }

    public SourceDocument ToDocument() => new() { Method = TableMethod.Delimited, Body = _blocks, Diagnostics = _diagnostics };

    /// <summary>Text without a table: a paragraph a line.</summary>
    public void AddLines(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            AddParagraph(line.ToString());
        }
    }

    public void AddRecords(IReadOnlyList<DelimitedRecord> records, char delimiter)
    {
        var prose = delimiter == ',' ? UsualWidth(records) : 0;
        var grid = new List<DelimitedRecord>();
        var gridWidth = 0;
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (grid.Count > 0 && record.AfterBlank && BeginsWiderGrid(records, i, gridWidth))
            {
                AddGrid(grid, delimiter);
                (grid, gridWidth) = ([], 0);
            }

            if (grid.Count > 0 || (record.Filled > 1 && !IsSentence(record, prose)))
            {
                grid.Add(record);
                gridWidth = Math.Max(gridWidth, record.Width);
            }
            else
            {
                // Above the heading row: the title, the decision.
                AddParagraph(string.Join(delimiter, record.Fields.AsSpan(0, record.Width)!));
            }
        }

        AddGrid(grid, delimiter);
    }

    /// <summary>In text parted by commas a line above the table that has another number of them is a sentence.</summary>
    private static bool IsSentence(DelimitedRecord record, int usualWidth) => usualWidth > 0 && record.Fields.Length != usualWidth;

    private static int UsualWidth(IReadOnlyList<DelimitedRecord> records) =>
        records.Where(record => record.Fields.Length > 1).CountBy(record => record.Fields.Length).MaxBy(width => width.Value).Key;

    /// <summary>
    /// A blank line parts the pieces of one table, but also an information box from the table below it: that one begins with a full row
    /// that is wider than anything so far.
    /// </summary>
    private static bool BeginsWiderGrid(IReadOnlyList<DelimitedRecord> records, int at, int gridWidth)
    {
        for (var i = at; i < records.Count && (i == at || !records[i].AfterBlank); i++)
        {
            if (records[i].Filled > 1)
            {
                return records[i].Width > gridWidth && records[i].Filled == records[i].Width;
            }
        }

        return false;
    }

    private void AddParagraph(string line)
    {
        var text = CellText.Of(line).Text;
        if (!text.IsEmpty)
        {
            _blocks.Add(new SourceParagraph { Text = text, Role = _blocks.Count == 0 ? ParagraphRole.Title : ParagraphRole.Body });
        }
    }

    private void AddGrid(List<DelimitedRecord> records, char delimiter)
    {
        var rows = records.Count;
        while (rows > 0 && records[rows - 1] is { FirstOnly: true } last && (last.AfterBlank || last.Fields.Length == 1))
        {
            // Below the last row: lines after the table, not a section without measures.
            rows--;
        }

        if (rows > 0)
        {
            AddRows(records[..rows], delimiter);
        }

        foreach (var record in records.Skip(rows))
        {
            AddParagraph(record.Fields[0]);
        }
    }

    private void AddRows(List<DelimitedRecord> records, char delimiter)
    {
        var index = ++_grids;
        var columns = records.Max(record => record.Width);
        var headings = records[0].Width;
        var rows = new List<SourceRow>(records.Count);
        var characters = 0L;
        foreach (var record in records)
        {
            var row = rows.Count + 1;
            var cells = new SourceCell[Math.Min(record.Fields.Length, columns)];
            for (var i = 0; i < cells.Length; i++)
            {
                var text = CellText.Of(record.Fields[i]);
                characters += text.Characters;
                cells[i] = new SourceCell { Row = row, Column = i + 1, Text = text.Text, Dropped = text.Dropped };
            }

            rows.Add(new SourceRow { Index = row, Cells = cells });
            if (IsRagged(record, headings, delimiter))
            {
                _diagnostics.Add(DiagnosticCatalog.RowWidth.At(
                    new(Table: index, Row: row),
                    Math.Max(record.Width, Math.Min(record.Fields.Length, headings)).ToString(CultureInfo.InvariantCulture),
                    headings.ToString(CultureInfo.InvariantCulture)));
            }
        }

        _blocks.Add(new SourceGrid { Index = index, Method = TableMethod.Delimited, Columns = columns, Rows = rows, Characters = characters });
    }

    /// <summary>Editors take tabs away at a line's end, so that a dumped row may be short without fault; a row of its own is a section.</summary>
    private static bool IsRagged(DelimitedRecord record, int headings, char delimiter) =>
        record.Width > headings || (record.Fields.Length < headings && record.Filled > 1 && delimiter != '\t');
}
