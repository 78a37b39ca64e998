using System.Net;
using System.Text;
using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Plans;

/// <summary>
/// A Word file from a few readable lines. '! ' is a title, '# ' and '## ' are headings, '*bold*' is bold, '| a | b |' is a row of a table, any other
/// line a paragraph. In a row '&lt;' goes on from the cell at its left, '^' from the one above; '#RRGGBB text' has that ground; '¶' parts paragraphs.
/// </summary>
internal static class WrittenDocument
{
    private const string Styles =
        """<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>""";

    public static ReadResult<Plan> Read(string lines)
    {
        using var stream = new MemoryStream(new DocxBuilder(Body(lines)).Styles(Styles).ToBytes());
        return new PlanReader().Read(stream, "plan.docx");
    }

    /// <summary>The plan in the same notation: title, decisions, headings, then each section and its measures.</summary>
    public static string Shown(Plan plan)
    {
        var text = new StringBuilder();
        text.Append("! ").Append(plan.Title).Append(plan.Period is null ? "" : $" ({plan.Period})").Append('\n');
        foreach (var decision in plan.Decisions)
        {
            text.Append(string.Join(' ', decision.Role, decision.Body, decision.Date, "§", decision.Section)).Append('\n');
        }

        text.AppendJoin(" | ", plan.Columns.Select(column => $"{column.Key}: {column.Heading}")).Append('\n');
        foreach (var section in plan.Sections)
        {
            text.Append("# ").Append(section.Group is null ? "" : section.Group + " / ").Append(section.Heading).Append('\n');
            foreach (var measure in section.Measures)
            {
                text.AppendJoin(" | ", plan.Columns.Select(column => measure[column].Text.Replace('\n', '¶'))).Append('\n');
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).Trim();
    }

    private static string Body(string lines)
    {
        var body = new StringBuilder();
        var rows = new List<string[]>();
        foreach (var line in lines.ReplaceLineEndings("\n").Trim().Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
                continue;
            }

            body.Append(Table(rows));
            rows.Clear();
            body.Append(line switch
            {
                ['!', ' ', .. var title] => Paragraph(title, "Title"),
                ['#', '#', ' ', .. var heading] => Paragraph(heading, "Heading2"),
                ['#', ' ', .. var heading] => Paragraph(heading, "Heading1"),
                _ => Paragraph(line, ""),
            });
        }

        return body.ToString();
    }

    private static string Table(List<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var columns = rows.Max(row => row.Length);
        var table = new StringBuilder("<w:tbl><w:tblGrid>").Insert("<w:tbl><w:tblGrid>".Length, "<w:gridCol w:w=\"2000\"/>", columns).Append("</w:tblGrid>");
        for (var i = 0; i < rows.Count; i++)
        {
            table.Append("<w:tr>");
            for (var column = 0; column < rows[i].Length;)
            {
                var end = column + 1;
                while (end < rows[i].Length && rows[i][end] == "<")
                {
                    end++;
                }

                var below = i + 1 < rows.Count && column < rows[i + 1].Length && rows[i + 1][column] == "^";
                table.Append(Cell(rows[i][column], end - column, below));
                column = end;
            }

            table.Append("</w:tr>");
        }

        return table.Append("</w:tbl>").ToString();
    }

    private static string Cell(string text, int span, bool mergedBelow)
    {
        var properties = span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "";
        properties += text == "^" ? "<w:vMerge/>" : mergedBelow ? "<w:vMerge w:val=\"restart\"/>" : "";
        if (text.StartsWith('#'))
        {
            properties += $"<w:shd w:val=\"clear\" w:fill=\"{text[1..7]}\"/>";
            text = text[7..].Trim();
        }

        return $"<w:tc><w:tcPr>{properties}</w:tcPr>{string.Concat((text == "^" ? "" : text).Split('¶').Select(paragraph => Paragraph(paragraph, "")))}</w:tc>";
    }

    private static string Paragraph(string text, string style)
    {
        var bold = text.Length > 2 && text[0] == '*' && text[^1] == '*';
        return $"<w:p><w:pPr>{(style.Length == 0 ? "" : $"<w:pStyle w:val=\"{style}\"/>")}</w:pPr>{DocxBuilder.R(WebUtility.HtmlEncode(bold ? text[1..^1] : text), bold ? "<w:b/>" : "")}</w:p>";
    }
}
