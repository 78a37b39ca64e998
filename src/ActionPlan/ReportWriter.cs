using ActionPlan.Outputs;

namespace ActionPlan;

/// <summary>Writes what was understood of a document as JSON.</summary>
public static class ReportWriter
{
    /// <summary>Writes the report of a read to a stream, which is left open.</summary>
    public static void Write<T>(ReadResult<T> result, string input, Stream destination)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(destination);
        ReportOutput.Write(destination, input, result.Report, result.Diagnostics);
    }

    /// <summary>Writes the report of a read to a file, which appears whole or not at all.</summary>
    /// <exception cref="DocumentWriteException">The file exists and may not be replaced, is an input, or cannot be written.</exception>
    public static void Write<T>(ReadResult<T> result, string input, string path, WriteOptions? options = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(result);
        WholeFile.Write(path, options ?? WriteOptions.Default, destination => Write(result, input, destination));
    }
}
