using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Sources.Word;
using ActionPlan.Tables;

namespace ActionPlan.Benchmarks;

/// <summary>Where the time and the allocations of a read go, stage by stage, within one process.</summary>
internal static class Stages
{
    public static int Run(string path, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var clock = Environment.CpuUsage.TotalTime;
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            void Report(string stage)
            {
                var now = GC.GetTotalAllocatedBytes(precise: true);
                Console.WriteLine($"{stage,-12} {(Environment.CpuUsage.TotalTime - clock).TotalMilliseconds,6:F0} ms CPU {(now - bytes) / 1024,8} KB");
                clock = Environment.CpuUsage.TotalTime;
                bytes = GC.GetTotalAllocatedBytes(precise: true);
            }

            ReadingFloor.Nodes(path);
            Report("floor");
            using var file = File.OpenRead(path);
            var source = WordSource.Read(new SourceInput(file, path), ReadOptions.Default, default);
            Report("source");
            new TableFinder(new HeadingWords(ColumnHeadings.None)).Find(source.Document!);
            Report("tables");
            var plan = PlanBuilder.Build(source.Document!, ReadOptions.Default);
            Report("plan");
            Console.WriteLine(plan.Plan!.Measures.Count());
        }

        return 0;
    }
}
