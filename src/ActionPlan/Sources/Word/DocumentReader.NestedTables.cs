using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>A table within a cell becomes lines of the cell: one a row, its cells parted by tabs.</summary>
internal sealed partial class DocumentReader
{
    private void ReadNestedTable()
    {
        if (_tableDepth >= _context.Limits.TableNesting)
        {
            throw Refused.Limit(nameof(ReadLimits.TableNesting), _context.Limits.TableNesting);
        }

        var (place, fields) = (_place, _fields);
        var parent = _sink;
        _fields = null;
        _tableDepth++;
        ReadNestedRows(_xml.Enter(), parent);
        _tableDepth--;
        (_place, _fields, _sink) = (place, fields, parent);
    }

    private void ReadNestedRows(int level, TextSink parent)
    {
        while (_xml.NextChild(level))
        {
            switch (_xml.Mark)
            {
                case Mark.Tr:
                    ReadNestedRow(parent);
                    break;
                case Mark.Del or Mark.MoveFrom or Mark.Change or Mark.SdtPr:
                    _xml.Skip();
                    break;
                default:
                    // Content controls around rows are transparent.
                    break;
            }
        }
    }

    private void ReadNestedRow(TextSink parent)
    {
        var row = new RowState();
        var level = _xml.Enter();
        var cells = 0;
        parent.Text.Begin();
        var prompts = _prompts;
        while (_xml.NextChild(level))
        {
            switch (_xml.Mark)
            {
                case Mark.TrPr:
                    ReadRowProperties(row);
                    break;
                case Mark.Tc when !row.Deleted:
                    ReadNestedCell(parent, ref cells);
                    break;
                case Mark.Tc or Mark.Change:
                    _xml.Skip();
                    break;
                case Mark.SdtPr:
                    _prompts = prompts + (Control.Read(_xml).ShowsPrompt ? 1 : 0);
                    break;
                default:
                    break;
            }
        }

        _prompts = prompts;
        parent.Text.End(ListKind.None, 0);
    }

    private void ReadNestedCell(TextSink parent, ref int cells)
    {
        CheckStack();
        var sink = CellSink();
        sink.Clear();
        var properties = new CellProperties();
        ReadCellContent(sink, ref properties);
        if (properties.Deleted)
        {
            return;
        }

        parent.TakeDropped(sink);
        if (cells++ > 0)
        {
            parent.Text.Append("\t", bold: false, italic: false, null);
        }

        if (properties.Merge == MergeKind.Continue)
        {
            parent.Hide(sink.Text.Text, TextCount.NonBlank(sink.Text.Text));
            return;
        }

        parent.Look(new(sink.AllBold, sink.AllItalic, false, false, sink.Size, sink.Color, null), TextCount.NonBlank(sink.Text.Text));
        var rest = sink.Text.Text;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('\n');
            parent.Text.Append(end < 0 ? rest : rest[..end], bold: false, italic: false, null);
            if (end >= 0)
            {
                parent.Text.Append(" ", bold: false, italic: false, null);
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }
    }
}
