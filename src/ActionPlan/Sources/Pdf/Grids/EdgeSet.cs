using ActionPlan.Pdf;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids;

/// <summary>An edge of cells: a level one at a height, or an upright one at a distance from the left.</summary>
/// <param name="At">The height, or the distance.</param>
/// <param name="From">Where it begins, along its own direction.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Edge(float At, float From, float To)
{
    public float Length => To - From;
}

/// <summary>The edges that a page draws, in groups that touch each other: each group may be a table.</summary>
internal sealed class EdgeSet
{
    /// <summary>Lines nearer than this are one line drawn twice, or the two sides of a thick one.</summary>
    public const float Same = 2.5f;

    /// <summary>Lines whose ends lie nearer than this touch.</summary>
    private const float Touch = 3f;

    public required List<Edge> Level { get; init; }

    public required List<Edge> Upright { get; init; }

    /// <summary>The groups of edges of a page that touch, those that could hold a table.</summary>
    public static List<EdgeSet> Of(PageContent page)
    {
        var level = new List<Edge>();
        var upright = new List<Edge>();
        foreach (var ruling in page.Rulings)
        {
            if (ruling.Length < 4)
            {
                continue;
            }

            (ruling.IsHorizontal ? level : upright).Add(ruling.IsHorizontal
                ? new((ruling.Y0 + ruling.Y1) / 2, ruling.X0, ruling.X1)
                : new((ruling.X0 + ruling.X1) / 2, ruling.Y0, ruling.Y1));
        }

        return Groups(Merge(level), Merge(upright));
    }

    /// <summary>One edge for all that lie on one line and touch.</summary>
    public static List<Edge> Merge(List<Edge> edges)
    {
        edges.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.From.CompareTo(b.From));
        var merged = new List<Edge>(edges.Count);
        for (var i = 0; i < edges.Count;)
        {
            var end = i + 1;
            while (end < edges.Count && edges[end].At - edges[end - 1].At <= 1 && edges[end].At - edges[i].At <= Same)
            {
                end++;
            }

            var band = edges.GetRange(i, end - i);
            band.Sort(static (a, b) => a.From.CompareTo(b.From));
            var at = Middle(band);
            var (from, to) = (band[0].From, band[0].To);
            foreach (var edge in band)
            {
                if (edge.From > to + Touch)
                {
                    merged.Add(new(at, from, to));
                    (from, to) = (edge.From, edge.To);
                }

                to = Math.Max(to, edge.To);
            }

            merged.Add(new(at, from, to));
            i = end;
        }

        return merged;
    }

    private static float Middle(List<Edge> band)
    {
        var sum = 0d;
        foreach (var edge in band)
        {
            sum += edge.At;
        }

        return (float)(sum / band.Count);
    }

    private static List<EdgeSet> Groups(List<Edge> level, List<Edge> upright)
    {
        var parent = new int[level.Count + upright.Count];
        for (var i = 0; i < parent.Length; i++)
        {
            parent[i] = i;
        }

        // Upright edges are sorted by their distance from the left: each level edge meets a stretch of them.
        for (var i = 0; i < level.Count; i++)
        {
            for (var j = FirstFrom(upright, level[i].From - Touch); j < upright.Count && upright[j].At <= level[i].To + Touch; j++)
            {
                if (upright[j].From - Touch <= level[i].At && upright[j].To + Touch >= level[i].At)
                {
                    parent[Root(parent, i)] = Root(parent, level.Count + j);
                }
            }
        }

        var groups = new List<EdgeSet>();
        var byRoot = new Dictionary<int, EdgeSet>();
        for (var i = 0; i < parent.Length; i++)
        {
            var root = Root(parent, i);
            if (!byRoot.TryGetValue(root, out var group))
            {
                byRoot[root] = group = new() { Level = [], Upright = [] };
                groups.Add(group);
            }

            if (i < level.Count)
            {
                group.Level.Add(level[i]);
            }
            else
            {
                group.Upright.Add(upright[i - level.Count]);
            }
        }

        return groups;
    }

    private static int FirstFrom(List<Edge> edges, float at)
    {
        int low = 0, high = edges.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = edges[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}
