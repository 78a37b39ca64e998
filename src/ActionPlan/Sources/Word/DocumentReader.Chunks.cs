using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>Embedded documents of other formats (ECMA-376-1 clause 17.17.2): their text stands where they stand.</summary>
internal sealed partial class DocumentReader
{
    private const int DeepestEmbedding = 3;
    private const int LongestChunk = 32 << 20;

    private void ReadChunk()
    {
        var relationship = Relationship("id");
        _xml.Skip();
        if (relationship is null || _package.Follow(_xml.Name, relationship) is not { } chunk)
        {
            Leave(relationship?.Target ?? "");
            return;
        }

        using var content = chunk.Content;
        var extension = Path.GetExtension(chunk.Name).ToLowerInvariant();
        switch (chunk.Type)
        {
            case var type when extension is ".htm" or ".html" or ".xhtml" || type.Contains("html", StringComparison.Ordinal):
                ReadLines(HtmlText.Paragraphs(ChunkText.Decode(Bytes(content))));
                break;
            case var type when extension is ".txt" || type.StartsWith("text/plain", StringComparison.Ordinal):
                ReadLines(ChunkText.Lines(ChunkText.Decode(Bytes(content))));
                break;
            case var type when extension is ".docx" or ".docm" or ".dotx" or ".dotm" || type.Contains("wordprocessingml", StringComparison.Ordinal):
                ReadEmbedded(Bytes(content), chunk.Name);
                break;
            default:
                Leave(chunk.Name);
                break;
        }
    }

    private void Leave(string name) => _context.Findings.Add(DiagnosticCatalog.EmbeddedDocumentLeftOut.At(_place, name));

    private static byte[] Bytes(Stream content)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
        {
            bytes.Write(buffer.AsSpan(0, count));
            if (bytes.Length > LongestChunk)
            {
                throw Refused.Limit(nameof(ReadLimits.PartSize), LongestChunk);
            }
        }

        return bytes.ToArray();
    }

    private void ReadLines(IEnumerable<ChunkLine> lines)
    {
        var outer = (_look, _link, _style, _language, _fields);
        _fields = null;
        _language = null;
        _style = _styles.Paragraph(null);
        foreach (var line in lines)
        {
            _context.Time.Check();
            _sink.Text.Begin();
            foreach (var piece in line.Pieces)
            {
                _look = PlainLook(_style) with { Bold = piece.Bold, Italic = piece.Italic };
                _link = piece.Link;
                if (piece.Text == "\n")
                {
                    AddBreak();
                }
                else
                {
                    AddText(piece.Text);
                }
            }

            EndChunkLine(line);
        }

        (_look, _link, _style, _language, _fields) = outer;
    }

    private void EndChunkLine(ChunkLine line)
    {
        var filled = _sink.Text.End(line.List, line.ListLevel);
        if (_tableDepth == 0)
        {
            AddParagraph(filled, line.Heading > 0 ? ParagraphRole.Heading : ParagraphRole.Body, line.Heading);
        }
    }

    private void ReadEmbedded(byte[] bytes, string name)
    {
        if (_context.EmbeddingDepth >= DeepestEmbedding)
        {
            Leave(name);
            return;
        }

        _context.EmbeddingDepth++;
        var package = new BoundedPackage(ZipDirectory.Read(new MemoryStream(bytes), _context.Limits), _context.Limits);
        var blocks = WordSource.ReadBody(package, _context, reader =>
        {
            // In a cell the embedded text goes on in the cell, and its tables are nested ones.
            reader._tableDepth = _tableDepth;
            reader._place = _place;
            reader._sink = _tableDepth > 0 ? _sink : reader._sink;
            reader._prompts = _prompts;
        });
        _seen += blocks.Seen;
        _blocks.AddRange(blocks.Blocks);
        _context.EmbeddingDepth--;
    }
}
