using System.Diagnostics;
using System.Globalization;

namespace ActionPlan.Cli.Tests;

/// <summary>A command that is killed at any moment leaves no half-written file behind and its inputs as they were.</summary>
public sealed class KillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actionplan-kill-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Killed_at_a_random_moment_the_output_is_whole_or_not_there()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("ACTIONPLAN_KILLS") ?? "50", CultureInfo.InvariantCulture);
        var input = Path.Combine(_folder.FullName, "plan.docx");
        var data = Path.Combine(_folder.FullName, "plan.json");
        File.Copy(Path.Combine(DocumentCommandTests.Samples(), "uppfoljning-handlingsplan-valdsbejakande-extremism.docx"), input);
        File.Copy(Path.Combine(DocumentCommandTests.Samples(), "uppfoljning-handlingsplan-valdsbejakande-extremism.json"), data);
        byte[][] inputs = [File.ReadAllBytes(input), File.ReadAllBytes(data)];
        var output = Path.Combine(_folder.FullName, "out.docx");
        string[][] commands = [["template", input, "-o", output, "--force"], ["fill", input, data, "-o", output, "--force"], ["import", input, "-o", Path.ChangeExtension(output, ".json"), "--force"]];
        var clock = Stopwatch.StartNew();
        Run(commands[0], null);
        var whole = (int)clock.ElapsedMilliseconds;
        var random = new Random(kills);
        for (var i = 0; i < kills; i++)
        {
            var file = commands[i % 3][^2];
            File.Delete(file);
            Run(commands[i % 3], random.Next(whole * 6 / 5));
            if (File.Exists(file))
            {
                Assert.Equal(ReadOutcome.Read, new PlanReader().Read(file).Outcome);
            }

            Assert.Equal(inputs, [File.ReadAllBytes(input), File.ReadAllBytes(data)]);
        }
    }

    private static void Run(string[] arguments, int? killedAfter)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        if (killedAfter is { } moment && !process.WaitForExit(moment))
        {
            process.Kill();
        }

        process.WaitForExit();
    }
}
