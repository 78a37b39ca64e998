using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary><c>actionplan merge</c>: the base and its filled-in copies become one plan, and what the coordinator has to decide is said.</summary>
internal sealed class MergeCommand(Settings settings, string? findingsPath, MergeOptions options, Terminal terminal)
{
    // Of a copy the merge itself says these, in words about the row: an id twice; text without a place; hidden text, comments, notes, pictures.
    private static readonly string[] ToldByMerge = ["AP2003", "AP1101", "AP1102", "AP1103", "AP1105"];

    private const string IdTwice = "AP2013";

    private readonly DiagnosticLines _lines = new(terminal, settings);

    public int Run(CancellationToken cancellationToken)
    {
        foreach (var path in (ReadOnlySpan<string?>)[settings.Output, findingsPath])
        {
            if (path is not null && WholeFile.Check(path, settings.Write) is { } refusal)
            {
                _lines.Write(path, [refusal]);
                return ExitCode.OutputUnwritable;
            }
        }

        var (basis, code) = Read(new(settings.Read), settings.Inputs[0], cancellationToken);
        if (basis is null)
        {
            return code;
        }

        var copies = new List<FilledCopy>();

        // The copies were made of the base: what waits for an answer there is no answer in them, and anything else is one.
        var reader = new PlanReader(settings.Read with { Prompts = basis.Report.Prompts, Basis = basis.Value });
        foreach (var input in settings.Inputs.Skip(1))
        {
            var (copy, failure) = Read(reader, input, cancellationToken);
            code = code == ExitCode.Done ? failure : code;
            if (copy is not null)
            {
                copies.Add(FilledCopy.Of(input, copy, basis));
            }
        }

        if (copies.Count == 0)
        {
            return code;
        }

        var result = PlanMerge.Merge(basis.Value!, copies, options, cancellationToken);
        foreach (var finding in result.Findings)
        {
            _lines.Write(finding.Copy.Length > 0 ? finding.Copy : settings.Inputs[0], [finding.Diagnostic]);
        }

        if (result.Copies.Any(copy => copy.Outcome == CopyOutcome.OtherPlan) && code == ExitCode.Done)
        {
            code = ExitCode.NoTable;
        }

        var unwritten = Save(result, cancellationToken);
        Summarize(result);
        return unwritten != ExitCode.Done ? unwritten
            : code != ExitCode.Done ? code
            : result.IsOpen || (settings.Strict && result.Findings.Any(finding => finding.Diagnostic.Severity == DiagnosticSeverity.Warning)) ? ExitCode.Findings
            : ExitCode.Done;
    }

    private (ReadResult<Plan>? Result, int Code) Read(PlanReader reader, string input, CancellationToken cancellationToken)
    {
        var result = input == InputList.StandardInput ? reader.Read(terminal.Input, input, cancellationToken) : reader.Read(input, cancellationToken);

        // What the base has no place for is said once, with the base; of a copy the merge says what is its own.
        _lines.Write(input, result.Diagnostics.Where(diagnostic => diagnostic.Code != IdTwice && (input == settings.Inputs[0] || !ToldByMerge.Contains(diagnostic.Code))));
        return result.Outcome switch
        {
            ReadOutcome.Read => (result, ExitCode.Done),
            ReadOutcome.NoTable => (null, ExitCode.NoTable),
            _ => (null, ExitCode.InputUnreadable),
        };
    }

    private int Save(MergeResult result, CancellationToken cancellationToken)
    {
        using var document = new MemoryStream();
        if (MergeArguments.IsWord(settings.Output))
        {
            WriteWord(result.Plan, document, cancellationToken);
        }
        else
        {
            PlanWriter.Write(result.Plan, document, settings.Write);
        }

        try
        {
            if (findingsPath is not null)
            {
                WholeFile.Write(findingsPath, settings.Write, destination => MergeFindingsWriter.Write(result, settings.Inputs[0], destination));
            }

            if (settings.Output is { } output)
            {
                WholeFile.Write(output, settings.Write, document.WriteTo);
            }
            else
            {
                document.WriteTo(terminal.Output);
                terminal.Output.Flush();
            }

            return ExitCode.Done;
        }
        catch (DocumentWriteException e)
        {
            _lines.Write(settings.Output ?? findingsPath!, [e.Diagnostic]);
        }
        catch (IOException e)
        {
            terminal.Error.WriteLine(DiagnosticLines.OneLine(Text.Get("OutputWrong", e.Message)));
        }

        return ExitCode.OutputUnwritable;
    }

    /// <summary>In the look of the base where that is a Word document, else in ActionPlan's own.</summary>
    private void WriteWord(Plan plan, MemoryStream document, CancellationToken cancellationToken)
    {
        var basis = settings.Inputs[0];
        if (basis != InputList.StandardInput)
        {
            using var file = new FileStream(basis, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var filled = new WordTemplate(settings.Read).Fill(file, basis, plan, document, cancellationToken);
            if (filled.Value is not null)
            {
                _lines.Write(settings.Output!, filled.Diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("AP3", StringComparison.Ordinal)));
                return;
            }

            document.SetLength(0);
        }

        _lines.Write(settings.Output!, PlanDocument.Write(plan, document, cancellationToken));
    }

    private void Summarize(MergeResult result)
    {
        if (settings.Quiet)
        {
            return;
        }

        var measures = result.Plan.Measures.Count();
        var answered = result.Plan.Measures.Count(measure => !measure.FollowUp.IsEmpty);
        terminal.Error.WriteLine(Text.Get("MergeSummary", result.Copies.Count(copy => copy.Outcome == CopyOutcome.Merged), measures, answered, result.Findings.Count(finding => finding.IsOpen), settings.Inputs.Count - 1));
        if (terminal.IsInteractive && result.IsOpen)
        {
            terminal.Error.WriteLine(Text.Get(result.Findings.Any(finding => finding.IsOpen && finding.Kind == MergeFindingKind.Conflict) ? "MergeNext" : "MergeNextPeriod"));
        }
    }
}
