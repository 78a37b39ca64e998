using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>What a document says outside of its plan: paragraphs, page margins, other tables, heading rows. Somebody may have answered there.</summary>
internal static class BesideThePlan
{
    public static ValueList<TextBeside> Of(SourceDocument document, List<FoundTable> found, AccountBook account)
    {
        var texts = new List<TextBeside>();
        var first = found.Find(table => table.IsUsed)?.Grid;
        var follows = false;
        foreach (var block in document.Body)
        {
            if (block is SourceParagraph { Role: not ParagraphRole.Contents } paragraph && !paragraph.Text.IsEmpty)
            {
                texts.Add(new(paragraph.Text.Text, new(paragraph.Page), follows));
            }

            follows |= ReferenceEquals(block, first);
        }

        foreach (var paragraph in document.Margins)
        {
            texts.Add(new(paragraph.Text.Text, InMargin: true));
        }

        texts.AddRange(account.Beside.Select(text => text with { Follows = text.Place.Table >= first?.Index }));
        return texts.ToValueList();
    }
}
