using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Title, period, registration number and decisions by their tags.</summary>
internal sealed record TaggedFront
{
    public string? Title { get; private init; }

    public string? Period { get; private init; }

    public string? Reference { get; private init; }

    public ValueList<Decision> Decisions { get; private init; } = [];

    /// <summary>Whether the document is of the built-in look, which tags all of its front.</summary>
    public bool IsWhole => Title is not null;

    public static TaggedFront Read(SourceDocument document)
    {
        string? title = null, period = null, reference = null;
        var decisions = new List<Decision>();
        foreach (var paragraph in document.Body.OfType<SourceParagraph>())
        {
            if (paragraph.Tag == PlanTags.Title)
            {
                title = title is null ? paragraph.Text.Text : $"{title}\n{paragraph.Text.Text}";
            }
            else if (PlanTags.TryDecision(paragraph.Tag, out var role, out _))
            {
                decisions.Add(Decision(paragraph, role));
            }

            period ??= paragraph.Control(PlanTags.Period);
            reference ??= paragraph.Control(PlanTags.Reference);
        }

        return new() { Title = title, Period = period, Reference = reference, Decisions = decisions.ToValueList() };
    }

    private static Decision Decision(SourceParagraph paragraph, DecisionRole role)
    {
        var text = paragraph.Text.Text;
        var read = DecisionReader.Read(text, role).FirstOrDefault();
        var date = paragraph.Control(PlanTags.Decision(role, "date"));
        return new(
            role,
            paragraph.Control(PlanTags.Decision(role, "body")) ?? (paragraph.Controls.Count > 0 ? string.Empty : read?.Body ?? string.Empty),
            date is null ? (paragraph.Controls.Count > 0 ? default : read?.Date ?? default)
                : PartialDate.TryParse(date, null, out var parsed) ? parsed
                : PrintedDate.TryRead(date, Tokens.Of(date), 0, out var printed, out _) ? printed : default,
            paragraph.Control(PlanTags.Decision(role, "section")) ?? (paragraph.Controls.Count > 0 ? string.Empty : read?.Section ?? string.Empty),
            text);
    }
}
