using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SampleDocuments;

/// <summary>The look of a municipality's document: Calibri, dark blue headings, thin grey borders.</summary>
internal static class WordStyles
{
    private const string Ink = "1F3864";

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", EastAsia = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "22" },
                new FontSizeComplexScript { Val = "22" },
                new Languages { Val = "sv-SE", EastAsia = "en-US", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(0, 120, 259)))),
        Paragraph("Normal", "Normal", null, null, [], isDefault: true),
        Paragraph("Heading1", "heading 1", "Normal", "Normal", [new KeepNext(), new KeepLines(), Spacing(240, 240), new OutlineLevel { Val = 0 }], [new Bold(), new Color { Val = Ink }, new FontSize { Val = "36" }]),
        Paragraph("Heading2", "heading 2", "Normal", "Normal", [new KeepNext(), new KeepLines(), Spacing(320, 120), new OutlineLevel { Val = 1 }], [new Bold(), new Color { Val = Ink }, new FontSize { Val = "28" }]),
        Paragraph("TableText", "Tabelltext", "Normal", null, [Spacing(0, 60, 240)]),
        Paragraph("TableHeading", "Tabellrubrik", "TableText", null, [new KeepNext()], [new Bold()]),
        Paragraph("TableSection", "Tabellavsnitt", "TableText", null, [new KeepNext()], [new Bold()]),
        Paragraph("TableBullet", "Tabellpunkter", "TableText", null, [new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }), new ContextualSpacing()]),
        Paragraph("Header", "header", "Normal", null, [Spacing(0, 0, 240)], [new Color { Val = "595959" }, new FontSize { Val = "18" }]),
        Paragraph("Footer", "footer", "Normal", null, [Spacing(0, 0, 240), new Justification { Val = JustificationValues.Right }], [new Color { Val = "595959" }, new FontSize { Val = "18" }]),
        TableNormal(),
        TableGrid());

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "227", Hanging = "227" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    /// <summary>Where Calibri is missing, Carlito has the same widths.</summary>
    public static Fonts Fonts() => new(new Font(
        new AltName { Val = "Carlito" },
        new Panose1Number { Val = "020F0502020204030204" },
        new FontCharSet { Val = "00" },
        new FontFamily { Val = FontFamilyValues.Swiss },
        new Pitch { Val = FontPitchValues.Variable })
    { Name = "Calibri" });

    private static SpacingBetweenLines Spacing(int before, int after) => new() { Before = $"{before}", After = $"{after}" };

    private static SpacingBetweenLines Spacing(int before, int after, int line) =>
        new() { Before = $"{before}", After = $"{after}", Line = $"{line}", LineRule = LineSpacingRuleValues.Auto };

    private static Style Paragraph(
        string id, string name, string? basedOn, string? next, OpenXmlElement[] layout, OpenXmlElement[]? look = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }

        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        if (next is not null)
        {
            style.Append(new NextParagraphStyle { Val = next });
        }

        style.Append(new PrimaryStyle());
        if (layout.Length > 0)
        {
            style.Append(new StyleParagraphProperties(layout));
        }

        if (look is not null)
        {
            style.Append(new StyleRunProperties(look));
        }

        return style;
    }

    private static Style TableNormal() => new(
        new StyleName { Val = "Normal Table" },
        new UIPriority { Val = 99 },
        new SemiHidden(),
        new UnhideWhenUsed(),
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
    { Type = StyleValues.Table, StyleId = "TableNormal", Default = true };

    private static Style TableGrid() => new(
        new StyleName { Val = "Table Grid" },
        new BasedOn { Val = "TableNormal" },
        new UIPriority { Val = 39 },
        new StyleTableProperties(
            new TableBorders(
                Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TopMargin { Width = "57", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "28", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
    { Type = StyleValues.Table, StyleId = "TableGrid" };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "7F7F7F" };
}
