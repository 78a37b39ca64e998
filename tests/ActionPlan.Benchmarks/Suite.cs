using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace ActionPlan.Benchmarks;

/// <summary>The benchmarks that run within one process, by BenchmarkDotNet.</summary>
internal static class Suite
{
    public static int Run(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Suite).Assembly).Run(args);
        return 0;
    }
}

/// <summary>Reading a Word document into a plan, beside unzipping it and walking its XML.</summary>
[MemoryDiagnoser]
public class ReadWord
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"actionplan-{Environment.ProcessId}.docx");

    /// <summary>Rows of the table.</summary>
    [Params(1_000, 5_000, 20_000)]
    public int Rows { get; set; }

    /// <summary>Makes the document.</summary>
    [GlobalSetup]
    public void Make() => LargeDocument.Make(Rows, _path);

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Remove() => File.Delete(_path);

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true)]
    public long Floor() => ReadingFloor.Nodes(_path);

    /// <summary>The read.</summary>
    [Benchmark]
    public int Plan() => new PlanReader().Read(_path).GetValueOrThrow().Measures.Count();
}
