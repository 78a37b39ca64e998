using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// Writes a part of a template with the values of a plan: in one forward pass, however often its loops go round. Values are written as they are; nothing
/// in them is looked at again.
/// </summary>
internal sealed class FieldWriter(XmlWriter writer, XElement root, FieldTemplate template, RichTextMarkup text, ContentControls controls, CancellationToken cancellationToken)
{
    private readonly DrawingIds _drawings = new();
    private readonly Dictionary<XElement, FieldLook> _looks = [];
    private readonly FixedMarkup _fixed = new(writer, root);
    private readonly Dictionary<XElement, bool> _hasControls = [];

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
            if (context.Value(Fml.NameOf(element)).IsEmpty == ((string?)element.Attribute(Fml.Sign) == "^"))
            {
                Children(element, context);
            }
        }
        else if (!template.IsLive(element))
        {
            _fixed.Write(element);
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

    /// <summary>An element with the control around it that its measure, section or table demands.</summary>
    private void Around(XElement element, FieldContext context)
    {
        var tag = (string?)element.Attribute(Fml.Around);
        tag = tag == "measure" ? context.Measure is { } measure ? PlanTags.Measure(measure.Id) : null : tag;
        if (tag is PlanTags.Section or PlanTags.Group && element.Name == Wml.P && context.Value(tag == PlanTags.Section ? "section.heading" : "section.group").IsEmpty)
        {
            // A heading without text is none.
            return;
        }

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
            Inline(FieldLook.Of(element, template, _looks), context.Value(Fml.NameOf(field)));
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

            var value = element.Name.LocalName == "docPr" && attribute.Name == "id" ? XmlConvert.ToString(_drawings.Next()) : attribute.Value;
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
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        if (element.Name == Wml.Tc && (element.LastNode as XElement)?.Name != Wml.P && LastShown(element, context)?.Name != Wml.P)
        {
            // A cell ends in a paragraph, also where a condition took the last one.
            new XElement(Wml.P).WriteTo(writer);
        }

        writer.WriteEndElement();
    }

    private static XElement? LastShown(XElement element, FieldContext context)
    {
        foreach (var child in element.Elements().Reverse())
        {
            var shown = child.Name == Fml.If ? context.Value(Fml.NameOf(child)).IsEmpty == ((string?)child.Attribute(Fml.Sign) == "^") ? LastShown(child, context) : null
                : child.Name == Fml.Loop ? context.Each(Fml.NameOf(child)).Any() ? LastShown(child, context) : null
                : child.Name == Wml.Sdt ? child.Element(Wml.SdtContent)?.Elements().LastOrDefault()
                : child;
            if (shown is not null)
            {
                return shown;
            }
        }

        return null;
    }

    /// <summary>A paragraph; where a field is all of it, the value's own paragraphs take its place.</summary>
    private void Paragraph(XElement paragraph, FieldContext context)
    {
        if (template.OnlyField(paragraph) is not { } run)
        {
            Element(paragraph, context);
            return;
        }

        var value = context.Value(Fml.NameOf(run.Element(Fml.Field)!));
        Paragraphs(FieldLook.Of(run, template, _looks), value);
    }

    private void Paragraphs(FieldLook look, RichText value)
    {
        if (!value.IsPlain)
        {
            foreach (var each in text.Paragraphs(value, look.Rich))
            {
                each.WriteTo(writer);
            }

            return;
        }

        var rest = Wml.Legal(value.Text);
        for (var more = true; more;)
        {
            var end = rest.IndexOf('\n', StringComparison.Ordinal);
            writer.WriteStartElement("w", "p", Wml.Namespace);
            _fixed.Write(look.Plain.Paragraph);
            Run(look.Plain.Run, end < 0 ? rest : rest[..end]);
            writer.WriteEndElement();
            more = end >= 0;
            rest = more ? rest[(end + 1)..] : rest;
        }
    }

    private void Inline(FieldLook look, RichText value)
    {
        if (value.IsPlain)
        {
            Run(look.Plain.Run, Wml.Legal(value.Text));
            return;
        }

        var first = true;
        foreach (var paragraph in text.Paragraphs(value, look.Rich))
        {
            if (!first)
            {
                new XElement(Wml.Run, new XElement(Wml.W + "br")).WriteTo(writer);
            }

            first = false;
            foreach (var run in paragraph.Elements().Where(child => child.Name != Wml.PPr))
            {
                run.WriteTo(writer);
            }
        }
    }

    private void Run(XElement? look, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        writer.WriteStartElement("w", "r", Wml.Namespace);
        _fixed.Write(look);
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] is not ('\t' or '\n' or '\r'))
            {
                continue;
            }

            if (i > start)
            {
                writer.WriteStartElement("w", "t", Wml.Namespace);
                writer.WriteAttributeString("xml", "space", null, "preserve");
                writer.WriteString(start == 0 && i == value.Length ? value : value[start..i]);
                writer.WriteEndElement();
            }

            if (i < value.Length && value[i] != '\r')
            {
                writer.WriteStartElement("w", value[i] == '\t' ? "tab" : "br", Wml.Namespace);
                writer.WriteEndElement();
            }

            start = i + 1;
        }

        writer.WriteEndElement();
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
        Begin(tag, column.Heading, prompts);
        if (prompts)
        {
            writer.WriteStartElement("w", "tc", Wml.Namespace);
            _fixed.Write(cell.Element(Wml.TcPr));
            controls.Prompt(DocumentTexts.FollowUpPrompt(context.Plan.Language), cell.Descendants(Wml.P).FirstOrDefault()?.Element(Wml.PPr)).WriteTo(writer);
            writer.WriteEndElement();
        }
        else
        {
            Element(cell, context);
        }

        End();
    }

    private void Control(XElement control, string field, FieldContext context)
    {
        var value = context.Value(field);
        var original = control.Element(Wml.SdtPr)!;
        var prompts = original.Element(Wml.W + "showingPlcHdr") is not null;
        var properties = ControlValue.Properties(original, value, context.Tag(field), controls.NextId());
        if (context.Measure is null)
        {
            template.Bindings.Bind(properties, field, value.Text);
        }

        writer.WriteStartElement("w", "sdt", Wml.Namespace);
        properties.WriteTo(writer);
        control.Element(Wml.W + "sdtEndPr")?.WriteTo(writer);
        writer.WriteStartElement("w", "sdtContent", Wml.Namespace);
        if (value.IsEmpty && prompts)
        {
            Children(control.Element(Wml.SdtContent)!, context);
        }
        else
        {
            Content(control, ControlValue.IsPlain(original) ? RichText.FromText(value.Text) : value);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Content(XElement control, RichText value)
    {
        var content = control.Element(Wml.SdtContent)!;
        var look = FieldLook.Of(content, template, _looks);
        var plain = ControlValue.IsPlain(control.Element(Wml.SdtPr)!);
        if (content.Element(Wml.Tc) is { } cell)
        {
            writer.WriteStartElement("w", "tc", Wml.Namespace);
            _fixed.Write(cell.Element(Wml.TcPr));
            Blocks(look, value, plain);
            writer.WriteEndElement();
        }
        else if (content.Element(Wml.P) is not null || content.Element(Wml.Tbl) is not null)
        {
            Blocks(look, value, plain);
        }
        else if (!value.IsEmpty)
        {
            Inline(look, value);
        }
        else
        {
            // A control around text holds at least a run.
            new XElement(Wml.Run).WriteTo(writer);
        }
    }

    private void Blocks(FieldLook look, RichText value, bool oneParagraph)
    {
        if (!oneParagraph)
        {
            Paragraphs(look, value);
            return;
        }

        writer.WriteStartElement("w", "p", Wml.Namespace);
        _fixed.Write(look.Plain.Paragraph);
        Inline(look, value);
        writer.WriteEndElement();
    }

    private XElement Numbered(XElement properties)
    {
        var numbered = new XElement(properties);
        numbered.Element(Wml.W + "id")?.SetAttributeValue(Wml.Val, controls.NextId());
        return numbered;
    }

    private void Begin(string tag, string? name, bool prompts = false)
    {
        writer.WriteStartElement("w", "sdt", Wml.Namespace);
        controls.WriteProperties(writer, tag, name, prompts);
        writer.WriteStartElement("w", "sdtContent", Wml.Namespace);
    }

    private void End()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
