namespace ActionPlan.Sources;

/// <summary>A document, or the diagnostic that says why there is none.</summary>
internal readonly record struct SourceResult(SourceDocument? Document, Diagnostic? Refusal)
{
    public static implicit operator SourceResult(SourceDocument document) => new(document, null);

    public static implicit operator SourceResult(Diagnostic refusal) => new(null, refusal);
}

/// <summary>A document to read: a stream that can seek, and the name that the user knows it by.</summary>
internal sealed record SourceInput(Stream Content, string Name);

/// <summary>
/// Leaves the depth of a parser on a refusal. Thrown and caught within Sources and Word only: beyond them a refusal is a value.
/// </summary>
internal sealed class DocumentRefusedException(Diagnostic diagnostic) : Exception(diagnostic.Code)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
