namespace ActionPlan.Review.Merge;

/// <summary>
/// Finds for each row of a copy the row of the base that it is: by the id that it carries, else by its texts, from all of them alike to merely similar
/// ones, so that moved, retyped and renamed rows are found.
/// </summary>
internal sealed class RowMatching
{
    private const double LeastLikeness = 0.5;
    private const double LeastLead = 0.1;

    // A word that more rows share says nothing about which of them is meant.
    private const int CommonWord = 64;

    private readonly BaseRows _basis;
    private readonly CopyRows _copy;
    private readonly HashSet<int> _found = [];

    private RowMatching(BaseRows basis, CopyRows copy) => (_basis, _copy) = (basis, copy);

    public static void Match(BaseRows basis, CopyRows copy)
    {
        var matching = new RowMatching(basis, copy);
        matching.ById();
        Func<PlanSection, Measure, string>[] keys = [WholeText, SectionAndActivity, FocusAreaAndActivity, Activity];
        foreach (var key in keys)
        {
            matching.ByText(key);
        }

        matching.Alike(keys);
        matching.ByLikeness();
        matching.Repeated();
    }

    /// <summary>What tells a measure from others and is no answer.</summary>
    private static string WholeText(PlanSection section, Measure measure) => $"{SectionAndActivity(section, measure)}\u001F{ComparedText.Normal(measure.Goal.Text)}";

    private static string SectionAndActivity(PlanSection section, Measure measure) =>
        $"{ComparedText.Normal(section.Group ?? "")}\u001F{ComparedText.Normal(section.Heading)}\u001F{FocusAreaAndActivity(section, measure)}";

    private static string FocusAreaAndActivity(PlanSection section, Measure measure) => $"{ComparedText.Normal(measure.FocusArea.Text)}\u001F{ComparedText.Normal(measure.Activity.Text)}";

    private static string Activity(PlanSection section, Measure measure) => ComparedText.Normal(measure.Activity.Text);

    private static bool SaysSomething(Measure measure) => !measure.Activity.IsEmpty || !measure.FocusArea.IsEmpty || !measure.Goal.IsEmpty;

    private void ById()
    {
        var groups = new Dictionary<int, List<CopyRow>>();
        foreach (var row in _copy.Rows)
        {
            if ((_copy.Copy.CarriesIds || !_basis.IsShared(row.Measure.Id)) && _basis.Find(row.Measure.Id) is { } found)
            {
                if (!groups.TryGetValue(found.Index, out var rows))
                {
                    groups.Add(found.Index, rows = []);
                }

                rows.Add(row);
            }
        }

        foreach (var (index, rows) in groups)
        {
            Choose(_basis.All[index], rows);
        }
    }

    /// <summary>Of rows with one id the one that says most of what the base says is the row; another one that says as much is the row twice, the rest were made of it.</summary>
    private void Choose(BaseRow row, List<CopyRow> rows)
    {
        if (rows.Count == 1)
        {
            Found(rows[0], row);
            return;
        }

        var words = WordsOf(row.Measure);
        var ranked = rows.Select(each => (Row: each, Likeness: ComparedText.Likeness(words, WordsOf(each.Measure)))).OrderByDescending(each => each.Likeness).ThenBy(each => each.Row.Index).ToList();
        Found(ranked[0].Row, row);
        foreach (var (other, likeness) in ranked.Skip(1))
        {
            if (likeness >= LeastLikeness)
            {
                (other.Base, other.IsSecond) = (row, true);
            }
        }
    }

    private void Found(CopyRow row, BaseRow basis)
    {
        row.Base = basis;
        _found.Add(basis.Index);
    }

    /// <summary>Rows whose key one row of each side alone has.</summary>
    private void ByText(Func<PlanSection, Measure, string> key)
    {
        foreach (var (mine, theirs) in Groups(row => key(row.Section, row.Measure), row => key(row.Section, row.Measure)))
        {
            if (mine.Count == 1 && theirs.Count == 1)
            {
                Found(mine[0], theirs[0]);
            }
        }
    }

    /// <summary>Rows whose key several have: by all that is no answer, then by what stands beside them.</summary>
    private void Alike(ReadOnlySpan<Func<PlanSection, Measure, string>> keys)
    {
        var alike = new AlikeRows(_basis, _copy, Found);
        Match(Groups(WholeRow, WholeRow));
        foreach (var key in keys)
        {
            Match(Groups(row => key(row.Section, row.Measure), row => key(row.Section, row.Measure)));
        }

        void Match(List<(List<CopyRow>, List<BaseRow>)> groups)
        {
            foreach (var (mine, theirs) in groups)
            {
                if (alike.Match(mine, theirs))
                {
                    _copy.Guessed.Add(new(mine, theirs));
                }
            }
        }
    }

    /// <summary>The rows that are still open on both sides, by a key.</summary>
    private List<(List<CopyRow> Mine, List<BaseRow> Theirs)> Groups(Func<CopyRow, string> ofCopy, Func<BaseRow, string> ofBase)
    {
        var open = _copy.Rows.Where(row => row.Base is null && SaysSomething(row.Measure)).ToLookup(ofCopy, StringComparer.Ordinal);
        return open.Count == 0 ? []
            : [.. _basis.All.Where(row => !_found.Contains(row.Index) && SaysSomething(row.Measure)).GroupBy(ofBase, StringComparer.Ordinal).Where(group => open.Contains(group.Key)).Select(group => (open[group.Key].ToList(), group.ToList()))];
    }

    private string WholeRow(CopyRow row) => string.Join('\u001F', (string[])[WholeText(row.Section, row.Measure), .. Kept().Select(at => ComparedText.Normal(row.Measure[_copy.Columns[at]!].Text))]);

    private string WholeRow(BaseRow row) => string.Join('\u001F', (string[])[WholeText(row.Section, row.Measure), .. Kept().Select(at => ComparedText.Normal(row.Measure[_basis.Plan.Columns[at]].Text))]);

    /// <summary>The columns that both have and nobody is asked to fill in.</summary>
    private IEnumerable<int> Kept() => Enumerable.Range(0, _copy.Columns.Count).Where(at => _copy.Columns[at] is not null && !_basis.Plan.Columns[at].IsAnswered);

    private void ByLikeness()
    {
        var open = _copy.Rows.Where(row => row.Base is null && SaysSomething(row.Measure)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var left = _basis.All.Where(row => !_found.Contains(row.Index)).ToDictionary(row => row.Index, row => WordsOf(row.Measure));
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (row, words) in left)
        {
            foreach (var word in words)
            {
                if (!index.TryGetValue(word, out var rows))
                {
                    index.Add(word, rows = []);
                }

                rows.Add(row);
            }
        }

        var proposals = new List<(CopyRow Row, int Base, double Likeness)>();
        foreach (var row in open)
        {
            var words = WordsOf(row.Measure);
            var near = words.SelectMany(word => index.TryGetValue(word, out var rows) && rows.Count <= CommonWord ? rows : []).Distinct()
                .Select(candidate => (Base: candidate, Likeness: ComparedText.Likeness(words, left[candidate]))).OrderByDescending(each => each.Likeness).Take(2).ToList();
            if (near.Count > 0 && near[0].Likeness >= LeastLikeness && (near.Count == 1 || near[0].Likeness - near[1].Likeness >= LeastLead))
            {
                proposals.Add((row, near[0].Base, near[0].Likeness));
            }
        }

        foreach (var (row, candidate, _) in proposals.OrderByDescending(each => each.Likeness).ThenBy(each => each.Row.Index))
        {
            if (!_found.Contains(candidate))
            {
                Found(row, _basis.All[candidate]);
            }
        }
    }

    /// <summary>What is still open and says just what a row says that was found is that row twice.</summary>
    private void Repeated()
    {
        var open = _copy.Rows.Where(row => row.Base is null && SaysSomething(row.Measure)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var whole = new Dictionary<string, BaseRow>(StringComparer.Ordinal);
        foreach (var row in _basis.All.Where(row => _found.Contains(row.Index)))
        {
            whole.TryAdd(WholeText(row.Section, row.Measure), row);
        }

        foreach (var row in open)
        {
            if (whole.TryGetValue(WholeText(row.Section, row.Measure), out var basis))
            {
                (row.Base, row.IsSecond) = (basis, true);
            }
        }
    }

    internal static HashSet<string> WordsOf(Measure measure) => ComparedText.Words(measure.FocusArea.Text, measure.Activity.Text, measure.Goal.Text, measure.Number.Text);
}
