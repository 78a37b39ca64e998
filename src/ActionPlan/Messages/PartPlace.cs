using System.Globalization;

namespace ActionPlan.Messages;

/// <summary>Where in the parts of a document something stands that no table, row and column tells: words for the end of a message.</summary>
/// <param name="Part">'document', 'header', 'footer', 'footnotes', 'endnotes' or 'box'.</param>
/// <param name="Text">The text around.</param>
internal sealed record PartPlace(string Part, string Text)
{
    /// <summary>' (in the page header, at “Om {{plan.titel}}”)'.</summary>
    public string In(CultureInfo culture, string text)
    {
        var isSwedish = culture.TwoLetterISOLanguageName == "sv";
        var part = (Part, isSwedish) switch
        {
            ("header", true) => "i sidhuvudet",
            ("header", false) => "in the page header",
            ("footer", true) => "i sidfoten",
            ("footer", false) => "in the page footer",
            ("footnotes", true) => "i en fotnot",
            ("footnotes", false) => "in a footnote",
            ("endnotes", true) => "i en slutnot",
            ("endnotes", false) => "in an endnote",
            ("box", true) => "i en textruta",
            ("box", false) => "in a text box",
            (_, true) => "i texten",
            _ => "in the text",
        };
        return Text.Length == 0 ? $" ({part})" : isSwedish ? $" ({part} vid ”{text}”)" : $" ({part}, at “{text}”)";
    }
}
