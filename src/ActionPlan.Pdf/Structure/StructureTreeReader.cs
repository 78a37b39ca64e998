using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Structure;

/// <summary>Reads the structure tree (ISO 32000-1, 14.7) in its own order without recursion; an element met twice is kept where it was met first.</summary>
internal sealed class StructureTreeReader(FileObjects file, IReadOnlyDictionary<int, int> pageNumbers)
{
    private readonly HashSet<int> _seen = [];
    private readonly HashSet<PdfDictionary> _seenInPlace = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly AttributeReader _attributes = new(file);

    // The elements from the root to the one that is read, and beyond them some to be used again: of a large tree only these are held as objects of the file.
    private readonly List<OpenElement> _open = [];
    private int _depth = -1;
    private int _elements;
    private PdfDictionary? _roleMap;

    public ImmutableArray<StructureElement> Read()
    {
        if (file.GetDictionary(file.Catalog, "StructTreeRoot") is not { } root)
        {
            return [];
        }

        _roleMap = file.GetDictionary(root, "RoleMap");
        _attributes.Classes = file.GetDictionary(root, "ClassMap");
        _seen.Add(file.Catalog["StructTreeRoot"].ReferenceNumber);
        _seenInPlace.Add(root);
        Enter(root, 0);
        while (true)
        {
            var element = _open[_depth];
            if (element.TakeKid(out var kid))
            {
                Add(element, kid);
                continue;
            }

            if (_depth == 0)
            {
                return Elements(element.TakeItems());
            }

            _depth--;
            _open[_depth].Add(new StructureItem(Make(element.Dictionary, element.TakeItems()), null));
        }
    }

    private static ImmutableArray<StructureElement> Elements(ImmutableArray<StructureItem> items)
    {
        var elements = ImmutableArray.CreateBuilder<StructureElement>();
        foreach (var item in items)
        {
            if (item.Element is { } element)
            {
                elements.Add(element);
            }
        }

        return elements.ToImmutable();
    }

    private void Add(OpenElement parent, PdfValue kid)
    {
        var value = file.ResolveOnce(kid, out var number);
        if (value.IsNumber)
        {
            parent.Add(new StructureItem(null, new ContentReference(parent.Page, value.AsInteger(), 0)));
            return;
        }

        if (value.AsDictionary() is not { } dictionary)
        {
            return;
        }

        var page = dictionary["Pg"] is { Kind: PdfKind.Reference } own && pageNumbers.TryGetValue(own.ReferenceNumber, out var found) ? found : parent.Page;
        if (dictionary.IsType("MCR") || (dictionary.Contains("MCID") && !dictionary.Contains("S")))
        {
            // 14.7.4.2: content of a form is named by the form's stream.
            var form = dictionary["Stm"].ReferenceNumber;
            parent.Add(new StructureItem(null, new ContentReference(page, file.Get(dictionary, "MCID").AsInteger(-1), form)));
        }
        else if (!dictionary.IsType("OBJR") && IsNew(dictionary, number))
        {
            Enter(dictionary, page);
        }
    }

    private bool IsNew(PdfDictionary dictionary, int number)
    {
        if (_elements >= file.Limits.MaxStructureElements)
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, $"The structure tree has more than {file.Limits.MaxStructureElements} elements; the others were left out.");
            return false;
        }

        if (!(number > 0 ? _seen.Add(number) : _seenInPlace.Add(dictionary)))
        {
            file.Log.Add(PdfDiagnosticCode.StructureDamaged, "An element stands in the structure tree more than once; it was kept where it was met first.");
            return false;
        }

        _elements++;
        return true;
    }

    private void Enter(PdfDictionary dictionary, int page)
    {
        var kids = dictionary["K"];
        if (kids.Kind == PdfKind.Reference && file.ResolveOnce(kids, out var number) is { Kind: PdfKind.Array })
        {
            // Kept, so that the elements in a list that stands twice are the same ones.
            kids = file.Get(number);
        }

        if (++_depth == _open.Count)
        {
            _open.Add(new OpenElement());
        }

        _open[_depth].Begin(dictionary, page, kids);
    }

    private StructureElement Make(PdfDictionary dictionary, ImmutableArray<StructureItem> items)
    {
        var tag = file.Get(dictionary, "S").AsName() ?? "";
        return new StructureElement(
            Role(dictionary, tag),
            tag,
            Text(dictionary, "ID"),
            Text(dictionary, "T"),
            Text(dictionary, "Lang"),
            Text(dictionary, "Alt"),
            Text(dictionary, "ActualText"),
            _attributes.Of(dictionary),
            items);
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

    /// <summary>An element whose kids are being read.</summary>
    private sealed class OpenElement
    {
        private PdfValue _kid;
        private PdfValue[]? _kids;
        private int _next;
        private StructureItem[] _items = [];
        private int _count;

        public PdfDictionary Dictionary { get; private set; } = PdfDictionary.Empty;

        public int Page { get; private set; }

        public void Begin(PdfDictionary dictionary, int page, PdfValue kids)
        {
            (Dictionary, Page, _kid, _kids, _next, _count) = (dictionary, page, kids, kids.AsArray(), 0, 0);
            var most = _kids?.Length ?? (kids.IsNull ? 0 : 1);
            _items = most == 0 ? [] : new StructureItem[most];
        }

        public bool TakeKid(out PdfValue kid)
        {
            var more = _next < _items.Length;
            kid = more ? (_kids is null ? _kid : _kids[_next]) : PdfValue.Null;
            _next++;
            return more;
        }

        public void Add(in StructureItem item) => _items[_count++] = item;

        public ImmutableArray<StructureItem> TakeItems()
        {
            var items = _items;
            Array.Resize(ref items, _count);
            _items = [];
            return ImmutableCollectionsMarshal.AsImmutableArray(items);
        }
    }
}
