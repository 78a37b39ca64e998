using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Syntax;

/// <summary>The types of object of ISO 32000-1, 7.3; a keyword is what stands between them.</summary>
internal enum PdfKind : byte
{
    Null,
    Boolean,
    Integer,
    Real,
    String,
    Name,
    Array,
    Dictionary,
    Stream,
    Reference,
    Keyword,
}

/// <summary>Any PDF object. Numbers, booleans and references are held in place, so that arrays of them are one allocation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PdfValue
{
    private readonly object? _object;
    private readonly double _number;

    private PdfValue(PdfKind kind, object? value, double number)
    {
        Kind = kind;
        _object = value;
        _number = number;
    }

    public PdfKind Kind { get; }

    public static PdfValue Null => default;

    public static PdfValue Boolean(bool value) => new(PdfKind.Boolean, null, value ? 1 : 0);

    public static PdfValue Integer(double value) => new(PdfKind.Integer, null, value);

    public static PdfValue Real(double value) => new(PdfKind.Real, null, value);

    public static PdfValue String(byte[] bytes) => new(PdfKind.String, bytes, 0);

    public static PdfValue Name(string name) => new(PdfKind.Name, name, 0);

    public static PdfValue Array(PdfValue[] items) => new(PdfKind.Array, items, 0);

    public static PdfValue Dictionary(PdfDictionary dictionary) => new(PdfKind.Dictionary, dictionary, 0);

    public static PdfValue Stream(PdfStream stream) => new(PdfKind.Stream, stream, 0);

    public static PdfValue Reference(int number, int generation) => new(PdfKind.Reference, null, ((long)number << 16) | (uint)(generation & 0xFFFF));

    public bool IsNull => Kind == PdfKind.Null;

    public bool IsNumber => Kind is PdfKind.Integer or PdfKind.Real;

    public double AsNumber(double otherwise = 0) => IsNumber ? _number : otherwise;

    /// <summary>The number cut to what an <see cref="int"/> holds.</summary>
    public int AsInteger(int otherwise = 0) => IsNumber ? (int)Math.Clamp(_number, int.MinValue, int.MaxValue) : otherwise;

    public bool AsBoolean(bool otherwise = false) => Kind == PdfKind.Boolean ? _number != 0 : otherwise;

    public string? AsName() => Kind == PdfKind.Name ? (string)_object! : null;

    public byte[]? AsString() => Kind == PdfKind.String ? (byte[])_object! : null;

    public PdfValue[]? AsArray() => Kind == PdfKind.Array ? (PdfValue[])_object! : null;

    public PdfStream? AsStream() => Kind == PdfKind.Stream ? (PdfStream)_object! : null;

    /// <summary>The dictionary, or that of the stream.</summary>
    public PdfDictionary? AsDictionary() => Kind switch
    {
        PdfKind.Dictionary => (PdfDictionary)_object!,
        PdfKind.Stream => ((PdfStream)_object!).Dictionary,
        _ => null,
    };

    public bool IsReference(out int number, out int generation)
    {
        var packed = (long)_number;
        number = (int)(packed >> 16);
        generation = (int)(packed & 0xFFFF);
        return Kind == PdfKind.Reference;
    }

    public int ReferenceNumber => Kind == PdfKind.Reference ? (int)((long)_number >> 16) : 0;

    [ExcludeFromCodeCoverage]
    public override string ToString() => Kind switch
    {
        PdfKind.Name => "/" + _object,
        PdfKind.Reference => $"{ReferenceNumber} R",
        PdfKind.Integer or PdfKind.Real => _number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Kind.ToString(),
    };
}

/// <summary>A dictionary (7.3.7). They are small: keys are looked for one after the other. A key given twice has its last value.</summary>
internal sealed class PdfDictionary(string[] keys, PdfValue[] values)
{
    public static readonly PdfDictionary Empty = new([], []);

    public int Count => keys.Length;

    public ReadOnlySpan<string> Keys => keys;

    public PdfValue this[string key]
    {
        get
        {
            var index = IndexOf(key);
            return index < 0 ? PdfValue.Null : values[index];
        }
    }

    public bool Contains(string key) => IndexOf(key) >= 0;

    public PdfValue ValueAt(int index) => values[index];

    public bool IsType(string type) => this["Type"].AsName() == type;

    // Most keys looked for are not there: the lengths alone tell, without the comparer that searching an array goes through.
    private int IndexOf(string key)
    {
        var at = keys.Length - 1;
        while (at >= 0 && !string.Equals(keys[at], key, StringComparison.Ordinal))
        {
            at--;
        }

        return at;
    }
}

/// <summary>A stream (7.3.8): its dictionary and where its bytes lie, undecoded.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, int number, int generation, bool encrypted)
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Raw { get; } = raw;

    /// <summary>The number of the indirect object, which also keys decryption; 0 for an inline image.</summary>
    public int Number { get; } = number;

    public int Generation { get; } = generation;

    public bool Encrypted { get; } = encrypted;
}
