using System.Runtime.InteropServices;
using ActionPlan.Cli;

using var interrupted = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var terminal = Terminal.OfProcess();
try
{
    return CommandLine.Run(args, terminal, interrupted.Token);
}
catch (Exception e)
{
    terminal.Error.WriteLine(DiagnosticLines.OneLine(ActionPlan.Cli.Texts.Text.Get("Fault", e.GetType().Name, e.Message)));
    if (args.Contains("-v") || args.Contains("--verbose"))
    {
        terminal.Error.WriteLine(e.ToString());
    }

    return ExitCode.Fault;
}

void Interrupt(PosixSignalContext context)
{
    // The first one lets the work end in order; a second one ends the process as it is.
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
