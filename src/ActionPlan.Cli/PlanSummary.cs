namespace ActionPlan.Cli;

internal static class PlanSummary
{
    public static void Write(Plan plan, ReadReport report, Terminal terminal) => terminal.Error.WriteLine(plan.Title);
}
