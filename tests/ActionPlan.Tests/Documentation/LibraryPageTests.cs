using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SampleDocuments;

namespace ActionPlan.Tests.Documentation;

/// <summary>Tests that change the console or the current folder, and so run alone.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;

/// <summary>The code of README.md and docs/library.md compiles and runs: each of its blocks stands below, word for word.</summary>
[Collection(nameof(ProcessWide))]
public class LibraryPageTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/library.md")]
    public void Each_block_of_code_is_run_here(string page)
    {
        var tested = Squeezed(File.ReadAllText(Source()));
        var blocks = File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n").Split("```csharp\n").Skip(1).Select(rest => rest.Split("```")[0]).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block), tested, StringComparison.Ordinal));
    }

    [Fact]
    public void The_code_runs()
    {
        var folder = Directory.CreateTempSubdirectory("actionplan-");
        var (output, error, current) = (Console.Out, Console.Error, Environment.CurrentDirectory);
        using var said = new StringWriter();
        try
        {
            File.Copy(Repository.PathOf("samples", SampleFiles.Climate + ".docx"), Path.Combine(folder.FullName, "plan.docx"));
            Environment.CurrentDirectory = folder.FullName;
            Console.SetOut(said);
            Console.SetError(said);
            ThreeLines();
            Diagnostics("plan.docx");
            Holdings(new PlanReader().Read("plan.docx").GetValueOrThrow());
            Writing(new PlanReader().Read("plan.docx").GetValueOrThrow());
            Templates(new PlanReader().Read("plan.docx").GetValueOrThrow());
            Assert.True(File.Exists("klar.docx"));
            Tables("plan.docx");
            using (var stream = File.OpenRead("plan.docx"))
            {
                Assert.Equal(ReadOutcome.Read, Options(stream).Outcome);
            }

            Assert.Contains(Injection(new ServiceCollection()), service => service.ServiceType == typeof(PlanReader));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
            Environment.CurrentDirectory = current;
            folder.Delete(recursive: true);
        }

        Assert.Contains("Resfria möten som förstahandsval: Riktlinjen", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 characters without a place", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("FollowUp: kommunstyrelsen 2024-03-06 § 41", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("Energi och byggnader: 1 unanswered", said.ToString(), StringComparison.Ordinal);
    }

#pragma warning disable IDE0011, MA0007, SA1503 // As the pages print it: short.
    private static void ThreeLines()
    {
        var plan = new PlanReader().Read("plan.docx").GetValueOrThrow();
        foreach (var measure in plan.Measures)
            Console.WriteLine($"{measure.Activity}: {measure.FollowUp}");
    }

    private static void Diagnostics(string path)
    {
        var result = new PlanReader().Read(path);
        foreach (var diagnostic in result.Diagnostics)
            Console.Error.WriteLine($"{path}: {diagnostic}");

        if (result.Outcome == ReadOutcome.NoTable)
            Console.Error.WriteLine(result.Error!.MessageIn(CultureInfo.GetCultureInfo("sv")));

        Console.WriteLine($"{result.Report.Account.Unplaced} characters without a place");
    }

    private static void Holdings(Plan plan)
    {
        foreach (var decision in plan.Decisions)
            Console.WriteLine($"{decision.Role}: {decision.Body} {decision.Date} § {decision.Section}");

        foreach (var section in plan.Sections)
            Console.WriteLine($"{section.Heading}: {section.Measures.Count(measure => measure.FollowUp.IsEmpty)} unanswered");

        foreach (var column in plan.Columns)
            Console.WriteLine($"{column.Heading}: {plan.Measures.First()[column]}");
    }

    private static void Writing(Plan plan)
    {
        PlanWriter.Write(plan, "plan.json");
        PlanWriter.Write(plan, "plan.csv", new WriteOptions { Format = DataFormat.Csv, Overwrite = true });

        Assert.Equal(plan, new PlanReader().Read("plan.json").GetValueOrThrow());
    }

    private static void Templates(Plan answers)
    {
        var word = new WordTemplate();
        word.Next("plan.docx", "mall.docx", new TemplateOptions { Period = "2031" }).GetValueOrThrow();
        word.Fill("mall.docx", answers, "klar.docx").GetValueOrThrow();
    }

    private static void Tables(string path)
    {
        var tables = new TableReader().Read(path).GetValueOrThrow();
        TableWriter.Write(tables, "tables.json");
    }

    private static ReadResult<Plan> Options(Stream stream)
    {
        var options = new ReadOptions
        {
            Headings = new ColumnHeadings([new(ColumnKey.FollowUp, ["Lägesrapport våren"])]),
            Limits = ReadLimits.Default with { FileSize = 20 << 20, Time = TimeSpan.FromSeconds(5) },
        };
        var result = new PlanReader(options).Read(stream, "plan.docx");

        return result;
    }

    private static IServiceCollection Injection(IServiceCollection services)
    {
        services.AddActionPlan(new ReadOptions { Limits = ReadLimits.Default with { FileSize = 20 << 20 } });

        return services;
    }
#pragma warning restore IDE0011, MA0007, SA1503

    private static string Source([CallerFilePath] string path = "") => Repository.PathOf("tests", "ActionPlan.Tests", "Documentation", Path.GetFileName(path));

    /// <summary>Lines without indentation, for the code stands deeper here than on its page.</summary>
    private static string Squeezed(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
