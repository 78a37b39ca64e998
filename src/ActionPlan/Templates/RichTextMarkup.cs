using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>How paragraphs of a cell are to look.</summary>
/// <param name="Paragraph">Paragraph properties without a list, or null.</param>
/// <param name="Run">Run properties without bold and italic, or null.</param>
/// <param name="Bold">Whether the style alone makes text bold.</param>
/// <param name="Italic">Whether the style alone makes text italic.</param>
/// <param name="Numbered">Whether the style alone makes paragraphs items of a list.</param>
internal sealed record TextLook(XElement? Paragraph = null, XElement? Run = null, bool Bold = false, bool Italic = false, bool Numbered = false)
{
    public static readonly TextLook Plain = new();
}

/// <summary>Formatted text as paragraphs of WordprocessingML. Characters are written as they are: nothing in a value is ever interpreted.</summary>
internal sealed class RichTextMarkup(ListNumbering lists, WrittenPart part, StyleNames styles)
{
    private static readonly string[] BeforeNumbering = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"];

    /// <summary>Links that were left out, because they lead elsewhere than to the web or to mail.</summary>
    public List<string> DroppedLinks { get; } = [];

    /// <summary>At least one paragraph: a cell without one is damaged.</summary>
    public IEnumerable<XElement> Paragraphs(RichText text, TextLook look)
    {
        if (text.IsEmpty)
        {
            yield return Paragraph(look, ListKind.None, 0, 0);
            yield break;
        }

        var numbers = 0;
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.List != ListKind.Number)
            {
                numbers = paragraph.List == ListKind.None ? 0 : numbers;
            }
            else if (numbers == 0)
            {
                numbers = lists.NewNumbers();
            }

            var markup = Paragraph(look, paragraph.List, paragraph.Level, paragraph.List == ListKind.Number ? numbers : paragraph.List == ListKind.Bullet ? lists.Bullets : 0);
            foreach (var run in paragraph.Runs)
            {
                markup.Add(Inline(run, look));
            }

            yield return markup;
        }
    }

    private static XElement Paragraph(TextLook look, ListKind kind, int level, int list)
    {
        var paragraph = new XElement(Wml.P);
        var properties = look.Paragraph is null ? null : new XElement(look.Paragraph);
        if (kind != ListKind.None || look.Numbered)
        {
            properties ??= new XElement(Wml.PPr);
            properties.Element(Wml.W + "ind")?.Remove();
            var numbering = kind == ListKind.None
                ? Wml.Element("numPr", Wml.Value("numId", 0))
                : Wml.Element("numPr", Wml.Value("ilvl", Math.Clamp(level, 0, 8)), Wml.Value("numId", list));
            var before = properties.Elements().LastOrDefault(element => BeforeNumbering.Contains(element.Name.LocalName));
            if (before is null)
            {
                properties.AddFirst(numbering);
            }
            else
            {
                before.AddAfterSelf(numbering);
            }
        }

        if (properties is not null)
        {
            paragraph.Add(properties);
        }

        return paragraph;
    }

    private XElement Inline(TextRun run, TextLook look)
    {
        var markup = Run(run.Text, run.Bold, run.Italic, look);
        if (run.Link is null)
        {
            return markup;
        }

        if (run.Link.StartsWith('#'))
        {
            return Wml.Element("hyperlink", new XAttribute(Wml.W + "anchor", run.Link[1..]), markup);
        }

        if (part.Link(run.Link) is not { } id)
        {
            DroppedLinks.Add(run.Link);
            return markup;
        }

        var properties = markup.Element(Wml.RPr);
        if (properties is null)
        {
            properties = new XElement(Wml.RPr);
            markup.AddFirst(properties);
        }

        properties.Element(Wml.W + "color")?.Remove();
        properties.Element(Wml.W + "u")?.Remove();
        properties.Element(Wml.W + "rStyle")?.Remove();
        properties.AddFirst(Wml.Value("rStyle", styles.Hyperlink));
        return Wml.Element("hyperlink", new XAttribute(Wml.Id, id), markup);
    }

    private static XElement Run(string text, bool bold, bool italic, TextLook look)
    {
        var run = new XElement(Wml.Run);
        if (RunProperties(look, bold, italic) is { } properties)
        {
            run.Add(properties);
        }

        AddText(run, text);
        return run;
    }

    /// <summary>Text with its tabs and manual line breaks.</summary>
    public static void AddText(XElement run, string text)
    {
        var rest = Wml.Legal(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny('\n', '\t', '\r');
            var piece = end < 0 ? rest : rest[..end];
            if (!piece.IsEmpty)
            {
                run.Add(new XElement(Wml.T, new XAttribute(XNamespace.Xml + "space", "preserve"), piece.ToString()));
            }

            if (end < 0)
            {
                break;
            }

            if (rest[end] != '\r')
            {
                run.Add(new XElement(Wml.W + (rest[end] == '\t' ? "tab" : "br")));
            }

            rest = rest[(end + 1)..];
        }
    }

    private static XElement? RunProperties(TextLook look, bool bold, bool italic)
    {
        if (look.Run is null && bold == look.Bold && italic == look.Italic)
        {
            return null;
        }

        var properties = look.Run is null ? new XElement(Wml.RPr) : new XElement(look.Run);
        var after = properties.Elements().LastOrDefault(element => element.Name.LocalName is "rStyle" or "rFonts");
        object?[] weights = [bold == look.Bold ? null : OnOff("b", bold), bold == look.Bold ? null : OnOff("bCs", bold), italic == look.Italic ? null : OnOff("i", italic), italic == look.Italic ? null : OnOff("iCs", italic)];
        if (after is null)
        {
            properties.AddFirst(weights);
        }
        else
        {
            after.AddAfterSelf(weights);
        }

        return properties.HasElements ? properties : null;
    }

    private static XElement OnOff(string name, bool on) => on ? Wml.Element(name) : Wml.Value(name, "0");
}
