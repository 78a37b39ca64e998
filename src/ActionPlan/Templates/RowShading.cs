using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Shading that alternates from row to row by hand goes on as the rule that it was, where rows are added in between.</summary>
internal sealed class RowShading
{
    private const int FewestRows = 3;

    private readonly Dictionary<int, Rule> _rules = [];
    private Rule? _rule;
    private int _next;

    public RowShading(ExampleTask task, bool isNeeded)
    {
        if (!isNeeded)
        {
            return;
        }

        foreach (var grid in task.Source.Body.OfType<SourceGrid>().Where(grid => task.Anchors.Tables.Contains(grid.Index)))
        {
            if (Find(grid, task.Anchors) is { } rule)
            {
                _rules[grid.Index] = rule;
            }
        }
    }

    public void BeginTable(int table) => (_rule, _next) = (_rules.GetValueOrDefault(table), 0);

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
                    new XAttribute(Wml.W + "fill", fill.ToString("X6", System.Globalization.CultureInfo.InvariantCulture))));
            }
        }
    }

    private static Rule? Find(SourceGrid grid, PlanAnchors anchors)
    {
        var rows = new List<(bool BeginsSection, Dictionary<int, int> Fills)>();
        var begins = false;
        foreach (var row in grid.Rows)
        {
            if (!anchors.Rows.TryGetValue(new(grid.Index, row.Index), out var anchor))
            {
                continue;
            }

            if (anchor.Kind == RowKindOfPlan.Measure)
            {
                rows.Add((begins, row.Cells.Where(cell => cell.RowSpan == 1).ToDictionary(cell => cell.Column, cell => cell.Look.Fill)));
                begins = false;
            }
            else
            {
                begins |= anchor.Kind is RowKindOfPlan.Section or RowKindOfPlan.SectionWithoutGroup;
            }
        }

        if (rows.Count < FewestRows)
        {
            return null;
        }

        foreach (var restarts in (ReadOnlySpan<bool>)[false, true])
        {
            if (Follows(rows, restarts) is { } rule)
            {
                return rule;
            }
        }

        return null;
    }

    private static Rule? Follows(List<(bool BeginsSection, Dictionary<int, int> Fills)> rows, bool restarts)
    {
        var turns = new Dictionary<int, int>[] { [], [] };
        var turn = 0;
        foreach (var (begins, fills) in rows)
        {
            turn = restarts && begins ? 0 : turn;
            foreach (var (column, fill) in fills)
            {
                if (!turns[turn % 2].TryAdd(column, fill) && turns[turn % 2][column] != fill)
                {
                    return null;
                }
            }

            turn++;
        }

        return turns[0].Any(pair => turns[1].TryGetValue(pair.Key, out var other) && other != pair.Value) ? new(turns[0], turns[1], restarts) : null;
    }

    private sealed record Rule(Dictionary<int, int> First, Dictionary<int, int> Second, bool Restarts);
}
