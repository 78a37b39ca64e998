using System.Globalization;
using System.Xml.Linq;

namespace ActionPlan.Word;

/// <summary>
/// Values that Word and others read and that no schema allows, brought to what they mean: widths with decimals, on/off values of another edition, tables
/// without their properties or their grid.
/// </summary>
internal static class LenientMarkup
{
    public static void Restore(XElement element)
    {
        if (element.Name.Namespace != Wml.W)
        {
            return;
        }

        switch (element.Name.LocalName)
        {
            case "tcW" or "tblW" or "tblInd" or "gridCol":
                Whole(element.Attribute(Wml.W + "w"));
                break;
            case "tblHeader" or "cantSplit" or "bidiVisual":
                OnOff(element);
                break;
            case "charset":
                element.Attribute(Wml.W + "characterSet")?.Remove();
                break;
            case "jc" when element.Parent?.Name.LocalName is "tblPr" or "trPr" or "tblPrEx":
                Side(element.Attribute(Wml.Val));
                break;
            case "tbl":
                Table(element);
                break;
            default:
                break;
        }
    }

    /// <summary>Adds the properties and the grid that a table lacks to what stands before its rows.</summary>
    public static void CompleteFront(List<XElement> front, int columns)
    {
        if (!front.Exists(element => element.Name == Wml.TblPr))
        {
            front.Insert(0, new XElement(Wml.TblPr));
        }

        var grid = front.Find(element => element.Name == Wml.TblGrid);
        if (grid is null)
        {
            front.Add(grid = new XElement(Wml.TblGrid));
        }

        if (!grid.HasElements)
        {
            // Word finds the widths by those of the cells.
            const int Width = 9000;
            grid.Add(Enumerable.Range(0, columns).Select(_ => Wml.Element("gridCol", new XAttribute(Wml.W + "w", Width / columns))));
        }
    }

    private static void Table(XElement table)
    {
        if (table.Element(Wml.TblPr) is not null && table.Element(Wml.TblGrid) is { HasElements: true })
        {
            return;
        }

        var front = table.Elements().Where(child => child.Name == Wml.TblPr || child.Name == Wml.TblGrid).ToList();
        front.ForEach(element => element.Remove());
        CompleteFront(front, table.Descendants(Wml.Tr).Select(Columns).DefaultIfEmpty(0).Max());
        table.AddFirst(front);
    }

    private static int Columns(XElement row) =>
        row.Elements(Wml.Tc).Concat(row.Elements(Wml.Sdt).Elements(Wml.SdtContent).Elements(Wml.Tc))
            .Sum(cell => int.TryParse((string?)cell.Element(Wml.TcPr)?.Element(Wml.W + "gridSpan")?.Attribute(Wml.Val), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Max(1, span) : 1);

    private static void Whole(XAttribute? width)
    {
        if (width is not null && width.Value.Contains('.', StringComparison.Ordinal) && double.TryParse(width.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            width.Value = Math.Round(number).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void OnOff(XElement element)
    {
        switch ((string?)element.Attribute(Wml.Val))
        {
            case "1" or "true":
                element.SetAttributeValue(Wml.Val, null);
                break;
            case "0" or "false":
                element.SetAttributeValue(Wml.Val, "off");
                break;
            default:
                break;
        }
    }

    private static void Side(XAttribute? side)
    {
        if (side?.Value is "start" or "end")
        {
            side.Value = side.Value == "start" ? "left" : "right";
        }
    }
}
