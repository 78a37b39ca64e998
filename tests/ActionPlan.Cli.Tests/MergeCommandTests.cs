using System.Text;
using System.Text.Json;

namespace ActionPlan.Cli.Tests;

public sealed class MergeCommandTests : IDisposable
{
    private const string Heading = "Fokusområde;Aktivitet;Mål;Uppföljning\r\n";
    private const string Basis = Heading + "Skola;Läsa;fler läser;\r\nSkola;Räkna;fler räknar;\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("actionplan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Answers_come_together_on_standard_output()
    {
        var run = Run("merge", Given("mall.csv", Basis), Given("a.csv", Basis.Replace("fler läser;", "fler läser;Klart", StringComparison.Ordinal)), Given("b.csv", Basis.Replace("räknar;", "räknar;Pågår", StringComparison.Ordinal)), "-q");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["Klart", "Pågår"], Answers(run.Output));
    }

    [Fact]
    public void A_conflict_is_exit_5_with_both_texts_and_the_result_is_written()
    {
        var run = Run([.. Conflict(), "-o", In("ut.json"), "--findings", In("fynd.json"), "--lang", "sv"]);
        Assert.Equal(5, run.Code);
        Assert.Contains($"{In("a.csv")}(table 1, row 2): warning AP5001: 'Läsa', Uppföljning: kopiorna svarar olika: a.csv: 'Klart' / b.csv: 'Nej'. Cellen lämnades som den var; avgör med --accept.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["", ""], Answers(File.ReadAllText(In("ut.json"))));
        using var findings = JsonDocument.Parse(File.ReadAllText(In("fynd.json")));
        var conflict = Assert.Single(findings.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("kind").GetString() == "conflict");
        Assert.Equal(["Klart", "Nej"], conflict.GetProperty("texts").EnumerateArray().Select(text => text.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("first", "Klart")]
    [InlineData("last", "Nej")]
    public void Accept_settles_it(string rule, string answer)
    {
        var run = Run([.. Conflict(), "--accept", rule]);
        Assert.Equal(0, run.Code);
        Assert.Equal(answer, Answers(run.Output)[0]);
    }

    [Fact]
    public void A_rule_decides_a_cell_by_what_the_findings_name()
    {
        Run([.. Conflict(), "-o", In("ut.json"), "--findings", In("fynd.json")]);
        using var findings = JsonDocument.Parse(File.ReadAllText(In("fynd.json")));
        var conflict = findings.RootElement.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("kind").GetString() == "conflict");
        var rule = $$"""{"cells":[{"measure":"{{conflict.GetProperty("measure").GetString()}}","field":"{{conflict.GetProperty("field").GetString()}}","copy":"a.csv"}]}""";
        var run = Run([.. Conflict(), "--accept", Given("regel.json", rule)]);
        Assert.Equal((0, "Klart"), (run.Code, Answers(run.Output)[0]));
    }

    [Fact]
    public void A_rule_that_says_something_unknown_is_wrong_usage()
    {
        var run = Run([.. Conflict(), "--accept", Given("regel.json", """{"conflict":"last"}""")]);
        Assert.Equal(2, run.Code);
        Assert.Equal(2, Run([.. Conflict(), "--accept", "middle"]).Code);
    }

    [Fact]
    public void A_copy_that_is_no_follow_up_is_one_line_and_the_others_are_merged()
    {
        var run = Run("merge", Given("mall.csv", Basis), Given("brev.txt", "Hej! Här kommer inget."), Given("a.csv", Basis.Replace("fler läser;", "fler läser;Klart", StringComparison.Ordinal)), In("nej.docx"), "-o", In("ut.json"));
        Assert.Equal(4, run.Code);
        Assert.Equal(["Klart", ""], Answers(File.ReadAllText(In("ut.json"))));
        Assert.Single(run.Error.Split('\n'), line => line.Contains("brev.txt", StringComparison.Ordinal));
        Assert.Single(run.Error.Split('\n'), line => line.Contains("nej.docx", StringComparison.Ordinal));
    }

    [Fact]
    public void A_base_that_cannot_be_read_ends_it()
    {
        var run = Run("merge", In("nej.docx"), Given("a.csv", Basis), "-o", In("ut.json"));
        Assert.Equal(3, run.Code);
        Assert.False(File.Exists(In("ut.json")));
    }

    [Fact]
    public void The_result_is_a_Word_document_where_the_name_says_so()
    {
        Assert.Equal(0, Run("merge", Given("mall.csv", Basis), Given("a.csv", Basis.Replace("fler läser;", "fler läser;Klart", StringComparison.Ordinal)), "-o", In("ut.docx")).Code);
        Assert.Equal(["Klart", ""], Answers(Run("import", In("ut.docx")).Output));
    }

    [Fact]
    public void An_input_is_never_replaced() =>
        Assert.Equal(6, Run("merge", Given("mall.csv", Basis), Given("a.json", "{}"), "-o", In("a.json"), "--force").Code);

    private string[] Conflict() =>
        ["merge", Given("mall.csv", Basis), Given("a.csv", Basis.Replace("fler läser;", "fler läser;Klart", StringComparison.Ordinal)), Given("b.csv", Basis.Replace("fler läser;", "fler läser;Nej", StringComparison.Ordinal))];

    private static string[] Answers(string output)
    {
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("measures").EnumerateArray()).Select(measure => measure.GetProperty("followUp").GetString()!)];
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string Given(string name, string content)
    {
        File.WriteAllText(In(name), content);
        return In(name);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        string[] language = arguments.Contains("--lang") ? [] : ["--lang", "en"];
        var code = CommandLine.Run([.. arguments, .. language], new(Stream.Null, output, error), CancellationToken.None);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
