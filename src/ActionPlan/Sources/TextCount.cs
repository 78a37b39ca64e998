using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActionPlan.Sources;

/// <summary>Counts characters as the account does: Unicode scalar values that are not white space.</summary>
internal static class TextCount
{
    // As many blanks as a 16-bit lane can sum up.
    private const int Stretch = 1 << 15;

    public static int NonBlank(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.Length > Stretch)
        {
            count += NonBlankOfStretch(text[..Stretch]);
            text = text[Stretch..];
        }

        return count + NonBlankOfStretch(text);
    }

    /// <summary>
    /// Every text of a document passes here more than once, so eight characters are looked at together, as long as they are below the scripts
    /// that have blanks of their own (U+1680 and above, where the surrogates are too).
    /// </summary>
    private static int NonBlankOfStretch(ReadOnlySpan<char> text)
    {
        var count = 0;
        var blocks = MemoryMarshal.Cast<char, Vector128<ushort>>(text);
        var blanks = Vector128<ushort>.Zero;
        foreach (var block in blocks)
        {
            if (Vector128.GreaterThanOrEqualAny(block, Vector128.Create((ushort)0x1680)))
            {
                count += NonBlankOneByOne(MemoryMarshal.Cast<Vector128<ushort>, char>(new ReadOnlySpan<Vector128<ushort>>(in block)));
                continue;
            }

            count += Vector128<ushort>.Count;
            blanks -= Vector128.Equals(block, Vector128.Create((ushort)' '))
                | Vector128.LessThanOrEqual(block - Vector128.Create((ushort)'\t'), Vector128.Create((ushort)('\r' - '\t')))
                | Vector128.Equals(block, Vector128.Create((ushort)0x85))
                | Vector128.Equals(block, Vector128.Create((ushort)0xA0));
        }

        return count - Vector128.Sum(blanks) + NonBlankOneByOne(text[(blocks.Length * Vector128<ushort>.Count)..]);
    }

    private static int NonBlankOneByOne(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) || char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }
}
