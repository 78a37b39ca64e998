using System.Runtime.InteropServices;
using ActionPlan.Pdf.Fonts;

namespace ActionPlan.Pdf.Content;

/// <summary>The part of the graphics and text state (ISO 32000-1, 8.4 and 9.3) that bears on what is read. Saved by copying.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct GraphicsState
{
    public Matrix Transform;
    public Box Clip;
    public Font? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;
    public int RenderMode;
    public double LineWidth;
    public bool Dashed;
    public int FillColour;
    public int StrokeColour;
    public ColourSpace FillSpace;
    public ColourSpace StrokeSpace;

    public static GraphicsState Initial(in Matrix transform, in Box clip) => new()
    {
        Transform = transform,
        Clip = clip,
        HorizontalScale = 1,
        LineWidth = 1,
        FillSpace = ColourSpace.Gray,
        StrokeSpace = ColourSpace.Gray,
    };
}
