using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// Writes a part of a template with the values of a plan: in one forward pass, however often its loops go round. Values are written as they are; nothing
/// in them is looked at again.
/// </summary>
internal sealed class FieldWriter(XmlWriter writer, XElement root, FieldTemplate template, FixedMarkup fixedMarkup, FieldValues values, ContentControls controls, DrawingIds drawings, NoteCopies notes, CancellationToken cancellationToken)
{
    private const string Vml = "urn:schemas-microsoft-com:vml";

    private readonly Dictionary<XElement, FieldLook> _looks = [];
    private readonly Dictionary<XElement, bool> _hasControls = [];
    private readonly HashSet<string> _shapeTypes = new(StringComparer.Ordinal);

    /// <summary>The id of the copy of a note that is being written.</summary>
    private string? _noteId;

    public void Write(Plan plan) => Write(root, new FieldContext(plan));

    private void Write(XElement element, FieldContext context)
    {
        if (element.Name == Fml.Loop)
        {
            foreach (var each in context.Each(Fml.NameOf(element)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Children(element, each);
            }
        }
        else if (element.Name == Fml.If)
        {
            if (ShownContent.IsMet(element, context))
            {
                Children(element, context);
            }
            else if (element.Parent!.Name == Wml.Tr)
            {
                BlankCells(element);
            }
        }
        else if (!template.IsLive(element))
        {
            fixedMarkup.Write(element);
        }
        else if (IsNothing(element, context))
        {
            // A table without rows, a control without content, a heading without text.
        }
        else if (element.Attribute(Fml.Shows) is { } shown)
        {
            Control(element, shown.Value, context);
        }
        else if (element.Name == Wml.Tc && element.Attribute(Fml.Around) is { } around && !PlanTags.IsOurs(around.Value))
        {
            Answer(element, around.Value, context);
        }
        else
        {
            Around(element, context);
        }
    }

    private void Children(XElement element, FieldContext context)
    {
        for (var node = element.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XElement child)
            {
                Write(child, context);
            }
        }
    }

    private bool IsNothing(XElement element, FieldContext context) =>
        ShownContent.IsHeadingWithoutText(element, context)
        || (template.IsConditional(element) && (element.Name == Wml.Tbl ? !ShownContent.Any(element, context)
            : element.Name == Wml.Sdt && element.Attribute(Fml.Shows) is null && element.Element(Wml.SdtContent) is { } content && !ShownContent.Any(content, context)))
        || (element.Name.LocalName == "shapetype" && element.Name.NamespaceName == Vml && !_shapeTypes.Add((string?)element.Attribute("id") ?? ""));

    /// <summary>Cells under a condition that is not met: empty, so that the others stay in their columns.</summary>
    private void BlankCells(XElement condition)
    {
        foreach (var cell in condition.Descendants(Wml.Tc).Where(cell => !cell.Ancestors(Wml.Tc).Any(outer => outer.Ancestors().Contains(condition))))
        {
            writer.WriteStartElement("w", "tc", Wml.Namespace);
            fixedMarkup.Write(cell.Element(Wml.TcPr));
            new XElement(Wml.P).WriteTo(writer);
            writer.WriteEndElement();
        }
    }

    /// <summary>An element with the control around it that its measure, section or table demands.</summary>
    private void Around(XElement element, FieldContext context)
    {
        var tag = (string?)element.Attribute(Fml.Around);
        tag = tag == "measure" ? context.Measure is { } measure ? PlanTags.Measure(measure.Id) : null : tag;
        if (tag is not null)
        {
            Begin(tag, null);
        }

        if (element.Name == Wml.P)
        {
            Paragraph(element, context);
        }
        else if (element.Name == Wml.Run && element.Element(Fml.Field) is { } field)
        {
            values.Inline(FieldLook.Of(element, template, _looks), context.Value(Fml.NameOf(field)));
        }
        else if (element.Name == Wml.SdtPr)
        {
            Numbered(element).WriteTo(writer);
        }
        else
        {
            Element(element, context);
        }

        if (tag is not null)
        {
            End();
        }
    }

    private void Element(XElement element, FieldContext context)
    {
        writer.WriteStartElement(element.GetPrefixOfNamespace(element.Name.Namespace), element.Name.LocalName, element.Name.NamespaceName);
        for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.Name.Namespace == Fml.Namespace)
            {
                continue;
            }

            var value = Value(element, attribute);
            if (attribute.IsNamespaceDeclaration)
            {
                writer.WriteAttributeString(attribute.Name.Namespace == XNamespace.None ? "" : "xmlns", attribute.Name.LocalName, XNamespace.Xmlns.NamespaceName, value);
            }
            else
            {
                writer.WriteAttributeString(attribute.Name.NamespaceName.Length == 0 ? null : element.GetPrefixOfNamespace(attribute.Name.Namespace), attribute.Name.LocalName, attribute.Name.NamespaceName, value);
            }
        }

        for (var node = element.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XElement child)
            {
                Write(child, context);
                Copies(child, context);
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        if (EndsInParagraph(element) && (element.LastNode as XElement)?.Name != Wml.P && ShownContent.Last(element, context)?.Name != Wml.P)
        {
            // Also where a condition took the last one.
            new XElement(Wml.P).WriteTo(writer);
        }

        writer.WriteEndElement();
    }

    private static bool EndsInParagraph(XElement element) =>
        element.Name.Namespace == Wml.W && element.Name.LocalName is "tc" or "hdr" or "ftr" or "footnote" or "endnote" or "txbxContent";

    /// <summary>The value of an attribute; what has to be unlike all others is made so.</summary>
    private string Value(XElement element, XAttribute attribute) => (element.Name.LocalName, attribute.Name.LocalName) switch
    {
        ("docPr", "id") => XmlConvert.ToString(drawings.Next()),
        ("footnoteReference" or "endnoteReference", "id") => notes.Refer(element.Name.LocalName[..^"Reference".Length], attribute.Value),
        ("footnote" or "endnote", "id") => _noteId ?? attribute.Value,
        (not "shapetype", "id") when element.Name.NamespaceName == Vml => $"{attribute.Value}_{XmlConvert.ToString(drawings.Next())}",
        _ => attribute.Value,
    };

    /// <summary>A note that repeated references refer to, once more for each.</summary>
    private void Copies(XElement note, FieldContext context)
    {
        if (note.Name.LocalName is not ("footnote" or "endnote"))
        {
            return;
        }

        foreach (var copy in notes.Of(note.Name.LocalName, (string?)note.Attribute(Wml.W + "id") ?? ""))
        {
            _noteId = copy;
            Write(note, context);
            _noteId = null;
        }
    }

    /// <summary>A paragraph; where a field is all of it, the value's own paragraphs take its place.</summary>
    private void Paragraph(XElement paragraph, FieldContext context)
    {
        if (template.OnlyField(paragraph) is not { } run)
        {
            if (template.OnlyControl(paragraph) is { } control && IsOfParagraphs(control, context, out var several))
            {
                Control(control, (string)control.Attribute(Fml.Shows)!, context, several);
                return;
            }

            Element(paragraph, context);
            return;
        }

        var value = context.Value(Fml.NameOf(run.Element(Fml.Field)!));
        values.Paragraphs(FieldLook.Of(run, template, _looks), value);
    }

    /// <summary>Whether the value of a control takes paragraphs of its own, for which the control has to stand around them.</summary>
    private static bool IsOfParagraphs(XElement control, FieldContext context, out RichText value)
    {
        value = context.Value((string)control.Attribute(Fml.Shows)!);
        return !ControlValue.IsPlain(control.Element(Wml.SdtPr)!) && (value.IsPlain ? value.Text.Contains('\n', StringComparison.Ordinal) : value.Paragraphs.Count > 1 || value.Paragraphs.Any(each => each.List != ListKind.None));
    }

    /// <summary>The cell of a measure's field, in the control that tells which it is; a prompt where the answer is open.</summary>
    private void Answer(XElement cell, string field, FieldContext context)
    {
        if (!_hasControls.TryGetValue(cell, out var inner))
        {
            _hasControls.Add(cell, inner = cell.Descendants(Wml.Sdt).Any(control => control.Attribute(Fml.Shows) is not null));
        }

        if (inner || context.Tag(field) is not { } tag)
        {
            Element(cell, context);
            return;
        }

        var column = context.ColumnOf(field)!;
        var prompts = column.Key == ColumnKey.FollowUp && context.Measure![column].IsEmpty;
        Begin(tag, column.Heading, prompts, column.Key is ColumnKey.FollowUp or ColumnKey.Status or ColumnKey.Comment);
        if (prompts)
        {
            writer.WriteStartElement("w", "tc", Wml.Namespace);
            fixedMarkup.Write(cell.Element(Wml.TcPr));
            controls.Prompt(DocumentTexts.FollowUpPrompt(context.Plan.Language), cell.Descendants(Wml.P).FirstOrDefault()?.Element(Wml.PPr)).WriteTo(writer);
            writer.WriteEndElement();
        }
        else
        {
            Element(cell, context);
        }

        End();
    }

    private void Control(XElement control, string field, FieldContext context, RichText? paragraphs = null)
    {
        var value = paragraphs ?? context.Value(field);
        var original = control.Element(Wml.SdtPr)!;
        var prompts = original.Element(Wml.W + "showingPlcHdr") is not null;
        var asks = value.IsEmpty && !prompts && context.Measure is not null && context.ColumnOf(field)?.Key == ColumnKey.FollowUp;
        var properties = ControlValue.Properties(original, value, (string?)control.Attribute(Fml.Around) ?? context.Tag(field), controls.NextId());
        if (asks)
        {
            ControlValue.InsertBeforeKind(properties, Wml.Element("showingPlcHdr"));
        }

        if (original.Element(Wml.W + "dataBinding") is { } binding && template.Bindings.Bind(binding, field, ControlValue.Stored(properties, value.Text)))
        {
            ControlValue.InsertBeforeKind(properties, new(binding));
        }

        writer.WriteStartElement("w", "sdt", Wml.Namespace);
        properties.WriteTo(writer);
        control.Element(Wml.W + "sdtEndPr")?.WriteTo(writer);
        writer.WriteStartElement("w", "sdtContent", Wml.Namespace);
        if (value.IsEmpty && prompts)
        {
            Children(control.Element(Wml.SdtContent)!, context);
        }
        else if (paragraphs is not null)
        {
            values.Paragraphs(FieldLook.Of(control.Element(Wml.SdtContent)!, template, _looks), paragraphs);
        }
        else
        {
            Content(control, ControlValue.IsPlain(original) ? RichText.FromText(value.Text) : value, asks ? DocumentTexts.FollowUpPrompt(context.Plan.Language) : null);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Content(XElement control, RichText value, string? prompt)
    {
        var content = control.Element(Wml.SdtContent)!;
        var look = FieldLook.Of(content, template, _looks);
        var plain = ControlValue.IsPlain(control.Element(Wml.SdtPr)!);
        if (content.Element(Wml.Tc) is { } cell)
        {
            writer.WriteStartElement("w", "tc", Wml.Namespace);
            fixedMarkup.Write(cell.Element(Wml.TcPr));
            if (prompt is not null)
            {
                controls.Prompt(prompt, look.Plain.Paragraph).WriteTo(writer);
            }
            else
            {
                values.Blocks(look, value, plain);
            }

            writer.WriteEndElement();
        }
        else if (prompt is not null)
        {
            var paragraph = controls.Prompt(prompt, look.Plain.Paragraph);
            (content.Element(Wml.P) is not null || content.Element(Wml.Tbl) is not null ? paragraph : paragraph.Element(Wml.Run)!).WriteTo(writer);
        }
        else if (content.Element(Wml.P) is not null || content.Element(Wml.Tbl) is not null)
        {
            values.Blocks(look, value, plain);
        }
        else if (!value.IsEmpty)
        {
            values.Inline(look, value);
        }
        else
        {
            // A control around text holds at least a run.
            new XElement(Wml.Run).WriteTo(writer);
        }
    }

    private XElement Numbered(XElement properties)
    {
        var numbered = new XElement(properties);
        numbered.Element(Wml.W + "id")?.SetAttributeValue(Wml.Val, controls.NextId());
        return numbered;
    }

    private void Begin(string tag, string? name, bool prompts = false, bool isAnswer = false)
    {
        writer.WriteStartElement("w", "sdt", Wml.Namespace);
        controls.WriteProperties(writer, tag, name, prompts, isAnswer);
        writer.WriteStartElement("w", "sdtContent", Wml.Namespace);
    }

    private void End()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
