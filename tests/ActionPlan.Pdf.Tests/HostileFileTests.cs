namespace ActionPlan.Pdf.Tests;

/// <summary>Files made to cost more than they hold. Each was quadratic in some reader; a reader that is would not end here.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string> Cases => new(Files.Keys);

    private static Dictionary<string, Func<byte[]>> Files { get; } = new(StringComparer.Ordinal)
    {
        ["objects without bodies"] = () => [.. Good(), .. Repeat("1 0 obj ", 200_000)],
        ["trailers without ends"] = () => [.. Good(), .. Repeat("trailer << ", 200_000)],
        ["streams without ends"] = () => [.. Good(), .. Many(i => $"{i + 10} 0 obj<</Length 9>>stream\n", 50_000)],
        ["object streams without ends"] = () => [.. Good(), .. Many(i => $"{i + 10} 0 obj<</Type/ObjStm/N 9/First 9>>stream\n", 20_000)],
        ["open brackets"] = () => Content(Repeat("[", 500_000)),
        ["open strings"] = () => Content(Repeat("(", 500_000)),
        ["open dictionaries"] = () => Content(Repeat("<<", 500_000)),
        ["inline images without ends"] = () => Content(Repeat("BI ID ", 200_000)),
        ["saved states"] = () => Content(Repeat("q ", 500_000)),
        ["marked content"] = () => Content(Repeat("/A BMC ", 300_000)),
        ["replacements within replacements"] = () => Content([.. Repeat("/S<</ActualText(x)>>BDC ", 9000), .. Repeat("BT (aaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET ", 1000), .. Repeat("EMC ", 9000)]),
        ["glyphs at one place"] = () => Content([.. PdfFileBuilder.Latin("BT /F1 0 Tf "), .. Repeat("(aaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 4000)]),
        ["lines over each other"] = () => Content(Many(i => $"0 {i % 700} m 500 {i % 700} l S ", 50_000)),
        ["one path of many rectangles"] = () => Content([.. Repeat("0 0 1 1 re ", 100_000), .. PdfFileBuilder.Latin("f")]),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ComesToAnEnd(string name)
    {
        var result = PdfDocument.Open(Files[name](), limits: new PdfReadLimits { MaxDecodedStreamBytes = 4 * 1024 * 1024 });
        Assert.True(result.Document is null ? result.Refusal is not null : result.Document.ReadPage(1) is not null);
    }

    [Fact]
    public void AChainOfFiltersGrowsWithItsBytesOnly()
    {
        var chain = PdfFileBuilder.OnePage("")
            .AddStream(4, $"/Filter [/ASCIIHexDecode {string.Concat(Enumerable.Repeat("/RunLengthDecode ", 12))}]", PdfFileBuilder.Latin("8181>")).Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var document = PdfDocument.Open(chain).Require();
        document.ReadPage(1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Contains(document.Diagnostics, d => d.Code == PdfDiagnosticCode.LimitReached);
    }

    private static byte[] Good() => PdfFileBuilder.ThreePages().Build()[..^30];

    private static byte[] Content(byte[] content) => PdfFileBuilder.OnePage("").AddStream(4, "", content).Build();

    private static byte[] Repeat(string text, int count) => PdfFileBuilder.Latin(string.Concat(Enumerable.Repeat(text, count)));

    private static byte[] Many(Func<int, string> text, int count) => PdfFileBuilder.Latin(string.Concat(Enumerable.Range(0, count).Select(text)));
}
