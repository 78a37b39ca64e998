using ActionPlan;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace SampleDocuments;

/// <summary>
/// A year's round: a template for each recipient, the copies that came back, one of them answering what another had answered, and what became of
/// them; and a municipality's own template, once with fields in its text and once with content controls.
/// </summary>
public static class RoundSamples
{
    public const string Folder = "arets-runda";

    private static readonly int[] Widths = [4200, 4200, 6170];
    private static readonly string[] Headings = ["Åtgärd", "Mål", "Uppföljning"];

    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.Ordinal)
    {
        ["Transporter"] = ["Stråket är klart i sin helhet.", "Riktlinjen följs.", "61 av 83 bilar går på el.", "Upphandlingen är klar; 12 laddpunkter är byggda."],
        ["Energi och byggnader"] = ["Alla åtgärder är utförda.", "Besparingen håller i sig.", "Ishallens tak är förstärkt.", "Kraven är beslutade."],
        ["Konsumtion och måltider"] = ["Värdet är 1,4 kg.", "Svinnet är 27 gram per portion."],
    };

    /// <summary>Name and content of each file, made of the follow-up of the climate plan.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Make(byte[] followUp)
    {
        var template = Written(stream => new WordTemplate().Next(new MemoryStream(followUp), "uppfoljning.docx", stream, new() { Lock = true }).GetValueOrThrow());
        var split = DocumentSplit.Of(new MemoryStream(template), "mall.docx", SplitBy.Section).GetValueOrThrow();
        List<(string Name, byte[] Content)> files = [("mall-2024.docx", template)];
        foreach (var part in split.Parts)
        {
            var answers = Answers.GetValueOrDefault(part.Recipient, []);
            files.Add(($"kopia-{files.Count}.docx", Filled(split, part, answers)));
            if (part.Recipient == "Energi och byggnader")
            {
                files.Add(($"kopia-{files.Count}.docx", Filled(split, part, [answers[0], "Besparingen blev bara 4 procent."])));
            }
        }

        var basis = new PlanReader().Read(new MemoryStream(template), "mall-2024.docx").GetValueOrThrow();
        var copies = files.Skip(1).Select(file => FilledCopy.Of(file.Name, new PlanReader().Read(new MemoryStream(file.Content), file.Name))).ToList();
        var result = PlanMerge.Merge(basis, copies);
        files.Add(("uppfoljning-2024.docx", Written(stream => new WordTemplate().Fill(new MemoryStream(template), "mall-2024.docx", result.Plan, stream).GetValueOrThrow())));
        files.Add(("fynd.json", Written(stream => MergeFindingsWriter.Write(result, "mall-2024.docx", stream))));
        files.Add(("egen-mall-med-falt.docx", WithFields()));
        files.Add(("egen-mall-med-kontroller.docx", WithControls()));
        files.Add(("egen-mall-ifylld.docx", Written(stream => new WordTemplate().Fill(new MemoryStream(files[^2].Content), "egen-mall-med-falt.docx", result.Plan, stream).GetValueOrThrow())));
        return [.. files.Select(file => ($"{Folder}/{file.Name}", file.Content))];
    }

    private static byte[] Filled(DocumentSplit split, PlanPart part, string[] answers)
    {
        var i = 0;
        var plan = part.Plan with
        {
            Sections = part.Plan.Sections.Select(section => section with
            {
                Measures = section.Measures.Select(measure => i < answers.Length ? measure with { FollowUp = new(answers[i++]) } : measure).ToValueList(),
            }).ToValueList(),
        };
        var copy = Written(stream => split.Write(part, stream));
        return Written(stream => new WordTemplate().Fill(new MemoryStream(copy), part.FileName, plan, stream).GetValueOrThrow());
    }

    private static byte[] WithFields() => WordFile.Make(new("Uppföljning") { Header = "Ekviks kommun {{plan.reference}}", PageNumbers = true },
    [
        Word.Paragraph("Heading1", "{{plan.title}}"),
        Word.Paragraph("Normal", "{{#plan.period}}Uppföljningen avser {{plan.period}}.{{/plan.period}} Beslut: {{decision.followUp.text}}"),
        Word.Paragraph("Normal", "{{#sections}}"),
        Word.Paragraph("Heading2", "{{section.heading}}"),
        Word.Table(Widths, Word.HeaderRow(Widths, Headings), Word.Row(Widths, ["{{#measures}}{{measure.activity}}", "{{measure.goal}}", "{{measure.followUp}}{{/measures}}"], cantSplit: true)),
        Word.Paragraph("Normal", "{{/sections}}"),
    ]);

    private static byte[] WithControls() => WordFile.Make(new("Uppföljning") { Header = "Ekviks kommun", PageNumbers = true },
    [
        Block("plan.title", Word.Paragraph("Heading1", "Planens titel")),
        Word.Paragraph("Normal", Word.Run("Beslut: "), Inline("decision.followUp.text", "beslutet")),
        Block("sections",
            Block("section.heading", Word.Paragraph("Heading2", "Avsnittets rubrik")),
            Measures()),
        Word.Paragraph("Normal", "Uppföljningen är gjord av respektive verksamhet."),
    ]);

    private static Table Measures()
    {
        var row = Word.Row(Widths, ["", "", ""], cantSplit: true);
        foreach (var (cell, field) in row.Elements<TableCell>().Zip((string[])["measure.activity", "measure.goal", "measure.followUp"]))
        {
            cell.Elements<Paragraph>().First().Append(Inline(field, "text"));
        }

        var table = Word.Table(Widths, Word.HeaderRow(Widths, Headings));
        table.Append(new SdtRow(new SdtProperties(new Tag { Val = "measures" }, new SdtId { Val = Id("measures") }), new SdtContentRow(row)));
        return table;
    }

    private static SdtBlock Block(string tag, params OpenXmlElement[] content) =>
        new(new SdtProperties(new Tag { Val = tag }, new SdtId { Val = Id(tag) }), new SdtContentBlock(content));

    private static SdtRun Inline(string tag, string text) =>
        new(new SdtProperties(new Tag { Val = tag }, new SdtId { Val = Id(tag) }), new SdtContentRun(Word.Run(text)));

    // The same number for the same tag, whenever it is made.
    private static int Id(string tag) => 1 + tag.Sum(c => c * 31) + tag.Length;

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
