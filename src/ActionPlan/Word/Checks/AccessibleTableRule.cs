using System.Globalization;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>
/// A table says which row heads it, or that its labels do. One within a cell does so too, has no merged cells and holds no further table: then a screen reader
/// says what each figure belongs to; else it counts the cells of both and is lost.
/// </summary>
internal sealed class AccessibleTableRule(CheckFindings findings, CheckedStyles styles) : MarkupRule(findings)
{
    private sealed class Open
    {
        public int Rows { get; set; }

        public int Cells { get; set; }

        public int CellsOfRow { get; set; }

        public int WidestRow { get; set; }

        public bool HasHeader { get; set; }

        /// <summary>Whether its style marks the first row, if the table has one.</summary>
        public bool HeadsByStyle { get; set; }

        public bool HasLabels { get; set; }

        public bool HasMerges { get; set; }

        public bool HoldsTable { get; set; }

        public bool SaysWhatCellsBelongTo => HasHeader || (HasLabels && WidestRow == 2);
    }

    private readonly Stack<Open> _tables = new();

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!element.IsWord)
        {
            return;
        }

        if (element.Name == "tbl")
        {
            if (_tables.TryPeek(out var outer))
            {
                outer.HoldsTable = true;
            }

            _tables.Push(new());
        }
        else if (_tables.TryPeek(out var table))
        {
            switch (element.Name)
            {
                case "tr":
                    table.Rows++;
                    table.CellsOfRow = 0;
                    break;
                case "tc":
                    table.Cells++;
                    table.WidestRow = Math.Max(table.WidestRow, ++table.CellsOfRow);
                    break;
                case "tblHeader" when table.Rows == 1 && Value(reader, "val") is not ("0" or "false" or "off"):
                    table.HasHeader = true;
                    break;
                case "tblStyle" when Value(reader, "val") is { } style:
                    table.HeadsByStyle = styles.MarksFirstRow(style);
                    break;
                case "tblLook":
                    table.HasLabels = Marks(reader, "firstColumn", 0x80);
                    table.HasHeader |= table.HeadsByStyle && Marks(reader, "firstRow", 0x20);
                    break;
                case "vMerge" or "hMerge":
                case "gridSpan" when Value(reader, "val") != "1":
                    table.HasMerges = true;
                    break;
            }
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.Is("tbl") || !_tables.TryPop(out var table))
        {
            return;
        }

        if (_tables.Count == 1 && (!table.SaysWhatCellsBelongTo || table.HasMerges || table.HoldsTable))
        {
            Find(DiagnosticCatalog.TableNested, place);
        }

        // A table of one row, or of one column, needs no heading to be understood; where labels stand beside texts, the marked first column heads the rows.
        if (_tables.Count == 0 && !table.SaysWhatCellsBelongTo && table.Rows > 1 && table.Cells > table.Rows)
        {
            FindTable(DiagnosticCatalog.HeaderRowMissing, place);
        }
    }

    /// <summary>Whether w:tblLook says that the first column, or row, is one of headings (ECMA-376-1 clause 17.4.55).</summary>
    private static bool Marks(XmlReader reader, string part, int bit) => Value(reader, part) is { } first
        ? first is "1" or "true" or "on"
        : int.TryParse(Value(reader, "val"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var look) && (look & bit) != 0;
}
