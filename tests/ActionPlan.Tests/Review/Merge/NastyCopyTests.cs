using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;
using ActionPlan.Tests.Templates;
using ActionPlan.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Review.Merge;

/// <summary>Copies as they really come back, as files: after each, every answer stands in the result or in a finding.</summary>
public class NastyCopyTests
{
    private static readonly Plan Sent = SmallPlan.Of(
        ("Skola", [("Utbilda personal i läsning", ""), ("Kartlägga elever med behov", "")]),
        ("Omsorg", [("Öppna mötesplats för äldre", ""), ("Följa upp alla insatser", "")]));

    private static readonly byte[] Base = WordFiles.Of(Sent);

    [Fact]
    public void A_table_that_was_typed_anew_without_controls()
    {
        var result = MergeFile(new DocxBuilder(P("Uppföljning av handlingsplan 2023") + Table(
            Row(Tc("Aktivitet"), Tc("Uppföljning")),
            Row(Tc("Utbilda personal i läsning"), Tc("Klart")),
            Row(Tc("Kartlägga elever med behov"), Tc("Pågår")))).ToBytes());
        Assert.Equal(["Klart", "Pågår", "", ""], Answers(result));
    }

    [Fact]
    public void A_row_that_was_added_in_Word_within_the_control_of_the_row_above()
    {
        var file = Answered("Utbilda personal i läsning", "Klart");
        file = WordFiles.Edit(file, document =>
        {
            var row = Rows(document).First();
            row.AddAfterSelf(XElement.Parse($"<a xmlns:w=\"{Wml.Namespace}\">{Row(Tc("En ny insats"), Tc("Prövad under våren"))}</a>").Elements());
        });
        var result = MergeFile(file);
        Assert.Contains(result.Plan.Measures, measure => (measure.Activity.Text, measure.FollowUp.Text) == ("En ny insats", "Prövad under våren"));
        Assert.Equal("Klart", result.Plan.Measures.First().FollowUp.Text);
        Assert.Contains(result.Findings, finding => finding.Kind == MergeFindingKind.NewRow);
    }

    [Fact]
    public void An_answer_whose_control_was_deleted()
    {
        var file = WordFiles.Edit(Answered("Utbilda personal i läsning", "Klart"), document =>
        {
            foreach (var control in document.Descendants(Wml.Sdt).Where(control => Tag(control).StartsWith("followUp:", StringComparison.Ordinal)).ToList())
            {
                control.ReplaceWith(control.Element(Wml.SdtContent)!.Elements());
            }
        });
        Assert.Equal(["Klart", "", "", ""], Answers(MergeFile(file)));
    }

    [Fact]
    public void A_text_in_a_row_of_no_measure_is_a_finding()
    {
        var file = WordFiles.Edit(Base, document =>
        {
            var row = document.Descendants(Wml.Sdt).Last(control => Tag(control).StartsWith("ap:measure:", StringComparison.Ordinal));
            row.AddAfterSelf(XElement.Parse($"<a xmlns:w=\"{Wml.Namespace}\">{Row(Tc("Se även bilagan"), Tc("Skickas separat"))}</a>").Elements());
        });
        var result = MergeFile(file);
        Assert.Equal(["Se även bilagan", "Skickas separat"], result.Findings.Where(finding => finding.Kind == MergeFindingKind.UnplacedText).Select(finding => finding.Texts.Single().Text.Text));
    }

    [Fact]
    public void Tags_that_another_program_dropped_beside_last_periods_answers()
    {
        using var stream = new MemoryStream();
        new WordTemplate().Next(new MemoryStream(WordFiles.Of(Sent.Answer("Utbilda personal i läsning", "Förra året") with { Period = "2022" })), "f.docx", stream, new() { KeepPrevious = true, Lock = true }).GetValueOrThrow();
        var template = stream.ToArray();
        var basis = new PlanReader().Read(new MemoryStream(template), "mall.docx");
        Assert.Equal(2, basis.Value!.Columns.Count(column => column.Heading.StartsWith("Uppföljning", StringComparison.Ordinal)));
        var filled = WordFiles.Fill(template, basis.Value.Answer("Utbilda personal i läsning", "I år"), out _);
        var copy = WordFiles.Edit(filled, document => document.Descendants(Wml.SdtPr).Elements(Wml.W + "tag").Remove());
        var result = PlanMerge.Merge(basis.Value, [FilledCopy.Of("kopia.docx", new PlanReader().Read(new MemoryStream(copy), "kopia.docx"), basis)]);
        Assert.Equal("I år", result.Plan.Measures.First().FollowUp.Text);
        Assert.DoesNotContain(result.Findings, finding => finding.Kind is MergeFindingKind.OtherPeriod or MergeFindingKind.EditedText or MergeFindingKind.ExtraColumn);
    }

    [Fact]
    public void An_answer_that_LibreOffice_goes_on_to_call_a_prompt()
    {
        using var stream = new MemoryStream();
        using var json = new MemoryStream();
        PlanWriter.Write(Sent with { Period = "2022" }, json);
        json.Position = 0;
        new WordTemplate().Next(json, "plan.json", stream, new() { Lock = true }).GetValueOrThrow();
        var template = stream.ToArray();
        var basis = new PlanReader().Read(new MemoryStream(template), "mall.docx");
        var written = WordFiles.Edit(template, document =>
        {
            document.Descendants(Wml.T).First(text => text.Value.StartsWith("Klicka här", StringComparison.Ordinal)).Value = "Svar över uppmaningen.";
            document.Descendants(Wml.SdtPr).Elements(Wml.W + "tag").Remove();
        });

        // Word says of a control that it shows its prompt only where it does.
        Assert.Equal("", Answers(Merged(written))[0]);
        Assert.Equal(["Svar över uppmaningen.", "", "", ""], Answers(Merged(WithProperties(written, "LibreOffice/7.4.7.2$Linux_X86_64"))));

        MergeResult Merged(byte[] copy) => PlanMerge.Merge(basis.Value!, [FilledCopy.Of("kopia.docx", new PlanReader().Read(new MemoryStream(copy), "kopia.docx"), basis)]);
    }

    private static byte[] WithProperties(byte[] file, string application)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("docProps/app.xml").Open());
            writer.Write($"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>{application}</Application></Properties>");
        }

        return stream.ToArray();
    }

    [Fact]
    public void Answers_in_tracked_changes_and_a_row_deleted_in_one()
    {
        var file = WordFiles.Edit(Answered("Utbilda personal i läsning", "Klart"), document =>
        {
            var answer = document.Descendants(Wml.T).Single(text => text.Value == "Klart").Parent!;
            answer.ReplaceWith(new XElement(Wml.W + "ins", new XAttribute(Wml.W + "id", 1), new XAttribute(Wml.W + "author", "A"), new XElement(answer)));
            var row = Rows(document).ElementAt(1);
            row.Element(Wml.TrPr)!.Add(new XElement(Wml.W + "del", new XAttribute(Wml.W + "id", 2), new XAttribute(Wml.W + "author", "A")));
        });
        var result = MergeFile(file);
        Assert.Equal(["Klart", "", "", ""], Answers(result));
        Assert.Contains(result.Findings, finding => finding.Kind == MergeFindingKind.DeletedRow && finding.Base!.Text == "Kartlägga elever med behov");
    }

    [Fact]
    public void Rows_that_changed_places_between_sections()
    {
        var file = WordFiles.Edit(WordFiles.Fill(Base, Sent.Rows(measure => [measure with { FollowUp = new("Svar: " + measure.Activity.Text) }]), out _), document =>
        {
            var rows = document.Descendants(Wml.Sdt).Where(control => Tag(control).StartsWith("ap:measure:", StringComparison.Ordinal)).ToList();
            var (first, third) = (new XElement(rows[0]), new XElement(rows[2]));
            rows[0].ReplaceWith(third);
            rows[2].ReplaceWith(first);
        });
        var result = MergeFile(file);
        Assert.All(result.Plan.Measures, measure => Assert.Equal("Svar: " + measure.Activity.Text, measure.FollowUp.Text));
        Assert.Equal(2, result.Findings.Count(finding => finding.Kind == MergeFindingKind.MovedRow));
    }

    [Fact]
    public void A_column_that_somebody_added()
    {
        var file = new DocxBuilder(P("Uppföljning av handlingsplan 2023") + Table(
            Row(Tc("Aktivitet"), Tc("Uppföljning"), Tc("Vem svarade")),
            Row(Tc("Utbilda personal i läsning"), Tc("Klart"), Tc("Rektor")))).ToBytes();
        var result = MergeFile(file);
        Assert.Equal("Klart", Answers(result)[0]);
        Assert.Contains(result.Findings, finding => finding.Kind == MergeFindingKind.ExtraColumn && finding.Texts.Single().Text.Text == "Rektor");
    }

    [Fact]
    public void A_copy_that_came_back_as_CSV()
    {
        using var csv = new MemoryStream();
        PlanWriter.Write(Sent.Answer("Följa upp alla insatser", "Alla följda"), csv, new() { Format = DataFormat.Csv });
        csv.Position = 0;
        var read = new PlanReader().Read(csv, "kopia.csv");
        Assert.Equal(["", "", "", "Alla följda"], Answers(PlanMerge.Merge(Sent, [FilledCopy.Of("kopia.csv", read)])));
    }

    [Fact]
    public void A_base_without_ids_and_rows_that_are_all_alike()
    {
        var alike = SmallPlan.Of(("Skola", [("Utbilda", ""), ("Utbilda", ""), ("Utbilda", "")])).WithComputedIds();
        var result = PlanMerge.Merge(alike, [new("a.docx", alike.ChangeAt(1, measure => measure with { FollowUp = new("Mitt") }).WithComputedIds(), CarriesIds: false)]);
        Assert.Equal(["", "Mitt", ""], Answers(result));
    }

    [Fact]
    public void An_answer_that_says_what_the_base_says_is_none()
    {
        var answered = Sent.Answer("Utbilda personal i läsning", "Klart");
        var result = PlanMerge.Merge(answered, [new("a.docx", answered), new("b.docx", answered.Answer("Utbilda personal i läsning", "Klart  ").Answer("Följa upp alla insatser", "Ja"))]);
        Assert.Equal(["Klart", "", "", "Ja"], Answers(result));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void An_answer_that_was_emptied_stays_and_is_named()
    {
        var answered = Sent.Answer("Utbilda personal i läsning", "Klart");
        var result = PlanMerge.Merge(answered, [new("a.docx", Sent)]);
        Assert.Equal("Klart", Answers(result)[0]);
        Assert.Equal(MergeFindingKind.ClearedAnswer, Assert.Single(result.Findings).Kind);
    }

    [Fact]
    public void The_same_words_with_links_to_different_places_are_a_conflict()
    {
        var (one, other) = (Linked("https://a.example/"), Linked("https://b.example/"));
        var copies = (FilledCopy[])[Copy("a", one), Copy("b", other), Copy("c", new("Rapporten"))];
        var result = PlanMerge.Merge(Sent, copies);
        Assert.True(Answers(result)[0].Length == 0);
        Assert.Equal([one, other, new("Rapporten")], Assert.Single(result.Findings).Texts.Select(text => text.Text));
        Assert.Equal(one, PlanMerge.Merge(Sent, [copies[2], copies[0]]).Plan.Measures.First().FollowUp);
        Assert.Equal(one, PlanMerge.Merge(Sent.Change("Utbilda personal i läsning", measure => measure with { FollowUp = new("Rapporten") }), [copies[0]]).Plan.Measures.First().FollowUp);
    }

    [Fact]
    public void A_status_that_was_chosen_anew_twice()
    {
        var plan = Sent with { Columns = [.. Sent.Columns, new(ColumnKey.Status, "Status")] };
        plan = plan.Rows(measure => [measure with { Status = new("Påbörjad") }]);
        FilledCopy Chosen(string name, string status) => new(name, plan.Change("Utbilda personal i läsning", measure => measure with { Status = new(status) }));
        Assert.Equal("Genomförd", PlanMerge.Merge(plan, [Chosen("a", "Genomförd"), new("b", plan.Answer("Följa upp alla insatser", "x"))]).Plan.Measures.First().Status.Text);
        var conflict = PlanMerge.Merge(plan, [Chosen("a", "Genomförd"), Chosen("b", "Försenad")]);
        Assert.Equal("Påbörjad", conflict.Plan.Measures.First().Status.Text);
        Assert.Equal(["Genomförd", "Försenad"], Assert.Single(conflict.Findings).Texts.Select(text => text.Text.Text));
    }

    [Fact]
    public void A_blank_focus_area_is_not_filled_by_a_row_that_was_moved()
    {
        var plan = Sent with { Columns = [new(ColumnKey.FocusArea, "Fokusområde"), .. Sent.Columns] };
        var copy = plan.ChangeAt(0, measure => measure with { FocusArea = new("Trygghet"), FollowUp = new("Klart") });
        var result = PlanMerge.Merge(plan, [new("a", copy)]);
        Assert.True(result.Plan.Measures.First().FocusArea.IsEmpty);
        Assert.Equal("Trygghet", Assert.Single(result.Findings).Texts.Single().Text.Text);
        Assert.Equal("Klart", Answers(result)[0]);
    }

    [Fact]
    public void Decisions_that_contradict_each_other_decide_nothing_and_are_named()
    {
        var id = Sent.Measures.First().Id;
        FilledCopy[] copies = [Copy("a.docx", new("Ja")), Copy("b.docx", new("Nej"))];
        var result = PlanMerge.Merge(Sent, copies, new() { Cells = [new(id, "followUp", "a.docx"), new(id, "Uppföljning", "b.docx")] });
        Assert.Equal("", Answers(result)[0]);
        Assert.True(result.IsOpen);
        Assert.Equal(2, result.Findings.Count(finding => finding.Kind == MergeFindingKind.UnusedDecision));
    }

    [Theory]
    [InlineData("nixnixnixnixnixn", "followUp", "a.docx")]
    [InlineData(null, "goal", "a.docx")]
    [InlineData(null, "followUp", "c.docx")]
    public void A_decision_about_nothing_is_named(string? measure, string field, string copy)
    {
        FilledCopy[] copies = [Copy("a.docx", new("Ja")), Copy("b.docx", new("Nej"))];
        var result = PlanMerge.Merge(Sent, copies, new() { Cells = [new(measure ?? Sent.Measures.First().Id, field, copy)] });
        Assert.Equal("", Answers(result)[0]);
        Assert.Single(result.Findings, finding => finding.Kind == MergeFindingKind.UnusedDecision);
    }

    [Fact]
    public void The_file_name_of_two_copies_decides_nothing_where_they_differ()
    {
        var id = Sent.Measures.First().Id;
        FilledCopy[] copies = [Copy("skola/svar.docx", new("Ja")), Copy("omsorg/svar.docx", new("Nej"))];
        Assert.Equal("", Answers(PlanMerge.Merge(Sent, copies, new() { Cells = [new(id, "followUp", "svar.docx")] }))[0]);
        Assert.Equal("Nej", Answers(PlanMerge.Merge(Sent, copies, new() { Cells = [new(id, "followUp", "omsorg/svar.docx")] }))[0]);
    }

    [Fact]
    public void A_copy_whose_columns_are_in_another_order_and_one_of_which_has_another_name()
    {
        var file = new DocxBuilder(P("Uppföljning av handlingsplan 2023") + Table(
            Row(Tc("Uppföljning 2023"), Tc("Aktivitet")),
            Row(Tc("Klart"), Tc("Utbilda personal i läsning")))).ToBytes();
        Assert.Equal("Klart", Answers(MergeFile(file))[0]);
    }

    [Fact]
    public void A_copy_without_the_column_of_the_answers_says_so()
    {
        var result = PlanMerge.Merge(Sent, [new("a.docx", Sent with { Columns = [Sent.Columns[0]] })]);
        Assert.Contains(result.Findings, finding => finding.Kind == MergeFindingKind.MissingColumn);
    }

    private static RichText Linked(string target) => RichText.FromParagraphs(new TextParagraph([new("Rapporten", Link: target)]));

    private static FilledCopy Copy(string name, RichText answer) => new(name, Sent.Change("Utbilda personal i läsning", measure => measure with { FollowUp = answer }));

    private static byte[] Answered(string activity, string text) => WordFiles.Fill(Base, Sent.Answer(activity, text), out _);

    private static MergeResult MergeFile(byte[] copy)
    {
        var basis = new PlanReader().Read(new MemoryStream(Base), "mall.docx");
        return PlanMerge.Merge(basis.Value!, [FilledCopy.Of("kopia.docx", new PlanReader().Read(new MemoryStream(copy), "kopia.docx"), basis)]);
    }

    private static IEnumerable<XElement> Rows(XDocument document) =>
        document.Descendants(Wml.Sdt).Where(control => Tag(control).StartsWith("ap:measure:", StringComparison.Ordinal)).Descendants(Wml.Tr);

    private static List<string> Answers(MergeResult result) => [.. result.Plan.Measures.Select(measure => measure.FollowUp.Text)];

    private static string Tag(XElement control) => (string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) ?? "";
}
