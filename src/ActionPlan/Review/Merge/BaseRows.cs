namespace ActionPlan.Review.Merge;

/// <summary>A row of the base.</summary>
internal sealed record BaseRow(int Index, PlanSection Section, int SectionIndex, Measure Measure);

/// <summary>The plan that the copies were made of, its rows by all that they can be found by.</summary>
internal sealed class BaseRows
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    public BaseRows(Plan plan)
    {
        Plan = plan;
        var rows = new List<BaseRow>();
        for (var section = 0; section < plan.Sections.Count; section++)
        {
            foreach (var measure in plan.Sections[section].Measures)
            {
                _byId.TryAdd(measure.Id, rows.Count);
                var stem = RowId.Stem(measure.Id);
                if (stem.Length < measure.Id.Length)
                {
                    _shared.Add(stem);
                }

                rows.Add(new(rows.Count, plan.Sections[section], section, measure));
            }
        }

        All = rows;
    }

    public Plan Plan { get; }

    public IReadOnlyList<BaseRow> All { get; }

    /// <summary>The row that an id means: its own, or that of the row which it is a copy of ('…-2' where the base has no such id).</summary>
    public BaseRow? Find(string id) =>
        _byId.TryGetValue(id, out var own) || _byId.TryGetValue(RowId.Stem(id), out own) ? All[own] : null;

    /// <summary>Whether several rows of the base have the same focus area and activity, so that an id computed of them says too little.</summary>
    public bool IsShared(string id) => _shared.Contains(RowId.Stem(id));
}

/// <summary>The form of a measure's id: sixteen characters, and a number where texts are equal.</summary>
internal static class RowId
{
    private const int Length = 16;

    public static string Stem(string id) => id.Length > Length && id[Length] == '-' ? id[..Length] : id;

    /// <summary>The id, or the next free one of its stem.</summary>
    public static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Stem(id)}-{number}");
        }

        return free;
    }
}
