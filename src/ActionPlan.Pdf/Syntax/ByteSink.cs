using System.Buffers;

namespace ActionPlan.Pdf.Syntax;

/// <summary>A growing array of bytes with a most length, beyond which it takes nothing more. The array is borrowed from the shared pool.</summary>
internal sealed class ByteSink(int limit = int.MaxValue) : IDisposable
{
    /// <summary>Larger arrays are rare; the pool would keep one of each size for good.</summary>
    private const int MostPooled = 4 * 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);

    public int Length { get; private set; }

    public int Limit { get; set; } = limit;

    /// <summary>Whether bytes were refused.</summary>
    public bool Overflowed { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Length);

    public void Clear()
    {
        Length = 0;
        Overflowed = false;
    }

    public void Truncate(int length) => Length = Math.Min(Length, length);

    public void Write(byte value)
    {
        if (Length < _buffer.Length && Length < Limit)
        {
            _buffer[Length++] = value;
        }
        else if (Reserve(1))
        {
            _buffer[Length++] = value;
        }
    }

    public void Write(ReadOnlySpan<byte> values)
    {
        var room = Math.Min(values.Length, Limit - Length);
        if (room < values.Length)
        {
            Overflowed = true;
            values = values[..Math.Max(0, room)];
        }

        if (values.Length > 0 && Reserve(values.Length))
        {
            values.CopyTo(_buffer.AsSpan(Length));
            Length += values.Length;
        }
    }

    /// <summary>Repeats <paramref name="length"/> bytes that lie <paramref name="distance"/> back; the two may overlap.</summary>
    public bool Repeat(int distance, int length)
    {
        if (distance <= 0 || distance > Length || !Reserve(length))
        {
            return false;
        }

        var buffer = _buffer;
        var to = Length;
        var from = to - distance;
        if (distance >= length)
        {
            buffer.AsSpan(from, length).CopyTo(buffer.AsSpan(to));
        }
        else
        {
            for (var i = 0; i < length; i++)
            {
                buffer[to + i] = buffer[from + i];
            }
        }

        Length += length;
        return true;
    }

    public Span<byte> WritableTail(int from) => _buffer.AsSpan(from, Length - from);

    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        Return(buffer);
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length is > 0 and <= MostPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Reserve(int count)
    {
        var needed = (long)Length + count;
        if (needed > Limit || needed > Array.MaxLength)
        {
            Overflowed = true;
            return false;
        }

        if (needed > _buffer.Length)
        {
            var size = (int)Math.Min(Math.Max(needed, Limit), Math.Max(needed, (long)_buffer.Length * 2));
            var larger = size > MostPooled ? GC.AllocateUninitializedArray<byte>(Math.Min(size, Array.MaxLength)) : ArrayPool<byte>.Shared.Rent(size);
            Written.CopyTo(larger);
            Return(_buffer);
            _buffer = larger;
        }

        return true;
    }
}
