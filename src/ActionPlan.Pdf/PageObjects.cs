using System.Runtime.InteropServices;

namespace ActionPlan.Pdf;

/// <summary>A rectangle in points of the page as it is seen, from its lower left corner.</summary>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Lower edge.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Upper edge.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PdfRectangle(float X0, float Y0, float X1, float Y1)
{
    /// <summary>The width in points.</summary>
    public float Width => X1 - X0;

    /// <summary>The height in points.</summary>
    public float Height => Y1 - Y0;
}

/// <summary>
/// A straight level or upright line that is seen on the page: stroked, or filled as a thin area. Pieces that touch are one.
/// The ends are those of the centre line, the lower or left one first; lengths are points.
/// </summary>
/// <param name="X0">Where it begins.</param>
/// <param name="Y0">Where it begins.</param>
/// <param name="X1">Where it ends.</param>
/// <param name="Y1">Where it ends.</param>
/// <param name="Width">How thick it is.</param>
/// <param name="Colour">The colour as 0xRRGGBB; -1 where it is a pattern or not known.</param>
/// <param name="IsDashed">Whether it was drawn with a dash pattern.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Ruling(float X0, float Y0, float X1, float Y1, float Width, int Colour, bool IsDashed)
{
    /// <summary>Whether the line is level.</summary>
    public bool IsHorizontal => X1 - X0 >= Y1 - Y0;

    /// <summary>The length in points.</summary>
    public float Length => Math.Max(X1 - X0, Y1 - Y0);
}

/// <summary>A filled rectangle that is too wide to be a line.</summary>
/// <param name="Box">Where it lies.</param>
/// <param name="Colour">The colour as 0xRRGGBB; -1 where it is a pattern or not known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FilledArea(PdfRectangle Box, int Colour);

/// <summary>Where an image is drawn.</summary>
/// <param name="Box">The box around it.</param>
/// <param name="MarkedContentId">The id of the marked content that it belongs to; -1 where there is none.</param>
/// <param name="Form">The object number of the form in which that id counts; 0 for the page itself.</param>
/// <param name="IsArtifact">Whether it is marked as an artifact.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ImageBox(PdfRectangle Box, int MarkedContentId, int Form, bool IsArtifact);

/// <summary>A place of the page that leads elsewhere.</summary>
/// <param name="Box">The place.</param>
/// <param name="Uri">The address, or null where the link leads to a place in this document.</param>
public sealed record PdfLink(PdfRectangle Box, string? Uri);
