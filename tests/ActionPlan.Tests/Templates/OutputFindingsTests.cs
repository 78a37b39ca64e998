using ActionPlan.Tests.Sources.Word;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Templates;

/// <summary>What is written after a document has no fault of its own, nor one of that document's: those of the corpus can be mended with the same look.</summary>
public class OutputFindingsTests
{
    public static TheoryData<string> Word => [.. CorpusFiles.Word];

    [Theory]
    [MemberData(nameof(Word))]
    public void A_template_has_no_findings(string name) =>
        Assert.Empty(Check(WordFiles.Template(name).File, name));

    [Theory]
    [MemberData(nameof(Word))]
    public void A_document_filled_with_its_own_data_has_no_findings(string name) =>
        Assert.Empty(Check(WordFiles.Fill(File.ReadAllBytes(CorpusFiles.PathOf(name)), WordFiles.Original(name), out _), name));

    [Theory]
    [MemberData(nameof(Word))]
    public void A_filled_in_template_with_all_that_can_be_asked_for_has_no_findings(string name)
    {
        var (template, plan) = WordFiles.Template(name, new() { Period = "2031", Lock = true, KeepPrevious = true, Statuses = ["Påbörjad", "Genomförd"] });
        Assert.Empty(Check(template, name));
        Assert.Empty(Check(WordFiles.Fill(template, WordFiles.Answered(plan), out _), name));
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void A_part_has_no_findings(string name)
    {
        using var file = File.OpenRead(CorpusFiles.PathOf(name));
        var split = DocumentSplit.Of(file, name, SplitBy.Section).GetValueOrThrow();
        foreach (var part in split.Parts)
        {
            using var stream = new MemoryStream();
            split.Write(part, stream);
            Assert.Empty(Check(stream.ToArray(), name));
        }
    }

    /// <summary>A look whose tables are more than the sections of the plan loses some: what stood between them must not be left as empty lines.</summary>
    [Theory]
    [MemberData(nameof(Word))]
    public void A_template_in_the_look_of_another_document_has_no_findings(string name)
    {
        var all = CorpusFiles.Word.ToList();
        foreach (var look in (string[])[all[(all.IndexOf(name) + 1) % all.Count], "d05.docx", "d54.docx"])
        {
            using var document = File.OpenRead(CorpusFiles.PathOf(name));
            using var other = File.OpenRead(CorpusFiles.PathOf(look));
            using var stream = new MemoryStream();
            new WordTemplate().NextLike(document, name, other, look, stream, new() { Period = "2031", Lock = true }).GetValueOrThrow();
            Assert.Empty(Check(stream.ToArray(), name).Select(found => $"{look}: {found}"));
        }
    }

    [Theory]
    [MemberData(nameof(Word))]
    public void The_plan_in_a_template_has_a_heading_row(string name)
    {
        var (file, _) = WordFiles.Template(name);
        var read = new PlanReader().Read(new MemoryStream(file), name);
        Assert.NotEmpty(read.Report.Columns);
        var without = Check(file, name).Where(found => found.Code == "AP4101").Select(found => found.Place.Table).ToList();

        // On a card the labels stand before the texts: its first column is what a heading row is to others. A table that goes on the one before has
        // no heading row that could be marked.
        var headings = read.Report.Columns.Select(column => column.Heading).ToHashSet();
        foreach (var table in new TableReader(new() { JoinTables = false }).Read(new MemoryStream(file), name).GetValueOrThrow().Where(table => table.Columns > 2 && without.Contains(table.Index)))
        {
            Assert.DoesNotContain(table.Rows[0].Cells, cell => headings.Contains(cell.Text.Text));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_template_of_data_has_no_findings(bool isLocked)
    {
        using var stream = new MemoryStream();
        using var data = new MemoryStream();
        PlanWriter.Write(WordFiles.Original(CorpusFiles.Word.First()), data);
        data.Position = 0;
        new WordTemplate().Next(data, "plan.json", stream, new() { Period = "2031", Lock = isLocked, KeepPrevious = true, Statuses = ["Påbörjad"] }).GetValueOrThrow();
        Assert.Empty(Check(stream.ToArray(), "mall.docx"));
    }

    [Fact]
    public void What_can_be_mended_without_a_trace_in_the_look_is()
    {
        const string Style = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:pPr><w:spacing w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"20\"/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"H4\"><w:name w:val=\"heading 4\"/></w:style>";
        var original = new DocxBuilder(
            P("Uppföljning av handlingsplan 2030", "<w:pStyle w:val=\"H2\"/>") + "<w:p><w:pPr><w:pStyle w:val=\"H2\"/></w:pPr></w:p><w:p/><w:p/><w:p/>"
            + Table(Grid(2), Row(Tc("Dokumenttyp"), Tc("Plan")), Row(Tc("Diarienummer"), Tc("KS 2030/1"))) + P("Åtgärder", "<w:pStyle w:val=\"H4\"/>")
            + Table(Grid(3), Row(Tc("Aktivitet"), Tc("Mål"), Tc("Uppföljning")), Row(Tc("Läsa mer"), Tc("Fler läser"), Tc("Klart")), Row(Tc("Skriva mer"), Tc("Fler skriver"), Tc("Pågår"))) + P("")
            + Table(Grid(3), Row(Tc("Räkna mer"), Tc("Fler räknar"), Tc("Inte börjat")), Row(Tc("Tala mer"), Tc("Fler talar"), Tc("Klart"))) + P("Ändringar")
            + Table(Grid(3), Row(Bold("Version"), Bold("Datum"), Bold("Ändring")), Row(Tc("1"), Tc("2030-01-01"), Tc("Ny")))).Styles(Style).ToBytes();
        Assert.Equal(["AP4101", "AP4104", "AP4105", "AP4107", "AP4108", "AP4109", "AP4110"], Check(original, "plan.docx").Select(found => found.Code).Where(code => code.StartsWith("AP41", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        using var stream = new MemoryStream();
        var next = new WordTemplate().Next(new MemoryStream(original), "plan.docx", stream, new() { Period = "2031" }).GetValueOrThrow();
        Assert.Empty(Check(stream.ToArray(), "mall.docx").Select(found => found.ToString()));
        Assert.Equal(["Läsa mer", "Skriva mer", "Räkna mer", "Tala mer"], next.Measures.Select(measure => measure.Activity.Text));
        var read = WordFiles.Read(stream.ToArray());
        Assert.Equal((next.Columns, next.Title), (read.Columns, read.Title));
        Assert.Equal(next.Measures.Select(measure => measure.Id), read.Measures.Select(measure => measure.Id));

        // Four empty lines, each with the space below it, are one with the space of three more above it: 3 × (12 + 5) points.
        Assert.Contains("<w:spacing w:before=\"1020\" />", WordFiles.Part(stream.ToArray(), "word/document.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Björkskolan", "w:firstColumn=\"1\"")]
    [InlineData(3, "Skola", "<w:tblHeader />")]
    [InlineData(3, "14", null)]
    public void A_table_within_a_cell_says_what_heads_it_where_that_is_plain(int columns, string first, string? mark)
    {
        var within = Table(Grid(columns), Row([.. Enumerable.Repeat(Tc(first), columns)]), Row([.. Enumerable.Repeat(Tc("22"), columns)])) + "<w:p/>";
        var original = new DocxBuilder(P("Uppföljning av handlingsplan 2030") + Table(Grid(2), Row(Tc("Aktivitet"), Tc("Uppföljning")), Row($"<w:tc>{P("Läsa mer")}{within}</w:tc>", Tc("Klart")))).ToBytes();
        using var stream = new MemoryStream();
        new WordTemplate().Next(new MemoryStream(original), "plan.docx", stream, new() { Period = "2031" }).GetValueOrThrow();
        Assert.Equal(mark is null ? ["AP4103"] : [], Check(stream.ToArray(), "mall.docx").Select(found => found.Code).Where(code => code.StartsWith("AP41", StringComparison.Ordinal)));
        Assert.Contains(mark ?? first, WordFiles.Part(stream.ToArray(), "word/document.xml"), StringComparison.Ordinal);
    }

    private static string Grid(int columns) => $"<w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"2000\"/>", columns))}</w:tblGrid>";

    private static string Bold(string text) => $"<w:tc><w:p>{R(text, "<w:b/>")}</w:p></w:tc>";

    private static IReadOnlyList<Diagnostic> Check(byte[] file, string name) => [.. WordFileCheck.Check(new MemoryStream(file), name)];
}
