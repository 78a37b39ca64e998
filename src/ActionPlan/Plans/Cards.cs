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
        foreach (var row in cards.SelectMany(card => card.Grid.Rows))
        {
            foreach (var (label, _) in CardLabels.Pairs(row))
            {
                var text = Label(label);
                if (text.Length > 0 && !headings.Exists(heading => HeadingText.SameText(heading.Heading, text)) && !IsTitleRow(label, words))
                {
                    headings.Add(new(headings.Count + 1, headings.Count + 1, text, string.Empty, words.Find(text)));
                }
            }
        }

        return headings;
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
                    TitleRow(label, row, card, seen, assembler, account);
                    anchors?.Rows.TryAdd(new(card.Grid.Index, row.Index), (RowKindOfPlan.Section, -1));
                    last = -1;
                    isFirstCard = false;
                    continue;
                }

                var at = text.Length == 0 ? last : headings.FindIndex(heading => HeadingText.SameText(heading.Heading, text));
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
                account.Place(AccountEntry.Headings, label);
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

    private static bool IsTitleRow(SourceCell label, HeadingWords words) => label.ColumnSpan > 1 && words.Find(label.Text.Text).Strength < HeadingWords.CompoundMatch;

    private static string Label(SourceCell cell) => HeadingText.OnOneLine(cell.Text.Text).TrimEnd(':', ' ');
}
