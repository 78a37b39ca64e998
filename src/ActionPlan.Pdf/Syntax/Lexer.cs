using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Syntax;

internal enum TokenKind : byte
{
    End,
    Integer,
    Real,
    String,
    Name,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
    Keyword,
}

/// <summary>
/// Bytes to tokens (ISO 32000-1, 7.2). Never fails: what is no token is passed over. After <see cref="Next"/> the token's
/// number is in <see cref="Number"/>, the bytes of a name or keyword are <see cref="Text"/>, those of a string <see cref="StringBytes"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref partial struct Lexer(ReadOnlySpan<byte> source, int start, ByteSink scratch)
{
    private static readonly double[] PowersOfTen = [1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16];

    private readonly ReadOnlySpan<byte> _data = source;
    private readonly ByteSink _scratch = scratch;
    private int _textStart;
    private int _textLength;
    private bool _textEscaped;
    private int _stringStart;
    private int _stringLength;

    public int Position { get; set; } = start;

    /// <summary>Where the token that was read last begins.</summary>
    public int TokenStart { get; private set; }

    public double Number { get; private set; }

    /// <summary>Whether the string that was read last ended where the data did.</summary>
    public bool Unterminated { get; private set; }

    /// <summary>The bytes as written; a name's escapes are undone by <see cref="NameText"/> only.</summary>
    public readonly ReadOnlySpan<byte> Text => _data.Slice(_textStart, _textLength);

    public readonly ReadOnlySpan<byte> StringBytes => _scratch.Written.Slice(_stringStart, _stringLength);

    /// <summary>Where the string that was read last lies in the scratch, which holds all strings since it was emptied.</summary>
    public readonly (int Start, int Length) StringRange => (_stringStart, _stringLength);

    public readonly ReadOnlySpan<byte> Data => _data;

    public TokenKind Next()
    {
        var data = _data;
        var i = Position;
        while (true)
        {
            while (i < data.Length && Characters.IsWhite(data[i]))
            {
                i++;
            }

            if (i >= data.Length)
            {
                Position = TokenStart = data.Length;
                return TokenKind.End;
            }

            var b = data[i];
            TokenStart = i;
            if (Characters.StartsNumber(b))
            {
                Position = i;
                return ReadNumber();
            }

            switch (b)
            {
                case (byte)'/':
                    Position = i + 1;
                    ReadName();
                    return TokenKind.Name;
                case (byte)'(':
                    Position = i + 1;
                    ReadLiteralString();
                    return TokenKind.String;
                case (byte)'<':
                    if (i + 1 < data.Length && data[i + 1] == '<')
                    {
                        Position = i + 2;
                        return TokenKind.DictionaryStart;
                    }

                    Position = i + 1;
                    ReadHexString();
                    return TokenKind.String;
                case (byte)'>':
                    if (i + 1 < data.Length && data[i + 1] == '>')
                    {
                        Position = i + 2;
                        return TokenKind.DictionaryEnd;
                    }

                    i++;
                    continue;
                case (byte)'[':
                    Position = i + 1;
                    return TokenKind.ArrayStart;
                case (byte)']':
                    Position = i + 1;
                    return TokenKind.ArrayEnd;
                case (byte)'%':
                    while (i < data.Length && data[i] is not ((byte)'\r' or (byte)'\n'))
                    {
                        i++;
                    }

                    continue;
                case (byte)')' or (byte)'{' or (byte)'}':
                    i++;
                    continue;
                default:
                    var first = i;
                    while (i < data.Length && Characters.IsRegular(data[i]))
                    {
                        i++;
                    }

                    _textStart = first;
                    _textLength = i - first;
                    Position = i;
                    return TokenKind.Keyword;
            }
        }
    }

    /// <summary>The name with its #xx escapes undone (7.3.5), byte by byte as Latin-1.</summary>
    public readonly string NameText()
    {
        if (!_textEscaped)
        {
            return NameTable.Get(Text);
        }

        Span<byte> name = stackalloc byte[Math.Min(_textLength, 1024)];
        return NameTable.Get(name[..UnescapeName(name)]);
    }

    public readonly int UnescapeName(Span<byte> into)
    {
        var text = Text;
        var n = 0;
        for (var i = 0; i < text.Length && n < into.Length; i++)
        {
            if (text[i] == '#' && i + 2 < text.Length && Characters.HexValue(text[i + 1]) >= 0 && Characters.HexValue(text[i + 2]) >= 0)
            {
                into[n++] = (byte)((Characters.HexValue(text[i + 1]) << 4) | Characters.HexValue(text[i + 2]));
                i += 2;
            }
            else
            {
                into[n++] = text[i];
            }
        }

        return n;
    }

    public readonly string KeywordText() => NameTable.Get(Text);

    // Writers print numbers that 7.3.3 does not allow: two signs, a sign inside, exponents. The value is what they meant.
    private TokenKind ReadNumber()
    {
        var data = _data;
        var i = Position;
        var negative = false;
        while (i < data.Length && data[i] is (byte)'+' or (byte)'-')
        {
            negative |= data[i] == '-';
            i++;
        }

        long whole = 0;
        var digits = 0;
        var overflow = 0d;
        while (i < data.Length && Characters.IsDigit(data[i]))
        {
            if (digits < 18)
            {
                whole = (whole * 10) + (data[i] - '0');
            }
            else
            {
                overflow = digits == 18 ? whole : overflow;
                overflow = (overflow * 10) + (data[i] - '0');
            }

            digits++;
            i++;
        }

        var value = digits > 18 ? overflow : whole;
        var kind = TokenKind.Integer;
        if (i < data.Length && data[i] == '.')
        {
            kind = TokenKind.Real;
            i++;
            long fraction = 0;
            var places = 0;
            while (i < data.Length && (Characters.IsDigit(data[i]) || data[i] == '-'))
            {
                if (data[i] == '-')
                {
                    // "12.-34": what follows the inner sign is noise.
                    while (i < data.Length && (Characters.IsDigit(data[i]) || data[i] is (byte)'-' or (byte)'.'))
                    {
                        i++;
                    }

                    break;
                }

                if (places < 16)
                {
                    fraction = (fraction * 10) + (data[i] - '0');
                    places++;
                }

                digits++;
                i++;
            }

            value += fraction * PowersOfTen[places];
        }

        if (i + 1 < data.Length && data[i] is (byte)'e' or (byte)'E' && digits > 0
            && (Characters.IsDigit(data[i + 1]) || (data[i + 1] is (byte)'-' or (byte)'+' && i + 2 < data.Length && Characters.IsDigit(data[i + 2]))))
        {
            kind = TokenKind.Real;
            i++;
            var down = data[i] == '-';
            i += data[i] is (byte)'-' or (byte)'+' ? 1 : 0;
            var exponent = 0;
            while (i < data.Length && Characters.IsDigit(data[i]))
            {
                exponent = Math.Min(400, (exponent * 10) + (data[i] - '0'));
                i++;
            }

            value *= Math.Pow(10, down ? -exponent : exponent);
        }

        while (digits > 0 && i < data.Length && data[i] is (byte)'-' or (byte)'.' or (byte)'+' && kind == TokenKind.Real)
        {
            i++;
            while (i < data.Length && Characters.IsDigit(data[i]))
            {
                i++;
            }
        }

        if (kind == TokenKind.Integer && digits > 0 && i < data.Length && data[i] == '-')
        {
            // "4-5": readers agree to see 4.
            while (i < data.Length && (Characters.IsDigit(data[i]) || data[i] is (byte)'-' or (byte)'.'))
            {
                i++;
            }
        }

        Number = double.IsFinite(value) ? (negative ? -value : value) : 0;
        Position = i > Position ? i : Position + 1;
        return kind;
    }

    private void ReadName()
    {
        var data = _data;
        var i = Position;
        _textStart = i;
        _textEscaped = false;
        while (i < data.Length && Characters.IsRegular(data[i]))
        {
            _textEscaped |= data[i] == '#';
            i++;
        }

        _textLength = i - _textStart;
        Position = i;
    }
}
