using System.Globalization;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>
/// The cells of a row, with what is left out before and after them, cover the grid columns that the table declares, and a cell that goes on from
/// above stands below one of the same columns.
/// </summary>
internal sealed class TableGridRule(CheckFindings findings, ReadLimits limits) : MarkupRule(findings)
{
    private readonly Stack<Table> _tables = new();

    public override void BeginPart(MarkupPlace place) => _tables.Clear();

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
        else if (_tables.TryPeek(out var table))
        {
            switch (element.Name)
            {
                case "gridCol" when element.Parent!.Is("tblGrid") && element.Parent.Parent?.Is("tbl") == true:
                    table.Grid++;
                    break;
                case "tr":
                    table.BeginRow();
                    break;
                case "gridBefore" when element.Parent!.Is("trPr"):
                    table.Column += Number(reader);
                    break;
                case "gridAfter" when element.Parent!.Is("trPr"):
                    table.After += Number(reader);
                    break;
                case "tc":
                    (table.Span, table.Merge) = (1, null);
                    break;
                case "gridSpan" when element.Parent!.Is("tcPr"):
                    table.Span = Math.Max(1, Number(reader));
                    break;
                case "vMerge" when element.Parent!.Is("tcPr"):
                    table.Merge = Value(reader, "val") ?? "continue";
                    break;
            }
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.IsWord || !_tables.TryPeek(out var table))
        {
            return;
        }

        if (element.Name == "tc")
        {
            if (!table.EndCell())
            {
                Find(DiagnosticCatalog.MergeOrphan, place, place.Part);
            }
        }
        else if (element.Name == "tr")
        {
            if (table.EndRow() is var sum && sum != table.Grid)
            {
                Find(DiagnosticCatalog.GridSum, place, Text(sum), Text(table.Grid), place.Part);
            }
        }
        else if (element.Name == "tbl")
        {
            _tables.Pop();
        }
    }

    private int Number(XmlReader reader) =>
        int.TryParse(Value(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, limits.Columns) : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Table
    {
        // The first columns and widths of the vertical merges that reach the row above, and of this row.
        private HashSet<(int Column, int Span)> _above = [];
        private HashSet<(int Column, int Span)> _here = [];

        public int Grid { get; set; }

        public int Column { get; set; }

        public int After { get; set; }

        public int Span { get; set; }

        public string? Merge { get; set; }

        public void BeginRow()
        {
            (Column, After) = (0, 0);
            (_above, _here) = (_here, _above);
            _here.Clear();
        }

        /// <summary>Whether a merged cell has one that it goes on from.</summary>
        public bool EndCell()
        {
            var place = (Column, Span);
            Column += Span;
            if (Merge is null)
            {
                return true;
            }

            _here.Add(place);
            return Merge == "restart" || _above.Contains(place);
        }

        public int EndRow() => Column + After;
    }
}
