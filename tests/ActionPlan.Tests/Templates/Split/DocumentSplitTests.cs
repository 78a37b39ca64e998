using System.IO.Compression;
using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Templates.Split;

/// <summary>Every Word file of the corpus can be split and put together again, and a part holds nothing of the other recipients.</summary>
public class DocumentSplitTests
{
    public static TheoryData<string> Word => [.. CorpusFiles.Word, .. CorpusFiles.Kinds];

    [Theory]
    [MemberData(nameof(Word))]
    public void Untouched_copies_give_the_plan_unchanged(string name)
    {
        var (plan, copies) = Copies(name, plan => plan);
        var result = PlanMerge.Merge(plan, copies);
        Assert.Equal("", string.Join('\n', result.Findings.Select(finding => finding.Diagnostic)));
        Assert.Equal(plan, result.Plan);
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void Copies_filled_in_parts_give_exactly_the_union(string name)
    {
        static Plan Answered(Plan plan) => plan with
        {
            Sections = [.. plan.Sections.Select(section => section with { Measures = [.. section.Measures.Select(measure => measure with { FollowUp = new($"Svar på {measure.Id}") })] })],
        };
        var (plan, copies) = Copies(name, Answered);
        Assert.Equal(Answered(plan), PlanMerge.Merge(plan, copies).Plan);
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void A_part_is_valid_and_holds_nothing_of_the_others(string name)
    {
        var split = Split(name, SplitBy.Section);
        foreach (var part in split.Parts)
        {
            var file = Written(split, part);
            WordFiles.AssertValid(file);
            LeakScan.AssertNone(file);
            Assert.Equal(part.Plan.Measures.Select(measure => measure.Id), WordFiles.Read(file).Measures.Select(measure => measure.Id));
            AssertNothingOfOthers(split, part, file);
        }
    }

    [Fact]
    public void A_plan_is_split_by_who_is_responsible_too()
    {
        var names = CorpusFiles.Word.Where(name => new PlanReader().Read(CorpusFiles.PathOf(name)).Value!.Columns.Any(column => column.Key == ColumnKey.Responsible)).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var plan = new PlanReader().Read(CorpusFiles.PathOf(name)).GetValueOrThrow();
            var split = Split(name, SplitBy.Responsible);
            Assert.All(split.Parts, part => Assert.Single(part.Plan.Measures.Select(measure => measure.Responsible.Text.ToUpperInvariant()).Distinct()));
            var copies = split.Parts.Select(part => new FilledCopy(part.FileName, WordFiles.Read(Written(split, part))));
            Assert.Equal(plan, PlanMerge.Merge(plan, copies).Plan);
        }
    }

    [Fact]
    public void A_plan_without_a_column_for_it_cannot_be_split_by_who_is_responsible()
    {
        using var file = new MemoryStream(WordFiles.Of(WordFiles.Simple("x")));
        Assert.Equal("AP3101", DocumentSplit.Of(file, "plan.docx", SplitBy.Responsible).Error?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{{#measures}}{{measure.activity}}|{{measure.followUp}}{{/measures}}")]
    public void A_template_that_nobody_filled_cannot_be_split(string row)
    {
        var cells = row.Split('|').Select(text => DocxBuilder.Tc(text));
        var template = new DocxBuilder(DocxBuilder.Table(DocxBuilder.Row(DocxBuilder.Tc("Aktivitet"), DocxBuilder.Tc("Uppföljning")), row.Length > 0 ? DocxBuilder.Row([.. cells]) : "")).ToBytes();
        var result = DocumentSplit.Of(new MemoryStream(template), "mall.docx", SplitBy.Section);
        Assert.Equal((ReadOutcome.NoTable, "AP3102"), (result.Outcome, result.Error?.Code));
    }

    [Fact]
    public void Data_is_split_into_documents_of_our_own_look()
    {
        using var csv = new MemoryStream("Aktivitet;Mål;Uppföljning\r\nLäsa;Mer;\r\nRäkna;Bättre;\r\n"u8.ToArray());
        var split = DocumentSplit.Of(csv, "plan.csv", SplitBy.Section).GetValueOrThrow();
        var part = Assert.Single(split.Parts);
        Assert.Equal(2, WordFiles.Read(Written(split, part)).Measures.Count());
    }

    [Fact]
    public void A_list_of_choices_comes_along_without_what_another_measure_alone_has()
    {
        var list = "<w:sdt><w:sdtPr><w:tag w:val=\"measure.status\"/><w:dropDownList><w:listItem w:displayText=\"Klar\" w:value=\"Klar\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>";
        var row = DocxBuilder.Row(DocxBuilder.Tc("{{measure.activity}}"), $"<w:tc><w:p>{list}</w:p></w:tc>", DocxBuilder.Tc("{{measure.followUp}}{{/measures}}"));
        var template = new DocxBuilder(DocxBuilder.P("{{#sections}}") + DocxBuilder.P("{{section.heading}}") + DocxBuilder.Table(DocxBuilder.Row(DocxBuilder.Tc("Aktivitet"), DocxBuilder.Tc("Status"), DocxBuilder.Tc("Uppföljning")), row.Replace("{{measure.activity}}", "{{#measures}}{{measure.activity}}", StringComparison.Ordinal)) + DocxBuilder.P("{{/sections}}")).ToBytes();
        Measure Of(char id, string status) => new() { Id = new(id, 16), Activity = new("Insats " + id), Status = new(status) };
        var plan = new Plan
        {
            Title = "Plan",
            Columns = [new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.Status, "Status"), new(ColumnKey.FollowUp, "Uppföljning")],
            Sections = [new() { Heading = "Skola", Measures = [Of('a', "Hemlig anmärkning")] }, new() { Heading = "Omsorg", Measures = [Of('b', "Klar")] }],
        };
        var split = DocumentSplit.Of(new MemoryStream(WordFiles.Fill(template, plan, out _)), "plan.docx", SplitBy.Section).GetValueOrThrow();
        var text = AllText(Written(split, split.Parts[1]));
        Assert.DoesNotContain("Hemlig", text, StringComparison.Ordinal);
        Assert.Contains("<w:listItem w:displayText=\"Klar\"", text, StringComparison.Ordinal);
    }

    private static void AssertNothingOfOthers(DocumentSplit split, PlanPart part, byte[] file)
    {
        var others = split.Parts.Where(other => other != part).SelectMany(other => other.Plan.Measures.SelectMany(measure => other.Plan.Columns.Select(column => measure[column].Text)).Append(other.Recipient)).ToHashSet();
        others.ExceptWith(part.Plan.Measures.SelectMany(measure => part.Plan.Columns.Select(column => measure[column].Text)).Append(part.Recipient));
        var front = part.Plan.Title + part.Plan.Reference + string.Concat(part.Plan.Decisions.Select(decision => decision.Text)) + string.Concat(part.Plan.Columns.Select(column => column.Heading));
        var text = AllText(file);
        Assert.DoesNotContain(others, other => other.Length > 12 && !front.Contains(other, StringComparison.Ordinal) && text.Contains(other.Split('\n')[0], StringComparison.Ordinal) && other.Split('\n')[0].Length > 12
            && !part.Plan.Measures.Any(measure => part.Plan.Columns.Any(column => measure[column].Text.Contains(other.Split('\n')[0], StringComparison.Ordinal))));
        var ids = split.Parts.Where(other => other != part).SelectMany(other => other.Plan.Measures).Select(measure => measure.Id);
        Assert.DoesNotContain(ids, id => text.Contains(id + "\"", StringComparison.Ordinal));
    }

    private static string AllText(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal) || entry.Name.EndsWith(".rels", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return System.Net.WebUtility.HtmlDecode(reader.ReadToEnd());
        }));
    }

    private static (Plan Plan, FilledCopy[] Copies) Copies(string name, Func<Plan, Plan> fill)
    {
        var plan = new PlanReader().Read(CorpusFiles.PathOf(name)).GetValueOrThrow();
        var split = Split(name, SplitBy.Section);
        FilledCopy[] copies = [.. split.Parts.Select(part =>
        {
            using var filled = new MemoryStream();
            var copy = Written(split, part);
            var result = new WordTemplate().Fill(new MemoryStream(copy), part.FileName, fill(part.Plan), filled);
            Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
            return FilledCopy.Of(part.FileName, new PlanReader().Read(new MemoryStream(fill(plan) == plan ? copy : filled.ToArray()), part.FileName));
        })];
        Assert.All(copies, copy => Assert.True(copy.CarriesIds));
        return (plan, copies);
    }

    private static DocumentSplit Split(string name, SplitBy by)
    {
        using var file = File.OpenRead(CorpusFiles.PathOf(name));
        return DocumentSplit.Of(file, name, by).GetValueOrThrow();
    }

    private static byte[] Written(DocumentSplit split, PlanPart part)
    {
        using var stream = new MemoryStream();
        split.Write(part, stream);
        return stream.ToArray();
    }
}
