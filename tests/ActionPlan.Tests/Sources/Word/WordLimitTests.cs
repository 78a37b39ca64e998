using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>Every bound refuses what is over it, by its name, and lets through what is not.</summary>
public class WordLimitTests
{
    private static readonly string Rows = Table(Row(Tc("aa"), Tc("b")), Row(Tc("c"), Tc("d")), Row(Tc("e"), Tc("f")));

    public static TheoryData<string, string> Documents => new()
    {
        { nameof(ReadLimits.FileSize), P("x") },
        { nameof(ReadLimits.InflatedSize), P(new string('x', 9000)) },
        { nameof(ReadLimits.PartSize), P(new string('x', 9000)) },
        { nameof(ReadLimits.ZipEntries), P("x") },
        { nameof(ReadLimits.InflationRatio), string.Concat(Enumerable.Repeat(P(new string('x', 30_000)), 100)) },
        { nameof(ReadLimits.XmlDepth), P("x") },
        { nameof(ReadLimits.Relationships), P("x") },
        { nameof(ReadLimits.Tables), Rows + Rows + Rows },
        { nameof(ReadLimits.Rows), Rows },
        { nameof(ReadLimits.Columns), Table(Row(Tc("a", "<w:gridSpan w:val=\"100000\"/>"))) },
        { nameof(ReadLimits.CellCharacters), Table(Row(Tc("ett och två"))) },
        { nameof(ReadLimits.TableNesting), Table(Row($"<w:tc>{Table(Row($"<w:tc>{Rows}<w:p/></w:tc>"))}<w:p/></w:tc>")) },
        { nameof(ReadLimits.Time), string.Concat(Enumerable.Repeat(P("x"), 20_000)) },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void ALimitRefusesByItsName(string limit, string body)
    {
        var builder = new DocxBuilder(body).Related("rId1", "a", "a").Related("rId2", "a", "b").Related("rId3", "a", "c");
        Assert.NotNull(WordReading.Read(builder.ToBytes(), ReadLimits.Default with { InflationRatio = 100_000, Columns = 100_000 }).Document);
        var limits = limit switch
        {
            nameof(ReadLimits.FileSize) => ReadLimits.Default with { FileSize = 100 },
            nameof(ReadLimits.InflatedSize) => ReadLimits.Default with { InflatedSize = 5000 },
            nameof(ReadLimits.PartSize) => ReadLimits.Default with { PartSize = 5000 },
            nameof(ReadLimits.ZipEntries) => ReadLimits.Default with { ZipEntries = 2 },
            nameof(ReadLimits.InflationRatio) => ReadLimits.Default with { InflationRatio = 20 },
            nameof(ReadLimits.XmlDepth) => ReadLimits.Default with { XmlDepth = 3 },
            nameof(ReadLimits.Relationships) => ReadLimits.Default with { Relationships = 2 },
            nameof(ReadLimits.Tables) => ReadLimits.Default with { Tables = 2 },
            nameof(ReadLimits.Rows) => ReadLimits.Default with { Rows = 2 },
            nameof(ReadLimits.CellCharacters) => ReadLimits.Default with { CellCharacters = 10 },
            nameof(ReadLimits.TableNesting) => ReadLimits.Default with { TableNesting = 2 },
            nameof(ReadLimits.Time) => ReadLimits.Default with { Time = TimeSpan.Zero },
            _ => ReadLimits.Default,
        };
        var refusal = WordReading.Read(builder.ToBytes(), limits).Refusal;
        Assert.Equal(("AP1014", limit), (refusal?.Code, refusal?.Arguments[0]));
    }

    [Fact]
    public void DiagnosticsOverTheLimitAreCounted()
    {
        var document = new DocxBuilder(Table(Row([.. Enumerable.Repeat($"<w:tc><w:p>{R("dolt", "<w:vanish/>")}</w:p></w:tc>", 5)]))).Document(ReadLimits.Default with { Diagnostics = 2 });
        Assert.Equal(["AP1101", "AP1101", "AP1107"], document.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("3", document.Diagnostics[^1].Arguments[0]);
    }

    [Fact]
    public void CancellationEndsTheRead()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var bytes = new DocxBuilder(string.Concat(Enumerable.Repeat(P("x"), 5000))).ToBytes();
        Assert.Throws<OperationCanceledException>(() => ActionPlan.Sources.Word.WordSource.Read(new(new MemoryStream(bytes), "x"), ReadOptions.Default, source.Token));
    }
}
