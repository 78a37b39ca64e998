using ActionPlan.Pdf.Fonts;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>
/// Executes content streams (ISO 32000-1, 7.8.2 and annex A). An operator that makes no sense costs itself only. Forms are
/// executed where they are drawn, to a bounded depth and never within themselves.
/// </summary>
internal sealed partial class ContentInterpreter(FileObjects file, FontCache fonts, OptionalContent optional, PageOutput output, Box page) : IDisposable
{
    private const int MaxOperands = 200_000;
    private const int MaxSavedStates = 5_000;
    private const int MaxFormDepth = 30;

    private readonly PooledList<GraphicsState> _saved = new(16);
    private readonly PooledList<Operand> _operands = new(64);
    private readonly ByteSink _strings = new();
    private readonly PathBuilder _path = new(output);
    private readonly MarkedContent _marks = new(output);
    private readonly List<PdfStream> _running = [];
    private TextWriter _text = null!;
    private GraphicsState _state;
    private PdfDictionary _resources = PdfDictionary.Empty;
    private PdfDictionary? _fontResources;
    private int _savedFloor;
    private int _savesBeyond;
    private int _markFloor;
    private bool _clipPending;
    private (double X, double Y) _point;

    public void Run(ReadOnlySpan<byte> content, PdfDictionary resources, in Matrix transform, in Box clip, GlyphTraits extra)
    {
        _text = new TextWriter(output, _marks, page) { Extra = extra };
        _state = GraphicsState.Initial(transform, clip);
        _saved.Clear();
        _savedFloor = 0;
        _savesBeyond = 0;
        _markFloor = 0;
        UseResources(resources);
        Execute(content);
        _marks.EndAll(0);
    }

    /// <summary>Draws the appearance of an annotation (12.5.5).</summary>
    public void RunAppearance(PdfStream appearance, Box rectangle, in Matrix pageTransform, in Box clip)
    {
        var matrix = Matrix.Read(file, appearance.Dictionary["Matrix"]);
        if (Box.Read(file, appearance.Dictionary["BBox"]) is not { } box)
        {
            return;
        }

        var seen = matrix.Apply(box);
        double scaleX = seen.Width > 0 ? rectangle.Width / seen.Width : 1, scaleY = seen.Height > 0 ? rectangle.Height / seen.Height : 1;
        var fit = new Matrix(scaleX, 0, 0, scaleY, rectangle.X0 - (seen.X0 * scaleX), rectangle.Y0 - (seen.Y0 * scaleY));
        Run([], PdfDictionary.Empty, fit.Then(pageTransform), clip, GlyphTraits.Annotation);
        RunForm(appearance);
    }

    public void Dispose()
    {
        _saved.Dispose();
        _operands.Dispose();
        _strings.Dispose();
        _path.Dispose();
        _marks.Dispose();
    }

    private void UseResources(PdfDictionary resources)
    {
        _resources = resources;
        _fontResources = file.GetDictionary(resources, "Font");
    }

    private void Execute(ReadOnlySpan<byte> content)
    {
        var lexer = new Lexer(content, 0, _strings);
        _operands.Clear();
        _strings.Clear();
        while (true)
        {
            var kind = lexer.Next();
            switch (kind)
            {
                case TokenKind.End:
                    return;
                case TokenKind.Integer or TokenKind.Real:
                    Push(new Operand(kind, lexer.Number, 0, 0));
                    break;
                case TokenKind.Name:
                    Push(new Operand(kind, 0, lexer.TokenStart + 1, lexer.Position - lexer.TokenStart - 1));
                    break;
                case TokenKind.String:
                    var (start, length) = lexer.StringRange;
                    Push(new Operand(kind, 0, start, length));
                    break;
                case TokenKind.Keyword:
                    if (!output.Spend())
                    {
                        return;
                    }

                    Operate(ref lexer);
                    _operands.Clear();
                    _strings.Clear();
                    break;
                default:
                    Push(new Operand(kind, 0, lexer.TokenStart, 0));
                    break;
            }
        }
    }

    private void Push(in Operand operand)
    {
        if (_operands.Count < MaxOperands)
        {
            _operands.Add(operand);
        }
    }

    private double Number(int index) => index < _operands.Count && _operands[index].IsNumber ? _operands[index].Number : 0;

    /// <summary>Whether the last operands are so many numbers; readers take the last ones where there are too many.</summary>
    private bool Numbers(int count)
    {
        var first = _operands.Count - count;
        if (first < 0)
        {
            return false;
        }

        for (var i = first; i < _operands.Count; i++)
        {
            if (!_operands[i].IsNumber)
            {
                return false;
            }
        }

        return true;
    }

    private double Last(int count, int index) => _operands[_operands.Count - count + index].Number;

    private string? LastName(ref Lexer lexer)
    {
        if (_operands.Count == 0 || _operands[_operands.Count - 1] is not { Kind: TokenKind.Name } name)
        {
            return null;
        }

        return NameAt(ref lexer, name);
    }

    private static string NameAt(ref Lexer lexer, in Operand name)
    {
        var raw = lexer.Data.Slice(name.Start, name.Length);
        if (raw.IndexOf((byte)'#') < 0)
        {
            return NameTable.Get(raw);
        }

        using var scratch = new ByteSink();
        var again = new Lexer(lexer.Data[..(name.Start + name.Length)], name.Start - 1, scratch);
        again.Next();
        return again.NameText();
    }

    private void Operate(ref Lexer lexer)
    {
        var word = lexer.Text;
        var key = word.Length switch { 1 => word[0], 2 => word[0] | (word[1] << 8), 3 => word[0] | (word[1] << 8) | (word[2] << 16), _ => 0 };
        if (!TextOperator(key, ref lexer) && !PathOperator(key) && !StateOperator(key, ref lexer) && !ObjectOperator(key, ref lexer))
        {
            if (key == ('B' | ('X' << 8)) || key == ('E' | ('X' << 8)))
            {
                return;
            }

            if (word.Length > 3 || key != 0)
            {
                TryRunTogether(ref lexer, word);
            }
        }
    }

    // A missing blank joins two operators, such as "QBT" or "ETq".
    private void TryRunTogether(ref Lexer lexer, ReadOnlySpan<byte> word)
    {
        if (word.StartsWith("ET"u8) || word.StartsWith("BT"u8))
        {
            lexer.Position -= word.Length - 2;
        }
        else if (word[0] is (byte)'Q' or (byte)'q')
        {
            if (word[0] == 'Q')
            {
                Restore();
            }
            else
            {
                Save();
            }

            lexer.Position -= word.Length - 1;
        }
        else
        {
            output.Tell(PdfDiagnosticCode.OperatorIgnored, $"The operator '{Printable(word)}' is not known.");
        }
    }

    private static string Printable(ReadOnlySpan<byte> word)
    {
        Span<char> text = stackalloc char[Math.Min(16, word.Length)];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = word[i] is > 32 and < 127 ? (char)word[i] : '?';
        }

        return text.ToString();
    }

    private bool StateOperator(int key, ref Lexer lexer)
    {
        switch (key)
        {
            case 'q':
                Save();
                return true;
            case 'Q':
                Restore();
                return true;
            case 'c' | ('m' << 8):
                if (Numbers(6))
                {
                    _state.Transform = new Matrix(Last(6, 0), Last(6, 1), Last(6, 2), Last(6, 3), Last(6, 4), Last(6, 5)).Then(_state.Transform);
                }

                return true;
            case 'w':
                if (Numbers(1))
                {
                    _state.LineWidth = Math.Abs(Last(1, 0));
                }

                return true;
            case 'd':
                _state.Dashed = HasDashes();
                return true;
            case 'g' | ('s' << 8):
                if (LastName(ref lexer) is { } name)
                {
                    UseExternalState(name);
                }

                return true;
            case 'g':
                SetFill(ColourSpace.Gray, 1);
                return true;
            case 'G':
                SetStroke(ColourSpace.Gray, 1);
                return true;
            case 'r' | ('g' << 8):
                SetFill(ColourSpace.Rgb, 3);
                return true;
            case 'R' | ('G' << 8):
                SetStroke(ColourSpace.Rgb, 3);
                return true;
            case 'k':
                SetFill(ColourSpace.Cmyk, 4);
                return true;
            case 'K':
                SetStroke(ColourSpace.Cmyk, 4);
                return true;
            case 'c' | ('s' << 8):
                _state.FillSpace = ReadSpace(ref lexer);
                _state.FillColour = _state.FillSpace.Initial;
                return true;
            case 'C' | ('S' << 8):
                _state.StrokeSpace = ReadSpace(ref lexer);
                _state.StrokeColour = _state.StrokeSpace.Initial;
                return true;
            case 's' | ('c' << 8) or 's' | ('c' << 8) | ('n' << 16):
                _state.FillColour = ColourOf(_state.FillSpace);
                return true;
            case 'S' | ('C' << 8) or 'S' | ('C' << 8) | ('N' << 16):
                _state.StrokeColour = ColourOf(_state.StrokeSpace);
                return true;
            case 'J' or 'j' or 'M' or 'i' or ('r' | ('i' << 8)) or ('s' | ('h' << 8)):
                return true;
            default:
                return false;
        }
    }

    private void Save()
    {
        if (_saved.Count < MaxSavedStates)
        {
            _saved.Add(_state);
        }
        else
        {
            _savesBeyond++;
        }
    }

    private void Restore()
    {
        if (_savesBeyond > 0)
        {
            _savesBeyond--;
        }
        else if (_saved.Count > _savedFloor)
        {
            _state = _saved[_saved.Count - 1];
            _saved.RemoveTo(_saved.Count - 1);
        }
    }

    private bool HasDashes()
    {
        foreach (var operand in _operands.Items)
        {
            if (operand.Kind == TokenKind.ArrayEnd)
            {
                break;
            }

            if (operand.IsNumber && operand.Number > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void UseExternalState(string name)
    {
        if (file.GetDictionary(_resources, "ExtGState") is not { } states || file.GetDictionary(states, name) is not { } settings)
        {
            return;
        }

        if (file.Get(settings, "LW") is { IsNumber: true } width)
        {
            _state.LineWidth = Math.Abs(width.AsNumber());
        }

        if (file.GetArray(settings, "D") is { Length: > 0 } dash)
        {
            _state.Dashed = file.Resolve(dash[0]).AsArray() is { Length: > 0 };
        }

        if (file.GetArray(settings, "Font") is { Length: 2 } font && file.Resolve(font[0]).AsDictionary() is { } dictionary)
        {
            _state.Font = fonts.Get(dictionary);
            _state.FontSize = file.Resolve(font[1]).AsNumber();
        }
    }

    private ColourSpace ReadSpace(ref Lexer lexer) =>
        LastName(ref lexer) is { } name ? ColourSpace.Read(file, _resources, PdfValue.Name(name)) : ColourSpace.Pattern;

    private void SetFill(ColourSpace space, int components)
    {
        if (Numbers(components))
        {
            _state.FillSpace = space;
            _state.FillColour = ColourOf(space);
        }
    }

    private void SetStroke(ColourSpace space, int components)
    {
        if (Numbers(components))
        {
            _state.StrokeSpace = space;
            _state.StrokeColour = ColourOf(space);
        }
    }

    private int ColourOf(ColourSpace space)
    {
        Span<double> values = stackalloc double[4];
        var n = 0;
        foreach (var operand in _operands.Items)
        {
            if (operand.IsNumber && n < 4)
            {
                values[n++] = operand.Number;
            }
        }

        return n == 0 ? ColourSpace.Unknown : space.ToRgb(values[..n]);
    }
}
