using ActionPlan.Tests.Sources.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>What a filled template keeps of the rules of its table, and that texts are never lost without a word.</summary>
public class FillingTests
{
    private const string Shaded = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"DDEEFF\"/>";

    [Fact]
    public void Focus_areas_are_merged_again_over_an_added_measure()
    {
        var template = Build(P("Uppföljning 2022") + Table(
            Row(Tc("Fokusområde"), Tc("Aktivitet"), Tc("Uppföljning")),
            Row(Tc("Skola", "<w:vMerge w:val=\"restart\"/>"), Tc("Utbilda"), Tc("")),
            Row("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", Tc("Informera"), Tc("")),
            Row(Tc("Fritid", "<w:vMerge w:val=\"restart\"/>"), Tc("Öppna"), Tc("")),
            Row("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", Tc("Stänga"), Tc(""))));
        var plan = WordFiles.Read(template);
        var added = Added(plan, after: 1, focusArea: "Skola");
        var (file, _) = Fill(template, added);
        Assert.Equal(["Skola", "Skola", "Skola", "Fritid", "Fritid"], WordFiles.Read(file).Measures.Select(measure => measure.FocusArea.Text));
        Assert.Equal(["restart", "continue", "continue", "restart", "continue"], Rows(file).Skip(1).Select(row => row.Descendants().First(element => element.Name.LocalName == "vMerge")).Select(merge => (string?)merge.Attributes().FirstOrDefault() ?? "continue"));
    }

    [Fact]
    public void Lists_to_choose_from_read_only_columns_and_the_lock_stay()
    {
        var (template, plan) = WordFiles.Template(CorpusFiles.Word.First(), new() { Period = "2031", Lock = true, KeepPrevious = true, Statuses = ["Påbörjad", "Genomförd"] });
        var first = true;
        var answered = plan with
        {
            Sections = [.. plan.Sections.Select(section => section with { Measures = [.. section.Measures.Select(measure =>
            {
                var status = first ? RichText.FromText("Genomförd") : RichText.Empty;
                first = false;
                return measure with { FollowUp = new("Klart."), Status = status };
            })] })],
        };
        var file = WordFiles.Fill(template, answered, out _);
        WordFiles.AssertValid(file);
        foreach (var mark in (string[])["<w:dropDownList>", "w:displayText=\"Genomförd\"", "<w:lock w:val=\"sdtContentLocked\""])
        {
            Assert.Equal(Count(template, mark), Count(file, mark));
        }

        Assert.Contains("<w:documentProtection w:edit=\"forms\" w:enforcement=\"1\"", WordFiles.Part(file, "word/settings.xml"), StringComparison.Ordinal);
        WordFiles.AssertSame(answered, WordFiles.Read(file));
    }

    [Fact]
    public void Alternating_shading_goes_on_over_an_added_measure()
    {
        var template = Build(P("Uppföljning 2022") + Table(
            [Row(Tc("Aktivitet"), Tc("Uppföljning")), .. Enumerable.Range(1, 4).Select(i => Row(Tc($"Insats {i}", i % 2 == 1 ? Shaded : ""), Tc("", i % 2 == 1 ? Shaded : "")))]));
        var (file, _) = Fill(template, Added(WordFiles.Read(template), after: 1));
        Assert.Equal([true, false, true, false, true], Rows(file).Skip(1).Select(row => row.Descendants().Any(element => element.Name.LocalName == "shd")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Område A")]
    public void A_new_section_comes_first_where_it_is_first(string? group)
    {
        var template = Build(P("Uppföljning 2022") + Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), Section("Skola"), Row(Tc("Utbilda"), Tc("")), Section("Fritid"), Row(Tc("Öppna"), Tc(""))));
        var plan = WordFiles.Read(template);
        var (file, filled) = Fill(template, plan with { Sections = [NewSection("Ledning", group), .. plan.Sections] });
        Assert.Equal([(group, "Ledning"), (null, "Skola"), (null, "Fritid")], filled.Sections.Select(section => (section.Group, section.Heading)));
        AssertSame(filled, file);
    }

    [Fact]
    public void A_section_of_another_group_does_not_cut_a_group_in_two()
    {
        var table = Table(Row(Tc("Aktivitet"), Tc("Uppföljning"), Tc("Ansvarig")), Section("Skola", 3), Row(Tc("Utbilda"), Tc(""), Tc("A")), Section("Fritid", 3), Row(Tc("Öppna"), Tc(""), Tc("B")));
        var plan = WordFiles.Read(Build(P("Uppföljning 2022") + table)) with { Title = "Uppföljning 2022" };
        plan = plan with { Sections = [.. plan.Sections.Select(section => section with { Group = "Område A" })] };
        var template = WordFiles.Of(plan);
        var (file, filled) = Fill(template, plan with { Sections = [plan.Sections[0], NewSection("Ledning", "Område B"), plan.Sections[1]] });
        Assert.Equal([("Område A", "Skola"), ("Område A", "Fritid"), ("Område B", "Ledning")], filled.Sections.Select(section => (section.Group, section.Heading)));
        AssertSame(filled, file);
    }

    [Fact]
    public void A_card_gets_a_row_for_a_text_that_it_has_none_for()
    {
        string Card(string activity, bool responsible) => Table(
            [Row(Tc("Aktivitet"), Tc(activity)), Row(Tc("Mål"), Tc("Bra")), .. responsible ? [Row(Tc("Ansvarig"), Tc("Rektor"))] : Array.Empty<string>(), Row(Tc("Uppföljning"), Tc(""))]);
        var template = Build(P("Uppföljning 2022") + Card("Utbilda", true) + P("") + Card("Informera", false));
        var plan = WordFiles.Read(template);
        Assert.Equal(2, plan.Measures.Count());
        var answered = Each(plan, measure => measure with { Responsible = new("Samordnaren"), FollowUp = new("Klart.") });
        var (file, filled) = Fill(template, answered);
        Assert.Equal(["Samordnaren", "Samordnaren"], WordFiles.Read(file).Measures.Select(measure => measure.Responsible.Text));
        AssertSame(filled, file);
    }

    [Theory]
    [InlineData("<w:gridSpan w:val=\"2\"/>", "")]
    [InlineData("", "<w:gridSpan w:val=\"2\"/>")]
    public void A_text_that_finds_no_cell_is_told(string ofActivity, string ofAnswer)
    {
        var template = Build(P("Uppföljning 2022") + Table(
            Row(Tc("Aktivitet"), Tc("Mål"), Tc("Uppföljning")), Row(Tc("Utbilda"), Tc("Bra"), Tc("")), Row(Tc("Informera", ofActivity), Tc("", ofAnswer)), Row(Tc("Öppna"), Tc("Ofta"), Tc(""))));
        var data = Each(WordFiles.Read(template), measure => measure with { Goal = new("Nytt mål") });
        using var stream = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(template), "mall.docx", data, stream);
        var read = WordFiles.Read(stream.ToArray());
        Assert.Equal(data.Measures.Select(measure => (measure.Id, measure.Activity)), read.Measures.Select(measure => (measure.Id, measure.Activity)));
        var lost = read.Measures.Where(measure => measure.Goal.Text != "Nytt mål").Select(measure => (measure.Id, "Mål"));
        var told = result.Diagnostics.Where(diagnostic => diagnostic.Code == "AP3021").Select(diagnostic => (diagnostic.Arguments[0], diagnostic.Arguments[1]));
        Assert.Equal(lost, told);
    }

    [Fact]
    public void A_text_whose_cell_the_answer_covers_is_told()
    {
        var template = Build(P("Uppföljning 2022") + Table(
            Row(Tc("Aktivitet"), Tc("Uppföljning"), Tc("Mål")), Row(Tc("Utbilda"), Tc(""), Tc("Bra")), Row(Tc("Informera"), Tc("Klart", "<w:gridSpan w:val=\"2\"/>")), Row(Tc("Öppna"), Tc(""), Tc("Ofta"))));
        var data = Each(WordFiles.Read(template), measure => measure with { Goal = new("Nytt mål") });
        using var stream = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(template), "mall.docx", data, stream);
        var told = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Code == "AP3021");
        Assert.Equal([data.Measures.Single(measure => measure.Activity.Text == "Informera").Id, "Mål"], told.Arguments);
    }

    [Fact]
    public void Braces_in_texts_and_headings_of_a_generated_template_are_no_fields()
    {
        var document = Build(P("Uppföljning 2022") + Table(
            Row(Tc("Aktivitet"), Tc("Kod {{measure.id}}"), Tc("Uppföljning")), Section("{{section.heading}} {{#measures}}", 3), Row(Tc("Skriv {{measure.goal}} i mallen"), Tc("{{plan.title}}"), Tc(""))));
        var template = Next(document, out var planned);
        var (file, filled) = Fill(template, Each(planned, measure => measure with { FollowUp = new("{{plan.title}}") }));
        Assert.Equal("{{section.heading}} {{#measures}}", filled.Sections[0].Heading);
        var measure = Assert.Single(WordFiles.Read(file).Measures);
        Assert.Equal(("Skriv {{measure.goal}} i mallen", "{{plan.title}}"), (measure.Activity.Text, measure.FollowUp.Text));
        AssertSame(filled, file);
    }

    [Fact]
    public void Braces_of_the_example_stay_in_what_is_made_after_it()
    {
        var template = Next(Build(P("Uppföljning 2022") + P("Diarienummer {{ärendemening}} och {{") + Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), Row(Tc("Utbilda"), Tc("")))), out var planned);
        using var stream = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(template), "mall.docx", Each(planned, measure => measure with { FollowUp = new("Klart.") }), stream);
        Assert.Equal("Klart.", Assert.Single(result.GetValueOrThrow().Measures).FollowUp.Text);
        Assert.Contains("Diarienummer {{ärendemening}} och {{", WordFiles.Part(stream.ToArray(), "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(2, result.Diagnostics.Count(diagnostic => diagnostic.Code == "AP3122"));
    }

    [Theory]
    [InlineData("Choice")]
    [InlineData("Fallback")]
    public void Tables_in_alternate_forms_are_counted_as_they_were_read(string form)
    {
        var other = Table(Row(Tc("Version"), Tc("Datum")), Row(Tc("1"), Tc("2022-01-01")));
        var plan = Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), Row(Tc("Utbilda"), Tc("")));
        string Alternates(string table) => $"<mc:AlternateContent><mc:Choice Requires=\"w14\">{(form == "Choice" ? table : "<w:p/>")}</mc:Choice><mc:Fallback>{table}</mc:Fallback></mc:AlternateContent>";
        foreach (var body in (string[])[Alternates(other) + plan, Alternates(plan), Alternates(plan + P("") + other)])
        {
            var template = Next(Build(P("Uppföljning 2022") + body), out var planned);
            var (file, filled) = Fill(template, Each(planned, measure => measure with { FollowUp = new("Klart.") }));
            Assert.Equal("Klart.", Assert.Single(WordFiles.Read(file).Measures).FollowUp.Text);
            AssertSame(filled, file);
        }
    }

    private static byte[] Build(string body) => new Sources.Word.DocxBuilder(body).ToBytes();

    private static string Section(string heading, int span = 2) => Row(Tc(heading, $"<w:gridSpan w:val=\"{span}\"/>"));

    private static PlanSection NewSection(string heading, string? group) =>
        new() { Group = group, Heading = heading, Measures = [new() { Id = "bbbbbbbbbbbbbbbb", Activity = new("Leda"), FollowUp = new("Klart.") }] };

    private static Plan Each(Plan plan, Func<Measure, Measure> change) =>
        plan with { Sections = [.. plan.Sections.Select(section => section with { Measures = [.. section.Measures.Select(change)] })] };

    private static Plan Added(Plan plan, int after, string focusArea = "")
    {
        var measures = plan.Sections[0].Measures.ToList();
        measures.Insert(after, measures[0] with { Id = "bbbbbbbbbbbbbbbb", FocusArea = RichText.FromText(focusArea), Activity = new("Ny insats") });
        return plan with { Sections = [plan.Sections[0] with { Measures = [.. measures] }] };
    }

    private static byte[] Next(byte[] document, out Plan planned)
    {
        using var stream = new MemoryStream();
        planned = new WordTemplate().Next(new MemoryStream(document), "plan.docx", stream, new() { Period = "2023" }).GetValueOrThrow();
        return stream.ToArray();
    }

    private static (byte[] File, Plan Plan) Fill(byte[] template, Plan plan)
    {
        var file = WordFiles.Fill(template, plan, out var filled);
        WordFiles.AssertValid(file);
        return (file, filled);
    }

    private static void AssertSame(Plan filled, byte[] file)
    {
        var read = WordFiles.Read(file);
        WordFiles.AssertSame(filled, read);
        Assert.Equal(filled.Sections, read.Sections);
    }

    private static IEnumerable<System.Xml.Linq.XElement> Rows(byte[] file) =>
        System.Xml.Linq.XDocument.Parse(WordFiles.Part(file, "word/document.xml")).Descendants().Where(element => element.Name.LocalName == "tr");

    private static int Count(byte[] file, string mark) => WordFiles.Part(file, "word/document.xml").Split(mark).Length - 1;
}
