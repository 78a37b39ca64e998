using System.Runtime.InteropServices;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>An affine transformation, written as PDF does (ISO 32000-1, 8.3.4): [x y 1] is multiplied from the left.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>The length that a unit has after the transformation, by area.</summary>
    public double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));

    /// <summary>First this, then <paramref name="next"/>.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The box around a transformed rectangle.</summary>
    public Box Apply(in Box box)
    {
        var result = Box.Empty;
        result.Add(Apply(box.X0, box.Y0));
        result.Add(Apply(box.X1, box.Y0));
        result.Add(Apply(box.X0, box.Y1));
        result.Add(Apply(box.X1, box.Y1));
        return result;
    }

    public static Matrix Read(FileObjects file, PdfValue value)
    {
        if (file.Resolve(value).AsArray() is not { Length: >= 6 } six)
        {
            return Identity;
        }

        double At(int i) => file.Resolve(six[i]).AsNumber();
        return new Matrix(At(0), At(1), At(2), At(3), At(4), At(5));
    }
}

/// <summary>A rectangle that can grow; empty while its edges are crossed.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct Box(double X0, double Y0, double X1, double Y1)
{
    public static Box Empty => new(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

    public readonly bool IsEmpty => X1 < X0 || Y1 < Y0;

    public readonly double Width => X1 - X0;

    public readonly double Height => Y1 - Y0;

    public void Add((double X, double Y) point)
    {
        X0 = Math.Min(X0, point.X);
        Y0 = Math.Min(Y0, point.Y);
        X1 = Math.Max(X1, point.X);
        Y1 = Math.Max(Y1, point.Y);
    }

    public readonly Box Intersect(in Box other) => new(Math.Max(X0, other.X0), Math.Max(Y0, other.Y0), Math.Min(X1, other.X1), Math.Min(Y1, other.Y1));

    public readonly bool Contains(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;

    public readonly PdfRectangle ToPublic() => new((float)X0, (float)Y0, (float)X1, (float)Y1);

    /// <summary>A rectangle of four numbers in any order (7.9.5); null where it is none.</summary>
    public static Box? Read(FileObjects file, PdfValue value)
    {
        if (file.Resolve(value).AsArray() is not { Length: >= 4 } four)
        {
            return null;
        }

        var box = Empty;
        box.Add((file.Resolve(four[0]).AsNumber(), file.Resolve(four[1]).AsNumber()));
        box.Add((file.Resolve(four[2]).AsNumber(), file.Resolve(four[3]).AsNumber()));
        return box;
    }
}
