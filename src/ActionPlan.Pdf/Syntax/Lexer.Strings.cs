using System.Buffers;

namespace ActionPlan.Pdf.Syntax;

/// <content>Literal and hexadecimal strings, whose bytes go to the scratch.</content>
internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> StringSpecials = SearchValues.Create("\\()\r"u8);

    // 7.3.4.2.
    private void ReadLiteralString()
    {
        var data = _data;
        var i = Position;
        var depth = 1;
        _stringStart = _scratch.Length;
        Unterminated = true;
        while (i < data.Length)
        {
            var run = data[i..].IndexOfAny(StringSpecials);
            run = run < 0 ? data.Length - i : run;
            _scratch.Write(data.Slice(i, run));
            i += run;
            if (i >= data.Length)
            {
                break;
            }

            var b = data[i++];
            if (b == ')')
            {
                if (--depth == 0)
                {
                    Unterminated = false;
                    break;
                }

                _scratch.Write(b);
            }
            else if (b == '(')
            {
                depth++;
                _scratch.Write(b);
            }
            else if (b == '\r')
            {
                _scratch.Write((byte)'\n');
                i += i < data.Length && data[i] == '\n' ? 1 : 0;
            }
            else if (i < data.Length)
            {
                i = ReadEscape(data, i);
            }
        }

        _stringLength = _scratch.Length - _stringStart;
        Position = i;
    }

    private readonly int ReadEscape(ReadOnlySpan<byte> data, int i)
    {
        var b = data[i++];
        switch (b)
        {
            case (byte)'n':
                _scratch.Write((byte)'\n');
                break;
            case (byte)'r':
                _scratch.Write((byte)'\r');
                break;
            case (byte)'t':
                _scratch.Write((byte)'\t');
                break;
            case (byte)'b':
                _scratch.Write((byte)'\b');
                break;
            case (byte)'f':
                _scratch.Write((byte)'\f');
                break;
            case (byte)'\r':
                i += i < data.Length && data[i] == '\n' ? 1 : 0;
                break;
            case (byte)'\n':
                break;
            case >= (byte)'0' and <= (byte)'7':
                var code = b - '0';
                for (var n = 0; n < 2 && i < data.Length && data[i] is >= (byte)'0' and <= (byte)'7'; n++)
                {
                    code = (code << 3) | (data[i++] - '0');
                }

                _scratch.Write((byte)code);
                break;
            default:
                _scratch.Write(b);
                break;
        }

        return i;
    }

    // 7.3.4.3.
    private void ReadHexString()
    {
        var position = Position;
        _stringStart = _scratch.Length;
        Unterminated = !Characters.DecodeHex(_data, ref position, _scratch);
        _stringLength = _scratch.Length - _stringStart;
        Position = position;
    }
}
