using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ActionPlan;

/// <summary>Texts by heading, in the order of the columns. Immutable; equal when the same headings have equal texts.</summary>
public sealed class OtherFields : IReadOnlyDictionary<string, RichText>, IEquatable<OtherFields>
{
    /// <summary>No texts.</summary>
    public static OtherFields Empty { get; } = new([]);

    // A plan has few columns: a scan of an array is smaller and faster than a dictionary a measure.
    private readonly KeyValuePair<string, RichText>[] _entries;

    private OtherFields(KeyValuePair<string, RichText>[] entries) => _entries = entries;

    /// <summary>Fields from headings and texts.</summary>
    /// <exception cref="ArgumentException">A heading stands twice.</exception>
    public static OtherFields From(IEnumerable<KeyValuePair<string, RichText>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        KeyValuePair<string, RichText>[] array = [.. entries];
        if (array.Length == 0)
        {
            return Empty;
        }

        for (var i = 1; i < array.Length; i++)
        {
            if (Array.FindIndex(array, 0, i, entry => entry.Key == array[i].Key) >= 0)
            {
                throw new ArgumentException($"The heading '{array[i].Key}' stands twice.", nameof(entries));
            }
        }

        return new(array);
    }

    /// <inheritdoc />
    public int Count => _entries.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc />
    public IEnumerable<RichText> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc />
    public RichText this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no column '{key}'.");

    /// <summary>A copy with another text under a heading.</summary>
    public OtherFields With(string heading, RichText text)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(text);
        var at = Array.FindIndex(_entries, entry => entry.Key == heading);
        KeyValuePair<string, RichText>[] copy = at < 0 ? [.. _entries, default] : [.. _entries];
        copy[at < 0 ? ^1 : at] = new(heading, text);
        return new(copy);
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out RichText value)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, RichText>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, RichText>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <inheritdoc />
    public bool Equals(OtherFields? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && _entries.Length == other._entries.Length
            && Array.TrueForAll(_entries, entry => other.TryGetValue(entry.Key, out var text) && text.Equals(entry.Value)));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as OtherFields);

    /// <inheritdoc />
    public override int GetHashCode() => _entries.Length;
}
