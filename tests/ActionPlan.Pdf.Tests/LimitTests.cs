using System.Globalization;

namespace ActionPlan.Pdf.Tests;

/// <summary>Every bound is an option, and what lies beyond it is told.</summary>
public sealed class LimitTests
{
    public static TheoryData<string> Cases => new(Limits.Keys);

    private static Dictionary<string, (PdfReadLimits Limits, Func<PdfFileBuilder> File)> Limits { get; } = new(StringComparer.Ordinal)
    {
        [nameof(PdfReadLimits.MaxOperands)] = (new() { MaxOperands = 5 }, () => Page("[1 2 3 4 5 6 7] TJ")),
        [nameof(PdfReadLimits.MaxOpenStates)] = (new() { MaxOpenStates = 3 }, () => Page("q q q q")),
        [nameof(PdfReadLimits.MaxOpenStates) + " of marked content"] = (new() { MaxOpenStates = 3 }, () => Page("/A BMC /A BMC /A BMC /A BMC")),
        [nameof(PdfReadLimits.MaxFormNesting)] = (new() { MaxFormNesting = 1 }, () => Page("/X Do", "/XObject << /X 6 0 R /Y 7 0 R >>")
            .AddStream(6, Form, PdfFileBuilder.Latin("/Y Do")).AddStream(7, Form, PdfFileBuilder.Latin("q Q"))),
        [nameof(PdfReadLimits.MaxPathPoints)] = (new() { MaxPathPoints = 3 }, () => Page("0 0 9 9 re S")),
        [nameof(PdfReadLimits.MaxPathsPerPage)] = (new() { MaxPathsPerPage = 1 }, () => Page("0 0 m 90 0 l S 0 50 m 90 50 l S")),
        [nameof(PdfReadLimits.MaxPathsPerPage) + " of areas"] = (new() { MaxPathsPerPage = 1 }, () => Page("0 0 90 90 re f 200 0 90 90 re f")),
        [nameof(PdfReadLimits.MaxPathsPerPage) + " of images"] = (new() { MaxPathsPerPage = 1 }, () => Page("BI ID a EI BI ID a EI ")),
        [nameof(PdfReadLimits.MaxGlyphsPerPage)] = (new() { MaxGlyphsPerPage = 3 }, () => Page("BT /F1 9 Tf (abcd) Tj ET")),
        [nameof(PdfReadLimits.MaxOperatorsPerPage)] = (new() { MaxOperatorsPerPage = 3 }, () => Page("q Q q Q q Q")),
        [nameof(PdfReadLimits.MaxAnnotationsPerPage)] = (new() { MaxAnnotationsPerPage = 1 }, () => PdfFileBuilder.OnePage("", "/Annots [<< >> << >>]")),
        [nameof(PdfReadLimits.MaxFieldCharacters)] = (new() { MaxFieldCharacters = 3 }, () => PdfFileBuilder.OnePage("", "/Annots [<< /Subtype /FreeText /Rect [0 0 90 90] /Contents (abcd) >>]")),
        [nameof(PdfReadLimits.MaxOptionalContentTerms)] = (new(), () => Page("/OC /M BDC EMC", "/Properties << /M 10 0 R >>", "/OCProperties << /D << >> >>").WithConditions(levels: 12)),
        [nameof(PdfReadLimits.MaxFontEntries)] = (new() { MaxFontEntries = 1 }, () => Page("BT /F1 9 Tf (a) Tj ET")
            .Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Own /ToUnicode 6 0 R >>").AddStream(6, "", PdfFileBuilder.Latin("2 beginbfchar <61> <0062> <62> <0063> endbfchar"))),
        [nameof(PdfReadLimits.MaxFontEntries) + " of widths"] = (new() { MaxFontEntries = 1 }, () => Page("BT /F1 9 Tf (a) Tj ET")
            .Add(5, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType0 /W [1 [500 600]] >>] >>")),
        [nameof(PdfReadLimits.MaxFilters)] = (new() { MaxFilters = 1 }, () => Page("").AddStream(4, "/Filter [/ASCIIHexDecode /ASCIIHexDecode]", PdfFileBuilder.Latin("37313e>"))),
        [nameof(PdfReadLimits.MaxReferenceSteps)] = (new() { MaxReferenceSteps = 3 }, () => Page("").Add(4, "10 0 R").Add(10, "11 0 R").Add(11, "12 0 R").Add(12, "13 0 R").Add(13, "null")),
        [nameof(PdfReadLimits.MaxNesting)] = (new() { MaxNesting = 5 }, () => Page("").Add(4, "[[[[[[[[]]]]]]]]")),
        [nameof(PdfReadLimits.MaxAttributes)] = (new() { MaxAttributes = 1 }, () => Page("", "", "/StructTreeRoot << /K 10 0 R >>").Add(10, "<< /S /P /A << /O /Layout /B 1 /C 2 >> >>")),
        [nameof(PdfReadLimits.MaxStructureElements)] = (new() { MaxStructureElements = 1 }, () => Page("", "", "/StructTreeRoot << /K [<< /S /P >> << /S /P >>] >>")),
        [nameof(PdfReadLimits.MaxObjects)] = (new() { MaxObjects = 9 }, () => PdfFileBuilder.ThreePages().Add(20, "null").Add(21, "null")),
        [nameof(PdfReadLimits.MaxPages)] = (new() { MaxPages = 1 }, () => PdfFileBuilder.ThreePages()),
    };

    private const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 99 99]";

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatLiesBeyondALimitIsTold(string name)
    {
        var (limits, file) = Limits[name];
        var document = PdfDocument.Open(file().Build(), limits: limits).Require();
        var page = document.ReadPage(1);
        _ = document.Structure;
        Assert.Contains(page.Diagnostics.Concat(document.Diagnostics), d => d.Code == PdfDiagnosticCode.LimitReached);
    }

    [Fact]
    public void TrailersBeyondTheLimitAreTold()
    {
        var file = PdfFileBuilder.OnePage("").Build();
        byte[] several = [.. file, .. PdfFileBuilder.Latin("\ntrailer << /Root 1 0 R >>\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF")];
        var document = PdfDocument.Open(several, limits: new PdfReadLimits { MaxRevisions = 1 }).Require();
        Assert.Contains(document.Diagnostics, d => d.Code == PdfDiagnosticCode.LimitReached);
    }

    [Fact]
    public void OrdinaryFilesReachNoLimit()
    {
        var document = PdfDocument.Open(PdfFileBuilder.ThreePages().Build()).Require();
        Assert.Empty(document.ReadPage(1).Diagnostics.Concat(document.Diagnostics));
    }

    private static PdfFileBuilder Page(string content, string resources = "", string catalog = "") =>
        PdfFileBuilder.OnePage(content, resources: resources).Add(1, $"<< /Type /Catalog /Pages 2 0 R {catalog} >>");
}

internal static class Conditions
{
    /// <summary>Memberships each of which names the next ten times: few objects, and as many paths as the tenth power of the levels.</summary>
    public static PdfFileBuilder WithConditions(this PdfFileBuilder builder, int levels)
    {
        for (var i = 0; i < levels; i++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{11 + i} 0 R ");
            builder.Add(10 + i, $"<< /Type /OCMD /P /AllOn /OCGs [{string.Concat(Enumerable.Repeat(next, 10))}] >>");
        }

        return builder.Add(10 + levels, "<< /Type /OCG /Name (g) >>");
    }
}
