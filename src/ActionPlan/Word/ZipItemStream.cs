using System.Buffers.Binary;
using System.IO.Compression;

namespace ActionPlan.Word;

/// <summary>
/// Reads an item of a zip forward. The sizes of the directory are claims: the limits are checked again on the bytes that come out, and at the end
/// the length and the checksum, so that a damaged part is never half read.
/// </summary>
internal sealed class ZipItemStream : Stream
{
    private const uint HeaderSignature = 0x04034b50;
    private const int HeaderLength = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    private readonly Stream _inner;
    private readonly ZipItem _item;
    private readonly ZipDirectory _directory;
    private long _read;
    private Crc32 _crc;

    private ZipItemStream(Stream inner, ZipItem item, ZipDirectory directory)
    {
        _inner = inner;
        _item = item;
        _directory = directory;
    }

    public static ZipItemStream Open(Stream file, ZipItem item, ZipDirectory directory)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.Position = item.HeaderOffset;
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
            || BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderSignature)
        {
            throw Refused.Damaged(item.Name);
        }

        var start = item.HeaderOffset + HeaderLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (start + item.Compressed > file.Length)
        {
            throw Refused.Damaged(item.Name);
        }

        var window = new FileWindow(file, start, item.Compressed);
        return new(
            item.Method switch
            {
                Stored => window,
                Deflated => new DeflateStream(window, CompressionMode.Decompress),
                _ => throw Refused.Damaged(item.Name),
            },
            item,
            directory);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _item.Size;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        int count;
        try
        {
            count = _inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Refused.Damaged(_item.Name);
        }

        if (count == 0)
        {
            return _read == _item.Size && _crc.Value == _item.Crc ? 0 : throw Refused.Damaged(_item.Name);
        }

        _read += count;
        if (_read > _item.Size)
        {
            throw Refused.Damaged(_item.Name);
        }

        _crc.Add(buffer[..count]);
        _directory.Inflated(_item, _read, count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is written.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A stretch of the file. Several may be open at once, so each keeps its own place.</summary>
    private sealed class FileWindow(Stream file, long start, long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var wanted = (int)Math.Min(buffer.Length, length - _at);
            if (wanted == 0)
            {
                return 0;
            }

            if (file.Position != start + _at)
            {
                file.Position = start + _at;
            }

            var count = file.Read(buffer[..wanted]);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
            // Nothing is written.
        }
    }
}
