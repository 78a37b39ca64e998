using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Reads vertical cards: labels become headings, and a label that comes again begins the next measure.</summary>
internal static class Cards
{
    /// <summary>The labels of all cards in order of first appearance, as headings.</summary>
    public static List<HeadingColumn> Headings(IEnumerable<FoundTable> cards, HeadingWords words)
    {
        var headings = new List<HeadingColumn>();
        var rows = cards.SelectMany(card => card.Grid.Rows).SelectMany(CardLabels.Pairs).Where(pair => !IsTitleRow(pair.Label, words));
        var labels = rows.Select(pair => Label(pair.Label)).Where(label => label.Length > 0).ToList();
        var counting = CountingLabels(labels);
        foreach (var label in labels)
        {
            var text = counting.Contains(CardLabels.WithoutNumber(label)) ? CardLabels.WithoutNumber(label) : label;
            if (!headings.Exists(heading => HeadingText.SameText(heading.Heading, text)))
            {
                headings.Add(new(headings.Count + 1, headings.Count + 1, text, string.Empty, words.Find(CardLabels.WithoutNumber(text))));
            }
        }

        return headings;
    }

    /// <summary>
    /// Labels that count the cards: 'Åtgärd 1' in the first, 'Åtgärd 2' in the next. Each number stands once and another label at least as often as
    /// there are numbers; 'Delmål 1' and 'Delmål 2' of one card are two fields.
    /// </summary>
    private static HashSet<string> CountingLabels(List<string> labels)
    {
        var times = labels.GroupBy(label => label, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        var most = times.Where(label => CardLabels.WithoutNumber(label.Key).Length == label.Key.Length).Select(label => label.Value).DefaultIfEmpty().Max();
        return times.Where(label => CardLabels.WithoutNumber(label.Key).Length < label.Key.Length)
            .GroupBy(label => CardLabels.WithoutNumber(label.Key), label => label.Value, StringComparer.OrdinalIgnoreCase)
            .Where(numbers => numbers.Count() is > 1 and var count && count <= most && numbers.All(number => number == 1))
            .Select(numbers => numbers.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads the measures of a card.</summary>
    public static void Read(FoundTable card, List<HeadingColumn> headings, int[] columns, HeadingWords words, MeasureAssembler assembler, AccountBook account, PlanAnchors? anchors = null)
    {
        var seen = new HashSet<int>();
        var last = -1;
        var isFirstCard = true;
        foreach (var row in card.Grid.Rows)
        {
            foreach (var (label, value) in CardLabels.Pairs(row))
            {
                var text = Label(label);
                if (IsTitleRow(label, words) && value is null)
                {
                    if (Counts(text, words))
                    {
                        account.Place(AccountEntry.Headings, label, card.Grid);
                        continue;
                    }

                    TitleRow(label, row, card, seen, assembler, account);
                    anchors?.Rows.TryAdd(new(card.Grid.Index, row.Index), (RowKindOfPlan.Section, -1));
                    last = -1;
                    isFirstCard = false;
                    continue;
                }

                var at = text.Length == 0 ? last : IndexOf(headings, text) is >= 0 and var named ? named : IndexOf(headings, CardLabels.WithoutNumber(text));
                if (at < 0 || columns[at] < 0)
                {
                    account.LeaveUnplaced(label);
                    if (value is not null)
                    {
                        account.LeaveUnplaced(value);
                    }

                    continue;
                }

                // Label again, or the first one of a table: the next measure.
                if (isFirstCard || (text.Length > 0 && !seen.Add(at)))
                {
                    assembler.OpenMeasure(card.Grid.Index, row.Index, row.Page);
                    seen.Clear();
                    isFirstCard = false;
                }

                seen.Add(at);
                last = at;
                account.Place(AccountEntry.Headings, label, card.Grid);
                anchors?.Rows.TryAdd(new(card.Grid.Index, row.Index), (RowKindOfPlan.Measure, assembler.Ordinal));
                if (text.Length > 0)
                {
                    anchors?.Headings.TryAdd(new(card.Grid.Index, label.Row, label.Column), columns[at]);
                }

                if (value is not null)
                {
                    assembler.Add(columns[at], value, isNew: true, new(row.Page, card.Grid.Index, row.Index, value.Column));
                }
            }
        }
    }

    /// <summary>A row of one cell above the labels names the measure, or what it belongs to: a section.</summary>
    private static void TitleRow(SourceCell cell, SourceRow row, FoundTable card, HashSet<int> seen, MeasureAssembler assembler, AccountBook account)
    {
        account.Place(AccountEntry.Plan, cell);
        assembler.OpenSection(null, HeadingText.OnOneLine(cell.Text.Text));
        assembler.OpenMeasure(card.Grid.Index, row.Index, row.Page);
        seen.Clear();
    }

    /// <summary>'Åtgärd 1', 'Kort 2' above a card: it counts the cards and names nothing.</summary>
    private static bool Counts(string title, HeadingWords words) =>
        CardLabels.WithoutNumber(title) is var name && name.Length < title.Length && (words.Find(name) is { Key: ColumnKey.Activity, Strength: >= HeadingWords.CompoundMatch } || name.EndsWith("kort", StringComparison.OrdinalIgnoreCase));

    private static bool IsTitleRow(SourceCell label, HeadingWords words) => label.ColumnSpan > 1 && words.Find(label.Text.Text).Strength < HeadingWords.CompoundMatch;

    private static int IndexOf(List<HeadingColumn> headings, string text) => headings.FindIndex(heading => HeadingText.SameText(heading.Heading, text));

    private static string Label(SourceCell cell) => HeadingText.OnOneLine(cell.Text.Text).TrimEnd(':', ' ');
}
