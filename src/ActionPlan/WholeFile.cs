using ActionPlan.Messages;

namespace ActionPlan;

/// <summary>
/// Writes a file whole or not at all: under a temporary name in the same folder, then renamed. A file that exists stays as it is until
/// that moment, and for good where writing fails.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="options">Whether a file may be replaced, and which never.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="DocumentWriteException">The file exists and may not be replaced, is an input, or cannot be written.</exception>
    public static void Write(string path, WriteOptions options, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        TryWrite(path, options, content =>
        {
            write(content);
            return true;
        });
    }

    /// <summary>Writes a file, or leaves all as it was: whether there is something to write may turn out only while it is written.</summary>
    /// <param name="path">The path.</param>
    /// <param name="options">Whether a file may be replaced, and which never.</param>
    /// <param name="write">Writes the content and says whether it is to be kept.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="DocumentWriteException">The file exists and may not be replaced, is an input, or cannot be written.</exception>
    public static bool TryWrite(string path, WriteOptions options, Func<Stream, bool> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(write);
        if (Check(path, options) is { } refusal)
        {
            throw new DocumentWriteException(refusal);
        }

        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var file = new OutputFile(temporary))
            {
                if (!write(file))
                {
                    return false;
                }

                file.Begin();
            }

            // A link stays a link: what it points to is replaced.
            File.Move(temporary, Target(full), options.Overwrite);
            return true;
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException or NotSupportedException) and not DocumentWriteException)
        {
            throw new DocumentWriteException(DiagnosticCatalog.OutputUnwritable.Create(e.Message), e);
        }
        finally
        {
            // Gone already where it was renamed; what another failure left must not stay.
            TryDelete(temporary);
        }
    }

    /// <summary>Why a path may not be written, before the work is done; null where it may.</summary>
    public static Diagnostic? Check(string path, WriteOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        var target = Target(path);
        return options.Inputs.Any(input => string.Equals(Target(input), target, StringComparison.Ordinal)) ? DiagnosticCatalog.OutputIsInput.Create()
            : Directory.Exists(path) ? DiagnosticCatalog.OutputUnwritable.Create(path)
            : File.Exists(path) && !options.Overwrite ? DiagnosticCatalog.OutputExists.Create()
            : null;
    }

    private static string Target(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException)
        {
            // Nothing there yet, or a circle of links: it is itself.
            return Path.GetFullPath(path);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to tell.
        }
    }
}

/// <summary>A file was not written.</summary>
public sealed class DocumentWriteException : IOException
{
    internal DocumentWriteException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic.Message, innerException) =>
        Diagnostic = diagnostic;

    /// <summary>The error.</summary>
    public Diagnostic Diagnostic { get; }
}
