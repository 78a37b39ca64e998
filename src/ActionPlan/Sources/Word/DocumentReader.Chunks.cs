using ActionPlan.Messages;

namespace ActionPlan.Sources.Word;

/// <summary>Embedded documents of other formats (ECMA-376-1 clause 17.17.2).</summary>
internal sealed partial class DocumentReader
{
    private void ReadChunk()
    {
        var name = Relationship("id")?.Target ?? "";
        _context.Findings.Add(DiagnosticCatalog.EmbeddedDocumentLeftOut.At(_place, name));
        _xml.Skip();
    }
}
