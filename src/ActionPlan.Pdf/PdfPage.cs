using System.Collections.Immutable;
using ActionPlan.Pdf.Content;

namespace ActionPlan.Pdf;

/// <summary>What is on one page. Immutable; lengths are points of the page as it is seen, from its lower left corner.</summary>
public sealed class PdfPage
{
    internal PdfPage(
        int number,
        PageGeometry geometry,
        ImmutableArray<Glyph> glyphs,
        ImmutableArray<Ruling> rulings,
        ImmutableArray<FilledArea> fills,
        ImmutableArray<ImageBox> images,
        ImmutableArray<PdfLink> links,
        ImmutableArray<PdfDiagnostic> diagnostics)
    {
        Number = number;
        Width = (float)geometry.Seen.Width;
        Height = (float)geometry.Seen.Height;
        Rotation = geometry.Rotation;
        MediaBox = geometry.Media.ToPublic();
        Glyphs = glyphs;
        Rulings = rulings;
        FilledAreas = fills;
        Images = images;
        Links = links;
        Diagnostics = diagnostics;
    }

    /// <summary>The page's number, from 1.</summary>
    public int Number { get; }

    /// <summary>The width of the page as it is seen, in points.</summary>
    public float Width { get; }

    /// <summary>The height of the page as it is seen, in points.</summary>
    public float Height { get; }

    /// <summary>By how many degrees the page is turned clockwise: 0, 90, 180 or 270. All coordinates are already turned.</summary>
    public int Rotation { get; }

    /// <summary>The medium that the visible page is cut from, in the page's own coordinates.</summary>
    public PdfRectangle MediaBox { get; }

    /// <summary>The glyphs in the order in which they are drawn.</summary>
    public ImmutableArray<Glyph> Glyphs { get; }

    /// <summary>The level and upright lines.</summary>
    public ImmutableArray<Ruling> Rulings { get; }

    /// <summary>The filled rectangles, in the order in which they are drawn.</summary>
    public ImmutableArray<FilledArea> FilledAreas { get; }

    /// <summary>Where images are drawn.</summary>
    public ImmutableArray<ImageBox> Images { get; }

    /// <summary>The links.</summary>
    public ImmutableArray<PdfLink> Links { get; }

    /// <summary>What was wrong with the page's content.</summary>
    public ImmutableArray<PdfDiagnostic> Diagnostics { get; }
}
