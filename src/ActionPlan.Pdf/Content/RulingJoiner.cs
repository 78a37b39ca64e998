namespace ActionPlan.Pdf.Content;

/// <summary>Joins rulings that lie on one line and touch or overlap: cell borders drawn piece by piece, drawn twice, or dot by dot.</summary>
internal static class RulingJoiner
{
    /// <summary>How far ends may stand apart, in points.</summary>
    private const float Gap = 1f;

    /// <summary>How far lines may lie beside each other, in points.</summary>
    private const float Beside = 0.3f;

    public static void Join(PooledList<Ruling> rulings)
    {
        var items = rulings.Items;
        if (items.Length < 2)
        {
            return;
        }

        items.Sort(static (a, b) =>
        {
            var order = a.IsHorizontal.CompareTo(b.IsHorizontal);
            order = order != 0 ? order : Line(a).CompareTo(Line(b));
            return order != 0 ? order : Start(a).CompareTo(Start(b));
        });

        // Lines of one place are at most Beside apart from the first of them; within such a band they are swept along.
        var kept = 0;
        for (var from = 0; from < items.Length;)
        {
            var to = from + 1;
            while (to < items.Length && items[to].IsHorizontal == items[from].IsHorizontal && Line(items[to]) - Line(items[from]) <= Beside)
            {
                to++;
            }

            var band = items[from..to];
            band.Sort(static (a, b) => Start(a).CompareTo(Start(b)));
            var current = band[0];
            foreach (var next in band[1..])
            {
                if (Start(next) <= End(current) + Gap && next.IsDashed == current.IsDashed && Math.Abs(next.Width - current.Width) <= Math.Max(0.5f, current.Width))
                {
                    current = Extend(current, next);
                }
                else
                {
                    items[kept++] = current;
                    current = next;
                }
            }

            items[kept++] = current;
            from = to;
        }

        rulings.RemoveTo(kept);
    }

    private static Ruling Extend(Ruling a, Ruling b)
    {
        var width = Math.Max(a.Width, b.Width);
        var colour = b.Length > a.Length ? b.Colour : a.Colour;
        return a.IsHorizontal
            ? a with { X1 = Math.Max(a.X1, b.X1), Width = width, Colour = colour }
            : a with { Y1 = Math.Max(a.Y1, b.Y1), Width = width, Colour = colour };
    }

    private static float Line(in Ruling ruling) => ruling.IsHorizontal ? ruling.Y0 : ruling.X0;

    private static float Start(in Ruling ruling) => ruling.IsHorizontal ? ruling.X0 : ruling.Y0;

    private static float End(in Ruling ruling) => ruling.IsHorizontal ? ruling.X1 : ruling.Y1;
}
