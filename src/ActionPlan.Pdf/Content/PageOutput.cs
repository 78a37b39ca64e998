using System.Diagnostics;

namespace ActionPlan.Pdf.Content;

/// <summary>What the interpreter finds on a page, within the limits of a page.</summary>
internal sealed class PageOutput(int page, PdfReadLimits limits, CancellationToken cancellation) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _operators;
    private bool _rulingsCut;
    private bool _fillsCut;
    private bool _imagesCut;

    public PooledList<Glyph> Glyphs { get; } = new(1024);

    public PooledList<Ruling> Rulings { get; } = new(128);

    public PooledList<FilledArea> Fills { get; } = new(64);

    public PooledList<ImageBox> Images { get; } = new(16);

    public DiagnosticLog Log { get; } = new(limits.MaxDiagnostics);

    public bool Stopped { get; private set; }

    public PdfReadLimits Limits => limits;

    /// <summary>Counts work; false once a limit of the page is reached.</summary>
    public bool Spend(int operators = 1)
    {
        _operators += operators;
        if (Stopped)
        {
            return false;
        }

        if (_operators > limits.MaxOperatorsPerPage || _operators < 0)
        {
            Stop($"The page has more than {limits.MaxOperatorsPerPage} operators.");
        }
        else if ((_operators & 0x3FF) == 0 || operators > 1)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(_started) > limits.MaxTimePerPage)
            {
                Stop($"The page took longer than {limits.MaxTimePerPage.TotalSeconds} s.");
            }
        }

        return !Stopped;
    }

    /// <summary>Whether one more glyph may be added; stops the page where not.</summary>
    public bool HasRoomForGlyph()
    {
        if (Glyphs.Count < limits.MaxGlyphsPerPage)
        {
            return true;
        }

        Stop($"The page has more than {limits.MaxGlyphsPerPage} glyphs.");
        return false;
    }

    public void AddRuling(in Ruling ruling)
    {
        if (Rulings.Count < limits.MaxPathsPerPage)
        {
            Rulings.Add(ruling);
        }
        else
        {
            TellLimit(ref _rulingsCut, "The page has more lines than the limits allow; the others were left out.");
        }
    }

    public void AddFill(in FilledArea fill)
    {
        if (Fills.Count < limits.MaxPathsPerPage)
        {
            Fills.Add(fill);
        }
        else
        {
            TellLimit(ref _fillsCut, "The page has more filled areas than the limits allow; the others were left out.");
        }
    }

    public void AddImage(in ImageBox image)
    {
        if (Images.Count < limits.MaxPathsPerPage)
        {
            Images.Add(image);
        }
        else
        {
            TellLimit(ref _imagesCut, "The page has more images than the limits allow; the others were left out.");
        }
    }

    public void Tell(PdfDiagnosticCode code, string message) => Log.Add(code, message, page);

    /// <summary>Tells once that a limit was reached: what goes beyond may come a million times.</summary>
    public void TellLimit(ref bool told, string message)
    {
        if (!told)
        {
            told = true;
            Tell(PdfDiagnosticCode.LimitReached, message);
        }
    }

    public void Dispose()
    {
        Glyphs.Dispose();
        Rulings.Dispose();
        Fills.Dispose();
        Images.Dispose();
    }

    private void Stop(string message)
    {
        Stopped = true;
        Tell(PdfDiagnosticCode.LimitReached, message + " The rest was left out.");
    }
}
