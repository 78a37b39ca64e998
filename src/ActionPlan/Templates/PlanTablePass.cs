using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Copies a table of the plan row by row; it gets its new rows on the way. A row that is like one before is written without being built.</summary>
internal sealed class PlanTablePass(XmlWriter writer, Scrub scrub, ContentControls controls, PlanRows rows, AccessibleText? text, CancellationToken cancellationToken)
{
    private readonly KnownRows _known = new(scrub);
    private readonly PlanTable _written = new(writer, controls, text);
    private XmlReader _reader = null!;
    private int _table;
    private bool _hasRow;

    /// <summary>The heading rows that belong below a heading of a section or group that no row has been written below yet.</summary>
    private (bool IsGroup, IEnumerable<XElement> Headers)? _heading;

    /// <summary>Copies the table that the reader stands on; it stands behind it afterwards.</summary>
    /// <param name="reader">The part.</param>
    /// <param name="table">The number that the table gets.</param>
    /// <returns>False where it has no row: then it is no table, and nothing was written.</returns>
    public bool Copy(XmlReader reader, int table)
    {
        (_reader, _table, _hasRow) = (reader, table, false);
        var front = new List<XElement>();
        if (!_reader.IsEmptyElement)
        {
            _reader.Read();
            Rows(front);
        }

        _reader.Read();
        if (_hasRow)
        {
            WriteWaiting(front, isAlone: false);
            Write(rows.End(), front);
            EndHeading(front);
            _written.Close();
        }

        return _hasRow;
    }

    private bool IsW => _reader.NamespaceURI == Wml.Namespace;

    private void BeginTable(List<XElement> front)
    {
        _hasRow = true;
        foreach (var line in rows.FrontLines())
        {
            text?.Flush();
            line.WriteTo(writer);
        }

        rows.Begin(_table, front);
        text?.MarkHeads(front, rows.HeadsOf(_table));
        WriteHeaders(rows.HeadersAgain(), front);
    }

    /// <summary>Rows of the plan's table; a paragraph between them ends it and begins another one.</summary>
    private void Write(IReadOnlyList<XElement> elements, List<XElement> front)
    {
        foreach (var element in elements)
        {
            if (element.Element(Wml.SdtContent)?.Element(Wml.P) is not null)
            {
                EndHeading(front);
                _written.Close();
                text?.Flush();
                text?.Level(element.Element(Wml.SdtContent)!.Element(Wml.P)!);
                element.WriteTo(writer);
                _heading = ((string?)element.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) == PlanTags.Group, rows.Headers());
            }
            else
            {
                Open(front);
                element.WriteTo(writer);
            }
        }
    }

    /// <summary>Begins the table for a row; the first one below a heading stands below the heading rows.</summary>
    private void Open(List<XElement> front)
    {
        var heading = _heading;
        _heading = null;
        _written.Open(front);
        WriteHeaders(heading?.Headers ?? [], front);
    }

    /// <summary>A section without measures has its heading rows; a group has its sections, and a table of cards would have no row.</summary>
    private void EndHeading(List<XElement> front)
    {
        if (_heading is { IsGroup: false } heading)
        {
            WriteHeaders(heading.Headers, front);
        }

        _heading = null;
    }

    private void WriteHeaders(IEnumerable<XElement> headers, List<XElement> front)
    {
        foreach (var header in headers)
        {
            _written.Open(front);
            controls.Renumber(header);
            header.WriteTo(writer);
        }
    }

    private void Rows(List<XElement> front)
    {
        while (_reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_reader.NodeType != XmlNodeType.Element)
            {
                _reader.Read();
            }
            else if (IsW && _reader.LocalName == "tr")
            {
                Row(front);
            }
            else if (IsW && (_reader.LocalName == "sdt" || PartPass.Transparent.Contains(_reader.LocalName)))
            {
                // Controls around rows go: the rows get controls of their own.
                if (_reader.IsEmptyElement)
                {
                    _reader.Read();
                }
                else
                {
                    _reader.Read();
                    Rows(front);
                    _reader.Read();
                }
            }
            else if (IsW && _reader.LocalName is "tblPr" or "tblGrid")
            {
                var properties = (XElement)XNode.ReadFrom(_reader);
                scrub.Clean(properties);
                front.Add(properties);
            }
            else
            {
                _reader.Skip();
            }
        }
    }

    private void Row(List<XElement> front)
    {
        if (!rows.MayBeKnown || !_hasRow)
        {
            Row((XElement)XNode.ReadFrom(_reader), front);
            return;
        }

        var shape = _known.Read(_reader);
        WriteWaiting(front, isAlone: shape is not null);
        if (shape is null)
        {
            Row(_known.Current.ToElement(), front);
        }
        else
        {
            _known.Wait(shape);
        }
    }

    /// <summary>Writes the row that waits for the one after it.</summary>
    /// <param name="front">What a table begins with.</param>
    /// <param name="isAlone">Whether the row after it is not merged with it.</param>
    private void WriteWaiting(List<XElement> front, bool isAlone)
    {
        if (_known.WaitingShape is not { } shape)
        {
            return;
        }

        _known.Done();
        if (isAlone && rows.NextKnown(shape, Stencil, out var before) is { } known)
        {
            Write(before, front);
            Open(front);
            known.Stencil.Write(writer, _known.Waiting, controls, known.Id, known.Texts);
        }
        else
        {
            Row(_known.Waiting.ToElement(), front);
        }
    }

    private RowStencil Stencil(XElement row, int[] columns, CellContent[] contents) => RowStencil.Of(row, columns, contents, writer, (IXmlNamespaceResolver)_reader);

    private void Row(XElement markup, List<XElement> front)
    {
        // A row that was deleted in a tracked change is no row.
        var wrapper = new XElement("wrapper", markup);
        scrub.Clean(wrapper);
        if (wrapper.Element(Wml.Tr) is not { } row)
        {
            return;
        }

        if (!_hasRow)
        {
            BeginTable(front);
        }

        row.Remove();
        text?.MarkNested(row);
        Write(rows.Next(row), front);
    }
}
