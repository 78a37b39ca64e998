using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>Styles that are named are there: without them text looks other than it was meant to.</summary>
internal sealed class StyleRule(CheckFindings findings, HashSet<string> styles) : MarkupRule(findings)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (element.IsWord && element.Name is "pStyle" or "rStyle" or "tblStyle" && Value(reader, "val") is { } style && !styles.Contains(style) && _told.Add(style))
        {
            Find(DiagnosticCatalog.StyleMissing, place, style, place.Part);
        }
    }
}

/// <summary>What markup refers to by a relationship is in the package: Word refuses a file where it is not.</summary>
internal sealed class RelationshipRule(CheckFindings findings, BoundedPackage package) : MarkupRule(findings)
{
    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == Wml.RelationshipNamespace && reader.Value.Length > 0 && !package.RelationshipsOf(place.Part).ContainsKey(reader.Value))
            {
                Find(DiagnosticCatalog.RelationshipMissing, place, reader.Value, place.Part);
            }
        }

        reader.MoveToElement();
    }
}

/// <summary>What has to hold for the package around the markup.</summary>
internal static class PackageRules
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static void Check(BoundedPackage package, CheckFindings findings)
    {
        // A template's or a macro document's type within a .docx: Word does not open it.
        if (package.Types[package.MainName] is var type && type != Document)
        {
            findings.Add(DiagnosticCatalog.ContentTypeWrong.Create(package.MainName, type));
        }

        foreach (var relationship in package.RelationshipsOf(package.MainName).Values.Where(relationship => !relationship.External))
        {
            var name = PartRelationships.Resolve(package.MainName, relationship.Target);
            if (!package.Holds(name))
            {
                findings.Add(DiagnosticCatalog.RelationshipMissing.Create(relationship.Id, package.MainName));
            }
            else if (package.Types[name].Length == 0)
            {
                findings.Add(DiagnosticCatalog.ContentTypeWrong.Create(name, ""));
            }
        }
    }
}
