using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>Writes the package of a filled template: its text parts with the values, all else as it is.</summary>
internal sealed class FieldDocument
{
    private readonly BoundedPackage _source;
    private readonly PackageWriter _package;
    private readonly FieldTemplate _template;
    private readonly ListNumbering _lists;
    private readonly ContentControls _controls;
    private readonly DrawingIds _drawings = new();
    private readonly NoteCopies _notes = new();
    private readonly HashSet<string> _copied = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _droppedLinks = [];

    private FieldDocument(BoundedPackage source, FieldTemplate template, PackageWriter package)
    {
        (_source, _template, _package) = (source, template, package);
        _lists = new(Load("numbering"));

        // A control around a table opens all of it under the protection of forms, but for groups.
        _controls = new(template.Styles.Names, (string?)Load("settings")?.Element(Wml.W + "documentProtection")?.Attribute(Wml.W + "edit") == "forms");
    }

    /// <returns>Links that were left out.</returns>
    public static IReadOnlyList<string> Write(BoundedPackage source, FieldTemplate template, Plan plan, Stream destination, CancellationToken cancellationToken)
    {
        using var package = new PackageWriter(destination);
        var document = new FieldDocument(source, template, package);
        document.Write(plan, cancellationToken);
        return document._droppedLinks;
    }

    public static XElement? Load(BoundedPackage package, string kind)
    {
        var relationship = package.RelationshipsOf(package.MainName).Values.FirstOrDefault(each => each.Kind == kind && !each.External);
        var name = relationship is null ? null : PartRelationships.Resolve(package.MainName, relationship.Target);
        if (name is null || !package.Holds(name))
        {
            return null;
        }

        try
        {
            using var reader = BoundedXml.Open(package.OpenPart(name));
            return XElement.Load(reader);
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }
    }

    private XElement? Load(string kind) => Load(_source, kind);

    private void Write(Plan plan, CancellationToken cancellationToken)
    {
        var main = new WrittenPart("word/document.xml");
        Write(_template.Parts[0], main, plan, cancellationToken);

        // After the text, which says how often each note stands.
        foreach (var part in _template.Parts.Skip(1))
        {
            var written = new WrittenPart(part.Name);
            Write(part, written, plan, cancellationToken);
            _package.WriteRelationships(part.Name, written.Relationships);
        }

        foreach (var kind in (ReadOnlySpan<string>)["settings", "fontTable"])
        {
            if (Load(kind) is { } root)
            {
                WriteXml($"word/{kind}.xml", kind, root);
                main.Add(kind, kind + ".xml");
            }
        }

        if (Load("theme") is { } theme)
        {
            WriteXml("word/theme/theme1.xml", "theme", theme);
            main.Add("theme", "theme/theme1.xml");
        }

        WriteXml("word/styles.xml", "styles", _template.Styles.Root);
        main.Add("styles", "styles.xml");
        if (_lists.IsNeeded)
        {
            WriteXml("word/numbering.xml", "numbering", _lists.Root);
            main.Add("numbering", "numbering.xml");
        }

        _template.Bindings.Write(_package, main);
        _package.WriteRelationships(main.Name, main.Relationships);
        _package.Finish(plan.Title, plan.Language is null ? null : BuiltInStyles.Region(plan.Language));
    }

    private void WriteXml(string name, string kind, XElement root)
    {
        using var xml = _package.OpenPart(name, kind);
        root.WriteTo(xml);
    }

    private void Write(FieldPart part, WrittenPart written, Plan plan, CancellationToken cancellationToken)
    {
        foreach (var relationship in _source.RelationshipsOf(part.Name).Values)
        {
            var target = relationship.External ? "" : PartRelationships.Resolve(part.Name, relationship.Target);
            if (relationship.Kind is "hyperlink" or "header" or "footer" or "footnotes" or "endnotes")
            {
                written.Keep(relationship);
            }
            else if (relationship.Kind == "image" && _source.Holds(target))
            {
                written.Keep(relationship);
                if (_copied.Add(target))
                {
                    using var picture = _source.OpenPart(target);
                    _package.CopyPart(target, _source.Types[target], picture);
                }
            }
        }

        var text = new RichTextMarkup(_lists, written, _template.Styles.Names);
        using (var xml = _package.OpenPart(part.Name, part.Kind))
        {
            var markup = new FixedMarkup(xml, part.Root);
            new FieldWriter(xml, part.Root, _template, markup, new(xml, markup, text), _controls, _drawings, _notes, cancellationToken).Write(plan);
        }

        _droppedLinks.AddRange(text.DroppedLinks);
    }
}
