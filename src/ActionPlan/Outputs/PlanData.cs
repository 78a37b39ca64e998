namespace ActionPlan.Outputs;

/// <summary>A plan read back from data, or none and the error among the diagnostics. Missing ids are empty.</summary>
internal sealed record PlanData(Plan? Plan, IReadOnlyList<Diagnostic> Diagnostics, ReadReport Report)
{
    public static PlanData Refused(Diagnostic refusal) => new(null, [refusal], ReadReport.Empty);
}
