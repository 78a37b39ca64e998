using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SampleDocuments;

/// <summary>Short words for the elements that the samples are made of.</summary>
internal static class Word
{
    public static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public static Run Bold(string text) => new(new RunProperties(new Bold()), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public static OpenXmlElement Field(string code) => new SimpleField(Run("1")) { Instruction = code };

    public static Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new(new OpenXmlElement[] { new ParagraphProperties(new ParagraphStyleId { Val = style }) }.Concat(content));

    public static Paragraph Paragraph(string style, string text) => Paragraph(style, Run(text));

    public static Paragraph Bullet(string text) => Paragraph("TableBullet", text);

    /// <summary>The paragraphs of a cell; a line that begins with a bullet is an item of a list.</summary>
    public static IEnumerable<Paragraph> Lines(string text, string style = "TableText") =>
        text.Split('\n').Select(line => line.StartsWith("• ", StringComparison.Ordinal) ? Bullet(line[2..]) : Paragraph(style, line));

    public static Table Table(IReadOnlyList<int> widths, params IEnumerable<TableRow> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        table.Append(rows);
        return table;
    }

    /// <summary>A row that is repeated at the top of each page and does not break.</summary>
    public static TableRow HeaderRow(IReadOnlyList<int> widths, IReadOnlyList<string> headings) =>
        new(
            new OpenXmlElement[] { new TableRowProperties(new CantSplit(), new TableHeader()) }
                .Concat(headings.Select((heading, i) => Cell(widths[i], Lines(heading, "TableHeading"), "D9E2F3"))));

    /// <summary>A row of one cell over the full width, kept with the row that follows.</summary>
    public static TableRow SectionRow(IReadOnlyList<int> widths, string heading)
    {
        var cell = Cell(widths.Sum(), Lines(heading, "TableSection"), "F2F2F2");
        cell.TableCellProperties!.GridSpan = new GridSpan { Val = widths.Count };
        return new TableRow(new TableRowProperties(new CantSplit()), cell);
    }

    /// <summary>A row that may break over a page, as Word has it by default. A null cell continues the merged one above.</summary>
    public static TableRow Row(IReadOnlyList<int> widths, IReadOnlyList<string?> cells, bool firstIsMerged = false, bool cantSplit = false)
    {
        var row = new TableRow();
        if (cantSplit)
        {
            row.Append(new TableRowProperties(new CantSplit()));
        }

        for (var i = 0; i < cells.Count; i++)
        {
            var cell = Cell(widths[i], Lines(cells[i] ?? ""));
            if (i == 0 && firstIsMerged)
            {
                cell.TableCellProperties!.VerticalMerge = cells[i] is null ? new VerticalMerge() : new VerticalMerge { Val = MergedCellValues.Restart };
            }

            row.Append(cell);
        }

        return row;
    }

    public static TableCell Cell(int width, IEnumerable<Paragraph> content, string? shading = null)
    {
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa } };
        if (shading is not null)
        {
            properties.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shading };
        }

        return new TableCell(new OpenXmlElement[] { properties }.Concat(content));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
