using System.Globalization;
using System.Text;
using ActionPlan.Messages;

namespace ActionPlan.Sources.Word;

/// <summary>Runs and all that may stand between and in them (ECMA-376-1 clauses 17.3.2 and 17.3.3).</summary>
internal sealed partial class DocumentReader
{
    private const char SoftHyphen = '\u00AD';

    private char[] _mapped = [];

    private RunLook _look;
    private string? _language;
    private string? _link;
    private bool _inRun;

    /// <summary>The drawing that is being read.</summary>
    private PictureBeside _drawing = new(string.Empty);

    /// <summary>The prompt that is being read.</summary>
    private readonly StringBuilder _promptText = new();

    /// <summary>Whether the text that follows waits for an answer: its control says so, or it has the look that Word gives to it there.</summary>
    private bool IsPrompt => _prompts > 0 || (_look.Prompt && _doubtful == 0 && !_context.Prompts.AreNamed);

    private void ReadInline(int level, bool current = false)
    {
        CheckStack();
        for (; current || _xml.NextChild(level); current = false)
        {
            ReadInlineElement();
        }
    }

    private void ReadInlineElement()
    {
        switch (_xml.Mark)
        {
            case Mark.R:
                ReadRun();
                break;
            case Mark.T or Mark.MathText:
                ReadText();
                break;
            case Mark.RPr when _inRun:
                ReadRunProperties();
                break;
            case Mark.Tab or Mark.PTab:
                AddText("\t");
                break;
            case Mark.Br when _xml.Attribute("type") is "page":
                _sink.BreaksPage = true;
                AddBreak();
                break;
            case Mark.Br or Mark.Cr:
                AddBreak();
                break;
            case Mark.NoBreakHyphen:
                AddText("\u2011");
                break;
            case Mark.SoftHyphen:
                AddText("\u00AD");
                break;
            case Mark.Sym:
                AddSymbol();
                break;
            case Mark.Hyperlink:
                ReadHyperlink();
                break;
            case Mark.FldSimple:
                ReadSimpleField();
                break;
            case Mark.FldChar:
                ReadFieldCharacter();
                break;
            case Mark.InstrText:
                ReadFieldCode();
                break;
            case Mark.Sdt:
                ReadControl(ControlPlace.Run, null, null);
                break;
            case Mark.AlternateContent:
                ReadAlternates(ControlPlace.Run, null, null);
                break;
            case Mark.Drawing or Mark.Pict or Mark.Object:
                ReadDrawing();
                break;
            case Mark.TxbxContent:
                ReadTextBox();
                break;
            case Mark.Picture:
                ReportPicture();
                _xml.Skip();
                break;
            case Mark.Ins or Mark.MoveTo:
                // Transparent: accepted.
                _context.TrackedChanges++;
                break;
            case Mark.Del when _tableDepth > 0:
                _context.TrackedChanges++;
                _sink.Strike(ReadStruck());
                break;
            case Mark.Del or Mark.MoveFrom:
                _context.TrackedChanges++;
                _xml.Skip();
                break;
            case Mark.FootnoteReference:
                _context.Findings.AddNote(NoteKind.Footnote, _xml.Attribute("id"), _place);
                break;
            case Mark.EndnoteReference:
                _context.Findings.AddNote(NoteKind.Endnote, _xml.Attribute("id"), _place);
                break;
            case Mark.CommentReference or Mark.CommentRangeStart:
                _context.Findings.AddNote(NoteKind.Comment, _xml.Attribute("id"), _place);
                break;
            case Mark.DelText or Mark.DelInstrText or Mark.RubyPr or Mark.Rt or Mark.MathProperties or Mark.Change or Mark.PPr or Mark.RPr or Mark.SectPr or Mark.SdtPr:
                _xml.Skip();
                break;
            default:
                break;
        }
    }

    /// <summary>The text of an element that a tracked change deleted.</summary>
    private string ReadStruck()
    {
        var text = new StringBuilder();
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            if (_xml.Mark is Mark.DelText or Mark.T)
            {
                var inner = _xml.Enter();
                while (_xml.NextText(inner, out var part))
                {
                    text.Append(part[..Math.Min(part.Length, Math.Max(0, ReadingContext.LongestStruck - text.Length))]);
                }
            }
            else if (_xml.Mark is Mark.P or Mark.Br or Mark.Tab && text.Length > 0 && text.Length < ReadingContext.LongestStruck)
            {
                text.Append(' ');
            }
        }

        return text.ToString().Trim();
    }

    private void ReadRun()
    {
        CheckStack();
        var outer = (_look, _language, _inRun);
        _inRun = true;
        _language = null;
        _look = PlainLook(_style ??= _styles.Paragraph(null));
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            ReadInlineElement();
        }

        (_look, _language, _inRun) = outer;
    }

    private void ReadRunProperties()
    {
        var properties = RunProperties.Read(_xml);
        _language = properties.Language;
        _look = Look(properties, _style!);
    }

    private RunLook PlainLook(WordStyle style) => style.PlainLook ??= Look(new(), style);

    /// <summary>Direct formatting wins; without it bold, italic and hidden toggle from style to style (ECMA-376-1 clause 17.7.3).</summary>
    private RunLook Look(in RunProperties direct, WordStyle style)
    {
        var run = _styles.Character(direct.Style);
        var ofRun = run is null ? new() : run.Run;
        var ofParagraph = style.Run;
        ref readonly var defaults = ref _styles.Defaults;
        return new(
            direct.Bold ?? Toggle(defaults.Bold, ofParagraph.Bold, ofRun.Bold),
            direct.Italic ?? Toggle(defaults.Italic, ofParagraph.Italic, ofRun.Italic),
            direct.Vanish ?? Toggle(defaults.Vanish, ofParagraph.Vanish, ofRun.Vanish),
            _controls > 0 && run is not null && (run.Name.Equals("Placeholder Text", StringComparison.OrdinalIgnoreCase) || direct.Style == "PlaceholderText"),
            FirstSize(direct.Size, ofRun.Size, ofParagraph.Size, defaults.Size),
            direct.Color ?? ofRun.Color ?? ofParagraph.Color ?? defaults.Color ?? -1,
            direct.SymbolFont ?? ofRun.SymbolFont ?? ofParagraph.SymbolFont);
    }

    private static bool Toggle(bool? defaults, bool? paragraph, bool? run) => defaults == true || ((paragraph == true) ^ (run == true));

    private static int FirstSize(int direct, int run, int paragraph, int defaults)
    {
        // Without any word on it a document is set in 10 points (17.3.2.38).
        const int Unstated = 20;
        return direct > 0 ? direct : run > 0 ? run : paragraph > 0 ? paragraph : defaults > 0 ? defaults : Unstated;
    }

    private void ReadText()
    {
        var level = _xml.Enter();
        while (_xml.NextText(level, out var text))
        {
            AddText(text);
        }
    }

    /// <summary>Every character of the part's text passes here once, and is counted before any rule drops it.</summary>
    private void AddText(ReadOnlySpan<char> text)
    {
        if (Swallow(text))
        {
            return;
        }

        var characters = TextCount.NonBlank(text);
        _seen += characters;
        if (_look.Hidden)
        {
            _sink.Hide(text, characters);
            return;
        }

        if (IsPrompt)
        {
            _sink.Prompt += characters;
            _promptText.Append(text[..Math.Min(text.Length, ReadingContext.LongestPrompt)]);
            return;
        }

        if (_look.SymbolFont is not null)
        {
            text = Map(text);
        }

        var special = text.IndexOfAny(SoftHyphen, '\n', '\r');
        while (special >= 0)
        {
            Append(text[..special], TextCount.NonBlank(text[..special]));
            if (text[special] == SoftHyphen)
            {
                _sink.Hyphens++;
                characters--;
            }
            else
            {
                // A line's end in the markup is a blank (17.3.3.31); breaks are elements.
                Append(" ", 0);
            }

            text = text[(special + 1)..];
            characters = TextCount.NonBlank(text);
            special = text.IndexOfAny(SoftHyphen, '\n', '\r');
        }

        Append(text, characters);
    }

    private void Append(ReadOnlySpan<char> text, int characters)
    {
        _sink.Text.Append(text, _look.Bold, _look.Italic, _link);
        _sink.Look(_look, characters);
        _context.Languages.Add(_language, characters);
    }

    private ReadOnlySpan<char> Map(ReadOnlySpan<char> text)
    {
        if (_mapped.Length < text.Length)
        {
            _mapped = new char[text.Length];
        }

        for (var i = 0; i < text.Length; i++)
        {
            var mapped = Symbols.Map(_look.SymbolFont, text[i]);

            // The account counts characters: a mapping must not make one blank.
            _mapped[i] = char.IsWhiteSpace(mapped) == char.IsWhiteSpace(text[i]) ? mapped : text[i];
        }

        return _mapped.AsSpan(0, text.Length);
    }

    /// <summary>Keeps the prompt that was read: a copy of the document may hold it as a text.</summary>
    private void NotePrompt()
    {
        if (_promptText.Length > 0)
        {
            _context.NotePrompt(_promptText.ToString());
            _promptText.Clear();
        }
    }

    private void AddBreak()
    {
        if (!IsPrompt && !_look.Hidden && !Swallow("\n"))
        {
            _sink.Text.Break();
        }
    }

    private void AddSymbol()
    {
        if (ushort.TryParse(_xml.Attribute("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && !char.IsSurrogate((char)code) && code >= ' ')
        {
            var symbol = Symbols.Map(Symbols.FontOf(_xml.Attribute("font")), (char)code);
            AddText([symbol]);
        }
    }

    private void ReportPicture()
    {
        if (_tableDepth == 0)
        {
            // A drawing may be made of several, and of a picture that stands in for it.
            _context.Add(_drawing);
            _drawing = _drawing with { IsReported = true };
        }
        else if (!_sink.HasPicture)
        {
            _sink.HasPicture = true;
            _context.Findings.Add(DiagnosticCatalog.PictureInCell.At(_place));
        }
    }
}
