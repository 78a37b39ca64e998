using System.Collections.Concurrent;

namespace ActionPlan.Pdf.Syntax;

/// <summary>
/// The objects of one file, read when asked for and then kept. Safe to use from several threads: every object is immutable, and
/// one that two threads read at once is simply read twice.
/// </summary>
internal sealed partial class FileObjects
{
    /// <summary>What is told where a chain of objects is longer than the limits allow.</summary>
    public const string TooManySteps = "A chain of references is longer than the limits allow, or leads back to itself.";

    /// <summary>Bytes of an object that may be read anew each time it is asked for.</summary>
    private const int MostReadAnew = 2048;

    [ThreadStatic]
    private static int _depth;

    [ThreadStatic]
    private static ByteSink? _scratch;

    private readonly ConcurrentDictionary<int, PdfValue> _objects = [];
    private readonly ObjectStreams _objectStreams;
    private readonly StreamFinder _streamFinder;
    private readonly Lazy<CrossReferenceTable> _rebuilt;
    private readonly StreamDecoder _decoder;
    private CrossReferenceTable _table = new();

    private FileObjects(ReadOnlyMemory<byte> data, PdfReadLimits limits, DiagnosticLog log)
    {
        Data = data;
        Limits = limits;
        Log = log;
        _decoder = new StreamDecoder(this);
        _objectStreams = new ObjectStreams(this);
        _streamFinder = new StreamFinder(this);
        _rebuilt = new Lazy<CrossReferenceTable>(Rebuild);
    }

    public ReadOnlyMemory<byte> Data { get; }

    public PdfReadLimits Limits { get; }

    public DiagnosticLog Log { get; }

    /// <summary>How many bytes precede the header; offsets count from it.</summary>
    public int HeaderOffset { get; private set; }

    public SecurityHandler? Security { get; private set; }

    /// <summary>Whether encrypted objects cannot be read yet.</summary>
    public bool IsEncryptedUnknown { get; private set; }

    public bool WasRebuilt => _rebuilt.IsValueCreated;

    public PdfDictionary Catalog { get; private set; } = PdfDictionary.Empty;

    public IEnumerable<int> Numbers => _table.Places.Keys.Order();

    public PdfValue Trailer(string key) => Resolve(_table.Trailer(key));

    public PdfValue Resolve(PdfValue value)
    {
        for (var steps = 0; value.IsReference(out var number, out _); steps++)
        {
            if (steps > Limits.MaxReferenceSteps)
            {
                Log.Add(PdfDiagnosticCode.LimitReached, TooManySteps);
                return PdfValue.Null;
            }

            value = Get(number);
        }

        return value;
    }

    /// <summary>
    /// As <see cref="Resolve"/>, for objects that are looked at once, such as the hundred thousand elements of a structure tree: a short one is not kept, and
    /// read anew should it be asked for again.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="number">The number of the object that it led to; 0 where it is no reference.</param>
    public PdfValue ResolveOnce(PdfValue value, out int number)
    {
        number = 0;
        for (var steps = 0; value.IsReference(out var next, out _); steps++)
        {
            if (steps > Limits.MaxReferenceSteps)
            {
                Log.Add(PdfDiagnosticCode.LimitReached, TooManySteps);
                return PdfValue.Null;
            }

            number = next;
            value = Get(next, once: true);
        }

        return value;
    }

    public PdfValue Get(PdfDictionary dictionary, string key) => Resolve(dictionary[key]);

    public PdfDictionary? GetDictionary(PdfDictionary dictionary, string key) => Resolve(dictionary[key]).AsDictionary();

    public PdfValue[]? GetArray(PdfDictionary dictionary, string key) => Resolve(dictionary[key]).AsArray();

    public PdfValue Get(int number) => Get(number, once: false);

    private PdfValue Get(int number, bool once)
    {
        if (_objects.TryGetValue(number, out var known))
        {
            return known;
        }

        // A stream's length may be an object, whose object stream has a length: a chain, and a loop in a broken file.
        if (_depth > Limits.MaxReferenceSteps)
        {
            Log.Add(PdfDiagnosticCode.LimitReached, TooManySteps);
            return PdfValue.Null;
        }

        _depth++;
        try
        {
            var value = Load(number, out var length);
            if (!once || length > MostReadAnew || value.Kind is PdfKind.Stream or PdfKind.Null)
            {
                _objects[number] = value;
            }

            return value;
        }
        finally
        {
            _depth--;
        }
    }

    public PdfValue Parse(ref Lexer lexer)
    {
        var parser = ObjectParser.Rent(Limits.MaxNesting);
        var value = parser.Parse(ref lexer);
        Note(parser);
        parser.Return();
        return value;
    }

    /// <summary>The object at an offset; Null unless "N G obj" stands there, and N is the number that was expected.</summary>
    public PdfValue ReadObjectAt(int offset, int? expected, out int number) => ReadObjectAt(offset, expected, out number, out _);

    private PdfValue ReadObjectAt(int offset, int? expected, out int number, out int length)
    {
        number = length = 0;
        var scratch = _scratch ??= new ByteSink();
        scratch.Clear();
        var lexer = new Lexer(Data.Span, offset, scratch);
        if (offset < 0 || offset >= Data.Length || lexer.Next() != TokenKind.Integer)
        {
            return PdfValue.Null;
        }

        number = (int)Math.Clamp(lexer.Number, 0, int.MaxValue);
        if ((expected is { } wanted && wanted != number) || lexer.Next() != TokenKind.Integer)
        {
            number = 0;
            return PdfValue.Null;
        }

        var generation = (int)Math.Clamp(lexer.Number, 0, 65535);
        var back = lexer.Position;
        if (lexer.Next() != TokenKind.Keyword || !lexer.Text.StartsWith("obj"u8))
        {
            number = 0;
            return PdfValue.Null;
        }

        if (lexer.Text.Length > 3)
        {
            // "obj" run together with what follows it.
            lexer.Position = Data.Span[back..].IndexOf("obj"u8) + back + 3;
        }

        var parser = ObjectParser.Rent(Limits.MaxNesting);
        if (Security is { } security)
        {
            var own = number;
            parser.DecryptString = bytes => security.DecryptString(bytes, own, generation);
        }

        var value = parser.Parse(ref lexer);
        length = lexer.Position - offset;
        Note(parser);
        parser.Return();
        if (value.Kind != PdfKind.Dictionary)
        {
            return value;
        }

        var beforeKeyword = lexer.Position;
        if (lexer.Next() == TokenKind.Keyword && lexer.Text.StartsWith("stream"u8))
        {
            var start = Data.Span[beforeKeyword..].IndexOf("stream"u8) + beforeKeyword + 6;
            return PdfValue.Stream(_streamFinder.Read(value.AsDictionary()!, start, number, generation));
        }

        return value;
    }

    /// <summary>Undoes the filters (and encryption) of a stream into the sink. False where data was lost.</summary>
    public bool Decode(PdfStream stream, ByteSink output) => _decoder.Decode(stream, output);

    /// <summary>The beginning of a stream's data, as much of it as the sink takes.</summary>
    public void DecodeHead(PdfStream stream, ByteSink output) => _decoder.DecodeHead(stream, output);

    public byte[] DecodeToArray(PdfStream stream)
    {
        using var sink = new ByteSink(Limits.MaxDecodedStreamBytes);
        _decoder.Decode(stream, sink);
        return sink.ToArray();
    }

    /// <summary>The numbers of the objects in an object stream (7.5.7), with their indexes.</summary>
    public IEnumerable<(int Number, int Index)> ListObjectStream(PdfStream stream) => _objectStreams.Read(stream).Directory.Select((entry, index) => (entry.Number, index));

    private void Note(ObjectParser parser)
    {
        if (parser.TooDeep)
        {
            Log.Add(PdfDiagnosticCode.LimitReached, $"Arrays or dictionaries are nested more than {Limits.MaxNesting} deep; the innermost were left out.");
        }

        if (parser.Unclosed)
        {
            Log.Add(PdfDiagnosticCode.ObjectDamaged, "An array, dictionary or string is not closed.");
        }
    }

    private PdfValue Load(int number, out int length)
    {
        length = 0;
        if (_table.Places.TryGetValue(number, out var place))
        {
            if (place.IsFree)
            {
                return PdfValue.Null;
            }

            if (TryLoad(number, place, out var value, out length))
            {
                return value;
            }
        }
        else if (!WasRebuilt)
        {
            return PdfValue.Null;
        }

        if (!ReferenceEquals(_table, _rebuilt.Value) && _rebuilt.Value.Places.TryGetValue(number, out place) && TryLoad(number, place, out var found, out length))
        {
            return found;
        }

        Log.Add(PdfDiagnosticCode.ObjectDamaged, $"Object {number} is missing.");
        return PdfValue.Null;
    }

    private bool TryLoad(int number, ObjectPlace place, out PdfValue value, out int length)
    {
        length = 0;
        if (!place.IsCompressed)
        {
            value = ReadObjectAt(place.Offset, number, out var actual, out length);
            return actual == number;
        }

        value = PdfValue.Null;
        if (!_table.Places.TryGetValue(place.ObjectStream, out var home) || home.IsCompressed)
        {
            return false;
        }

        if (Get(place.ObjectStream).AsStream() is not { } stream)
        {
            return false;
        }

        var contents = _objectStreams.Read(stream);
        var index = place.Offset;
        if (index >= contents.Directory.Length || contents.Directory[index].Number != number)
        {
            index = Array.FindIndex(contents.Directory, entry => entry.Number == number);
        }

        if (index < 0 || contents.Directory[index].Offset >= contents.Data.Length)
        {
            return false;
        }

        var scratch = _scratch ??= new ByteSink();
        scratch.Clear();
        var lexer = new Lexer(contents.Data, contents.Directory[index].Offset, scratch);
        value = Parse(ref lexer);
        length = lexer.Position - contents.Directory[index].Offset;
        return true;
    }
}
