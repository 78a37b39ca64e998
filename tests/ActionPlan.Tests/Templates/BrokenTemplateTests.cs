using System.Globalization;
using ActionPlan.Tests.Sources.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>Templates that people get wrong: each fault is told, with what to do and where, and no right template is refused.</summary>
public class BrokenTemplateTests
{
    private const string CheckBox = "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>";
    private const string Bound = "<w:dataBinding w:xpath=\"/plan[1]/title[1]\" w:storeItemID=\"{11111111-2222-3333-4444-555555555555}\"/><w:text/>";
    private static readonly string Right = Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), Row(Tc("{{#measures}}{{measure.activity}}"), Tc("{{measure.followUp}}{{/measures}}")));

    /// <summary>A line in a template that is right apart from it.</summary>
    [Theory]
    [InlineData("Om {{plan.titel}} här", "AP3111: '{{plan.titel}}' is no field. Did you mean '{{plan.title}}'? (in the text, at “Om {{plan.titel}} här”)")]
    [InlineData("{{Plan.Title}}", "AP3111: '{{Plan.Title}}' is no field. Did you mean '{{plan.title}}'? (in the text)")]
    [InlineData("{{plan. title}}", "AP3111: '{{plan. title}}' is no field. Did you mean '{{plan.title}}'? (in the text)")]
    [InlineData("{{plan_title}}", "AP3111: '{{plan_title}}' is no field. Did you mean '{{plan.title}}'? (in the text)")]
    [InlineData("{{plan.title|upper}}", "AP3111: '{{plan.title|upper}}' is no field. Did you mean '{{plan.title}}'? (in the text)")]
    [InlineData("{{titel}}", "AP3111: '{{titel}}' is no field. Did you mean '{{plan.title}}'? (in the text)")]
    [InlineData("{{plan.diarienummer}}", "AP3111: '{{plan.diarienummer}}' is no field. Did you mean '{{plan.reference}}'? (in the text)")]
    [InlineData("{{beslut.uppföljning.datum}}", "AP3111: '{{beslut.uppföljning.datum}}' is no field. Did you mean '{{decision.followUp.date}}'? (in the text)")]
    [InlineData("{{#if plan.reference}}Dnr{{/if}}", "AP3111: '{{#if plan.reference}}' is no field. Did you mean '{{#plan.reference}}'? (in the text, at “{{#if plan.reference}}Dnr{{/if}}”)", "AP3111: '{{/if}}' is no field. Did you mean '{{/plan.reference}}'? (in the text, at “{{#if plan.reference}}Dnr{{/if}}”)")]
    [InlineData("{{{plan.title}}}", "AP3111: '{{{plan.title}}' is no field. Did you mean '{{plan.title}}'? (in the text, at “{{{plan.title}}}”)")]
    [InlineData("{{hej hopp}}", "AP3110: '{{hej hopp}}' is not the name of a field. Take one of the names that the manual lists, or take it away. (in the text)")]
    [InlineData("{{#plan.period}}x{{/}}", "AP3112: '{{/}}' has no name between its braces. Write the name of a field there, or take the braces away. (in the text, at “{{#plan.period}}x{{/}}”)", "AP3114: '{{#plan.period}}' begins and never ends. Write '{{/plan.period}}' where it is to end. (in the text, at “{{#plan.period}}x{{/}}”)")]
    [InlineData("Om {{plan.title} och {{plan.period}}", "AP3113: '{{' is never closed: '}}' is missing on the same line after 'Om {{plan.title} och {{plan.period}}'. (in the text)")]
    [InlineData("Om {plan.title}} här", "AP3125: '{plan.title}}' is not written as a field and would stay as it is. Write '{{plan.title}}'. (in the text, at “Om {plan.title}} här”)")]
    [InlineData("{plan.title}", "AP3125: '{plan.title}' is not written as a field and would stay as it is. Write '{{plan.title}}'. (in the text)")]
    [InlineData("{ {plan.title} }", "AP3125: '{ {plan.title} }' is not written as a field and would stay as it is. Write '{{plan.title}}'. (in the text)")]
    [InlineData("[plan.title]", "AP3125: '[plan.title]' is not written as a field and would stay as it is. Write '{{plan.title}}'. (in the text)")]
    [InlineData("«plan.title»", "AP3125: '«plan.title»' is not written as a field and would stay as it is. Write '{{plan.title}}'. (in the text)")]
    [InlineData("Titel }} här", "AP3126: '}}' closes nothing: '{{' is missing before it, in 'Titel }}'. (in the text)")]
    [InlineData("{{measures}}", "AP3130: '{{measures}}' says neither begin nor end. Write '{{#measures}}' where the repetition begins and '{{/measures}}' where it ends. (in the text)")]
    [InlineData("{{^plan.period}}År", "AP3114: '{{^plan.period}}' begins and never ends. Write '{{/plan.period}}' where it is to end. (in the text, at “{{^plan.period}}År”)")]
    [InlineData("{{section.heading}}", "AP3117: 'section.heading' has a value only between '{{#sections}}' and '{{/sections}}', or within a content control with the tag 'sections'. Move it there. (in the text, at “{{section.heading}}”)")]
    public void A_line_that_is_wrong_is_told_with_what_to_do(string line, params string[] expected) => Assert.Equal(expected, Found(P(line) + Right));

    /// <summary>A content control by its tag.</summary>
    [Theory]
    [InlineData("plan.titel", "<w:text/>", "AP3111: 'plan.titel' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("plan_title", "<w:text/>", "AP3111: 'plan_title' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("Plan.Title", "<w:text/>", "AP3111: 'Plan.Title' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("{{plan.title}}", "<w:text/>", "AP3111: '{{plan.title}}' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("ap:plan.title", "<w:text/>", "AP3111: 'ap:plan.title' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("ap:title", "<w:text/>", "AP3111: 'ap:title' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("kommun.plan.title", "<w:text/>", "AP3111: 'kommun.plan.title' is no field. Did you mean 'plan.title'? (in the text, at “x”)")]
    [InlineData("/measures", "", "AP3111: '/measures' is no field. Did you mean 'measures'? (in the text, at “x”)")]
    [InlineData("#plan.dnr", "", "AP3111: '#plan.dnr' is no field. Did you mean 'plan.reference'? (in the text, at “x”)")]
    [InlineData("titel", "<w:text/>", "AP3127: A content control has the tag 'titel', which is no field, and is left as it is. If it is to be filled in, its tag has to be 'plan.title'. (in the text, at “x”)")]
    [InlineData("plan.title", CheckBox, "AP3128: The content control 'plan.title' is a check box or a picture and can hold no text. Take a control for text, a list or a date instead. (in the text)")]
    [InlineData("measures", "", "AP3132: The content control 'measures' does not stand around whole lines or whole rows, or is empty. Mark whole paragraphs or whole rows and put the control around them. (in the text, at “x”)")]
    [InlineData("plan.title", Bound, "AP3123: The content control 'plan.title' is bound to XML that is not in the document, or by a path that is not followed. Its text is filled in; the binding goes. (in the text)")]
    public void A_control_that_is_wrong_is_told_with_what_to_do(string tag, string kind, string expected) =>
        Assert.Equal([expected], Found($"<w:p>{Control(tag, R("x"), kind)}</w:p>" + Right));

    /// <summary>Rows of a table that has them from its second row on.</summary>
    [Theory]
    [InlineData("{{#åtgärder}}{{åtgärd.aktivitet}}|{{åtgärd.uppföljning}}{{/åtgärder}}", "AP3111 table 1, row 2, column 1", "AP3111 table 1, row 2, column 1", "AP3111 table 1, row 2, column 2")]
    [InlineData("{{#Measures}}{{measure.activity}}|{{measure.followUp}}{{/Measures}}", "AP3111 table 1, row 2, column 1")]
    [InlineData("{{#each measures}}{{measure.activity}}|{{measure.followUp}}{{/each}}", "AP3111 table 1, row 2, column 1", "AP3111 table 1, row 2, column 2")]
    [InlineData("{{measure.activity}}|{{measure.followUp}}", "AP3117 table 1, row 2, column 1", "AP3117 table 1, row 2, column 2")]
    [InlineData("{{#measures}}{{measure.activity}}|{{measure.followUp}}{{/measures}}{{/measures}}", "AP3115 table 1, row 2, column 2")]
    [InlineData("{{#measures}}{{measure.activity}}|{{measure.followUp}}{{/sections}}", "AP3114 table 1, row 2, column 1", "AP3115 table 1, row 2, column 2")]
    [InlineData("{{#measures}}{{measure.activity}}|{{measure.followUp}}{{measure.other.}}{{/measures}}", "AP3110 table 1, row 2, column 2")]
    public void Rows_that_are_wrong_are_told_with_their_place(string row, params string[] expected) =>
        Assert.Equal(expected, Places(Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), Row([.. row.Split('|').Select(cell => Tc(cell))]))).Order(StringComparer.Ordinal));

    [Fact]
    public void What_begins_in_one_table_and_ends_in_another_is_told() =>
        Assert.Equal(["AP3118 table 1, row 1, column 1"], Places(Table(Row(Tc("{{#measures}}{{measure.activity}}"), Tc("{{measure.followUp}}"))) + P("") + Table(Row(Tc("{{/measures}}"), Tc("x")))));

    [Fact]
    public void A_repetition_of_a_misspelt_tag_is_told_once()
    {
        var rows = Control("åtgärder", Row(Tc("{{measure.activity}}"), Tc("{{measure.followUp}}")), "");
        Assert.Equal(["AP3111 table 1, row 2"], Places(Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), rows)));
    }

    [Fact]
    public void Two_fields_bound_to_one_place_are_told()
    {
        var builder = new DocxBuilder($"<w:p>{Control("plan.title", R("x"), Bound)}{Control("plan.period", R("x"), Bound)}</w:p>" + Right)
            .With("customXml/item1.xml", "<plan><title>x</title></plan>")
            .With("customXml/_rels/item1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>")
            .With("customXml/itemProps1.xml", "<ds:datastoreItem ds:itemID=\"{11111111-2222-3333-4444-555555555555}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"/>")
            .Related("rIdX", "customXml", "../customXml/item1.xml");
        Assert.Equal("AP3124", Assert.Single(new WordTemplate().Check(new MemoryStream(builder.ToBytes()), "mall.docx")).Code);
    }

    [Fact]
    public void Fields_where_nothing_is_filled_in_are_told()
    {
        var builder = new DocxBuilder(Right + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/></w:sectPr>")
            .With("word/header1.xml", $"<w:hdr {Namespaces}><w:p><w:r><w:pict><v:shape id=\"s\"><v:textpath string=\"{{{{plan.period}}}}\"/></v:shape></w:pict></w:r></w:p></w:hdr>").Related("rIdH", "header", "header1.xml");
        var found = Assert.Single(new WordTemplate().Check(new MemoryStream(builder.ToBytes()), "mall.docx"));
        Assert.Equal("AP3129", found.Code);
        Assert.EndsWith("(i sidhuvudet)", found.MessageIn(CultureInfo.GetCultureInfo("sv")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_two_forms_is_told_once()
    {
        var box = $"<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{P("{{plan.titel}}")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{P("{{plan.titel}}")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>";
        Assert.Equal(["AP3111: '{{plan.titel}}' is no field. Did you mean '{{plan.title}}'? (in a text box)"], Found($"<w:p><w:r>{box}</w:r></w:p>" + Right));
    }

    [Theory]
    [InlineData("{{plan.\u200Btitle}} {{\u00A0plan.period\u00A0}}")]
    [InlineData("{{ # plan.period }}x{{ / plan.period }}")]
    [InlineData("{{^measures}}Inga åtgärder.{{/measures}}")]
    [InlineData("“{{plan.title}}” ({{plan.reference}}) [{{plan.title}}]")]
    [InlineData("Skriv [namn] här, se &lt;http://x.se/&gt; {x} och [1], [Ange titel], {period}")]
    public void What_is_right_is_not_told(string line) => Assert.Empty(Found(P(line) + Right));

    [Theory]
    [InlineData("status_rapport")]
    [InlineData("Datum")]
    [InlineData("section")]
    [InlineData("goog_rdk_1")]
    [InlineData("1234")]
    public void Tags_of_others_are_left_alone(string tag) => Assert.Empty(Found($"<w:p>{Control(tag, R("x"), "")}</w:p>" + Right));

    [Fact]
    public void What_asks_for_a_text_within_a_control_is_its_own()
    {
        var cell = $"<w:tc><w:p>{Control("measure.followUp", R("{measure.followUp}"), "")}</w:p></w:tc>";
        Assert.Empty(Found($"<w:p>{Control("plan.title", R("[plan.title]"), "")}</w:p>" + Table(Row(Tc("Aktivitet"), Tc("Uppföljning")), Control("measures", Row(Tc("{{measure.activity}}"), cell), ""))));
    }

    private static string Control(string tag, string content, string kind) => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static IEnumerable<string> Found(string body) => Check(body).Select(found => $"{found.Code}: {found.MessageIn(CultureInfo.InvariantCulture)}");

    private static IEnumerable<string> Places(string body) => Check(body).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found.Code} {found.Place}");

    private static ValueList<Diagnostic> Check(string body)
    {
        var template = new DocxBuilder(body).ToBytes();
        var found = new WordTemplate().Check(new MemoryStream(template), "mall.docx");
        if (found.Any(each => each.Severity == DiagnosticSeverity.Error))
        {
            using var nothing = new MemoryStream();
            Assert.Equal(ReadOutcome.Refused, new WordTemplate().Fill(new MemoryStream(template), "mall.docx", new Plan { Title = "x" }, nothing).Outcome);
            Assert.Equal(0, nothing.Length);
        }

        return found;
    }
}
