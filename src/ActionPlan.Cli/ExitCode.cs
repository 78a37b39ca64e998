namespace ActionPlan.Cli;

/// <summary>What the command tells its caller; see docs/commands.md.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int Usage = 2;
    public const int InputUnreadable = 3;
    public const int NoTable = 4;
    public const int Findings = 5;
    public const int OutputUnwritable = 6;
    public const int Interrupted = 130;
}
