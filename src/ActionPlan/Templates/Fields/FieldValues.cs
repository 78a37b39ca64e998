using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>Writes the values of fields as text, in the look of the field; nothing in them is looked at again.</summary>
internal sealed class FieldValues(XmlWriter writer, FixedMarkup fixedMarkup, RichTextMarkup text)
{
    /// <summary>The value as paragraphs, or as one where the control holds no more.</summary>
    public void Blocks(FieldLook look, RichText value, bool oneParagraph)
    {
        if (!oneParagraph)
        {
            Paragraphs(look, value);
            return;
        }

        writer.WriteStartElement("w", "p", Wml.Namespace);
        fixedMarkup.Write(look.Plain.Paragraph);
        Inline(look, value);
        writer.WriteEndElement();
    }

    /// <summary>The value as paragraphs of its own.</summary>
    public void Paragraphs(FieldLook look, RichText value)
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
            fixedMarkup.Write(look.Plain.Paragraph);
            Run(look.Plain.Run, end < 0 ? rest : rest[..end]);
            writer.WriteEndElement();
            more = end >= 0;
            rest = more ? rest[(end + 1)..] : rest;
        }
    }

    /// <summary>The value within a paragraph; its own paragraphs become lines.</summary>
    public void Inline(FieldLook look, RichText value)
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
        fixedMarkup.Write(look);
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
}
