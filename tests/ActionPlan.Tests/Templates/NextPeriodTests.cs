using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>What moves on to the next period, and what stays.</summary>
public class NextPeriodTests
{
    private static readonly string Heading = Row(Tc("Aktivitet"), Tc("Mål"), Tc("Uppföljning 2022"));
    private static readonly string Measure = Row(Tc("Utbilda personal"), Tc("Alla är utbildade"), Tc("Genomfört 2022"));

    [Theory]
    [InlineData("Uppföljning 2022", "Uppföljning 2023")]
    [InlineData("Uppföljning av handlingsplan mot hedersvåld, år 2022", "Uppföljning av handlingsplan mot hedersvåld, år 2023")]
    [InlineData("Årsrapport 2022", "Årsrapport 2023")]
    public void A_line_that_names_the_period_of_the_follow_up_moves_on(string line, string moved) => Assert.Contains(moved, Texts(Next(P(line))));

    [Theory]
    [InlineData("Handlingsplan 2022")]
    [InlineData("Uppföljning av handlingsplan 2020-2023")]
    [InlineData("Handlingsplanen gäller 2020–2022")]
    [InlineData("Uppföljning 2021")]
    [InlineData("Antagen av kommunfullmäktige 2022-06-14 § 91")]
    public void What_names_the_plan_itself_or_another_time_stays(string line) => Assert.Contains(line, Texts(Next(P("Uppföljning 2022") + P(line))));

    [Fact]
    public void The_heading_of_the_answers_moves_on_and_the_texts_of_measures_stay()
    {
        var document = Build(P("Uppföljning 2022") + Table(Heading, Row(Tc("Utbilda 2022"), Tc("Uppföljning 2022 visar mer"), Tc("Genomfört 2022"))));
        var plan = Next(document).Plan;
        Assert.Equal("Uppföljning 2023", plan.Columns[^1].Heading);
        Assert.Equal("2023", plan.Period);
        var measure = Assert.Single(plan.Measures);
        Assert.Equal(("Utbilda 2022", "Uppföljning 2022 visar mer", ""), (measure.Activity.Text, measure.Goal.Text, measure.FollowUp.Text));
    }

    [Fact]
    public void Headers_and_footers_move_on()
    {
        var file = new Sources.Word.DocxBuilder(P("Uppföljning 2022") + Table(Heading, Measure) + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/><w:footerReference w:type=\"default\" r:id=\"f\"/></w:sectPr>")
            .With("word/header1.xml", $"<w:hdr {Namespaces}>{P("Uppföljning 2022, sida 1")}</w:hdr>").Related("h", "header", "header1.xml")
            .With("word/footer1.xml", $"<w:ftr {Namespaces}>{P("Lägesrapport 2022")}{P("Program 2022")}</w:ftr>").Related("f", "footer", "footer1.xml")
            .ToBytes();
        var next = Next(file).File;
        Assert.Contains("Uppföljning 2023, sida 1", WordFiles.Part(next, "word/header1.xml"), StringComparison.Ordinal);
        var footer = WordFiles.Part(next, "word/footer2.xml");
        Assert.Contains("Lägesrapport 2023", footer, StringComparison.Ordinal);
        Assert.Contains("Program 2022", footer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_decision_on_the_follow_up_is_open_again_and_the_adoption_stays()
    {
        var next = Next(P("Uppföljning 2022") + P("Antagen av KF 2020-06-15 § 91") + P("Uppföljd av KUN 2023-02-13 § 12"));
        var adopted = Assert.Single(next.Plan.Decisions, decision => decision.Role == DecisionRole.Adopted);
        Assert.Equal(("2020-06-15", "91"), (adopted.Date.ToString(), adopted.Section));
        var followUp = Assert.Single(next.Plan.Decisions, decision => decision.Role == DecisionRole.FollowUp);
        Assert.Equal(("2023-xx-xx", "xx"), (followUp.Date.ToString(), followUp.Section));
        Assert.Contains("Uppföljd av KUN 2023-xx-xx § xx", Texts(next));
    }

    [Fact]
    public void What_is_doubtful_stays_with_a_warning()
    {
        var next = Next(P("Uppföljning 2022") + P("Framtaget under 2022 av samordnaren"));
        Assert.Contains("Framtaget under 2022 av samordnaren", Texts(next));
        Assert.Contains(next.Diagnostics, diagnostic => diagnostic.Code == "AP3012" && diagnostic.Arguments[0] == "Framtaget under 2022 av samordnaren");
    }

    private static byte[] Build(string body) => new Sources.Word.DocxBuilder(body).ToBytes();

    private static (byte[] File, Plan Plan, ValueList<Diagnostic> Diagnostics) Next(string lines) => Next(Build(lines + Table(Heading, Measure)));

    private static (byte[] File, Plan Plan, ValueList<Diagnostic> Diagnostics) Next(byte[] file)
    {
        using var stream = new MemoryStream();
        var result = new WordTemplate().Next(new MemoryStream(file), "plan.docx", stream);
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        WordFiles.AssertSame(result.Value, WordFiles.Read(stream.ToArray()));
        return (stream.ToArray(), result.Value, result.Diagnostics);
    }

    private static IEnumerable<string> Texts((byte[] File, Plan Plan, ValueList<Diagnostic> Diagnostics) next) =>
        System.Xml.Linq.XDocument.Parse(WordFiles.Part(next.File, "word/document.xml")).Descendants().Where(element => element.Name.LocalName == "p").Select(paragraph => paragraph.Value);
}
