using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>What a page shows, its glyphs put together to words. A page whose text is drawn aslant by quarters is turned upright.</summary>
internal sealed class PageContent
{
    public required int Number { get; init; }

    public required float Width { get; init; }

    public required float Height { get; init; }

    /// <summary>The words that are printed along the page's edges, in the order of drawing.</summary>
    public required List<PrintedWord> Words { get; init; }

    /// <summary>Text across the page, such as a watermark.</summary>
    public required List<PrintedWord> Slanted { get; init; }

    /// <summary>The bounds that the page passes, by name, with their values: what is beyond them is left out.</summary>
    public List<(string Limit, int Value)> LimitsPassed { get; } = [];

    /// <summary>All glyphs but blanks.</summary>
    public required int Glyphs { get; init; }

    /// <summary>Those of them whose letters nobody knows.</summary>
    public required int UnknownGlyphs { get; init; }

    /// <summary>Whether its text is drawn without ink, as over a scanned picture.</summary>
    public required bool IsRecognised { get; init; }

    /// <summary>Whether a picture covers most of it.</summary>
    public bool IsPicture => Images.Any(image => image.Box.Width * image.Box.Height > 0.5f * Width * Height);

    public required IReadOnlyList<Ruling> Rulings { get; init; }

    /// <summary>Whether an upright rule passes a height, as in a ruled table.</summary>
    public bool IsBesideUprightRule(float height) => Rulings.Any(ruling => !ruling.IsHorizontal && ruling.Y0 < height && ruling.Y1 > height);

    public required IReadOnlyList<FilledArea> Fills { get; init; }

    public required IReadOnlyList<ImageBox> Images { get; init; }
}
