using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Makes the rows of the new document of those of the example: the same rows with the plan's texts, each in its own look and tagged.</summary>
internal sealed class PlanRows(ExampleTask task, ContentControls controls, PatternCell pattern, ParagraphText changes, ICollection<Diagnostic> diagnostics)
{
    private readonly Measure[] _old = [.. task.Old.Measures];
    private readonly Measure?[] _new = Counterparts(task);
    private readonly HashSet<(int Measure, int Column)> _written = [];

    // The column that a vertical merge belongs to, by grid column; broken where a row below got a text of its own.
    private readonly Dictionary<int, (int Column, RichText Text, bool Broken)> _merges = [];

    private int _table;
    private int _row;
    private bool _onlyHeadersSoFar;

    public void Begin(int table)
    {
        (_table, _row, _onlyHeadersSoFar) = (table, 0, true);
        _merges.Clear();
    }

    /// <summary>The row as it is to be written, or null where it goes.</summary>
    public XElement? Next(XElement row)
    {
        _row++;
        UnwrapCells(row);
        var (kind, measure) = task.Anchors.Rows.TryGetValue(new(_table, _row), out var anchor) ? anchor : ((RowKindOfPlan?)null, -1);
        _onlyHeadersSoFar &= kind == RowKindOfPlan.Header || (_row > 1 && kind is null && _onlyHeadersSoFar && false);
        switch (kind)
        {
            case RowKindOfPlan.Continuation or RowKindOfPlan.RepeatedHeader:
                return null;
            case RowKindOfPlan.Header:
                changes.Change(row);
                WrapHeadings(row);
                if (_onlyHeadersSoFar)
                {
                    MarkHeader(row);
                }

                return row;
            case RowKindOfPlan.Section:
                return controls.Around(PlanTags.Section, null, row);
            case RowKindOfPlan.SectionWithoutGroup:
                return controls.Around(PlanTags.SectionWithoutGroup, null, row);
            case RowKindOfPlan.Group:
                return controls.Around(PlanTags.Group, null, row);
            case RowKindOfPlan.Measure:
                WrapHeadings(row);
                return MeasureRow(row, measure);
            default:
                changes.Change(row);
                return row;
        }
    }

    private static Measure?[] Counterparts(ExampleTask task)
    {
        var byId = task.New.Measures.GroupBy(measure => measure.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return [.. task.Old.Measures.Select(measure => byId.GetValueOrDefault(measure.Id))];
    }

    private XElement MeasureRow(XElement row, int measure)
    {
        var old = _old[measure];
        var target = _new[measure] ?? old;
        if (task.Anchors.Cells.Count > 0 && row.Element(Wml.TrPr)?.Element(Wml.W + "trHeight") is { } height && (string?)height.Attribute(Wml.W + "hRule") == "exact")
        {
            // An answer may be longer than last year's: a height that cuts it off becomes the least one.
            height.SetAttributeValue(Wml.W + "hRule", "atLeast");
        }

        foreach (var (cell, column) in Cells(row))
        {
            if (IsContinued(cell))
            {
                Continued(cell, column, measure, target);
            }
            else if (task.Anchors.Cells.TryGetValue(new(_table, _row, column), out var anchor) && anchor.Measure == measure)
            {
                Own(cell, column, anchor.Column, measure, old, target);
            }
            else
            {
                _merges.Remove(column);
            }
        }

        CantSplit(row);
        return controls.Around(PlanTags.Measure(old.Id), null, row);
    }

    private void Own(XElement cell, int gridColumn, int column, int measure, Measure old, Measure target)
    {
        var (before, after) = (old[task.Old.Columns[column]], target[task.New.Columns[column]]);
        var key = task.Old.Columns[column].Key;
        if (cell.Element(Wml.TcPr)?.Element(Wml.W + "vMerge") is { } merge)
        {
            if (key == ColumnKey.FollowUp)
            {
                merge.Remove();
            }

            _merges[gridColumn] = (column, after, key == ColumnKey.FollowUp);
        }
        else
        {
            _merges.Remove(gridColumn);
        }

        if (!_written.Add((measure, column)))
        {
            // Its text is in the first cell of the field.
            pattern.Write(cell, RichText.Empty);
            return;
        }

        var blank = !PatternCell.HasText(cell);
        if (key == ColumnKey.FocusArea && blank && after.Equals(before) && !after.IsEmpty)
        {
            // Blank below a filled one: it means the same as above, and stays blank.
            return;
        }

        var joined = task.Anchors.Joined.Contains((measure, column));
        var same = after.Equals(before) && !joined && (cell.Descendants(Wml.Tbl).Any() || PatternCell.ParagraphCount(cell) == after.Paragraphs.Count);
        Fill(cell, column, old.Id, after, same);
    }

    /// <summary>A cell of a vertical merge that began above: its own again where its row says something else.</summary>
    private void Continued(XElement cell, int gridColumn, int measure, Measure target)
    {
        if (!_merges.TryGetValue(gridColumn, out var merge))
        {
            cell.Element(Wml.TcPr)!.Element(Wml.W + "vMerge")!.Remove();
            return;
        }

        var text = target[task.New.Columns[merge.Column]];
        if (!merge.Broken && text.Equals(merge.Text))
        {
            return;
        }

        cell.Element(Wml.TcPr)!.Element(Wml.W + "vMerge")!.Remove();
        _merges[gridColumn] = merge with { Broken = true };
        _written.Add((measure, merge.Column));
        Fill(cell, merge.Column, target.Id.Length > 0 ? _old[measure].Id : target.Id, text, same: false);
    }

    private void Fill(XElement cell, int column, string id, RichText text, bool same)
    {
        var heading = task.New.Columns[column];
        var tag = PlanTags.Cell(heading, column + 1, id);
        if (heading.Key == ColumnKey.Status && task.Settings.Statuses.Count > 0)
        {
            if (text.IsEmpty)
            {
                pattern.Prompt(cell, PromptText.Status(task.New.Language));
            }
            else
            {
                pattern.Write(cell, RichText.FromText(text.Text));
            }

            Wrap(cell, inner => controls.Choice(tag, heading.Heading, task.Settings.Statuses, text.IsEmpty, inner));
        }
        else if (heading.Key == ColumnKey.FollowUp && text.IsEmpty)
        {
            pattern.Prompt(cell, PromptText.FollowUp(task.New.Language));
            Wrap(cell, inner => controls.Prompting(tag, heading.Heading, inner));
        }
        else
        {
            if (!same)
            {
                pattern.Write(cell, text);
            }

            Wrap(cell, inner => controls.Around(tag, heading.Heading, inner));
        }
    }

    private void WrapHeadings(XElement row)
    {
        foreach (var (cell, column) in Cells(row))
        {
            if (!IsContinued(cell) && task.Anchors.Headings.TryGetValue(new(_table, _row, column), out var heading))
            {
                Wrap(cell, inner => controls.Around(PlanTags.Column(task.New.Columns[heading], heading + 1), null, inner));
            }
        }
    }

    private static void Wrap(XElement cell, Func<XElement, XElement> control)
    {
        var place = new XElement("place");
        cell.ReplaceWith(place);
        place.ReplaceWith(control(cell));
    }

    /// <summary>Controls around cells go: the rows get controls of their own.</summary>
    private static void UnwrapCells(XElement row)
    {
        while (row.Elements(Wml.Sdt).FirstOrDefault() is { } control)
        {
            var nodes = control.Element(Wml.SdtContent)?.Nodes().ToList() ?? [];
            control.Element(Wml.SdtContent)?.RemoveNodes();
            control.ReplaceWith(nodes);
        }
    }

    private static List<(XElement Cell, int Column)> Cells(XElement row)
    {
        var cells = new List<(XElement, int)>();
        var column = 1 + Math.Max(0, Number(row.Element(Wml.TrPr)?.Element(Wml.W + "gridBefore"), 0));
        foreach (var cell in row.Elements().SelectMany(child => child.Name == Wml.Tc ? [child] : child.Name == Wml.Sdt ? child.Elements(Wml.SdtContent).Elements(Wml.Tc) : []))
        {
            cells.Add((cell, column));
            column += Math.Max(1, Number(cell.Element(Wml.TcPr)?.Element(Wml.W + "gridSpan"), 1));
        }

        return cells;
    }

    private static int Number(XElement? element, int otherwise) =>
        int.TryParse((string?)element?.Attribute(Wml.Val), System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1000) : otherwise;

    private static bool IsContinued(XElement cell) =>
        cell.Element(Wml.TcPr)?.Element(Wml.W + "vMerge") is { } merge && (string?)merge.Attribute(Wml.Val) != "restart";

    private static XElement Properties(XElement row)
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

    private static void MarkHeader(XElement row)
    {
        var properties = Properties(row);
        properties.Elements(Wml.W + "tblHeader").Remove();
        properties.Add(Wml.Element("tblHeader"));
    }

    private static void CantSplit(XElement row)
    {
        var properties = Properties(row);
        properties.Elements(Wml.W + "cantSplit").Remove();
        properties.AddFirst(Wml.Element("cantSplit"));
    }

    /// <summary>Says which measures found no row, and which rows no measure.</summary>
    public void Report()
    {
        var known = _old.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var measure in task.New.Measures.Where(measure => !known.Contains(measure.Id)))
        {
            diagnostics.Add(DiagnosticCatalog.MeasureNotInTemplate.Create(measure.Id, measure.Activity.Text));
        }

        for (var i = 0; i < _old.Length; i++)
        {
            if (_new[i] is null)
            {
                diagnostics.Add(DiagnosticCatalog.MeasureNotInPlan.Create(_old[i].Id));
            }
        }

        var answers = task.Old.Columns.ToList().FindIndex(column => column.Key == ColumnKey.FollowUp);
        for (var i = 0; i < _old.Length && answers >= 0; i++)
        {
            if (!_written.Contains((i, answers)))
            {
                diagnostics.Add(DiagnosticCatalog.NoAnswerCell.Create(_old[i].Id));
            }
        }
    }
}

/// <summary>A document to make after an example.</summary>
/// <param name="Old">The plan as the example has it.</param>
/// <param name="New">The plan as the new document is to have it: the same columns, measures by their ids.</param>
/// <param name="Anchors">Where the example's plan stands in it.</param>
/// <param name="Changes">What changes in the text around the tables.</param>
/// <param name="Settings">How it is made.</param>
internal sealed record ExampleTask(Plan Old, Plan New, PlanAnchors Anchors, IReadOnlyList<TextChange> Changes, TemplateSettings Settings);
