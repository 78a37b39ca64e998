using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>The directions of writing, and coordinates along and across them.</summary>
internal static class Directions
{
    public static Direction Of(in Glyph glyph)
    {
        var (x, y) = (glyph.AdvanceX, glyph.AdvanceY);
        if (MathF.Abs(y) <= 0.05f * MathF.Abs(x))
        {
            return x < 0 ? Direction.Left : Direction.Right;
        }

        return MathF.Abs(x) <= 0.05f * MathF.Abs(y) ? (y > 0 ? Direction.Up : Direction.Down) : Direction.Slanted;
    }

    /// <summary>How far a point lies along the direction of writing, and how high across it.</summary>
    public static (float Along, float Across) Turn(Direction direction, float x, float y) => direction switch
    {
        Direction.Up => (y, -x),
        Direction.Left => (-x, -y),
        Direction.Down => (-y, x),
        _ => (x, y),
    };
}
