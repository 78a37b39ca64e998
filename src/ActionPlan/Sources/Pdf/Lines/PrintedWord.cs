using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>
/// Glyphs without a blank between them, of one look and on one baseline. A printed word is several of these where its look changes within it.
/// </summary>
internal sealed class PrintedWord
{
    public required string Text { get; init; }

    public required GlyphFont Font { get; init; }

    /// <summary>The box on the page, in points from its lower left corner.</summary>
    public required PdfRectangle Box { get; init; }

    /// <summary>Where it begins along the direction of writing.</summary>
    public required float Start { get; init; }

    /// <summary>Where it ends along the direction of writing.</summary>
    public required float End { get; init; }

    /// <summary>How high the baseline lies, across the direction of writing.</summary>
    public required float Baseline { get; init; }

    /// <summary>The size of the font in points.</summary>
    public required float Size { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>The colour as 0xRRGGBB, or -1.</summary>
    public int Colour { get; init; }

    /// <summary>The id of the marked content, or -1.</summary>
    public int Content { get; init; } = -1;

    /// <summary>The form in which that id counts.</summary>
    public int Form { get; init; }

    public GlyphTraits Traits { get; init; }

    /// <summary>Its number in the order of drawing.</summary>
    public int Order { get; init; }

    /// <summary>Whether a blank was drawn just before it.</summary>
    public bool AfterBlank { get; init; }

    /// <summary>Whether a blank was drawn just after it: many programs draw the blank at the end of a line, and none at the end of a paragraph.</summary>
    public bool BeforeBlank { get; set; }

    /// <summary>Whether it stands above or below the baseline of its line, and is smaller.</summary>
    public bool IsRaised { get; set; }

    /// <summary>Whether it is the mark of a note, and no part of the text.</summary>
    public bool IsNoteMark { get; set; }

    /// <summary>The address on the web or of mail that it leads to, or null.</summary>
    public string? Link { get; set; }

    /// <summary>Whether it is the number with which a note at the foot of the page begins.</summary>
    public bool StartsNote { get; set; }

    public float Width => End - Start;

    public float CentreX => (Box.X0 + Box.X1) / 2;

    /// <summary>The height of the middle of small letters: the box of a font may reach into the lines around.</summary>
    public float CentreY => Direction is Direction.Right ? Baseline + (0.3f * Size) : (Box.Y0 + Box.Y1) / 2;

    public bool IsArtifact => (Traits & GlyphTraits.Artifact) != GlyphTraits.None;

    /// <summary>The word on a page that was turned by quarters.</summary>
    /// <param name="box">Its box on the turned page.</param>
    /// <param name="direction">Its direction there.</param>
    /// <param name="corner">Where the point lies there that was the page's lower left corner.</param>
    public PrintedWord Turned(PdfRectangle box, Direction direction, (float X, float Y) corner)
    {
        var (along, across) = Directions.Turn(direction, corner.X, corner.Y);
        return With(box, direction, Start + along, Baseline + across, Size);
    }

    /// <summary>The word on another baseline and in another size.</summary>
    public PrintedWord Settled(float baseline, float size) => With(Box, Direction, Start, baseline, size);

    private PrintedWord With(PdfRectangle box, Direction direction, float start, float baseline, float size) => new()
    {
        Text = Text,
        Font = Font,
        Box = box,
        Start = start,
        End = start + Width,
        Baseline = baseline,
        Size = size,
        Direction = direction,
        Colour = Colour,
        Content = Content,
        Form = Form,
        Traits = Traits,
        Order = Order,
        AfterBlank = AfterBlank,
        BeforeBlank = BeforeBlank,
        Link = Link,
    };

    public override string ToString() => Text;
}

/// <summary>The direction of writing on the page.</summary>
internal enum Direction
{
    Right,
    Up,
    Left,
    Down,

    /// <summary>Aslant, as watermarks are.</summary>
    Slanted,
}
