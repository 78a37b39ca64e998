namespace ActionPlan.Pdf.Syntax;

/// <summary>The byte filters of ISO 32000-1, 7.4, other than Flate. Each keeps what it could read and says whether that was all.</summary>
internal static class Filters
{
    /// <summary>7.4.2.</summary>
    public static bool AsciiHex(ReadOnlySpan<byte> data, ByteSink output)
    {
        var position = 0;
        Characters.DecodeHex(data, ref position, output);
        return !output.Overflowed;
    }

    /// <summary>7.4.3.</summary>
    public static bool Ascii85(ReadOnlySpan<byte> data, ByteSink output)
    {
        Span<byte> four = stackalloc byte[4];
        ulong word = 0;
        var count = 0;
        var start = data.StartsWith("<~"u8) ? 2 : 0;
        for (var i = start; i < data.Length && data[i] != '~' && !output.Overflowed; i++)
        {
            var b = data[i];
            if (b == 'z' && count == 0)
            {
                output.Write("\0\0\0\0"u8);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                word = (word * 85) + (uint)(b - '!');
                if (++count == 5)
                {
                    System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(four, (uint)word);
                    output.Write(four);
                    word = 0;
                    count = 0;
                }
            }
        }

        if (count > 1)
        {
            for (var i = count; i < 5; i++)
            {
                word = (word * 85) + 84;
            }

            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(four, (uint)word);
            output.Write(four[..(count - 1)]);
        }

        return !output.Overflowed;
    }

    /// <summary>7.4.5.</summary>
    public static bool RunLength(ReadOnlySpan<byte> data, ByteSink output)
    {
        Span<byte> run = stackalloc byte[128];
        for (var i = 0; i < data.Length && !output.Overflowed;)
        {
            var length = data[i++];
            if (length == 128)
            {
                return true;
            }

            if (length < 128)
            {
                var there = Math.Min(length + 1, data.Length - i);
                output.Write(data.Slice(i, there));
                i += there;
            }
            else if (i < data.Length)
            {
                run.Fill(data[i++]);
                output.Write(run[..(257 - length)]);
            }
        }

        return !output.Overflowed;
    }

    /// <summary>7.4.4.2, codes of 9 to 12 bits, with EarlyChange.</summary>
    public static bool Lzw(ReadOnlySpan<byte> data, bool early, ByteSink output)
    {
        const int Clear = 256;
        const int End = 257;
        var prefixes = new ushort[4096];
        var suffixes = new byte[4096];
        var lengths = new ushort[4096];
        for (var i = 0; i < 256; i++)
        {
            suffixes[i] = (byte)i;
            lengths[i] = 1;
        }

        Span<byte> text = new byte[4097];
        var next = 258;
        var width = 9;
        var previous = -1;
        uint bits = 0;
        var count = 0;
        for (var i = 0; i < data.Length || count >= width;)
        {
            while (count < width && i < data.Length)
            {
                bits = (bits << 8) | data[i++];
                count += 8;
            }

            if (count < width)
            {
                return false;
            }

            var code = (int)(bits >> (count - width)) & ((1 << width) - 1);
            count -= width;
            if (code == End)
            {
                return true;
            }

            if (code == Clear)
            {
                next = 258;
                width = 9;
                previous = -1;
                continue;
            }

            if (code > next || (code == next && previous < 0) || (code >= 258 && code < next && lengths[code] == 0))
            {
                return false;
            }

            var source = code < next ? code : previous;
            int length = lengths[source];
            var at = length;
            for (var c = source; at > 0; c = prefixes[c])
            {
                text[--at] = suffixes[c];
            }

            if (code == next)
            {
                text[length++] = text[0];
            }

            output.Write(text[..length]);
            if (output.Overflowed)
            {
                return false;
            }

            if (previous >= 0 && next < 4096)
            {
                prefixes[next] = (ushort)previous;
                suffixes[next] = text[0];
                lengths[next] = (ushort)(lengths[previous] + 1);
                next++;
            }

            previous = code;
            var ahead = next + (early ? 1 : 0);
            width = ahead >= 2048 ? 12 : ahead >= 1024 ? 11 : ahead >= 512 ? 10 : 9;
        }

        return true;
    }

    /// <summary>Undoes the predictors of 7.4.4.4 in place, from <paramref name="start"/> of the output on.</summary>
    public static bool Unpredict(ByteSink output, int start, int predictor, int colours, int bits, int columns)
    {
        colours = Math.Clamp(colours, 1, 64);
        bits = bits is 1 or 2 or 4 or 8 or 16 ? bits : 8;
        columns = Math.Clamp(columns, 1, 1 << 24);
        var pixel = Math.Max(1, colours * bits / 8);
        var row = (int)Math.Min(int.MaxValue / 2, (((long)colours * bits * columns) + 7) / 8);
        var data = output.WritableTail(start);
        if (predictor == 2)
        {
            return UnpredictTiff(data, row, colours, bits);
        }

        // PNG: each row begins with its filter. Rows are moved together as they are undone.
        var to = 0;
        var above = -1;
        for (var from = 0; from < data.Length; from += row + 1)
        {
            var filter = data[from];
            var length = Math.Min(row, data.Length - from - 1);
            var line = data.Slice(from + 1, length);
            var target = data.Slice(to, length);
            for (var i = 0; i < length; i++)
            {
                int left = i >= pixel ? target[i - pixel] : 0;
                int up = above >= 0 ? data[above + i] : 0;
                var predicted = filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, above >= 0 && i >= pixel ? data[above + i - pixel] : 0),
                    _ => 0,
                };
                target[i] = (byte)(line[i] + predicted);
            }

            above = to;
            to += length;
        }

        output.Truncate(start + to);
        return true;
    }

    private static bool UnpredictTiff(Span<byte> data, int row, int colours, int bits)
    {
        if (bits is not (8 or 16))
        {
            return bits == 1 && colours == 1;
        }

        for (var start = 0; start < data.Length; start += row)
        {
            var line = data.Slice(start, Math.Min(row, data.Length - start));
            if (bits == 8)
            {
                for (var i = colours; i < line.Length; i++)
                {
                    line[i] += line[i - colours];
                }
            }
            else
            {
                for (var i = colours * 2; i + 1 < line.Length; i += 2)
                {
                    var sum = ((line[i] << 8) | line[i + 1]) + ((line[i - (colours * 2)] << 8) | line[i + 1 - (colours * 2)]);
                    line[i] = (byte)(sum >> 8);
                    line[i + 1] = (byte)sum;
                }
            }
        }

        return true;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var a = Math.Abs(estimate - left);
        var b = Math.Abs(estimate - up);
        var c = Math.Abs(estimate - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
