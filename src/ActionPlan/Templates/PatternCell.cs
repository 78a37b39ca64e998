using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>A cell of the example that gets another content in its own look.</summary>
internal sealed class PatternCell(StyleLooks styles, RichTextMarkup text, ContentControls controls)
{
    // What belongs to the old text and not to the look of the cell.
    private static readonly string[] OfTheText = ["b", "bCs", "i", "iCs", "rStyle", "highlight", "vanish", "lang", "ins", "del", "webHidden", "specVanish"];

    public void Write(XElement cell, RichText content)
    {
        var look = LookOf(cell);
        Clear(cell);
        cell.Add(text.Paragraphs(content, look).ToArray());
    }

    /// <summary>Empties the cell but for a prompt; the look of its text is kept in the mark of the paragraph.</summary>
    public void Prompt(XElement cell, string prompt)
    {
        var look = LookOf(cell);
        Clear(cell);
        var properties = look.Paragraph is null ? null : new XElement(look.Paragraph);
        if (look.Run is not null)
        {
            properties ??= new XElement(Wml.PPr);
            properties.Elements(Wml.RPr).Remove();
            properties.Add(new XElement(look.Run));
        }

        if (look.Numbered)
        {
            properties = Unnumbered(properties);
        }

        cell.Add(controls.Prompt(prompt, properties));
    }

    public static bool HasText(XElement cell) => cell.Descendants(Wml.T).Any(piece => !string.IsNullOrWhiteSpace(piece.Value)) || cell.Descendants(Wml.W + "sym").Any();

    /// <summary>How many paragraphs with text the cell shows.</summary>
    public static int ParagraphCount(XElement cell) => cell.Descendants(Wml.P).Count(paragraph => !string.IsNullOrWhiteSpace(ParagraphText.Of(paragraph)) || paragraph.Descendants(Wml.W + "sym").Any());

    private static void Clear(XElement cell) => cell.Elements().Where(child => child.Name != Wml.TcPr).Remove();

    private static XElement Unnumbered(XElement? properties)
    {
        properties ??= new XElement(Wml.PPr);
        var none = Wml.Element("numPr", Wml.Value("numId", 0));
        var before = properties.Elements().LastOrDefault(child => child.Name.LocalName is "pStyle" or "keepNext" or "keepLines" or "pageBreakBefore" or "framePr" or "widowControl");
        if (before is null)
        {
            properties.AddFirst(none);
        }
        else
        {
            before.AddAfterSelf(none);
        }

        return properties;
    }

    private TextLook LookOf(XElement cell)
    {
        var paragraph = cell.Descendants(Wml.P).FirstOrDefault(each => each.Descendants(Wml.T).Any()) ?? cell.Descendants(Wml.P).FirstOrDefault();
        var properties = paragraph?.Element(Wml.PPr) is { } own ? new XElement(own) : null;
        var run = paragraph?.Descendants(Wml.Run).FirstOrDefault(each => each.Element(Wml.T) is not null && !IsPrompt(each))?.Element(Wml.RPr) ?? properties?.Element(Wml.RPr);
        run = run is null ? null : new XElement(run);
        run?.Elements().Where(child => OfTheText.Contains(child.Name.LocalName)).Remove();
        if (properties is not null)
        {
            properties.Elements().Where(child => child.Name.LocalName is "numPr" or "rPr" or "sectPr" or "pageBreakBefore" or "keepNext" or "outlineLvl").Remove();
            var wasList = paragraph!.Element(Wml.PPr)!.Element(Wml.W + "numPr") is not null;
            if (wasList)
            {
                properties.Elements(Wml.W + "ind").Remove();
            }
        }

        var style = (string?)properties?.Element(Wml.W + "pStyle")?.Attribute(Wml.Val);
        return new(
            properties is { HasElements: true } ? properties : null,
            run is { HasElements: true } ? run : null,
            styles.Is(style, "b"),
            styles.Is(style, "i"),
            styles.IsNumbered(style));
    }

    private bool IsPrompt(XElement run) => (string?)run.Element(Wml.RPr)?.Element(Wml.W + "rStyle")?.Attribute(Wml.Val) == styles.Names.Prompt;
}
