using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Reads CMaps: those embedded in a file (Adobe technical note 5014, ISO 32000-1, 9.10.3) and the predefined ones.</summary>
internal static class CharacterMapReader
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly ConcurrentDictionary<string, CharacterMap?> Predefined = new(StringComparer.Ordinal);

    /// <summary>The predefined map of that name, or null where there is none.</summary>
    public static CharacterMap? FindPredefined(string name)
    {
        if (name is "Identity-H" or "Identity-V")
        {
            return CharacterMap.Identity(name[^1] == 'V');
        }

        if (name.Length > 40 || name.AsSpan().IndexOfAnyExcept(NameCharacters) >= 0)
        {
            return null;
        }

        if (Predefined.TryGetValue(name, out var known))
        {
            return known;
        }

        var map = FontResources.Read("CMaps." + name + ".z") is { } bytes ? ReadPacked(bytes, name) : FindTranscoded(name);
        if (map is not null)
        {
            Predefined[name] = map;
        }

        return map;
    }

    /// <summary>The maps for UTF-8 and UTF-32 say of every character what those for UTF-16 say.</summary>
    private static CharacterMap? FindTranscoded(string name)
    {
        var form = UnicodeCodes.FormOf(name) switch { UnicodeForm.Utf8 => "-UTF8-", UnicodeForm.Utf32 => "-UTF32-", _ => null };
        // The Japanese ones of several years differ in the forms of their glyphs.
        name = name.Replace("X02132004", "2004", StringComparison.Ordinal).Replace("X0213", "2004", StringComparison.Ordinal);
        // A name that only begins like one of them ("UniJIS-UTF8") would be looked for again and again.
        return form is not null && name.Contains(form, StringComparison.Ordinal) && FindPredefined(name.Replace(form, "-UTF16-", StringComparison.Ordinal)) is { } utf16
            ? CharacterMap.Transcoded(name, utf16) : null;
    }

    /// <summary>Reads an embedded map. What cannot be understood is passed over.</summary>
    public static CharacterMap Read(ReadOnlySpan<byte> data, CharacterMap? baseMap, int maxEntries)
    {
        var map = new CharacterMap { Base = baseMap, MaxEntries = maxEntries };
        using var scratch = new ByteSink();
        var lexer = new Lexer(data, 0, scratch);
        var previousName = "";
        var lastInteger = 0d;
        while (true)
        {
            scratch.Clear();
            switch (lexer.Next())
            {
                case TokenKind.End:
                    map.Seal();
                    return map;
                case TokenKind.Name:
                    if (previousName == "CMapName")
                    {
                        map.Name = lexer.NameText();
                    }

                    previousName = lexer.NameText();
                    break;
                case TokenKind.Integer:
                    lastInteger = lexer.Number;
                    if (previousName == "WMode")
                    {
                        map.Vertical = lastInteger == 1;
                        previousName = "";
                    }

                    break;
                case TokenKind.Keyword:
                    ReadSection(ref lexer, scratch, map, previousName);
                    break;
            }
        }
    }

    private static void ReadSection(ref Lexer lexer, ByteSink scratch, CharacterMap map, string previousName)
    {
        var word = lexer.Text;
        if (word.SequenceEqual("usecmap"u8))
        {
            map.Base ??= FindPredefined(previousName);
        }
        else if (word.SequenceEqual("begincodespacerange"u8))
        {
            while (Pair(ref lexer, scratch, out var bytes, out var low, out var high))
            {
                map.AddSpace(bytes, low, high);
            }
        }
        else if (word.SequenceEqual("begincidrange"u8))
        {
            while (Pair(ref lexer, scratch, out var bytes, out var low, out var high) && lexer.Next() == TokenKind.Integer)
            {
                map.AddCids(bytes, low, high, (int)Math.Clamp(lexer.Number, 0, 1 << 24));
            }
        }
        else if (word.SequenceEqual("begincidchar"u8))
        {
            while (Code(ref lexer, scratch, out var bytes, out var code) && lexer.Next() == TokenKind.Integer)
            {
                map.AddCids(bytes, code, code, (int)Math.Clamp(lexer.Number, 0, 1 << 24));
            }
        }
        else if (word.SequenceEqual("beginbfchar"u8))
        {
            while (Code(ref lexer, scratch, out _, out var code) && Text(ref lexer, scratch, lexer.Next(), out var text))
            {
                map.AddUnicode(code, text);
            }
        }
        else if (word.SequenceEqual("beginbfrange"u8))
        {
            ReadUnicodeRanges(ref lexer, scratch, map);
        }
    }

    private static void ReadUnicodeRanges(ref Lexer lexer, ByteSink scratch, CharacterMap map)
    {
        while (Pair(ref lexer, scratch, out _, out var low, out var high))
        {
            var kind = lexer.Next();
            if (kind == TokenKind.ArrayStart)
            {
                for (var code = low; ; code++)
                {
                    scratch.Clear();
                    var item = lexer.Next();
                    if (item is TokenKind.ArrayEnd or TokenKind.End or TokenKind.Keyword)
                    {
                        break;
                    }

                    if (Text(ref lexer, scratch, item, out var text) && code <= high)
                    {
                        map.AddUnicode(code, text);
                    }
                }
            }
            else if (Text(ref lexer, scratch, kind, out var first))
            {
                map.AddUnicodeRange(low, Math.Max(low, high), first);
            }
            else
            {
                return;
            }
        }
    }

    private static bool Pair(ref Lexer lexer, ByteSink scratch, out int bytes, out uint low, out uint high)
    {
        high = 0;
        return Code(ref lexer, scratch, out bytes, out low) && Code(ref lexer, scratch, out _, out high);
    }

    private static bool Code(ref Lexer lexer, ByteSink scratch, out int bytes, out uint code)
    {
        scratch.Clear();
        var back = lexer.Position;
        code = 0;
        bytes = 0;
        var kind = lexer.Next();
        if (kind == TokenKind.Integer && lexer.Number >= 0)
        {
            // Some writers give decimal codes.
            code = (uint)Math.Min(lexer.Number, uint.MaxValue);
            bytes = code > 0xFF ? 2 : 1;
            return true;
        }

        if (kind != TokenKind.String)
        {
            lexer.Position = kind == TokenKind.Keyword ? back : lexer.Position;
            if (kind == TokenKind.Keyword)
            {
                // The section's end is read by itself.
                lexer.Next();
            }

            return false;
        }

        var text = lexer.StringBytes;
        bytes = Math.Min(4, text.Length);
        foreach (var b in text.Length > 4 ? text[^4..] : text)
        {
            code = (code << 8) | b;
        }

        code >>= HasOddDigits(lexer) ? 4 : 0;

        return true;
    }

    /// <summary>
    /// Whether the hexadecimal string just read has an odd number of digits. It is a number whose writer dropped a leading zero, not
    /// a string that lacks a last one.
    /// </summary>
    private static bool HasOddDigits(in Lexer lexer)
    {
        var digits = 0;
        if (lexer.Data[lexer.TokenStart] == '<')
        {
            foreach (var b in lexer.Data[lexer.TokenStart..lexer.Position])
            {
                digits += Characters.HexValue(b) >= 0 ? 1 : 0;
            }
        }

        return (digits & 1) != 0;
    }

    /// <summary>UTF-16, big-endian; a single byte is a character; a name is a glyph's.</summary>
    private static bool Text(ref Lexer lexer, ByteSink scratch, TokenKind kind, out string text)
    {
        text = "";
        switch (kind)
        {
            case TokenKind.String:
                var bytes = lexer.StringBytes;
                text = bytes.Length == 1 ? ((char)bytes[0]).ToString()
                    : bytes.Length == 2 && HasOddDigits(lexer) ? ((char)(((bytes[0] << 8) | bytes[1]) >> 4)).ToString()
                    : Encoding.BigEndianUnicode.GetString(bytes[..(bytes.Length & ~1)]);
                return true;
            case TokenKind.Name:
                text = GlyphNames.ToUnicode(lexer.NameText()) ?? "";
                return true;
            case TokenKind.Integer:
                text = lexer.Number is >= 0 and < 0x110000 && Rune.IsValid((int)lexer.Number) ? new Rune((int)lexer.Number).ToString() : "";
                return true;
            default:
                scratch.Clear();
                return false;
        }
    }

    private static CharacterMap ReadPacked(byte[] bytes, string name)
    {
        var reader = new PackedReader(bytes);
        var map = new CharacterMap { Name = name, Vertical = reader.Byte() == 1 };
        var length = reader.Byte();
        if (length > 0)
        {
            map.Base = FindPredefined(Encoding.ASCII.GetString(reader.Take(length)));
        }

        for (var n = reader.Unsigned(); n > 0; n--)
        {
            map.AddSpace((int)reader.Unsigned(), reader.Unsigned(), reader.Unsigned());
        }

        long last = 0, cid = 0;
        for (var n = reader.Unsigned(); n > 0; n--)
        {
            var size = (int)reader.Unsigned();
            var low = last + reader.Signed();
            var high = low + reader.Unsigned();
            var first = cid + reader.Signed();
            map.AddCids(size, (uint)low, (uint)high, (int)first);
            last = high;
            cid = first + high - low;
        }

        last = 0;
        long value = 0;
        var units = new char[64];
        for (var n = reader.Unsigned(); n > 0; n--)
        {
            var low = last + reader.Signed();
            var span = reader.Unsigned();
            var count = (int)reader.Unsigned();
            for (var i = 0; i < count; i++)
            {
                value += reader.Signed();
                units[i] = (char)value;
            }

            map.AddUnicodeRange((uint)low, (uint)(low + span), new string(units, 0, count));
            value += span;
            last = low + span;
        }

        map.Seal();
        return map;
    }

    private ref struct PackedReader(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> _data = data;
        private int _position;

        public byte Byte() => _data[_position++];

        public ReadOnlySpan<byte> Take(int count)
        {
            _position += count;
            return _data.Slice(_position - count, count);
        }

        public uint Unsigned() => (uint)Number();

        // The step from a code of two bytes to one of four does not fit into 32 bits with its sign.
        public long Signed()
        {
            var value = Number();
            return (value & 1) == 0 ? (long)(value >> 1) : -(long)(value >> 1) - 1;
        }

        private ulong Number()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = _data[_position++];
                value |= (ulong)(b & 0x7F) << shift;
                if (b < 0x80)
                {
                    return value;
                }
            }
        }
    }
}
