using System.Globalization;
using System.Resources;

namespace ActionPlan.Messages;

/// <summary>Where in the parts of a document something stands that no table, row and column tells: words for the end of a message.</summary>
/// <param name="Part">'document', 'header', 'footer', 'footnotes', 'endnotes' or 'box'.</param>
/// <param name="Text">The text around.</param>
internal sealed record PartPlace(string Part, string Text)
{
    private static readonly ResourceManager Texts = new("ActionPlan.Messages.Places", typeof(PartPlace).Assembly);

    /// <summary>' (in the page header, at “Om {{plan.titel}}”)'.</summary>
    public string In(CultureInfo culture, string text)
    {
        var part = Texts.GetString(Part, culture) ?? Texts.GetString("document", culture)!;
        return string.Format(CultureInfo.InvariantCulture, Texts.GetString(Text.Length == 0 ? "Within" : "WithinAt", culture)!, part, text);
    }
}
