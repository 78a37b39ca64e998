using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>How the value of a field looks: as the field did. Formatting of the value itself takes the place of bold, italic and lists of the field.</summary>
/// <param name="Plain">For text without formatting.</param>
/// <param name="Rich">For formatted text.</param>
internal sealed record FieldLook(TextLook Plain, TextLook Rich)
{
    public static FieldLook Of(XElement source, FieldTemplate template, Dictionary<XElement, FieldLook> known)
    {
        if (!known.TryGetValue(source, out var look))
        {
            known.Add(source, look = Make(source, template.Styles));
        }

        return look;
    }

    private static FieldLook Make(XElement source, StyleLooks styles)
    {
        var run = source.Name == Wml.Run ? source : source.Descendants(Wml.Run).FirstOrDefault();
        var paragraph = source.Name == Wml.SdtContent ? source.Descendants(Wml.P).FirstOrDefault() ?? source.Ancestors(Wml.P).FirstOrDefault() : source.Ancestors(Wml.P).FirstOrDefault();

        // Properties come first, before as many runs as there may be.
        var paragraphLook = Copy(paragraph?.Elements().FirstOrDefault() is { } first && first.Name == Wml.PPr ? first : null);
        var runLook = Copy(run?.Element(Wml.RPr) ?? (source.Parent is { } parent && parent.Name == Wml.Sdt ? parent.Element(Wml.SdtPr)?.Element(Wml.RPr) : null));
        runLook?.Elements(Wml.W + "rStyle").Where(style => (string?)style.Attribute(Wml.Val) == styles.Names.Prompt).Remove();
        var style = (string?)paragraphLook?.Element(Wml.W + "pStyle")?.Attribute(Wml.Val);
        var richParagraph = Copy(paragraphLook);
        richParagraph?.Elements(Wml.W + "numPr").Remove();
        var richRun = Copy(runLook);
        richRun?.Elements().Where(each => each.Name.LocalName is "b" or "bCs" or "i" or "iCs").Remove();
        return new(
            new(Filled(paragraphLook), Filled(runLook)),
            new(Filled(richParagraph), Filled(richRun), styles.Is(style, "b"), styles.Is(style, "i"), styles.IsNumbered(style)));
    }

    private static XElement? Copy(XElement? element) => element is null ? null : new(element);

    private static XElement? Filled(XElement? element) => element is { HasElements: true } ? element : null;
}
