using System.Globalization;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>
/// Merged cells leave no doubt of what a cell belongs to. A focus area over the rows of its measures is read out with each of them and is no trap, nor is
/// a section over the whole width. A trap is a merge that begins in the heading row and goes on into the rows, that reaches past a row of one cell, such
/// as a section, that covers half of the rows of another merge, or that puts the
/// text under several headings into one cell amid a row.
/// </summary>
internal sealed class MergedCellRule(CheckFindings findings, ReadLimits limits) : MarkupRule(findings)
{
    private readonly Stack<Table> _tables = new();

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!element.IsWord)
        {
            return;
        }

        if (element.Name == "tbl")
        {
            _tables.Push(new());
        }
        else if (_tables.Count == 1)
        {
            var table = _tables.Peek();
            switch (element.Name)
            {
                case "tr":
                    table.BeginRow();
                    break;
                case "tblHeader" when Value(reader, "val") is not ("0" or "false" or "off"):
                    table.IsHeader = true;
                    break;
                case "gridBefore" when element.Parent!.Is("trPr"):
                    table.Column += Number(reader);
                    break;
                case "tc":
                    (table.Span, table.Merge, table.HasText) = (1, Merge.None, false);
                    break;
                case "gridSpan" when element.Parent!.Is("tcPr"):
                    table.Span = Math.Max(1, Number(reader));
                    break;
                case "t" when !reader.IsEmptyElement:
                    table.HasText = true;
                    break;
                case "vMerge" when element.Parent!.Is("tcPr"):
                    table.Merge = Value(reader, "val") == "restart" ? Merge.Begins : Merge.GoesOn;
                    break;
            }
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.IsWord || _tables.Count == 0)
        {
            return;
        }

        if (element.Name == "tbl")
        {
            _tables.Pop();
        }
        else if (_tables.Count == 1 && element.Name == "tc")
        {
            _tables.Peek().EndCell();
        }
        else if (_tables.Count == 1 && element.Name == "tr" && _tables.Peek().EndRow())
        {
            Find(DiagnosticCatalog.CellsMerged, place);
        }
    }

    private int Number(XmlReader reader) =>
        int.TryParse(Value(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, limits.Columns) : 0;

    private enum Merge
    {
        None,
        Begins,
        GoesOn,
    }

    private readonly record struct Cell(int Column, int Span, Merge Merge, bool HasText);

    /// <summary>A merge downwards by the row that it begins in and the last one that it reaches.</summary>
    private readonly record struct Block(int First, int Last, bool InHeader);

    private sealed class Table
    {
        private readonly List<Cell> _cells = [];
        private HashSet<int>? _headings;
        private Dictionary<int, Block> _above = [];
        private int _row;
        private bool _isTold;

        public int Column { get; set; }

        public int Span { get; set; }

        public Merge Merge { get; set; }

        public bool HasText { get; set; }

        public bool IsHeader { get; set; }

        public void BeginRow()
        {
            _row++;
            (Column, IsHeader) = (0, false);
            _cells.Clear();
        }

        public void EndCell()
        {
            _cells.Add(new(Column, Span, Merge, HasText));
            Column += Span;
        }

        /// <summary>Whether the row shows the first trap of its table.</summary>
        public bool EndRow()
        {
            var here = new Dictionary<int, Block>();
            var isTrap = false;
            foreach (var cell in _cells.Where(cell => cell.Merge != Merge.None))
            {
                var goesOn = cell.Merge == Merge.GoesOn && _above.TryGetValue(cell.Column, out _);
                var block = goesOn ? _above[cell.Column] with { Last = _row } : new Block(_row, _row, IsHeader);
                here[cell.Column] = block;
                isTrap |= goesOn && ((block.InHeader && !IsHeader) || _above.Any(other => Crosses(other, cell.Column, block)));
            }

            var own = _cells.Where(cell => cell.Merge != Merge.GoesOn).ToList();
            isTrap |= own is [{ Span: > 1 }] && _cells.Count > 1;
            isTrap |= !IsHeader && _headings is not null && _cells.Count > 1 && _cells.Skip(1).Any(cell => cell.HasText && _headings.Any(heading => heading > cell.Column && heading < cell.Column + cell.Span));
            if (IsHeader)
            {
                _headings = [.. _cells.Select(cell => cell.Column)];
            }

            _above = here;
            var isFirst = isTrap && !_isTold;
            _isTold |= isTrap;
            return isFirst;
        }

        /// <summary>Whether another merge ended above this row amid the one that goes on, and had begun before it.</summary>
        private bool Crosses(KeyValuePair<int, Block> other, int column, Block block) =>
            other.Key != column && other.Value.Last > other.Value.First && other.Value.First < block.First && block.First <= other.Value.Last
            && !_cells.Exists(cell => cell.Column == other.Key && cell.Merge == Merge.GoesOn);
    }
}
