using ActionPlan.Messages;
using ActionPlan.Word.Checks;

namespace ActionPlan;

/// <summary>Looks through a Word file: is it sound, so that Word opens it without repair, and is it accessible.</summary>
public static class WordFileCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What was found, each with what to do about it; an error alone where the file cannot be read.</returns>
    public static ValueList<Diagnostic> Check(string path, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= ReadOptions.Default;
        return Reading.OfFile<Plan>(path, options, (input, kind, token) => Found(input.Content, kind, options.Limits, token), cancellationToken).Diagnostics;
    }

    /// <summary>Checks a file.</summary>
    /// <param name="content">The file, from where the stream stands.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="options">How to read; <see cref="ReadOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What was found, each with what to do about it; an error alone where the file cannot be read.</returns>
    public static ValueList<Diagnostic> Check(Stream content, string name, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        options ??= ReadOptions.Default;
        return Reading.OfStream<Plan>(content, name, options, (input, kind, token) => Found(input.Content, kind, options.Limits, token), cancellationToken).Diagnostics;
    }

    private static ReadResult<Plan> Found(Stream content, DocumentKind kind, ReadLimits limits, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.KindNotChecked.Create(kind.ToString()));
        }

        content.Position = 0;
        var sound = FileCheck.Of(content, limits, cancellationToken);
        if (sound.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return new(ReadOutcome.Refused, null, sound, ReadReport.Empty);
        }

        content.Position = 0;
        var standard = StandardCheck.Of(content, limits, cancellationToken);
        content.Position = 0;
        return new(ReadOutcome.Refused, null, Reading.Bounded([.. sound, .. standard is null ? [] : (ReadOnlySpan<Diagnostic>)[standard], .. FileCheck.Accessibility(content, limits, cancellationToken)], limits), ReadReport.Empty);
    }
}
