using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Word;

/// <summary>A file within a zip, as the central directory names it.</summary>
internal sealed record ZipItem(string Name, int Method, uint Crc, long Compressed, long Size, long HeaderOffset);

/// <summary>
/// The central directory of a zip, read within limits before any byte is inflated. The framework's ZipArchive builds an object an entry before it can
/// be asked how many there are, and believes the sizes it is told; here a file that lies costs nothing.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint Locator64Signature = 0x07064b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;

    private readonly Stream _file;
    private readonly ReadLimits _limits;
    private readonly Dictionary<string, ZipItem> _items = new(StringComparer.OrdinalIgnoreCase);
    private long _inflated;

    private ZipDirectory(Stream file, ReadLimits limits)
    {
        _file = file;
        _limits = limits;
    }

    public IReadOnlyCollection<ZipItem> Items => _items.Values;

    public ZipItem? Find(string name) => _items.GetValueOrDefault(name);

    /// <summary>The bytes of an item, inflated, and checked against size, ratio and checksum while they are read.</summary>
    public Stream Open(ZipItem item) =>
        item.Size <= _limits.PartSize ? ZipItemStream.Open(_file, item, this) : throw Refused.Limit(nameof(ReadLimits.PartSize), _limits.PartSize);

    /// <summary>Adds to what was inflated of the whole file; the limit is on their sum, however often a part is read.</summary>
    public void Inflated(ZipItem item, long ofItem, int more)
    {
        _inflated += more;
        if (_inflated > _limits.InflatedSize)
        {
            throw Refused.Limit(nameof(ReadLimits.InflatedSize), _limits.InflatedSize);
        }

        if (ofItem > _limits.PartSize)
        {
            throw Refused.Limit(nameof(ReadLimits.PartSize), _limits.PartSize);
        }

        CheckRatio(ofItem, item.Compressed);
    }

    /// <exception cref="DocumentRefusedException">The zip is damaged or over a limit.</exception>
    public static ZipDirectory Read(Stream file, ReadLimits limits)
    {
        if (file.Length > limits.FileSize)
        {
            throw Refused.Limit(nameof(ReadLimits.FileSize), limits.FileSize);
        }

        var directory = new ZipDirectory(file, limits);
        directory.ReadEntries();
        return directory;
    }

    private void ReadEntries()
    {
        var (count, size, offset, shift) = FindDirectory();
        if (count > _limits.ZipEntries)
        {
            throw Refused.Limit(nameof(ReadLimits.ZipEntries), _limits.ZipEntries);
        }

        // Names and extra fields are at most 64 KiB each by the format, so this is bounded by the entries; a directory larger than that lies.
        if (offset < 0 || size < 0 || offset + size > _file.Length || size > 32L << 20)
        {
            throw Refused.Damaged("zip directory");
        }

        var bytes = new byte[size];
        _file.Position = offset;
        ReadExactly(_file, bytes);
        long total = 0;
        var at = 0;
        for (var i = 0L; i < count; i++)
        {
            if (at + EntryLength > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) != EntrySignature)
            {
                throw Refused.Damaged("zip directory");
            }

            at = ReadEntry(bytes, at, shift, ref total);
        }
    }

    private int ReadEntry(byte[] bytes, int at, long shift, ref long total)
    {
        var entry = bytes.AsSpan(at);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]);
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
        int commentLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        long header = BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]);
        var next = EntryLength + nameLength + extraLength + commentLength;
        if (next > entry.Length)
        {
            throw Refused.Damaged("zip directory");
        }

        Extend64(entry.Slice(EntryLength + nameLength, extraLength), ref size, ref compressed, ref header);

        // Code page 437 and UTF-8 agree on what part names may hold (ECMA-376-2 clause 7.3.4): ASCII.
        var name = Encoding.UTF8.GetString(entry.Slice(EntryLength, nameLength)).Replace('\\', '/').TrimStart('/');
        if (name.EndsWith('/'))
        {
            return at + next;
        }

        if ((flags & 1) != 0)
        {
            throw new DocumentRefusedException(DiagnosticCatalog.PasswordProtected.Create());
        }

        if (size < 0 || compressed < 0 || header < 0 || header + shift + compressed > _file.Length)
        {
            throw Refused.Damaged(name);
        }

        total += size;
        if (total > _limits.InflatedSize)
        {
            throw Refused.Limit(nameof(ReadLimits.InflatedSize), _limits.InflatedSize);
        }

        CheckRatio(size, compressed);
        if (!_items.TryAdd(name, new(name, method, crc, compressed, size, header + shift)))
        {
            throw new DocumentRefusedException(DiagnosticCatalog.EntryTwice.Create(name));
        }

        return at + next;
    }

    private void CheckRatio(long inflated, long compressed)
    {
        // Small parts compress well and harm nobody.
        if (inflated > 1 << 20 && inflated / _limits.InflationRatio > compressed)
        {
            throw Refused.Limit(nameof(ReadLimits.InflationRatio), _limits.InflationRatio);
        }
    }

    private static void Extend64(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long header)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == 1)
            {
                var field = extra.Slice(4, length);
                Take(ref field, ref size);
                Take(ref field, ref compressed);
                Take(ref field, ref header);
                return;
            }

            extra = extra[(4 + length)..];
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value == uint.MaxValue && field.Length >= 8)
            {
                value = BinaryPrimitives.ReadInt64LittleEndian(field);
                field = field[8..];
            }
        }
    }

    /// <summary>Finds the directory from the end of the file; <c>Shift</c> is the length of bytes put before the zip.</summary>
    private (long Count, long Size, long Offset, long Shift) FindDirectory()
    {
        var length = (int)Math.Min(_file.Length, EndLength + ushort.MaxValue);
        var tail = new byte[length];
        _file.Position = _file.Length - length;
        ReadExactly(_file, tail);
        for (var i = length - EndLength; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i)) != EndSignature)
            {
                continue;
            }

            var end = _file.Length - length + i;
            long count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(i + 10));
            long size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i + 12));
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i + 16));
            if (count == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue)
            {
                return FindDirectory64(end) ?? throw Refused.Damaged("zip directory");
            }

            var shift = end - size - offset;
            return shift >= 0 ? (count, size, offset + shift, shift) : throw Refused.Damaged("zip directory");
        }

        throw Refused.Damaged("zip directory");
    }

    private (long Count, long Size, long Offset, long Shift)? FindDirectory64(long end)
    {
        Span<byte> locator = stackalloc byte[20];
        Span<byte> record = stackalloc byte[56];
        if (end < locator.Length)
        {
            return null;
        }

        _file.Position = end - locator.Length;
        ReadExactly(_file, locator);
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64Signature || at < 0 || at > _file.Length - record.Length)
        {
            return null;
        }

        _file.Position = at;
        ReadExactly(_file, record);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) != End64Signature
            ? null
            : (BinaryPrimitives.ReadInt64LittleEndian(record[32..]),
               BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
               BinaryPrimitives.ReadInt64LittleEndian(record[48..]),
               0);
    }

    private static void ReadExactly(Stream file, Span<byte> bytes)
    {
        if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Refused.Damaged("cut short");
        }
    }
}

/// <summary>The refusals that every reader of a package may give.</summary>
internal static class Refused
{
    public static DocumentRefusedException Damaged(string what) => new(DiagnosticCatalog.PackageDamaged.Create(what));

    public static DocumentRefusedException Limit(string name, long limit) =>
        new(DiagnosticCatalog.LimitExceeded.Create(name, limit.ToString(CultureInfo.InvariantCulture)));

    public static DocumentRefusedException Missing(string part) => new(DiagnosticCatalog.PartMissing.Create(part));
}
