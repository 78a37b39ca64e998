using System.Text;
using System.Xml;
using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Word.Checks;

/// <summary>
/// Looks through a Word file for what makes Word repair or refuse it and what no schema says: content that is missing, ids that stand twice, rows
/// that do not fit their grid, references to nothing. One forward pass over each part.
/// </summary>
internal sealed class FileCheck
{
    private static readonly HashSet<string> Stories = new(StringComparer.Ordinal) { "header", "footer", "footnotes", "endnotes", "comments" };

    private readonly BoundedPackage _package;
    private readonly ReadLimits _limits;
    private readonly CheckFindings _findings;
    private readonly CancellationToken _cancellation;

    private FileCheck(BoundedPackage package, ReadLimits limits, CheckFindings findings, CancellationToken cancellation)
    {
        _package = package;
        _limits = limits;
        _findings = findings;
        _cancellation = cancellation;
    }

    /// <summary>What is wrong with a file; nothing for a sound one.</summary>
    public static ValueList<Diagnostic> Of(Stream file, ReadLimits limits, CancellationToken cancellationToken = default) => Of(file, limits, check => check.Run(), cancellationToken);

    /// <summary>What keeps people out who do not read with their eyes, as the law on accessibility of public services has it.</summary>
    public static ValueList<Diagnostic> Accessibility(Stream file, ReadLimits limits, CancellationToken cancellationToken = default) => Of(file, limits, check => check.RunAccessibility(), cancellationToken);

    private static ValueList<Diagnostic> Of(Stream file, ReadLimits limits, Action<FileCheck> run, CancellationToken cancellationToken)
    {
        var findings = new CheckFindings(limits);
        try
        {
            var package = new BoundedPackage(ZipDirectory.Read(file, limits), limits);
            run(new FileCheck(package, limits, findings, cancellationToken));
        }
        catch (DocumentRefusedException refused)
        {
            findings.Add(refused.Diagnostic);
        }

        return findings.ToList();
    }

    private void Run()
    {
        PackageRules.Check(_package, _findings);
        MarkupRule[] rules =
        [
            new LeastContentRule(_findings),
            new UniqueIdRule(_findings),
            new BookmarkRule(_findings),
            new TableGridRule(_findings, _limits),
            new StyleRule(_findings, StyleIds()),
            new RelationshipRule(_findings, _package),
        ];
        Walk(_package.MainName, "document", rules);
        foreach (var (kind, name) in Targets(Stories))
        {
            Walk(name, kind, rules);
        }
    }

    private void RunAccessibility()
    {
        var styles = new CheckedStyles();
        foreach (var (_, name) in Targets(["styles"]))
        {
            Read(name, styles.Note);
        }

        if (Title() is not { Length: > 0 } title)
        {
            _findings.Add(DiagnosticCatalog.TitlePropertyMissing.Create());
        }
        else if (TitleProperty.SaysNothing(title))
        {
            _findings.Add(DiagnosticCatalog.TitlePropertySaysNothing.Create(title));
        }

        Walk(_package.MainName, "document", [new LanguageRule(_findings, styles), new AccessibleTableRule(_findings, styles), new MergedCellRule(_findings, _limits), new HeadingOrderRule(_findings, styles), new AlternativeTextRule(_findings), new EmptyParagraphRule(_findings)]);
        foreach (var (kind, name) in Targets(["header", "footer"]))
        {
            Walk(name, kind, [new AlternativeTextRule(_findings)]);
        }
    }

    private string Title()
    {
        var core = _package.RelationshipsOf("").Values.FirstOrDefault(each => each.Kind == "core-properties" && !each.External);
        var name = core is null ? "" : PartRelationships.Resolve("", core.Target);
        var title = new StringBuilder();
        if (name.Length > 0 && _package.Holds(name))
        {
            var inTitle = false;
            Read(name, reader => inTitle = reader.LocalName == "title" && !reader.IsEmptyElement, () => inTitle = false, text => MarkupPlace.Append(title, inTitle ? text : ""));
        }

        return MarkupPlace.Excerpt(title);
    }

    private IEnumerable<(string Kind, string Name)> Targets(HashSet<string> kinds) =>
        _package.RelationshipsOf(_package.MainName).Values
            .Where(relationship => !relationship.External && kinds.Contains(relationship.Kind))
            .Select(relationship => (relationship.Kind, Name: PartRelationships.Resolve(_package.MainName, relationship.Target)))
            .Where(part => _package.Holds(part.Name)).DistinctBy(part => part.Name, StringComparer.OrdinalIgnoreCase);

    private HashSet<string> StyleIds()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, name) in Targets(["styles"]))
        {
            Read(name, reader =>
            {
                if (reader.LocalName == "style" && reader.GetAttribute("styleId", reader.NamespaceURI) is { } id)
                {
                    ids.Add(id);
                }
            });
        }

        return ids;
    }

    private void Walk(string part, string kind, MarkupRule[] rules)
    {
        var place = new MarkupPlace(part, kind);
        foreach (var rule in rules)
        {
            rule.BeginPart(place);
        }

        var open = new Stack<MarkupElement>();
        Read(part, reader => Begin(reader, open, place, rules), () => End(open, place, rules), text => Text(text, open, place, rules));
        foreach (var rule in rules)
        {
            rule.EndPart(place);
        }
    }

    private static void Begin(XmlReader reader, Stack<MarkupElement> open, MarkupPlace place, MarkupRule[] rules)
    {
        open.TryPeek(out var parent);
        var element = new MarkupElement(reader, parent);
        open.Push(element);
        place.Begin(element);
        if (element.IsPassedOver)
        {
            // Ids stand twice there by right.
            return;
        }

        foreach (var rule in rules)
        {
            rule.Begin(element, reader, place);
        }
    }

    private static void Text(string text, Stack<MarkupElement> open, MarkupPlace place, MarkupRule[] rules)
    {
        if (!open.TryPeek(out var element) || !element.Is("t") || element.IsPassedOver)
        {
            return;
        }

        place.Text(text);
        foreach (var rule in rules)
        {
            rule.Text(text);
        }
    }

    private static void End(Stack<MarkupElement> open, MarkupPlace place, MarkupRule[] rules)
    {
        var element = open.Pop();
        if (!element.IsPassedOver)
        {
            foreach (var rule in rules)
            {
                rule.End(element, place);
            }
        }

        place.End(element);
    }

    private void Read(string part, Action<XmlReader> begin, Action? end = null, Action<string>? text = null)
    {
        try
        {
            using var reader = BoundedXml.Open(_package.OpenPart(part));
            while (reader.Read())
            {
                _cancellation.ThrowIfCancellationRequested();
                if (reader.Depth > _limits.XmlDepth)
                {
                    throw Refused.Limit(nameof(ReadLimits.XmlDepth), _limits.XmlDepth);
                }

                if (reader.NodeType == XmlNodeType.Element)
                {
                    begin(reader);
                    if (reader.IsEmptyElement)
                    {
                        end?.Invoke();
                    }
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    end?.Invoke();
                }
                else if (text is not null && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                {
                    text(reader.Value);
                }
            }
        }
        catch (XmlException error)
        {
            _findings.Add(DiagnosticCatalog.PartNotXml.Create(part, error.Message));
        }
    }
}
