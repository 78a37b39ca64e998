using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>
/// Puts the document part of a recipient together of the pieces of the tagged document, without what belongs to others: their rows, their headings
/// and the text under those. What does not come along is passed over without being read.
/// </summary>
internal sealed class PartFilter(TaggedPieces pieces, XmlWriter writer, IReadOnlySet<string> measures, IReadOnlySet<string> strangers, ControlTraits traits, HeadingOrder headings, CancellationToken cancellationToken)
{
    private readonly HeadingOutlook _outlook = HeadingOutlook.Of(pieces, measures);
    private readonly PieceReader _reader = pieces.NewReader();
    private readonly SharedCells _shared = new();
    private int _control = 2_000_000;
    private bool _isForeign;
    private bool _endsEmpty;
    private bool _hasGap;

    /// <summary>The relationships and notes that what was kept refers to.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        for (var i = 0; i < pieces.All.Count; i++)
        {
            var piece = pieces.All[i];
            switch (piece.Kind)
            {
                case PieceKind.Begin:
                    Begin(piece);
                    break;
                case PieceKind.BeginControl when _isForeign:
                    i = piece.Number;
                    break;
                case PieceKind.BeginControl:
                    cancellationToken.ThrowIfCancellationRequested();
                    BeginControl(_reader.Read(piece));
                    break;
                case PieceKind.End:
                    writer.WriteEndElement();
                    break;
                case PieceKind.EndControl:
                    EndControl();
                    break;
                case PieceKind.Page:
                    Write(_reader.Read(piece));
                    break;
                case PieceKind.Block when !_isForeign:
                    cancellationToken.ThrowIfCancellationRequested();
                    Block(_reader.Read(piece));
                    break;
                case PieceKind.Block:
                    _hasGap = true;
                    break;
                case PieceKind.Heading:
                    _isForeign = !_outlook.IsKept(piece.Number);
                    _hasGap |= _isForeign;
                    if (!_isForeign)
                    {
                        _endsEmpty = false;
                        WriteText(_reader.Read(piece));
                    }

                    break;
                case PieceKind.BeginTable:
                    Table(i, piece.Number);
                    i = piece.Number;
                    _isForeign &= pieces.All[i].Number < pieces.LastTable;
                    break;
            }
        }
    }

    private void Begin(in Piece piece)
    {
        using var reader = _reader.Open(piece);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: false);
    }

    private void BeginControl(XElement properties)
    {
        Number(properties);
        writer.WriteStartElement("sdt", Wml.Namespace);
        properties.WriteTo(writer);
        writer.WriteStartElement("sdtContent", Wml.Namespace);
    }

    private void EndControl()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Block(XElement block)
    {
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

        // Between what others have stood one empty paragraph for space; those that meet where it went make one together.
        var isEmpty = block.Name == Wml.P && !block.Descendants().Any(each => each.Name.LocalName is "t" or "drawing" or "pict" or "object" or "sym" or "fldChar" or "fldSimple" or "br" or "sectPr" or "oMath");
        if (isEmpty && _endsEmpty && _hasGap)
        {
            return;
        }

        (_endsEmpty, _hasGap) = (isEmpty, false);
        WriteText(block);
    }

    /// <summary>Writes what stands outside of tables: where headings of others went, its own move up.</summary>
    private void WriteText(XElement block)
    {
        foreach (var paragraph in block.DescendantsAndSelf(Wml.P))
        {
            headings.Keep(paragraph);
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

    private void Table(int begin, int end)
    {
        _shared.End();
        var front = new List<int>();
        var isForeign = false;
        var isOpen = false;
        var next = begin + 1;
        for (var i = begin + 1; i < end; i++)
        {
            var piece = pieces.All[i];
            if (piece.Kind == PieceKind.HeadingRow)
            {
                isForeign = !_outlook.IsKept(piece.Number);
                _shared.End();
                next = i + 1;
            }

            if (piece.Kind == PieceKind.Measure ? !measures.Contains(piece.Id!) : isForeign)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (piece.Kind == PieceKind.Row && !isOpen)
            {
                // Properties, grid and heading rows: written with the first row that stays, and not at all without one.
                front.Add(i);
                continue;
            }

            if (!isOpen)
            {
                isOpen = true;
                _endsEmpty = false;
                Open(begin, front);
            }

            Write(piece.Kind == PieceKind.Measure ? _shared.Take(pieces.All, _reader, next, i) : _reader.Read(piece));
            next = piece.Kind == PieceKind.Measure ? i + 1 : next;
        }

        _hasGap |= !isOpen;
        if (isOpen)
        {
            writer.WriteEndElement();
            EndControl();
        }
    }

    private void Open(int begin, List<int> front)
    {
        BeginControl(_reader.Read(pieces.All[begin]));
        writer.WriteStartElement("tbl", Wml.Namespace);
        foreach (var i in front)
        {
            Write(_reader.Read(pieces.All[i]));
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

    private void Number(XElement properties) =>
        properties.Element(Wml.W + "id")?.SetAttributeValue(Wml.Val, (++_control).ToString(CultureInfo.InvariantCulture));
}
