using System.Text;
using System.Text.Json;

namespace ActionPlan.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private const string Csv = "Fokusområde;Aktivitet;Mål;Uppföljning\r\nSkola;läsa;fler läser;klart\r\nSkola;=räkna;fler räknar;\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("actionplan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Import_writes_json_and_nothing_else_to_standard_output()
    {
        var run = Run("import", Given("plan.csv"));
        Assert.Equal(0, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("sections")[0].GetProperty("measures").GetArrayLength());
        Assert.Equal($"{In("plan.csv")}: warning AP2011: No title was found above the table.\n", run.Error);
    }

    [Fact]
    public void Messages_are_swedish_when_asked_for() =>
        Assert.Equal($"{In("nej.docx")}: error AP1001: Filen finns inte. Kontrollera sökvägen.\n", Run("import", In("nej.docx"), "--lang", "sv").Error);

    [Fact]
    public void Quiet_leaves_out_warnings() => Assert.Equal("", Run("import", Given("plan.csv"), "-q").Error);

    [Fact]
    public void Verbose_tells_the_steps() => Assert.Contains("is read as Delimited", Run("import", Given("plan.csv"), "-v").Error, StringComparison.Ordinal);

    [Fact]
    public void Strict_makes_a_warning_a_failure()
    {
        var run = Run("import", Given("plan.csv"), "--strict");
        Assert.Equal(5, run.Code);
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var run = RunWith(Csv, "import", "-");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("-: warning AP2011", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_format_follows_the_extension_and_csv_reads_back_to_the_same_json()
    {
        var input = Given("plan.csv");
        Assert.Equal(0, Run("import", input, "-o", In("data.csv")).Code);
        Assert.StartsWith("\uFEFFid;section;", Encoding.UTF8.GetString(File.ReadAllBytes(In("data.csv"))), StringComparison.Ordinal);
        var back = Run("import", In("data.csv"));
        using var json = JsonDocument.Parse(back.Output);
        Assert.Equal("=räkna", json.RootElement.GetProperty("sections")[0].GetProperty("measures")[1].GetProperty("activity").GetString());
    }

    [Fact]
    public void A_hyphen_as_output_is_standard_output_and_no_file_of_that_name()
    {
        Assert.Equal(Run("import", Given("plan.csv")).Output, Run("import", In("plan.csv"), "-o", "-").Output);
        Assert.Equal(2, Run("import", In("plan.csv"), "--report", "-").Code);
        Assert.False(File.Exists("-"));
    }

    [Fact]
    public void A_file_is_replaced_only_by_force_and_an_input_never()
    {
        var input = Given("plan.csv");
        File.WriteAllText(In("out.json"), "old");
        var refused = Run("import", input, "-o", In("out.json"));
        Assert.Equal(6, refused.Code);
        Assert.Equal($"{In("out.json")}: error AP3001: The file exists already. Give --force to replace it, or another name.\n", refused.Error);
        Assert.Equal("old", File.ReadAllText(In("out.json")));
        Assert.Equal(0, Run("import", input, "-o", In("out.json"), "--force").Code);
        Assert.Equal(6, Run("import", input, "-o", input, "--force").Code);
        Assert.Equal(Csv, File.ReadAllText(input));
    }

    [Fact]
    public void Many_inputs_are_done_in_spite_of_each_other()
    {
        var run = Run("import", In("nej.csv"), Given("a.csv"), Given("tom.csv", ""), "-o", In("out"), "--report", In("out"), "--jobs", "2");
        Assert.Equal(3, run.Code);
        Assert.EndsWith("Inputs: 3. Done: 1. Failed: 2.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.json", "a.report.json", "nej.report.json", "tom.report.json"], Directory.GetFiles(In("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var report = JsonDocument.Parse(File.ReadAllText(In("out/a.report.json")));
        var account = report.RootElement.GetProperty("account");
        Assert.Equal(account.GetProperty("source").GetInt64(), account.GetProperty("plan").GetInt64() + account.GetProperty("headings").GetInt64());
    }

    [Fact]
    public void The_exit_code_is_that_of_the_first_failure() =>
        Assert.Equal(4, Run("import", Given("prosa.txt", "Bara text."), In("nej.csv"), "--ndjson").Code);

    [Fact]
    public void Ndjson_has_a_line_for_each_input()
    {
        var run = Run("import", Given("a.csv"), In("nej.csv"), "--ndjson");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var done = JsonDocument.Parse(lines[0]);
        using var failed = JsonDocument.Parse(lines[1]);
        Assert.Equal(["input", "plan", "diagnostics"], done.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["input", "error", "diagnostics"], failed.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("AP1001", failed.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Inputs_come_from_a_list_too()
    {
        File.WriteAllText(In("list"), Given("a.csv") + "\n" + Given("b.csv") + "\n");
        Assert.Equal(2, Run("import", "--files-from", In("list"), "--ndjson").Output.Count(c => c == '\n'));
        Assert.Equal(2, RunWith(File.ReadAllText(In("list")), "import", "--files-from", "-", "--ndjson").Output.Count(c => c == '\n'));
    }

    [Fact]
    public void Own_columns_are_understood()
    {
        File.WriteAllText(In("columns.json"), """{"followUp":["Läge i dag"]}""");
        var input = Given("plan.csv", "Fokusområde;Aktivitet;Mål;Läge i dag\r\nSkola;läsa;mer;klart\r\nSkola;rita;mer;klart\r\n");
        using var json = JsonDocument.Parse(Run("import", input, "--columns", In("columns.json")).Output);
        Assert.Equal("klart", json.RootElement.GetProperty("sections")[0].GetProperty("measures")[0].GetProperty("followUp").GetString());
    }

    [Fact]
    public void Tables_are_written_as_found()
    {
        using var json = JsonDocument.Parse(Run("tables", Given("plan.csv")).Output);
        var table = json.RootElement.GetProperty("tables")[0];
        Assert.Equal(["index", "rows", "columns", "method", "cells"], table.EnumerateObject().Select(property => property.Name));
        Assert.Equal(4, Run("tables", Given("prosa.txt", "Bara text.")).Code);
        Assert.StartsWith("\uFEFFFokusområde;Aktivitet", Run("tables", Given("b.csv"), "-f", "csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("imprt x", "Did you mean 'import'?")]
    [InlineData("import", "No input is given.")]
    [InlineData("template a.csv b.csv -o c.docx", "One input at a time: 2 were given")]
    [InlineData("split a.docx b.docx -o c", "One input at a time: 2 were given")]
    [InlineData("split -o c", "No input is given.")]
    [InlineData("import a.csv b.csv", "Many inputs need -o FOLDER")]
    [InlineData("import a.csv --forse", "Did you mean '--force'?")]
    [InlineData("import a.csv -o", "--output needs a value")]
    [InlineData("import a.csv -f xlsx", "not written yet")]
    [InlineData("import a.csv -o b.docx", "names no format")]
    [InlineData("import a.csv b.csv -o plan.json", "'plan.json' is the name of a file")]
    [InlineData("fill a.docx", "in this order: the template and the plan")]
    [InlineData("merge a.docx", "Give the base first")]
    [InlineData("import a.csv -f bmp", "Unknown format")]
    [InlineData("import a.csv --csv tab", "Unknown kind of CSV")]
    [InlineData("import a.csv --from exe", "Unknown kind of input")]
    [InlineData("import a.csv --jobs 0", "--jobs takes a number")]
    [InlineData("import a.csv --columns nej.json", "nej.json")]
    [InlineData("import a.csv --password-file nej", "nej")]
    [InlineData("import a.csv --lang fr", "--lang is sv or en")]
    [InlineData("import a/x.csv b/x.txt -o out", "would both become")]
    [InlineData("import - -", "once only")]
    [InlineData("import a.csv -f csv --ndjson", "--ndjson writes JSON")]
    [InlineData("tables a.csv --pages 3-1", "--pages takes pages")]
    [InlineData("tables a.csv --join --no-join", "Choose one")]
    public void Wrong_usage_is_exit_2_and_says_what_is_wrong(string arguments, string message)
    {
        var run = Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Användning:")]
    [InlineData("en", "Usage:")]
    public void Help_is_data_in_both_languages_and_fits_a_terminal(string language, string usage)
    {
        foreach (var command in (string[][])[["--help"], ["import", "--help"], ["tables", "-h"], ["template", "-h"], ["fill", "-h"], ["split", "-h"], ["merge", "-h"], ["check", "-h"]])
        {
            var run = Run([.. command, "--lang", language]);
            Assert.Equal(0, run.Code);
            Assert.Equal("", run.Error);
            Assert.Contains(usage, run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(run.Output.Split('\n'), line => line.Length > 80);
        }
    }

    [Theory]
    [InlineData("sv", "template", "actionplan template INDATA -o UT.docx [alternativ]", "--like MALL.docx")]
    [InlineData("sv", "fill", "actionplan fill MALL PLAN -o UT.docx [alternativ]", "--columns FIL ")]
    [InlineData("en", "split", "actionplan split INPUT -o FOLDER [options]", "--output FOLDER ")]
    [InlineData("en", "merge", "actionplan merge BASE FILLED... [-o OUT] [options]", "--findings FILE.json ")]
    public void Help_says_what_a_command_needs_in_the_words_of_its_language(string language, string command, string usage, string option)
    {
        var help = Run(command, "--help", "--lang", language).Output;
        Assert.Contains(usage, help, StringComparison.Ordinal);
        Assert.Contains(option, help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_as_input_is_told_with_the_way_out()
    {
        Directory.CreateDirectory(In("mapp"));
        var run = Run("import", In("mapp"));
        Assert.Equal(3, run.Code);
        Assert.Contains("AP1017: This is a folder. Name the files in it, such as " + Path.Combine(In("mapp"), "*.docx"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_told() => Assert.Matches(@"^actionplan \d+\.\d+\.\d+\r?\n$", Run("--version").Output);

    [Fact]
    public void An_interruption_leaves_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        var run = Execute(null, interrupted.Token, "import", Given("plan.csv"), "-o", In("out.json"));
        Assert.Equal(130, run.Code);
        Assert.False(File.Exists(In("out.json")));
    }

    [Fact]
    public void A_person_at_a_terminal_gets_a_summary()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal(Stream.Null, output, error) { IsInteractive = true, Width = 60 };
        Assert.Equal(0, CommandLine.Run(["import", Given("plan.csv"), "--lang", "en"], terminal, default));
        Assert.Contains("followUp", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Unanswered", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("accounted for", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_names_do_not_reach_the_terminal() =>
        Assert.DoesNotContain('\u001b', Run("import", In("a\u001b[31m.docx")).Error);

    private string In(string name) => Path.Combine(_folder, name);

    private string Given(string name, string text = Csv)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    private static Result Run(params string[] arguments) => Execute(null, default, arguments);

    private static Result RunWith(string input, params string[] arguments) => Execute(input, default, arguments);

    private static Result Execute(string? input, CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var given = new MemoryStream(Encoding.UTF8.GetBytes(input ?? ""));
        string[] language = arguments.Contains("--lang") || arguments.Length == 0 ? [] : ["--lang", "en"];
        var code = CommandLine.Run([.. arguments, .. language], new Terminal(given, output, error), cancellationToken);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed record Result(int Code, string Output, string Error);
}
