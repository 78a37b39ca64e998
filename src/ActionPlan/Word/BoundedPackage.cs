using System.IO.Packaging;
using System.Text;
using System.Xml;

namespace ActionPlan.Word;

/// <summary>
/// A package whose bytes come through <see cref="ZipDirectory"/>, so that whatever the Open XML SDK reads of it is within the limits. The SDK is
/// shown the document and the parts that its text depends on, with the content types that their relationships demand; a link that is no URI, a
/// relationship to a part that is not there or a chain of thousands of parts never reaches it.
/// </summary>
internal sealed class BoundedPackage : Package
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static readonly Dictionary<string, string> TypeByKind = new(StringComparer.Ordinal)
    {
        ["styles"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        ["numbering"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        ["settings"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
        ["footnotes"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        ["endnotes"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
        ["comments"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
        ["header"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        ["footer"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
    };

    private readonly ZipDirectory _zip;
    private readonly ReadLimits _limits;
    private readonly Dictionary<string, IReadOnlyDictionary<string, PartRelationship>> _relationships = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Name, string Type)> _shown = new(StringComparer.OrdinalIgnoreCase);

    public BoundedPackage(ZipDirectory zip, ReadLimits limits)
        : base(FileAccess.Read)
    {
        _zip = zip;
        _limits = limits;
        Types = ContentTypes.Read(zip, limits);
        MainName = FindMain();
        Show();
    }

    public ContentTypes Types { get; }

    /// <summary>The name of the document part, whatever it is called.</summary>
    public string MainName { get; }

    public IReadOnlyDictionary<string, PartRelationship> RelationshipsOf(string part)
    {
        if (!_relationships.TryGetValue(part, out var relationships))
        {
            relationships = PartRelationships.Read(_zip, part, _limits);
            _relationships.Add(part, relationships);
        }

        return relationships;
    }

    /// <summary>Whether the package holds what an internal relationship points to.</summary>
    public bool Holds(string part) => _zip.Find(part) is not null;

    public static string Name(Uri part) => PartRelationships.Unescaped(part.OriginalString).TrimStart('/');

    protected override PackagePart[] GetPartsCore() => [.. _shown.Keys.Select(name => GetPartCore(Address(name)!)!)];

    protected override PackagePart? GetPartCore(Uri partUri) =>
        _shown.TryGetValue(Name(partUri), out var part) ? new Part(this, Address(part.Name)!, part.Type, part.Name) : null;

    protected override PackagePart CreatePartCore(Uri partUri, string contentType, CompressionOption compressionOption) =>
        throw new NotSupportedException();

    protected override void DeletePartCore(Uri partUri) => throw new NotSupportedException();

    protected override void FlushCore()
    {
        // Nothing is written.
    }

    private static Uri? Address(string name)
    {
        try
        {
            return PackUriHelper.CreatePartUri(new Uri(Escaped(name), UriKind.Relative));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Escaped(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '-' or '_'))
            {
                return Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);
            }
        }

        return name;
    }

    private string FindMain()
    {
        var target = RelationshipsOf("").Values.FirstOrDefault(relationship => relationship.Kind == "officeDocument" && !relationship.External)
            ?? throw new Sources.DocumentRefusedException(Messages.DiagnosticCatalog.NoDocumentPart.Create());
        var name = PartRelationships.Resolve("", target.Target);
        return Holds(name) && Address(name) is not null ? name : throw Refused.Missing(name);
    }

    private void Show()
    {
        var declared = Types[MainName];
        _shown[MainName] = (MainName, declared.Contains("wordprocessingml", StringComparison.Ordinal) || declared.Contains("ms-word", StringComparison.Ordinal) ? declared : Main);
        _shown[PartRelationships.PartName("")] = (PartRelationships.PartName(""), "application/vnd.openxmlformats-package.relationships+xml");
        _shown[PartRelationships.PartName(MainName)] = (PartRelationships.PartName(MainName), "application/vnd.openxmlformats-package.relationships+xml");
        foreach (var (_, name, type) in Needed(MainName))
        {
            _shown.TryAdd(name, (name, type));
        }
    }

    /// <summary>The relationships of the document that its text depends on, each to a part that is there.</summary>
    private IEnumerable<(PartRelationship Relationship, string Name, string Type)> Needed(string source)
    {
        foreach (var relationship in RelationshipsOf(source).Values)
        {
            if (!relationship.External && TypeByKind.TryGetValue(relationship.Kind, out var type))
            {
                var name = PartRelationships.Resolve(source, relationship.Target);
                if (name != MainName && Holds(name) && Address(name) is not null)
                {
                    yield return (relationship, name, type);
                }
            }
        }
    }

    private MemoryStream CleanRelationships(string part)
    {
        var bytes = new MemoryStream();
        using var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        if (part == PartRelationships.PartName(""))
        {
            var main = RelationshipsOf("").Values.First(relationship => relationship.Kind == "officeDocument" && !relationship.External);
            Write(xml, main, MainName);
        }
        else
        {
            foreach (var (relationship, name, _) in Needed(MainName))
            {
                Write(xml, relationship, name);
            }
        }

        xml.WriteEndElement();
        xml.Flush();
        bytes.Position = 0;
        return bytes;
    }

    private static void Write(XmlWriter xml, PartRelationship relationship, string name)
    {
        xml.WriteStartElement("Relationship", "http://schemas.openxmlformats.org/package/2006/relationships");
        xml.WriteAttributeString("Id", relationship.Id);
        xml.WriteAttributeString("Type", relationship.Type);
        xml.WriteAttributeString("Target", Address(name)!.OriginalString);
        xml.WriteEndElement();
    }

    /// <summary>
    /// Whether the name of an element can stand in a part: its bytes are looked through without being parsed, which costs a fraction of reading the
    /// XML. Names have no other spelling in XML; where the encoding is none that goes on from ASCII, the answer is yes.
    /// </summary>
    public bool MayHold(string part, ReadOnlySpan<byte> name)
    {
        const int Size = 1 << 16;
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(Size);
        try
        {
            using var content = OpenPart(part);
            var held = 0;
            var isFirst = true;
            int read;
            while ((read = content.Read(buffer, held, Size - held)) > 0)
            {
                var bytes = buffer.AsSpan(0, held + read);

                // UTF-16 begins with a mark, or with a character of which one byte is zero.
                if (bytes.IndexOf(name) >= 0 || (isFirst && (bytes[0] is 0 or 0xFE or 0xFF || (bytes.Length > 1 && bytes[1] == 0))))
                {
                    return true;
                }

                isFirst = false;
                held = Math.Min(bytes.Length, name.Length - 1);
                bytes[^held..].CopyTo(buffer);
            }

            return false;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Stream OpenPart(string name) => _zip.Open(_zip.Find(name) ?? throw Refused.Missing(name));

    private sealed class Part(BoundedPackage package, Uri uri, string type, string name) : PackagePart(package, uri, type)
    {
        protected override Stream GetStreamCore(FileMode mode, FileAccess access) =>
            name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? package.CleanRelationships(name) : package.OpenPart(name);
    }
}
