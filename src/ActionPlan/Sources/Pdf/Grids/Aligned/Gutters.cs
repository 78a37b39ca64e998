using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>The stretches from left to right that many lines leave open between two texts, and few lie over.</summary>
internal sealed class Gutters
{
    /// <summary>Of the lines at a gutter at least so many times more leave it open than lie over it.</summary>
    private const int Clearly = 3;

    /// <summary>A gap parts no columns where so many times more texts lie over it than leave it open.</summary>
    private const int MostCovered = 2;

    private const int LeastLines = 3;

    private readonly List<float> _places = [];
    private readonly List<bool> _open = [];
    private readonly List<bool> _closed = [];

    /// <param name="region">The lines.</param>
    /// <param name="gaps">The gaps between their texts.</param>
    public static Gutters Of(Region region, List<(float From, float To, int Line)> gaps)
    {
        var changes = new List<(float At, int Gaps, int Texts)>();
        foreach (var (from, to, _) in gaps)
        {
            changes.Add((from, 1, 0));
            changes.Add((to, -1, 0));
        }

        foreach (var chunk in region.Lines.SelectMany(line => line.Chunks))
        {
            changes.Add((chunk.Start, 0, 1));
            changes.Add((chunk.End, 0, -1));
        }

        changes.Sort(static (a, b) => a.At.CompareTo(b.At));
        var gutters = new Gutters();
        int open = 0, covered = 0;
        foreach (var (at, gap, text) in changes)
        {
            open += gap;
            covered += text;
            gutters._places.Add(at);
            gutters._closed.Add(covered > MostCovered * open);
            gutters._open.Add(open >= Math.Max(LeastLines, Clearly * covered));
        }

        return gutters;
    }

    /// <summary>Whether so many texts lie over a place that the few gaps there part no columns.</summary>
    public bool IsClosed(float place)
    {
        var at = _places.BinarySearch(place);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && _closed[at];
    }

    /// <summary>Whether a text stands in a column, and reaches from there into a gutter. What stands in a gutter alone is a column of few texts.</summary>
    public bool IsReachedInto(TextLine chunk)
    {
        bool inGutter = false, inColumn = false;
        var at = _places.BinarySearch(chunk.Start);
        at = at < 0 ? ~at - 1 : at;
        while (at > 0 && _places[at - 1] == chunk.Start)
        {
            at--;
        }

        for (; at >= 0 && at + 1 < _places.Count && _places[at] < chunk.End && !(inGutter && inColumn); at++)
        {
            if (Math.Min(_places[at + 1], chunk.End) - Math.Max(_places[at], chunk.Start) > 0.01f)
            {
                inGutter |= _open[at];
                inColumn |= !_open[at];
            }
        }

        return inGutter && inColumn;
    }
}
