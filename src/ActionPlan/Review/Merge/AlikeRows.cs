using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>
/// Rows whose texts are alike in the base and in a copy without ids: which is which is told by what stands beside them and by their order. Where that
/// says too little, they are taken in order, and somebody is to look.
/// </summary>
internal sealed class AlikeRows(BaseRows basis, CopyRows copy, Action<CopyRow, BaseRow> found)
{
    // Beyond this many pairs nobody could tell the rows apart anyway.
    private const int MostPairs = 64;
    private const double LeastLead = 0.1;

    // A section outweighs both neighbours, and so do words.
    private const int Section = 4;
    private const int Sure = 2;

    private readonly int _direction = DirectionOf(copy);
    private readonly Dictionary<PlanSection, int> _sections = SectionsOf(copy);

    /// <summary>Matches as many rows as both sides have; true where that was a guess.</summary>
    public bool Match(List<CopyRow> mine, List<BaseRow> theirs)
    {
        if (mine.Count == 1 && theirs.Count == 1)
        {
            found(mine[0], theirs[0]);
            return false;
        }

        if (mine.Count == theirs.Count && _direction != 0)
        {
            InOrder(mine, _direction > 0 ? theirs : [.. Enumerable.Reverse(theirs)]);
            return false;
        }

        var (rows, open) = (mine.ToList(), theirs.ToList());
        Take(rows, open, mine.Count == theirs.Count || theirs.Count == 1 ? 1 : Sure);
        var isGuess = rows.Count > 0 && open.Count > 0 && theirs.Count > 1;
        Take(rows, open, 1);
        InOrder(rows, open);
        return isGuess;
    }

    private void Take(List<CopyRow> rows, List<BaseRow> open, int least)
    {
        while ((long)rows.Count * open.Count <= MostPairs && Surest(rows, open, least) is var (row, own))
        {
            found(row, own);
            rows.Remove(row);
            open.Remove(own);
        }
    }

    private void InOrder(List<CopyRow> rows, List<BaseRow> open)
    {
        for (var i = 0; i < Math.Min(rows.Count, open.Count); i++)
        {
            found(rows[i], open[i]);
        }
    }

    /// <summary>The pair of which each says more for the other than for any third, by at least so much; null where there is none.</summary>
    private (CopyRow Row, BaseRow Base)? Surest(List<CopyRow> rows, List<BaseRow> open, int least)
    {
        var scores = new int[rows.Count, open.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var likeness = open.ConvertAll(each => ComparedText.Likeness(RowMatching.WordsOf(rows[i].Measure), RowMatching.WordsOf(each.Measure)));
            for (var j = 0; j < open.Count; j++)
            {
                var isLikest = open.Count > 1 && likeness.Where((_, other) => other != j).All(other => likeness[j] - other >= LeastLead);
                scores[i, j] = Beside(rows[i], open[j]) + (isLikest ? Section : 0) + (_sections.TryGetValue(rows[i].Section, out var section) && section == open[j].SectionIndex ? Section : 0);
            }
        }

        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < open.Count; j++)
            {
                if (IsAhead(scores, i, j, least))
                {
                    return (rows[i], open[j]);
                }
            }
        }

        return null;
    }

    private static bool IsAhead(int[,] scores, int row, int column, int least)
    {
        var needed = scores[row, column] - least;
        if (needed < 0)
        {
            return false;
        }

        for (var j = 0; j < scores.GetLength(1); j++)
        {
            if (j != column && scores[row, j] > needed)
            {
                return false;
            }
        }

        for (var i = 0; i < scores.GetLength(0); i++)
        {
            if (i != row && scores[i, column] > needed)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many of the two rows beside a row of the copy stand beside that row of the base too, on whichever side.</summary>
    private int Beside(CopyRow row, BaseRow own)
    {
        var (above, below) = (BaseBeside(row, -1), BaseBeside(row, 1));
        return (IsBeside(above, own) ? 1 : 0) + (below != above && IsBeside(below, own) ? 1 : 0);
    }

    private bool IsBeside(int? index, BaseRow own) => index is { } at && Math.Abs(at - own.Index) == 1 && basis.All[at].SectionIndex == own.SectionIndex;

    private int? BaseBeside(CopyRow row, int side)
    {
        var at = row.Index + side;
        return at >= 0 && at < copy.Rows.Count && ReferenceEquals(copy.Rows[at].Section, row.Section) ? copy.Rows[at].Base?.Index : null;
    }

    /// <summary>1 where the rows that were found stand in the order of the base, -1 where they stand the other way round, 0 where they were moved.</summary>
    private static int DirectionOf(CopyRows copy)
    {
        var (rising, falling, last) = (true, true, -1);
        foreach (var row in copy.Rows.Where(row => row.Base is not null && !row.IsSecond))
        {
            var index = row.Base!.Index;
            rising &= last < 0 || index > last;
            falling &= last < 0 || index < last;
            last = index;
        }

        return rising ? 1 : falling ? -1 : 0;
    }

    /// <summary>For each section of the copy the one of the base that all its rows are of.</summary>
    private static Dictionary<PlanSection, int> SectionsOf(CopyRows copy)
    {
        var sections = new Dictionary<PlanSection, int>(ReferenceEqualityComparer.Instance);
        foreach (var section in copy.Rows.Where(row => row.Base is not null).GroupBy(row => row.Section, (IEqualityComparer<PlanSection>)ReferenceEqualityComparer.Instance))
        {
            var own = section.Select(row => row.Base!.SectionIndex).Distinct().Take(2).ToList();
            if (own.Count == 1)
            {
                sections.Add(section.Key, own[0]);
            }
        }

        return sections;
    }
}

/// <summary>Rows of a copy of which nothing says which rows of the base they are.</summary>
/// <param name="Rows">The rows of the copy.</param>
/// <param name="Alike">The rows of the base.</param>
internal sealed record GuessedRows(List<CopyRow> Rows, List<BaseRow> Alike)
{
    /// <summary>Tells it where it matters: where the rows answer, and not all of them the same.</summary>
    public MergeFinding? Find(CopyRows copy, Plan basis)
    {
        var said = Rows.ConvertAll(row => copy.Answers(row, basis).Select(answer => answer.Text).ToList());
        if (said.TrueForAll(texts => texts.Count == 0) || (Rows.Count == Alike.Count && said.TrueForAll(texts => texts.SequenceEqual(said[0]))))
        {
            return null;
        }

        var first = Alike[0].Measure;
        var texts = Rows.SelectMany((row, i) => said[i].Select(text => new MergeText(copy.Copy.Name, text, row.Place))).ToValueList();
        return new()
        {
            Kind = MergeFindingKind.AlikeRows,
            Copy = copy.Copy.Name,
            Diagnostic = DiagnosticCatalog.MergeAlike.At(
                Rows[0].Place, first.Activity.IsEmpty ? first.FocusArea.Text : first.Activity.Text, Number(Alike.Count), Number(Rows.Count), string.Join(" / ", texts.Select(text => $"'{text.Text.Text}'"))),
            MeasureId = first.Id,
            Section = Alike[0].Section.Heading,
            Base = first.Activity,
            Texts = texts,
        };
    }

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
