// Stand-ins until the stages arrive: each is deleted by the commit that brings the real one.
#pragma warning disable
using ActionPlan.Sources;

namespace ActionPlan.Sources
{
    internal readonly record struct DetectedKind(DocumentKind Kind, Diagnostic? Refusal);

    internal static class InputKind
    {
        public static DetectedKind Detect(SourceInput input, ReadOptions options)
        {
            var kind = options.Kind;
            if (kind == DocumentKind.Detect)
            {
                kind = Path.GetExtension(input.Name).ToLowerInvariant() switch { ".json" => DocumentKind.Json, ".docx" => DocumentKind.Word, ".pdf" => DocumentKind.Pdf, _ => DocumentKind.Delimited };
            }

            return new(kind, null);
        }
    }
}

namespace ActionPlan.Sources.Word
{
    internal static class WordSource
    {
        public static SourceResult Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken) => Messages.DiagnosticCatalog.KindNotReadYet.Create("Word");
    }
}

namespace ActionPlan.Tables
{
    internal static class TableExtraction
    {
        public static IReadOnlyList<Table> Extract(SourceDocument document, ReadOptions options) =>
            [.. document.Body.OfType<SourceGrid>().Select(grid => new Table { Index = grid.Index, Method = grid.Method, Columns = grid.Columns, Rows = [.. grid.Rows.Select(row => new TableRow(row.Index, [.. row.Cells.Select(cell => new TableCell { Row = cell.Row, Column = cell.Column, Text = cell.Text })]))] })];
    }
}

namespace ActionPlan.Plans
{
    internal sealed record PlanBuildResult(Plan? Plan, IReadOnlyList<Diagnostic> Diagnostics, ReadReport Report);

    internal static class PlanBuilder
    {
        public static PlanBuildResult Build(SourceDocument document, ReadOptions options, CancellationToken ct) =>
            new(null, [Messages.DiagnosticCatalog.NoPlanTable.Create("")], ReadReport.Empty);
    }
}

namespace ActionPlan.Plans
{
    internal static class ColumnMap
    {
        public static Outputs.PlanCsv.ColumnsOfHeadings FromHeadings(ReadOptions options) =>
            headings => [.. headings.Select(heading => new PlanColumn(ColumnKey.Other, heading))];
    }
}
