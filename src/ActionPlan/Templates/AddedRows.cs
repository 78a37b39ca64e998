namespace ActionPlan.Templates;

/// <summary>Something that the example has no row for: a section that begins, or a measure.</summary>
/// <param name="Section">The section that begins, or null.</param>
/// <param name="WithGroup">Whether the heading of its group has to be written too.</param>
/// <param name="Measure">The measure, or null.</param>
internal sealed record AddedRow(PlanSection? Section, bool WithGroup, Measure? Measure);

/// <summary>Where the measures and sections that the example lacks come between its own.</summary>
internal sealed class AddedRows
{
    private readonly Dictionary<int, List<AddedRow>> _before = [];
    private readonly Dictionary<int, List<AddedRow>> _after = [];

    public AddedRows(Plan old, Plan @new, bool lookOnly)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!lookOnly)
        {
            foreach (var measure in old.Measures)
            {
                known.TryAdd(measure.Id, known.Count);
            }
        }

        var beginning = new List<AddedRow>();
        var target = beginning;
        string? group = null;
        foreach (var section in @new.Sections)
        {
            var first = section.Measures.Select(measure => known.TryGetValue(measure.Id, out var at) ? at : -1).FirstOrDefault(at => at >= 0, -1);
            var isNew = first < 0 && (lookOnly || !old.Sections.Any(other => other.Group == section.Group && other.Heading == section.Heading));
            if (isNew && (section.Heading.Length > 0 || section.Group is not null))
            {
                target.Add(new(section, section.Group is not null && section.Group != group, null));
            }
            else if (first >= 0)
            {
                target = _before.TryGetValue(first, out var list) ? list : _before[first] = [];
            }

            group = section.Group;
            foreach (var measure in section.Measures)
            {
                if (known.TryGetValue(measure.Id, out var at))
                {
                    target = _after.TryGetValue(at, out var list) ? list : _after[at] = [];
                }
                else
                {
                    target.Add(new(null, false, measure));
                    Any = true;
                }
            }
        }

        // None of the example's measures stays.
        (ReferenceEquals(target, beginning) ? AtEnd : AtBeginning).AddRange(beginning);
    }

    /// <summary>Whether there is anything to add.</summary>
    public bool Any { get; private set; }

    /// <summary>Sections that come before the first measure of the example and the heading of its section.</summary>
    public List<AddedRow> AtBeginning { get; } = [];

    /// <summary>What is added where none of the example's measures stays.</summary>
    public List<AddedRow> AtEnd { get; } = [];

    public IReadOnlyList<AddedRow> Before(int measure) => _before.GetValueOrDefault(measure, []);

    public IReadOnlyList<AddedRow> After(int measure) => _after.GetValueOrDefault(measure, []);
}
