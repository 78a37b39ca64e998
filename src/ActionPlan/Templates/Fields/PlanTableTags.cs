using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// Sees to it that the filled document carries the ids of its measures, as the documents do that ActionPlan makes itself: where rows of a table repeat
/// for measures, and each cell shows one field, the rows, the cells, the headings and the table get their tags. A card of a measure is such a table too.
/// </summary>
internal static class PlanTableTags
{
    public static void Add(XElement root, Plan plan)
    {
        var context = new FieldContext(plan);
        foreach (var table in root.Descendants(Wml.Tbl).Where(table => !table.Ancestors(Wml.Tbl).Any()).ToList())
        {
            var rows = table.Descendants(Wml.Tr).Where(row => row.Ancestors(Wml.Tbl).First() == table && row.Ancestors(Fml.Loop).Any(loop => Fml.NameOf(loop) == FieldNames.Measures)).ToList();
            var shown = rows.SelectMany(Cells).Select(cell => FieldOf(cell.Cell)).Where(field => field is not null).ToList();
            if (shown.Count > 0 && !shown.Contains("") && shown.Distinct(StringComparer.Ordinal).Count() == shown.Count)
            {
                Tag(table, rows, context);
            }
        }

        foreach (var loop in root.Descendants(Fml.Loop).Where(loop => Fml.NameOf(loop) == FieldNames.Sections))
        {
            TagHeadings(loop);
        }
    }

    private static void Tag(XElement table, List<XElement> rows, FieldContext context)
    {
        var headings = table.Elements(Wml.Tr).TakeWhile(other => !rows.Contains(other) && other.IsBefore(rows[0])).LastOrDefault();
        var headed = headings is null ? [] : Cells(headings).ToDictionary(each => each.Column, each => each.Cell);
        foreach (var row in rows)
        {
            XElement? label = null;
            foreach (var (cell, column) in Cells(row))
            {
                if (FieldOf(cell) is not { } field)
                {
                    label = cell.Descendants(Wml.T).Any(text => !string.IsNullOrWhiteSpace(text.Value)) ? cell : null;
                    continue;
                }

                row.SetAttributeValue(Fml.Around, "measure");
                if (ControlOf(cell) is null)
                {
                    cell.SetAttributeValue(Fml.Around, field);
                }

                if (context.ColumnOf(field) is { } known && (rows.Count == 1 ? headed.GetValueOrDefault(column) ?? label : label ?? headed.GetValueOrDefault(column)) is { } heading && heading.Attribute(Fml.Around) is null)
                {
                    heading.SetAttributeValue(Fml.Around, PlanTags.Column(known, context.Plan.Columns.TakeWhile(each => !ReferenceEquals(each, known)).Count() + 1));
                }

                label = null;
            }
        }

        table.SetAttributeValue(Fml.Around, PlanTags.Plan);
    }

    /// <summary>Tags what heads a section, and the group above it: once each, in the order that they are read in.</summary>
    private static void TagHeadings(XElement loop)
    {
        var own = loop.Descendants().Where(each => each.Ancestors(Fml.Loop).First() == loop && IsOfBody(each, loop)).ToList();
        var heading = Heading(own, "section.heading");
        Tag(heading, PlanTags.Section);
        if (Heading(own, "section.group") is { } group && (heading is null || group.IsBefore(heading)))
        {
            Tag(group, PlanTags.Group);
        }
    }

    private static void Tag(XElement? heading, string tag)
    {
        heading?.SetAttributeValue(Fml.Around, tag);
        if (heading?.Parent is { } paragraph && paragraph.Name == Wml.P && OnlyField(paragraph) is not null)
        {
            paragraph.SetAttributeValue(Fml.Heads, tag);
        }
    }

    /// <summary>Whether an element is a row of a tagged table, or stands outside of tables and boxes.</summary>
    private static bool IsOfBody(XElement element, XElement loop) =>
        element.Name == Wml.Tr ? element.Ancestors(Wml.Tbl).ToList() is [{ } table] && (string?)table.Attribute(Fml.Around) == PlanTags.Plan
            : !element.Ancestors().TakeWhile(each => each != loop).Any(each => each.Name == Wml.Tbl || each.Name == Wml.Tr || each.Name.LocalName == "txbxContent") && !element.Ancestors(Wml.Tbl).Any();

    private static XElement? Heading(List<XElement> elements, string field)
    {
        var whole = elements.FirstOrDefault(each =>
            each.Name == Wml.Tr ? each.Descendants().Select(NameOf).Where(name => name is not null).Distinct().ToList() is [{ } only] && only == field
                : each.Name == Wml.P ? OnlyField(each) == field
                : each.Name == Wml.Sdt && (string?)each.Attribute(Fml.Shows) == field && each.Parent!.Name != Wml.P);

        // Within a line of other words the field alone is the heading.
        return whole is null ? elements.FirstOrDefault(each => each.Name == Wml.Run ? each.Element(Fml.Field) is { } shown && Fml.NameOf(shown) == field : each.Name == Wml.Sdt && (string?)each.Attribute(Fml.Shows) == field)
            : whole.Name == Wml.P && whole.Elements(Wml.Sdt).FirstOrDefault(control => (string?)control.Attribute(Fml.Shows) == field) is { } inner ? inner
            : whole;
    }

    /// <summary>The control of a field that stands around a cell, or null.</summary>
    private static XElement? ControlOf(XElement cell) => cell.Parent is { Parent: { } control } && control.Name == Wml.Sdt && control.Attribute(Fml.Shows) is not null ? control : null;

    /// <summary>The one field of a measure that a cell shows and nothing else; null for a cell without fields, empty for one with more.</summary>
    private static string? FieldOf(XElement cell)
    {
        if (ControlOf(cell) is { } control)
        {
            return NameOf(control)!.StartsWith("measure.", StringComparison.Ordinal) ? NameOf(control) : "";
        }

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
