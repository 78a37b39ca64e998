using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Content;

/// <summary>
/// Collects the current path in points of the page (ISO 32000-1, 8.5) and, when it is painted, takes level and upright lines and
/// rectangles out of it. Curves and slanted lines only matter for the clip.
/// </summary>
internal sealed class PathBuilder(PageOutput output) : IDisposable
{
    /// <summary>A filled rectangle no thicker than this, in points, is a line.</summary>
    private const double ThickestLine = 3;
    private const double Slant = 0.25;

    private enum Kind : byte
    {
        Move,
        Line,
        Curve,
        Close,
    }

    private readonly PooledList<(double X, double Y, Kind Kind)> _points = new(64);
    private Box _bounds = Box.Empty;
    private double _startX;
    private double _startY;
    private bool _cut;

    public Box Bounds => _bounds;

    public void Move((double X, double Y) to)
    {
        (_startX, _startY) = to;
        Add(to, Kind.Move);
    }

    public void Line((double X, double Y) to) => Add(to, _points.Count == 0 ? Kind.Move : Kind.Line);

    public void Curve((double X, double Y) control1, (double X, double Y) control2, (double X, double Y) to)
    {
        _bounds.Add(control1);
        _bounds.Add(control2);
        Add(to, Kind.Curve);
    }

    public void Close()
    {
        if (_points.Count > 0)
        {
            Add((_startX, _startY), Kind.Close);
        }
    }

    public void Clear()
    {
        _points.Clear();
        _bounds = Box.Empty;
    }

    public void Stroke(double width, int colour, bool dashed, in Box clip)
    {
        (double X, double Y) previous = default;
        foreach (var (x, y, kind) in _points.Items)
        {
            if (kind is Kind.Line or Kind.Close)
            {
                AddLine(previous, (x, y), width, colour, dashed, clip);
            }

            previous = (x, y);
        }
    }

    public void Fill(int colour, in Box clip)
    {
        var points = _points.Items;
        for (var start = 0; start < points.Length;)
        {
            var end = start + 1;
            while (end < points.Length && points[end].Kind != Kind.Move)
            {
                end++;
            }

            if (IsRectangle(points[start..end], out var box))
            {
                AddArea(box, colour, clip);
            }

            start = end;
        }
    }

    public void Dispose() => _points.Dispose();

    /// <summary>Four corners, each reached by a level or an upright line.</summary>
    private static bool IsRectangle(ReadOnlySpan<(double X, double Y, Kind Kind)> points, out Box box)
    {
        box = Box.Empty;
        if (points.Length is < 3 or > 8)
        {
            return false;
        }

        var turns = 0;
        var wasLevel = false;
        for (var i = 0; i < points.Length; i++)
        {
            box.Add((points[i].X, points[i].Y));
            if (i == 0)
            {
                continue;
            }

            if (points[i].Kind == Kind.Curve)
            {
                return false;
            }

            double dx = Math.Abs(points[i].X - points[i - 1].X), dy = Math.Abs(points[i].Y - points[i - 1].Y);
            if (dx < 0.01 && dy < 0.01)
            {
                continue;
            }

            if (dx > Slant && dy > Slant)
            {
                return false;
            }

            var level = dx >= dy;
            turns += turns == 0 || level != wasLevel ? 1 : 0;
            wasLevel = level;
        }

        return turns is >= 3 and <= 5;
    }

    private void AddArea(in Box box, int colour, in Box clip)
    {
        var seen = box.Intersect(clip);
        if (seen.IsEmpty)
        {
            return;
        }

        double width = box.Width, height = box.Height;
        if (Math.Min(width, height) > ThickestLine || (Math.Min(width, height) > 1 && Math.Max(width, height) < 2 * Math.Min(width, height)))
        {
            output.AddFill(new FilledArea(seen.ToPublic(), colour));
        }
        else if (width >= height)
        {
            var y = (float)((box.Y0 + box.Y1) / 2);
            output.AddRuling(new Ruling((float)seen.X0, y, (float)seen.X1, y, (float)height, colour, false));
        }
        else
        {
            var x = (float)((box.X0 + box.X1) / 2);
            output.AddRuling(new Ruling(x, (float)seen.Y0, x, (float)seen.Y1, (float)width, colour, false));
        }
    }

    private void AddLine((double X, double Y) from, (double X, double Y) to, double width, int colour, bool dashed, in Box clip)
    {
        double dx = Math.Abs(to.X - from.X), dy = Math.Abs(to.Y - from.Y);
        if ((dx > Slant && dy > Slant) || (dx < 0.01 && dy < 0.01))
        {
            return;
        }

        var line = Box.Empty;
        line.Add(from);
        line.Add(to);
        // A line may lie on the very edge of the clip: it is seen with half its width.
        var half = width / 2;
        var seen = line.Intersect(new Box(clip.X0 - half, clip.Y0 - half, clip.X1 + half, clip.Y1 + half));
        if (seen.IsEmpty)
        {
            return;
        }

        // A very thick stroke is an area.
        if (width > 2 * ThickestLine)
        {
            var area = dx >= dy
                ? new Box(seen.X0, seen.Y0 - half, seen.X1, seen.Y1 + half)
                : new Box(seen.X0 - half, seen.Y0, seen.X1 + half, seen.Y1);
            area = area.Intersect(clip);
            if (!area.IsEmpty)
            {
                output.AddFill(new FilledArea(area.ToPublic(), colour));
            }

            return;
        }

        var ruling = dx >= dy
            ? new Ruling((float)seen.X0, (float)((line.Y0 + line.Y1) / 2), (float)seen.X1, (float)((line.Y0 + line.Y1) / 2), (float)width, colour, dashed)
            : new Ruling((float)((line.X0 + line.X1) / 2), (float)seen.Y0, (float)((line.X0 + line.X1) / 2), (float)seen.Y1, (float)width, colour, dashed);
        output.AddRuling(ruling);
    }

    private void Add((double X, double Y) to, Kind kind)
    {
        if (!double.IsFinite(to.X) || !double.IsFinite(to.Y))
        {
            return;
        }

        if (_points.Count >= output.Limits.MaxPathPoints)
        {
            output.TellLimit(ref _cut, "A path has more points than the limits allow; the others were left out.");
            return;
        }

        _points.Add((to.X, to.Y, kind));
        _bounds.Add(to);
    }
}
