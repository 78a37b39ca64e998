using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Copies a part block by block in one forward pass; each paragraph and each row passes through memory alone. The plan's tables get their new rows on
/// the way.
/// </summary>
internal sealed class PartPass(XmlReader reader, XmlWriter writer, Scrub scrub, ParagraphText changes, ContentControls controls, PlanAnchors? anchors, PlanRows? rows, AccessibleText? text, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal) { "document", "body", "hdr", "ftr", "footnotes", "endnotes", "footnote", "endnote" };

    /// <summary>What blocks and rows may stand in without being changed by it.</summary>
    public static readonly HashSet<string> Transparent = new(StringComparer.Ordinal) { "ins", "moveTo", "customXml", "smartTag", "sdtContent" };

    private XmlReader _reader = reader;
    private readonly List<(int Table, string Key, RowKindOfPlan Kind)> _headings = [.. anchors?.HeadingParagraphs.Select(heading => (heading.Table, ParagraphText.Key(heading.Text), heading.Kind)) ?? []];
    private readonly PlanTablePass? _planTable = rows is null ? null : new(writer, scrub, controls, rows, text, cancellationToken);
    private int _table;

    public void Run()
    {
        _reader.MoveToContent();
        if (_reader.NamespaceURI == Wml.StrictNamespace)
        {
            throw new NotSupportedException("strict");
        }

        Container();
        writer.Flush();
    }

    private bool IsW => _reader.NamespaceURI == Wml.Namespace;

    private void Container()
    {
        text?.Flush();
        writer.WriteStartElement(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI);
        Attributes();
        Inside(Blocks);
        text?.Flush();
        writer.WriteEndElement();
    }

    private void Attributes()
    {
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (!_reader.LocalName.StartsWith("rsid", StringComparison.Ordinal))
            {
                writer.WriteAttributeString(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI.Length == 0 ? null : _reader.NamespaceURI, _reader.Value);
            }
        }

        _reader.MoveToElement();
    }

    private void Blocks()
    {
        while (_reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_reader.NodeType != XmlNodeType.Element)
            {
                _reader.Read();
            }
            else if (IsW && _reader.LocalName == "p")
            {
                Paragraph(Take());
            }
            else
            {
                Block();
            }
        }
    }

    private void Block()
    {
        if (IsW && Containers.Contains(_reader.LocalName))
        {
            Container();
        }
        else if (IsW && _reader.LocalName == "tbl")
        {
            Table();
        }
        else if (IsW && _reader.LocalName == "sdt")
        {
            Control();
        }
        else if (IsW && Transparent.Contains(_reader.LocalName))
        {
            Inside(Blocks);
        }
        else if (anchors is not null && _reader.LocalName == "AlternateContent" && _reader.NamespaceURI == Wml.Mc.NamespaceName)
        {
            Alternates(Take());
        }
        else
        {
            Other(Take());
        }
    }

    private XElement Take() => (XElement)XNode.ReadFrom(_reader);

    private void Inside(Action children)
    {
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return;
        }

        _reader.Read();
        children();
        _reader.Read();
    }

    private void Other(XElement element, TableHeads heads = TableHeads.Unknown)
    {
        // A wrapper decides about the element itself too: it may be one that does not come along.
        var wrapper = new XElement("wrapper", element);
        scrub.Clean(wrapper);
        changes.Change(wrapper);
        foreach (var child in wrapper.Elements())
        {
            text?.Flush();
            text?.MarkHeads(child, heads);
            text?.MarkNested(child);
            child.WriteTo(writer);
        }
    }

    private void Alternates(XElement element)
    {
        var forms = AlternateForms.Read(element);
        var tables = AlternateForms.Tables(forms);
        if (!Enumerable.Range(_table + 1, tables).Any(anchors!.Tables.Contains))
        {
            _table += tables;
            Other(element);
            return;
        }

        // What was read comes along alone: in none of the other forms could the plan be filled.
        var outer = _reader;
        foreach (var form in forms)
        {
            using var inner = AlternateForms.Open(form);
            _reader = inner;
            Inside(Blocks);
        }

        _reader = outer;
    }

    private void Paragraph(XElement paragraph)
    {
        _table += anchors is null ? 0 : paragraph.Descendants(Wml.Tbl).Count(table => !table.Ancestors(Wml.Tbl).Any() && !table.Ancestors(Wml.Mc + "Fallback").Any());
        var key = anchors is null ? "" : ParagraphText.Key(ParagraphText.Of(paragraph));
        scrub.Clean(paragraph);
        changes.Change(paragraph);
        var heading = key.Length == 0 ? -1 : _headings.FindIndex(each => each.Key == key && each.Table > _table && (each.Table == int.MaxValue || !_headings.Exists(other => other.Table < each.Table)));
        if (heading >= 0 && paragraph.Descendants(Wml.W + "sectPr").FirstOrDefault() is null)
        {
            var tag = _headings[heading].Kind switch { RowKindOfPlan.Group => PlanTags.Group, RowKindOfPlan.SectionWithoutGroup => PlanTags.SectionWithoutGroup, _ => PlanTags.Section };
            _headings.RemoveAt(heading);
            if (rows!.Heading(paragraph, tag) is { } written)
            {
                text?.Flush();
                text?.Level(paragraph);
                controls.Around(written, null, paragraph).WriteTo(writer);
            }

            return;
        }

        if (text is null)
        {
            paragraph.WriteTo(writer);
        }
        else
        {
            text.Write(paragraph);
        }
    }

    private void Table()
    {
        if (anchors is null)
        {
            Other(Take());
            return;
        }

        if (!anchors.Tables.Contains(_table + 1))
        {
            // A table without rows is none, and was not counted when the document was read.
            var table = Take();
            if (AlternateForms.HasRow(table))
            {
                _table++;
                Other(table, rows!.HeadsOf(_table));
            }

            return;
        }

        if (_planTable!.Copy(_reader, _table + 1))
        {
            _table++;
            _headings.RemoveAll(heading => heading.Table <= _table);
        }
    }

    private void Control()
    {
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return;
        }

        _reader.Read();
        XElement? properties = null;
        var started = false;
        while (_reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            if (_reader.NodeType != XmlNodeType.Element)
            {
                _reader.Read();
            }
            else if (IsW && _reader.LocalName == "sdtPr")
            {
                properties = Take();
                scrub.Clean(properties);
            }
            else if (IsW && _reader.LocalName == "sdtContent")
            {
                var tag = (string?)properties?.Element(Wml.W + "tag")?.Attribute(Wml.Val);
                if (tag is PlanTags.Plan or PlanTags.Section or PlanTags.SectionWithoutGroup or PlanTags.Group || properties is null)
                {
                    Inside(Blocks);
                    continue;
                }

                started = true;
                text?.Flush();
                writer.WriteStartElement("sdt", Wml.Namespace);
                properties.WriteTo(writer);
                writer.WriteStartElement("sdtContent", Wml.Namespace);
                Inside(Blocks);
                text?.Flush();
                writer.WriteEndElement();
            }
            else
            {
                _reader.Skip();
            }
        }

        if (started)
        {
            writer.WriteEndElement();
        }

        _reader.Read();
    }
}
