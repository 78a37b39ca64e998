using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>
/// Reads the blocks of one part, the document or a header, in one forward pass. Each file of this class is one level of the markup: blocks here,
/// then tables, content controls, paragraphs, runs and fields.
/// </summary>
internal sealed partial class DocumentReader
{
    private readonly ReadingContext _context;
    private readonly MarkupReader _xml;
    private readonly BoundedPackage _package;
    private readonly StyleSheet _styles;
    private readonly Numbering _numbering;

    private List<SourceBlock> _blocks = [];
    private TextSink _sink;

    /// <summary>How many tables stand around the text that is being read; 0 in the body.</summary>
    private int _tableDepth;

    /// <summary>Characters of all text so far, white space apart, counted before anything is dropped.</summary>
    private long _seen;

    private bool _inTextBox;
    private bool _inContents;
    private string? _blockTag;
    private DocumentPlace _place;

    public DocumentReader(ReadingContext context, MarkupReader xml, BoundedPackage package, StyleSheet styles, Numbering numbering)
    {
        _context = context;
        _xml = xml;
        _package = package;
        _styles = styles;
        _numbering = numbering;
        _sink = NewSink();
        _sink.Clear();
    }

    /// <summary>The relationship ids of the headers and footers that the sections of the part refer to, in order.</summary>
    public List<string> Margins { get; } = [];

    /// <summary>Characters of all text so far, white space apart.</summary>
    public long Seen => _seen;

    /// <summary>Whether the part is a header or footer: its tables are no tables of the document but paragraphs.</summary>
    public bool IsMargin { get; init; }

    /// <summary>Reads the part to its end.</summary>
    public List<SourceBlock> Read()
    {
        if (_xml.NextRoot())
        {
            // w:document and w:body are transparent, so that headers, which have no body, read the same.
            ReadBlocks(_xml.Enter());
        }

        _xml.Finish();
        return _blocks;
    }

    private TextSink NewSink()
    {
        var sink = new TextSink(_context.Limits.CellCharacters);
        sink.Clear();
        return sink;
    }

    /// <param name="level">What entering the element around the blocks gave.</param>
    /// <param name="current">Whether the reader stands at the first of them already.</param>
    private void ReadBlocks(int level, bool current = false)
    {
        CheckStack();
        for (; current || _xml.NextChild(level); current = false)
        {
            switch (_xml.Mark)
            {
                case Mark.P:
                    ReadParagraph();
                    break;
                case Mark.Tbl when !IsMargin:
                    EndOpenParagraph();
                    ReadTable();
                    break;
                case Mark.Sdt:
                    ReadControl(ControlPlace.Block, null, null);
                    break;
                case Mark.AlternateContent:
                    ReadAlternates(ControlPlace.Block, null, null);
                    break;
                case Mark.AltChunk:
                    EndOpenParagraph();
                    ReadChunk();
                    break;
                case Mark.SectPr:
                    ReadSection();
                    break;
                case Mark.R or Mark.T or Mark.Hyperlink or Mark.FldSimple or Mark.MathText:
                    ReadStrayRun();
                    break;
                case Mark.Del or Mark.MoveFrom or Mark.Change or Mark.TcPr or Mark.TrPr or Mark.TblPr or Mark.PPr or Mark.RPr or Mark.SdtPr:
                    _xml.Skip();
                    break;
                case Mark.CommentRangeStart:
                    _context.Findings.AddNote(NoteKind.Comment, _xml.Attribute("id"), _place);
                    break;
                default:
                    break;
            }
        }

        EndOpenParagraph();
    }

    /// <summary>Reads a w:sectPr to its end; tells whether the section that it ends is followed by a new page (ECMA-376-1 clause 17.6.22).</summary>
    private bool ReadSection()
    {
        var breaks = true;
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            switch (_xml.Mark)
            {
                case Mark.HeaderReference or Mark.FooterReference when _xml.Attribute("id") is { } id && !Margins.Contains(id):
                    Margins.Add(id);
                    break;
                case Mark.SectionType:
                    breaks = _xml.Val() != "continuous";
                    break;
                case Mark.Change:
                    _xml.Skip();
                    break;
                default:
                    break;
            }
        }

        return breaks;
    }

    /// <summary>The reader descends as deep as the markup; a caller who allows more depth than the stack has gets the limit's refusal, not a crash.</summary>
    private void CheckStack()
    {
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Refused.Limit(nameof(ReadLimits.XmlDepth), _xml.Depth);
        }
    }
}
