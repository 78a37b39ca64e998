using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>Tables (ECMA-376-1 clause 17.4): cells at their grid columns, merged ones once.</summary>
internal sealed partial class DocumentReader
{
    // A sink a depth of tables, used for one cell after the other.
    private readonly List<TextSink> _cellSinks = [];

    private void ReadTable()
    {
        CheckStack();
        if (_tableDepth > 0)
        {
            ReadNestedTable();
            return;
        }

        var outer = (_sink, _place, _blockTag, _fields);
        var index = _context.NextTable();
        var table = new TableState { Index = index, Tag = _blockTag, SeenBefore = _seen };
        _fields = null;
        _blockTag = null;
        _tableDepth++;
        ReadRows(_xml.Enter(), table);
        _tableDepth--;
        (_sink, _place, _blockTag, _fields) = outer;
        if (table.Rows.Count == 0)
        {
            _context.DropTable();
            return;
        }

        _blocks.Add(new SourceGrid
        {
            Index = index,
            Method = TableMethod.Word,
            Columns = table.Columns,
            Widths = table.Widths,
            Rows = table.Rows,
            Characters = _seen - table.SeenBefore,
            Tag = table.Tag,
            InTextBox = _inTextBox,
        });
    }

    /// <summary>Reads the rows of a table, of a control around rows, or of an insertion around them.</summary>
    private void ReadRows(int level, TableState table)
    {
        while (_xml.NextChild(level))
        {
            switch (_xml.Mark)
            {
                case Mark.Tr:
                    ReadRow(table);
                    break;
                case Mark.Sdt:
                    ReadControl(ControlPlace.Row, table, null);
                    break;
                case Mark.AlternateContent:
                    ReadAlternates(ControlPlace.Row, table, null);
                    break;
                case Mark.GridCol:
                    table.AddWidth(Measures.Points(_xml.Attribute("w")));
                    break;
                case Mark.TblStyle:
                    table.Style = _styles.Table(_xml.Val());
                    break;
                case Mark.TblLook:
                    table.FirstRowLooks = _xml.Attribute("firstRow") is { } first
                        ? first is "1" or "true" or "on"
                        : int.TryParse(_xml.Val(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var look) && (look & 0x20) != 0;
                    break;
                case Mark.Change or Mark.Del or Mark.MoveFrom:
                    _xml.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRow(TableState table)
    {
        CheckStack();
        var row = table.Row;
        row.Begin(table.Rows.Count + 1, table.FirstRow(table.Rows.Count).Fill);
        var level = _xml.Enter();
        ReadCells(level, table, row);
        if (row.Deleted)
        {
            table.Merges.Forget(row.Index);
            return;
        }

        if (row.Index > _context.Limits.Rows)
        {
            throw Refused.Limit(nameof(ReadLimits.Rows), _context.Limits.Rows);
        }

        table.Merges.EndRow(row.Index);
        table.Rows.Add(new SourceRow { Index = row.Index, Cells = row.Cells.ToArray(), Header = row.Header, Tag = table.RowTag });
    }

    /// <summary>Reads the cells of a row or of a control around cells.</summary>
    private void ReadCells(int level, TableState table, RowState row)
    {
        while (_xml.NextChild(level))
        {
            if (row.Deleted)
            {
                if (_xml.Mark == Mark.Tc)
                {
                    _context.Add(new StruckText(ReadStruck(), new(Table: table.Index, Row: row.Index), LeavesNothing: true));
                }

                continue;
            }

            switch (_xml.Mark)
            {
                case Mark.Tc:
                    ReadCell(table, row);
                    break;
                case Mark.TrPr:
                    ReadRowProperties(row);
                    break;
                case Mark.Shd:
                    row.Fill = Colors.Shading(_xml) ?? row.Fill;
                    break;
                case Mark.Sdt:
                    ReadControl(ControlPlace.Cell, table, row);
                    break;
                case Mark.AlternateContent:
                    ReadAlternates(ControlPlace.Cell, table, row);
                    break;
                case Mark.Change:
                    _xml.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRowProperties(RowState row)
    {
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            switch (_xml.Mark)
            {
                case Mark.GridBefore:
                    var before = Math.Max(0, _xml.Number("val", 0));
                    CheckColumns((long)row.Column - 1 + before);
                    row.Column += before;
                    break;
                case Mark.TblHeader:
                    row.Header = _xml.IsOn();
                    break;
                case Mark.Del:
                    _context.TrackedChanges++;

                    // Properties come before the cells (17.4.81); after some of them they are another row's, and what was read stays.
                    row.Deleted = row.Cells.Count == 0;
                    break;
                case Mark.Ins:
                    _context.TrackedChanges++;
                    break;
                case Mark.Change:
                    _xml.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void CheckColumns(long columns)
    {
        if (columns > _context.Limits.Columns)
        {
            throw Refused.Limit(nameof(ReadLimits.Columns), _context.Limits.Columns);
        }
    }

    private void ReadCell(TableState table, RowState row)
    {
        CheckStack();
        var properties = new CellProperties();
        var sink = CellSink();
        sink.Clear();
        sink.Tag = row.CellTag;
        _place = new(Table: table.Index, Row: row.Index, Column: row.Column);
        ReadCellContent(sink, ref properties);
        if (properties.Deleted)
        {
            return;
        }

        if (sink.StruckText is { } struck)
        {
            _context.Add(new StruckText(struck, _place, LeavesNothing: sink.Text.IsEmpty));
        }

        if (row.CellControl is { MayPrompt: true } control && control.IsChoicePrompt(sink.Text.Text))
        {
            _context.NotePrompt(sink.Text.Text);
            sink.Prompt += TextCount.NonBlank(sink.Text.Text);
            sink.Text.Clear();
        }

        CheckColumns((long)row.Column - 1 + properties.Span);
        PlaceCell(table, row, sink, properties);
        table.Columns = Math.Max(table.Columns, row.Column - 1);
    }

    private void PlaceCell(TableState table, RowState row, TextSink sink, in CellProperties properties)
    {
        row.NarrowWider();
        if (properties.Joined && row.Last is not null)
        {
            // w:hMerge: the cell to the left grows over this one (17.4.22).
            Cover(row.Last, sink);
            row.Last.ColumnSpan += properties.Span;
            row.Column += properties.Span;
            return;
        }

        if (properties.Merge == MergeKind.Continue && table.Merges.Continue(row.Column, row.Index) is { } above)
        {
            Cover(above, sink);
            row.Last = null;
            row.Wider = properties.Span < above.ColumnSpan ? above : null;
            row.Column += properties.Span;
            return;
        }

        var first = table.FirstRow(row.Index - 1);
        var cell = new SourceCell
        {
            Row = row.Index,
            Column = row.Column,
            ColumnSpan = properties.Span,
            Text = sink.Text.Build(_context.Known),
            Look = _context.Looks.Find(
                properties.Fill ?? row.Fill ?? sink.Fill ?? -1,
                sink.AllBold || (first.Bold == true && sink.Visible > 0),
                sink.AllItalic,
                sink.Size,
                sink.Color,
                sink.HeadingLevel),
            Dropped = sink.Dropped,
            Tag = sink.Tag,
        };
        ReportHidden(sink);
        row.Add(cell);
        if (properties.Merge != MergeKind.None)
        {
            table.Merges.Open(cell);
        }

        row.Column += properties.Span;
    }

    /// <summary>A merge hides the text of the cells that it covers (17.4.84); the account keeps it with the cell that covers it.</summary>
    private void Cover(SourceCell cell, TextSink sink)
    {
        var text = sink.Text.Text;
        if (!text.IsEmpty)
        {
            sink.Hide(text, TextCount.NonBlank(text));
        }

        ReportHidden(sink);
        if (sink.Dropped is { } dropped)
        {
            cell.Dropped = cell.Dropped is { } own
                ? new(own.Hyphen + dropped.Hyphen, 0, own.Hidden + dropped.Hidden, own.Prompt + dropped.Prompt, 0)
                : dropped;
        }
    }

    private void ReadCellContent(TextSink sink, ref CellProperties properties)
    {
        var outer = (_sink, _fields, _link, _look, _style);
        _sink = sink;
        _fields = null;
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            if (_xml.Mark == Mark.TcPr)
            {
                properties = CellProperties.Read(_xml);
                if (properties.Deleted)
                {
                    _context.TrackedChanges++;
                    StrikeRest(level);
                    break;
                }
            }
            else
            {
                ReadBlocks(level, current: true);
                break;
            }
        }

        CloseFields();
        EndOpenParagraph();
        (_sink, _fields, _link, _look, _style) = outer;
    }

    private void StrikeRest(int level)
    {
        while (_xml.NextChild(level))
        {
            _context.Add(new StruckText(ReadStruck(), _place, LeavesNothing: true));
        }
    }

    private TextSink CellSink()
    {
        while (_cellSinks.Count < _tableDepth)
        {
            _cellSinks.Add(NewSink());
        }

        return _cellSinks[_tableDepth - 1];
    }

    private void ReportHidden(TextSink sink)
    {
        if (sink.HiddenText is { } text && !string.IsNullOrWhiteSpace(text))
        {
            _context.Findings.Add(DiagnosticCatalog.HiddenText.At(_place, text.Trim()));
        }
    }
}
