namespace ActionPlan.Cli.Tests;

/// <summary>What a person at a terminal is told of a year's round; a script is told nothing of it.</summary>
public sealed class TerminalWordsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actionplan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en", "mall.docx: template for 2027. Measures: 2. Sections: 1. Answers to fill in: 2.\nSend it out, or a part of it to each: actionplan split \"mall.docx\" -o FOLDER\n")]
    [InlineData("sv", "mall.docx: mall för 2027. Åtgärder: 2. Avsnitt: 1. Svar att fylla i: 2.\nSkicka ut den, eller en del till var och en: actionplan split \"mall.docx\" -o MAPP\n")]
    public void A_template_that_was_made_is_told_at_a_terminal(string language, string words)
    {
        Plan();
        Assert.Equal((0, words), Run(isInteractive: true, language, "template", In("plan.csv"), "--period", "2027", "-o", In("mall.docx")));
    }

    [Fact]
    public void Without_a_terminal_success_is_silent()
    {
        Plan();
        Assert.Equal((0, ""), Run(isInteractive: false, "en", "template", In("plan.csv"), "--period", "2027", "-o", In("mall.docx")));
        Assert.Equal((0, ""), Run(isInteractive: false, "en", "split", In("mall.docx"), "-o", In("ut")));
        Assert.Equal((0, ""), Run(isInteractive: false, "en", "fill", In("mall.docx"), In("plan.csv"), "-o", In("ifylld.docx")));
    }

    [Fact]
    public void A_filled_document_and_its_parts_are_told_too()
    {
        Plan();
        Run(isInteractive: false, "en", "template", In("plan.csv"), "--period", "2027", "-o", In("mall.docx"));
        Assert.Equal((0, "ifylld.docx: measures with an answer: 1 of 2.\n"), Run(isInteractive: true, "en", "fill", In("mall.docx"), In("plan.csv"), "-o", In("ifylld.docx")));
        var (code, words) = Run(isInteractive: true, "en", "split", In("mall.docx"), "-o", In("ut"));
        Assert.Equal(0, code);
        Assert.EndsWith("Documents in ut: 1.\n", words, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(Directory.GetFiles(In("ut")).Single()), words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_comes_with_the_way_out()
    {
        Plan();
        Run(isInteractive: false, "en", "template", In("plan.csv"), "--period", "2027", "-o", In("mall.docx"));
        File.WriteAllText(In("a.csv"), "Uppföljning av läsplan 2027;;\r\n;;\r\nAktivitet;Mål;Uppföljning\r\nLäsa;Mer;Ja\r\nSkriva;Mer;\r\n");
        File.WriteAllText(In("b.csv"), "Uppföljning av läsplan 2027;;\r\n;;\r\nAktivitet;Mål;Uppföljning\r\nLäsa;Mer;Nej\r\nSkriva;Mer;\r\n");
        var (code, words) = Run(isInteractive: true, "en", "merge", In("mall.docx"), In("a.csv"), In("b.csv"), "-o", In("ut.docx"));
        Assert.Equal(5, code);
        Assert.Contains("a.csv: 'Ja' / b.csv: 'Nej'", words, StringComparison.Ordinal);
        Assert.Contains("--accept last, first, or a file", words, StringComparison.Ordinal);
        Assert.Equal(0, Run(isInteractive: true, "en", "merge", In("mall.docx"), In("a.csv"), In("b.csv"), "--accept", "last", "-o", In("ut2.docx")).Code);
    }

    private void Plan() => File.WriteAllText(In("plan.csv"), "Uppföljning av läsplan 2026;;\r\n;;\r\nAktivitet;Mål;Uppföljning\r\nLäsa;Mer;Klart\r\nSkriva;Mer;\r\n");

    private string In(string name) => Path.Combine(_folder, name);

    private (int Code, string Error) Run(bool isInteractive, string language, params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run([.. arguments, "--lang", language], new(Stream.Null, new MemoryStream(), error) { IsInteractive = isInteractive }, CancellationToken.None);
        return (code, error.ToString().Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }
}
