using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>What an embedded TrueType or OpenType program (ISO/IEC 14496-22) tells about its glyphs: cmap, post, advance widths.</summary>
internal sealed class TrueTypeProgram
{
    private readonly BigEndian _data;
    private readonly Dictionary<string, (uint Offset, uint Length)> _tables = new(StringComparer.Ordinal);
    private readonly List<(int Platform, int Encoding, Dictionary<int, int> Glyphs)> _maps = [];
    private readonly Lazy<Dictionary<int, int>> _unicodeByGlyph;
    private readonly Lazy<string[]> _names;
    private readonly int _horizontalMetrics;
    private int _left;

    private TrueTypeProgram(ReadOnlyMemory<byte> data, int maxEntries)
    {
        _left = maxEntries;
        _data = new BigEndian(data);
        _unicodeByGlyph = new Lazy<Dictionary<int, int>>(MakeUnicodeByGlyph);
        _names = new Lazy<string[]>(ReadNames);
        ReadDirectory();
        UnitsPerEm = Table("head") is { Length: > 0 } head && _data.UInt16(head.Offset + 18) is > 0 and var units ? units : 1000;
        GlyphCount = Table("maxp") is { Length: > 0 } maxp ? _data.UInt16(maxp.Offset + 4) : 0;
        if (Table("hhea") is { Length: > 0 } hhea)
        {
            Ascent = _data.Int16(hhea.Offset + 4) * 1000.0 / UnitsPerEm;
            Descent = _data.Int16(hhea.Offset + 6) * 1000.0 / UnitsPerEm;
            _horizontalMetrics = _data.UInt16(hhea.Offset + 34);
        }

        ReadMaps();
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public double Ascent { get; }

    public double Descent { get; }

    /// <summary>The CFF program of an OpenType font with one.</summary>
    public ReadOnlyMemory<byte>? Cff => Table("CFF ") is { Length: > 0 } table ? _data.Slice(table.Offset, table.Length) : null;

    /// <summary>Whether the maps have more entries than were allowed; segments of a broken one may overlap without end.</summary>
    public bool WasCut => _left < 0;

    public static TrueTypeProgram? Read(ReadOnlyMemory<byte> data, int maxEntries)
    {
        var program = new TrueTypeProgram(data, maxEntries);
        return program._tables.Count > 0 ? program : null;
    }

    public static bool Looks(ReadOnlySpan<byte> data) =>
        data.Length > 12 && (data.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) || data.StartsWith("true"u8) || data.StartsWith("OTTO"u8) || data.StartsWith("ttcf"u8));

    public bool HasMap(int platform, int encoding) => _maps.Exists(map => map.Platform == platform && map.Encoding == encoding);

    public int Glyph(int platform, int encoding, int code)
    {
        foreach (var map in _maps)
        {
            if (map.Platform == platform && map.Encoding == encoding)
            {
                return map.Glyphs.GetValueOrDefault(code);
            }
        }

        return 0;
    }

    /// <summary>The character that the Unicode maps give to a glyph; 0 where there is none.</summary>
    public int Unicode(int glyph) => _unicodeByGlyph.Value.GetValueOrDefault(glyph);

    /// <summary>The glyph's name of the post table, or an empty one.</summary>
    public string Name(int glyph) => glyph > 0 && glyph < _names.Value.Length ? _names.Value[glyph] : "";

    /// <summary>The character of the glyph that the post table gives that name, or null.</summary>
    public string? TextOfNamed(string name)
    {
        var scalar = Array.IndexOf(_names.Value, name) is > 0 and var glyph ? Unicode(glyph) : 0;
        return scalar > 0 && Rune.IsValid(scalar) ? new Rune(scalar).ToString() : null;
    }

    /// <summary>The advance in thousandths of the size; negative where it is not known.</summary>
    public double Width(int glyph)
    {
        if (_horizontalMetrics == 0 || Table("hmtx") is not { Length: > 0 } table)
        {
            return -1;
        }

        return _data.UInt16(table.Offset + (4L * Math.Min(glyph, _horizontalMetrics - 1))) * 1000.0 / UnitsPerEm;
    }

    private (uint Offset, uint Length) Table(string tag) => _tables.GetValueOrDefault(tag);

    private void ReadDirectory()
    {
        long start = _data.UInt32(0) == 0x74746366 ? _data.UInt32(12) : 0;
        var count = _data.UInt16(start + 4);
        for (var i = 0; i < count; i++)
        {
            var at = start + 12 + (16L * i);
            if (at + 16 > _data.Length)
            {
                break;
            }

            var tag = Encoding.Latin1.GetString(_data.Slice(at, 4).Span);
            _tables[tag] = (_data.UInt32(at + 8), _data.UInt32(at + 12));
        }
    }

    private void ReadMaps()
    {
        if (Table("cmap") is not { Length: > 0 } table)
        {
            return;
        }

        var count = _data.UInt16(table.Offset + 2);
        for (var i = 0; i < count && Spend(); i++)
        {
            var at = table.Offset + 4 + (8L * i);
            var glyphs = ReadMap(table.Offset + (long)_data.UInt32(at + 4));
            if (glyphs is { Count: > 0 })
            {
                _maps.Add((_data.UInt16(at), _data.UInt16(at + 2), glyphs));
            }
        }
    }

    private Dictionary<int, int>? ReadMap(long at)
    {
        var glyphs = new Dictionary<int, int>();
        switch (_data.UInt16(at))
        {
            case 0:
                for (var code = 0; code < 256 && Spend(); code++)
                {
                    Put(glyphs, code, _data.Byte(at + 6 + code));
                }

                break;
            case 4:
                ReadSegments(at, glyphs);
                break;
            case 6:
                int first = _data.UInt16(at + 6), entries = _data.UInt16(at + 8);
                for (var i = 0; i < entries && Spend(); i++)
                {
                    Put(glyphs, first + i, _data.UInt16(at + 10 + (2L * i)));
                }

                break;
            case 12:
                var groups = Math.Min(_data.UInt32(at + 12), _data.Length / 12);
                for (long i = 0; i < groups && Spend(); i++)
                {
                    var group = at + 16 + (12 * i);
                    uint low = _data.UInt32(group), high = _data.UInt32(group + 4), glyph = _data.UInt32(group + 8);
                    for (var code = low; code <= high && code <= 0x10FFFF && Spend(); code++)
                    {
                        Put(glyphs, (int)code, (int)Math.Min(65535, glyph + (code - low)));
                    }
                }

                break;
            default:
                return null;
        }

        return glyphs;
    }

    private void ReadSegments(long at, Dictionary<int, int> glyphs)
    {
        var segments = _data.UInt16(at + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var end = _data.UInt16(at + 14 + (2L * i));
            var start = _data.UInt16(at + 16 + (2L * segments) + (2L * i));
            var delta = _data.UInt16(at + 16 + (4L * segments) + (2L * i));
            var place = at + 16 + (6L * segments) + (2L * i);
            var offset = _data.UInt16(place);
            for (var code = start; code <= end && code < 0xFFFF && Spend(); code++)
            {
                var glyph = offset == 0 || offset == 0xFFFF ? code : _data.UInt16(place + offset + (2L * (code - start)));
                Put(glyphs, code, offset == 0 || glyph != 0 ? (glyph + delta) & 0xFFFF : 0);
            }
        }
    }

    private bool Spend()
    {
        _left -= _left < 0 ? 0 : 1;
        return _left >= 0;
    }

    private static void Put(Dictionary<int, int> glyphs, int code, int glyph)
    {
        if (glyph != 0)
        {
            glyphs.TryAdd(code, glyph);
        }
    }

    private Dictionary<int, int> MakeUnicodeByGlyph()
    {
        var characters = new Dictionary<int, int>();
        foreach (var (platform, encoding, glyphs) in _maps.OrderByDescending(map => map.Encoding))
        {
            if ((platform != 3 || encoding is not (1 or 10)) && platform != 0)
            {
                continue;
            }

            foreach (var (code, glyph) in glyphs)
            {
                // Of several characters of one glyph the first is kept, but one of the private use area never.
                if (!characters.TryGetValue(glyph, out var other) || IsPrivate(other) || (code < other && !IsPrivate(code)))
                {
                    characters[glyph] = code;
                }
            }
        }

        return characters;
    }

    private static bool IsPrivate(int code) => code is >= 0xE000 and <= 0xF8FF;

    private string[] ReadNames()
    {
        if (Table("post") is not { Length: > 32 } table)
        {
            return [];
        }

        var standard = FontResources.Names("MacGlyphs");
        switch (_data.UInt32(table.Offset))
        {
            case 0x00010000:
                return standard;
            case 0x00020000:
                var count = _data.UInt16(table.Offset + 32);
                var own = new List<string>();
                long at = table.Offset + 34 + (2L * count), end = Math.Min(_data.Length, table.Offset + (long)table.Length);
                // An index is of 16 bits.
                while (at < end && own.Count <= ushort.MaxValue)
                {
                    var length = _data.Byte(at);
                    own.Add(Encoding.Latin1.GetString(_data.Slice(at + 1, length).Span));
                    at += 1 + length;
                }

                var names = new string[count];
                for (var i = 0; i < count; i++)
                {
                    var index = _data.UInt16(table.Offset + 34 + (2L * i));
                    names[i] = index < 258 ? standard[index] : index - 258 < own.Count ? own[index - 258] : "";
                }

                return names;
            default:
                return [];
        }
    }
}
