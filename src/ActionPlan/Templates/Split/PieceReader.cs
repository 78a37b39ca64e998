using System.Text;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>Reads the markup of pieces in the scope of the document's prefixes; each part that is written has its own.</summary>
internal sealed class PieceReader
{
    private static readonly XmlReaderSettings Settings = new() { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly PagedBuffer _markup;
    private readonly XmlParserContext _scope;
    private byte[] _piece = new byte[4096];

    public PieceReader(PagedBuffer markup, IDictionary<string, string> prefixes)
    {
        _markup = markup;
        var names = new NameTable();
        var manager = new XmlNamespaceManager(names);
        foreach (var (prefix, name) in prefixes)
        {
            manager.AddNamespace(prefix, name);
        }

        _scope = new(names, manager, null, XmlSpace.None, Encoding.UTF8);
    }

    /// <summary>Opens a piece, standing on its element.</summary>
    public XmlReader Open(in Piece piece)
    {
        if (_piece.Length < piece.Length)
        {
            _piece = new byte[Math.Max(piece.Length, 2 * _piece.Length)];
        }

        _markup.CopyTo(piece.Start, _piece.AsSpan(0, piece.Length));
        var reader = XmlReader.Create(new MemoryStream(_piece, 0, piece.Length, writable: false), Settings, _scope);
        reader.MoveToContent();
        return reader;
    }

    public XElement Read(in Piece piece)
    {
        using var reader = Open(piece);
        return (XElement)XNode.ReadFrom(reader);
    }
}
