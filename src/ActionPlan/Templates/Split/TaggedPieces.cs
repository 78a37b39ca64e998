using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>What a piece of a tagged document is to the one who puts a part together.</summary>
internal enum PieceKind
{
    /// <summary>An element begins that all parts have: the document, its body.</summary>
    Begin,

    /// <summary>A control around blocks begins; its number says which piece ends it.</summary>
    BeginControl,

    /// <summary>The element that began last ends.</summary>
    End,

    /// <summary>The control that began last ends.</summary>
    EndControl,

    /// <summary>The page of a section of the document.</summary>
    Page,

    /// <summary>A paragraph, another table, or what else stands in the body.</summary>
    Block,

    /// <summary>A heading of the plan in the body; its number counts the headings.</summary>
    Heading,

    /// <summary>A table of the plan begins, by its control; its number says which piece ends it.</summary>
    BeginTable,

    /// <summary>The table of the plan ends; its number counts the tables.</summary>
    EndTable,

    /// <summary>What a table of the plan begins with, and its rows without a tag.</summary>
    Row,

    /// <summary>A heading of the plan as a row.</summary>
    HeadingRow,

    /// <summary>The rows of a measure.</summary>
    Measure,
}

/// <param name="Kind">What it is.</param>
/// <param name="Start">Where its markup begins.</param>
/// <param name="Length">How many bytes its markup has.</param>
/// <param name="Number">What the kind says.</param>
/// <param name="Id">The id of a measure, or the tag of a heading.</param>
/// <param name="Sharing">For a measure: whether its cells go on from above, or may go on below.</param>
internal readonly record struct Piece(PieceKind Kind, long Start, int Length, int Number, string? Id, CellSharing Sharing);

/// <summary>
/// The document part of a tagged document, cut once into what can go to one recipient without another, so that the work for a part grows with the
/// part and not with the document.
/// </summary>
internal sealed class TaggedPieces
{
    private readonly PagedBuffer _markup;
    private readonly List<Piece> _pieces = [];
    private readonly IDictionary<string, string> _prefixes;

    private TaggedPieces(PagedBuffer markup, IDictionary<string, string> prefixes) => (_markup, _prefixes) = (markup, prefixes);

    public IReadOnlyList<Piece> All => _pieces;

    /// <summary>The last table that holds measures, counted from 1; after it the text belongs to all again.</summary>
    public int LastTable { get; private set; }

    public int Headings { get; private set; }

    public static TaggedPieces Of(XmlReader reader, CancellationToken cancellationToken)
    {
        reader.MoveToContent();
        var pieces = new TaggedPieces(new(), ((IXmlNamespaceResolver)reader).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml));
        using var writer = XmlWriter.Create(pieces._markup, new() { Encoding = new System.Text.UTF8Encoding(false), OmitXmlDeclaration = true });
        new Cutter(pieces, reader, writer, cancellationToken).Run();
        return pieces;
    }

    /// <summary>What reads the markup of the pieces, one after the other.</summary>
    public PieceReader NewReader() => new(_markup, _prefixes);

    private sealed class Cutter(TaggedPieces pieces, XmlReader reader, XmlWriter writer, CancellationToken cancellationToken)
    {
        private int _tables;

        public void Run()
        {
            // All pieces stand within one element that declares the prefixes, as they will in the part.
            writer.WriteStartElement("pieces");
            foreach (var (prefix, name) in pieces._prefixes)
            {
                if (prefix.Length > 0)
                {
                    writer.WriteAttributeString("xmlns", prefix, null, name);
                }
            }

            writer.WriteString("");
            Container();
        }

        private void Container()
        {
            var start = Start();
            writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            writer.WriteAttributes(reader, defattr: false);
            writer.WriteEndElement();
            Add(PieceKind.Begin, start);
            Inside(Blocks);
            Add(PieceKind.End);
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
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName is "bookmarkStart" or "bookmarkEnd")
                {
                    reader.Skip();
                }
                else if (reader.LocalName == "body")
                {
                    Container();
                }
                else if (reader.LocalName == "sdt")
                {
                    Control();
                }
                else
                {
                    Put(reader.LocalName == "sectPr" ? PieceKind.Page : PieceKind.Block, Take());
                }
            }
        }

        private XElement Take() => (XElement)XNode.ReadFrom(reader);

        private void Control()
        {
            XElement? properties = null;
            Inside(() =>
            {
                while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
                {
                    if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sdtPr")
                    {
                        properties = Take();
                    }
                    else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sdtContent")
                    {
                        Content(properties ?? new XElement(Wml.SdtPr));
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            });
        }

        private void Content(XElement properties)
        {
            var tag = ControlTraits.Tag(properties);
            if (HeadingOutlook.IsHeading(tag))
            {
                Put(PieceKind.Heading, new XElement(Wml.Sdt, properties, Take()), pieces.Headings++, tag);
                return;
            }

            var begun = pieces._pieces.Count;
            var isTable = tag == PlanTags.Plan;
            Put(isTable ? PieceKind.BeginTable : PieceKind.BeginControl, properties);
            if (isTable)
            {
                _tables++;
                Inside(Tables);
            }
            else
            {
                Inside(Blocks);
            }

            pieces._pieces[begun] = pieces._pieces[begun] with { Number = pieces._pieces.Count };
            Add(isTable ? PieceKind.EndTable : PieceKind.EndControl, number: _tables);
        }

        private void Tables()
        {
            while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "tbl")
                {
                    Inside(Rows);
                }
                else
                {
                    reader.Read();
                }
            }
        }

        private void Rows()
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
                if (PlanTags.MeasureId(tag) is { } id)
                {
                    pieces.LastTable = _tables;
                    Put(PieceKind.Measure, element, 0, id, SharedCells.Sharing(element));
                }
                else if (HeadingOutlook.IsHeading(tag))
                {
                    Put(PieceKind.HeadingRow, element, pieces.Headings++, tag);
                }
                else
                {
                    Put(PieceKind.Row, element);
                }
            }
        }

        private long Start()
        {
            writer.Flush();
            return pieces._markup.Length;
        }

        private void Put(PieceKind kind, XElement element, int number = 0, string? id = null, CellSharing sharing = CellSharing.None)
        {
            var start = Start();
            element.WriteTo(writer);
            Add(kind, start, number, id, sharing);
        }

        private void Add(PieceKind kind, long? start = null, int number = 0, string? id = null, CellSharing sharing = CellSharing.None)
        {
            var end = Start();
            pieces._pieces.Add(new(kind, start ?? end, (int)(end - (start ?? end)), number, id, sharing));
        }
    }
}
