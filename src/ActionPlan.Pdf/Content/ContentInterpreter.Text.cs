using ActionPlan.Pdf.Fonts;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <content>Text state, positioning and showing (ISO 32000-1, 9.3 and 9.4).</content>
internal sealed partial class ContentInterpreter
{
    private bool TextOperator(int key, ref Lexer lexer)
    {
        switch (key)
        {
            case 'B' | ('T' << 8):
                _text.Begin();
                return true;
            case 'E' | ('T' << 8):
                return true;
            case 'T' | ('f' << 8):
                SetFont(ref lexer);
                return true;
            case 'T' | ('d' << 8):
                if (Numbers(2))
                {
                    _text.Move(Last(2, 0), Last(2, 1));
                }

                return true;
            case 'T' | ('D' << 8):
                if (Numbers(2))
                {
                    _state.Leading = -Last(2, 1);
                    _text.Move(Last(2, 0), Last(2, 1));
                }

                return true;
            case 'T' | ('m' << 8):
                if (Numbers(6))
                {
                    _text.SetMatrix(new Matrix(Last(6, 0), Last(6, 1), Last(6, 2), Last(6, 3), Last(6, 4), Last(6, 5)));
                }

                return true;
            case 'T' | ('*' << 8):
                _text.Move(0, -_state.Leading);
                return true;
            case 'T' | ('c' << 8):
                _state.CharacterSpacing = Numbers(1) ? Last(1, 0) : _state.CharacterSpacing;
                return true;
            case 'T' | ('w' << 8):
                _state.WordSpacing = Numbers(1) ? Last(1, 0) : _state.WordSpacing;
                return true;
            case 'T' | ('z' << 8):
                _state.HorizontalScale = Numbers(1) ? Last(1, 0) / 100 : _state.HorizontalScale;
                return true;
            case 'T' | ('L' << 8):
                _state.Leading = Numbers(1) ? Last(1, 0) : _state.Leading;
                return true;
            case 'T' | ('s' << 8):
                _state.Rise = Numbers(1) ? Last(1, 0) : _state.Rise;
                return true;
            case 'T' | ('r' << 8):
                _state.RenderMode = Numbers(1) ? (int)Math.Clamp(Last(1, 0), 0, 7) : _state.RenderMode;
                return true;
            case 'T' | ('j' << 8):
                ShowLast();
                return true;
            case 'T' | ('J' << 8):
                ShowArray();
                return true;
            case '\'':
                _text.Move(0, -_state.Leading);
                ShowLast();
                return true;
            case '"':
                if (_operands.Count >= 3)
                {
                    _state.WordSpacing = Number(_operands.Count - 3);
                    _state.CharacterSpacing = Number(_operands.Count - 2);
                }

                _text.Move(0, -_state.Leading);
                ShowLast();
                return true;
            default:
                return false;
        }
    }

    private void SetFont(ref Lexer lexer)
    {
        for (var i = _operands.Count - 1; i >= 0; i--)
        {
            if (_operands[i].IsNumber && i == _operands.Count - 1)
            {
                _state.FontSize = _operands[i].Number;
            }
            else if (_operands[i].Kind == TokenKind.Name)
            {
                var name = NameAt(ref lexer, _operands[i]);
                var dictionary = (_fontResources is null ? null : file.GetDictionary(_fontResources, name)) ?? file.Resolve(Resource("Font", name)).AsDictionary();
                if (dictionary is null)
                {
                    output.Tell(PdfDiagnosticCode.FontDamaged, $"The font {name} is missing; a standard font stands in.");
                }

                _state.Font = dictionary is null ? fonts.StandIn : fonts.Get(dictionary);
                return;
            }
        }
    }

    private Font CurrentFont()
    {
        if (_state.Font is null)
        {
            output.Tell(PdfDiagnosticCode.FontDamaged, "Text is shown before a font is chosen; a standard font stands in.");
            _state.Font = fonts.StandIn;
        }

        return _state.Font;
    }

    private void ShowLast()
    {
        if (_operands.Count > 0 && _operands[_operands.Count - 1] is { Kind: TokenKind.String } text)
        {
            _text.Show(_state, CurrentFont(), _strings.Written.Slice(text.Start, text.Length));
        }
        else if (_operands.Count > 0)
        {
            ShowArray();
        }
    }

    private void ShowArray()
    {
        var font = CurrentFont();
        foreach (var operand in _operands.Items)
        {
            if (operand.Kind == TokenKind.String)
            {
                _text.Show(_state, font, _strings.Written.Slice(operand.Start, operand.Length));
                if (output.Stopped)
                {
                    return;
                }
            }
            else if (operand.IsNumber)
            {
                _text.Shift(_state, operand.Number);
            }
        }
    }
}
