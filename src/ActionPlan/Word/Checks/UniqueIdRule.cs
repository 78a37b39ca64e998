using System.Globalization;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>Content controls, paragraphs and drawings have ids that stand once in the whole file.</summary>
internal sealed class UniqueIdRule(CheckFindings findings) : MarkupRule(findings)
{
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    private readonly HashSet<string> _controls = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paragraphs = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _drawings = new(StringComparer.Ordinal);

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (element.Is("id") && element.Parent?.Is("sdtPr") == true)
        {
            var id = Value(reader, "val") ?? "";
            if (!int.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || !_controls.Add(id))
            {
                Find(DiagnosticCatalog.ControlIdTwice, place, id, place.Part);
            }
        }
        else if (element.IsWord && element.Name is "p" or "tr" && reader.GetAttribute("paraId", Wml.W14.NamespaceName) is { } paragraph)
        {
            // Word refuses a file with one of 0x80000000 or above.
            if (!uint.TryParse(paragraph, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || number is 0 or >= 0x80000000 || !_paragraphs.Add(paragraph))
            {
                Find(DiagnosticCatalog.ParagraphIdTwice, place, paragraph, place.Part);
            }
        }
        else if (element.Name == "docPr" && reader.NamespaceURI == Drawing && reader.GetAttribute("id") is { } drawing && !_drawings.Add(drawing))
        {
            Find(DiagnosticCatalog.DrawingIdTwice, place, drawing, place.Part);
        }
    }
}

/// <summary>Bookmarks begin and end in one part, with ids and names that stand once.</summary>
internal sealed class BookmarkRule(CheckFindings findings) : MarkupRule(findings)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public override void BeginPart(MarkupPlace place)
    {
        _open.Clear();
        _seen.Clear();
    }

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!element.IsWord || element.Name is not ("bookmarkStart" or "bookmarkEnd"))
        {
            return;
        }

        var id = Value(reader, "id") ?? "";
        if (element.Name == "bookmarkEnd")
        {
            if (!_open.Remove(id))
            {
                Find(DiagnosticCatalog.BookmarkUnpaired, place, id, place.Part);
            }

            return;
        }

        var name = Value(reader, "name") ?? "";
        _open[id] = name;
        if (!_seen.Add(id) || !_names.Add(name))
        {
            Find(DiagnosticCatalog.BookmarkTwice, place, name, place.Part);
        }
    }

    public override void EndPart(MarkupPlace place)
    {
        foreach (var (_, name) in _open)
        {
            Find(DiagnosticCatalog.BookmarkUnpaired, place, name, place.Part);
        }
    }
}
