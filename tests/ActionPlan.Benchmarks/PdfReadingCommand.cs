using System.Diagnostics;
using ActionPlan.Pdf;

namespace ActionPlan.Benchmarks;

/// <summary>
/// Times the reading of all pages of PDF files: warm, within this process, against a whole pdftotext process on the same file in
/// turn (where that is installed), and the bytes allocated for a page besides the glyphs returned.
/// </summary>
internal static class PdfReadingCommand
{
    private const int Rounds = 7;

    public static int Run(ReadOnlySpan<string> paths)
    {
        Console.WriteLine($"{"file",-32} {"pages",5} {"ms/page",9} {"parallel",9} {"pdftotext",10} {"KB/page",8} {"glyphs/page",11}");
        foreach (var path in paths)
        {
            Measure(path);
        }

        return 0;
    }

    private static void Measure(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (PdfDocument.Open(bytes).Document is not { } first)
        {
            Console.WriteLine($"{Path.GetFileName(path),-32} refused");
            return;
        }

        var pages = first.PageCount;
        var own = new List<double>();
        var parallel = new List<double>();
        var other = new List<double>();
        long allocated = 0, glyphs = 0;
        for (var round = 0; round < Rounds + 2; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            var document = PdfDocument.Open(bytes).Require();
            glyphs = 0;
            for (var number = 1; number <= pages; number++)
            {
                glyphs += document.ReadPage(number).Glyphs.Length;
            }

            own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before - (glyphs * System.Runtime.CompilerServices.Unsafe.SizeOf<Glyph>());
            started = Stopwatch.GetTimestamp();
            var shared = PdfDocument.Open(bytes).Require();
            Parallel.For(1, pages + 1, number => shared.ReadPage(number));
            parallel.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            other.Add(RunPdfToText(path));
        }

        Console.WriteLine(
            $"{Path.GetFileName(path),-32} {pages,5} {Median(own) / pages,9:0.000} {Median(parallel) / pages,9:0.000} {Median(other) / pages,10:0.000} {allocated / 1024.0 / pages,8:0.0} {glyphs / pages,11}");
    }

    private static double Median(List<double> values) => values.Skip(2).Order().ElementAt(Rounds / 2);

    private static double RunPdfToText(string path)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-q", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return double.NaN;
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
