using ActionPlan.Plans;

namespace ActionPlan.Tests.Review.Merge;

/// <summary>Plans of a few rows, and what people do to their copies.</summary>
internal static class SmallPlan
{
    public static Plan Of(params (string Heading, (string Activity, string FollowUp)[] Rows)[] sections) => MeasureIds.Complete(
        new Plan
        {
            Title = "Uppföljning av handlingsplan",
            Period = "2023",
            Columns = [new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.FollowUp, "Uppföljning")],
            Sections = [.. sections.Select(section => new PlanSection { Heading = section.Heading, Measures = [.. section.Rows.Select(row => new Measure { Activity = RichText.FromText(row.Activity), FollowUp = RichText.FromText(row.FollowUp) })] })],
        },
        []);

    public static Plan Answer(this Plan plan, string activity, string text) => plan.Change(activity, measure => measure with { FollowUp = RichText.FromText(text) });

    public static Plan Change(this Plan plan, string activity, Func<Measure, Measure> change) =>
        plan.Rows(measure => [measure.Activity.Text == activity ? change(measure) : measure]);

    public static Plan ChangeAt(this Plan plan, int index, Func<Measure, Measure> change)
    {
        var i = 0;
        return plan.Rows(measure => [i++ == index ? change(measure) : measure]);
    }

    public static Plan Without(this Plan plan, string activity) => plan.Rows(measure => measure.Activity.Text == activity ? [] : [measure]);

    /// <summary>The row a second time, as it reads back: the same id with a number.</summary>
    public static Plan Twice(this Plan plan, string activity, string text, string? retyped = null) =>
        plan.Rows(measure => measure.Activity.Text == activity ? [measure, measure with { Id = measure.Id + "-2", Activity = new(retyped ?? activity), FollowUp = new(text) }] : [measure]);

    public static Plan Add(this Plan plan, string heading, string activity, string followUp) => plan with
    {
        Sections = [.. plan.Sections.Select(section => section.Heading != heading ? section : section with
        {
            Measures = [.. section.Measures, new Measure { Id = MeasureIds.Compute("", activity), Activity = new(activity), FollowUp = new(followUp) }],
        })],
    };

    public static Plan Rename(this Plan plan, string heading, string renamed) => plan with
    {
        Sections = [.. plan.Sections.Select(section => section.Heading == heading ? section with { Heading = renamed } : section)],
    };

    public static Plan Reversed(this Plan plan) => plan with
    {
        Sections = [.. plan.Sections.Select(section => section with { Measures = [.. section.Measures.Reverse()] })],
    };

    /// <summary>As a reader gives it that found no ids.</summary>
    public static Plan WithComputedIds(this Plan plan) => MeasureIds.Complete(plan.Rows(measure => [measure with { Id = "" }]), []);

    public static Plan Rows(this Plan plan, Func<Measure, IEnumerable<Measure>> change) => plan with
    {
        Sections = [.. plan.Sections.Select(section => section with { Measures = [.. section.Measures.SelectMany(change)] })],
    };
}
