using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>Writes the JSON of a plan, property by property in the order of plan.schema.json.</summary>
internal static class PlanJsonText
{
    public static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", PlanJson.Version);
        json.WriteString("title", plan.Title);
        json.WriteText("language", plan.Language);
        json.WriteText("period", plan.Period);
        json.WriteText("reference", plan.Reference);
        WriteDecisions(json, plan.Decisions);
        WriteColumns(json, plan.Columns);
        json.WriteStartArray("sections");
        foreach (var section in plan.Sections)
        {
            json.WriteStartObject();
            json.WriteText("group", section.Group);
            json.WriteString("heading", section.Heading);
            json.WriteStartArray("measures");
            foreach (var measure in section.Measures)
            {
                Write(json, measure, plan.Columns);
                json.FlushIfLarge();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDecisions(Utf8JsonWriter json, ValueList<Decision> decisions)
    {
        json.WriteStartArray("decisions");
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteString("role", JsonNames.Of(decision.Role));
            json.WriteString("body", decision.Body);
            json.WriteString("date", decision.Date.ToString());
            json.WriteString("section", decision.Section);
            json.WriteString("text", decision.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, ValueList<PlanColumn> columns)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("key", JsonNames.Of(column.Key));
            json.WriteString("heading", column.Heading);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Measure measure, ValueList<PlanColumn> columns)
    {
        json.WriteStartObject();
        json.WriteString("id", measure.Id);
        foreach (var field in MeasureFields.All)
        {
            // All rows of a plan have one shape; a text whose column is not listed is written all the same, for nothing may be lost.
            var text = measure[field.Column];
            if (field.IsMain || !text.IsEmpty || columns.Any(column => column.Key == field.Column.Key))
            {
                json.WriteString(field.Name, text.Text);
            }
        }

        WriteOther(json, measure, columns);
        WriteFormatting(json, measure);
        if (measure.Source is { } source)
        {
            json.WriteStartObject("source");
            json.WriteNumber("table", source.Table);
            json.WriteNumber("row", source.Row);
            json.WriteCounts("pages", source.Pages);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteOther(Utf8JsonWriter json, Measure measure, ValueList<PlanColumn> columns)
    {
        var any = false;
        foreach (var column in columns)
        {
            if (column.Key == ColumnKey.Other)
            {
                Begin();
                json.WriteString(column.Heading, measure[column].Text);
            }
        }

        foreach (var (heading, text) in measure.Other)
        {
            if (!columns.Any(column => column.Key == ColumnKey.Other && column.Heading == heading))
            {
                Begin();
                json.WriteString(heading, text.Text);
            }
        }

        if (any)
        {
            json.WriteEndObject();
        }

        void Begin()
        {
            if (!any)
            {
                json.WriteStartObject("other");
                any = true;
            }
        }
    }

    private static void WriteFormatting(Utf8JsonWriter json, Measure measure)
    {
        var any = false;
        foreach (var field in MeasureFields.All)
        {
            Write(field.Name, measure[field.Column]);
        }

        foreach (var (heading, text) in measure.Other)
        {
            Write(MeasureFields.OtherPrefix + heading, text);
        }

        if (any)
        {
            json.WriteEndObject();
        }

        void Write(string name, RichText text)
        {
            if (text.IsPlain)
            {
                return;
            }

            if (!any)
            {
                json.WriteStartObject("formatting");
                any = true;
            }

            json.WriteStartArray(name);
            foreach (var paragraph in text.Paragraphs)
            {
                PlanJsonText.Write(json, paragraph);
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, TextParagraph paragraph)
    {
        json.WriteStartObject();
        if (paragraph.List != ListKind.None)
        {
            json.WriteString("list", JsonNames.Of(paragraph.List));
            json.WriteNumber("level", paragraph.Level);
        }

        json.WriteStartArray("runs");
        foreach (var run in paragraph.Runs)
        {
            json.WriteStartObject();
            json.WriteString("text", run.Text);
            if (run.Bold)
            {
                json.WriteBoolean("bold", true);
            }

            if (run.Italic)
            {
                json.WriteBoolean("italic", true);
            }

            json.WriteText("href", run.Link);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
