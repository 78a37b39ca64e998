using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Turns a page upright on which most text is drawn turned by quarters: a wide table set along the long side of its page.</summary>
internal static class PageTurning
{
    /// <summary>Of a page to be turned at least this share of the letters runs in one other direction.</summary>
    private const double MostLetters = 0.7;

    public static PageContent Upright(PageContent page)
    {
        var letters = new int[(int)Direction.Slanted + 1];
        foreach (var word in page.Words)
        {
            letters[(int)word.Direction] += word.Text.Length;
        }

        var direction = (Direction)Array.IndexOf(letters, letters.Max());
        return direction is Direction.Right or Direction.Slanted || letters[(int)direction] < MostLetters * letters.Sum() ? page : Turned(page, direction);
    }

    private static PageContent Turned(PageContent page, Direction direction)
    {
        PdfRectangle Box(PdfRectangle box) => Turn(box, direction, page.Width, page.Height);
        var turned = new PageContent
        {
            Number = page.Number,
            Width = direction is Direction.Left ? page.Width : page.Height,
            Height = direction is Direction.Left ? page.Height : page.Width,
            Words = page.Words.ConvertAll(word => word.Turned(Box(word.Box), Quarters(word.Direction, direction), Corner(direction, page.Width, page.Height))),
            Slanted = page.Slanted,
            Glyphs = page.Glyphs,
            UnknownGlyphs = page.UnknownGlyphs,
            IsRecognised = page.IsRecognised,
            Rulings = [.. page.Rulings.Select(ruling =>
            {
                var box = Box(new(ruling.X0, ruling.Y0, ruling.X1, ruling.Y1));
                return ruling with { X0 = box.X0, Y0 = box.Y0, X1 = box.X1, Y1 = box.Y1 };
            })],
            Fills = [.. page.Fills.Select(fill => fill with { Box = Box(fill.Box) })],
            Images = [.. page.Images.Select(image => image with { Box = Box(image.Box) })],
        };
        turned.LimitsPassed.AddRange(page.LimitsPassed);
        return turned;
    }

    private static PdfRectangle Turn(PdfRectangle box, Direction direction, float width, float height) => direction switch
    {
        Direction.Up => new(box.Y0, width - box.X1, box.Y1, width - box.X0),
        Direction.Down => new(height - box.Y1, box.X0, height - box.Y0, box.X1),
        _ => new(width - box.X1, height - box.Y1, width - box.X0, height - box.Y0),
    };

    /// <summary>Where the lower left corner of the page comes to lie.</summary>
    private static (float X, float Y) Corner(Direction direction, float width, float height) => direction switch
    {
        Direction.Up => (0, width),
        Direction.Down => (height, 0),
        _ => (width, height),
    };

    /// <summary>The direction of a word once the page's main direction is level.</summary>
    private static Direction Quarters(Direction word, Direction main) => word == Direction.Slanted ? word : (Direction)(((int)word - (int)main + 4) % 4);
}
