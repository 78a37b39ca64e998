using System.Runtime.CompilerServices;

namespace ActionPlan.Pdf.Syntax;

/// <summary>
/// Deflate (RFC 1951) in a zlib frame (RFC 1950), as FlateDecode wants it. Unlike the platform's, it keeps everything that came
/// out before the data broke, ignores the checksum, and accepts a missing or wrong frame.
/// </summary>
internal sealed class Inflater
{
    private const int MaxBits = 15;

    [ThreadStatic]
    private static Inflater? _shared;

    private readonly HuffmanTable _literals = new(10, 288);
    private readonly HuffmanTable _distances = new(8, 32);
    private readonly HuffmanTable _lengthCodes = new(7, 19);
    private readonly byte[] _lengths = new byte[320];
    private ulong _bits;
    private int _bitCount;
    private int _next;

    private static ReadOnlySpan<ushort> LengthBase =>
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static ReadOnlySpan<byte> LengthExtra => [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static ReadOnlySpan<ushort> DistanceBase =>
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    private static ReadOnlySpan<byte> DistanceExtra =>
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    private static ReadOnlySpan<byte> CodeLengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>Appends what the data holds; false when it was damaged or its end was missing, so that only a part came out.</summary>
    public static bool Inflate(ReadOnlySpan<byte> data, ByteSink output)
    {
        var inflater = _shared ??= new Inflater();
        while (data.Length > 0 && Characters.IsWhite(data[0]) && data[0] != 0)
        {
            // A line feed too many after the keyword "stream".
            data = data[1..];
        }

        if (data.IsEmpty)
        {
            return true;
        }

        var framed = data.Length >= 2 && (data[0] & 0x0F) == 8 && ((data[0] << 8) | data[1]) % 31 == 0 && (data[1] & 0x20) == 0;
        var start = output.Length;
        if (inflater.Run(data, framed ? 2 : 0, output))
        {
            return true;
        }

        if (!framed && output.Length == start && data.Length > 2)
        {
            return inflater.Run(data, 2, output);
        }

        return false;
    }

    private bool Run(ReadOnlySpan<byte> data, int offset, ByteSink output)
    {
        _bits = 0;
        _bitCount = 0;
        _next = offset;
        while (true)
        {
            Refill(data);
            if (_bitCount < 3)
            {
                return false;
            }

            var last = Take(1) == 1;
            var ok = Take(2) switch
            {
                0 => Stored(data, output),
                1 => FixedTables() && Block(data, output),
                2 => DynamicTables(data) && Block(data, output),
                _ => false,
            };
            if (!ok || output.Overflowed)
            {
                return false;
            }

            if (last)
            {
                return true;
            }
        }
    }

    private bool Stored(ReadOnlySpan<byte> data, ByteSink output)
    {
        _next -= _bitCount / 8;
        _bits = 0;
        _bitCount = 0;
        if (_next + 4 > data.Length)
        {
            return false;
        }

        var length = data[_next] | (data[_next + 1] << 8);
        var complement = data[_next + 2] | (data[_next + 3] << 8);
        if ((length ^ complement) != 0xFFFF)
        {
            return false;
        }

        _next += 4;
        var there = Math.Min(length, data.Length - _next);
        output.Write(data.Slice(_next, there));
        _next += there;
        return there == length;
    }

    private bool FixedTables()
    {
        var lengths = _lengths.AsSpan(0, 288);
        lengths[..144].Fill(8);
        lengths[144..256].Fill(9);
        lengths[256..280].Fill(7);
        lengths[280..].Fill(8);
        _ = _literals.Build(lengths);
        lengths = lengths[..30];
        lengths.Fill(5);
        _ = _distances.Build(lengths);
        return true;
    }

    private bool DynamicTables(ReadOnlySpan<byte> data)
    {
        Refill(data);
        if (_bitCount < 14)
        {
            return false;
        }

        var literals = (int)Take(5) + 257;
        var distances = (int)Take(5) + 1;
        var codes = (int)Take(4) + 4;
        var lengths = _lengths.AsSpan();
        lengths.Clear();
        for (var i = 0; i < codes; i++)
        {
            Refill(data);
            lengths[CodeLengthOrder[i]] = (byte)Take(3);
        }

        if (!_lengthCodes.Build(lengths[..19]))
        {
            return false;
        }

        lengths.Clear();
        var total = literals + distances;
        for (var i = 0; i < total;)
        {
            Refill(data);
            var symbol = Decode(_lengthCodes);
            if (symbol < 0 || _bitCount < 0)
            {
                return false;
            }

            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }

            var repeat = symbol switch { 16 => 3 + (int)Take(2), 17 => 3 + (int)Take(3), _ => 11 + (int)Take(7) };
            if (i + repeat > total || (symbol == 16 && i == 0))
            {
                return false;
            }

            lengths.Slice(i, repeat).Fill(symbol == 16 ? lengths[i - 1] : (byte)0);
            i += repeat;
        }

        return _literals.Build(lengths[..literals]) && _distances.Build(lengths.Slice(literals, distances));
    }

    private bool Block(ReadOnlySpan<byte> data, ByteSink output)
    {
        while (true)
        {
            Refill(data);
            var symbol = Decode(_literals);
            if (symbol < 0 || _bitCount < 0)
            {
                return false;
            }

            if (symbol < 256)
            {
                output.Write((byte)symbol);
                if (output.Overflowed)
                {
                    return false;
                }

                continue;
            }

            if (symbol == 256)
            {
                return true;
            }

            symbol -= 257;
            if (symbol >= LengthBase.Length)
            {
                return false;
            }

            var length = LengthBase[symbol] + (int)Take(LengthExtra[symbol]);
            Refill(data);
            var distanceSymbol = Decode(_distances);
            if (distanceSymbol < 0 || distanceSymbol >= DistanceBase.Length)
            {
                return false;
            }

            var distance = DistanceBase[distanceSymbol] + (int)Take(DistanceExtra[distanceSymbol]);
            if (_bitCount < 0 || !output.Repeat(distance, length))
            {
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Refill(ReadOnlySpan<byte> data)
    {
        if (_bitCount > 48)
        {
            return;
        }

        if (_next + 8 <= data.Length)
        {
            _bits |= System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(data[_next..]) << _bitCount;
            var taken = (63 - _bitCount) >> 3;
            _next += taken;
            _bitCount += taken << 3;
            return;
        }

        while (_bitCount <= 56 && _next < data.Length)
        {
            _bits |= (ulong)data[_next++] << _bitCount;
            _bitCount += 8;
        }
    }

    /// <summary>Takes bits; where the data has ended the count goes below zero, which every caller checks before it believes them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Take(int count)
    {
        var value = (uint)(_bits & ((1UL << count) - 1));
        _bits >>= count;
        _bitCount -= count;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Decode(HuffmanTable table)
    {
        var entry = table.Lookup(_bits);
        if (entry == 0)
        {
            entry = table.LookupLong(_bits);
            if (entry == 0)
            {
                return -1;
            }
        }

        var length = entry & 15;
        _bits >>= length;
        _bitCount -= length;
        return entry >> 4;
    }

    /// <summary>A canonical code (RFC 1951, 3.2.2): short codes by one look, long ones by their first codes.</summary>
    private sealed class HuffmanTable(int primaryBits, int symbols)
    {
        private readonly ushort[] _primary = new ushort[1 << primaryBits];
        private readonly ushort[] _sorted = new ushort[symbols];
        private readonly int[] _counts = new int[MaxBits + 1];
        private readonly int[] _next = new int[MaxBits + 2];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Lookup(ulong bits) => _primary[(int)bits & (_primary.Length - 1)];

        public bool Build(ReadOnlySpan<byte> lengths)
        {
            Array.Clear(_counts);
            Array.Clear(_primary);
            foreach (var length in lengths)
            {
                _counts[length]++;
            }

            _counts[0] = 0;
            Span<int> offsets = stackalloc int[MaxBits + 2];
            var code = 0;
            var left = 1;
            for (var length = 1; length <= MaxBits; length++)
            {
                left = (left << 1) - _counts[length];
                if (left < 0)
                {
                    return false;
                }

                offsets[length + 1] = offsets[length] + _counts[length];
                code = (code + _counts[length - 1]) << 1;
                _next[length] = code;
            }

            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                int length = lengths[symbol];
                if (length == 0)
                {
                    continue;
                }

                _sorted[offsets[length]++] = (ushort)symbol;
                var own = _next[length]++;
                if (length <= primaryBits)
                {
                    var reversed = Reverse(own, length);
                    for (var i = reversed; i < _primary.Length; i += 1 << length)
                    {
                        _primary[i] = (ushort)((symbol << 4) | length);
                    }
                }
            }

            return true;
        }

        public int LookupLong(ulong bits)
        {
            int code = 0, first = 0, index = 0;
            for (var length = 1; length <= MaxBits; length++)
            {
                code |= (int)(bits & 1);
                bits >>= 1;
                var count = _counts[length];
                if (code - count < first)
                {
                    return (_sorted[index + code - first] << 4) | length;
                }

                index += count;
                first = (first + count) << 1;
                code <<= 1;
            }

            return 0;
        }

        private static int Reverse(int code, int length)
        {
            var reversed = 0;
            for (var i = 0; i < length; i++)
            {
                reversed = (reversed << 1) | ((code >> i) & 1);
            }

            return reversed;
        }
    }
}
