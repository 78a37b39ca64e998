namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Whether the text of a file is there and can be read.</summary>
public class PdfHealthTests
{
    private static readonly string[] Pages = [DrawnPdf.Page(700, ["Aktivitet", "Mål", "Uppföljning", "Ansvarig"], ["Filter vid hamnen", "Halten halveras", "Klart", "Driftchef"])];

    /// <summary>A font whose table of letters knows a single code, which the page does not use.</summary>
    private const string MuteFont = "<</Type/Font/Subtype/Type0/BaseFont/Mute/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>";

    [Fact]
    public void Text_that_cannot_be_decoded_is_refused_with_a_count()
    {
        const string Codes = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <0041> endbfchar endcmap";
        var read = new PlanReader().Read(
            DrawnPdf.Of(
                Pages,
                MuteFont,
                1,
                "",
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Mute/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
                $"<</Length {Codes.Length}>>stream\n{Codes}\nendstream"),
            "plan.pdf");
        Assert.Equal(ReadOutcome.Refused, read.Outcome);
        Assert.Equal("AP1302", Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void A_page_of_which_a_part_is_missing_is_refused_with_its_number()
    {
        var read = new PlanReader().Read(DrawnPdf.Of([Pages[0], Pages[0]], cutAfter: 0.6), "plan.pdf");
        Assert.Equal(ReadOutcome.Refused, read.Outcome);
        var found = Assert.Single(read.Diagnostics);
        Assert.Equal(("AP1303", 2), (found.Code, found.Place.Page));
    }

    [Fact]
    public void Text_that_a_scanner_recognised_is_used_and_told()
    {
        var read = new PlanReader().Read(DrawnPdf.Of(["3 Tr\n" + Pages[0]]), "plan.pdf");
        Assert.Equal("Halten halveras", Assert.Single(read.GetValueOrThrow().Measures).Goal.Text);
        Assert.Equal(1, Assert.Single(read.Diagnostics, diagnostic => diagnostic.Code == "AP1304").Place.Page);
    }
}
