namespace ActionPlan.Pdf.Syntax;

/// <summary>A page with what it inherits (ISO 32000-1, 7.7.3.4).</summary>
internal sealed record PageEntry(int ObjectNumber, PdfDictionary Dictionary, PdfDictionary Resources, PdfValue MediaBox, PdfValue CropBox, int Rotate);

/// <summary>Walks the page tree in order, without recursion and without following loops.</summary>
internal sealed class PageTree(FileObjects file)
{
    private const string TooManyPages = "The file has more pages than the limits allow; the others are not given.";

    private readonly List<PageEntry> _pages = [];
    private readonly HashSet<object> _seen = [];
    private bool _broken;

    public static PageEntry[] Read(FileObjects file)
    {
        var tree = new PageTree(file);
        tree.Walk(file.Catalog["Pages"]);
        var claimed = file.GetDictionary(file.Catalog, "Pages") is { } root ? file.Get(root, "Count").AsInteger() : 0;
        if (tree._pages.Count == 0 || (tree._broken && !file.WasRebuilt))
        {
            file.UseRebuilt();
            var again = new PageTree(file);
            again.Walk(file.Catalog["Pages"]);
            if (again._pages.Count == 0)
            {
                again.TakeLoosePages();
            }

            if (again._pages.Count > tree._pages.Count)
            {
                tree = again;
            }

            claimed = Math.Max(claimed, file.GetDictionary(file.Catalog, "Pages") is { } newRoot ? file.Get(newRoot, "Count").AsInteger() : 0);
        }

        if (claimed > tree._pages.Count && tree._pages.Count < file.Limits.MaxPages)
        {
            file.Log.Add(PdfDiagnosticCode.PagesLost, $"The file claims {claimed} pages; {tree._pages.Count} were found.");
        }
        else if (file.WasRebuilt && file.Data.Span[^Math.Min(2048, file.Data.Length)..].IndexOf("%%EOF"u8) < 0)
        {
            file.Log.Add(PdfDiagnosticCode.PagesLost, "The file's end is missing; pages may be lost.");
        }

        return [.. tree._pages];
    }

    private void Walk(PdfValue root)
    {
        var empty = new PageEntry(0, PdfDictionary.Empty, PdfDictionary.Empty, PdfValue.Null, PdfValue.Null, 0);
        var pending = new Stack<(PdfValue Node, PageEntry Inherited, int Depth)>();
        pending.Push((root, empty, 0));
        while (pending.TryPop(out var item))
        {
            var (node, inherited, depth) = item;
            if (file.Resolve(node).AsDictionary() is not { } dictionary)
            {
                _broken |= !node.IsNull;
                continue;
            }

            var own = new PageEntry(
                node.ReferenceNumber,
                dictionary,
                file.GetDictionary(dictionary, "Resources") ?? inherited.Resources,
                Or(file.Get(dictionary, "MediaBox"), inherited.MediaBox),
                Or(file.Get(dictionary, "CropBox"), inherited.CropBox),
                file.Get(dictionary, "Rotate") is { IsNumber: true } rotate ? rotate.AsInteger() : inherited.Rotate);
            var kids = file.GetArray(dictionary, "Kids");
            if (kids is null)
            {
                if (IsPage(dictionary))
                {
                    Add(own);
                }

                continue;
            }

            if (!_seen.Add(dictionary))
            {
                file.Log.Add(PdfDiagnosticCode.PageTreeRepaired, "A node of the page tree is listed more than once; it was read once.");
                continue;
            }

            if (depth >= file.Limits.MaxNesting)
            {
                file.Log.Add(PdfDiagnosticCode.LimitReached, "The page tree is nested deeper than the limits allow.");
                continue;
            }

            if (_pages.Count >= file.Limits.MaxPages)
            {
                file.Log.Add(PdfDiagnosticCode.LimitReached, TooManyPages);
                return;
            }

            for (var i = kids.Length - 1; i >= 0; i--)
            {
                if (pending.Count > file.Limits.MaxObjects)
                {
                    file.Log.Add(PdfDiagnosticCode.LimitReached, "The page tree has more nodes than the limits allow.");
                    break;
                }

                pending.Push((kids[i], own, depth + 1));
            }
        }
    }

    private static bool IsPage(PdfDictionary dictionary) =>
        dictionary.IsType("Page") || dictionary.Contains("Contents") || (!dictionary.IsType("Pages") && !dictionary.IsType("Catalog") && (dictionary.Contains("MediaBox") || dictionary.Contains("Parent")));

    private void Add(PageEntry page)
    {
        if (_pages.Count < file.Limits.MaxPages)
        {
            _pages.Add(page);
        }
        else
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, TooManyPages);
        }
    }

    /// <summary>Where there is no tree: every page object, in the order of their numbers.</summary>
    private void TakeLoosePages()
    {
        foreach (var number in file.Numbers)
        {
            if (file.Get(number) is { Kind: PdfKind.Dictionary } value && value.AsDictionary() is { } dictionary && dictionary.IsType("Page"))
            {
                Walk(PdfValue.Reference(number, 0));
            }
        }

        if (_pages.Count > 0)
        {
            file.Log.Add(PdfDiagnosticCode.PageTreeRepaired, "The page tree is missing; the pages were taken in the order of their numbers.");
        }
    }

    private static PdfValue Or(PdfValue own, PdfValue inherited) => own.IsNull ? inherited : own;
}
