namespace ActionPlan.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actionplan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_document_of_our_own_look_is_sound_and_accessible()
    {
        File.WriteAllText(In("plan.csv"), "Uppföljning av läsplan 2026;;\r\n;;\r\nAktivitet;Mål;Uppföljning\r\nLäsa;Mer;\r\n");
        Assert.Equal(0, Run("template", In("plan.csv"), "--period", "2027", "-o", In("mall.docx")).Code);
        Assert.Equal((0, "Files: 1. Findings: 0.\n"), Run("check", In("mall.docx")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_exit_3() => Assert.Equal(3, Run("check", In("nej.docx")).Code);

    [Fact]
    public void A_template_without_fields_has_nothing_wrong_with_them()
    {
        File.WriteAllText(In("plan.csv"), "Aktivitet;Mål;Uppföljning\r\nLäsa;Mer;\r\n");
        Run("template", In("plan.csv"), "--period", "2027", "-o", In("mall.docx"));
        Assert.Equal((0, ""), Run("fill", In("mall.docx"), "--check"));
        Assert.Equal(3, Run("fill", In("nej.docx"), "--check").Code);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static (int Code, string Error) Run(params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run([.. arguments, "--lang", "en"], new(Stream.Null, new MemoryStream(), error), CancellationToken.None);
        return (code, error.ToString());
    }
}
