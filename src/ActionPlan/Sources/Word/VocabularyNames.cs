using System.Xml;

namespace ActionPlan.Sources.Word;

/// <summary>
/// A name table that knows the names which come again and again from a few of their characters. All others go to the platform's table, whose hash a
/// hostile document cannot foresee.
/// </summary>
internal sealed class VocabularyNames : XmlNameTable
{
    private const int Size = 1024;

    private readonly NameTable _others = new();
    private readonly string?[] _known = new string?[Size];

    public override string Add(char[] array, int offset, int length)
    {
        if (length > 0)
        {
            var name = array.AsSpan(offset, length);
            if (_known[Slot(name)] is { } known && name.SequenceEqual(known))
            {
                return known;
            }
        }

        return _others.Add(array, offset, length);
    }

    public override string Add(string array) => _others.Add(array);

    public override string? Get(char[] array, int offset, int length) => _others.Get(array, offset, length);

    public override string? Get(string array) => _others.Get(array);

    /// <summary>Adds a name that is found fast from now on, if no other one has its place.</summary>
    public string AddFrequent(string name)
    {
        var atom = _others.Add(name);
        _known[Slot(atom)] ??= atom;
        return atom;
    }

    private static int Slot(ReadOnlySpan<char> name) =>
        ((name[0] * 7) + (name[name.Length / 2] * 61) + (name[^1] * 31) + (name.Length * 131)) & (Size - 1);
}
