using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>
/// Cells that several rows share: vertical merges, and a focus area that stands in the first row alone. Where the first row goes and another one
/// stays, that one gets the cell.
/// </summary>
internal sealed class SharedCells
{
    private sealed record Shared(XElement Cell, bool IsShown);

    private readonly Dictionary<int, Shared> _merges = [];
    private (int Column, Shared Cell)? _focusArea;

    /// <summary>A heading ends what was shared above it.</summary>
    public void End()
    {
        _merges.Clear();
        _focusArea = null;
    }

    public void Pass(XElement row, string id, bool kept)
    {
        foreach (var (cell, column) in Cells(row))
        {
            var inner = Inner(cell);
            var merge = inner.Element(Wml.TcPr)?.Element(Wml.W + "vMerge");
            if (merge is not null && (string?)merge.Attribute(Wml.Val) != "restart")
            {
                if (_merges.TryGetValue(column, out var first) && kept && !first.IsShown)
                {
                    Replace(cell, first.Cell, id);
                    _merges[column] = first with { IsShown = true };
                }

                continue;
            }

            if (merge is null)
            {
                _merges.Remove(column);
            }
            else
            {
                _merges[column] = new(new(cell), kept);
            }

            FocusArea(cell, inner, column, id, kept);
        }
    }

    private void FocusArea(XElement cell, XElement inner, int column, string id, bool kept)
    {
        if (PlanTags.TryCell(ControlTraits.Tag(cell.Element(Wml.SdtPr)), out var key, out _, out _))
        {
            if (key == ColumnKey.FocusArea)
            {
                _focusArea = (column, new(new(cell), kept));
            }
        }
        else if (_focusArea is { } above && above.Column == column && kept && !above.Cell.IsShown && !PatternCell.HasText(inner))
        {
            Replace(cell, above.Cell.Cell, id);
            _focusArea = (column, above.Cell with { IsShown = true });
        }
    }

    private static void Replace(XElement cell, XElement first, string id)
    {
        var copy = new XElement(first);
        if (copy.Element(Wml.SdtPr)?.Element(Wml.W + "tag") is { } tag && PlanTags.TryCell((string?)tag.Attribute(Wml.Val), out _, out _, out var old))
        {
            var value = (string)tag.Attribute(Wml.Val)!;
            tag.SetAttributeValue(Wml.Val, string.Concat(value.AsSpan(0, value.Length - old.Length), id));
        }

        cell.ReplaceWith(copy);
    }

    private static XElement Inner(XElement cell) => cell.Name == Wml.Tc ? cell : cell.Descendants(Wml.Tc).First();

    private static List<(XElement Cell, int Column)> Cells(XElement row)
    {
        var cells = new List<(XElement, int)>();
        var column = 1 + Number(row.Element(Wml.TrPr)?.Element(Wml.W + "gridBefore"));
        foreach (var cell in row.Elements().Where(child => child.Name == Wml.Tc || (child.Name == Wml.Sdt && child.Descendants(Wml.Tc).Any())).ToList())
        {
            cells.Add((cell, column));
            column += Math.Max(1, Number(Inner(cell).Element(Wml.TcPr)?.Element(Wml.W + "gridSpan")));
        }

        return cells;
    }

    private static int Number(XElement? element) =>
        int.TryParse((string?)element?.Attribute(Wml.Val), System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 1000) : 0;
}
