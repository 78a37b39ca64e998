using System.Globalization;
using ActionPlan.Messages;

namespace ActionPlan.Sources;

/// <summary>Makes an input that can seek, no larger than the limit, out of any stream.</summary>
internal static class InputBuffer
{
    public static (SourceInput? Input, Diagnostic? Refusal) Open(Stream content, string name, ReadLimits limits, CancellationToken cancellationToken)
    {
        // Readers address their input from 0: a stream that stands elsewhere is copied from there on.
        var seekable = content.CanSeek && content.Position == 0 ? content : Copy(content, limits.FileSize, cancellationToken);
        if (seekable is null || seekable.Length > limits.FileSize)
        {
            return (null, DiagnosticCatalog.LimitExceeded.Create(
                nameof(ReadLimits.FileSize), limits.FileSize.ToString(CultureInfo.InvariantCulture)));
        }

        return seekable.Length == 0 ? (null, DiagnosticCatalog.FileEmpty.Create()) : (new SourceInput(seekable, name), null);
    }

    private static MemoryStream? Copy(Stream content, long limit, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (copy.Length + read > limit)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return copy;
    }
}
