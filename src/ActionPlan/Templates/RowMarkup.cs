using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Rows and cells as markup: where cells stand, their merges, their properties.</summary>
internal static class RowMarkup
{
    private const int MostColumns = 1000;

    /// <summary>The cells with their first grid column, counted from 1, and how many they cover; those within controls too.</summary>
    public static List<GridCell> Cells(XElement row)
    {
        var cells = new List<GridCell>();
        var column = 1 + Number(row.Element(Wml.TrPr)?.Element(Wml.W + "gridBefore"), 0);
        foreach (var child in row.Elements())
        {
            if (child.Name == Wml.Tc)
            {
                Add(child);
            }
            else if (child.Name == Wml.Sdt)
            {
                foreach (var cell in child.Elements(Wml.SdtContent).Elements(Wml.Tc))
                {
                    Add(cell);
                }
            }
        }

        return cells;

        void Add(XElement cell)
        {
            var span = Math.Max(1, Number(cell.Element(Wml.TcPr)?.Element(Wml.W + "gridSpan"), 1));
            cells.Add(new(cell, column, span));
            column += span;
        }
    }

    public static int Number(XElement? element, int otherwise) =>
        int.TryParse((string?)element?.Attribute(Wml.Val), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, MostColumns) : otherwise;

    public static XElement? Merge(XElement cell) => cell.Element(Wml.TcPr)?.Element(Wml.W + "vMerge");

    /// <summary>Whether a cell goes on from the one above it.</summary>
    public static bool IsContinued(XElement cell) => Merge(cell) is { } merge && (string?)merge.Attribute(Wml.Val) != "restart";

    /// <summary>Sets a property of a cell at its place in the schema.</summary>
    public static void SetProperty(XElement cell, XElement property)
    {
        var properties = cell.Element(Wml.TcPr);
        if (properties is null)
        {
            cell.AddFirst(properties = new XElement(Wml.TcPr));
        }

        properties.Elements(property.Name).Remove();
        properties.Add(property);
        SchemaOrder.Restore(properties);
    }

    public static void SetMerge(XElement cell, bool restart) => SetProperty(cell, restart ? Wml.Value("vMerge", "restart") : Wml.Element("vMerge"));

    /// <summary>Controls of cells go, around them and within: the rows get controls of their own.</summary>
    public static void UnwrapCells(XElement row)
    {
        while (row.Element(Wml.Sdt) is { } control)
        {
            var nodes = control.Element(Wml.SdtContent)?.Nodes().ToList() ?? [];
            control.Element(Wml.SdtContent)?.RemoveNodes();
            control.ReplaceWith(nodes);
        }

        foreach (var control in row.Elements(Wml.Tc).Elements(Wml.P).Elements(Wml.Sdt).Where(IsOfCell).ToList())
        {
            var nodes = control.Element(Wml.SdtContent)?.Nodes().ToList() ?? [];
            control.Element(Wml.SdtContent)?.RemoveNodes();
            control.ReplaceWith(nodes);
        }
    }

    private static bool IsOfCell(XElement control) => (string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) is { } tag && PlanTags.TryCell(tag, out _, out _, out _);

    public static XElement Properties(XElement row)
    {
        if (row.Element(Wml.TrPr) is { } properties)
        {
            return properties;
        }

        properties = new XElement(Wml.TrPr);
        if (row.Element(Wml.W + "tblPrEx") is { } exceptions)
        {
            exceptions.AddAfterSelf(properties);
        }
        else
        {
            row.AddFirst(properties);
        }

        return properties;
    }

    public static void MarkHeader(XElement row)
    {
        var properties = Properties(row);
        properties.Elements(Wml.W + "tblHeader").Remove();
        properties.Add(Wml.Element("tblHeader"));
    }

    public static void CantSplit(XElement row)
    {
        var properties = Properties(row);
        properties.Elements(Wml.W + "cantSplit").Remove();
        properties.AddFirst(Wml.Element("cantSplit"));
    }

    /// <summary>A row that ends before a column of the grid gets empty cells up to it, in the look of its last one.</summary>
    public static void ExtendTo(XElement row, int column, int span)
    {
        var cells = Cells(row);
        if (cells.Count == 0 || cells[^1].End > column)
        {
            return;
        }

        if (cells[^1].End < column)
        {
            Append(column - cells[^1].End);
        }

        Append(span);
        row.Element(Wml.TrPr)?.Elements().Where(property => property.Name.LocalName is "gridAfter" or "wAfter").Remove();

        void Append(int width)
        {
            var last = cells[^1].Cell;
            var added = new XElement(last);
            added.Elements().Where(child => child.Name != Wml.TcPr).Remove();
            added.Element(Wml.TcPr)?.Elements().Where(property => property.Name.LocalName is "vMerge" or "hMerge" or "gridSpan" or "tcW").Remove();
            if (width > 1)
            {
                SetProperty(added, Wml.Value("gridSpan", width));
            }

            added.Add(new XElement(Wml.P, last.Elements(Wml.P).LastOrDefault()?.Element(Wml.PPr) is { } look ? new XElement(look) : null));
            last.AddAfterSelf(added);
            cells.Add(new(added, cells[^1].End, width));
        }
    }

    /// <summary>An answer may be longer than last year's: a height that cuts it off becomes the least one.</summary>
    public static void LetGrow(XElement row)
    {
        if (row.Element(Wml.TrPr)?.Element(Wml.W + "trHeight") is { } height && (string?)height.Attribute(Wml.W + "hRule") == "exact")
        {
            height.SetAttributeValue(Wml.W + "hRule", "atLeast");
        }
    }

    /// <summary>Another text in the look of the first; what else stood there goes.</summary>
    public static void Retext(XElement container, string text)
    {
        var rest = text;
        foreach (var paragraph in container.DescendantsAndSelf(Wml.P).ToList())
        {
            foreach (var run in paragraph.Descendants(Wml.Run).Where(run => run.Elements().Any(child => child.Name.LocalName is "t" or "tab" or "br" or "sym" or "noBreakHyphen" or "fldChar" or "instrText")).ToList())
            {
                if (rest.Length > 0 && run.Elements(Wml.T).Any(piece => !string.IsNullOrWhiteSpace(piece.Value)))
                {
                    run.Elements().Where(child => child.Name != Wml.RPr).Remove();
                    RichTextMarkup.AddText(run, rest);
                    rest = "";
                }
                else
                {
                    run.Remove();
                }
            }
        }

        if (rest.Length > 0 && container.DescendantsAndSelf(Wml.P).FirstOrDefault() is { } empty)
        {
            var run = new XElement(Wml.Run, empty.Element(Wml.PPr)?.Element(Wml.RPr) is { } look ? new XElement(look) : null);
            RichTextMarkup.AddText(run, rest);
            empty.Add(run);
        }
    }
}

/// <summary>A cell with its place in the grid.</summary>
/// <param name="Cell">The markup.</param>
/// <param name="Column">Its first grid column, counted from 1.</param>
/// <param name="Span">How many grid columns it covers.</param>
internal readonly record struct GridCell(XElement Cell, int Column, int Span)
{
    public int End => Column + Span;
}
