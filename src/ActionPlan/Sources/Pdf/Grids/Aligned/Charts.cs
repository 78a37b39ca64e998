using System.Globalization;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>Tells charts by the numbers along their upright axis: they fall from the top by equal steps.</summary>
internal static class Charts
{
    private const int LeastTicks = 4;

    /// <summary>Whether the first or last column is the axis of a chart.</summary>
    public static bool HasAxis(Region region, List<ColumnExtent> columns) => IsAxis(region, columns[0]) || IsAxis(region, columns[^1]);

    private static bool IsAxis(Region region, ColumnExtent column)
    {
        var values = new List<double>();
        var others = 0;
        foreach (var chunk in region.Lines.SelectMany(line => line.Chunks).Where(chunk => chunk.Start >= column.X0 - 1 && chunk.End <= column.X1 + 1))
        {
            if (ValueOf(chunk) is { } value)
            {
                values.Add(value);
            }
            else
            {
                others++;
            }
        }

        if (values.Count < LeastTicks || others > values.Count / 2)
        {
            return false;
        }

        var step = values[0] - values[1];
        for (var i = 2; i < values.Count; i++)
        {
            if (Math.Abs(values[i - 1] - values[i] - step) > 0.001 * Math.Abs(step))
            {
                return false;
            }
        }

        // Years and places of a ranking go down by ones.
        return step > 0 && step != 1;
    }

    private static double? ValueOf(TextLine chunk)
    {
        var text = string.Concat(chunk.Words.Select(word => word.Text)).Replace(",", "", StringComparison.Ordinal).Replace('−', '-').Trim('%', '$', '€');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
