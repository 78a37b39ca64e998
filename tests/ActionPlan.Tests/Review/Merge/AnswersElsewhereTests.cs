using System.IO.Compression;
using System.Xml.Linq;
using ActionPlan.Tests.Templates;
using ActionPlan.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Review.Merge;

/// <summary>People answer where no answer is looked for: what their copy says there is in the result or in a finding, and what they left alone is in neither.</summary>
public class AnswersElsewhereTests
{
    private const string OwnPrompt = "Beskriv vad som gjorts under året";

    private static readonly Plan Sent = SmallPlan.Of(
        ("Skola", [("Utbilda personal i läsning", ""), ("Kartlägga elever med behov", "")]),
        ("Omsorg", [("Öppna mötesplats för äldre", ""), ("Följa upp alla insatser", "")]));

    private static readonly byte[] Base = WordFiles.Of(Sent);
    private static readonly byte[] OwnBase = WordFiles.Edit(Base, document => Texts(document, "Klicka här och skriv uppföljningen.").ForEach(text => text.Value = OwnPrompt));

    [Fact]
    public void An_untouched_copy_says_nothing() => Assert.Empty(Merge(Base).Findings);

    [Fact]
    public void A_heading_that_lost_a_blank_says_nothing_new()
    {
        var basis = WordFiles.Edit(Base, document => document.Descendants(Wml.T).First(text => text.Value == "Aktivitet").Value = "Insats/ Aktivitet");
        var copy = WordFiles.Edit(Base, document => document.Descendants(Wml.T).First(text => text.Value == "Aktivitet").Value = "Insats/Aktivitet");
        Assert.Empty(MergeOf(basis, copy).Findings);
    }

    [Fact]
    public void A_document_of_another_plan_is_one_finding()
    {
        var other = WordFiles.Edit(WordFiles.Of(SmallPlan.Of(("Gator", [("Asfaltera cykelvägar", "Klart")])) with { Title = "Trafikplan" }), document =>
            document.Descendants(Wml.Tbl).Last().AncestorsAndSelf().Last(element => element.Parent?.Name.LocalName is "body").AddAfterSelf(Markup(P("Samråd hålls i maj."))));
        Assert.Equal(MergeFindingKind.OtherPlan, Assert.Single(Merge(other).Findings, finding => finding.Copy.Length > 0).Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_above_or_below_the_tables(bool above)
    {
        var copy = WordFiles.Edit(Base, document =>
        {
            var line = Markup(P("Vi väntar med åtgärden om buller."));
            var table = above ? document.Descendants(Wml.Tbl).First() : document.Descendants(Wml.Tbl).Last();
            var block = table.AncestorsAndSelf().Last(element => element.Parent?.Name.LocalName is "body");
            if (above)
            {
                block.AddBeforeSelf(line);
            }
            else
            {
                block.AddAfterSelf(line);
            }
        });
        Assert.Equal("Vi väntar med åtgärden om buller.", Told(Merge(copy), above ? null : MergeFindingKind.TextBeside));
    }

    [Fact]
    public void A_table_of_their_own()
    {
        var copy = WordFiles.Edit(Base, document => document.Descendants(Wml.Tbl).Last().AncestorsAndSelf().Last(element => element.Parent?.Name.LocalName is "body")
            .AddAfterSelf(Markup(P("") + Table(Row(Tc("Skola"), Tc("Antal")), Row(Tc("Björkskolan"), Tc("35"))))));
        Assert.Equal(["35", "Antal", "Björkskolan"], Merge(copy).Findings.Select(finding => finding.Texts.Single().Text.Text).Where(text => text != "Skola").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_above_the_first_one_without_any_control()
    {
        var copy = WordFiles.Edit(Base, document => Controls(document, "ap:measure:").First().AddBeforeSelf(Markup(Row(Tc("En ny insats"), Tc("Prövad under våren")))));
        var result = Merge(copy);
        Assert.All(["En ny insats", "Prövad under våren"], text => Assert.Contains(result.Findings, finding => finding.Texts.Any(each => each.Text.Text == text)));
    }

    [Fact]
    public void A_comment()
    {
        var copy = Commented(WordFiles.Edit(Base, document => Answer(document, "Klart", "<w:r><w:commentReference w:id=\"0\"/></w:r>")), "Fråga Anna först.");
        var result = Merge(copy);
        Assert.Equal("Klart", Answers(result)[0]);
        Assert.Equal("Fråga Anna först.", Told(result, MergeFindingKind.Note));
    }

    [Fact]
    public void A_picture_in_an_answer_is_told_with_its_place()
    {
        var copy = WordFiles.Edit(Base, document => Answer(document, "Se bilden", "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"));
        var finding = Assert.Single(Merge(copy).Findings);
        Assert.Equal((MergeFindingKind.Picture, true), (finding.Kind, finding.Diagnostic.Place.Row > 0));
        Assert.Empty(MergeOf(copy, copy).Findings);
    }

    [Theory]
    [InlineData("<w:r><w:drawing><wp:inline><wp:extent cx=\"900\" cy=\"500\"/><wp:docPr id=\"7\" name=\"Bild 1\" descr=\"Tavlan\"/><pic:pic/></wp:inline></w:drawing></w:r>", "Tavlan")]
    [InlineData("<w:r><w:drawing><wp:inline><wp:docPr id=\"7\" name=\"Diagram 1\"/><c:chart/></wp:inline></w:drawing></w:r>", "Diagram 1")]
    [InlineData("<w:r><w:drawing><wp:inline><wp:docPr id=\"7\" name=\"Diagram 2\"/><dgm:relIds/></wp:inline></w:drawing></w:r>", "Diagram 2")]
    [InlineData("<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>", "")]
    public void A_picture_a_diagram_or_a_sheet_outside_of_the_tables(string run, string name)
    {
        const string Drawings = " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
        var copy = WordFiles.Edit(Base, document => document.Descendants(Wml.Tbl).Last().AncestorsAndSelf().Last(element => element.Parent?.Name.LocalName is "body")
            .AddAfterSelf(XElement.Parse($"<a {Namespaces}{Drawings}><w:p>{run}</w:p></a>").Elements()));
        var finding = Assert.Single(Merge(copy).Findings);
        Assert.Equal((MergeFindingKind.Picture, "AP5028", name), (finding.Kind, finding.Diagnostic.Code, finding.Diagnostic.Arguments[0]));
        Assert.Empty(MergeOf(copy, copy).Findings);
        Assert.Empty(MergeOf(copy, Base).Findings);
    }

    [Fact]
    public void An_answer_that_tracked_changes_strike_is_told()
    {
        const string Struck = "<w:del w:id=\"1\" w:author=\"B\"><w:r><w:delText>Vi är klara</w:delText></w:r></w:del>";
        var finding = Assert.Single(Merge(WordFiles.Edit(Base, document => Answer(document, "", Struck))).Findings);
        Assert.Equal((MergeFindingKind.StruckText, "AP5029", "Vi är klara"), (finding.Kind, finding.Diagnostic.Code, finding.Texts.Single().Text.Text));
        var inPart = Merge(WordFiles.Edit(Base, document => Answer(document, "Nästan klara", Struck)));
        Assert.Equal(("Nästan klara", "AP5030"), (Answers(inPart)[0], Assert.Single(inPart.Findings).Diagnostic.Code));
    }

    [Fact]
    public void A_row_that_tracked_changes_strike_is_told_with_its_answer()
    {
        var copy = WordFiles.Edit(Base, document =>
        {
            Answer(document, "Vi är klara");
            var row = Controls(document, "ap:measure:").First().Descendants(Wml.Tr).First();
            row.Elements(Wml.TrPr).Remove();
            row.AddFirst(Markup("<w:trPr><w:del w:id=\"1\" w:author=\"B\"/></w:trPr>"));
        });
        var findings = Merge(copy).Findings;
        Assert.Equal(["DeletedRow", "StruckText"], findings.Select(finding => finding.Kind.ToString()));
        Assert.Equal("Vi är klara", findings[1].Texts.Single().Text.Text);
    }

    [Fact]
    public void Prompts_with_blanks_that_break_no_line_are_no_answers()
    {
        var copy = WordFiles.Edit(Base, document =>
        {
            Unwrap(document);
            Texts(document, "Klicka här och skriv uppföljningen.").ForEach(text => text.Value = text.Value.Replace("Klicka här", "Klicka\u00a0här", StringComparison.Ordinal));
        });
        Assert.Equal(["", "", "", ""], Answers(Merge(copy)));
    }

    [Fact]
    public void A_hidden_answer()
    {
        var copy = WordFiles.Edit(Base, document => Answer(document, "Dolt svar", run: "<w:vanish/>"));
        Assert.Equal("Dolt svar", Told(Merge(copy), MergeFindingKind.TextBeside));
    }

    [Fact]
    public void Prompts_whose_controls_are_gone_are_no_answers()
    {
        foreach (var (basis, prompt) in ((byte[], string)[])[(Base, "Klicka här och skriv uppföljningen."), (OwnBase, OwnPrompt)])
        {
            var copy = WordFiles.Edit(basis, document =>
            {
                Unwrap(document);
                Texts(document, prompt)[2].Value = "Vi har öppnat den.";
            });
            var result = MergeOf(basis, copy);
            Assert.Equal(["", "", "Vi har öppnat den.", ""], Answers(result));
            Assert.Empty(result.Findings);
        }
    }

    [Fact]
    public void A_text_in_a_control_that_goes_on_to_say_that_it_prompts()
    {
        foreach (var (basis, prompt) in ((byte[], string)[])[(Base, "Klicka här och skriv uppföljningen."), (OwnBase, OwnPrompt)])
        {
            var copy = WordFiles.Edit(basis, document => Texts(document, prompt)[0].Value = "Klart");
            Assert.Equal(["Klart", "", "", ""], Answers(MergeOf(basis, copy)));
        }
    }

    [Theory]
    [InlineData("Klart. " + OwnPrompt)]
    [InlineData(OwnPrompt + " Klart.")]
    [InlineData(OwnPrompt + ". Klart.")]
    public void An_answer_beside_the_prompt_is_the_answer_alone(string written)
    {
        var copy = WordFiles.Edit(OwnBase, document => Texts(document, OwnPrompt)[0].Value = written);
        Assert.Equal(["Klart.", "", "", ""], Answers(MergeOf(OwnBase, copy)));
    }

    [Fact]
    public void An_answer_that_speaks_of_the_prompt_is_whole()
    {
        var text = $"Vi förstod inte '{OwnPrompt}' i mallen.";
        var copy = WordFiles.Edit(OwnBase, document => Texts(document, OwnPrompt)[0].Value = text);
        Assert.Equal([text, "", "", ""], Answers(MergeOf(OwnBase, copy)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_under_another_heading_of_their_column(bool withoutControls)
    {
        var plan = Sent with { Columns = [Sent.Columns[0], new(ColumnKey.Goal, "Mål"), Sent.Columns[1]] };
        var basis = WordFiles.Of(plan);
        var copy = WordFiles.Edit(WordFiles.Fill(basis, plan.Answer("Utbilda personal i läsning", "Klart"), out _), document =>
        {
            Texts(document, "Uppföljning").ForEach(text => text.Value = "Vårt svar");
            if (withoutControls)
            {
                Unwrap(document);
            }
        });
        var result = MergeOf(basis, copy);
        Assert.Equal(["Klart", "", "", ""], Answers(result));
        Assert.NotEmpty(result.Findings);
        Assert.All(result.Findings, finding => Assert.Equal("Vårt svar", finding.Texts.Single().Text.Text));
    }

    [Fact]
    public void Controls_of_the_answers_are_gone_in_tables_without_headings()
    {
        // A second table of as many columns goes on without a heading row: what stood in a column of the first stands there in it.
        var copy = WordFiles.Edit(WordFiles.Fill(Base, Sent.Answer("Utbilda personal i läsning", "Ett").Answer("Följa upp alla insatser", "Två"), out _), document =>
        {
            foreach (var control in Controls(document, "followUp:"))
            {
                control.ReplaceWith(control.Element(Wml.SdtContent)!.Nodes());
            }

            document.Descendants(Wml.Tbl).Last().Elements().First(element => !element.Name.LocalName.StartsWith("tbl", StringComparison.Ordinal)).Remove();
        });
        Assert.Equal(["Ett", "", "", "Två"], Answers(Merge(copy)));
    }

    [Fact]
    public void The_same_words_with_other_white_space_are_no_conflict()
    {
        FilledCopy[] copies = [Copy("a", "Klart sedan i maj.\nSe rapporten."), Copy("b", " Klart  sedan\u00A0i maj. Se rapporten.\n"), Copy("c", "Klart sedan i\u200B maj.Se rapporten.")];
        var result = PlanMerge.Merge(Sent, copies);
        Assert.Empty(result.Findings);
        Assert.Equal("Klart sedan i maj.\nSe rapporten.", Answers(result)[0]);
    }

    [Theory]
    [InlineData("Plats 1 2 och 3", "Plats 12 och 3")]
    [InlineData("Mellan 5 -3 grader", "Mellan 5-3 grader")]
    [InlineData("Mål 1\n2 av 3", "Mål 12 av 3")]
    [InlineData("Ja", "ja")]
    [InlineData("Inte klart", "Klart")]
    [InlineData("12 st.", "12,5 st.")]
    public void What_says_something_else_is_a_conflict(string one, string other) =>
        Assert.Equal(MergeFindingKind.Conflict, Assert.Single(PlanMerge.Merge(Sent, [Copy("a", one), Copy("b", other)]).Findings).Kind);

    [Theory]
    [InlineData("E-tjänsten \"Fråga\" är klar", "E\u2011tjänsten \u201dFråga\u201d är\u00a0klar")]
    [InlineData("Ej genomfört", "Ejgenomfört")]
    [InlineData("Klart 2\u202f%", "Klart 2 %")]
    public void What_programs_write_otherwise_is_none(string one, string other) => Assert.Empty(PlanMerge.Merge(Sent, [Copy("a", one), Copy("b", other)]).Findings);

    private static FilledCopy Copy(string name, string answer) => new(name, Sent.Answer("Utbilda personal i läsning", answer));

    private static MergeResult Merge(byte[] copy) => MergeOf(Base, copy);

    /// <summary>As the command does it.</summary>
    private static MergeResult MergeOf(byte[] file, byte[] copy)
    {
        var basis = new PlanReader().Read(new MemoryStream(file), "mall.docx");
        var read = new PlanReader(new() { Prompts = basis.Report.Prompts }).Read(new MemoryStream(copy), "kopia.docx");
        return PlanMerge.Merge(basis.Value!, [FilledCopy.Of("kopia.docx", read, basis)]);
    }

    private static string Told(MergeResult result, MergeFindingKind? kind)
    {
        var finding = Assert.Single(result.Findings);
        Assert.Equal(kind ?? finding.Kind, finding.Kind);
        return finding.Texts.Single().Text.Text;
    }

    private static List<string> Answers(MergeResult result) => [.. result.Plan.Measures.Select(measure => measure.FollowUp.Text)];

    private static List<XElement> Texts(XDocument document, string text) => [.. document.Descendants(Wml.T).Where(element => element.Value == text)];

    private static List<XElement> Controls(XDocument document, string tag) =>
        [.. document.Descendants(Wml.Sdt).Where(control => ((string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val))?.StartsWith(tag, StringComparison.Ordinal) == true)];

    private static IEnumerable<XElement> Markup(string markup) => XElement.Parse($"<a {Namespaces}>{markup}</a>").Elements();

    /// <summary>Writes into the first answer as Word does: the prompt and what says that there is one are gone.</summary>
    private static void Answer(XDocument document, string text, string more = "", string run = "")
    {
        var control = Controls(document, "followUp:")[0];
        control.Descendants(Wml.W + "showingPlcHdr").Remove();
        control.Descendants(Wml.P).Single().ReplaceNodes(Markup(R(text, run) + more));
    }

    private static void Unwrap(XDocument document)
    {
        while (document.Descendants(Wml.Sdt).FirstOrDefault() is { } control)
        {
            control.ReplaceWith(control.Element(Wml.SdtContent)!.Nodes());
        }
    }

    private static byte[] Commented(byte[] file, string comment)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var relationships = WordFiles.Part(file, "word/_rels/document.xml.rels").Replace(
                "</Relationships>", "<Relationship Id=\"rIdC\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>", StringComparison.Ordinal);
            zip.GetEntry("word/_rels/document.xml.rels")!.Delete();
            Write(zip, "word/_rels/document.xml.rels", relationships);
            Write(zip, "word/comments.xml", $"<w:comments {Namespaces}><w:comment w:id=\"0\" w:author=\"A\">{P(comment)}</w:comment></w:comments>");
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
