namespace ActionPlan.Cli.Tests;

/// <summary><c>template</c> and <c>fill</c> as commands: what they write, what they refuse, and with which exit code.</summary>
public sealed class DocumentCommandTests : IDisposable
{
    private const string Sample = "uppfoljning-handlingsplan-valdsbejakande-extremism.docx";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actionplan-");
    private readonly string _input;

    public DocumentCommandTests()
    {
        _input = In("plan.docx");
        File.Copy(Path.Combine(Samples(), Sample), _input);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Last_periods_document_becomes_a_template_and_is_filled()
    {
        Assert.Equal(0, Run("template", _input, "-o", In("mall.docx"), "--keep-previous").Code);
        Assert.Equal(0, Run("import", In("mall.docx"), "-o", In("mall.json")).Code);
        var filled = File.ReadAllText(In("mall.json")).Replace("\"followUp\": \"\"", "\"followUp\": \"Klart.\"", StringComparison.Ordinal);
        File.WriteAllText(In("svar.json"), filled);
        Assert.Equal(0, Run("fill", In("mall.docx"), In("svar.json"), "-o", In("klar.docx")).Code);
        var plan = new PlanReader().Read(In("klar.docx")).GetValueOrThrow();
        Assert.All(plan.Measures, measure => Assert.Equal("Klart.", measure.FollowUp.Text));
    }

    [Fact]
    public void Data_takes_the_look_of_a_document()
    {
        Assert.Equal(0, Run("import", _input, "-o", In("plan.json")).Code);
        Assert.Equal(0, Run("template", In("plan.json"), "--like", _input, "--period", "2031", "-o", In("mall.docx")).Code);
        Assert.Equal(new PlanReader().Read(_input).GetValueOrThrow().Measures.Select(measure => measure.Id), new PlanReader().Read(In("mall.docx")).GetValueOrThrow().Measures.Select(measure => measure.Id));
    }

    [Theory]
    [InlineData("AP3003", "plan.docx", "template", "plan.docx", "-o", "plan.docx", "--force")]
    [InlineData("AP3003", "plan.docx", "template", "plan.json", "--like", "plan.docx", "-o", "plan.docx", "--force")]
    [InlineData("AP3003", "plan.docx", "fill", "plan.docx", "plan.json", "-o", "plan.docx", "--force")]
    [InlineData("AP3001", "finns.docx", "template", "plan.docx", "-o", "finns.docx")]
    [InlineData("AP3001", "finns.docx", "fill", "plan.docx", "plan.json", "-o", "finns.docx")]
    [InlineData("AP3002", "", "template", "plan.docx", "-o", "saknas/mall.docx")]

    // A folder that nobody may write in, not even the superuser as whom builds may run.
    [InlineData("AP3002", "", "template", "plan.docx", "-o", "/proc/mall.docx")]
    [InlineData("AP3002", "", "fill", "plan.docx", "plan.json", "-o", "/proc/klar.docx")]
    public void What_must_not_or_cannot_be_written_is_exit_6_in_one_line(string code, string untouched, params string[] arguments)
    {
        Run("import", _input, "-o", In("plan.json"));
        File.WriteAllText(In("finns.docx"), "min fil");
        var before = untouched.Length == 0 ? [] : File.ReadAllBytes(In(untouched));
        var (exit, error) = Run([.. arguments.Select(argument => argument.Contains('.', StringComparison.Ordinal) ? In(argument) : argument)]);
        Assert.Equal(6, exit);
        Assert.Contains(code, Assert.Single(error.Split('\n'), line => line.Contains(" error ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(before, untouched.Length == 0 ? [] : File.ReadAllBytes(In(untouched)));
        Assert.Empty(_folder.EnumerateFiles("*.tmp"));
    }

    [Fact]
    public void A_document_without_a_plan_is_exit_4_and_writes_nothing()
    {
        File.WriteAllText(In("a.csv"), "Namn;Telefon\nAnna;1\n");
        Assert.Equal(4, Run("template", In("a.csv"), "--period", "2031", "-o", In("mall.docx")).Code);
        Assert.False(File.Exists(In("mall.docx")));
    }

    [Theory]
    [InlineData("nej.docx", 3, "AP1001")]
    [InlineData("plan.json", 3, "AP3022")]
    [InlineData("tom.docx", 3, "AP1002")]
    public void What_is_wrong_with_a_look_is_said_of_it(string look, int code, string diagnostic)
    {
        Run("import", _input, "-o", In("plan.json"));
        File.WriteAllText(In("tom.docx"), "");
        var (exit, error) = Run("template", _input, "--like", In(look), "-o", In("mall.docx"));
        Assert.Equal(code, exit);
        Assert.StartsWith($"{In(look)}: error {diagnostic}: ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(In("mall.docx")));
    }

    [Fact]
    public void What_is_wrong_with_the_document_is_said_of_it_where_there_is_a_look_too()
    {
        File.WriteAllText(In("a.csv"), "Aktivitet;Mål;Uppföljning\nLäsa;Mer;Ja\n");
        Assert.StartsWith($"{In("a.csv")}: error AP3013: ", Run("template", In("a.csv"), "--like", _input, "-o", In("mall.docx")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public void A_list_of_statuses_without_a_word_is_wrong_usage(string words) => Assert.Equal(2, Run("template", _input, "--status", words, "-o", In("mall.docx")).Code);

    [Fact]
    public void A_template_that_is_no_Word_document_is_told_so()
    {
        Run("import", _input, "-o", In("plan.json"));
        var (exit, error) = Run("fill", In("plan.json"), _input, "-o", In("klar.docx"));
        Assert.Equal(3, exit);
        Assert.StartsWith($"{In("plan.json")}: error AP3022: ", error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    internal static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ActionPlan.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "samples");
    }

    private static (int Code, string Error) Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = CommandLine.Run([.. arguments, "--lang", "en"], new Terminal(Stream.Null, output, error), CancellationToken.None);
        return (code, error.ToString());
    }
}
