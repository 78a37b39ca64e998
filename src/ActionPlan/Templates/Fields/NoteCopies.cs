using System.Globalization;

namespace ActionPlan.Templates.Fields;

/// <summary>Footnotes and endnotes within a repetition: each reference has a note of its own, the first the one of the template and the others copies of it.</summary>
internal sealed class NoteCopies
{
    // Word numbers notes from 1, and takes none above.
    private const int First = 10_000;
    private const int Last = 32_767;

    private readonly Dictionary<(string Kind, string Id), List<string>> _copies = [];
    private int _count;

    /// <summary>The id for one more reference to a note.</summary>
    /// <param name="kind">'footnote' or 'endnote'.</param>
    /// <param name="id">The id of the note in the template.</param>
    public string Refer(string kind, string id)
    {
        if (_copies.TryAdd((kind, id), []) || First + _count > Last)
        {
            return id;
        }

        var copy = (First + _count++).ToString(CultureInfo.InvariantCulture);
        _copies[(kind, id)].Add(copy);
        return copy;
    }

    /// <summary>The ids of the copies of a note.</summary>
    public IReadOnlyList<string> Of(string kind, string id) => _copies.GetValueOrDefault((kind, id)) ?? [];
}
