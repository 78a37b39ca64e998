using System.Globalization;
using ActionPlan.Messages;

namespace ActionPlan.Sources.Word;

/// <summary>
/// The diagnostics of a read in document order, up to the limit. Notes and comments keep their place until their texts, which stand in other
/// parts, are known.
/// </summary>
internal sealed class Findings(ReadLimits limits)
{
    private readonly List<Entry> _entries = [];
    private HashSet<(NoteKind, string)>? _notes;
    private long _cut;

    public void Add(Diagnostic diagnostic)
    {
        if (_entries.Count < limits.Diagnostics)
        {
            _entries.Add(new(diagnostic, default, "", default));
        }
        else
        {
            _cut++;
        }
    }

    public void AddNote(NoteKind kind, string? id, DocumentPlace place)
    {
        if (id is null || !(_notes ??= []).Add((kind, id)))
        {
            return;
        }

        if (_entries.Count < limits.Diagnostics)
        {
            _entries.Add(new(null, kind, id, place));
        }
        else
        {
            _cut++;
        }
    }

    public bool Awaits(NoteKind kind) => _notes is not null && _entries.Exists(entry => entry.Known is null && entry.Kind == kind);

    /// <summary>All of them, with the texts of notes; a note whose text is unknown or empty has nothing to tell.</summary>
    public IReadOnlyList<Diagnostic> Close(IReadOnlyDictionary<(NoteKind, string), string>? notes)
    {
        var all = new List<Diagnostic>(_entries.Count);
        foreach (var (known, kind, id, place) in _entries)
        {
            if (known is not null)
            {
                all.Add(known);
            }
            else if (notes is not null && notes.TryGetValue((kind, id), out var text) && text.Length > 0)
            {
                all.Add((kind == NoteKind.Comment ? DiagnosticCatalog.CommentLeftOut : DiagnosticCatalog.NoteLeftOut).At(place, text));
            }
        }

        if (_cut > 0)
        {
            all.Add(DiagnosticCatalog.DiagnosticsCut.Create(_cut.ToString(CultureInfo.InvariantCulture)));
        }

        return all;
    }

    /// <summary>A diagnostic, or the place of a note whose text is not known yet.</summary>
    private sealed record Entry(Diagnostic? Known, NoteKind Kind, string Id, DocumentPlace Place);
}

/// <summary>The kinds of text that hang on a mark in the document.</summary>
internal enum NoteKind
{
    Footnote,
    Endnote,
    Comment,
}
