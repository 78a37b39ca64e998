using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Plans;

/// <summary>Where a character of a table went.</summary>
internal enum AccountEntry
{
    Plan,
    Headings,
    RepeatedHeadings,
    Furniture,
    OtherTables,
}

/// <summary>
/// Keeps the account of a read. What was counted by the source and entered nowhere comes out as unplaced; nothing is entered to make it fit.
/// </summary>
internal sealed class AccountBook
{
    private readonly long[] _entries = new long[(int)AccountEntry.OtherTables + 1];
    private readonly List<string> _unplaced = [];
    private readonly List<TextBeside> _beside = [];
    private DroppedCharacters _dropped = new();
    private long _source;
    private long _unplacedCount;

    /// <summary>The texts of cells that were placed beside the plan.</summary>
    public IReadOnlyList<TextBeside> Beside => _beside;

    /// <summary>Enters what the source counted in a grid.</summary>
    public void Open(SourceGrid grid)
    {
        _source += grid.Characters;
        _entries[(int)AccountEntry.RepeatedHeadings] += grid.RepeatedHeadings;
        _entries[(int)AccountEntry.Furniture] += grid.Furniture;
    }

    /// <summary>Enters a text that was placed.</summary>
    public void Place(AccountEntry entry, ReadOnlySpan<char> text) => _entries[(int)entry] += TextCount.NonBlank(text);

    /// <summary>Enters a cell that was placed whole.</summary>
    /// <param name="entry">Where it went.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="beside">The grid of a cell that says nothing of the plan; null for others.</param>
    public void Place(AccountEntry entry, SourceCell cell, SourceGrid? beside = null)
    {
        if (beside is not null && !cell.Text.IsEmpty)
        {
            _beside.Add(new(cell.Text.Text, new(Table: beside.Index, Row: cell.Row, Column: cell.Column)));
        }

        Place(entry, cell.Text.Text);
        Drop(cell.Dropped);
    }

    /// <summary>Enters what a rule dropped.</summary>
    public void Drop(DroppedCharacters? dropped)
    {
        if (dropped is not null)
        {
            _dropped = new(
                _dropped.Hyphen + dropped.Hyphen,
                _dropped.Marker + dropped.Marker,
                _dropped.Hidden + dropped.Hidden,
                _dropped.Prompt + dropped.Prompt,
                _dropped.Note + dropped.Note);
        }
    }

    /// <summary>Enters a text that has no place.</summary>
    public void LeaveUnplaced(SourceCell cell)
    {
        Drop(cell.Dropped);
        if (!cell.Text.IsEmpty)
        {
            _unplaced.Add(cell.Text.Text);
            _unplacedCount += TextCount.NonBlank(cell.Text.Text);
        }
    }

    /// <summary>The account. What the source counted beyond all entries is unplaced, though nobody knows its text; that is told.</summary>
    public CharacterAccount Close(List<Diagnostic> diagnostics)
    {
        var placed = _dropped.Total + _unplacedCount;
        foreach (var entry in _entries)
        {
            placed += entry;
        }

        var nameless = Math.Max(0, _source - placed);
        if (nameless > 0)
        {
            diagnostics.Add(DiagnosticCatalog.AccountOpen.Create(nameless.ToString(CultureInfo.InvariantCulture)));
        }

        return new()
        {
            Source = _source,
            Plan = _entries[(int)AccountEntry.Plan],
            Headings = _entries[(int)AccountEntry.Headings],
            RepeatedHeadings = _entries[(int)AccountEntry.RepeatedHeadings],
            Furniture = _entries[(int)AccountEntry.Furniture],
            OtherTables = _entries[(int)AccountEntry.OtherTables],
            Dropped = _dropped,
            Unplaced = _unplacedCount + nameless,
            UnplacedText = _unplaced.ToValueList(),
        };
    }
}
