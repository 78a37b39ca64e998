using System.Xml;
using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>A part of a template with its fields found.</summary>
internal sealed record FieldPart(string Name, string Kind, XElement Root);

/// <summary>A template made on purpose, read and checked: its parts with fields, loops and conditions in the place of what stood for them.</summary>
internal sealed class FieldTemplate
{
    private readonly HashSet<XElement> _live = [];
    private readonly HashSet<XElement> _conditional = [];
    private readonly Dictionary<XElement, XElement> _onlyFields = [];
    private readonly Dictionary<XElement, XElement> _onlyControls = [];

    private readonly List<Diagnostic> _doubts = [];
    private readonly bool _isGenerated;

    private readonly int _deepest;

    private FieldTemplate(StyleLooks styles, bool isGenerated, int deepest) => (Styles, _isGenerated, _deepest) = (styles, isGenerated, deepest);

    public List<FieldPart> Parts { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    public StyleLooks Styles { get; }

    public DataBindings Bindings { get; private set; } = DataBindings.None;

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

    /// <summary>The headings of columns that fields ask for and the plan does not have.</summary>
    public IEnumerable<string> UnknownColumns(Plan plan)
    {
        var context = new FieldContext(plan);
        return Parts.SelectMany(part => part.Root.DescendantsAndSelf()).Select(each => each.Name == Fml.Field ? Fml.NameOf(each) : (string?)each.Attribute(Fml.Shows))
            .Where(name => name?.StartsWith(FieldNames.OtherPrefix, StringComparison.Ordinal) == true && context.ColumnOf(name) is null).Select(name => name![FieldNames.OtherPrefix.Length..]).Distinct(StringComparer.Ordinal);
    }

    /// <param name="package">The document.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="isGenerated">Whether ActionPlan made it after another document, whose text may hold braces of its own.</param>
    /// <param name="deepest">How deep loops and conditions may stand within each other.</param>
    public static FieldTemplate Of(BoundedPackage package, StyleLooks styles, bool isGenerated, int deepest)
    {
        var template = new FieldTemplate(styles, isGenerated, deepest);
        template.Read(package, package.MainName, "document.main", "document");
        foreach (var part in package.RelationshipsOf(package.MainName).Values.Where(each => each.Kind is "header" or "footer" or "footnotes" or "endnotes" && !each.External))
        {
            var name = PartRelationships.Resolve(package.MainName, part.Target);
            if (package.Holds(name) && !template.Parts.Exists(each => each.Name == name))
            {
                template.Read(package, name, part.Kind, part.Kind);
            }
        }

        if (template.HasFields)
        {
            template.Diagnostics.AddRange(template._doubts);
        }

        if (template.HasMeasures && !template.Parts.Exists(part => FieldValidation.Uses(part.Root, "measure.followUp")))
        {
            template.Diagnostics.Add(DiagnosticCatalog.FieldMissing.Create("measure.followUp"));
        }

        return template;
    }

    /// <summary>Takes over the custom XML that controls are bound to, and says which of them cannot stay bound.</summary>
    public void Bind(DataBindings bindings)
    {
        Bindings = bindings;
        foreach (var control in Parts.SelectMany(part => part.Root.Descendants(Wml.Sdt)))
        {
            if (control.Element(Wml.SdtPr)?.Element(Wml.W + "dataBinding") is not { } binding)
            {
                continue;
            }

            var field = (string?)control.Attribute(Fml.Shows) ?? "";
            if (FieldNames.ScopeOf(field) is not FieldScope.Plan)
            {
                binding.Remove();
            }
            else if (!bindings.Has(binding, field))
            {
                binding.Remove();
                Diagnostics.Add(DiagnosticCatalog.FieldBindingLost.At(FieldPlace.Of(control).Place, FieldPlace.Of(control).Within, field));
            }
            else if (bindings.Claim(binding, field) is { } other)
            {
                Diagnostics.Add(DiagnosticCatalog.FieldBindingShared.At(FieldPlace.Of(control).Place, FieldPlace.Of(control).Within, field, other));
            }
        }
    }

    /// <summary>Gets ready to be written with a plan.</summary>
    public void Prepare(Plan plan)
    {
        PlanTableTags.Add(Parts[0].Root, plan);
        foreach (var part in Parts)
        {
            foreach (var element in part.Root.Descendants().Where(IsMade))
            {
                for (var each = element; each is not null && _live.Add(each); each = each.Parent)
                {
                    // All that stands around something live is live.
                }
            }

            foreach (var flow in part.Root.Descendants().Where(each => each.Name == Fml.Loop || each.Name == Fml.If))
            {
                for (var each = flow; each is not null && _conditional.Add(each); each = each.Parent)
                {
                    // What holds a repetition or condition may come to nothing.
                }
            }

            foreach (var paragraph in part.Root.Descendants(Wml.P))
            {
                if (FindOnlyControl(paragraph) is { } control)
                {
                    _onlyControls.Add(paragraph, control);
                }

                if (FindOnlyField(paragraph) is { } run)
                {
                    _onlyFields.Add(paragraph, run);
                }
            }

            // A bookmark stands once; what repeats cannot hold one.
            part.Root.Descendants().Where(each => each.Name.LocalName is "bookmarkStart" or "bookmarkEnd" && each.Ancestors(Fml.Loop).Any()).Remove();
        }
    }

    /// <summary>Whether an element is written otherwise than it stands.</summary>
    public bool IsLive(XElement element) => _live.Contains(element);

    /// <summary>Whether an element may be left out or come to nothing, for a repetition or condition within it.</summary>
    public bool IsConditional(XElement element) => _conditional.Contains(element);

    /// <summary>The content control of a measure's text that is all that a paragraph shows, or null.</summary>
    public XElement? OnlyControl(XElement paragraph) => _onlyControls.GetValueOrDefault(paragraph);

    /// <summary>The run with the field that is all that a paragraph shows, or null.</summary>
    public XElement? OnlyField(XElement paragraph) => _onlyFields.GetValueOrDefault(paragraph);

    /// <summary>Whether an element is written otherwise than it stands: with a value, an id of its own, a control around it.</summary>
    private static bool IsMade(XElement element) =>
        element.Name.Namespace == Fml.Namespace || element.Name == Wml.SdtPr || element.Attribute(Fml.Around) is not null || element.Attribute(Fml.Heads) is not null || element.Attribute(Fml.Shows) is not null
        || element.Name.LocalName is "docPr" or "footnote" or "endnote"
        || ((element.Name.NamespaceName == "urn:schemas-microsoft-com:vml" ? element.Attribute("id") is not null : element.Name.LocalName is "footnoteReference" or "endnoteReference") && element.Ancestors(Fml.Loop).Any());

    private static XElement? FindOnlyControl(XElement paragraph)
    {
        var content = paragraph.Elements().Where(child => child.Name != Wml.PPr && child.Name.LocalName is not ("bookmarkStart" or "bookmarkEnd" or "proofErr")).ToList();
        return content is [{ } control] && control.Name == Wml.Sdt && control.Attribute(Fml.Shows)?.Value.StartsWith("measure.", StringComparison.Ordinal) == true ? control : null;
    }

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
        var validation = new FieldValidation(shown, Diagnostics, _deepest);
        validation.Check(scanner.Found);
        if (!_isGenerated)
        {
            validation.CheckElsewhere(root);
        }

        HasFields |= scanner.Found.Count > 0 || Diagnostics.Count > before;
        _doubts.AddRange(scanner.Doubts);
        new FieldStructure(Diagnostics).Build(root);
        Parts.Add(new(name, kind, root));
    }
}
