using System.Buffers;
using System.Text;

namespace ActionPlan.Pdf.Fonts;

/// <summary>In which form of Unicode the codes of a CMap are written, as the names of the predefined ones tell (ISO 32000-1, table 118).</summary>
internal enum UnicodeForm
{
    /// <summary>Not at all, or nobody knows.</summary>
    None,

    /// <summary>UCS-2 and UTF-16, big-endian.</summary>
    Utf16,

    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>UTF-32, big-endian.</summary>
    Utf32,
}

/// <summary>Character codes that are Unicode themselves.</summary>
internal static class UnicodeCodes
{
    public static UnicodeForm FormOf(string map) =>
        !map.StartsWith("Uni", StringComparison.Ordinal) ? UnicodeForm.None
        : map.Contains("-UCS2", StringComparison.Ordinal) || map.Contains("-UTF16", StringComparison.Ordinal) ? UnicodeForm.Utf16
        : map.Contains("-UTF8", StringComparison.Ordinal) ? UnicodeForm.Utf8
        : map.Contains("-UTF32", StringComparison.Ordinal) ? UnicodeForm.Utf32 : UnicodeForm.None;

    /// <summary>The character that a code is, or null where it is none.</summary>
    public static Rune? Read(UnicodeForm form, int code, int bytes)
    {
        Span<byte> all = [(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code];
        ReadOnlySpan<byte> own = all[(4 - Math.Clamp(bytes, 1, 4))..];
        switch (form)
        {
            case UnicodeForm.Utf8:
                return Rune.DecodeFromUtf8(own, out var character, out var taken) == OperationStatus.Done && taken == own.Length ? character : null;
            case UnicodeForm.Utf32 or UnicodeForm.Utf16 when form == UnicodeForm.Utf32 || own.Length == 2:
                return Rune.IsValid(code) ? new Rune(code) : null;
            case UnicodeForm.Utf16 when own.Length == 4:
                return Rune.TryCreate((char)(code >> 16), (char)code, out var pair) ? pair : null;
            default:
                return null;
        }
    }

    /// <summary>The same character as a code of UTF-16.</summary>
    public static (int Code, int Bytes) ToUtf16(Rune character)
    {
        Span<char> units = stackalloc char[2];
        return character.EncodeToUtf16(units) == 1 ? (units[0], 2) : ((units[0] << 16) | units[1], 4);
    }
}
