using System.Runtime.InteropServices;
using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Tagged;

/// <summary>Finds the words of marked content, and what the structure tree says of words outside of tables.</summary>
internal sealed class TagIndex
{
    private static readonly List<PrintedWord> None = [];

    private readonly Dictionary<ContentReference, List<PrintedWord>> _words = [];
    private readonly Dictionary<ContentReference, TaggedBlock> _blocks = [];
    private int _next;

    public TagIndex(IReadOnlyList<PageContent> pages)
    {
        List<PrintedWord>? last = null;
        var lastKey = default(ContentReference);
        foreach (var page in pages)
        {
            foreach (var word in page.Words)
            {
                if (word.Content < 0 || word.IsArtifact)
                {
                    continue;
                }

                // Words of one content mostly follow each other.
                var key = new ContentReference(page.Number, word.Content, word.Form);
                if (last is null || key != lastKey)
                {
                    ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, key, out _);
                    (last, lastKey) = (words ??= [], key);
                }

                last.Add(word);
            }
        }
    }

    public List<PrintedWord> WordsOf(ContentReference content) => _words.GetValueOrDefault(content) ?? None;

    /// <summary>The paragraph or heading that a word is part of; null where the tree says none.</summary>
    public TaggedBlock? BlockOf(int page, PrintedWord word) => _blocks.GetValueOrDefault(new(page, word.Content, word.Form));

    /// <summary>Takes in the paragraphs and headings of the tree.</summary>
    public void AddBlocks(IEnumerable<StructureElement> elements)
    {
        var open = new Stack<(StructureElement Element, TaggedBlock? Block)>();
        foreach (var element in elements.Reverse())
        {
            open.Push((element, null));
        }

        while (open.TryPop(out var next))
        {
            var block = TaggedBlock.IsBlock(next.Element.Role) ? new TaggedBlock(_next++, TaggedBlock.LevelOf(next.Element.Role), next.Element.Role is "Title") : next.Block;
            for (var i = next.Element.Items.Length - 1; i >= 0; i--)
            {
                var item = next.Element.Items[i];
                if (item.Element is { } child)
                {
                    open.Push((child, block));
                }
                else if (item.Content is { } content && block is not null)
                {
                    _blocks.TryAdd(content, block);
                }
            }
        }
    }
}

/// <summary>A paragraph or heading of the structure tree.</summary>
/// <param name="Number">Its number in the order of the tree.</param>
/// <param name="Level">The level of a heading, from 1; 0 for others.</param>
/// <param name="IsTitle">Whether it is marked as the title.</param>
internal sealed record TaggedBlock(int Number, int Level, bool IsTitle)
{
    public static bool IsBlock(string role) => role is "P" or "Title" or "LI" or "Caption" or "TOCI" or "Note" or "BlockQuote" || LevelOf(role) > 0;

    public static int LevelOf(string role) => role switch
    {
        ['H', >= '1' and <= '6'] => role[1] - '0',
        "H" => 1,
        _ => 0,
    };
}
