using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ActionPlan.Word;

/// <summary>The checksum of zip (ISO 3309), sixteen bytes a step. The framework's own is not public.</summary>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 16;
    private static readonly uint[] Table = MakeTable();

    private uint _inverted;

    public readonly uint Value => _inverted;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var table = Table.AsSpan();
        var crc = ~_inverted;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            var second = BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]);
            crc = Step(table[(8 * 256)..], first) ^ Step(table, second);
        }

        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ table[(int)((crc ^ value) & 0xFF)];
        }

        _inverted = ~crc;
    }

    /// <summary>What eight bytes give, by the eight slices for their distances from the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(ReadOnlySpan<uint> slices, ulong bytes) =>
        slices[(7 * 256) + (int)(bytes & 0xFF)]
        ^ slices[(6 * 256) + (int)((bytes >> 8) & 0xFF)]
        ^ slices[(5 * 256) + (int)((bytes >> 16) & 0xFF)]
        ^ slices[(4 * 256) + (int)((bytes >> 24) & 0xFF)]
        ^ slices[(3 * 256) + (int)((bytes >> 32) & 0xFF)]
        ^ slices[(2 * 256) + (int)((bytes >> 40) & 0xFF)]
        ^ slices[256 + (int)((bytes >> 48) & 0xFF)]
        ^ slices[(int)(bytes >> 56)];

    private static uint[] MakeTable()
    {
        var table = new uint[Slices * 256];
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
        {
            table[i] = (table[i - 256] >> 8) ^ table[(int)(table[i - 256] & 0xFF)];
        }

        return table;
    }
}
