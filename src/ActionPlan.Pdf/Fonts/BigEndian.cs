using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Big-endian numbers of a font program; what lies outside the data is 0, so that broken offsets need no checks.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct BigEndian(ReadOnlyMemory<byte> data)
{
    public int Length => data.Length;

    public ReadOnlySpan<byte> Span => data.Span;

    public int Byte(long at) => at >= 0 && at < data.Length ? data.Span[(int)at] : 0;

    public int UInt16(long at) => (Byte(at) << 8) | Byte(at + 1);

    public int Int16(long at) => (short)UInt16(at);

    public uint UInt32(long at) => ((uint)UInt16(at) << 16) | (uint)UInt16(at + 2);

    /// <summary>A number of 1 to 4 bytes.</summary>
    public uint Sized(long at, int size)
    {
        uint value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 8) | (uint)Byte(at + i);
        }

        return value;
    }

    public ReadOnlyMemory<byte> Slice(long start, long length)
    {
        start = Math.Clamp(start, 0, data.Length);
        return data.Slice((int)start, (int)Math.Clamp(length, 0, data.Length - start));
    }
}
