using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary><c>actionplan tables</c>: every table of a document, as found.</summary>
internal sealed class TablesCommand(TableReader reader, PageRange? pages, Settings settings, Terminal terminal)
    : ReadCommand<ValueList<Table>>(settings, terminal)
{
    protected override ReadResult<ValueList<Table>> Read(string path, CancellationToken cancellationToken) => reader.Read(path, cancellationToken);

    protected override ReadResult<ValueList<Table>> Read(Stream content, string name, CancellationToken cancellationToken) =>
        reader.Read(content, name, cancellationToken);

    protected override void Write(ValueList<Table> value, Stream destination) => TableWriter.Write(OnPages(value), destination, Settings.Write);

    protected override void WriteLine(ReadResult<ValueList<Table>> result, string input, Stream destination) =>
        TableWriter.WriteLine(result, input, destination);

    protected override void Summarize(ReadResult<ValueList<Table>> result)
    {
        foreach (var table in result.Value!)
        {
            Terminal.Error.WriteLine(Text.Get("TableSummary", table.Index, table.Rows.Count, table.Columns));
        }
    }

    /// <summary>The tables that stand on the pages asked for. A format without pages gives all of them.</summary>
    private ValueList<Table> OnPages(ValueList<Table> tables) =>
        pages is null ? tables : tables.Where(table => table.Pages.Count == 0 || table.Pages.Any(pages.Contains)).ToValueList();
}
