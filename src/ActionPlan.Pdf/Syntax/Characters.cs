namespace ActionPlan.Pdf.Syntax;

/// <summary>The classes of characters of ISO 32000-1, 7.2.2.</summary>
internal static class Characters
{
    private const byte White = 1;
    private const byte Delimiter = 2;
    private const byte Numeric = 4;

    private static readonly byte[] Classes = MakeClasses();
    private static readonly sbyte[] HexDigits = MakeHexDigits();

    public static bool IsWhite(byte b) => (Classes[b] & White) != 0;

    public static bool IsDelimiter(byte b) => (Classes[b] & Delimiter) != 0;

    public static bool IsRegular(byte b) => (Classes[b] & (White | Delimiter)) == 0;

    public static bool StartsNumber(byte b) => (Classes[b] & Numeric) != 0;

    public static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    public static int HexValue(byte b) => HexDigits[b];

    /// <summary>
    /// Writes pairs of hexadecimal digits as bytes up to '>' and leaves the position behind it; true where it was met. What is no
    /// digit is passed over, and a last odd digit is followed by an assumed 0 (ISO 32000-1, 7.3.4.3 and 7.4.2).
    /// </summary>
    public static bool DecodeHex(ReadOnlySpan<byte> data, ref int position, ByteSink output)
    {
        var at = position;
        while (at + 1 < data.Length && HexDigits[data[at]] >= 0 && HexDigits[data[at + 1]] >= 0)
        {
            output.Write((byte)((HexDigits[data[at]] * 16) + HexDigits[data[at + 1]]));
            at += 2;
        }

        position = at;
        var high = -1;
        var closed = false;
        while (position < data.Length && !closed)
        {
            var b = data[position++];
            closed = b == '>';
            var digit = HexValue(b);
            if (digit < 0)
            {
                continue;
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                output.Write((byte)((high << 4) | digit));
                high = -1;
            }
        }

        if (high >= 0)
        {
            output.Write((byte)(high << 4));
        }

        return closed;
    }

    private static sbyte[] MakeHexDigits()
    {
        var digits = new sbyte[256];
        Array.Fill(digits, (sbyte)-1);
        for (var value = 0; value < 16; value++)
        {
            digits["0123456789abcdef"[value]] = digits["0123456789ABCDEF"[value]] = (sbyte)value;
        }

        return digits;
    }

    private static byte[] MakeClasses()
    {
        var classes = new byte[256];
        foreach (var b in "\0\t\n\f\r "u8)
        {
            classes[b] = White;
        }

        foreach (var b in "()<>[]{}/%"u8)
        {
            classes[b] = Delimiter;
        }

        foreach (var b in "0123456789+-."u8)
        {
            classes[b] = Numeric;
        }

        return classes;
    }
}
