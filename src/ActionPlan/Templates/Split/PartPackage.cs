using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>
/// The package of a part: of the tagged document's parts those that what was kept refers to, so that no picture, link or note of another recipient
/// comes along.
/// </summary>
internal sealed class PartPackage
{
    private const string Main = "word/document.xml";

    private readonly BoundedPackage _source;
    private readonly PackageWriter _package;
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);

    private PartPackage(BoundedPackage source, PackageWriter package) => (_source, _package) = (source, package);

    public static void Write(ReadOnlyMemory<byte> tagged, TaggedPieces pieces, IReadOnlySet<string> headings, Plan part, ControlTraits traits, Stream destination, CancellationToken cancellationToken)
    {
        using var content = Open(tagged);
        var source = Package(content);
        using var package = new PackageWriter(destination);
        new PartPackage(source, package).Write(pieces, headings, part, traits, cancellationToken);
    }

    /// <summary>Cuts the document part of a tagged document.</summary>
    public static TaggedPieces Cut(ReadOnlyMemory<byte> tagged, CancellationToken cancellationToken)
    {
        using var content = Open(tagged);
        using var reader = BoundedXml.Open(Package(content).OpenPart(Main));
        return TaggedPieces.Of(reader, cancellationToken);
    }

    /// <summary>The headings of a plan as they are compared.</summary>
    public static IEnumerable<string> Headings(Plan plan) =>
        plan.Sections.SelectMany(section => (string?[])[section.Heading, section.Group]).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => ParagraphText.Key(text!));

    private static MemoryStream Open(ReadOnlyMemory<byte> tagged) =>
        MemoryMarshal.TryGetArray(tagged, out var bytes) ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new(tagged.ToArray());

    private static BoundedPackage Package(MemoryStream content)
    {
        // Our own output: what bounds there are to be were kept when the document was read.
        var limits = ReadLimits.Default with { FileSize = long.MaxValue, InflatedSize = long.MaxValue, PartSize = long.MaxValue, InflationRatio = int.MaxValue };
        return new(ZipDirectory.Read(content, limits), limits);
    }

    private void Write(TaggedPieces pieces, IReadOnlySet<string> headings, Plan part, ControlTraits traits, CancellationToken cancellationToken)
    {
        var references = WriteDocument(pieces, headings, part, traits, cancellationToken);
        var relationships = _source.RelationshipsOf(Main).Values
            .Where(each => each.Kind is "hyperlink" or "image" or "header" or "footer" ? references.Contains(each.Id) : each.Kind is not ("footnotes" or "endnotes") || references.Any(id => id.StartsWith(each.Kind[..^1], StringComparison.Ordinal)))
            .ToList();
        foreach (var relationship in relationships.Where(each => !each.External))
        {
            Copy(relationship, references, traits);
        }

        _package.WriteRelationships(Main, relationships);
        _package.Finish(part.Title, part.Language is null ? null : BuiltInStyles.Region(part.Language));
    }

    private HashSet<string> WriteDocument(TaggedPieces pieces, IReadOnlySet<string> headings, Plan part, ControlTraits traits, CancellationToken cancellationToken)
    {
        var measures = part.Measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
        var strangers = headings.ToHashSet(StringComparer.Ordinal);
        strangers.ExceptWith(Headings(part));
        var order = new HeadingOrder(Styles());
        using var writer = _package.OpenPart(Main, "document.main");
        var filter = new PartFilter(pieces, writer, measures, strangers, traits, order, cancellationToken);
        filter.Run();
        return filter.References;
    }

    private XElement? Styles()
    {
        if (_source.RelationshipsOf(Main).Values.FirstOrDefault(each => each.Kind == "styles") is not { } styles)
        {
            return null;
        }

        using var reader = BoundedXml.Open(_source.OpenPart(PartRelationships.Resolve(Main, styles.Target)));
        return XElement.Load(reader);
    }

    private void Copy(PartRelationship relationship, HashSet<string> references, ControlTraits traits)
    {
        var name = PartRelationships.Resolve(Main, relationship.Target);
        if (!_copied.Add(name))
        {
            return;
        }

        if (relationship.Kind == "image")
        {
            using var picture = _source.OpenPart(name);
            _package.CopyPart(name, _source.Types[name], picture);
            return;
        }

        XElement root;
        using (var reader = BoundedXml.Open(_source.OpenPart(name)))
        {
            root = XElement.Load(reader);
        }

        if (relationship.Kind is "footnotes" or "endnotes")
        {
            var kind = relationship.Kind[..^1];
            root.Elements(Wml.W + kind).Where(note => note.Attribute(Wml.W + "type") is null && !references.Contains($"{kind}Reference{(string?)note.Attribute(Wml.W + "id")}")).Remove();
        }
        else if (relationship.Kind == "settings" && traits.IsLocked)
        {
            DocumentProtection.Add(root);
        }

        using (var writer = _package.OpenPart(name, relationship.Kind))
        {
            root.WriteTo(writer);
        }

        var used = root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.Namespace == Wml.R).Select(attribute => attribute.Value).ToHashSet(StringComparer.Ordinal);
        var own = _source.RelationshipsOf(name).Values.Where(each => used.Contains(each.Id)).ToList();
        foreach (var picture in own.Where(each => !each.External))
        {
            var target = PartRelationships.Resolve(name, picture.Target);
            if (_copied.Add(target))
            {
                using var content = _source.OpenPart(target);
                _package.CopyPart(target, _source.Types[target], content);
            }
        }

        _package.WriteRelationships(name, own);
    }
}

/// <summary>The protection under which only content controls can be edited.</summary>
internal static class DocumentProtection
{
    // What stands before it in the schema (ECMA-376-1 clause 17.15.1.78) and may come along from an example.
    private static readonly string[] Before = ["zoom", "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "displayBackgroundShape"];

    public static void Add(XElement settings)
    {
        if (settings.Element(Wml.W + "documentProtection") is not null)
        {
            return;
        }

        var protection = Wml.Element("documentProtection", new XAttribute(Wml.W + "edit", "forms"), new XAttribute(Wml.W + "enforcement", "1"));
        if (settings.Elements().LastOrDefault(child => Before.Contains(child.Name.LocalName)) is { } before)
        {
            before.AddAfterSelf(protection);
        }
        else
        {
            settings.AddFirst(protection);
        }
    }
}
