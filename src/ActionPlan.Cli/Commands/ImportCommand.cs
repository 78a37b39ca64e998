namespace ActionPlan.Cli.Commands;

/// <summary><c>actionplan import</c>: a document becomes data.</summary>
internal sealed class ImportCommand(PlanReader reader, Settings settings, Terminal terminal) : ReadCommand<Plan>(settings, terminal)
{
    protected override ReadResult<Plan> Read(string path, CancellationToken cancellationToken) => reader.Read(path, cancellationToken);

    protected override ReadResult<Plan> Read(Stream content, string name, CancellationToken cancellationToken) =>
        reader.Read(content, name, cancellationToken);

    protected override void Write(Plan value, Stream destination) => PlanWriter.Write(value, destination, Settings.Write);

    protected override void WriteLine(ReadResult<Plan> result, string input, Stream destination) =>
        PlanWriter.WriteLine(result, input, destination);

    protected override void Summarize(ReadResult<Plan> result) => PlanSummary.Write(result.Value!, result.Report, Terminal);
}
