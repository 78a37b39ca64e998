using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Sources.Delimited;
using ActionPlan.Sources.Pdf;
using ActionPlan.Sources.Word;

namespace ActionPlan;

/// <summary>What all readers share: opening within the limits, finding the kind, bounded time, bounded diagnostics.</summary>
internal static class Reading
{
    /// <summary>The stages after the kind of the document is known.</summary>
    public delegate ReadResult<T> Stages<T>(SourceInput input, DocumentKind kind, CancellationToken cancellationToken)
        where T : class;

    public static ReadResult<T> OfFile<T>(string path, ReadOptions options, Stages<T> stages, CancellationToken cancellationToken)
        where T : class
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused<T>(DiagnosticCatalog.FileMissing.Create());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Refused<T>(Directory.Exists(path) ? DiagnosticCatalog.FileIsFolder.Create(Path.Join(path, "*.docx")) : DiagnosticCatalog.FileUnreadable.Create(e.Message));
        }

        using (file)
        {
            return OfStream(file, path, options, stages, cancellationToken);
        }
    }

    public static ReadResult<T> OfStream<T>(Stream content, string name, ReadOptions options, Stages<T> stages, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(options.Limits.Time);
        try
        {
            var (input, refusal) = InputBuffer.Open(content, name, options.Limits, timed.Token);
            if (input is null)
            {
                return Refused<T>(refusal!);
            }

            var (kind, unknown) = InputKind.Detect(input, options.Kind, options.Limits);
            return unknown is null ? stages(input, kind, timed.Token) : Refused<T>(unknown);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refused<T>(DiagnosticCatalog.LimitExceeded.Create("Time", options.Limits.Time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s"));
        }
        catch (IOException e) when (e is not DocumentWriteException)
        {
            // The disk or the network failed under an open file.
            return Refused<T>(DiagnosticCatalog.FileUnreadable.Create(e.Message));
        }
    }

    /// <summary>The source document of a kind that has one.</summary>
    public static SourceResult Source(SourceInput input, DocumentKind kind, ReadOptions options, CancellationToken cancellationToken) => kind switch
    {
        DocumentKind.Word => WordSource.Read(input, options, cancellationToken),
        DocumentKind.Pdf => PdfSource.Read(input, options, cancellationToken),
        DocumentKind.Delimited => DelimitedSource.Read(input, options, cancellationToken),
        _ => DiagnosticCatalog.KindNotReadYet.Create(kind.ToString()),
    };

    public static ReadResult<T> Refused<T>(Diagnostic refusal)
        where T : class =>
        new(ReadOutcome.Refused, null, [refusal], ReadReport.Empty);

    /// <summary>As many diagnostics as are kept, the error always among them, and one that counts the rest.</summary>
    public static ValueList<Diagnostic> Bounded(IReadOnlyList<Diagnostic> diagnostics, ReadLimits limits)
    {
        if (diagnostics.Count <= limits.Diagnostics)
        {
            return diagnostics.ToValueList();
        }

        var kept = diagnostics.Take(limits.Diagnostics).ToList();
        kept.AddRange(diagnostics.Skip(limits.Diagnostics).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var cut = diagnostics.Count - kept.Count;
        if (cut > 0)
        {
            kept.Add(DiagnosticCatalog.DiagnosticsCut.Create(cut.ToString(CultureInfo.InvariantCulture)));
        }

        return kept.ToValueList();
    }
}
