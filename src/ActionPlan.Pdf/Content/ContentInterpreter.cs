using ActionPlan.Pdf.Fonts;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>
/// Executes content streams (ISO 32000-1, 7.8.2 and annex A). An operator that makes no sense costs itself only. Forms are
/// executed where they are drawn, to a bounded depth and never within themselves.
/// </summary>
internal sealed partial class ContentInterpreter(FileObjects file, FontCache fonts, OptionalContent optional, PageOutput output, Box page) : IDisposable
{
    /// <summary>Forms are executed by recursion, which a limit of the caller's must not let run out of stack.</summary>
    private const int DeepestForms = 200;

    private readonly PooledList<GraphicsState> _saved = new(16);
    private readonly PooledList<Operand> _operands = new(64);
    private readonly ByteSink _strings = new();
    private readonly PathBuilder _path = new(output);
    private readonly MarkedContent _marks = new(output);
    private readonly List<PdfStream> _running = [];
    private readonly List<PdfDictionary> _enclosing = [];
    private TextWriter _text = null!;
    private GraphicsState _state;
    private PdfDictionary _resources = PdfDictionary.Empty;
    private PdfDictionary? _fontResources;
    private int _savedFloor;
    private int _savesBeyond;
    private int _markFloor;
    private bool _clipPending;
    private bool _operandsCut;
    private bool _savesCut;
    private (double X, double Y) _point;

    public void Run(ReadOnlySpan<byte> content, PdfDictionary resources, in Matrix transform, in Box clip, GlyphTraits extra)
    {
        _text = new TextWriter(output, _marks, page) { Extra = extra };
        _state = GraphicsState.Initial(transform, clip);
        _saved.Clear();
        _enclosing.Clear();
        _savedFloor = 0;
        _savesBeyond = 0;
        _markFloor = 0;
        UseResources(resources);
        Execute(content);
        _marks.EndAll(0);
    }

    /// <summary>Draws the appearance of an annotation (12.5.5), which may use the resources that its form gives to all fields.</summary>
    public void RunAppearance(PdfStream appearance, PdfDictionary resources, Box rectangle, in Matrix pageTransform, in Box clip)
    {
        var matrix = Matrix.Read(file, appearance.Dictionary["Matrix"]);
        if (Box.Read(file, appearance.Dictionary["BBox"]) is not { } box)
        {
            return;
        }

        var seen = matrix.Apply(box);
        double scaleX = seen.Width > 0 ? rectangle.Width / seen.Width : 1, scaleY = seen.Height > 0 ? rectangle.Height / seen.Height : 1;
        var fit = new Matrix(scaleX, 0, 0, scaleY, rectangle.X0 - (seen.X0 * scaleX), rectangle.Y0 - (seen.Y0 * scaleY));
        Run([], resources, fit.Then(pageTransform), clip, GlyphTraits.Annotation);
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

    /// <summary>
    /// A named resource. 7.8.3: a form without resources uses those of the page; and where its own lack a name, writers relied on those around it.
    /// </summary>
    private PdfValue Resource(string category, string name)
    {
        var value = Entry(_resources);
        for (var i = _enclosing.Count - 1; value.IsNull && i >= 0; i--)
        {
            value = Entry(_enclosing[i]);
        }

        return value;

        PdfValue Entry(PdfDictionary resources) => file.GetDictionary(resources, category) is { } all ? all[name] : PdfValue.Null;
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
        if (_operands.Count < output.Limits.MaxOperands)
        {
            _operands.Add(operand);
        }
        else
        {
            output.TellLimit(ref _operandsCut, "An operator has more operands than the limits allow; the others were left out.");
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
}
