using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;
using ActionPlan.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>Templates made on purpose come in many shapes; of all of them the filled document is sound and holds each text of the plan once, in its place.</summary>
public class FieldTemplateShapesTests
{
    private const string Repeating = "<w15:repeatingSection xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>";
    private const string Item = "<w15:repeatingSectionItem xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>";
    private const string Store = "{11111111-2222-3333-4444-555555555555}";

    private static readonly string[] Fields = ["activity", "goal", "status", "followUp"];
    private static readonly string Headings = Row(Tc("Aktivitet"), Tc("Mål"), Tc("Status"), Tc("Uppföljning"));
    private static readonly string Grid = $"<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"2000\"/>", 4))}</w:tblGrid>";

    private static readonly RichText Listed = RichText.FromParagraphs(new TextParagraph([new("Vi har:")]), new TextParagraph([new("ett")], ListKind.Bullet), new TextParagraph([new("två", Bold: true)], ListKind.Bullet));

    private static readonly Plan Plan = new()
    {
        Title = "Uppföljning av plan",
        Period = "2023",
        Reference = "KS 2023/1",
        Language = "sv",
        Columns = [new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.Goal, "Mål"), new(ColumnKey.Status, "Status"), new(ColumnKey.FollowUp, "Uppföljning")],
        Sections =
        [
            new() { Heading = "Skola", Measures = [Measure('a', "Läsa", "Klart"), Measure('b', "Räkna", Listed)] },
            new() { Heading = "Omsorg & <vård>", Measures = [Measure('c', "Vårda", "{{plan.title}}"), Measure('d', "Äta", RichText.Empty)] },
        ],
    };

    public static TheoryData<string, bool, string> Controls()
    {
        var data = new TheoryData<string, bool, string>();
        foreach (var level in (ReadOnlySpan<string>)["run", "block", "cell", "text"])
        {
            foreach (var repeats in (ReadOnlySpan<bool>)[false, true])
            {
                foreach (var shape in (ReadOnlySpan<string>)["one table", "table each", "heading control", "label before heading", "card"])
                {
                    data.Add(level, repeats, shape);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void Fields_of_every_level_are_filled_and_read_back(string level, bool repeats, string shape)
    {
        string Loop(string tag, string content) => repeats ? Sdt(tag, Sdt(null, content, Item) + Sdt(null, content, Item), Repeating) : Sdt(tag, content);
        string Cell(string field) => level switch
        {
            "run" => $"<w:tc><w:p>{Field(field, R("x"))}</w:p></w:tc>",
            "block" => $"<w:tc>{Field(field, P("x"))}</w:tc>",
            "cell" => Field(field, Tc("x")),
            _ => Tc("{{measure." + field + "}}"),
        };
        var row = Row([.. Fields.Select(Cell)]);
        var table = Table(Grid, Headings, Loop("measures", row));
        var body = shape switch
        {
            "one table" => Table(Grid, Headings, Loop("sections", Row($"<w:tc><w:tcPr><w:gridSpan w:val=\"4\"/></w:tcPr><w:p>{Sdt("section.heading", R("x"))}</w:p></w:tc>") + Loop("measures", row))) + P("Slut"),
            "table each" => Loop("sections", $"<w:p>{Sdt("section.heading", R("x"), "<w:text/>")}</w:p>" + table + P("Slut")),
            "heading control" => Loop("sections", Sdt("section.heading", P("x")) + table + P("Slut")),
            "label before heading" => Loop("sections", P("Verksamhet: {{section.heading}}") + table + P("Slut")),
            _ => Loop("sections", P("{{section.heading}}") + Loop("measures", Table([Grid.Replace("<w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w", "</w", StringComparison.Ordinal), .. Fields.Select((field, i) => Row(Tc(Plan.Columns[i].Heading), Cell(field)))]) + P("Slut"))),
        };
        var file = Fill(new DocxBuilder(P("{{plan.title}}") + body));
        WordFiles.AssertValid(file);
        var read = WordFiles.Read(file);
        Assert.Equal(Plan.Sections.Select(section => section.Heading), read.Sections.Select(section => section.Heading));
        Assert.Equal(Plan.Measures, read.Measures);
        Assert.Equal(1, WordFiles.Part(file, "word/document.xml").Split(">Läsa<").Length - 1);
    }

    [Theory]
    [InlineData("plan.reference")]
    [InlineData("sections")]
    public void What_comes_to_nothing_leaves_no_part_without_content(string what)
    {
        var (begin, end) = ("{{#" + what + "}}", "{{/" + what + "}}");
        var box = $"<w:p><w:r><w:pict><v:shape id=\"s1\" style=\"width:9pt\"><v:textbox><w:txbxContent>{P(begin + "x" + end)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        var inner = Table("<w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>", Row(Tc(begin + "x" + end)));
        var builder = new DocxBuilder(
                P("Text") + inner + Sdt(null, P(begin + "x" + end)) + Table("<w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>", Row($"<w:tc><w:tcPr/>{inner}{P(begin + end)}</w:tc>"))
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/></w:sectPr>")
            .With("word/header1.xml", $"<w:hdr {Namespaces}>{P(begin + "x" + end)}</w:hdr>").Related("rIdH", "header", "header1.xml")
            .With("word/footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P(begin + "x" + end)}{box}</w:footnote></w:footnotes>").Related("rIdF", "footnotes", "footnotes.xml");
        WordFiles.AssertValid(Fill(builder, new Plan { Title = "Tom", Language = "sv" }));
    }

    [Fact]
    public void Cells_under_a_condition_that_is_not_met_stay_empty()
    {
        var table = Table("<w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>", Row(Sdt("^plan.reference", Tc("Dnr saknas")), Tc("Alltid")));
        var file = Fill(new DocxBuilder(table + P("{{plan.title}}")));
        WordFiles.AssertValid(file);
        Assert.Equal(2, Body(file).Descendants(Wml.Tc).Count());
        Assert.DoesNotContain("Dnr saknas", Body(file).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawings_notes_and_shapes_that_repeat_are_numbered_anew()
    {
        var drawn = "<w:r><w:pict><v:shapetype id=\"_t1\" coordsize=\"1,1\"/><v:shape id=\"s1\" type=\"#_t1\" style=\"width:9pt\"/></w:pict></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>";
        var builder = new DocxBuilder(P("{{#measures}}") + $"<w:p>{R("{{measure.followUp}}{{measure.activity}}")}{drawn}</w:p>" + P("{{/measures}}"))
            .With("word/footnotes.xml", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P("Not till {{plan.title}}")}</w:footnote></w:footnotes>").Related("rIdF", "footnotes", "footnotes.xml");
        var file = Fill(builder);
        WordFiles.AssertValid(file);
        var notes = Body(file).Descendants(Wml.W + "footnoteReference").Select(reference => (string?)reference.Attribute(Wml.W + "id")).ToList();
        Assert.Equal(4, notes.Distinct().Count());
        var held = XElement.Parse(WordFiles.Part(file, "word/footnotes1.xml")).Elements().ToList();
        Assert.Equal(notes.Order(), held.Select(note => (string?)note.Attribute(Wml.W + "id")).Order());
        Assert.All(held, note => Assert.Equal("Not till Uppföljning av plan", note.Value));
    }

    [Fact]
    public void Controls_of_page_headers_stay_bound_each_to_its_place_also_around_a_table_by_example()
    {
        string Bound(string tag, string node, string kind = "<w:text/>") => $"<w:p>{Sdt(tag, R("x"), $"<w:dataBinding w:xpath=\"/plan[1]/{node}[1]\" w:storeItemID=\"{Store}\"/>{kind}")}</w:p>";
        var choices = "<w:dropDownList><w:listItem w:displayText=\"2023\" w:value=\"p23\"/></w:dropDownList>";
        foreach (var table in (ReadOnlySpan<string>)[Table(Grid, Headings, Row([.. Fields.Select((field, i) => Tc((i == 0 ? "{{#measures}}" : "") + "{{measure." + field + "}}" + (i == 3 ? "{{/measures}}" : "")))])), Table(Grid, Headings, Row(Tc("Läsa"), Tc(""), Tc(""), Tc("")))])
        {
            var builder = new DocxBuilder(Bound("plan.title", "b") + table + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/></w:sectPr>")
                .With("word/header1.xml", $"<w:hdr {Namespaces}>{Bound("plan.title", "a")}{Bound("plan.period", "c", choices)}</w:hdr>").Related("rIdH", "header", "header1.xml")
                .With("customXml/item1.xml", "<plan><a>gammal</a><b/><c/><d>hemligt</d></plan>")
                .With("customXml/_rels/item1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>")
                .With("customXml/itemProps1.xml", $"<ds:datastoreItem ds:itemID=\"{Store}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"/>")
                .Related("rIdX", "customXml", "../customXml/item1.xml");
            var file = Fill(builder);
            WordFiles.AssertValid(file);
            Assert.Equal("<plan><a>Uppföljning av plan</a><b>Uppföljning av plan</b><c>p23</c><d></d></plan>", XElement.Parse(WordFiles.Part(file, "customXml/item1.xml")).ToString(SaveOptions.DisableFormatting).Replace("<d />", "<d></d>", StringComparison.Ordinal));
            Assert.Equal(3, (WordFiles.Part(file, "word/document.xml") + WordFiles.Part(file, "word/header1.xml")).Split("<w:dataBinding").Length - 1);
        }
    }

    [Fact]
    public void The_protection_of_a_template_stays()
    {
        var row = Row([.. Fields.Select((field, i) => Tc((i == 0 ? "{{#measures}}" : "") + "{{measure." + field + "}}" + (i == 3 ? "{{/measures}}" : "")))]);
        var builder = new DocxBuilder(P("{{plan.title}}") + Table(Grid, Headings, row)).With("word/settings.xml", $"<w:settings {Namespaces}><w:documentProtection w:edit=\"forms\" w:enforcement=\"1\"/></w:settings>").Related("rIdS", "settings", "settings.xml");
        var file = Fill(builder);
        WordFiles.AssertValid(file);
        Assert.Contains("<w:documentProtection w:edit=\"forms\"", WordFiles.Part(file, "word/settings.xml"), StringComparison.Ordinal);

        // The controls that tell which measure is which open nothing but the answers.
        var open = Body(file).Descendants(Wml.SdtPr).Where(properties => properties.Element(Wml.W + "lock") is null).Select(properties => ((string?)properties.Element(Wml.W + "tag")?.Attribute(Wml.Val))?.Split(':')[0]);
        Assert.Equal(["followUp", "status"], open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_column_that_the_plan_lacks_is_told()
    {
        using var stream = new MemoryStream();
        var template = new DocxBuilder(P("{{#measures}}{{measure.followUp}} {{measure.other.Samverkan}}{{/measures}}")).ToBytes();
        Assert.Contains(new WordTemplate().Fill(new MemoryStream(template), "mall.docx", Plan, stream).Diagnostics, found => found.Code == "AP3131");
    }

    private static Measure Measure(char id, string activity, RichText followUp) => new() { Id = new string(id, 16), Activity = new(activity), Goal = new("Mål " + activity), Status = new("Läge " + activity), FollowUp = followUp };

    private static Measure Measure(char id, string activity, string followUp) => Measure(id, activity, new RichText(followUp));

    private static string Field(string field, string content) => Sdt("measure." + field, content, field == "status" ? "<w:dropDownList><w:listItem w:displayText=\"Klar\" w:value=\"Klar\"/></w:dropDownList>" : "");

    private static string Sdt(string? tag, string content, string kind = "") => $"<w:sdt><w:sdtPr>{(tag is null ? "" : $"<w:tag w:val=\"{tag}\"/>")}<w:id w:val=\"7\"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static XElement Body(byte[] file) => XElement.Parse(WordFiles.Part(file, "word/document.xml"));

    private static byte[] Fill(DocxBuilder template, Plan? plan = null) => WordFiles.Fill(template.ToBytes(), plan ?? Plan, out _);
}
