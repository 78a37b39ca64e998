using ActionPlan.Messages;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Gives every heading of every plan table its column of the plan: one column a key, the others under their headings.</summary>
internal sealed class ColumnMap
{
    private readonly List<PlanColumn> _columns = [];
    private readonly List<Period?> _periods = [];
    private readonly List<ColumnReport> _reports = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly bool _commentAnswers;
    private readonly Period? _current;

    /// <param name="commentAnswers">Whether comments are the only answers of the document.</param>
    /// <param name="current">The period that the document names for its follow-up, or null.</param>
    public ColumnMap(bool commentAnswers, Period? current = null) => (_commentAnswers, _current) = (commentAnswers, current);

    public IReadOnlyList<PlanColumn> Columns => _columns;

    public IReadOnlyList<ColumnReport> Reports => _reports;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The period that the heading of the answers names, or null.</summary>
    public Period? FollowUpPeriod => _columns.FindIndex(column => column.Key == ColumnKey.FollowUp) is >= 0 and var at ? _periods[at] : null;

    /// <summary>
    /// Adds the headings of a table, from left to right, and gives the index of the plan's column for each; -1 for one that is to be left out.
    /// </summary>
    /// <param name="headings">The headings; a blank one is named by its position.</param>
    /// <param name="isBlank">Whether nothing stands below the heading at an index.</param>
    /// <param name="place">The place of the heading row.</param>
    public int[] Add(IReadOnlyList<HeadingColumn> headings, Func<int, bool> isBlank, DocumentPlace place)
    {
        var periodsAnswer = _commentAnswers && headings.Any(IsPartOfYear);
        var keys = headings.Select(heading => periodsAnswer && IsPartOfYear(heading) ? ColumnKey.FollowUp
            : heading.Meaning.Strength == 0 ? ColumnKey.Other
            : periodsAnswer ? heading.Meaning.Key
            : Promoted(heading.Meaning.Key)).ToArray();
        var map = new int[headings.Count];
        var taken = new HashSet<PlanColumn>();
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            if (heading.Heading.Length == 0 && isBlank(i))
            {
                map[i] = -1;
                continue;
            }

            var at = place with { Column = i + 1 };
            var key = keys[i];
            if (key != ColumnKey.Other && Winner(headings, keys, key) is var winner && winner != i)
            {
                var earlier = IsAnswer(key) && heading.Meaning.Period is not null;
                var isDoubtful = _current is null && IsAnswer(key) && IsPeriodAside(heading, headings[winner]);
                _diagnostics.Add((isDoubtful ? DiagnosticCatalog.ColumnDoubtful : DiagnosticCatalog.ColumnSecond).At(at, heading.Heading, headings[winner].Heading));
                map[i] = Place(ColumnKey.Other, heading, taken, earlier ? "earlier period" : "second");
                continue;
            }

            if (key == ColumnKey.Other && heading.Heading.Length > 0)
            {
                _diagnostics.Add(DiagnosticCatalog.HeadingUnknown.At(at, heading.Heading));
            }

            map[i] = Place(key, heading, taken, key == ColumnKey.Other ? "unknown" : heading.Meaning.Strength == HeadingWords.CallerMatch ? "caller" : "synonym");
        }

        return map;
    }

    /// <summary>'Kvartal 1', 'T2 2023': where no column asks for the follow-up, one that is named by a part of a year does.</summary>
    private static bool IsPartOfYear(HeadingColumn heading) =>
        heading.Meaning is { Strength: 0, Period: { Order: > 0, IsRange: false } period } && period.Length == heading.Heading.Trim().Length;

    private ColumnKey Promoted(ColumnKey key) => key == ColumnKey.Comment && _commentAnswers ? ColumnKey.FollowUp : key;

    private int Winner(IReadOnlyList<HeadingColumn> headings, ColumnKey[] keys, ColumnKey key)
    {
        var best = -1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == key && (best < 0 || IsBetter(headings[i], headings[best], key)))
            {
                best = i;
            }
        }

        return best;
    }

    private bool IsBetter(HeadingColumn later, HeadingColumn earlier, ColumnKey key)
    {
        var (candidate, best) = (later.Meaning, earlier.Meaning);
        if (IsAnswer(key) && IsPeriodAside(later, earlier))
        {
            // 'Uppföljning 2022', 'Uppföljning': the one without a year is this period's; where nothing says which that is, what was added stands to the right.
            return _current is null || (candidate.Period is { } named ? !_current.IsLaterThan(named) : _current.IsLaterThan(best.Period!));
        }

        if (IsAnswer(key) && (candidate.Period is not null || best.Period is not null))
        {
            return candidate.Period is { } period && (best.Period is not { } other || period.IsLaterThan(other));
        }

        return candidate.Strength > best.Strength;
    }

    /// <summary>Whether two headings say the same but for the period that one of them names.</summary>
    private static bool IsPeriodAside(HeadingColumn one, HeadingColumn other) =>
        one.Meaning.Period is null != other.Meaning.Period is null && HeadingText.SameText(WithoutPeriod(one.Heading), WithoutPeriod(other.Heading));

    private static string WithoutPeriod(string heading) => Period.FindLatest(heading) is { } period ? heading.Remove(period.Start, period.Length) : heading;

    /// <summary>What is filled in anew for each period; of a goal or a budget of several years the first is the one that the plan sets.</summary>
    private static bool IsAnswer(ColumnKey key) => key is ColumnKey.FollowUp or ColumnKey.Status or ColumnKey.Comment;

    private int Place(ColumnKey key, HeadingColumn heading, HashSet<PlanColumn> taken, string because)
    {
        var text = heading.Heading.Length > 0 ? heading.Heading : $"Kolumn {taken.Count + 1}";
        var at = key == ColumnKey.Other
            ? _columns.FindIndex(column => column.Key == key && column.Heading == text && !taken.Contains(column))
            : _columns.FindIndex(column => column.Key == key);
        if (at < 0)
        {
            _columns.Add(new(key, key == ColumnKey.Other ? Unique(text) : text));
            _periods.Add(heading.Meaning.Period);
            _reports.Add(new(heading.Heading, key, because));
            at = _columns.Count - 1;
        }

        taken.Add(_columns[at]);
        return at;
    }

    private string Unique(string heading)
    {
        var unique = heading;
        for (var n = 2; _columns.Exists(column => column.Heading == unique); n++)
        {
            unique = $"{heading} ({n})";
        }

        return unique;
    }
}
