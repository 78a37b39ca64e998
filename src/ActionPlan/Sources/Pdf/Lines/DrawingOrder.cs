using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Puts what is drawn in no order back into the order of reading.</summary>
internal static class DrawingOrder
{
    /// <summary>Where so many glyphs of ten do not stand just after the one drawn before them, letters are drawn singly and in no order.</summary>
    private const int MostApart = 4;

    /// <summary>Pages of fewer glyphs tell nothing of their order.</summary>
    private const int FewGlyphs = 40;

    /// <summary>A glyph stands just after another within this part of its size.</summary>
    private const float Near = 1;

    /// <summary>Glyphs of a line stand on baselines this near, as a part of their size.</summary>
    private const float SameBaseline = 0.05f;

    /// <summary>The lines of a cell begin within so many points of each other.</summary>
    private const float SameStart = 1;

    /// <summary>The lines of a cell stand at most so many font sizes apart.</summary>
    private const float FarApart = 3;

    /// <summary>The glyphs as they are drawn; line by line and from left to right where they are drawn singly in no order.</summary>
    public static ReadOnlySpan<Glyph> InLines(ReadOnlySpan<Glyph> glyphs)
    {
        var apart = 0;
        for (var i = 1; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            ref readonly var before = ref glyphs[i - 1];
            var (x, y) = (glyph.BaselineX - before.BaselineX - before.AdvanceX, glyph.BaselineY - before.BaselineY - before.AdvanceY);
            apart += (x * x) + (y * y) > Near * glyph.Size * glyph.Size ? 1 : 0;
        }

        return glyphs.Length < FewGlyphs || apart * 10 < glyphs.Length * MostApart ? glyphs : Sorted(glyphs);
    }

    private static Glyph[] Sorted(ReadOnlySpan<Glyph> glyphs)
    {
        var places = new (Direction Direction, float Baseline, float Start, int At)[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var direction = Directions.Of(glyphs[i]);
            var (start, baseline) = Directions.Turn(direction, glyphs[i].BaselineX, glyphs[i].BaselineY);
            places[i] = (direction, baseline, start, i);
        }

        Array.Sort(places, static (a, b) => a.Direction != b.Direction ? a.Direction.CompareTo(b.Direction) : a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.At.CompareTo(b.At));
        for (var from = 0; from < places.Length;)
        {
            var end = from + 1;
            while (end < places.Length && places[end].Direction == places[from].Direction && places[from].Baseline - places[end].Baseline <= SameBaseline * glyphs[places[from].At].Size)
            {
                end++;
            }

            Array.Sort(places, from, end - from, Comparer<(Direction, float, float Start, int At)>.Create(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.At.CompareTo(b.At)));
            from = end;
        }

        var sorted = new Glyph[glyphs.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = glyphs[places[i].At];
        }

        return sorted;
    }

    /// <summary>The words of a page cell by cell, whatever the order in which they are drawn: texts that begin one below the other belong together.</summary>
    public static List<PrintedWord> InCells(List<PrintedWord> words)
    {
        var cells = new List<List<PrintedWord>>();
        var open = new List<(TextLine Last, List<PrintedWord> Cell)>();
        foreach (var text in LineBuilder.Build(words.FindAll(word => word.Direction == Direction.Right)).SelectMany(LineSegments.Of))
        {
            open.RemoveAll(other => other.Last.Baseline - text.Baseline > FarApart * text.Size);
            var at = open.FindIndex(other => Math.Abs(other.Last.Start - text.Start) < SameStart);
            if (at < 0)
            {
                cells.Add([.. text.Words]);
                open.Add((text, cells[^1]));
            }
            else
            {
                open[at].Cell.AddRange(text.Words);
                open[at] = (text, open[at].Cell);
            }
        }

        return [.. cells.SelectMany(cell => cell)];
    }
}
