using System.Text;

namespace ActionPlan.Pdf.Tests;

public sealed class StructureTests
{
    [Theory]
    [InlineData("p03.pdf")]
    [InlineData("p44.pdf")]
    public void TheTreeAloneGivesEveryCellOfATaggedTable(string name)
    {
        var document = PdfDocument.Open(TestData.Path(name)).Require();
        Assert.True(document.IsTagged);
        var texts = TextsByContent(document);
        var lines = new StringBuilder();
        foreach (var table in Elements(document.Structure).Where(element => element.Role == "Table"))
        {
            foreach (var row in Elements([table]).Where(element => element.Role == "TR"))
            {
                lines.AppendJoin(" | ", row.Children.Select(cell => Spans(cell) + CellText(cell, texts))).Append('\n');
            }

            lines.Append('\n');
        }

        Snapshot.Verify(lines.ToString(), name + ".cells");
    }

    [Fact]
    public void RolesAttributesAndTextsAreReadThroughTheirMaps()
    {
        var builder = PdfFileBuilder.OnePage("/Standard <</MCID 0>> BDC BT /F1 9 Tf (A) Tj ET EMC /P /M1 BDC BT (B) Tj ET EMC", "/StructParents 0", "/Properties << /M1 << /MCID 1 >> >>")
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) /MarkInfo << /Marked true >> /StructTreeRoot 10 0 R >>")
            .Add(10, "<< /Type /StructTreeRoot /K 11 0 R /RoleMap << /Cell /Zell /Zell /TD /Loop1 /Loop2 /Loop2 /Loop1 >> /ClassMap << /wide << /O /Table /ColSpan 3 /Scope /Row >> >> >>")
            .Add(11, "<< /S /Table /K [12 0 R 13 0 R 12 0 R 11 0 R] /Pg 3 0 R >>")
            .Add(12, "<< /S /Cell /C /wide /A [<< /O /Table /ColSpan 2 /RowSpan 4 /Headers [(a) (b)] >>] /K [0 << /Type /MCR /MCID 1 >>] /ActualText (whole) /ID (id1) >>")
            .Add(13, "<< /S /Loop1 /Alt (picture) /Pg 3 0 R >>");
        var document = PdfDocument.Open(builder.Build()).Require();
        Assert.Equal("sv-SE", document.Language);
        var table = Assert.Single(document.Structure);
        var children = table.Children.ToArray();
        Assert.Equal(2, children.Length);
        Assert.Equal(("TD", "Cell", 4, 2), (children[0].Role, children[0].Tag, children[0].RowSpan, children[0].ColumnSpan));
        Assert.Equal("Row", children[0].Attributes["Scope"]);
        Assert.Equal("a b", children[0].Attributes["Headers"]);
        Assert.Equal([new ContentReference(1, 0, 0), new ContentReference(1, 1, 0)], children[0].Items.Select(item => item.Content!.Value));
        Assert.Equal(("whole", "id1"), (children[0].ActualText, children[0].Id));
        Assert.Equal("picture", children[1].AlternativeText);
        Assert.Equal([0, 1], document.ReadPage(1).Glyphs.Select(glyph => glyph.MarkedContentId));
    }

    private static string Spans(StructureElement cell) =>
        (cell.Role == "TH" ? "TH " : "") + (cell.RowSpan > 1 ? $"rows {cell.RowSpan} " : "") + (cell.ColumnSpan > 1 ? $"columns {cell.ColumnSpan} " : "");

    private static Dictionary<ContentReference, string> TextsByContent(PdfDocument document)
    {
        var texts = new Dictionary<ContentReference, string>();
        var lines = new Dictionary<ContentReference, float>();
        for (var number = 1; number <= document.PageCount; number++)
        {
            foreach (var glyph in document.ReadPage(number).Glyphs.Where(glyph => glyph.MarkedContentId >= 0 && !glyph.IsArtifact))
            {
                var key = new ContentReference(number, glyph.MarkedContentId, glyph.Form);
                // A line's end is a blank, whether or not the file shows one there.
                var gap = lines.TryGetValue(key, out var y) && Math.Abs(y - glyph.BaselineY) > 1 ? " " : "";
                texts[key] = texts.GetValueOrDefault(key) + gap + glyph.Text;
                lines[key] = glyph.BaselineY;
            }
        }

        return texts;
    }

    private static string CellText(StructureElement cell, Dictionary<ContentReference, string> texts)
    {
        var parts = Elements([cell]).Select(element => string.Concat(element.Items.Where(item => item.Content is not null).Select(item => texts.GetValueOrDefault(item.Content!.Value))));
        return string.Join(' ', string.Join(' ', parts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<StructureElement> Elements(IEnumerable<StructureElement> top) =>
        top.SelectMany(element => Elements(element.Children).Prepend(element));
}

/// <summary>Compares with Data/NAME.verified.txt; what was received is written beside it, to be looked at and taken over by hand.</summary>
internal static class Snapshot
{
    public static void Verify(string received, string name)
    {
        var verified = TestData.Path(name + ".verified.txt");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (received != expected)
        {
            File.WriteAllText(TestData.Path(name + ".received.txt"), received);
        }

        Assert.Equal(expected, received);
    }
}
