namespace ActionPlan.Sources.Pdf.Pages;

/// <summary>Says which paragraphs are title and headings, by their size against that of running text.</summary>
internal static class HeadingRoles
{
    /// <summary>A heading is larger than running text by at least this factor.</summary>
    private const double Larger = 1.12;

    private const int LongestHeading = 200;

    /// <param name="blocks">Paragraphs and grids in order.</param>
    public static List<SourceBlock> Assign(List<SourceBlock> blocks)
    {
        var usual = UsualSize(blocks);
        if (usual <= 0)
        {
            return blocks;
        }

        var sizes = new List<double>();
        foreach (var block in blocks)
        {
            if (block is SourceParagraph large && IsLarge(large, usual) && !sizes.Contains(large.Size))
            {
                sizes.Add(large.Size);
            }
        }

        sizes.Sort(static (a, b) => b.CompareTo(a));
        var title = TitleAt(blocks, sizes);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is SourceParagraph paragraph && IsLarge(paragraph, usual))
            {
                var level = sizes.IndexOf(paragraph.Size) + 1;
                blocks[i] = With(paragraph, i == title ? ParagraphRole.Title : ParagraphRole.Heading, i == title ? 0 : level);
            }
        }

        return blocks;
    }

    private static bool IsLarge(SourceParagraph paragraph, double usual) =>
        paragraph.Role == ParagraphRole.Body && paragraph.Size > Larger * usual && paragraph.Text.Text.Length <= LongestHeading;

    /// <summary>The first paragraph of the largest size, unless others of that size follow: then it is one heading among many.</summary>
    private static int TitleAt(List<SourceBlock> blocks, List<double> sizes)
    {
        var first = sizes.Count == 0 ? -1 : blocks.FindIndex(block => block is SourceParagraph paragraph && paragraph.Size == sizes[0]);
        return first >= 0 && blocks.FindLastIndex(block => block is SourceParagraph paragraph && paragraph.Size == sizes[0]) == first ? first : -1;
    }

    /// <summary>The size of running text: that of paragraphs too long for headings, or else that of the tables.</summary>
    private static double UsualSize(List<SourceBlock> blocks)
    {
        var prose = new Dictionary<double, int>();
        var tables = new Dictionary<double, int>();
        foreach (var block in blocks)
        {
            if (block is SourceParagraph { Text.Text: { Length: > 100 } text } paragraph)
            {
                prose[paragraph.Size] = prose.GetValueOrDefault(paragraph.Size) + text.Length;
            }
            else if (block is SourceGrid grid)
            {
                foreach (var row in grid.Rows)
                {
                    foreach (var cell in row.Cells)
                    {
                        if (!cell.Text.IsEmpty)
                        {
                            tables[cell.Look.Size] = tables.GetValueOrDefault(cell.Look.Size) + cell.Text.Text.Length;
                        }
                    }
                }
            }
        }

        return Math.Max(Most(prose), Most(tables));
    }

    private static double Most(Dictionary<double, int> sizes) => sizes.Count == 0 ? 0 : sizes.MaxBy(size => size.Value).Key;

    private static SourceParagraph With(SourceParagraph paragraph, ParagraphRole role, int level) =>
        new() { Text = paragraph.Text, Bold = paragraph.Bold, Size = paragraph.Size, Page = paragraph.Page, Role = role, Level = level };
}
