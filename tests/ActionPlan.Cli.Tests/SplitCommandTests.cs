namespace ActionPlan.Cli.Tests;

public sealed class SplitCommandTests : IDisposable
{
    private const string Plan = """
        {"schemaVersion":1,"title":"Uppföljning 2023","decisions":[],"columns":[{"key":"activity","heading":"Aktivitet"},{"key":"responsible","heading":"Ansvarig"},{"key":"followUp","heading":"Uppföljning"}],
        "sections":[{"heading":"Skola/förskola","measures":[{"id":"","focusArea":"","activity":"Läsa","goal":"","followUp":"","responsible":"Rektor"},{"id":"","focusArea":"","activity":"Räkna","goal":"","followUp":"","responsible":"Chef"}]},
        {"heading":"Omsorg","measures":[{"id":"","focusArea":"","activity":"Vårda","goal":"","followUp":"","responsible":"Chef"}]}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("actionplan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("section", "Uppföljning 2023 – Omsorg.docx", "Uppföljning 2023 – Skola-förskola.docx")]
    [InlineData("responsible", "Uppföljning 2023 – Chef.docx", "Uppföljning 2023 – Rektor.docx")]
    public void There_is_a_document_for_each_recipient(string by, params string[] names)
    {
        Assert.Equal(0, Run("split", Given(), "--by", by, "-o", In("ut")).Code);
        Assert.Equal(names, Directory.GetFiles(In("ut")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_split_merges_to_what_it_was()
    {
        Run("split", Given(), "-o", In("ut"));
        var run = Run(["merge", Given(), .. Directory.GetFiles(In("ut")), "-o", In("plan.json")]);
        Assert.Equal(0, run.Code);
        Assert.Equal("Copies merged: 2 of 2. Measures with an answer: 0 of 3. Left to decide: 0.\n", run.Error);
        Run("import", Given(), "-o", In("before.json"));
        Assert.Equal(File.ReadAllText(In("before.json")), File.ReadAllText(In("plan.json")));
    }

    [Fact]
    public void Files_that_exist_stop_it_before_anything_is_written()
    {
        Directory.CreateDirectory(In("ut"));
        File.WriteAllText(In("ut/Uppföljning 2023 – Omsorg.docx"), "old");
        var run = Run("split", Given(), "-o", In("ut"));
        Assert.Equal(6, run.Code);
        Assert.Single(Directory.GetFiles(In("ut")));
        Assert.Equal(0, Run("split", Given(), "-o", In("ut"), "--force").Code);
    }

    [Fact]
    public void An_unknown_kind_of_recipient_and_a_missing_folder_are_wrong_usage()
    {
        Assert.Equal(2, Run("split", Given(), "--by", "colour", "-o", In("ut")).Code);
        Assert.Equal(2, Run("split", Given()).Code);
    }

    [Fact]
    public void A_missing_input_is_exit_3() => Assert.Equal(3, Run("split", In("nej.docx"), "-o", In("ut")).Code);

    private string In(string name) => Path.Combine(_folder, name);

    private string Given()
    {
        File.WriteAllText(In("plan-in.json"), Plan);
        return In("plan-in.json");
    }

    private static (int Code, string Error) Run(params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run([.. arguments, "--lang", "en"], new(Stream.Null, new MemoryStream(), error), CancellationToken.None);
        return (code, error.ToString());
    }
}
