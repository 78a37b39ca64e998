using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>How far the lines of a paragraph stand from each other in a document, for each size of text.</summary>
internal sealed class LinePitches
{
    /// <summary>Fewer lines than this tell nothing.</summary>
    private const int Few = 6;

    /// <summary>Sizes and pitches are counted in steps of this part of a point.</summary>
    private const float Step = 0.25f;

    private readonly Dictionary<int, float> _usual = [];

    /// <param name="pages">The pages with all their words: those of tagged tables are taken away later.</param>
    public LinePitches(IReadOnlyList<PageContent> pages)
    {
        var counts = new Dictionary<(int Size, int Pitch), int>();
        foreach (var page in pages)
        {
            for (var i = 1; i < page.Words.Count; i++)
            {
                var (before, word) = (page.Words[i - 1], page.Words[i]);
                var pitch = before.Baseline - word.Baseline;
                if (word.Direction == Direction.Right && before.Direction == Direction.Right && Math.Abs(before.Size - word.Size) < Step
                    && pitch > 0.8f * word.Size && pitch < 2 * word.Size && word.Start < before.End)
                {
                    var key = (InSteps(word.Size), InSteps(pitch));
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        foreach (var size in counts.GroupBy(count => count.Key.Size))
        {
            var most = size.MaxBy(count => count.Value);
            if (most.Value >= Few)
            {
                _usual[size.Key] = most.Key.Pitch * Step;
            }
        }
    }

    /// <summary>The usual distance of two lines of a size; null where the document does not tell.</summary>
    public float? Of(float size) => _usual.TryGetValue(InSteps(size), out var pitch) ? pitch : null;

    private static int InSteps(float length) => (int)MathF.Round(length / Step);
}
