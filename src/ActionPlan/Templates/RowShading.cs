using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Shading that alternates from row to row by hand goes on as the rule that it was, where rows are added in between.</summary>
internal sealed class RowShading(ExampleTask task, bool isNeeded)
{
    private AlternateShading? _rule;
    private int _next;

    public void BeginTable(int table) => (_rule, _next) = (isNeeded ? task.Tables.Find(table)?.Shading : null, 0);

    public void BeginSection()
    {
        if (_rule?.Restarts == true)
        {
            _next = 0;
        }
    }

    /// <summary>Gives the row of a measure the shading that its turn has.</summary>
    public void Apply(XElement row)
    {
        if (_rule is null)
        {
            return;
        }

        var fills = _next++ % 2 == 0 ? _rule.First : _rule.Second;
        foreach (var cell in RowMarkup.Cells(row))
        {
            if (!fills.TryGetValue(cell.Column, out var fill))
            {
                continue;
            }

            if (fill < 0)
            {
                cell.Cell.Element(Wml.TcPr)?.Element(Wml.W + "shd")?.Remove();
            }
            else
            {
                RowMarkup.SetProperty(cell.Cell, Wml.Element(
                    "shd",
                    new XAttribute(Wml.Val, "clear"),
                    new XAttribute(Wml.W + "color", "auto"),
                    new XAttribute(Wml.W + "fill", fill.ToString("X6", CultureInfo.InvariantCulture))));
            }
        }
    }
}
