using System.Globalization;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>Space comes from the styles: empty paragraphs or lines in a row are read out one by one.</summary>
internal sealed class EmptyParagraphRule(CheckFindings findings) : MarkupRule(findings)
{
    // Of the line that is open in each open paragraph: one may stand in the text box of another.
    private readonly Stack<bool> _hasContent = new();
    private int _empty;
    private int _depth;
    private int _places;
    private (int Count, string After) _first;
    private string _before = "";

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!place.IsMain)
        {
            return;
        }

        if (element.Is("p"))
        {
            _hasContent.Push(false);
        }
        else if (element.Is("tbl"))
        {
            Close();
            _depth++;
        }
        else if (element.Is("cr") || (element.Is("br") && Value(reader, "type") is null or "textWrapping"))
        {
            EndLine(place);
            _hasContent.Push(false);
        }
        else if (element.IsWord ? Shows(element) : element.Name == "oMath")
        {
            Content();
        }
    }

    public override void Text(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Content();
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!place.IsMain)
        {
            return;
        }

        if (element.Is("tbl"))
        {
            _depth--;
        }
        else if (element.Is("p"))
        {
            EndLine(place);
        }
    }

    public override void EndPart(MarkupPlace place)
    {
        if (!place.IsMain)
        {
            return;
        }

        Close();
        if (_places > 0)
        {
            Find(DiagnosticCatalog.ParagraphsEmpty, place, _first.Count.ToString(CultureInfo.InvariantCulture), _first.After, _places.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Whether an element is seen without a text: a picture, a field, a border or an underline, the end of a page.</summary>
    private static bool Shows(MarkupElement element) =>
        element.Name is "drawing" or "pict" or "object" or "sym" or "fldSimple" or "instrText" or "br" or "tab" or "ptab" or "footnoteReference" or "endnoteReference"
            ? element.Parent?.Is("tabs") != true
            : (element.Name is "sectPr" or "pBdr" or "framePr" or "pageBreakBefore" && element.Parent?.Is("pPr") == true) || (element.Name == "u" && element.Parent?.Parent?.Is("r") == true);

    private void Content()
    {
        if (_hasContent.TryPop(out _))
        {
            _hasContent.Push(true);
        }

        Close();
    }

    private void EndLine(MarkupPlace place)
    {
        if (_hasContent.TryPop(out var hasContent) && !hasContent && _depth == 0 && _empty++ == 0)
        {
            _before = place.TextBefore;
        }
    }

    private void Close()
    {
        if (_empty > 1)
        {
            _first = _places++ == 0 ? (_empty, _before) : _first;
        }

        _empty = 0;
    }
}
