using ActionPlan.Messages;

namespace ActionPlan;

/// <summary>
/// A file that is begun at the first byte. That it cannot be written is told as such: whoever reads one file and writes another would else take a full
/// disk for an input that cannot be read.
/// </summary>
internal sealed class OutputFile(string path) : Stream
{
    private FileStream? _file;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _file?.Length ?? 0;

    public override long Position
    {
        get => _file?.Position ?? 0;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Makes the file, also where nothing was written.</summary>
    public void Begin() => Do(static _ => { });

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            File.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DocumentWriteException(DiagnosticCatalog.OutputUnwritable.Create(e.Message), e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        // What waits in the buffer is written before the place changes.
        Do(file => file.Seek(offset, origin));
        return File.Position;
    }

    public override void Flush() => Do(static file => file.Flush());

    public override void SetLength(long value) => Do(file => file.SetLength(value));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _file is { } file)
        {
            _file = null;
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private FileStream File => _file ??= new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    private void Do(Action<FileStream> act)
    {
        try
        {
            act(File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DocumentWriteException(DiagnosticCatalog.OutputUnwritable.Create(e.Message), e);
        }
    }
}
