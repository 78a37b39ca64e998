using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>Whether the cells of a measure are shared with other rows.</summary>
[Flags]
internal enum CellSharing
{
    None = 0,

    /// <summary>A cell goes on from a row above.</summary>
    GoesOn = 1,

    /// <summary>A cell may go on in a row below.</summary>
    Begins = 2,
}

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

    public static CellSharing Sharing(XElement measure)
    {
        var sharing = CellSharing.None;
        foreach (var (cell, _) in measure.Elements(Wml.SdtContent).Elements(Wml.Tr).SelectMany(Cells))
        {
            var inner = Inner(cell);
            if (inner.Element(Wml.TcPr)?.Element(Wml.W + "vMerge") is { } merge)
            {
                sharing |= IsBegun(merge) ? CellSharing.Begins : CellSharing.GoesOn;
            }

            if (!PlanTags.TryCell(ControlTraits.Tag(cell.Element(Wml.SdtPr)), out var key, out _, out _))
            {
                sharing |= PatternCell.HasText(inner) ? CellSharing.None : CellSharing.GoesOn;
            }
            else if (key == ColumnKey.FocusArea)
            {
                sharing |= CellSharing.Begins;
            }
        }

        return sharing;
    }

    /// <summary>The measure as a part shows it. Of the rows before it that are others' only those are read whose cells go on in it.</summary>
    /// <param name="pieces">The document.</param>
    /// <param name="reader">What reads its pieces.</param>
    /// <param name="next">The piece after the last one that was taken.</param>
    /// <param name="at">The piece of the measure.</param>
    public XElement Take(IReadOnlyList<Piece> pieces, PieceReader reader, int next, int at)
    {
        var from = at;
        while (from > next && (pieces[from].Kind != PieceKind.Measure || pieces[from].Sharing.HasFlag(CellSharing.GoesOn)))
        {
            from--;
        }

        for (; from < at; from++)
        {
            if (pieces[from].Sharing.HasFlag(CellSharing.Begins))
            {
                Pass(reader.Read(pieces[from]), pieces[from].Id!, kept: false);
            }
        }

        var measure = reader.Read(pieces[at]);
        Pass(measure, pieces[at].Id!, kept: true);
        return measure;
    }

    private void Pass(XElement measure, string id, bool kept)
    {
        foreach (var row in measure.Elements(Wml.SdtContent).Elements(Wml.Tr))
        {
            PassRow(row, id, kept);
        }
    }

    private void PassRow(XElement row, string id, bool kept)
    {
        foreach (var (cell, column) in Cells(row))
        {
            var inner = Inner(cell);
            var merge = inner.Element(Wml.TcPr)?.Element(Wml.W + "vMerge");
            if (merge is not null && !IsBegun(merge))
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

    private static bool IsBegun(XElement merge) => (string?)merge.Attribute(Wml.Val) == "restart";

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
