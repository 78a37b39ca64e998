using System.Runtime.CompilerServices;
using System.Xml;

namespace ActionPlan.Sources.Word;

/// <summary>
/// Finds the <see cref="Mark"/> of an element from its names. The reader's name table hands out one string for one name, so that names are
/// compared by reference; a table belongs to one name table.
/// </summary>
internal sealed class MarkTable
{
    private const int Size = 1024;

    private static readonly (string Name, Mark Mark)[] Word =
    [
        ("body", Mark.Body), ("p", Mark.P), ("tbl", Mark.Tbl), ("tr", Mark.Tr), ("tc", Mark.Tc), ("sdt", Mark.Sdt), ("sdtPr", Mark.SdtPr),
        ("sdtContent", Mark.SdtContent), ("altChunk", Mark.AltChunk), ("sectPr", Mark.SectPr), ("r", Mark.R), ("t", Mark.T),
        ("delText", Mark.DelText), ("tab", Mark.Tab), ("br", Mark.Br), ("cr", Mark.Cr), ("noBreakHyphen", Mark.NoBreakHyphen),
        ("softHyphen", Mark.SoftHyphen), ("sym", Mark.Sym), ("ptab", Mark.PTab), ("drawing", Mark.Drawing), ("pict", Mark.Pict),
        ("object", Mark.Object), ("hyperlink", Mark.Hyperlink), ("fldSimple", Mark.FldSimple), ("fldChar", Mark.FldChar),
        ("instrText", Mark.InstrText), ("delInstrText", Mark.DelInstrText), ("ffData", Mark.FfData),
        ("footnoteReference", Mark.FootnoteReference), ("endnoteReference", Mark.EndnoteReference),
        ("commentReference", Mark.CommentReference), ("commentRangeStart", Mark.CommentRangeStart),
        ("lastRenderedPageBreak", Mark.LastRenderedPageBreak), ("ruby", Mark.Ruby), ("rubyPr", Mark.RubyPr), ("rt", Mark.Rt),
        ("rubyBase", Mark.RubyBase), ("txbxContent", Mark.TxbxContent), ("ins", Mark.Ins), ("del", Mark.Del), ("moveFrom", Mark.MoveFrom),
        ("moveTo", Mark.MoveTo), ("pPr", Mark.PPr), ("rPr", Mark.RPr), ("tblPr", Mark.TblPr), ("tblPrEx", Mark.TblPrEx),
        ("tblGrid", Mark.TblGrid), ("trPr", Mark.TrPr), ("tcPr", Mark.TcPr), ("pPrChange", Mark.Change), ("rPrChange", Mark.Change),
        ("tblPrChange", Mark.Change), ("tblPrExChange", Mark.Change), ("tblGridChange", Mark.Change), ("trPrChange", Mark.Change),
        ("tcPrChange", Mark.Change), ("sectPrChange", Mark.Change), ("numberingChange", Mark.Change), ("pStyle", Mark.PStyle),
        ("rStyle", Mark.RStyle), ("tblStyle", Mark.TblStyle), ("numPr", Mark.NumPr), ("ilvl", Mark.Ilvl), ("numId", Mark.NumId),
        ("outlineLvl", Mark.OutlineLvl), ("pageBreakBefore", Mark.PageBreakBefore), ("shd", Mark.Shd), ("b", Mark.B), ("i", Mark.I),
        ("vanish", Mark.Vanish), ("specVanish", Mark.SpecVanish), ("sz", Mark.Sz), ("color", Mark.Color), ("rFonts", Mark.RFonts),
        ("lang", Mark.Lang), ("gridCol", Mark.GridCol), ("gridSpan", Mark.GridSpan), ("gridBefore", Mark.GridBefore), ("vMerge", Mark.VMerge),
        ("hMerge", Mark.HMerge), ("cellMerge", Mark.CellMerge), ("cellDel", Mark.CellDel), ("tblHeader", Mark.TblHeader),
        ("tblLook", Mark.TblLook), ("tag", Mark.SdtTag), ("showingPlcHdr", Mark.ShowingPlcHdr), ("docPartObj", Mark.DocPartObj),
        ("docPartGallery", Mark.DocPartGallery), ("dropDownList", Mark.DropDownList), ("comboBox", Mark.ComboBox),
        ("listItem", Mark.ListItem), ("checkBox", Mark.CheckBox), ("checked", Mark.Checked), ("default", Mark.Default),
        ("ddList", Mark.DdList), ("result", Mark.Result), ("listEntry", Mark.ListEntry), ("headerReference", Mark.HeaderReference),
        ("footerReference", Mark.FooterReference), ("type", Mark.SectionType), ("docDefaults", Mark.DocDefaults), ("style", Mark.Style),
        ("name", Mark.Name), ("basedOn", Mark.BasedOn), ("tblStylePr", Mark.TblStylePr), ("num", Mark.Num), ("abstractNum", Mark.AbstractNum),
        ("abstractNumId", Mark.AbstractNumId), ("lvl", Mark.Lvl), ("lvlOverride", Mark.LvlOverride), ("numFmt", Mark.NumFmt),
        ("numStyleLink", Mark.NumStyleLink), ("styleLink", Mark.StyleLink), ("themeFontLang", Mark.ThemeFontLang),
        ("footnote", Mark.Footnote), ("endnote", Mark.Endnote), ("comment", Mark.Comment),
    ];

    private static readonly (string Name, Mark Mark)[] Math =
        [("t", Mark.MathText), ("ctrlPr", Mark.MathProperties), ("rPr", Mark.MathProperties), ("oMathParaPr", Mark.MathProperties)];

    private static readonly (string Name, Mark Mark)[] Compatibility =
        [("AlternateContent", Mark.AlternateContent), ("Choice", Mark.Choice), ("Fallback", Mark.Fallback)];

    private static readonly (string Name, Mark Mark)[] Word2010 = [("checkbox", Mark.CheckBox), ("checked", Mark.Checked)];

    private static readonly (string Name, Mark Mark)[] Pictures =
    [
        ("pic", Mark.Picture), ("imagedata", Mark.Picture), ("textpath", Mark.Picture), ("chart", Mark.Picture), ("relIds", Mark.Picture), ("OLEObject", Mark.Picture),
        ("extent", Mark.Extent), ("docPr", Mark.DrawingName),
    ];

    /// <summary>Names without a mark that stand on every row of most documents.</summary>
    private static readonly string[] Frequent =
    [
        "w", "val", "w14", "space", "xml", "rsidR", "rsidRDefault", "rsidRPr", "rsidTr", "rsidP", "paraId", "textId", "type", "tcW", "spacing", "before", "after",
        "line", "lineRule", "jc", "ind", "left", "ascii", "hAnsi", "cs", "szCs", "bCs", "bookmarkStart", "bookmarkEnd", "proofErr", "tcBorders", "fill", "id",
    ];

    private readonly (string? Name, int Family, Mark Mark)[] _slots = new (string?, int, Mark)[Size];
    private readonly (string Address, int Family)[] _spaces;

    public MarkTable(VocabularyNames names)
    {
        _spaces =
        [
            (names.Add(Spaces.Word), 0), (names.Add(Spaces.WordStrict), 0),
            (names.Add("http://schemas.microsoft.com/office/word/2003/wordml"), 0),
            (names.Add(Spaces.Math), 1), (names.Add(Spaces.MathStrict), 1), (names.Add(Spaces.Compatibility), 2), (names.Add(Spaces.Word2010), 3),
            (names.Add(Spaces.Picture), 4), (names.Add(Spaces.PictureStrict), 4), (names.Add(Spaces.Vml), 4), (names.Add(Spaces.Drawing), 4), (names.Add(Spaces.DrawingStrict), 4),
            (names.Add(Spaces.Chart), 4), (names.Add(Spaces.ChartStrict), 4), (names.Add(Spaces.Diagram), 4), (names.Add(Spaces.DiagramStrict), 4), (names.Add(Spaces.Office), 4),
        ];
        foreach (var name in Frequent)
        {
            names.AddFrequent(name);
        }

        Add(names, Word, 0);
        Add(names, Math, 1);
        Add(names, Compatibility, 2);
        Add(names, Word2010, 3);
        Add(names, Pictures, 4);
    }

    public Mark Find(string name, string space)
    {
        var family = -1;
        foreach (var (address, number) in _spaces)
        {
            if (ReferenceEquals(address, space))
            {
                family = number;
                break;
            }
        }

        if (family < 0)
        {
            return Mark.Other;
        }

        for (var slot = RuntimeHelpers.GetHashCode(name) & (Size - 1); _slots[slot].Name is { } candidate; slot = (slot + 1) & (Size - 1))
        {
            if (ReferenceEquals(candidate, name) && _slots[slot].Family == family)
            {
                return _slots[slot].Mark;
            }
        }

        return Mark.Other;
    }

    private void Add(VocabularyNames names, (string Name, Mark Mark)[] entries, int family)
    {
        foreach (var (name, mark) in entries)
        {
            var atom = names.AddFrequent(name);
            var slot = RuntimeHelpers.GetHashCode(atom) & (Size - 1);
            while (_slots[slot].Name is not null)
            {
                slot = (slot + 1) & (Size - 1);
            }

            _slots[slot] = (atom, family, mark);
        }
    }
}

/// <summary>The namespaces of a Word document; a file may mix transitional and strict ones.</summary>
internal static class Spaces
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public const string MathStrict = "http://purl.oclc.org/ooxml/officeDocument/math";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public const string PictureStrict = "http://purl.oclc.org/ooxml/drawingml/picture";
    public const string Vml = "urn:schemas-microsoft-com:vml";
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public const string DrawingStrict = "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing";
    public const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public const string ChartStrict = "http://purl.oclc.org/ooxml/drawingml/chart";
    public const string Diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram";
    public const string DiagramStrict = "http://purl.oclc.org/ooxml/drawingml/diagram";
    public const string Office = "urn:schemas-microsoft-com:office:office";
}
