using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ActionPlan.Word;

/// <summary>
/// Writes a Word package part by part, in one forward pass over the stream. Nothing is in it that was not put in: no thumbnail, no custom XML, no
/// author, no time.
/// </summary>
internal sealed class PackageWriter : IDisposable
{
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string RelationshipPrefix = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // The same plan gives the same bytes, whenever it is written.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true, CheckCharacters = true };

    private readonly ZipArchive _zip;
    private readonly SortedDictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _extensions = new(StringComparer.Ordinal) { ["rels"] = "application/vnd.openxmlformats-package.relationships+xml", ["xml"] = "application/xml" };

    public PackageWriter(Stream destination) => _zip = new(destination, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>Opens a part of WordprocessingML by its kind ('document.main', 'styles', 'header'); the part before must be closed.</summary>
    public XmlWriter OpenPart(string name, string kind) => OpenXml(name, kind == "theme" ? "application/vnd.openxmlformats-officedocument.theme+xml" : TypePrefix + kind + "+xml");

    public void CopyPart(string name, string type, Stream content)
    {
        _extensions.TryAdd(name[(name.LastIndexOf('.') + 1)..], type);
        using var part = Open(name);
        content.CopyTo(part);
    }

    public void WriteRelationships(string source, IEnumerable<PartRelationship> relationships)
    {
        var any = false;
        XmlWriter? xml = null;
        foreach (var relationship in relationships)
        {
            if (!any)
            {
                xml = XmlWriter.Create(Open(PartRelationships.PartName(source)), Settings);
                xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
                any = true;
            }

            xml!.WriteStartElement("Relationship", "http://schemas.openxmlformats.org/package/2006/relationships");
            xml.WriteAttributeString("Id", relationship.Id);
            xml.WriteAttributeString("Type", relationship.Type.Contains('/', StringComparison.Ordinal) ? relationship.Type : RelationshipPrefix + relationship.Type);
            xml.WriteAttributeString("Target", relationship.Target);
            if (relationship.External)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }

        xml?.Dispose();
    }

    /// <summary>Writes title and language, which readers of the screen ask for, the package's own relationships and content types.</summary>
    public void Finish(string title, string? language)
    {
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string Terms = "http://purl.org/dc/elements/1.1/";
        using (var xml = OpenXml("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        {
            xml.WriteStartElement("cp", "coreProperties", Core);
            xml.WriteElementString("dc", "title", Terms, Wml.Legal(title).ReplaceLineEndings(" "));
            if (language is not null)
            {
                xml.WriteElementString("dc", "language", Terms, language);
            }

            xml.WriteEndElement();
        }

        WriteRelationships("", [new("rId1", "officeDocument", "word/document.xml", false), new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false)]);
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        using var types = XmlWriter.Create(Open(ContentTypes.PartName), Settings);
        types.WriteStartElement("Types", Types);
        foreach (var (extension, type) in _extensions)
        {
            types.WriteStartElement("Default", Types);
            types.WriteAttributeString("Extension", extension);
            types.WriteAttributeString("ContentType", type);
            types.WriteEndElement();
        }

        foreach (var (name, type) in _types)
        {
            types.WriteStartElement("Override", Types);
            types.WriteAttributeString("PartName", "/" + name);
            types.WriteAttributeString("ContentType", type);
            types.WriteEndElement();
        }

        types.WriteEndElement();
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>Opens a part of XML of any type; the part before must be closed.</summary>
    public XmlWriter OpenOther(string name, string type) => OpenXml(name, type);

    private XmlWriter OpenXml(string name, string type)
    {
        _types.Add(name, type);
        return XmlWriter.Create(Open(name), Settings);
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Always;
        return entry.Open();
    }
}
