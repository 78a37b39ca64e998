namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Parts a line where it is wide open: text that stands side by side on a page shares baselines.</summary>
internal static class LineSegments
{
    /// <summary>A gap of this many font sizes parts two texts.</summary>
    private const float Wide = 1.5f;

    public static List<TextLine> Of(TextLine line)
    {
        var segments = new List<TextLine>(1);
        var from = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i == line.Words.Count || line.Words[i].Start - line.Words[i - 1].End > Wide * line.Size)
            {
                segments.Add(from == 0 && i == line.Words.Count ? line : new(line.Words.GetRange(from, i - from)));
                from = i;
            }
        }

        return segments;
    }
}
