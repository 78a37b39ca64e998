using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ActionPlan.Pdf.Tests;

/// <summary>Ways in which real files are broken. Each is either read in full, or what was lost is told.</summary>
public sealed class DamagedFileTests
{
    private static readonly byte[] Good = PdfFileBuilder.ThreePages().Build();
    private static readonly string GoodText = Reading.Text(Good);

    public static TheoryData<string> Recovered => new(Damages.Keys);

    private static Dictionary<string, Func<byte[]>> Damages { get; } = new(StringComparer.Ordinal)
    {
        ["startxref of 0"] = () => Replace(Good, StartOf(Good), "0"),
        ["startxref off by 3"] = () => Replace(Good, StartOf(Good), (int.Parse(StartOf(Good), CultureInfo.InvariantCulture) + 3).ToString(CultureInfo.InvariantCulture)),
        ["startxref missing"] = () => Replace(Good, "startxref", "         "),
        ["end-of-file mark missing"] = () => Replace(Good, "%%EOF", ""),
        ["cut before the cross-reference table"] = () => Good[..IndexOf(Good, "xref\n0")],
        ["an HTTP response before the header"] = () => [.. PdfFileBuilder.Latin("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"), .. Good],
        ["2 KB of zeros after the end"] = () => [.. Good, .. new byte[2048]],
        ["header missing"] = () => Good[9..],
        ["cross-reference offsets shifted by 7"] = () => ShiftOffsets(Good, 7),
        ["a table that starts at 1"] = () => Replace(Good, "xref\n0 ", "xref\n1 "),
        ["stream length too small"] = () => SetLengths(Good, "5"),
        ["stream length huge"] = () => SetLengths(Good, "99999999"),
        ["stream length missing"] = () => Replace(Good, "/Length", "/Lngth0"),
        ["endobj missing"] = () => Replace(Good, "endobj", "      "),
        ["Prev that leads to itself"] = () => Replace(Good, "/Root 1 0 R", $"/Root 1 0 R /Prev {StartOf(Good)}"),
        ["Prev that loops over two tables"] = PrevLoop,
        ["an unknown operator"] = () => WithContent("BT /F1 12 Tf 72 700 Td (a) Tj xyzzy (b) Tj true null 1 2 frob (c) Tj ET"),
        ["a number with an exponent"] = () => WithContent("BT /F1 12 Tf 72 7e2 Td (ab) Tj 1e0 0 0 1e0 72 650 Tm (c) Tj ET"),
        ["Parent to nowhere"] = () => Replace(Good, "/Parent 2 0 R", "/Parent 77 0 R"),
        ["Font to nowhere"] = () => Replace(Good, "/F1 9 0 R", "/F1 99 0 R"),
        ["Kids that list a page twice"] = () => PdfFileBuilder.ThreePages().Add(2, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 3 0 R] /Count 4 /Resources << /Font << /F1 9 0 R >> >> >>").Build(),
        ["Pages that are their own child"] = () => PdfFileBuilder.ThreePages().Add(2, "<< /Type /Pages /Kids [2 0 R 3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 595 842] /Resources << /Font << /F1 9 0 R >> >> >>").Build(),
        ["an array nested 100,000 deep"] = () => PdfFileBuilder.ThreePages().Add(10, new string('[', 100_000) + new string(']', 100_000)).Add(1, "<< /Type /Catalog /Pages 2 0 R /Deep 10 0 R >>").Build(),
        ["a dictionary nested 100,000 deep in the catalog"] = () => PdfFileBuilder.ThreePages().Add(1, "<< /Type /Catalog /Deep " + string.Concat(Enumerable.Repeat("<</A ", 100_000)) + string.Concat(Enumerable.Repeat(">>", 100_000)) + " /Pages 2 0 R >>").Build(),
        ["line ends of carriage returns in the table"] = () => Replace(Good, "f \n", "f \r"),
        ["trailer missing"] = () => Replace(Good, "trailer", "       "),
        ["a million pages claimed"] = () => Replace(Good, "/Count 3", "/Count 1000000"),
        ["Kids with missing objects"] = () => Replace(Good, "[3 0 R 4 0 R 5 0 R]", "[88 0 R 3 0 R 4 0 R 5 0 R 89 0 R]"),
        ["unterminated string in the information"] = () => [.. Good[..IndexOf(Good, "xref\n0")], .. "12 0 obj\n<< /Title (never closed >>\nendobj\n"u8],
        ["a second copy of the file after the first"] = () => [.. Good, .. Good],
        ["object number of a page wrong in the table"] = () => Replace(Good, "3 0 obj", "3 0 0bj"),
    };

    [Theory]
    [MemberData(nameof(Recovered))]
    public void IsReadInFull(string damage)
    {
        var file = Damages[damage]();
        var result = PdfDocument.Open(file);
        Assert.Null(result.Refusal);
        var text = Reading.Text(file);
        var expected = damage switch
        {
            "an unknown operator" or "a number with an exponent" => "abc",
            "Kids that list a page twice" => GoodText + "\f" + GoodText.Split('\f')[0],
            _ => GoodText,
        };
        if (damage is "object number of a page wrong in the table")
        {
            // The page itself is gone; the others are not, and the loss is told.
            Assert.Equal(string.Join('\f', GoodText.Split('\f')[1..]), text);
            Assert.Contains(result.Document!.Diagnostics, d => d.Code == PdfDiagnosticCode.PagesLost);
            return;
        }

        Assert.Equal(expected, text);
    }

    [Fact]
    public void AFileCutAt90PercentGivesWhatIsThereAndTellsTheLoss()
    {
        // Contents before pages, as most writers put them: the tree is lost, some pages are not.
        var builder = new PdfFileBuilder();
        for (var i = 0; i < 20; i++)
        {
            builder.AddStream(10 + (2 * i), "", PdfFileBuilder.Latin(PdfFileBuilder.PageContent("Page" + i)), compress: true);
            builder.Add(11 + (2 * i), $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {10 + (2 * i)} 0 R /Resources << /Font << /F1 9 0 R >> >> >>");
        }

        builder.Add(9, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>").Add(60, "<< /Type /Pages /Kids [] /Count 20 >>").Add(61, "<< /Type /Catalog /Pages 60 0 R >>");
        var file = builder.Build();
        var result = PdfDocument.Open(file.AsMemory(0, file.Length * 9 / 10 - 1200));
        var document = result.Require();
        Assert.InRange(document.PageCount, 15, 20);
        Assert.Contains(document.Diagnostics, d => d.Code == PdfDiagnosticCode.PagesLost);
        Assert.Contains("Page10", Reading.Text(document.ReadPage(11)), StringComparison.Ordinal);
    }

    [Fact]
    public void FlateDataDamagedAtItsEndKeepsWhatCameBefore()
    {
        var document = PdfDocument.Open(DamageFlate(fromEnd: 8, length: 6)).Require();
        var text = Reading.Text(document.ReadPage(1));
        Assert.StartsWith("First page 0123456789", text, StringComparison.Ordinal);
        Assert.Equal(GoodText.Split('\f')[1], Reading.Text(document.ReadPage(2)));
    }

    [Fact]
    public void FlateDataDamagedInItsMiddleKeepsWhatCameBefore()
    {
        var document = PdfDocument.Open(DamageFlate(fromEnd: 100, length: 20)).Require();
        Assert.StartsWith("First page 0123456789", Reading.Text(document.ReadPage(1)), StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, d => d.Code == PdfDiagnosticCode.StreamDamaged);
    }

    [Theory]
    [InlineData("", PdfRefusalReason.Empty)]
    [InlineData("  \r\n", PdfRefusalReason.Empty)]
    [InlineData("<html><body>Not found</body></html>", PdfRefusalReason.NotAPdf)]
    [InlineData("%PDF-1.4\n", PdfRefusalReason.Damaged)]
    [InlineData("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>", PdfRefusalReason.Damaged)]
    public void WhatHoldsNoPageIsRefusedByName(string content, PdfRefusalReason reason)
    {
        Assert.Equal(reason, PdfDocument.Open(PdfFileBuilder.Latin(content)).Refusal?.Reason);
    }

    [Fact]
    public void AnUnknownEncryptionIsRefusedByName()
    {
        var builder = PdfFileBuilder.ThreePages().Add(20, "<< /Filter /Vendor.Own /V 9 /R 9 >>");
        builder.TrailerExtra = "/Encrypt 20 0 R";
        Assert.Equal(PdfRefusalReason.Unsupported, PdfDocument.Open(builder.Build()).Refusal?.Reason);
    }

    [Fact]
    public void AFileLargerThanTheLimitIsRefusedByName()
    {
        Assert.Equal(PdfRefusalReason.LimitExceeded, PdfDocument.Open(Good, limits: new PdfReadLimits { MaxFileBytes = 100 }).Refusal?.Reason);
    }

    [Fact]
    public void AStreamThatInflatesBeyondTheLimitIsCut()
    {
        var bomb = PdfFileBuilder.OnePage("").AddStream(4, "", [.. "BT /F1 9 Tf (seen) Tj ET\n"u8, .. Enumerable.Repeat((byte)' ', 5_000_000)], compress: true).Build();
        var document = PdfDocument.Open(bomb, limits: new PdfReadLimits { MaxDecodedStreamBytes = 100_000 }).Require();
        Assert.Equal("seen", Reading.Text(document.ReadPage(1)));
        Assert.Contains(document.Diagnostics, d => d.Code == PdfDiagnosticCode.LimitReached);
    }

    [Fact]
    public void AFormThatDrawsItselfIsLeftOut()
    {
        var page = PdfFileBuilder.OnePage("BT /F1 9 Tf (a) Tj ET /X Do BT (b) Tj ET", resources: "/XObject << /X 8 0 R >>")
            .AddStream(8, "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /Font << /F1 5 0 R >> /XObject << /X 8 0 R >> >>", PdfFileBuilder.Latin("BT /F1 9 Tf (x) Tj ET /X Do"))
            .FirstPage();
        Assert.Equal("axb", Reading.Text(page));
        Assert.Contains(page.Diagnostics, d => d.Code == PdfDiagnosticCode.LimitReached);
    }

    [Fact]
    public void FormsThatMultiplyStopAtTheLimitOfOperators()
    {
        var builder = PdfFileBuilder.OnePage("/X0 Do", resources: "/XObject << /X0 20 0 R >>");
        for (var i = 0; i < 20; i++)
        {
            var next = $"/X{i + 1} Do ";
            builder.AddStream(20 + i, $"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X{i + 1} {21 + i} 0 R >> >>", PdfFileBuilder.Latin(string.Concat(Enumerable.Repeat(next, 10))));
        }

        builder.AddStream(40, "/Subtype /Form /BBox [0 0 9 9]", PdfFileBuilder.Latin("q Q"));
        var page = PdfDocument.Open(builder.Build(), limits: new PdfReadLimits { MaxOperatorsPerPage = 100_000 }).Require().ReadPage(1);
        Assert.Contains(page.Diagnostics, d => d.Code == PdfDiagnosticCode.LimitReached);
    }

    private static byte[] WithContent(string content) => PdfFileBuilder.OnePage(content).Build();

    private static byte[] PrevLoop()
    {
        var text = Encoding.Latin1.GetString(Good);
        var first = StartOf(Good);
        var appended = Good.Length;
        var looped = text.Replace("/Root 1 0 R", $"/Root 1 0 R /Prev {appended + 20}", StringComparison.Ordinal);
        var start = looped.Length;
        looped = looped.Replace($"/Prev {appended + 20}", $"/Prev {start}", StringComparison.Ordinal);
        return PdfFileBuilder.Latin(looped + $"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 10 /Root 1 0 R /Prev {first} >>\nstartxref\n{looped.Length}\n%%EOF\n");
    }

    private static byte[] DamageFlate(int fromEnd, int length)
    {
        var file = (byte[])Good.Clone();
        var end = IndexOf(file, "endstream") - 1;
        for (var i = 0; i < length; i++)
        {
            file[end - fromEnd + i] ^= 0x5A;
        }

        return file;
    }

    private static byte[] ShiftOffsets(byte[] file, int by)
    {
        var text = Encoding.Latin1.GetString(file);
        return PdfFileBuilder.Latin(Regex.Replace(
            text, @"(?<at>\d{10}) 00000 n", match => (int.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture) + by).ToString("D10", CultureInfo.InvariantCulture) + " 00000 n", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture));
    }

    private static byte[] SetLengths(byte[] file, string length) =>
        PdfFileBuilder.Latin(Regex.Replace(Encoding.Latin1.GetString(file), @"/Length \d+", "/Length " + length, RegexOptions.NonBacktracking));

    private static string StartOf(byte[] file) => Encoding.Latin1.GetString(file).Split("startxref\n")[^1].Split('\n')[0];

    private static byte[] Replace(byte[] file, string what, string by) => PdfFileBuilder.Latin(Encoding.Latin1.GetString(file).Replace(what, by, StringComparison.Ordinal));

    private static int IndexOf(byte[] file, string what) => Encoding.Latin1.GetString(file).IndexOf(what, StringComparison.Ordinal);
}
