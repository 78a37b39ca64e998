using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Syntax;

/// <summary>Where an object lies: at an offset of the file, or at an index of an object stream.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectPlace(int Offset, int Generation, int ObjectStream)
{
    public bool IsCompressed => ObjectStream != 0;

    /// <summary>An object that was deleted (7.5.4), which hides older ones of its number.</summary>
    public bool IsFree => Offset < 0;

    public static ObjectPlace Free { get; } = new(-1, 0, 0);
}

/// <summary>The table of objects and the trailer that go with it.</summary>
internal sealed class CrossReferenceTable
{
    private bool _full;

    public Dictionary<int, ObjectPlace> Places { get; } = [];

    /// <summary>The newest trailer first.</summary>
    public List<PdfDictionary> Trailers { get; } = [];

    /// <summary>Whether one more object may be listed; tells where it may not.</summary>
    public bool HasRoom(FileObjects file)
    {
        if (Places.Count < file.Limits.MaxObjects)
        {
            return true;
        }

        if (!_full)
        {
            _full = true;
            file.Log.Add(PdfDiagnosticCode.LimitReached, $"The file has more than {file.Limits.MaxObjects} objects; the others are not seen.");
        }

        return false;
    }

    public PdfValue Trailer(string key)
    {
        foreach (var trailer in Trailers)
        {
            var value = trailer[key];
            if (!value.IsNull)
            {
                return value;
            }
        }

        return PdfValue.Null;
    }
}

/// <summary>Reads cross-reference tables, streams and hybrids with all their predecessors (ISO 32000-1, 7.5.4-7.5.8).</summary>
internal sealed class CrossReferenceReader(FileObjects file, CrossReferenceTable table)
{
    /// <summary>As many entries of a table are made room for before they are there; a file may claim any number.</summary>
    private const int MostForeseen = 65_536;

    private readonly HashSet<int> _seen = [];

    /// <summary>False where any part of the chain cannot be read: then the table must be rebuilt.</summary>
    public bool Read(int start)
    {
        var pending = new Stack<int>();
        pending.Push(start);
        while (pending.TryPop(out var offset))
        {
            if (!_seen.Add(offset))
            {
                continue;
            }

            if (_seen.Count > 4096 || offset < 0 || offset >= file.Data.Length)
            {
                return false;
            }

            var trailer = ReadSection(offset);
            if (trailer is null)
            {
                return false;
            }

            table.Trailers.Add(trailer);
            var previous = trailer["Prev"];
            if (previous.IsReference(out var number, out _))
            {
                // Some writers give the offset as a reference.
                previous = PdfValue.Integer(number);
            }

            if (previous.IsNumber)
            {
                pending.Push(previous.AsInteger(-1) + file.HeaderOffset);
            }

            // 7.5.8.4: the objects of a hybrid's stream come after its table and before its predecessors.
            if (trailer["XRefStm"] is { IsNumber: true } hybrid)
            {
                pending.Push(hybrid.AsInteger(-1) + file.HeaderOffset);
            }
        }

        return table.Trailers.Count > 0;
    }

    private PdfDictionary? ReadSection(int offset)
    {
        using var scratch = new ByteSink();
        var lexer = new Lexer(file.Data.Span, offset, scratch);
        var first = lexer.Next();
        if (first == TokenKind.Keyword && lexer.Text.SequenceEqual("xref"u8))
        {
            return ReadTable(ref lexer);
        }

        return first == TokenKind.Integer && file.ReadObjectAt(offset, null, out _) is { Kind: PdfKind.Stream } value ? ReadStream(value.AsStream()!) : null;
    }

    private PdfDictionary? ReadTable(ref Lexer lexer)
    {
        while (true)
        {
            var kind = lexer.Next();
            if (kind == TokenKind.Keyword && lexer.Text.SequenceEqual("trailer"u8))
            {
                return file.Parse(ref lexer).AsDictionary();
            }

            if (kind != TokenKind.Integer)
            {
                return null;
            }

            var number = lexer.Number;
            if (lexer.Next() != TokenKind.Integer || number < 0 || lexer.Number < 0)
            {
                return null;
            }

            var count = lexer.Number;
            table.Places.EnsureCapacity(table.Places.Count + (int)Math.Min(count, MostForeseen));
            for (var i = 0; i < count; i++)
            {
                var back = lexer.Position;
                if (lexer.Next() != TokenKind.Integer)
                {
                    // Fewer entries than were claimed.
                    lexer.Position = back;
                    break;
                }

                var place = lexer.Number;
                if (lexer.Next() != TokenKind.Integer)
                {
                    return null;
                }

                var generation = (int)Math.Clamp(lexer.Number, 0, 65535);
                if (lexer.Next() != TokenKind.Keyword)
                {
                    return null;
                }

                var inUse = lexer.Text.SequenceEqual("n"u8);
                if (!inUse && !lexer.Text.SequenceEqual("f"u8))
                {
                    return null;
                }

                if (i == 0 && number == 1 && !inUse && generation == 65535)
                {
                    // The head of the free list is object 0: a table that says 1 is off by one.
                    number = 0;
                }

                Add(number + i, inUse && place > 0 && place < int.MaxValue ? new ObjectPlace((int)place + file.HeaderOffset, generation, 0) : ObjectPlace.Free);
            }
        }
    }

    private PdfDictionary? ReadStream(PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        if (dictionary["W"].AsArray() is not { Length: >= 3 } widths)
        {
            return null;
        }

        using var decoded = new ByteSink(file.Limits.MaxDecodedStreamBytes);
        file.Decode(stream, decoded);
        int a = Math.Clamp(widths[0].AsInteger(), 0, 8), b = Math.Clamp(widths[1].AsInteger(), 0, 8), c = Math.Clamp(widths[2].AsInteger(), 0, 8);
        if (a + b + c == 0)
        {
            return null;
        }

        var index = dictionary["Index"].AsArray() ?? [PdfValue.Integer(0), PdfValue.Integer(dictionary["Size"].AsNumber(int.MaxValue))];
        var data = decoded.Written;
        for (var pair = 0; pair + 1 < index.Length; pair += 2)
        {
            var first = index[pair].AsNumber();
            var count = index[pair + 1].AsNumber();
            for (var i = 0; i < count && data.Length >= a + b + c; i++)
            {
                var type = a == 0 ? 1 : Field(data, 0, a);
                var second = Field(data, a, b);
                var third = Field(data, a + b, c);
                data = data[(a + b + c)..];
                switch (type)
                {
                    case 0:
                        Add(first + i, ObjectPlace.Free);
                        break;
                    case 1 when second < int.MaxValue - file.HeaderOffset:
                        Add(first + i, new ObjectPlace((int)second + file.HeaderOffset, (int)third & 0xFFFF, 0));
                        break;
                    case 2 when second is > 0 and < int.MaxValue:
                        Add(first + i, new ObjectPlace((int)Math.Min(third, int.MaxValue), 0, (int)second));
                        break;
                }
            }
        }

        return dictionary;
    }

    private static long Field(ReadOnlySpan<byte> data, int start, int length)
    {
        long value = 0;
        for (var i = 0; i < length; i++)
        {
            value = (value << 8) | data[start + i];
        }

        return value & long.MaxValue;
    }

    private void Add(double number, ObjectPlace place)
    {
        if (number is > 0 and < int.MaxValue && table.HasRoom(file))
        {
            table.Places.TryAdd((int)number, place);
        }
    }
}
