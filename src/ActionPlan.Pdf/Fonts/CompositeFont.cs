using System.Collections.Concurrent;
using System.Text;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>A Type 0 font with its CIDFont (ISO 32000-1, 9.7).</summary>
internal sealed class CompositeFont : Font
{
    private readonly CharacterMap _encoding;
    private readonly CharacterMap? _toUnicode;
    private readonly CharacterMap? _collection;
    private readonly FontProgram _program;
    private readonly byte[]? _glyphsOfCids;
    private readonly CidMetrics _metrics;
    private readonly UnicodeForm _codes;
    private readonly bool _cidsMayBeUnicode;
    private readonly CodeInfo?[]?[] _cache = new CodeInfo?[]?[256];
    private readonly ConcurrentDictionary<(int, int), CodeInfo> _others = [];

    public CompositeFont(FileObjects file, FontFacts facts, PdfDictionary font, PdfDictionary descendant, FontProgram program, CharacterMap encoding, CharacterMap? toUnicode)
        : base(facts)
    {
        _encoding = encoding;
        _toUnicode = toUnicode;
        _program = program;
        _metrics = CidMetrics.Read(file, descendant);
        _codes = UnicodeCodes.FormOf(encoding.Name);
        var info = file.GetDictionary(descendant, "CIDSystemInfo");
        var ordering = info is null ? "" : TextStrings.Decode(file.Get(info, "Ordering").AsString() ?? []);
        // What the CIDs of an unknown collection are is told by the predefined CMap that makes them.
        ordering = IsPublished(ordering) ? ordering : CollectionOf(encoding) ?? ordering;
        _collection = IsPublished(ordering) ? CharacterMapReader.FindPredefined($"Adobe-{ordering}-UCS2") : null;
        // Where the file maps some of its codes to Unicode, those that it leaves out are not Unicode themselves.
        _cidsMayBeUnicode = ordering is "Identity" or "UCS" or "" && toUnicode is null;
        if (file.Get(descendant, "CIDToGIDMap").AsStream() is { } map)
        {
            _glyphsOfCids = file.DecodeToArray(map);
        }
    }

    public override bool Vertical => _encoding.Vertical;

    public override CodeInfo Next(ReadOnlySpan<byte> text, ref int position)
    {
        var code = _encoding.NextCode(text, ref position, out var bytes);
        if (bytes == 2)
        {
            var row = _cache[(code >> 8) & 0xFF] ??= new CodeInfo?[256];
            return row[code & 0xFF] ??= Make(code, bytes);
        }

        return _others.GetOrAdd((code, bytes), static (key, self) => self.Make(key.Item1, key.Item2), this);
    }

    // Which of its forms an ideograph has (U+E0100 and on) is a matter of its look.
    private static string? WithoutVariation(string? text) =>
        text?.IndexOf('\uDB40', StringComparison.Ordinal) is > 0 and var selector ? text[..selector] : text;

    private static bool IsPublished(string ordering) => ordering is "Japan1" or "GB1" or "CNS1" or "Korea1" or "KR";

    // ISO 32000-1, table 118: the predefined CMaps of each collection, by what their names begin with or hold.
    private static string? CollectionOf(CharacterMap encoding)
    {
        var name = encoding.Name;
        bool Begins(string with) => name.StartsWith(with, StringComparison.Ordinal);
        bool Holds(string what) => name.Contains(what, StringComparison.Ordinal);
        return Begins("Identity") || name.Length == 0 ? null
            : Begins("GB") || Begins("UniGB") ? "GB1"
            : Begins("KSC") || Begins("UniKS") ? "Korea1"
            : Begins("UniAKR") ? "KR"
            : Begins("CNS") || Begins("UniCNS") || Holds("B5") ? "CNS1"
            : Holds("RKSJ") || Holds("UniJIS") || name is "H" or "V" or "EUC-H" or "EUC-V" or "Ext-H" or "Ext-V" or "Add-H" or "Add-V" ? "Japan1"
            : null;
    }

    private CodeInfo Make(int code, int bytes)
    {
        var cid = _encoding.ToCid(code, bytes);
        var known = cid >= 0;
        cid = Math.Max(0, cid);
        var own = FromCid(code, bytes, known ? cid : -1, out var guessed);
        var text = FontText.Choose(_toUnicode?.ToUnicode(code), own, out var fromCid);
        var width = _metrics.Width(cid);
        if (!Vertical)
        {
            return new CodeInfo(text, width / 1000, 0, 0, bytes == 1 && code == 32, code, fromCid && guessed);
        }

        var (advance, x, y) = _metrics.Vertical(cid, width);
        return new CodeInfo(text, advance / 1000, x / 1000, y / 1000, bytes == 1 && code == 32, code, fromCid && guessed);
    }

    // 9.10.2: by the Unicode CMap itself, or by the character collection; else by what the embedded program says of the glyph.
    private string? FromCid(int code, int bytes, int cid, out bool guessed)
    {
        guessed = false;
        if (UnicodeCodes.Read(_codes, code, bytes) is { } character)
        {
            return character.ToString();
        }

        if (cid < 0)
        {
            return null;
        }

        if (_collection is not null)
        {
            return WithoutVariation(_collection.ToUnicode(cid)) is not FontText.Unknown and var text ? text : null;
        }

        var glyph = _glyphsOfCids is { } map ? ((2 * cid) + 1 < map.Length ? (map[2 * cid] << 8) | map[(2 * cid) + 1] : 0) : cid;
        if (_program.TrueType is { } trueType && glyph > 0)
        {
            var scalar = trueType.Unicode(glyph);
            if (scalar > 0 && Rune.IsValid(scalar))
            {
                return new Rune(scalar).ToString();
            }

            if (GlyphNames.ToUnicode(trueType.Name(glyph)) is { } named)
            {
                return named;
            }
        }

        if (_program.Cff is { IsCid: false } cff && GlyphNames.ToUnicode(cff.Name(glyph)) is { } byName)
        {
            return byName;
        }

        if (_cidsMayBeUnicode && cid >= 32 && Rune.IsValid(cid))
        {
            guessed = true;
            return new Rune(cid).ToString();
        }

        return null;
    }
}

/// <summary>The widths of a CIDFont (9.7.4.3): W and DW, W2 and DW2, in thousandths.</summary>
internal sealed class CidMetrics
{
    /// <summary>Ranges are looked through one by one: they may be so many times fewer than the entries.</summary>
    private const int RangeCost = 10;

    private readonly Dictionary<int, float> _widths = [];
    private readonly List<(int First, int Last, float Width)> _ranges = [];
    private readonly Dictionary<int, (float Advance, float X, float Y)> _verticals = [];
    private readonly List<(int First, int Last, float Advance, float X, float Y)> _verticalRanges = [];
    private int _most;
    private bool _cut;
    private double _width = 1000;
    private double _originY = 880;
    private double _advance = -1000;

    public static CidMetrics Read(FileObjects file, PdfDictionary font)
    {
        var metrics = new CidMetrics { _width = file.Get(font, "DW").AsNumber(1000) };
        if (file.GetArray(font, "DW2") is { Length: 2 } both)
        {
            metrics._originY = file.Resolve(both[0]).AsNumber(880);
            metrics._advance = file.Resolve(both[1]).AsNumber(-1000);
        }

        metrics._most = file.Limits.MaxFontEntries;
        metrics.ReadWidths(file, file.GetArray(font, "W") ?? []);
        metrics.ReadVerticals(file, file.GetArray(font, "W2") ?? []);
        if (metrics._cut)
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, "The widths of a font have more entries than the limits allow; the others were left out.");
        }

        return metrics;
    }

    public double Width(int cid)
    {
        if (_widths.TryGetValue(cid, out var width))
        {
            return width;
        }

        foreach (var range in _ranges)
        {
            if (cid >= range.First && cid <= range.Last)
            {
                return range.Width;
            }
        }

        return _width;
    }

    public (double Advance, double X, double Y) Vertical(int cid, double width)
    {
        if (_verticals.TryGetValue(cid, out var own))
        {
            return own;
        }

        foreach (var range in _verticalRanges)
        {
            if (cid >= range.First && cid <= range.Last)
            {
                return (range.Advance, range.X, range.Y);
            }
        }

        return (_advance, width / 2, _originY);
    }

    private void ReadWidths(FileObjects file, PdfValue[] array)
    {
        for (var i = 0; i + 1 < array.Length;)
        {
            var first = file.Resolve(array[i]).AsInteger();
            var second = file.Resolve(array[i + 1]);
            if (second.AsArray() is { } list)
            {
                _cut |= _widths.Count + list.Length > _most;
                for (var k = 0; k < list.Length && _widths.Count < _most; k++)
                {
                    _widths[first + k] = (float)file.Resolve(list[k]).AsNumber();
                }

                i += 2;
            }
            else
            {
                _cut |= _ranges.Count >= _most / RangeCost;
                if (i + 2 < array.Length && _ranges.Count < _most / RangeCost)
                {
                    _ranges.Add((first, second.AsInteger(), (float)file.Resolve(array[i + 2]).AsNumber()));
                }

                i += 3;
            }
        }
    }

    private void ReadVerticals(FileObjects file, PdfValue[] array)
    {
        float At(PdfValue[] list, int index) => (float)file.Resolve(list[index]).AsNumber();
        for (var i = 0; i + 1 < array.Length;)
        {
            var first = file.Resolve(array[i]).AsInteger();
            var second = file.Resolve(array[i + 1]);
            if (second.AsArray() is { } list)
            {
                _cut |= _verticals.Count + list.Length > _most;
                for (var k = 0; k + 2 < list.Length && _verticals.Count < _most; k += 3)
                {
                    _verticals[first + (k / 3)] = (At(list, k), At(list, k + 1), At(list, k + 2));
                }

                i += 2;
            }
            else
            {
                _cut |= _verticalRanges.Count >= _most / RangeCost;
                if (i + 4 < array.Length && _verticalRanges.Count < _most / RangeCost)
                {
                    _verticalRanges.Add((first, second.AsInteger(), At(array, i + 2), At(array, i + 3), At(array, i + 4)));
                }

                i += 5;
            }
        }
    }
}
