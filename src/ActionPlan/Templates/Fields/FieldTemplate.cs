using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>A part of a template with its fields found.</summary>
internal sealed record FieldPart(string Name, string Kind, XElement Root);

/// <summary>A template made on purpose, read and checked: its parts with fields, loops and conditions in the place of what stood for them.</summary>
internal sealed class FieldTemplate
{
    private readonly HashSet<XElement> _live = [];
    private readonly Dictionary<XElement, XElement> _onlyFields = [];

    private readonly bool _isGenerated;

    private FieldTemplate(StyleLooks styles, bool isGenerated) => (Styles, _isGenerated) = (styles, isGenerated);

    public List<FieldPart> Parts { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    public StyleLooks Styles { get; }

    public DataBindings Bindings { get; set; } = DataBindings.None;

    /// <summary>Whether there is a field, loop or condition at all, right or wrong.</summary>
    public bool HasFields { get; private set; }

    /// <summary>Whether rows or paragraphs repeat for the measures.</summary>
    public bool HasMeasures => Parts.Exists(part => part.Root.Descendants(Fml.Loop).Any(loop => Fml.NameOf(loop) == FieldNames.Measures));

    /// <summary>Whether some field shows a column.</summary>
    public bool Shows(Plan plan, PlanColumn column)
    {
        var context = new FieldContext(plan);
        return Parts.Exists(part => part.Root.DescendantsAndSelf().Any(each =>
            (each.Name == Fml.Field ? Fml.NameOf(each) : (string?)each.Attribute(Fml.Shows)) is { } name && name.StartsWith("measure.", StringComparison.Ordinal) && ReferenceEquals(context.ColumnOf(name), column)));
    }

    /// <param name="package">The document.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="isGenerated">Whether ActionPlan made it after another document, whose text may hold braces of its own.</param>
    public static FieldTemplate Of(BoundedPackage package, StyleLooks styles, bool isGenerated)
    {
        var template = new FieldTemplate(styles, isGenerated);
        template.Read(package, package.MainName, "document.main", "document");
        foreach (var part in package.RelationshipsOf(package.MainName).Values.Where(each => each.Kind is "header" or "footer" or "footnotes" or "endnotes" && !each.External))
        {
            var name = PartRelationships.Resolve(package.MainName, part.Target);
            if (package.Holds(name) && !template.Parts.Exists(each => each.Name == name))
            {
                template.Read(package, name, part.Kind, Path.GetFileNameWithoutExtension(name));
            }
        }

        return template;
    }

    /// <summary>Gets ready to be written with a plan.</summary>
    public void Prepare(Plan plan)
    {
        PlanTableTags.Add(Parts[0].Root, plan);
        foreach (var part in Parts)
        {
            foreach (var element in part.Root.Descendants().Where(each => each.Name.Namespace == Fml.Namespace || each.Name == Wml.SdtPr || each.Name.LocalName == "docPr" || each.Attribute(Fml.Around) is not null || each.Attribute(Fml.Shows) is not null))
            {
                for (var each = element; each is not null && _live.Add(each); each = each.Parent)
                {
                    // All that stands around something live is live.
                }
            }

            foreach (var paragraph in part.Root.Descendants(Wml.P))
            {
                if (FindOnlyField(paragraph) is { } run)
                {
                    _onlyFields.Add(paragraph, run);
                }
            }

            // A bookmark stands once; what repeats cannot hold one.
            part.Root.Descendants(Fml.Loop).Descendants().Where(each => each.Name.LocalName is "bookmarkStart" or "bookmarkEnd").ToList().ForEach(each => each.Remove());
        }
    }

    /// <summary>Whether an element is written otherwise than it stands.</summary>
    public bool IsLive(XElement element) => _live.Contains(element);

    /// <summary>The run with the field that is all that a paragraph shows, or null.</summary>
    public XElement? OnlyField(XElement paragraph) => _onlyFields.GetValueOrDefault(paragraph);

    private static XElement? FindOnlyField(XElement paragraph)
    {
        var content = paragraph.Elements().Where(child => child.Name != Wml.PPr && child.Name.LocalName is not ("bookmarkStart" or "bookmarkEnd" or "proofErr")).ToList();
        return content is [{ } run] && run.Name == Wml.Run && run.Element(Fml.Field) is not null && paragraph.Element(Wml.PPr)?.Element(Wml.W + "sectPr") is null ? run : null;
    }

    private void Read(BoundedPackage package, string name, string kind, string shown)
    {
        XElement root;
        try
        {
            using var reader = BoundedXml.Open(package.OpenPart(name));
            root = XElement.Load(reader);
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }

        var scanner = new FieldScanner(shown, _isGenerated, Diagnostics);
        var before = Diagnostics.Count;
        scanner.Scan(root);
        new FieldValidation(Diagnostics).Check(scanner.Found);
        HasFields |= scanner.Found.Count > 0 || Diagnostics.Count > before;
        new FieldStructure(Diagnostics).Build(root);
        new FieldValidation(Diagnostics).CheckLoops(root);
        Parts.Add(new(name, kind, root));
    }
}
