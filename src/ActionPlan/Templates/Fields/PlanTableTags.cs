using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// Sees to it that the filled document carries the ids of its measures, as the documents do that ActionPlan makes itself: where rows of a table repeat
/// for measures, and each cell shows one field, the rows, the cells, the headings and the table get their tags.
/// </summary>
internal static class PlanTableTags
{
    public static void Add(XElement root, Plan plan)
    {
        var context = new FieldContext(plan);
        foreach (var table in root.Descendants(Wml.Tbl).Where(table => !table.Ancestors(Wml.Tbl).Any()).ToList())
        {
            var rows = table.Descendants(Fml.Loop).Where(loop => Fml.NameOf(loop) == FieldNames.Measures).SelectMany(loop => loop.Descendants(Wml.Tr)).Where(row => row.Ancestors(Wml.Tbl).First() == table).ToList();
            if (rows.Count != 1 || rows[0].Parent!.Name != Fml.Loop || rows[0].Elements(Wml.Tc).Any(cell => FieldOf(cell) is { Length: 0 }) || !rows[0].Descendants(Wml.Tc).Any(cell => cell.Parent == rows[0] && FieldOf(cell) is { Length: > 0 }))
            {
                continue;
            }

            Tag(table, rows[0], context);
        }

        foreach (var paragraph in root.Descendants(Wml.P).Where(paragraph => paragraph.Parent!.Name == Fml.Loop && Fml.NameOf(paragraph.Parent) == FieldNames.Sections))
        {
            if (OnlyField(paragraph) is "section.heading" or "section.group")
            {
                paragraph.SetAttributeValue(Fml.Around, OnlyField(paragraph) == "section.heading" ? PlanTags.Section : PlanTags.Group);
            }
        }
    }

    private static void Tag(XElement table, XElement row, FieldContext context)
    {
        row.SetAttributeValue(Fml.Around, "measure");
        var shown = new Dictionary<int, string>();
        foreach (var (cell, column) in Cells(row))
        {
            if (FieldOf(cell) is { } field)
            {
                shown[column] = field;
                cell.SetAttributeValue(Fml.Around, field);
            }
        }

        foreach (var other in table.Descendants(Wml.Tr).Where(other => other != row && other.Ancestors(Fml.Loop).Any() && other.Ancestors(Wml.Tbl).First() == table))
        {
            var fields = other.Descendants().Select(NameOf).Where(name => name is not null).Distinct().ToList();
            other.SetAttributeValue(Fml.Around, fields is ["section.heading"] ? PlanTags.Section : fields is ["section.group"] ? PlanTags.Group : null);
        }

        var headings = table.Elements(Wml.Tr).TakeWhile(other => !other.ElementsAfterSelf().Contains(row) || other.IsBefore(row)).LastOrDefault(other => other.IsBefore(row));
        if (headings is not null)
        {
            foreach (var (cell, column) in Cells(headings))
            {
                if (shown.TryGetValue(column, out var field) && context.ColumnOf(field) is { } known)
                {
                    cell.SetAttributeValue(Fml.Around, PlanTags.Column(known, context.Plan.Columns.TakeWhile(each => !ReferenceEquals(each, known)).Count() + 1));
                }
            }
        }

        table.SetAttributeValue(Fml.Around, PlanTags.Plan);
    }

    /// <summary>The one field of a measure that a cell shows and nothing else; null for a cell without fields, empty for one with more.</summary>
    private static string? FieldOf(XElement cell)
    {
        var names = cell.Descendants().Select(NameOf).Where(name => name is not null).ToList();
        var alone = !cell.Descendants(Wml.T).Any(text => !string.IsNullOrWhiteSpace(text.Value) && !text.Ancestors(Wml.Sdt).Any(control => control.Attribute(Fml.Shows) is not null));
        return names.Count == 0 ? null : names.Count == 1 && alone && names[0]!.StartsWith("measure.", StringComparison.Ordinal) && !cell.Descendants(Fml.Loop).Any() ? names[0] : "";
    }

    private static string? OnlyField(XElement paragraph)
    {
        var names = paragraph.Descendants().Select(NameOf).Where(name => name is not null).Distinct().ToList();
        return names.Count == 1 && !paragraph.Descendants(Wml.T).Any(text => !string.IsNullOrWhiteSpace(text.Value) && !text.Ancestors(Wml.Sdt).Any(control => control.Attribute(Fml.Shows) is not null)) ? names[0] : null;
    }

    private static string? NameOf(XElement element) => element.Name == Fml.Field ? Fml.NameOf(element) : (string?)element.Attribute(Fml.Shows);

    private static IEnumerable<(XElement Cell, int Column)> Cells(XElement row)
    {
        var column = 1;
        foreach (var cell in row.Elements().SelectMany(child => child.Name == Wml.Tc ? [child] : child.Name == Wml.Sdt ? child.Elements(Wml.SdtContent).Elements(Wml.Tc) : []))
        {
            yield return (cell, column);
            column += int.TryParse((string?)cell.Element(Wml.TcPr)?.Element(Wml.W + "gridSpan")?.Attribute(Wml.Val), System.Globalization.CultureInfo.InvariantCulture, out var span) ? Math.Max(1, span) : 1;
        }
    }
}
