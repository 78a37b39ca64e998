using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;
using ActionPlan.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>
/// What can be edited in a locked template. Word opens, under forms protection, all that a control holds unless its innermost control is locked or a
/// group; LibreOffice opens what a control around runs holds, and nothing else.
/// </summary>
public class LockedTemplateTests
{
    private static readonly TemplateOptions Locked = new() { Period = "2031", Lock = true, KeepPrevious = true, Statuses = ["Påbörjad", "Genomförd"] };

    public static TheoryData<string> Documents => [.. CorpusFiles.Word.Take(8)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Word_lets_the_answers_be_edited_and_nothing_else(string name)
    {
        var (file, plan) = WordFiles.Template(name, Locked);
        WordFiles.AssertValid(file);
        var open = Texts(file).Where(IsOpenInWord).ToList();
        Assert.All(open, text => Assert.True(IsAnswer(text), text.Value));
        Assert.True(open.Count >= plan.Measures.Count());
        Assert.All(Texts(file).Where(IsPrompt), text => Assert.True(IsOpenInWord(text)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void LibreOffice_lets_the_answers_be_edited_and_nothing_else(string name)
    {
        var (file, plan) = WordFiles.Template(name, Locked);
        var open = Texts(file).Where(text => RunControl(text) is not null && IsAnswer(text)).ToList();
        Assert.Equal(2 * plan.Measures.Count(), open.Count(IsPrompt) + open.Select(RunControl).Where(control => !IsPromptingControl(control!)).Distinct().Count());
        var own = Texts(file).Where(text => RunControl(text) is { } control && !IsAnswer(text) && OfCell(control)).ToList();
        Assert.Empty(own);
    }

    [Fact]
    public void A_locked_template_of_data_is_locked_alike()
    {
        using var stream = new MemoryStream();
        var plan = WordFiles.Simple("") with { Period = "2030" };
        plan = plan with { Columns = [.. plan.Columns, new(ColumnKey.Comment, "Kommentar")] };
        using var json = new MemoryStream();
        PlanWriter.Write(plan, json);
        json.Position = 0;
        new WordTemplate().Next(json, "plan.json", stream, new() { Lock = true }).GetValueOrThrow();
        var file = stream.ToArray();
        WordFiles.AssertValid(file);
        Assert.Equal(["Klicka här och skriv uppföljningen.", "Klicka här och skriv."], Texts(file).Where(IsOpenInWord).Select(text => text.Value));
        Assert.Equal(["Klicka här och skriv uppföljningen.", "Klicka här och skriv."], Texts(file).Where(text => RunControl(text) is not null && IsAnswer(text)).Select(text => text.Value));
        Assert.All(WordFiles.Read(file).Measures, measure => Assert.True(measure.FollowUp.IsEmpty && measure.Comment.IsEmpty));
    }

    [Fact]
    public void Each_paragraph_of_an_answer_can_be_edited_in_the_filled_document_too()
    {
        var (template, plan) = WordFiles.Template(CorpusFiles.Word.First(), Locked);
        var answered = plan with { Sections = [.. plan.Sections.Select(section => section with { Measures = [.. section.Measures.Select(measure => measure with { FollowUp = RichText.FromText("Ett.\nTvå.") })] })] };
        var file = WordFiles.Fill(template, answered, out _);
        WordFiles.AssertValid(file);
        WordFiles.AssertSame(answered, WordFiles.Read(file));
        Assert.Equal(2 * plan.Measures.Count(), Texts(file).Count(text => text.Value is "Ett." or "Två." && IsOpenInWord(text) && RunControl(text) is not null));

        // A second time nothing is wrapped twice.
        var again = WordFiles.Fill(file, answered, out _);
        Assert.Equal(WordFiles.Part(file, "word/document.xml").Split("<w:sdt>").Length, WordFiles.Part(again, "word/document.xml").Split("<w:sdt>").Length);
    }

    [Fact]
    public void Next_years_template_of_a_locked_document_is_unlocked_unless_asked_for()
    {
        using var stream = new MemoryStream();
        using var json = new MemoryStream();
        PlanWriter.Write(WordFiles.Simple("Klart.") with { Period = "2030" }, json);
        json.Position = 0;
        new WordTemplate().Next(json, "plan.json", stream, new() { Lock = true }).GetValueOrThrow();
        stream.Position = 0;
        using var next = new MemoryStream();
        new WordTemplate().Next(stream, "mall.docx", next).GetValueOrThrow();
        Assert.DoesNotContain("<w:lock", WordFiles.Part(next.ToArray(), "word/document.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("<w:group", WordFiles.Part(next.ToArray(), "word/document.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cell")]
    [InlineData("run")]
    [InlineData("both")]
    public void An_answer_is_read_alike_whatever_its_control_stands_around(string around)
    {
        const string Id = "mwoxiumnkwrupzdr";
        var answer = around switch
        {
            "cell" => Around($"followUp:{Id}", Tc("Klart.")),
            "run" => $"<w:tc><w:p>{Around($"followUp:{Id}", R("Klart."))}</w:p></w:tc>",
            _ => Around($"followUp:{Id}", $"<w:tc><w:p>{Around($"followUp:{Id}", R("Klart."))}</w:p></w:tc>"),
        };
        var file = Build(P("Uppföljning 2022") + Around("ap:plan", Table(
            Row(Around("ap:column:1:activity", Tc("Aktivitet")), Around("ap:column:2:followUp", Tc("Uppföljning"))),
            Around($"ap:measure:{Id}", Row(Around($"activity:{Id}", Tc("Utbilda")), answer)))));
        var measure = Assert.Single(WordFiles.Read(file).Measures);
        Assert.Equal((Id, "Klart."), (measure.Id, measure.FollowUp.Text));
        var filled = WordFiles.Fill(file, WordFiles.Read(file), out _);
        WordFiles.AssertValid(filled);
        Assert.Equal(1, WordFiles.Part(filled, "word/document.xml").Split($"\"followUp:{Id}\"").Length - 1);
    }

    private static byte[] Build(string body) => new DocxBuilder(body).ToBytes();

    private static string Around(string tag, string content) => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static IEnumerable<XElement> Texts(byte[] file) =>
        XDocument.Parse(WordFiles.Part(file, "word/document.xml")).Descendants(Wml.T).Where(text => !string.IsNullOrWhiteSpace(text.Value));

    private static bool IsOpenInWord(XElement text) =>
        text.Ancestors(Wml.Sdt).FirstOrDefault()?.Element(Wml.SdtPr) is { } properties
        && properties.Element(Wml.W + "group") is null
        && (string?)properties.Element(Wml.W + "lock")?.Attribute(Wml.Val) is not ("contentLocked" or "sdtContentLocked");

    private static XElement? RunControl(XElement text) => text.Ancestors(Wml.Sdt).FirstOrDefault(control => control.Parent!.Name == Wml.P);

    private static bool OfCell(XElement control) => Tag(control).Contains(':', StringComparison.Ordinal) && !Tag(control).StartsWith("ap:", StringComparison.Ordinal);

    private static bool IsAnswer(XElement text) => text.Ancestors(Wml.Sdt).Select(Tag).FirstOrDefault(tag => tag.Length > 0) is { } tag
        && (tag.StartsWith("followUp:", StringComparison.Ordinal) || tag.StartsWith("status:", StringComparison.Ordinal) || tag.StartsWith("comment:", StringComparison.Ordinal));

    private static bool IsPrompt(XElement text) => text.Value is "Välj status." || text.Value.StartsWith("Klicka här", StringComparison.Ordinal);

    private static bool IsPromptingControl(XElement control) => control.Element(Wml.SdtPr)!.Element(Wml.W + "showingPlcHdr") is not null;

    private static string Tag(XElement control) => (string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) ?? "";
}
