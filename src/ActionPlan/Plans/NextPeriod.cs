using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>A plan for the next period, with what changes in the text around it.</summary>
internal sealed record NextPeriodPlan(Plan Plan, IReadOnlyList<TextChange> Changes, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Moves a plan on to its next period: answers emptied, the follow-up's decision open again, the period moved on where it names the follow-up. The
/// adoption and the plan's own validity stay, and so does what is doubtful.
/// </summary>
internal sealed class NextPeriod
{
    private static readonly string[] FollowUpWords =
        ["uppföljning", "uppföljd", "lägesrapport", "återrapportering", "redovisning", "avstämning", "tertialrapport", "delårsrapport", "årsrapport", "oppfølging", "opfølgning", "seuranta", "follow-up", "avser", "utfall", "resultat", "kommentar"];

    private static readonly string[] PlanWords = ["plan", "planen", "program", "programmet", "strategi", "policy", "version", "dnr", "kf", "ks"];

    private const int LongestLine = 150;

    private readonly Plan _plan;
    private readonly Period? _old;
    private readonly string _period;
    private readonly Period? _new;
    private readonly List<TextChange> _changes = [];
    private readonly List<Diagnostic> _diagnostics = [];

    private NextPeriod(Plan plan, string period)
    {
        _plan = plan;
        _period = period;
        _old = plan.Period is null ? null : Period.FindLatest(plan.Period);
        _new = Period.FindLatest(period);
    }

    /// <summary>The period after the plan's own, or null where it names none.</summary>
    public static string? After(string? period)
    {
        if (period is null || Period.FindLatest(period) is not { Year: > 0 })
        {
            return null;
        }

        var next = new System.Text.StringBuilder();
        foreach (var part in Digits(period))
        {
            next.Append(part.Length is 4 or 2 && char.IsAsciiDigit(part[0]) && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                ? (year + 1).ToString(part.Length == 4 ? "0000" : "00", CultureInfo.InvariantCulture)
                : part);
        }

        return next.ToString();
    }

    public static NextPeriodPlan Of(Plan plan, SourceDocument? document, PlanAnchors? anchors, string period)
    {
        var next = new NextPeriod(plan, period);
        var decisions = plan.Decisions.Select(next.Reopened).ToValueList();
        if (document is not null)
        {
            next.Change(document, anchors!);
        }

        var columns = plan.Columns.Select(column => column.Key == ColumnKey.FollowUp ? column with { Heading = next.Moved(column.Heading) ?? column.Heading } : column).ToValueList();
        var empty = plan.Sections.Select(section => section with { Measures = section.Measures.Select(measure => measure with { FollowUp = RichText.Empty }).ToValueList() }).ToValueList();
        return new(
            plan with { Title = next.MovedIn(plan.Title) ?? plan.Title, Period = period, Decisions = decisions, Columns = columns, Sections = empty },
            next._changes,
            next._diagnostics);
    }

    private static IEnumerable<string> Digits(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]) == char.IsAsciiDigit(text[start]))
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private Decision Reopened(Decision decision)
    {
        if (decision.Role != DecisionRole.FollowUp)
        {
            return decision;
        }

        var year = _new is { Year: > 0 } period ? period.Year.ToString(CultureInfo.InvariantCulture) : "xxxx";
        var open = PartialDate.Parse(year + "-xx-xx", provider: null);
        var text = decision.Text;
        var words = Tokens.Of(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (PrintedDate.TryRead(text, words, i, out var date, out var after) && date == decision.Date)
            {
                text = string.Concat(text.AsSpan(0, words[i].Start), open.ToString(), text.AsSpan(words[after - 1].End));
                break;
            }
        }

        if (decision.Section.Length > 0 && text.LastIndexOf(decision.Section, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            text = string.Concat(text.AsSpan(0, at), "xx", text.AsSpan(at + decision.Section.Length));
        }

        return decision with { Date = decision.Date.IsEmpty ? decision.Date : open, Section = decision.Section.Length == 0 ? string.Empty : "xx", Text = text };
    }

    private void Change(SourceDocument document, PlanAnchors anchors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, label, isHeading) in Texts(document, anchors))
        {
            if (text.Length == 0 || !seen.Add(text + '\0' + label))
            {
                continue;
            }

            var reopened = _plan.Decisions.Where(decision => decision.Role == DecisionRole.FollowUp && decision.Text.Length > 0 && text.Contains(decision.Text, StringComparison.Ordinal)).ToList();
            foreach (var decision in reopened)
            {
                _changes.Add(new(text, decision.Text, Reopened(decision).Text));
            }

            ChangePeriods(text, label, isHeading, reopened);
        }
    }

    private void ChangePeriods(string text, string? label, bool isHeading, List<Decision> reopened)
    {
        foreach (var line in text.Split('\n'))
        {
            var changed = isHeading ? Moved(line) : label is not null ? Moved(line) : MovedIn(line);
            if (changed is not null && !reopened.Exists(decision => line.Contains(decision.Text, StringComparison.Ordinal) && decision.Text.Length > line.Length / 2))
            {
                var (old, @new) = Difference(line, changed);
                _changes.Add(new(text, old, @new));
            }
            else if (changed is null && line.Length <= LongestLine && !isHeading && reopened.Count == 0 && _diagnostics.Count < 10 && Named(line).Count > 0)
            {
                _diagnostics.Add(DiagnosticCatalog.PeriodDoubtful.Create(line, _plan.Period ?? ""));
            }
        }
    }

    /// <summary>The stretch of words that differs, with the word before it so that it is found where it is meant.</summary>
    private static (string Old, string New) Difference(string a, string b) => (a, b);

    /// <summary>The line with its period moved on where it names the follow-up, or null.</summary>
    private string? MovedIn(string line) =>
        line.Length <= LongestLine && Array.Exists(FollowUpWords, word => line.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Moved(line) : null;

    private List<Period> Named(string line) =>
        _old is not { Year: > 0 } old ? [] : [.. Period.FindAll(line).Where(period => !period.IsRange && period.Year == old.Year && (period.Order == old.Order || period.Order == 0))];

    private string? Moved(string line)
    {
        if (_new is not { Year: > 0 } @new)
        {
            return null;
        }

        string? moved = null;
        var text = line;
        foreach (var period in Named(line).OrderByDescending(period => period.Start))
        {
            if (IsOfPlan(line, period.Start))
            {
                continue;
            }

            var year = @new.Year.ToString(CultureInfo.InvariantCulture);
            var replacement = period.Order == @new.Order || period.Order == 0
                ? period.Text.Replace(_old!.Year.ToString(CultureInfo.InvariantCulture), year, StringComparison.Ordinal)
                : _period;
            text = string.Concat(text.AsSpan(0, period.Start), replacement, text.AsSpan(period.Start + period.Length));
            moved = text;
        }

        return moved == line ? null : moved;
    }

    /// <summary>'Handlingsplan 2022' is the plan's own year.</summary>
    private static bool IsOfPlan(string line, int start)
    {
        var before = line[..start].TrimEnd(' ', '(', ',', '-', '–');
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return Array.Exists(PlanWords, plan => word.EndsWith(plan, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every text outside the measures, with the label beside it where it stands in a box and names the follow-up.</summary>
    private static IEnumerable<(string Text, string? Label, bool IsHeading)> Texts(SourceDocument document, PlanAnchors anchors)
    {
        foreach (var paragraph in document.Body.OfType<SourceParagraph>().Concat(document.Margins))
        {
            yield return (paragraph.Text.Text, null, false);
        }

        foreach (var grid in document.Body.OfType<SourceGrid>())
        {
            foreach (var row in grid.Rows)
            {
                var kind = anchors.Rows.TryGetValue(new(grid.Index, row.Index), out var anchor) ? anchor.Kind : (RowKindOfPlan?)null;
                if (kind is not null and not RowKindOfPlan.Header && grid.Columns > 2)
                {
                    continue;
                }

                for (var i = 0; i < row.Cells.Count; i++)
                {
                    var cell = row.Cells[i];
                    if (anchors.Cells.ContainsKey(new(grid.Index, cell.Row, cell.Column)))
                    {
                        continue;
                    }

                    var label = i > 0 && Array.Exists(FollowUpWords, word => row.Cells[i - 1].Text.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? row.Cells[i - 1].Text.Text : null;
                    foreach (var paragraph in cell.Text.Paragraphs)
                    {
                        yield return (paragraph.Text, kind is null ? label : null, kind == RowKindOfPlan.Header && anchors.Headings.ContainsKey(new(grid.Index, cell.Row, cell.Column)) && MeansFollowUp(cell.Text.Text));
                    }
                }
            }
        }
    }

    private static bool MeansFollowUp(string heading) => Array.Exists(FollowUpWords, word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));
}
