namespace ActionPlan.Word;

/// <summary>
/// A package whose bytes come through <see cref="ZipDirectory"/>: whatever is read of it is within the limits. Its parts are found by the kind of the
/// relationship that leads to them, whatever they are called; a link that is no URI, a relationship to a part that is not there or a chain of
/// thousands of parts costs nothing.
/// </summary>
/// <remarks>
/// Not through the Open XML SDK: it would be shown only what is found here already, and loading it took a fifth of the time that a small document
/// takes (docs/decisions/0002).
/// </remarks>
internal sealed class BoundedPackage
{
    private readonly ZipDirectory _zip;
    private readonly ReadLimits _limits;
    private readonly Dictionary<string, IReadOnlyDictionary<string, PartRelationship>> _relationships = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="Sources.DocumentRefusedException">The file is damaged, over a limit or no Word document.</exception>
    public BoundedPackage(ZipDirectory zip, ReadLimits limits)
    {
        _zip = zip;
        _limits = limits;
        Types = ContentTypes.Read(zip, limits);
        MainName = FindMain();
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

    /// <summary>The name of the first part of a kind ('styles', 'footnotes') that the document part leads to, or null.</summary>
    public string? PartOf(string kind)
    {
        foreach (var relationship in RelationshipsOf(MainName).Values)
        {
            if (relationship.Kind == kind && Target(relationship) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The name of the part that a relationship of the document part leads to, where it has one of the kinds and the part is there; else null.</summary>
    public string? PartById(string id, params ReadOnlySpan<string> kinds) =>
        RelationshipsOf(MainName).TryGetValue(id, out var relationship) && kinds.Contains(relationship.Kind) ? Target(relationship) : null;

    /// <summary>The bytes and the declared type of the part that a relationship points to, or null where it is not in the package.</summary>
    public (Stream Content, string Type, string Name)? Follow(string source, PartRelationship relationship)
    {
        var name = PartRelationships.Resolve(source, relationship.Target);
        return !relationship.External && Holds(name) ? (OpenPart(name), Types[name], name) : null;
    }

    private string? Target(PartRelationship relationship)
    {
        if (relationship.External)
        {
            return null;
        }

        var name = PartRelationships.Resolve(MainName, relationship.Target);
        return name != MainName && Holds(name) ? name : null;
    }

    private string FindMain()
    {
        var target = RelationshipsOf("").Values.FirstOrDefault(relationship => relationship.Kind == "officeDocument" && !relationship.External)
            ?? throw new Sources.DocumentRefusedException(Messages.DiagnosticCatalog.NoDocumentPart.Create());
        var name = PartRelationships.Resolve("", target.Target);
        return Holds(name) ? name : throw Refused.Missing(name);
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
}
