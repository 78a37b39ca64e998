using System.IO.Compression;
using System.Text;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>A Word file from raw markup: what is not given is not in it.</summary>
internal sealed class DocxBuilder
{
    public const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _relationships = new();

    public DocxBuilder(string body, string main = "word/document.xml", string type = "document")
    {
        Main = main;
        With(
            "[Content_Types].xml",
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="txt" ContentType="text/plain"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{type}.main+xml"/></Types>""");
        With("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}officeDocument" Target="{main}"/></Relationships>""");
        WithDocument(body);
    }

    public string Main { get; }

    public static DocxBuilder Cell(string content) => new(Table(Row($"<w:tc>{content}</w:tc>")));

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    public static string R(string text, string properties = "") => $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public DocxBuilder WithDocument(string body) => With(Main, $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");

    public DocxBuilder With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public DocxBuilder With(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public DocxBuilder Without(string name)
    {
        _parts.Remove(name);
        return this;
    }

    public DocxBuilder Related(string id, string kind, string target, bool external = false)
    {
        _relationships.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<Relationship Id="{id}" Type="{Office}{kind}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>""");
        var slash = Main.LastIndexOf('/') + 1;
        return With(
            $"{Main[..slash]}_rels/{Main[slash..]}.rels",
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_relationships}</Relationships>""");
    }

    public DocxBuilder Styles(string styles) =>
        With("word/styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>").Related("rIdStyles", "styles", "styles.xml");

    public DocxBuilder Numbering(string numbering) =>
        With("word/numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>").Related("rIdNumbering", "numbering", "numbering.xml");

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
