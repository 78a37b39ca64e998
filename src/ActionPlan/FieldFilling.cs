using System.Xml;
using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Sources.Word;
using ActionPlan.Templates;
using ActionPlan.Templates.Fields;
using ActionPlan.Word;

namespace ActionPlan;

/// <summary>Templates made on purpose: found, cleaned of what must not go out, checked as a whole, and filled.</summary>
internal sealed class FieldFilling : IDisposable
{
    private readonly MemoryStream _clean;
    private readonly BoundedPackage _package;
    private readonly ReadLimits _limits;

    private FieldFilling(MemoryStream clean, BoundedPackage package, FieldTemplate template, ReadLimits limits) => (_clean, _package, Template, _limits) = (clean, package, template, limits);

    public FieldTemplate Template { get; }

    /// <summary>The template, or null where the document has neither fields nor tags that mean some; the refusal of a damaged one.</summary>
    public static (FieldFilling? Fields, Diagnostic? Refusal) Of(SourceInput input, ReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return (Read(input, options, cancellationToken), null);
        }
        catch (DocumentRefusedException refused)
        {
            return (null, refused.Diagnostic);
        }
    }

    private static FieldFilling? Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken)
    {
        input.Content.Position = 0;
        var original = new BoundedPackage(ZipDirectory.Read(input.Content, options.Limits), options.Limits);
        if (!ExampleDocument.IsPossible(original) || !MayHaveFields(original))
        {
            return null;
        }

        // Within the limits of reading before anything of it stands in memory.
        input.Content.Position = 0;
        var source = WordSource.Read(input, options, cancellationToken);
        if (source.Document is not { } document)
        {
            throw new DocumentRefusedException(source.Refusal!);
        }

        var bindings = DataBindings.Of(original);
        var clean = new MemoryStream();
        var nothing = new Plan();
        ExampleDocument.Write(original, new(nothing, nothing, ExampleTables.None, new PlanAnchors(), [], new() { IsFieldTemplate = true }), clean, [], cancellationToken);
        clean.Position = 0;
        var package = new BoundedPackage(ZipDirectory.Read(clean, options.Limits), options.Limits);
        var styles = new StyleLooks(FieldDocument.Load(package, "styles") ?? new XElement(Wml.W + "styles", new XAttribute(XNamespace.Xmlns + "w", Wml.Namespace)));
        var template = FieldTemplate.Of(package, styles, TaggedPlan.IsTagged(document), options.Limits.XmlDepth);
        template.Bind(bindings);
        return template.HasFields ? new(clean, package, template, options.Limits) : null;
    }

    /// <summary>Whether rows or paragraphs repeat for the measures.</summary>
    public bool RepeatsMeasures => Template.HasMeasures;

    /// <summary>Why the template cannot be filled, all of it; null where it can.</summary>
    public ReadResult<Plan>? Refusal => Template.Diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        ? new(ReadOutcome.Refused, null, Reading.Bounded(Template.Diagnostics, _limits), ReadReport.Empty)
        : null;

    public ReadResult<Plan> Fill(Plan plan, Stream destination, CancellationToken cancellationToken)
    {
        Template.Prepare(plan);
        var links = FieldDocument.Write(_package, Template, plan, destination, cancellationToken);
        var missing = plan.Columns.Where(column => RepeatsMeasures && !Template.Shows(plan, column) && plan.Measures.Any(measure => !measure[column].IsEmpty))
            .Select(column => DiagnosticCatalog.FieldColumnMissing.Create(column.Heading));
        var unknown = Template.UnknownColumns(plan).Select(heading => DiagnosticCatalog.FieldColumnUnknown.Create(heading));
        return new(ReadOutcome.Read, plan, Reading.Bounded([.. Template.Diagnostics, .. missing, .. unknown, .. PlanDocument.LeftOut(links)], _limits), ReadReport.Empty);
    }

    public void Dispose() => _clean.Dispose();

    /// <summary>A look without cost at the texts and tags: most documents have none, and large ones are spared what follows.</summary>
    private static bool MayHaveFields(BoundedPackage package)
    {
        var names = package.RelationshipsOf(package.MainName).Values.Where(each => each.Kind is "header" or "footer" or "footnotes" or "endnotes" && !each.External)
            .Select(each => PartRelationships.Resolve(package.MainName, each.Target)).Where(package.Holds).Prepend(package.MainName);
        return names.Any(name => MayHaveFields(package, name));
    }

    private static bool MayHaveFields(BoundedPackage package, string name)
    {
        using (var content = package.OpenPart(name))
        {
            if (!FieldTrace.Leads(content))
            {
                return false;
            }
        }

        try
        {
            using var reader = BoundedXml.Open(package.OpenPart(name));
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    var text = reader.Value;
                    if (text.Contains('{', StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "tag" && reader.GetAttribute("val", Wml.Namespace) is { } tag && FieldTrace.IsMeant(tag))
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }
    }
}
