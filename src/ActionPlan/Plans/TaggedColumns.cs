using System.Globalization;
using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>The columns that the tags of heading cells name, in the order of their numbers.</summary>
internal sealed class TaggedColumns
{
    private readonly Dictionary<int, PlanColumn> _byNumber = [];
    private readonly Dictionary<ColumnKey, PlanColumn> _byKey = [];
    private readonly (string? Tag, PlanColumn? Column)[] _recent = new (string?, PlanColumn?)[8];
    private int _next;

    public TaggedColumns(SourceDocument document)
    {
        var numbered = new SortedDictionary<int, (ColumnKey Key, string Heading)>();
        foreach (var cell in document.Body.OfType<SourceGrid>().SelectMany(grid => grid.Rows).SelectMany(row => row.Cells))
        {
            if (PlanTags.TryColumn(cell.Tag, out var key, out var number))
            {
                numbered.TryAdd(number, (key, HeadingText.OnOneLine(cell.Text.Text)));
            }
        }

        var columns = new List<PlanColumn>();
        foreach (var (number, (key, printed)) in numbered)
        {
            var heading = printed.Length > 0 ? printed.TrimEnd(':', ' ') : string.Create(CultureInfo.InvariantCulture, $"Kolumn {number}");
            var column = new PlanColumn(key, key == ColumnKey.Other ? Unique(columns, heading) : heading);
            if (key == ColumnKey.Other || _byKey.TryAdd(key, column))
            {
                _byNumber[number] = column;
                columns.Add(column);
            }
        }

        // A table whose heading row was deleted still says in its cells what they are.
        foreach (var cell in document.Body.OfType<SourceGrid>().SelectMany(grid => grid.Rows).Where(row => PlanTags.IsMeasure(row.Tag)).SelectMany(row => row.Cells))
        {
            if (PlanTags.TryCell(cell.Tag, out var key, out var number, out _) && (key == ColumnKey.Other ? !_byNumber.ContainsKey(number) : !_byKey.ContainsKey(key)))
            {
                var column = new PlanColumn(key, key == ColumnKey.Other ? Unique(columns, string.Create(CultureInfo.InvariantCulture, $"Kolumn {number}")) : PlanTags.Name(key));
                columns.Add(column);
                if (key == ColumnKey.Other)
                {
                    _byNumber[number] = column;
                }
                else
                {
                    _byKey[key] = column;
                }
            }
        }

        All = columns.ToValueList();
    }

    public ValueList<PlanColumn> All { get; }

    /// <summary>The column of a cell by its tag, or null where it is no cell of a measure.</summary>
    public PlanColumn? Of(string? tag)
    {
        // The next cell of the same tag is mostly in the same column of the next row, and tags are shared.
        foreach (var (known, column) in _recent)
        {
            if (ReferenceEquals(known, tag))
            {
                return column;
            }
        }

        var found = !PlanTags.TryCell(tag, out var key, out var number, out _) ? null
            : key == ColumnKey.Other ? _byNumber.GetValueOrDefault(number)
            : _byKey.GetValueOrDefault(key);
        _recent[_next++ % _recent.Length] = (tag, found);
        return found;
    }

    /// <summary>The column that a heading cell heads, or null.</summary>
    public PlanColumn? OfHeading(string? tag) =>
        !PlanTags.TryColumn(tag, out var key, out var number) ? null
            : key == ColumnKey.Other ? _byNumber.GetValueOrDefault(number)
            : _byKey.GetValueOrDefault(key);

    public int IndexOf(PlanColumn column)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (ReferenceEquals(All[i], column))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unique(List<PlanColumn> columns, string heading)
    {
        var unique = heading;
        for (var n = 2; columns.Exists(column => column.Heading == unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{heading} ({n})");
        }

        return unique;
    }
}
