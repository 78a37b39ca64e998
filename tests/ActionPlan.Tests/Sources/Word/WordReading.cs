using ActionPlan.Sources;
using ActionPlan.Sources.Word;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>Short ways from bytes to what the reader gives.</summary>
internal static class WordReading
{
    public static SourceResult Read(byte[] bytes, ReadLimits? limits = null) => Read(new MemoryStream(bytes), limits);

    public static SourceResult Read(Stream stream, ReadLimits? limits = null) =>
        WordSource.Read(new(stream, "test.docx"), ReadOptions.Default with { Limits = limits ?? ReadLimits.Default }, TestContext.Cancel);

    public static SourceDocument Document(this DocxBuilder builder, ReadLimits? limits = null)
    {
        var result = Read(builder.ToBytes(), limits);
        Assert.Null(result.Refusal?.ToString());
        return result.Document!;
    }

    public static string Refusal(this DocxBuilder builder, ReadLimits? limits = null) => Read(builder.ToBytes(), limits).Refusal?.Code ?? "";

    public static SourceGrid Grid(this SourceDocument document) => Assert.Single(document.Body.OfType<SourceGrid>());

    public static SourceCell OnlyCell(this DocxBuilder builder) => Assert.Single(Assert.Single(builder.Document().Grid().Rows).Cells);

    public static string[] Paragraphs(this SourceDocument document) => [.. document.Body.OfType<SourceParagraph>().Select(paragraph => paragraph.Text.Text)];

    /// <summary>'row,column rows x columns text' of every cell.</summary>
    public static string Layout(this SourceGrid grid) =>
        string.Join(" | ", grid.Rows.SelectMany(row => row.Cells).Select(cell =>
            $"{cell.Row},{cell.Column}{(cell.RowSpan + cell.ColumnSpan > 2 ? $" {cell.RowSpan}x{cell.ColumnSpan}" : "")} {cell.Text.Text}"));

    public static void AssertCloses(SourceDocument document)
    {
        foreach (var grid in document.Body.OfType<SourceGrid>())
        {
            Assert.Equal(grid.Characters, grid.Rows.SelectMany(row => row.Cells).Sum(cell => TextCount.NonBlank(cell.Text.Text) + (cell.Dropped?.Total ?? 0)));
        }
    }

    private static class TestContext
    {
        public static CancellationToken Cancel => CancellationToken.None;
    }
}

/// <summary>The documents of the corpus, beside the tests.</summary>
internal static class CorpusFiles
{
    public static string Folder { get; } = Repository.PathOf("tests", "ActionPlan.Tests", "Corpus");

    /// <summary>Documents whose plans are snapshots too.</summary>
    public static string[] Word => [.. Directory.GetFiles(Folder, "d*.docx").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Documents of one kind each, named by it.</summary>
    public static string[] Kinds =>
        [.. Directory.GetFiles(Path.Combine(Folder, "Kinds"), "*.docx").Select(path => "Kinds/" + Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Prints with known plans.</summary>
    public static string[] Pdf => [.. Directory.GetFiles(Path.Combine(Folder, "Pdf"), "*.pdf").Select(path => "Pdf/" + Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static string PathOf(string file) => Path.Combine([Folder, .. file.Split('/')]);
}
