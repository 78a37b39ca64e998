using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>
/// Copies the document part of a tagged document without what belongs to other recipients: their rows, their headings and the text under those. One
/// forward pass; each paragraph and each row passes through memory alone.
/// </summary>
internal sealed class PartFilter(XmlReader reader, XmlWriter writer, HeadingOutlook outlook, IReadOnlySet<string> measures, IReadOnlySet<string> strangers, ControlTraits traits, CancellationToken cancellationToken)
{
    private readonly SharedCells _shared = new();
    private int _control = 2_000_000;
    private int _heading;
    private int _table;
    private bool _isForeign;
    private bool _isForeignRow;

    /// <summary>The relationships and notes that what was kept refers to.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        reader.MoveToContent();
        Container();
    }

    private void Container()
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: false);
        Inside(Blocks);
        writer.WriteEndElement();
    }

    private void Inside(Action children)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.Read();
        children();
        reader.Read();
    }

    private void Blocks()
    {
        while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == "body")
            {
                Container();
            }
            else if (reader.LocalName == "sdt")
            {
                Control();
            }
            else if (reader.LocalName == "sectPr")
            {
                Write(Take());
            }
            else
            {
                Block(Take());
            }
        }
    }

    private XElement Take() => (XElement)XNode.ReadFrom(reader);

    private void Block(XElement block)
    {
        if (_isForeign || block.Name.LocalName is "bookmarkStart" or "bookmarkEnd")
        {
            return;
        }

        if (block.Name == Wml.P && ListsStrangers(block))
        {
            // A line of a table of contents: what keeps the field whole stays.
            block.Elements(Wml.W + "hyperlink").Remove();
            block.Elements(Wml.Run).Where(run => run.Element(Wml.W + "fldChar") is null && run.Element(Wml.W + "instrText") is null).Remove();
            if (!block.Elements(Wml.Run).Any())
            {
                return;
            }
        }

        Write(block);
    }

    /// <summary>Whether the line says nothing but a heading of others, with or without the number of its page.</summary>
    private bool ListsStrangers(XElement paragraph)
    {
        if (strangers.Count == 0)
        {
            return false;
        }

        var text = ParagraphText.Key(ParagraphText.Of(paragraph));
        return strangers.Contains(text) || strangers.Contains(text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '…'));
    }

    private void Control()
    {
        // The properties come first; what follows them is written in the same pass.
        reader.Read();
        XElement? properties = null;
        while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == "sdtPr")
            {
                properties = Take();
            }
            else if (reader.LocalName == "sdtContent")
            {
                Content(properties);
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
    }

    private void Content(XElement? properties)
    {
        var tag = ControlTraits.Tag(properties);
        if (HeadingOutlook.IsHeading(tag))
        {
            _isForeign = !outlook.IsKept(_heading++);
            _shared.End();
            var content = Take();
            if (!_isForeign)
            {
                Write(new XElement(Wml.Sdt, properties, content));
            }
        }
        else if (tag == Sources.PlanTags.Plan)
        {
            PlanTable(properties!);
        }
        else if (_isForeign)
        {
            reader.Skip();
        }
        else
        {
            writer.WriteStartElement("sdt", Wml.Namespace);
            Number(properties);
            properties?.WriteTo(writer);
            writer.WriteStartElement("sdtContent", Wml.Namespace);
            Inside(Blocks);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
    }

    private void PlanTable(XElement properties)
    {
        _table++;
        _shared.End();
        _isForeignRow = false;
        var front = new List<XElement>();
        var open = false;
        Inside(() =>
        {
            while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "tbl")
                {
                    Inside(() => Rows(properties, front, ref open));
                }
                else
                {
                    reader.Read();
                }
            }
        });
        if (open)
        {
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        _isForeign &= _table < outlook.LastTable;
    }

    private void Rows(XElement properties, List<XElement> front, ref bool open)
    {
        while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var element = Take();
            var tag = element.Name == Wml.Sdt ? ControlTraits.Tag(element.Element(Wml.SdtPr)) : null;
            if (Sources.PlanTags.MeasureId(tag) is { } id)
            {
                var kept = measures.Contains(id);
                foreach (var row in element.Elements(Wml.SdtContent).Elements(Wml.Tr))
                {
                    _shared.Pass(row, id, kept);
                }

                if (kept)
                {
                    Open(properties, front, ref open);
                    Write(element);
                }
            }
            else if (HeadingOutlook.IsHeading(tag))
            {
                _isForeignRow = !outlook.IsKept(_heading++);
                _shared.End();
                if (!_isForeignRow)
                {
                    Open(properties, front, ref open);
                    Write(element);
                }
            }
            else if (!open)
            {
                // Properties, grid and heading rows: written with the first row that stays, and not at all without one.
                front.Add(element);
            }
            else if (!_isForeignRow)
            {
                Write(element);
            }
        }
    }

    private void Open(XElement properties, List<XElement> front, ref bool open)
    {
        if (open)
        {
            return;
        }

        open = true;
        writer.WriteStartElement("sdt", Wml.Namespace);
        Number(properties);
        properties.WriteTo(writer);
        writer.WriteStartElement("sdtContent", Wml.Namespace);
        writer.WriteStartElement("tbl", Wml.Namespace);
        foreach (var element in front)
        {
            Write(element);
        }
    }

    private void Write(XElement element)
    {
        foreach (var properties in element.DescendantsAndSelf(Wml.SdtPr))
        {
            Number(properties);
            traits.Restore(properties);
        }

        // A bookmark whose other end went with another recipient's text is damage.
        var bookmarks = element.Descendants().Where(each => each.Name.LocalName is "bookmarkStart" or "bookmarkEnd").ToLookup(each => (string?)each.Attribute(Wml.W + "id"));
        foreach (var half in bookmarks.Where(pair => pair.Count() != 2).SelectMany(pair => pair).ToList())
        {
            half.Remove();
        }

        foreach (var attribute in element.DescendantsAndSelf().Attributes())
        {
            if (attribute.Name.Namespace == Wml.R)
            {
                References.Add(attribute.Value);
            }
            else if (attribute.Name == Wml.W + "id" && attribute.Parent!.Name.LocalName is "footnoteReference" or "endnoteReference")
            {
                References.Add(attribute.Parent.Name.LocalName + attribute.Value);
            }
        }

        element.WriteTo(writer);
    }

    private void Number(XElement? properties) =>
        properties?.Element(Wml.W + "id")?.SetAttributeValue(Wml.Val, (++_control).ToString(CultureInfo.InvariantCulture));
}
