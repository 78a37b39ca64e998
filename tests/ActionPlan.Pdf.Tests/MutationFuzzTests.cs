using System.Diagnostics;
using System.Globalization;

namespace ActionPlan.Pdf.Tests;

/// <summary>
/// Changes good files at random places, by a seed, and reads what comes out in full: it may be refused, but nothing may be thrown.
/// ACTIONPLAN_FUZZ_COUNT makes long runs, ACTIONPLAN_FUZZ_SEED others, ACTIONPLAN_FUZZ_FOLDER names further good files.
/// </summary>
public sealed class MutationFuzzTests
{
    private static readonly PdfReadLimits Limits = new() { MaxDecodedStreamBytes = 8 * 1024 * 1024, MaxOperatorsPerPage = 300_000, MaxTimePerPage = TimeSpan.FromSeconds(2) };
    private static readonly string[] Words = ["/Length", "/Kids", "/Prev", "obj", "endobj", "stream", "endstream", "<<", ">>", "[", "]", "(", ")", " R", "/Filter", "/W", "/Index", "/Type", "999999999", "-1", "0", "null", "/Parent", "q", "Q", "Do", "Tf"];

    [Fact]
    public void NoChangeMakesTheReaderThrow()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("ACTIONPLAN_FUZZ_COUNT") ?? "400", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("ACTIONPLAN_FUZZ_SEED") ?? "1", CultureInfo.InvariantCulture);
        var sources = Sources();
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            var file = Mutate(sources[random.Next(sources.Length)], random);
            // Processor time, since a long run shares its machine with others.
            var started = Environment.CpuUsage.TotalTime;
            try
            {
                ReadAll(file);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}, input {i}: {e.GetType().Name}: {e.Message}", e);
            }

            var took = Environment.CpuUsage.TotalTime - started;
            slowest = took > slowest ? took : slowest;
            if (took > TimeSpan.FromSeconds(2) && Environment.GetEnvironmentVariable("ACTIONPLAN_FUZZ_LOG") is { } slowLog)
            {
                File.AppendAllText(slowLog, $"seed {seed}, input {i}: {took.TotalSeconds:0.00} s\n");
                File.WriteAllBytes($"{slowLog}.{seed}-{i}.pdf", file);
            }

            Assert.True(took < TimeSpan.FromSeconds(30), $"Seed {seed}, input {i} took {took}.");
            if ((i + 1 == count || (i + 1) % 10_000 == 0) && Environment.GetEnvironmentVariable("ACTIONPLAN_FUZZ_LOG") is { } log)
            {
                File.AppendAllText(log, $"{i + 1} inputs of seed {seed}: slowest {slowest.TotalSeconds:0.00} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB\n");
            }
        }
    }

    private static byte[][] Sources() =>
    [
        .. Directory.EnumerateFiles(TestData.Path(""), "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        PdfFileBuilder.ThreePages().Build(),
        PdfFileBuilder.OnePage("q 1 0 0 1 0 0 cm /P <</MCID 0>> BDC BT /F1 12 Tf 10 10 Td [(a) -20 (b)] TJ ET EMC Q 0 0 m 100 0 l S 10 10 50 1 re f BI /W 1 /H 1 ID x EI").Build(),
        FontTests.WithFonts(),
        FieldTests.WithFields(),
        .. Environment.GetEnvironmentVariable("ACTIONPLAN_FUZZ_FOLDER") is { } folder ? Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes) : [],
    ];

    private static void ReadAll(byte[] file)
    {
        var result = PdfDocument.Open(file, limits: Limits);
        if (result.Document is not { } document)
        {
            Assert.NotNull(result.Refusal);
            return;
        }

        for (var number = 1; number <= Math.Min(4, document.PageCount); number++)
        {
            _ = document.ReadPage(number);
        }

        _ = document.Structure;
        _ = document.Diagnostics;
    }

    private static byte[] Mutate(byte[] source, Random random)
    {
        var file = new List<byte>(source);
        for (var n = 1 + random.Next(8); n > 0 && file.Count > 10; n--)
        {
            var at = random.Next(file.Count);
            switch (random.Next(7))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file.RemoveRange(at, Math.Min(random.Next(1, 200), file.Count - at));
                    break;
                case 2:
                    file.InsertRange(at, PdfFileBuilder.Latin(Words[random.Next(Words.Length)]));
                    break;
                case 3:
                    var from = random.Next(file.Count);
                    file.InsertRange(at, file.GetRange(from, Math.Min(random.Next(1, 500), file.Count - from)));
                    break;
                case 4:
                    file.RemoveRange(at, file.Count - at);
                    break;
                case 5:
                    ChangeNumber(file, at, random);
                    break;
                default:
                    for (var i = at; i < Math.Min(file.Count, at + 16); i++)
                    {
                        file[i] ^= (byte)(1 << random.Next(8));
                    }

                    break;
            }
        }

        return [.. file];
    }

    private static void ChangeNumber(List<byte> file, int at, Random random)
    {
        for (var i = at; i < Math.Min(file.Count, at + 200); i++)
        {
            if (file[i] is >= (byte)'0' and <= (byte)'9')
            {
                file[i] = (byte)('0' + random.Next(10));
                if (random.Next(3) == 0)
                {
                    return;
                }
            }
        }
    }
}
