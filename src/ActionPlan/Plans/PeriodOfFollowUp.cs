using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>
/// The period that the follow-up covers: from the heading of its column, a label, the title or a line that names it, else the year of the
/// follow-up's decision. A range of years is the validity of the plan and no period, but where the heading of the answers names it.
/// </summary>
internal static class PeriodOfFollowUp
{
    private static readonly string[] FollowUpWords =
        ["uppföljning", "lägesrapport", "återrapportering", "redovisning", "avstämning", "tertialrapport", "delårsrapport", "årsrapport", "oppfølging", "opfølgning", "seuranta", "follow-up", "avser", "rapport"];

    public static string? Find(Period? heading, FrontMatter front, IEnumerable<PrintedLine> lines)
    {
        if (heading is { } named)
        {
            return Whole(named, front, lines);
        }

        return Printed(front, lines) ?? (front.Decisions.LastOrDefault(decision => decision.Role == DecisionRole.FollowUp && decision.Date.Year is not null) is { } decision ? OfDecision(decision) : null);
    }

    /// <summary>The period that the document names for its follow-up, its headings apart; a decision that was taken may be of the year after.</summary>
    public static Period? Current(FrontMatter front, IEnumerable<PrintedLine> lines) =>
        (Printed(front, lines) ?? front.Decisions.LastOrDefault(decision => decision.Role == DecisionRole.FollowUp && decision.Date.IsOpen)?.Date.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } named
            ? Period.FindLatest(named) : null;

    private static string? Printed(FrontMatter front, IEnumerable<PrintedLine> lines)
    {
        if (front.Period is { Length: > 0 and <= 40 } labelled)
        {
            return labelled;
        }

        if (Named(front.Title) is { } inTitle)
        {
            return inTitle;
        }

        foreach (var line in lines)
        {
            if (line.Place != LinePlace.Between && line.Text.Length < 100 && Named(line.Text) is { } inLine && DecisionReader.Read(line.Text).Count == 0)
            {
                return inLine;
            }
        }

        return null;
    }

    private static string OfDecision(Decision followUp)
    {
        // 'Uppföljning år 2023 godkänd av KS 2024-02-07': the year before that of the decision is the one followed up.
        var year = followUp.Date.Year!.Value;
        foreach (var period in Period.FindAll(followUp.Text))
        {
            if (!period.IsRange && period.Year > 0 && period.Year < year)
            {
                return period.Text;
            }
        }

        return year.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A part of a year without its year takes the year from the title, a line or the decision.</summary>
    private static string Whole(Period named, FrontMatter front, IEnumerable<PrintedLine> lines)
    {
        if (named.Year > 0)
        {
            return named.Text;
        }

        var year = Period.FindLatest(front.Title) is { Year: > 0, IsRange: false } title
            ? title.Year
            : front.Decisions.LastOrDefault(decision => decision.Role == DecisionRole.FollowUp)?.Date.Year
                ?? lines.Where(line => line.Place != LinePlace.Between && line.Text.Length < 100 && DecisionReader.Read(line.Text).Count == 0)
                    .Select(line => Period.FindLatest(line.Text)).FirstOrDefault(period => period is { Year: > 0, IsRange: false })?.Year;
        return year is > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{named.Text} {year}") : named.Text;
    }

    private static string? Named(string text)
    {
        if (!Array.Exists(FollowUpWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        Period? latest = null;
        foreach (var period in Period.FindAll(text))
        {
            latest = !period.IsRange && (latest is null || period.IsLaterThan(latest)) ? period : latest;
        }

        return latest is { Year: > 0 } found ? found.Text : null;
    }
}
