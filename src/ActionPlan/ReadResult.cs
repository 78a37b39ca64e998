namespace ActionPlan;

/// <summary>How a read ended.</summary>
public enum ReadOutcome
{
    /// <summary>There is a result.</summary>
    Read,

    /// <summary>The document could not be read; the error says why and what to do.</summary>
    Refused,

    /// <summary>The document was read and holds no table of the kind sought.</summary>
    NoTable,
}

/// <summary>A value read from a document, or the reason why there is none, with all that the user should know.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record ReadResult<T>
    where T : class
{
    internal ReadResult(ReadOutcome outcome, T? value, ValueList<Diagnostic> diagnostics, ReadReport report)
    {
        Outcome = outcome;
        Value = value;
        Diagnostics = diagnostics;
        Report = report;
    }

    /// <summary>How the read ended.</summary>
    public ReadOutcome Outcome { get; }

    /// <summary>What was read; null unless <see cref="Outcome"/> is <see cref="ReadOutcome.Read"/>.</summary>
    public T? Value { get; }

    /// <summary>What the user should know, in document order.</summary>
    public ValueList<Diagnostic> Diagnostics { get; }

    /// <summary>What was understood.</summary>
    public ReadReport Report { get; }

    /// <summary>The error that ended the read, or null.</summary>
    public Diagnostic? Error => Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>What was read.</summary>
    /// <exception cref="DocumentReadException">There is no result.</exception>
    public T GetValueOrThrow() => Value ?? throw new DocumentReadException(Error!);
}

/// <summary>Thrown only where a caller asked for a value instead of a result.</summary>
/// <param name="diagnostic">The error.</param>
public sealed class DocumentReadException(Diagnostic diagnostic) : Exception(diagnostic?.Message)
{
    /// <summary>The error that ended the read.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));
}
