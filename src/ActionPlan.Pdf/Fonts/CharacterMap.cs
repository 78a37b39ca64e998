using System.Runtime.InteropServices;
using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>A CMap (ISO 32000-1, 9.7.5): how a string is cut into codes, and which CID or Unicode text each has.</summary>
internal sealed class CharacterMap
{
    private readonly List<CodeSpace> _spaces = [];
    private readonly List<CidRange> _ranges = [];
    private readonly Dictionary<int, string> _unicode = [];
    private readonly List<UnicodeRange> _unicodeRanges = [];
    private bool _sorted = true;
    private bool _identity;
    private CharacterMap? _utf16;

    /// <summary>Wide ranges and code spaces are looked through one by one: they may be so many times fewer than the entries.</summary>
    private const int WideRangeCost = 20;

    private const int CodeSpaceCost = 200;

    /// <summary>How many codes and ranges the map may have.</summary>
    public int MaxEntries { get; init; } = PdfReadLimits.Default.MaxFontEntries;

    /// <summary>Whether it has more, which were left out.</summary>
    public bool WasCut { get; private set; }

    public bool Vertical { get; set; }

    /// <summary>The map that this one adds to (usecmap).</summary>
    public CharacterMap? Base { get; set; }

    public string Name { get; set; } = "";

    public bool HasUnicode => _unicode.Count > 0 || _unicodeRanges.Count > 0 || Base is { HasUnicode: true };

    public bool HasCids => _identity || _utf16 is not null || _ranges.Count > 0 || Base is { HasCids: true };

    public bool HasSpaces => _spaces.Count > 0 || Base is { HasSpaces: true };

    public static CharacterMap Identity(bool vertical)
    {
        var map = new CharacterMap { Vertical = vertical, _identity = true, Name = vertical ? "Identity-V" : "Identity-H" };
        map.AddSpace(2, 0, 0xFFFF);
        return map;
    }

    /// <summary>A map whose codes are those of a UTF-16 one, written in another form of Unicode.</summary>
    public static CharacterMap Transcoded(string name, CharacterMap utf16)
    {
        var map = new CharacterMap { Name = name, Vertical = utf16.Vertical, _utf16 = utf16 };
        if (UnicodeCodes.FormOf(name) == UnicodeForm.Utf32)
        {
            map.AddSpace(4, 0, 0x0010FFFF);
        }
        else
        {
            map.AddSpace(1, 0, 0x7F);
            map.AddSpace(2, 0xC080, 0xDFBF);
            map.AddSpace(3, 0xE08080, 0xEFBFBF);
            map.AddSpace(4, 0xF0808080, 0xF7BFBFBF);
        }

        return map;
    }

    public void AddSpace(int bytes, uint low, uint high)
    {
        WasCut |= _spaces.Count >= MaxEntries / CodeSpaceCost;
        if (bytes is >= 1 and <= 4 && _spaces.Count < MaxEntries / CodeSpaceCost)
        {
            _spaces.Add(new CodeSpace(bytes, low, high));
        }
    }

    public void AddCids(int bytes, uint low, uint high, int cid)
    {
        WasCut |= _ranges.Count >= MaxEntries;
        if (high >= low && _ranges.Count < MaxEntries)
        {
            _sorted &= _ranges.Count == 0 || _ranges[^1].CompareTo(low, bytes) < 0;
            _ranges.Add(new CidRange(bytes, low, high, cid));
        }
    }

    public void AddUnicode(uint code, string text)
    {
        WasCut |= _unicode.Count >= MaxEntries;
        if (_unicode.Count < MaxEntries)
        {
            _unicode[(int)code] = Repair(text);
        }
    }

    /// <summary>Some writers of ToUnicode maps name the characters in the sections that are meant for CIDs.</summary>
    public void TakeCidsForUnicode()
    {
        foreach (var range in _ranges)
        {
            if (Rune.IsValid(range.Cid))
            {
                AddUnicodeRange(range.Low, range.High, char.ConvertFromUtf32(range.Cid));
            }
        }
    }

    /// <summary>A range of consecutive codes, whose last UTF-16 unit counts up.</summary>
    public void AddUnicodeRange(uint low, uint high, string first)
    {
        if (high - low < 256)
        {
            for (var code = low; code <= high; code++)
            {
                AddUnicode(code, Advance(first, code - low));
            }
        }
        else if (_unicodeRanges.Count < MaxEntries / WideRangeCost)
        {
            _unicodeRanges.Add(new UnicodeRange(low, high, first));
        }
        else
        {
            WasCut = true;
        }
    }

    /// <summary>Lets a map that tells no lengths of codes take them from its ranges.</summary>
    public void AddMissingSpaces()
    {
        foreach (var bytes in HasSpaces ? [] : _ranges.Select(range => range.Bytes).Distinct().ToArray())
        {
            AddSpace(bytes, 0, uint.MaxValue);
        }
    }

    /// <summary>Puts the ranges in order; the map must not be added to afterwards.</summary>
    public void Seal()
    {
        if (!_sorted)
        {
            var ordered = _ranges.OrderBy(r => r.Bytes).ThenBy(r => r.Low).ToArray();
            _ranges.Clear();
            _ranges.AddRange(ordered);
            _sorted = true;
        }
    }

    /// <summary>Takes the next code from a string. Never takes nothing.</summary>
    public int NextCode(ReadOnlySpan<byte> text, ref int position, out int bytes)
    {
        if (_identity)
        {
            bytes = Math.Min(2, text.Length - position);
            var pair = bytes == 2 ? (text[position] << 8) | text[position + 1] : text[position];
            position += bytes;
            return pair;
        }

        uint code = 0;
        for (var n = 1; n <= 4 && position + n <= text.Length; n++)
        {
            code = (code << 8) | text[position + n - 1];
            if (Matches(code, n))
            {
                position += n;
                bytes = n;
                return (int)code;
            }
        }

        // 9.7.6.3: no range matches; as many bytes as the shortest range has that begins alike, or the shortest of all.
        bytes = Math.Clamp(ShortestLike(text[position]), 1, text.Length - position);
        code = 0;
        for (var i = 0; i < bytes; i++)
        {
            code = (code << 8) | text[position + i];
        }

        position += bytes;
        return (int)code;
    }

    public int ToCid(int code, int bytes)
    {
        if (_identity)
        {
            return code;
        }

        if (_utf16 is not null)
        {
            if (UnicodeCodes.Read(UnicodeCodes.FormOf(Name), code, bytes) is not { } character)
            {
                return -1;
            }

            (code, bytes) = UnicodeCodes.ToUtf16(character);
            return _utf16.ToCid(code, bytes);
        }

        int low = 0, high = _ranges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var range = _ranges[middle];
            var order = range.CompareTo((uint)code, bytes);
            if (order == 0)
            {
                return range.Cid + (int)((uint)code - range.Low);
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Base?.ToCid(code, bytes) ?? -1;
    }

    public string? ToUnicode(int code)
    {
        if (_unicode.TryGetValue(code, out var text))
        {
            return text;
        }

        foreach (var range in _unicodeRanges)
        {
            if ((uint)code >= range.Low && (uint)code <= range.High)
            {
                return Repair(Advance(range.First, (uint)code - range.Low));
            }
        }

        return Base?.ToUnicode(code);
    }

    // Byte-order marks and NULs are what broken writers put before or after the text.
    private static string Repair(string text) => text.AsSpan().IndexOfAny('\uFEFF', '\0') >= 0
        ? text.Replace("\uFEFF", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)
        : text;

    private static string Advance(string first, uint by)
    {
        if (by == 0 || first.Length == 0)
        {
            return first;
        }

        if (first.Length >= 2 && char.IsSurrogatePair(first, first.Length - 2))
        {
            var scalar = char.ConvertToUtf32(first[^2], first[^1]) + (long)by;
            return scalar <= 0x10FFFF ? first[..^2] + char.ConvertFromUtf32((int)scalar) : first;
        }

        return first[..^1] + (char)(first[^1] + by);
    }

    private bool Matches(uint code, int bytes)
    {
        foreach (var space in _spaces)
        {
            if (space.Bytes == bytes && space.Contains(code))
            {
                return true;
            }
        }

        return Base?.Matches(code, bytes) ?? false;
    }

    private int ShortestLike(byte first)
    {
        var alike = 0;
        var shortest = 0;
        for (var map = this; map is not null; map = map.Base)
        {
            foreach (var space in map._spaces)
            {
                shortest = shortest == 0 ? space.Bytes : Math.Min(shortest, space.Bytes);
                var shift = (space.Bytes - 1) * 8;
                if (first >= (byte)(space.Low >> shift) && first <= (byte)(space.High >> shift))
                {
                    alike = alike == 0 ? space.Bytes : Math.Min(alike, space.Bytes);
                }
            }
        }

        return alike > 0 ? alike : shortest > 0 ? shortest : 1;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct CodeSpace(int Bytes, uint Low, uint High)
    {
        // Every byte must be within its own range (9.7.6.2).
        public bool Contains(uint code)
        {
            for (var shift = 0; shift < Bytes * 8; shift += 8)
            {
                var b = (byte)(code >> shift);
                if (b < (byte)(Low >> shift) || b > (byte)(High >> shift))
                {
                    return false;
                }
            }

            return true;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct CidRange(int Bytes, uint Low, uint High, int Cid)
    {
        public int CompareTo(uint code, int bytes) => Bytes != bytes ? Bytes.CompareTo(bytes) : High < code ? -1 : Low > code ? 1 : 0;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct UnicodeRange(uint Low, uint High, string First);
}
