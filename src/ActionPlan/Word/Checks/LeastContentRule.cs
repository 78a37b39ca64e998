using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>
/// A cell, and whatever else holds blocks, has a paragraph and ends in one; a table has a row, a row a cell, a content control something
/// (ECMA-376-1 clauses 17.4.65, 17.4.78, 17.5.2).
/// </summary>
internal sealed class LeastContentRule(CheckFindings findings) : MarkupRule(findings)
{
    private static readonly HashSet<string> OfBlocks = new(StringComparer.Ordinal) { "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent" };

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (element.IsWord && element.Name is "p" or "tbl" or "tr" or "tc" or "altChunk" or "sdtContent" && Holder(element) is { } holder)
        {
            holder.LastContent = element.Name;
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.IsWord)
        {
            return;
        }

        var isEmpty = element.Name switch
        {
            "tbl" => element.LastContent != "tr",
            "tr" => element.LastContent != "tc",
            "sdt" => element.LastContent is null,
            "sdtContent" => element.Children == 0,
            _ => OfBlocks.Contains(element.Name) && element.LastContent is null,
        };
        if (isEmpty)
        {
            Find(DiagnosticCatalog.ContentMissing, place, element.Name, place.Part);
        }
        else if (element.LastContent == "tbl" && OfBlocks.Contains(element.Name))
        {
            Find(DiagnosticCatalog.EndsInTable, place, element.Name, place.Part);
        }
    }

    /// <summary>What the element is content of: controls and tracked changes in between are transparent.</summary>
    private static MarkupElement? Holder(MarkupElement element)
    {
        var holder = element.Parent;
        if (element.Name == "sdtContent")
        {
            return holder;
        }

        while (holder is { IsWord: true } && holder.Name is "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo")
        {
            holder = holder.Parent;
        }

        return holder;
    }
}
