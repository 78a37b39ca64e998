using System.Globalization;
using System.Text;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Tags may stand within tags as deep as a file likes.</summary>
public class DeepTagsTests
{
    [Theory]
    [InlineData("Span")]
    [InlineData("P")]
    [InlineData("L")]
    [InlineData("Table")]
    public void A_cell_with_tags_within_tags_is_read_without_end_of_stack(string role)
    {
        var result = new TableReader().Read(new MemoryStream(Tagged(role, 40_000)), "deep.pdf");
        Assert.Equal(["ett", "två", "tre", "fyra"], result.GetValueOrThrow()[0].Rows.SelectMany(row => row.Cells).Select(cell => cell.Text.Text));
    }

    /// <summary>A table of two rows and two columns; the text of the first cell stands within so many elements.</summary>
    private static byte[] Tagged(string role, int depth)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var number = 0;
        void Add(FormattableString body) => file.Append(CultureInfo.InvariantCulture, $"{++number} 0 obj\n").Append(body.ToString(CultureInfo.InvariantCulture)).Append("\nendobj\n");

        var content = "/P <</MCID 0>> BDC BT /F 10 Tf 50 500 Td (ett) Tj ET EMC /P <</MCID 1>> BDC BT /F 10 Tf 250 500 Td (tv\u00e5) Tj ET EMC "
            + "/P <</MCID 2>> BDC BT /F 10 Tf 50 480 Td (tre) Tj ET EMC /P <</MCID 3>> BDC BT /F 10 Tf 250 480 Td (fyra) Tj ET EMC";
        Add($"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>");
        Add($"<</Type/Pages/Count 1/Kids[4 0 R]>>");
        Add($"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>");
        Add($"<</Length {content.Length}>>stream\n{content}\nendstream");
        Add($"<</Type/StructTreeRoot/K 7 0 R>>");
        Add($"<</S/Table/K[<</S/TR/K[8 0 R <</S/TD/Pg 4 0 R/K 1>>]>> <</S/TR/K[<</S/TD/Pg 4 0 R/K 2>> <</S/TD/Pg 4 0 R/K 3>>]>>]>>");
        Add($"<</S/TD/Pg 4 0 R/K 9 0 R>>");
        for (var i = 0; i < depth; i++)
        {
            Add($"<</S/{role}/K {number + 2} 0 R>>");
        }

        Add($"<</S/Span/Pg 4 0 R/K 0>>");
        return Encoding.Latin1.GetBytes(file.Append("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n").ToString());
    }
}
