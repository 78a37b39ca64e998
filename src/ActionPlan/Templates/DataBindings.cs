using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// The custom XML that controls of a template are bound to: Word shows what stands there, so each value is written to both. Of the XML nothing but the
/// bound values comes along.
/// </summary>
internal sealed class DataBindings
{
    /// <summary>The part of Word's own that holds the title and other properties of the document; it is written from the plan.</summary>
    private const string CoreProperties = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";

    private sealed record Store(string Id, XElement Root, HashSet<XObject> Kept);

    private readonly Dictionary<XObject, string> _fields = [];
    private readonly List<Store> _stores = [];

    public static DataBindings None { get; } = new();

    /// <summary>The custom XML of a template, as it was before anything was cleaned away.</summary>
    public static DataBindings Of(BoundedPackage template)
    {
        var bindings = new DataBindings();
        bindings._stores.AddRange(Stores(template));
        return bindings;
    }

    /// <summary>The field that another control has bound to the same place, or null where this one may; a place of the XML holds one value.</summary>
    public string? Claim(XElement binding, string field) =>
        Find(binding).Node is not { } node || _fields.TryAdd(node, field) || _fields[node] == field ? null : _fields[node];

    /// <summary>Whether there is what a control is bound to.</summary>
    public bool Has(XElement binding, string field) => IsTitle(binding, field) || Find(binding).Node is not null;

    /// <summary>Writes the value of a control to the place that it is bound to; false where there is none.</summary>
    public bool Bind(XElement binding, string field, string value)
    {
        if (IsTitle(binding, field))
        {
            return true;
        }

        if (Find(binding) is not ({ } store, { } node))
        {
            return false;
        }

        store.Kept.Add(node);
        if (node is XElement element)
        {
            element.RemoveNodes();
            element.Value = Wml.Legal(value);
        }
        else
        {
            ((XAttribute)node).Value = Wml.Legal(value);
        }

        return true;
    }

    private static bool IsTitle(XElement binding, string field) =>
        field == "plan.title" && string.Equals((string?)binding.Attribute(Wml.W + "storeItemID"), CoreProperties, StringComparison.OrdinalIgnoreCase)
        && ((string?)binding.Attribute(Wml.W + "xpath") ?? "").Contains("title", StringComparison.Ordinal);

    private (Store? Store, XObject? Node) Find(XElement binding)
    {
        var (path, mappings) = ((string?)binding.Attribute(Wml.W + "xpath") ?? "", (string?)binding.Attribute(Wml.W + "prefixMappings") ?? "");
        var id = (string?)binding.Attribute(Wml.W + "storeItemID");
        foreach (var store in _stores.Where(store => string.IsNullOrEmpty(id) || string.Equals(store.Id, id, StringComparison.OrdinalIgnoreCase)))
        {
            if (SimplePath.Find(store.Root, path, mappings) is { } node)
            {
                return (store, node);
            }
        }

        return default;
    }

    public void Write(PackageWriter package, WrittenPart main)
    {
        var stores = _stores.Where(store => store.Kept.Count > 0).ToList();
        for (var i = 0; i < stores.Count; i++)
        {
            var store = stores[i];
            foreach (var element in store.Root.DescendantsAndSelf().Where(each => !store.Kept.Contains(each)))
            {
                element.Nodes().OfType<XText>().Remove();
                foreach (var attribute in element.Attributes().Where(each => !each.IsNamespaceDeclaration && !store.Kept.Contains(each)))
                {
                    attribute.Value = "";
                }
            }

            var name = $"customXml/item{XmlConvert.ToString(i + 1)}.xml";
            var properties = $"customXml/itemProps{XmlConvert.ToString(i + 1)}.xml";
            using (var xml = package.OpenOther(name, "application/xml"))
            {
                store.Root.WriteTo(xml);
            }

            XNamespace ds = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
            using (var xml = package.OpenOther(properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"))
            {
                new XElement(ds + "datastoreItem", new XAttribute(XNamespace.Xmlns + "ds", ds.NamespaceName), new XAttribute(ds + "itemID", store.Id), new XElement(ds + "schemaRefs")).WriteTo(xml);
            }

            package.WriteRelationships(name, [new("rId1", "customXmlProps", $"itemProps{XmlConvert.ToString(i + 1)}.xml", false)]);
            main.Add("customXml", "../" + name);
        }
    }

    private static IEnumerable<Store> Stores(BoundedPackage template)
    {
        foreach (var item in template.RelationshipsOf(template.MainName).Values.Where(each => each.Kind == "customXml" && !each.External))
        {
            var name = PartRelationships.Resolve(template.MainName, item.Target);
            var properties = template.Holds(name) ? template.RelationshipsOf(name).Values.FirstOrDefault(each => each.Kind == "customXmlProps" && !each.External) : null;
            if (properties is not null && PartRelationships.Resolve(name, properties.Target) is var about && template.Holds(about)
                && Load(template, about)?.Attributes().FirstOrDefault(each => each.Name.LocalName == "itemID")?.Value is { } id && Load(template, name) is { } root)
            {
                yield return new(id, root, []);
            }
        }
    }

    private static XElement? Load(BoundedPackage template, string name)
    {
        try
        {
            using var reader = BoundedXml.Open(template.OpenPart(name));
            return XElement.Load(reader);
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }
    }
}

/// <summary>The paths that Word itself writes into bindings: <c>/ns0:root[1]/ns0:title[1]</c>. Others could cost without bound and are not followed.</summary>
internal static class SimplePath
{
    public static XObject? Find(XElement root, string path, string mappings)
    {
        var namespaces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mapping in mappings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = mapping.Split('=', 2);
            if (parts.Length == 2 && parts[0].StartsWith("xmlns:", StringComparison.Ordinal))
            {
                namespaces[parts[0]["xmlns:".Length..]] = parts[1].Trim('\'', '"');
            }
        }

        XElement? at = null;
        var steps = path.TrimStart('/').Split('/');
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i].Trim();
            var number = 1;
            if (step.EndsWith(']') && step.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket)
            {
                if (!int.TryParse(step.AsSpan(bracket + 1, step.Length - bracket - 2), System.Globalization.CultureInfo.InvariantCulture, out number))
                {
                    return null;
                }

                step = step[..bracket];
            }

            if (step.StartsWith('@'))
            {
                return i == steps.Length - 1 ? at?.Attribute(step[1..]) : null;
            }

            var colon = step.IndexOf(':', StringComparison.Ordinal);
            var space = colon < 0 ? "" : namespaces.GetValueOrDefault(step[..colon], "?");
            var local = step[(colon + 1)..];
            var matching = (i == 0 ? [root] : at!.Elements()).Where(each => each.Name.LocalName == local && each.Name.NamespaceName == space);
            if ((at = matching.Skip(number - 1).FirstOrDefault()) is null)
            {
                return null;
            }
        }

        return at;
    }
}
