using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <content>The graphics state and its colours (ISO 32000-1, 8.4 and 8.6.8).</content>
internal sealed partial class ContentInterpreter
{
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
        if (_saved.Count < output.Limits.MaxOpenStates)
        {
            _saved.Add(_state);
        }
        else
        {
            output.TellLimit(ref _savesCut, "More graphics states are saved than the limits allow; the innermost are not restored.");
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
        if (file.Resolve(Resource("ExtGState", name)).AsDictionary() is not { } settings)
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
