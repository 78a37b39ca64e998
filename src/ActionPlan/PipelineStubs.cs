// Stand-ins until Sources/InputKind.cs and Sources/Word arrive: deleted by the commit that brings them.
#pragma warning disable
using ActionPlan.Sources;

namespace ActionPlan.Sources
{
    internal static class InputKind
    {
        public static (DocumentKind Kind, Diagnostic? Refusal) Detect(SourceInput input, DocumentKind asked, ReadLimits limits) =>
            (asked != DocumentKind.Detect ? asked : Path.GetExtension(input.Name).ToLowerInvariant() switch
            {
                ".json" => DocumentKind.Json,
                ".docx" => DocumentKind.Word,
                ".pdf" => DocumentKind.Pdf,
                _ => DocumentKind.Delimited,
            }, null);
    }
}

namespace ActionPlan.Sources.Word
{
    internal static class WordSource
    {
        public static SourceResult Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken) =>
            Messages.DiagnosticCatalog.KindNotReadYet.Create("Word");
    }
}
