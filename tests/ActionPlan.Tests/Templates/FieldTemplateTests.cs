using System.IO.Compression;
using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>Templates made on purpose: fields, repetitions and conditions, in text and in content controls.</summary>
public class FieldTemplateTests
{
    private const string Grid = "<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>";

    private static readonly string Heading = Row(Tc("Aktivitet"), Tc("Uppföljning"));
    private static readonly string MeasureRow = Row(Tc("{{#measures}}{{measure.activity}}"), Tc("{{measure.followUp}}{{/measures}}"));

    private static readonly Plan Plan = new()
    {
        Title = "Uppföljning av plan",
        Period = "2023",
        Language = "sv",
        Decisions = [new(DecisionRole.FollowUp, "KUN", PartialDate.Parse("2023-05-04", null), "12", "KUN 2023-05-04 § 12")],
        Columns = [new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.FollowUp, "Uppföljning")],
        Sections =
        [
            new() { Heading = "Skola", Measures = [Measure('a', "Läsa", "Klart"), Measure('b', "Räkna", "")] },
            new() { Heading = "Omsorg", Measures = [Measure('c', "Vårda", "{{plan.title}} <x> & {{#measures}}")] },
        ],
    };

    [Fact]
    public void Fields_of_the_front_are_filled_also_where_Word_split_them_over_runs()
    {
        var body = Filled($"<w:p>{R("Om {{pl")}{R("an.ti", "<w:b/>")}<w:proofErr w:type=\"spellStart\"/>{R("tle}} och {{plan.period}}.")}</w:p>" + Table(Grid, Heading, MeasureRow));
        Assert.Contains("Om Uppföljning av plan och 2023.", Text(body), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_repeat_and_the_document_reads_back_with_its_ids()
    {
        var file = Fill(P("{{plan.title}}") + Table(Grid, Heading, MeasureRow));
        WordFiles.AssertValid(file);
        var read = WordFiles.Read(file);
        Assert.Equal(Plan.Measures.Select(measure => (measure.Id, measure.Activity, measure.FollowUp)), read.Measures.Select(measure => (measure.Id, measure.Activity, measure.FollowUp)));
        Assert.Equal(Plan.Columns, read.Columns);
    }

    [Fact]
    public void Sections_repeat_around_their_measures_in_one_table()
    {
        var file = Fill(Table(Grid, Heading, Row($"<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{P("{{#sections}}{{section.heading}}")}</w:tc>"), MeasureRow, Row(Tc("{{/sections}}"), Tc(""))));
        WordFiles.AssertValid(file);
        var read = WordFiles.Read(file);
        Assert.Equal(["Skola", "Omsorg"], read.Sections.Select(section => section.Heading));
        Assert.Equal([2, 1], read.Sections.Select(section => section.Measures.Count));
    }

    [Fact]
    public void Sections_repeat_as_paragraphs_each_with_a_table()
    {
        var file = Fill(P("{{#sections}}") + P("{{section.heading}}") + Table(Grid, Heading, MeasureRow) + P("{{/sections}}") + P("Slut"));
        WordFiles.AssertValid(file);
        Assert.Equal(["Skola", "Omsorg"], WordFiles.Read(file).Sections.Select(section => section.Heading));
        Assert.EndsWith("Slut", Text(Body(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_keep_or_drop_rows_paragraphs_and_stretches()
    {
        var body = Filled(
            P("{{#plan.reference}}") + P("Dnr finns") + P("{{/plan.reference}}") + P("{{^plan.reference}}Dnr saknas{{/plan.reference}}")
            + P("År{{#plan.period}} {{plan.period}}{{/plan.period}}{{#plan.reference}} ({{plan.reference}}){{/plan.reference}}")
            + Table(Grid, Heading, Row(Tc("{{#measures}}{{measure.activity}}"), Tc("{{measure.followUp}}{{#measure.followUp}}!{{/measure.followUp}}{{/measures}}"))));
        var text = Text(body);
        Assert.DoesNotContain("Dnr finns", text, StringComparison.Ordinal);
        Assert.Contains("Dnr saknasÅr 2023", text, StringComparison.Ordinal);
        Assert.Contains("Klart!", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_never_parsed_as_template_text() =>
        Assert.Contains("{{plan.title}} <x> & {{#measures}}", Text(Filled(Table(Grid, Heading, MeasureRow))), StringComparison.Ordinal);

    [Fact]
    public void Controls_are_filled_by_their_tags_and_stay()
    {
        var body = Filled(
            Block("plan.title", P("[titel]")) + $"<w:p>{Inline("decision.followUp.date", R("[datum]"), "<w:date><w:dateFormat w:val=\"yyyy-MM-dd\"/></w:date>")}</w:p>"
            + Table(Grid, Heading, Rows("measures", Row(Tc("").Replace(P(""), Block("measure.activity", P("x")), StringComparison.Ordinal), Tc("").Replace(P(""), Block("measure.followUp", P("y")), StringComparison.Ordinal)))));
        Assert.Contains("Uppföljning av plan2023-05-04", Text(body), StringComparison.Ordinal);
        var date = body.Descendants(W("date")).Single();
        Assert.Equal("2023-05-04T00:00:00Z", (string?)date.Attribute(W("fullDate")));
        Assert.Contains(body.Descendants(W("tag")), tag => (string?)tag.Attribute(W("val")) == "plan.title");
        Assert.Contains(body.Descendants(W("tag")), tag => (string?)tag.Attribute(W("val")) == "followUp:aaaaaaaaaaaaaaaa");
    }

    [Fact]
    public void A_repeating_section_takes_its_first_item_as_the_pattern_and_reads_back()
    {
        var item = Sdt("", Row(Tc("").Replace(P(""), Block("measure.activity", P("x")), StringComparison.Ordinal), Tc("{{measure.followUp}}")), "<w15:repeatingSectionItem xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>");
        var file = Fill(Table(Grid, Heading, Sdt("measures", item + item, "<w15:repeatingSection xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>")));
        WordFiles.AssertValid(file);
        Assert.Equal(Plan.Measures, WordFiles.Read(file).Measures);
    }

    [Fact]
    public void A_drop_down_gets_a_choice_that_it_lacks()
    {
        var plan = Plan with { Columns = [.. Plan.Columns, new(ColumnKey.Status, "Status")], Sections = [Plan.Sections[0] with { Measures = [Plan.Sections[0].Measures[0] with { Status = new("Egen status") }] }] };
        var body = Body(Fill(Table(Row(Tc("Aktivitet"), Tc("Uppföljning"), Tc("Status")), Rows("measures", Row(Tc("{{measure.activity}}"), Tc("{{measure.followUp}}"), $"<w:tc><w:p>{Inline("measure.status", R("Välj"), "<w:dropDownList><w:listItem w:displayText=\"Klar\" w:value=\"1\"/></w:dropDownList>")}</w:p></w:tc>"))), plan));
        Assert.Equal(["Klar", "Egen status"], body.Descendants(W("listItem")).Select(item => (string?)item.Attribute(W("displayText"))));
        Assert.Contains("Egen status", Text(body), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_answer_is_a_control_with_a_prompt()
    {
        var file = Fill(Table(Grid, Heading, MeasureRow));
        Assert.Contains("Klicka här och skriv uppföljningen.", Text(Body(file)), StringComparison.Ordinal);
        Assert.True(WordFiles.Read(file).Measures.ElementAt(1).FollowUp.IsEmpty);
    }

    [Fact]
    public void Formatted_answers_arrive_as_such()
    {
        var rich = RichText.FromParagraphs(new TextParagraph([new("Vi "), new("har", Bold: true)]), new TextParagraph([new("punkt")], ListKind.Bullet), new TextParagraph([new("se "), new("länk", Link: "https://example.org/")]));
        var plan = Plan with { Sections = [Plan.Sections[0] with { Measures = [Plan.Sections[0].Measures[0] with { FollowUp = rich }] }] };
        var file = Fill(Table(Grid, Heading, MeasureRow), plan);
        WordFiles.AssertValid(file);
        Assert.Equal(rich.Paragraphs, Assert.Single(WordFiles.Read(file).Measures).FollowUp.Paragraphs);
    }

    [Fact]
    public void Page_headers_are_filled_too()
    {
        var builder = new DocxBuilder(Table(Grid, Heading, MeasureRow) + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/></w:sectPr>")
            .With("word/header1.xml", $"<w:hdr {Namespaces}>{P("{{plan.title}} {{plan.period}}")}</w:hdr>").Related("rIdH", "header", "header1.xml");
        using var zip = new ZipArchive(new MemoryStream(Fill(builder.ToBytes(), Plan)));
        using var header = zip.GetEntry("word/header1.xml")!.Open();
        Assert.Equal("Uppföljning av plan 2023", XElement.Load(header).Value);
    }

    [Fact]
    public void Bound_xml_is_kept_in_step_and_holds_nothing_else()
    {
        const string Store = "{11111111-2222-3333-4444-555555555555}";
        var bound = $"<w:dataBinding w:prefixMappings=\"xmlns:ns0='urn:x'\" w:xpath=\"/ns0:plan[1]/ns0:title[1]\" w:storeItemID=\"{Store}\"/>";
        var builder = new DocxBuilder($"<w:p>{Inline("plan.title", R("x"), bound + "<w:text/>")}</w:p>" + Table(Grid, Heading, MeasureRow))
            .With("customXml/item1.xml", "<plan xmlns=\"urn:x\"><title>gammal</title><secret>hemligt</secret></plan>")
            .With("customXml/_rels/item1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>")
            .With("customXml/itemProps1.xml", $"<ds:datastoreItem ds:itemID=\"{Store}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"/>")
            .Related("rIdX", "customXml", "../customXml/item1.xml");
        var file = Fill(builder.ToBytes(), Plan);
        WordFiles.AssertValid(file);
        using var zip = new ZipArchive(new MemoryStream(file));
        using var item = zip.GetEntry("customXml/item1.xml")!.Open();
        Assert.Equal("Uppföljning av plan", XElement.Load(item).Value);
        Assert.Equal(Store, (string?)Body(file).Descendants(W("dataBinding")).Single().Attribute(W("storeItemID")));
    }

    [Fact]
    public void A_front_of_fields_and_a_table_by_example_go_together()
    {
        var plan = Plan with { Sections = [new() { Measures = [.. Plan.Measures] }] };
        var table = Table([Grid, Heading, .. Plan.Measures.Select(measure => Row(Tc(measure.Activity.Text), Tc("")))]);
        var basis = WordFiles.Read(new DocxBuilder(P("Plan") + table).ToBytes());
        var answered = basis with { Title = "Ny titel", Sections = [basis.Sections[0] with { Measures = [.. basis.Measures.Select(measure => measure with { FollowUp = new("Svar") })] }] };
        var body = Body(Fill(P("{{plan.title}}") + table, answered));
        Assert.StartsWith("Ny titel", Text(body), StringComparison.Ordinal);
        Assert.Equal(3, body.Descendants(W("t")).Count(text => text.Value == "Svar"));
    }

    [Theory]
    [InlineData("{{plan.nonsens}}", "AP3110", "'{{plan.nonsens}}' is not the name of a field. Take one of the names that the manual lists, or take it away. (in the text)")]
    [InlineData("{{plan.titel}}", "AP3111", "'{{plan.titel}}' is no field. Did you mean '{{plan.title}}'? (in the text)")]
    [InlineData("{{ }}", "AP3112", "'{{}}' has no name between its braces. Write the name of a field there, or take the braces away. (in the text, at “{{ }}”)")]
    [InlineData("Titel: {{plan.title", "AP3113", "'{{' is never closed: '}}' is missing on the same line after 'Titel: {{plan.title'. (in the text)")]
    [InlineData("{{#plan.period}}x", "AP3114", "'{{#plan.period}}' begins and never ends. Write '{{/plan.period}}' where it is to end. (in the text, at “{{#plan.period}}x”)")]
    [InlineData("x{{/plan.period}}", "AP3115", "'{{/plan.period}}' ends what never began. Write '{{#plan.period}}' before it, or take it away. (in the text, at “x{{/plan.period}}”)")]
    [InlineData("{{#plan.period}}{{#plan.title}}x{{/plan.period}}{{/plan.title}}", "AP3116", "'{{/plan.period}}' stands before the end of '{{#plan.title}}', which begins within it. What begins last has to end first. (in the text, at “#plan.period}}{{#plan.title}}x{{/plan.period}}{{/plan.title}}”)")]
    [InlineData("{{measure.goal}}", "AP3117", "'measure.goal' has a value only between '{{#measures}}' and '{{/measures}}', or within a content control with the tag 'measures'. Move it there. (in the text, at “{{measure.goal}}”)")]
    [InlineData("Alla: {{#sections}}{{section.heading}}{{/sections}}.", "AP3118", "'{{#sections}}' and its end do not stand around whole lines or whole rows. Put both in one row, in two rows of the same table, or in paragraphs of their own. (in the text, at “Alla: {{#sections}}{{section.heading}}{{/sections}}.”)")]
    [InlineData("{{#sections}}{{#sections}}x{{/sections}}{{/sections}}", "AP3119", "'sections' repeats within 'sections', which cannot be. Take the inner one away, or end the outer one before it. (in the text, at “{{#sections}}{{#sections}}x{{/sections}}{{/sections}}”)")]
    public void A_broken_template_is_refused_with_a_message_to_act_on(string text, string code, string message)
    {
        var template = new DocxBuilder(P(text) + Table(Grid, Heading, MeasureRow)).ToBytes();
        var found = Assert.Single(new WordTemplate().Check(new MemoryStream(template), "mall.docx"));
        Assert.Equal((code, message), (found.Code, found.MessageIn(System.Globalization.CultureInfo.InvariantCulture)));
        using var nothing = new MemoryStream();
        Assert.Equal(code, new WordTemplate().Fill(new MemoryStream(template), "mall.docx", Plan, nothing).Error?.Code);
        Assert.Equal(0, nothing.Length);
    }

    [Fact]
    public void Every_fault_is_named_none_at_the_cost_of_another()
    {
        var template = new DocxBuilder(P("{{plan.titel}} {{") + P("{{#plan.period}}") + Table(Grid, Heading, Row(Tc("{{measure.goal}}"), Tc("{{mesure.activity}}")))).ToBytes();
        var found = new WordTemplate().Check(new MemoryStream(template), "mall.docx");
        Assert.Equal(["AP3111", "AP3111", "AP3113", "AP3114", "AP3117"], found.Select(diagnostic => diagnostic.Code).Order(StringComparer.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Place == new DocumentPlace(Table: 1, Row: 2, Column: 2));
    }

    [Fact]
    public void A_repetition_without_answers_is_pointed_out()
    {
        var found = new WordTemplate().Check(new MemoryStream(new DocxBuilder(Table(Row(Tc("Aktivitet")), Row(Tc("{{#measures}}{{measure.activity}}{{/measures}}")))).ToBytes()), "mall.docx");
        Assert.Equal(["AP3120"], found.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Conditions_stand_within_each_other_as_deep_as_elements_may(int depth, bool isRead)
    {
        var template = new DocxBuilder(
            string.Concat(Enumerable.Repeat(P("{{#plan.title}}"), depth)) + P("x") + string.Concat(Enumerable.Repeat(P("{{/plan.title}}"), depth)) + Table(Grid, Heading, MeasureRow)).ToBytes();
        Assert.Equal(isRead ? [] : ["AP1014"], new WordTemplate().Check(new MemoryStream(template), "mall.docx").Select(found => found.Code));
    }

    [Fact]
    public void What_stands_between_and_beside_the_pieces_of_fields_stays_in_its_order()
    {
        const string Runs = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A{{plan.</w:t></w:r><w:r><w:t>per</w:t><w:t>iod}}B</w:t><w:tab/><w:t>{{plan.period}}{{plan.</w:t></w:r>"
            + "<w:hyperlink w:anchor=\"x\"><w:r><w:t>period}}C</w:t></w:r></w:hyperlink><w:r><w:t>D{{#plan.period}}E{{#plan.title}}</w:t><w:br/><w:t>F{{/plan.title}}{{^plan.title}}G{{/plan.title}}</w:t></w:r><w:r><w:t>H{{/plan.period}}I</w:t></w:r></w:p>";
        var paragraph = Filled(Runs + Table(Grid, Heading, MeasureRow)).Elements().First().Elements().First();
        Assert.Equal($"A{Plan.Period}B\t{Plan.Period}{Plan.Period}CDE\nFHI", string.Concat(paragraph.Descendants().Select(each => each.Name.LocalName switch { "t" => each.Value, "tab" => "\t", "br" => "\n", _ => "" })));
        Assert.Equal($"A{Plan.Period}", string.Concat(paragraph.Descendants(W("r")).Where(run => run.Element(W("rPr"))?.Element(W("b")) is not null).Select(run => run.Value)));
    }

    [Fact]
    public void A_bookmark_within_repetitions_within_each_other_goes()
    {
        const string Marked = "<w:tc><w:p><w:bookmarkStart w:id=\"1\" w:name=\"m\"/><w:r><w:t>{{#measures}}{{measure.activity}}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p></w:tc>";
        const string Reference = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF m </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var body = Filled(Reference + P("{{#sections}}") + P("{{section.heading}}") + Table(Grid, Heading, $"<w:tr>{Marked}{Tc("{{measure.followUp}}{{/measures}}")}</w:tr>") + P("{{/sections}}"));
        Assert.Empty(body.Descendants(W("bookmarkStart")).Concat(body.Descendants(W("bookmarkEnd"))));
    }

    private static Measure Measure(char id, string activity, string followUp) => new() { Id = new string(id, 16), Activity = new(activity), FollowUp = RichText.FromText(followUp) };

    private static string Sdt(string tag, string content, string kind = "") => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:id w:val=\"7\"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Block(string tag, string content) => Sdt(tag, content);

    private static string Inline(string tag, string content, string kind) => Sdt(tag, content, kind);

    private static string Rows(string tag, string rows) => Sdt(tag, rows);

    private static XName W(string name) => XName.Get(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main");

    private static XElement Filled(string body) => Body(Fill(body));

    private static byte[] Fill(string body, Plan? plan = null) => Fill(new DocxBuilder(body).ToBytes(), plan ?? Plan);

    private static byte[] Fill(byte[] template, Plan plan)
    {
        using var stream = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(template), "mall.docx", plan, stream);
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }

    private static XElement Body(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var document = zip.GetEntry("word/document.xml")!.Open();
        return XElement.Load(document);
    }

    private static string Text(XElement body) => string.Concat(body.Descendants(W("t")).Select(text => text.Value));
}
