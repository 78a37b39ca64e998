using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>What stands around the plan's tables: title, decisions, registration number and the periods that lines name.</summary>
internal sealed class FrontMatter
{
    public string Title { get; private init; } = string.Empty;

    /// <summary>The paragraphs that make up the title: no section headings.</summary>
    public HashSet<SourceParagraph> TitleParagraphs { get; private init; } = [];

    public ValueList<Decision> Decisions { get; private init; } = [];

    public string? Reference { get; private init; }

    public string? Period { get; private init; }

    /// <param name="lines">The printed lines in order.</param>
    /// <param name="boxes">Tables that are not the plan, with whether each stands before the last plan table.</param>
    public static FrontMatter Read(IReadOnlyList<PrintedLine> lines, IReadOnlyList<SourceGrid> boxes)
    {
        var values = new LabelledValues();
        var boxLines = new List<PrintedLine>();
        foreach (var box in boxes)
        {
            ReadBox(box, values, boxLines);
        }

        var labelled = new LabelledValues();
        var decisions = new List<Decision>();
        string? reference = null;
        var isOpen = false;
        foreach (var line in lines)
        {
            if (isOpen && DecisionReader.Complete(decisions[^1], line.Text) is { } whole)
            {
                decisions[^1] = whole;
                continue;
            }

            var before = decisions.Count;
            ReadLine(line, labelled, decisions, ref reference);
            isOpen = decisions.Count > before;
        }

        var title = TitleFinder.Find(lines, out var paragraphs);
        if (title.Length == 0)
        {
            title = values.Title ?? labelled.Title ?? TitleFinder.Find(boxLines, out _);
        }

        var inFront = decisions.ToList();
        decisions.AddRange(labelled.Decisions);
        decisions.AddRange(values.Decisions);
        foreach (var line in boxLines)
        {
            decisions.AddRange(DecisionReader.Read(line.Text));
            reference ??= RegistrationNumber.After(line.Text);
        }

        return new()
        {
            Title = title,
            TitleParagraphs = paragraphs,
            Decisions = Once(decisions, inFront),
            Reference = reference ?? labelled.Reference ?? values.Reference ?? lines.Select(line => RegistrationNumber.Alone(line.Text)).FirstOrDefault(number => number is not null),
            Period = labelled.Period ?? values.Period,
        };
    }

    private static void ReadLine(PrintedLine line, LabelledValues labelled, List<Decision> decisions, ref string? reference)
    {
        reference ??= RegistrationNumber.After(line.Text);
        var read = DecisionReader.Read(line.Text);
        if (read.Count > 0)
        {
            // Prose far from the title tells history; only a line that begins as a decision does is one there.
            if (line.Place != LinePlace.Between || IsDecisionLine(line.Text, read))
            {
                decisions.AddRange(read);
            }

            return;
        }

        var parts = line.Text.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var label, var value] && !label.Contains(':', StringComparison.Ordinal) && labelled.Add(label, value))
        {
            return;
        }

        foreach (var part in parts)
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && colon < part.Length - 1)
            {
                labelled.Add(part[..colon], part[(colon + 1)..]);
            }
        }
    }

    private static bool IsDecisionLine(string text, List<Decision> read) => text.Length < 150 && text.StartsWith(read[0].Text.Split(' ')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>Pairs of label and value, side by side or one below the other; other cells are read as lines.</summary>
    private static void ReadBox(SourceGrid box, LabelledValues values, List<PrintedLine> lines)
    {
        if (IsVersionTable(box))
        {
            return;
        }

        var below = LabelsAbove(box);
        foreach (var row in box.Rows)
        {
            var cells = row.Cells;
            for (var i = 0; i < cells.Count; i++)
            {
                var label = HeadingText.OnOneLine(cells[i].Text.Text);
                if (below && row.Index == 2 && i < box.Rows[0].Cells.Count && values.Add(HeadingText.OnOneLine(box.Rows[0].Cells[i].Text.Text), cells[i].Text.Text))
                {
                    continue;
                }

                if (!below && i + 1 < cells.Count && values.Add(label, cells[i + 1].Text.Text))
                {
                    i++;
                    continue;
                }

                foreach (var line in cells[i].Text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    var colon = line.IndexOf(':', StringComparison.Ordinal);
                    if (colon <= 0 || colon == line.Length - 1 || !TitleFinder.IsLabel(line[..colon]) || DecisionReader.Read(line).Count > 0 || !values.Add(line[..colon], line[(colon + 1)..]))
                    {
                        lines.Add(new(line, LinePlace.Margin, null));
                    }
                }
            }
        }
    }

    private static bool LabelsAbove(SourceGrid box) =>
        box.Rows.Count == 2 && box.Rows[0].Cells.Count > 2 && box.Rows[0].Cells.Count(cell => LabelledValues.IsKnown(cell.Text.Text)) >= 2;

    private static bool IsVersionTable(SourceGrid box) =>
        box.Rows.Count > 0 && box.Rows[0].Cells.Any(cell => HeadingWords.Normalise(cell.Text.Text.Length > 40 ? string.Empty : cell.Text.Text, out _) is "version" or "versjon" or "ändring" or "ändringar" or "revision" or "versio" or "utgåva");

    /// <summary>Each decision once: what stands below the title often stands in the page header and in a box too.</summary>
    private static ValueList<Decision> Once(List<Decision> decisions, List<Decision> inFront)
    {
        var once = new List<Decision>();
        foreach (var decision in decisions)
        {
            if (!once.Exists(other => IsSame(other, decision)))
            {
                once.Add(decision);
            }
        }

        // A date alone in a box beside a whole decision is the date of the document.
        once.RemoveAll(decision => decision.Body.Length == 0 && decision.Section.Length == 0 && !inFront.Contains(decision) && once.Exists(other => other.Role == decision.Role && other != decision && other.Section.Length > 0));
        return once.ToValueList();
    }

    private static bool IsSame(Decision a, Decision b) =>
        a.Role == b.Role
        && (a.Date == b.Date || a.Date.IsEmpty || b.Date.IsEmpty)
        && (a.Section == b.Section || a.Section.Length == 0 || b.Section.Length == 0)
        && (string.Equals(a.Body, b.Body, StringComparison.OrdinalIgnoreCase) || a.Body.Length == 0 || b.Body.Length == 0 || (a.Date == b.Date && !a.Date.IsEmpty && a.Section == b.Section))
        && !(a.Date.IsEmpty && a.Section.Length == 0 && a.Body != b.Body)
        && !(b.Date.IsEmpty && b.Section.Length == 0 && a.Body != b.Body);
}
