using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Structure;

/// <summary>Reads the structure tree (ISO 32000-1, 14.7) without recursion; an element met twice is kept where it was met first.</summary>
internal sealed class StructureTreeReader(FileObjects file, IReadOnlyDictionary<int, int> pageNumbers)
{
    private readonly HashSet<PdfDictionary> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FrozenDictionary<string, string>> _attributeSets = new(StringComparer.Ordinal);
    private readonly System.Text.StringBuilder _attributeKey = new();
    private PdfDictionary? _roleMap;
    private PdfDictionary? _classMap;

    private sealed class Node(PdfDictionary dictionary, int page, Node? parent, int slot)
    {
        public PdfDictionary Dictionary { get; } = dictionary;

        public int Page { get; } = page;

        public Node? Parent { get; } = parent;

        public int Slot { get; } = slot;

        public List<StructureItem> Items { get; } = [];
    }

    public ImmutableArray<StructureElement> Read()
    {
        if (file.GetDictionary(file.Catalog, "StructTreeRoot") is not { } root)
        {
            return [];
        }

        _roleMap = file.GetDictionary(root, "RoleMap");
        _classMap = file.GetDictionary(root, "ClassMap");
        _seen.Add(root);
        var top = new Node(root, 0, null, 0);
        var nodes = new List<Node> { top };
        // Breadth does not matter for the order: every node has its slot among its parent's items.
        for (var i = 0; i < nodes.Count; i++)
        {
            AddKids(nodes[i], nodes);
        }

        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var node = nodes[i];
            node.Parent!.Items[node.Slot] = new StructureItem(Make(node), null);
        }

        return [.. top.Items.Where(item => item.Element is not null).Select(item => item.Element!)];
    }

    private void AddKids(Node node, List<Node> nodes)
    {
        var kids = file.Get(node.Dictionary, "K");
        foreach (var kid in kids.AsArray() ?? [node.Dictionary["K"]])
        {
            var value = file.Resolve(kid);
            if (value.IsNumber)
            {
                node.Items.Add(new StructureItem(null, new ContentReference(node.Page, value.AsInteger(), 0)));
                continue;
            }

            if (value.AsDictionary() is not { } dictionary)
            {
                continue;
            }

            var page = dictionary["Pg"] is { Kind: PdfKind.Reference } own && pageNumbers.TryGetValue(own.ReferenceNumber, out var number) ? number : node.Page;
            if (dictionary.IsType("MCR") || (dictionary.Contains("MCID") && !dictionary.Contains("S")))
            {
                // 14.7.4.2: content of a form is named by the form's stream.
                var form = dictionary["Stm"].ReferenceNumber;
                node.Items.Add(new StructureItem(null, new ContentReference(page, file.Get(dictionary, "MCID").AsInteger(-1), form)));
            }
            else if (!dictionary.IsType("OBJR"))
            {
                Enter(node, nodes, dictionary, page);
            }
        }
    }

    private void Enter(Node parent, List<Node> nodes, PdfDictionary dictionary, int page)
    {
        if (nodes.Count > file.Limits.MaxStructureElements)
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, $"The structure tree has more than {file.Limits.MaxStructureElements} elements; the others were left out.");
            return;
        }

        if (!_seen.Add(dictionary))
        {
            file.Log.Add(PdfDiagnosticCode.StructureDamaged, "An element stands in the structure tree more than once; it was kept where it was met first.");
            return;
        }

        nodes.Add(new Node(dictionary, page, parent, parent.Items.Count));
        parent.Items.Add(default);
    }

    private StructureElement Make(Node node)
    {
        var dictionary = node.Dictionary;
        var tag = file.Get(dictionary, "S").AsName() ?? "";
        return new StructureElement(
            Role(dictionary, tag),
            tag,
            Text(dictionary, "ID"),
            Text(dictionary, "T"),
            Text(dictionary, "Lang"),
            Text(dictionary, "Alt"),
            Text(dictionary, "ActualText"),
            Attributes(dictionary),
            [.. node.Items]);
    }

    private string? Text(PdfDictionary dictionary, string key) => file.Get(dictionary, key).AsString() is { } bytes ? TextStrings.Decode(bytes) : null;

    // 14.7.3, and the maps of namespaces of ISO 32000-2, 14.7.4.
    private string Role(PdfDictionary element, string tag)
    {
        if (file.GetDictionary(element, "NS") is { } space && file.GetDictionary(space, "RoleMapNS") is { } spaceMap)
        {
            var mapped = file.Get(spaceMap, tag);
            tag = mapped.AsName() ?? (mapped.AsArray() is { Length: > 0 } pair ? file.Resolve(pair[0]).AsName() : null) ?? tag;
        }

        if (_roles.TryGetValue(tag, out var known))
        {
            return known;
        }

        var role = tag;
        for (var steps = 0; _roleMap is not null && !IsStandard(role) && file.Get(_roleMap, role).AsName() is { } next; steps++)
        {
            if (steps >= file.Limits.MaxReferenceSteps)
            {
                file.Log.Add(PdfDiagnosticCode.LimitReached, $"The role {tag} is led from role to role by more steps than the limits allow.");
                break;
            }

            role = next;
        }

        return _roles[tag] = role;
    }

    private static bool IsStandard(string role) => role is "Document" or "Part" or "Sect" or "Div" or "Table" or "TR" or "TH" or "TD" or "THead" or "TBody" or "TFoot" or "P"
        or "H" or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "L" or "LI" or "Lbl" or "LBody" or "Span" or "Link" or "Figure" or "Caption" or "Note" or "Artifact";

    private FrozenDictionary<string, string> Attributes(PdfDictionary element)
    {
        if (!element.Contains("A") && !element.Contains("C"))
        {
            return FrozenDictionary<string, string>.Empty;
        }

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        // The element's own attributes go before those of its classes (14.7.5.3): first come, first kept.
        TakeAttributes(file.Get(element, "A"), attributes);
        var classes = file.Get(element, "C");
        foreach (var item in classes.AsArray() ?? [classes])
        {
            if (_classMap is not null && file.Resolve(item).AsName() is { } name)
            {
                TakeAttributes(file.Get(_classMap, name), attributes);
            }
        }

        return attributes.Count == 0 ? FrozenDictionary<string, string>.Empty : Shared(attributes);
    }

    /// <summary>One set for all elements with the same attributes: a table has thousands of cells of one kind.</summary>
    private FrozenDictionary<string, string> Shared(Dictionary<string, string> attributes)
    {
        _attributeKey.Clear();
        foreach (var (name, value) in attributes)
        {
            _attributeKey.Append(name.Length).Append(' ').Append(name).Append(value.Length).Append(' ').Append(value);
        }

        ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(_attributeSets, _attributeKey.ToString(), out _);
        return set ??= attributes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void TakeAttributes(PdfValue value, Dictionary<string, string> attributes)
    {
        foreach (var item in value.AsArray() ?? [value])
        {
            if (file.Resolve(item).AsDictionary() is not { } owner)
            {
                continue;
            }

            foreach (var key in owner.Keys)
            {
                if (attributes.Count >= file.Limits.MaxAttributes)
                {
                    file.Log.Add(PdfDiagnosticCode.LimitReached, "An element of the structure tree has more attributes than the limits allow.");
                    return;
                }

                if (key != "O" && Printed(file.Get(owner, key)) is { } text)
                {
                    attributes.TryAdd(key, text);
                }
            }
        }
    }

    private string? Printed(PdfValue value) => value.Kind switch
    {
        PdfKind.Name => value.AsName(),
        PdfKind.Integer or PdfKind.Real => value.AsNumber().ToString(CultureInfo.InvariantCulture),
        PdfKind.Boolean => value.AsBoolean() ? "true" : "false",
        PdfKind.String => TextStrings.Decode(value.AsString()),
        PdfKind.Array => string.Join(' ', value.AsArray()!.Take(file.Limits.MaxAttributes).Select(item => file.Resolve(item)).Where(item => item.Kind != PdfKind.Array).Select(Printed)),
        _ => null,
    };
}
