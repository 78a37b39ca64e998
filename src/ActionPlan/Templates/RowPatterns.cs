using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>A row of the example to make others like it.</summary>
/// <param name="Row">The markup, cleaned, as it stood in the example.</param>
/// <param name="Columns">For each cell the column of the example's plan whose text it holds, or -1.</param>
/// <param name="Headings">For each cell the column that it is the label of, as on a card, or -1.</param>
internal sealed record PatternRow(XElement Row, int[] Columns, int[] Headings)
{
    public bool IsCard => Array.Exists(Headings, heading => heading >= 0);
}

/// <summary>The rows of the example that rows without a counterpart are made like: those of the last measure, section and group.</summary>
internal sealed class RowPatterns
{
    private readonly List<PatternRow> _open = [];
    private int _measure = -1;

    /// <summary>The rows of one whole measure; none before the first.</summary>
    public IReadOnlyList<PatternRow> Measure { get; private set; } = [];

    public XElement? Section { get; private set; }

    public XElement? Group { get; private set; }

    /// <summary>The heading rows of the last table, for a table that is added.</summary>
    public List<XElement> Headers { get; } = [];

    /// <summary>The paragraph that headed the last section and group, where they are paragraphs.</summary>
    public XElement? SectionParagraph { get; set; }

    public XElement? GroupParagraph { get; set; }

    /// <param name="goesOn">Whether the table has no headings and those of the table before hold for it.</param>
    public void BeginTable(bool goesOn)
    {
        if (!goesOn)
        {
            Headers.Clear();
        }
    }

    public void AddMeasureRow(int measure, PatternRow row)
    {
        if (_measure != measure)
        {
            _measure = measure;
            _open.Clear();
        }

        _open.Add(row);
        Measure = [.. _open];
    }

    /// <summary>Makes a section row of one of a measure, for an example that has none: one bold cell over the whole width.</summary>
    public static void MakeSection(XElement row)
    {
        var cells = RowMarkup.Cells(row);
        var cell = cells[0].Cell;
        foreach (var other in cells.Skip(1))
        {
            other.Cell.Remove();
        }

        cell.Elements().Where(child => child.Name != Wml.TcPr).Remove();
        cell.Element(Wml.TcPr)?.Elements().Where(property => property.Name.LocalName is "vMerge" or "hMerge" or "tcW").Remove();
        RowMarkup.SetProperty(cell, Wml.Value("gridSpan", cells[^1].End - cells[0].Column));
        cell.Add(new XElement(Wml.P, new XElement(Wml.Run, new XElement(Wml.RPr, Wml.Element("b"), Wml.Element("bCs")), new XElement(Wml.T, "x"))));
    }

    public void AddHeading(XElement row, bool group)
    {
        if (group)
        {
            Group = new(row);
        }
        else
        {
            Section = new(row);
        }
    }
}
