namespace ActionPlan.Word;

/// <summary>
/// What is written, in memory, to be taken up again piece by piece. It grows page by page: a single array would be copied into one of twice its size again
/// and again, and stay where the garbage collector seldom looks.
/// </summary>
internal sealed class PagedBuffer : Stream
{
    // Below the 85,000 bytes from which on objects are large.
    private const int PageSize = 1 << 16;

    private readonly List<byte[]> _pages = [];
    private long _length;
    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var page = (int)(_position / PageSize);
            while (_pages.Count <= page)
            {
                _pages.Add(new byte[PageSize]);
            }

            var at = (int)(_position % PageSize);
            var count = Math.Min(buffer.Length, PageSize - at);
            buffer[..count].CopyTo(_pages[page].AsSpan(at));
            buffer = buffer[count..];
            _position += count;
            _length = Math.Max(_length, _position);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Copies a stretch of it.</summary>
    public void CopyTo(long start, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var at = (int)(start % PageSize);
            var count = Math.Min(destination.Length, PageSize - at);
            _pages[(int)(start / PageSize)].AsSpan(at, count).CopyTo(destination);
            destination = destination[count..];
            start += count;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => _length });

    public override void Flush()
    {
        // It is in memory.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
