using System.Globalization;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>
/// A table says which row heads it, or that its labels do. One within a cell does so too, has no merged cells and holds no further table: then a screen reader
/// says what each figure belongs to; else it counts the cells of both and is lost.
/// </summary>
internal sealed class AccessibleTableRule(CheckFindings findings) : MarkupRule(findings)
{
    private sealed class Open
    {
        public int Rows { get; set; }

        public int Cells { get; set; }

        public int CellsOfRow { get; set; }

        public int WidestRow { get; set; }

        public bool HasHeader { get; set; }

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
                case "tblLook":
                    table.HasLabels = MarksFirstColumn(reader);
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
            Find(DiagnosticCatalog.HeaderRowMissing, place);
        }
    }

    /// <summary>Whether w:tblLook says that the first column is one of headings (ECMA-376-1 clause 17.4.55).</summary>
    private static bool MarksFirstColumn(XmlReader reader) => Value(reader, "firstColumn") is { } first
        ? first is "1" or "true" or "on"
        : int.TryParse(Value(reader, "val"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var look) && (look & 0x80) != 0;
}

/// <summary>Headings go down one level at a time, and have a text.</summary>
internal sealed class HeadingOrderRule(CheckFindings findings, IReadOnlyDictionary<string, int> levels) : MarkupRule(findings)
{
    private int _last;
    private int _level;
    private bool _hasText;

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!element.IsWord || !place.IsMain)
        {
            return;
        }

        switch (element.Name)
        {
            case "p":
                (_level, _hasText) = (0, false);
                break;
            case "pStyle" when Value(reader, "val") is { } style && levels.TryGetValue(style, out var level):
                _level = level;
                break;
            case "outlineLvl" when int.TryParse(Value(reader, "val"), CultureInfo.InvariantCulture, out var own):
                _level = own is >= 0 and < 9 ? own + 1 : 0;
                break;
            case "t" when !reader.IsEmptyElement:
                _hasText = true;
                break;
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.Is("p") || _level == 0 || !place.IsMain)
        {
            return;
        }

        if (!_hasText)
        {
            Find(DiagnosticCatalog.HeadingEmpty, place, _level.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            if (_level > _last + 1)
            {
                Find(DiagnosticCatalog.HeadingSkipped, place, _level.ToString(CultureInfo.InvariantCulture), _last.ToString(CultureInfo.InvariantCulture));
            }

            _last = _level;
        }

        _level = 0;
    }
}

/// <summary>Pictures say in words what they show, or that they are there for the eye alone.</summary>
internal sealed class AlternativeTextRule(CheckFindings findings) : MarkupRule(findings)
{
    private bool _isMissing;
    private string _name = "";

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (element.Name == "docPr")
        {
            _name = reader.GetAttribute("name") ?? "";
            _isMissing = string.IsNullOrWhiteSpace(reader.GetAttribute("descr")) && string.IsNullOrWhiteSpace(reader.GetAttribute("title"));
        }
        else if (element.Name == "decorative" && reader.GetAttribute("val") is "1" or "true")
        {
            _isMissing = false;
        }
        else if (element.Name is "txbxContent")
        {
            // A text box speaks for itself.
            _isMissing = false;
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (element.Is("drawing") && _isMissing)
        {
            _isMissing = false;
            Find(DiagnosticCatalog.AlternativeTextMissing, place, _name);
        }
    }
}

/// <summary>Space comes from the styles: empty paragraphs in a row are read out one by one.</summary>
internal sealed class EmptyParagraphRule(CheckFindings findings) : MarkupRule(findings)
{
    private int _empty;
    private bool _isEmpty;
    private int _depth;

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!place.IsMain)
        {
            return;
        }

        if (element.Is("p"))
        {
            _isEmpty = true;
        }
        else if (element.Is("tbl"))
        {
            Say(place);
            _depth++;
        }
        else if ((element.IsWord && element.Name is "drawing" or "pict" or "object" or "sym" or "fldSimple" or "instrText" or "br" or "sectPr") || (element.Is("t") && !reader.IsEmptyElement) || element.Name == "oMath")
        {
            _isEmpty = false;
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (element.Is("tbl") && place.IsMain)
        {
            _depth--;
        }
        else if (element.Is("p") && place.IsMain && _depth == 0)
        {
            if (_isEmpty)
            {
                _empty++;
            }
            else
            {
                Say(place);
            }

            _isEmpty = false;
        }
    }

    public override void EndPart(MarkupPlace place) => Say(place);

    private void Say(MarkupPlace place)
    {
        if (_empty > 1 && _depth == 0)
        {
            Find(DiagnosticCatalog.ParagraphsEmpty, place, _empty.ToString(CultureInfo.InvariantCulture));
        }

        _empty = 0;
    }
}
