using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>
/// What an embedded CFF program tells about its glyphs (Adobe technical note 5176): the names or CIDs of its charset and its own
/// encoding. Outlines are not read.
/// </summary>
internal sealed class CffProgram
{
    private readonly BigEndian _data;
    private readonly (long Start, long End)[] _strings;
    private readonly int[] _charset;
    private readonly string[] _standard = FontResources.Names("CffStrings");

    private CffProgram(ReadOnlyMemory<byte> data)
    {
        _data = new BigEndian(data);
        long at = Math.Max(4, _data.Byte(2));
        _ = ReadIndex(ref at);
        var tops = ReadIndex(ref at);
        _strings = ReadIndex(ref at);
        var top = tops.Length > 0 ? ReadDictionary(tops[0].Start, tops[0].End) : [];
        IsCid = top.ContainsKey(0x0C1E);
        var charStrings = top.TryGetValue(17, out var offsets) && offsets.Length > 0 ? (long)offsets[0] : 0;
        GlyphCount = charStrings > 0 ? Math.Min(65535, _data.UInt16(charStrings)) : 0;
        _charset = ReadCharset(top.TryGetValue(15, out var charset) && charset.Length > 0 ? (long)charset[0] : 0);
        Encoding = IsCid ? [] : ReadEncoding(top.TryGetValue(16, out var encoding) && encoding.Length > 0 ? (long)encoding[0] : 0);
    }

    public bool IsCid { get; }

    public int GlyphCount { get; }

    /// <summary>The glyph names by code; empty for a CID-keyed program.</summary>
    public string[] Encoding { get; }

    public static CffProgram? Read(ReadOnlyMemory<byte> data)
    {
        if (data.Length < 8)
        {
            return null;
        }

        var program = new CffProgram(data);
        return program.GlyphCount > 0 ? program : null;
    }

    /// <summary>The name of a glyph; empty in a CID-keyed program.</summary>
    public string Name(int glyph) => IsCid || glyph < 0 || glyph >= _charset.Length ? "" : Text(_charset[glyph]);

    private string Text(int id)
    {
        if (id < _standard.Length)
        {
            return _standard[id];
        }

        id -= _standard.Length;
        return id < _strings.Length ? System.Text.Encoding.Latin1.GetString(_data.Slice(_strings[id].Start, Math.Min(256, _strings[id].End - _strings[id].Start)).Span) : "";
    }

    private (long Start, long End)[] ReadIndex(ref long at)
    {
        var count = _data.UInt16(at);
        if (count == 0)
        {
            at += 2;
            return [];
        }

        var size = _data.Byte(at + 2);
        if (size is < 1 or > 4)
        {
            at += 3;
            return [];
        }

        var offsets = at + 3;
        var data = offsets + ((count + 1L) * size) - 1;
        if (data > _data.Length)
        {
            at = _data.Length;
            return [];
        }

        var items = new (long, long)[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = (data + _data.Sized(offsets + ((long)i * size), size), data + _data.Sized(offsets + ((i + 1L) * size), size));
        }

        at = data + _data.Sized(offsets + ((long)count * size), size);
        return items;
    }

    private Dictionary<int, double[]> ReadDictionary(long at, long end)
    {
        var dictionary = new Dictionary<int, double[]>();
        var operands = new List<double>();
        end = Math.Min(end, _data.Length);
        while (at < end)
        {
            var b = _data.Byte(at++);
            switch (b)
            {
                case <= 21:
                    var key = b == 12 ? (b << 8) | _data.Byte(at++) : b;
                    dictionary[key] = [.. operands];
                    operands.Clear();
                    break;
                case 28:
                    operands.Add(_data.Int16(at));
                    at += 2;
                    break;
                case 29:
                    operands.Add((int)_data.UInt32(at));
                    at += 4;
                    break;
                case 30:
                    operands.Add(ReadReal(ref at, end));
                    break;
                case >= 32 and <= 246:
                    operands.Add(b - 139);
                    break;
                case >= 247 and <= 250:
                    operands.Add(((b - 247) * 256) + _data.Byte(at++) + 108);
                    break;
                case >= 251 and <= 254:
                    operands.Add((-(b - 251) * 256) - _data.Byte(at++) - 108);
                    break;
            }

            if (operands.Count > 513)
            {
                operands.Clear();
            }
        }

        return dictionary;
    }

    private double ReadReal(ref long at, long end)
    {
        var text = new StringBuilder();
        while (at < end && text.Length < 64)
        {
            var b = _data.Byte(at++);
            foreach (var nibble in (ReadOnlySpan<int>)[b >> 4, b & 15])
            {
                if (nibble == 15)
                {
                    return double.TryParse(text.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;
                }

                text.Append(nibble switch { < 10 => (char)('0' + nibble), 10 => '.', 11 => 'E', 12 => "E-", 14 => '-', _ => "" });
            }
        }

        return 0;
    }

    private int[] ReadCharset(long at)
    {
        if (at <= 2)
        {
            return CffPredefined.Charset(at, GlyphCount, IsCid);
        }

        var ids = new int[GlyphCount];

        var format = _data.Byte(at++);
        for (var glyph = 1; glyph < ids.Length && at < _data.Length;)
        {
            var first = _data.UInt16(at);
            at += 2;
            var left = format switch { 1 => _data.Byte(at), 2 => _data.UInt16(at), _ => 0 };
            at += format switch { 1 => 1, 2 => 2, _ => 0 };
            for (var i = 0; i <= left && glyph < ids.Length; i++)
            {
                ids[glyph++] = first + i;
            }
        }

        return ids;
    }

    private string[] ReadEncoding(long at)
    {
        if (at <= 1)
        {
            return at == 0 ? FontResources.Names("Standard") : CffPredefined.ExpertEncoding(_standard);
        }

        var names = new string[256];
        Array.Fill(names, "");
        var format = _data.Byte(at++);
        var count = _data.Byte(at++);
        var glyph = 1;
        for (var i = 0; i < count; i++)
        {
            int code = _data.Byte(at++);
            var left = (format & 0x7F) == 1 ? _data.Byte(at++) : 0;
            for (var k = 0; k <= left && code + k < 256; k++)
            {
                names[code + k] = Name(glyph++);
            }
        }

        if ((format & 0x80) != 0)
        {
            for (var n = _data.Byte(at++); n > 0; n--)
            {
                names[_data.Byte(at)] = Text(_data.UInt16(at + 1));
                at += 3;
            }
        }

        return names;
    }
}
