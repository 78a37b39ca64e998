using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Makes content controls, each with an id of its own.</summary>
internal sealed class ContentControls(StyleNames styles)
{
    private int _next = 1_000_000;

    public int NextId() => ++_next;

    /// <summary>Whether the name of a style looks like a gap in a <see cref="RowStencil"/>.</summary>
    public bool HasMarks => RowStencil.HasMark(styles.Prompt) || RowStencil.HasMark(styles.Hyperlink);

    /// <summary>New ids for the controls of markup that stands a second time.</summary>
    public void Renumber(XElement copy)
    {
        foreach (var id in copy.Descendants(Wml.SdtPr).Elements(Wml.W + "id"))
        {
            id.SetAttributeValue(Wml.Val, NextId());
        }
    }

    /// <summary>A control around rows, cells, blocks or runs.</summary>
    public XElement Around(string tag, string? name, params object[] content) =>
        new(Wml.Sdt, Properties(tag, name), new XElement(Wml.SdtContent, content));

    /// <summary>A control around a cell that shows a prompt until something is written.</summary>
    public XElement Prompting(string tag, string? name, XElement cell) =>
        new(Wml.Sdt, Properties(tag, name, Wml.Element("showingPlcHdr")), new XElement(Wml.SdtContent, cell));

    /// <summary>A control around a cell that can only be read.</summary>
    public XElement Locked(string tag, string? name, XElement cell) =>
        new(Wml.Sdt, Properties(tag, name, Wml.Value("lock", "sdtContentLocked")), new XElement(Wml.SdtContent, cell));

    /// <summary>A control around a cell with a list to choose from.</summary>
    public XElement Choice(string tag, string? name, IEnumerable<string> choices, bool prompting, XElement cell)
    {
        var list = Wml.Element("dropDownList");
        foreach (var choice in choices)
        {
            list.Add(Wml.Element("listItem", new XAttribute(Wml.W + "displayText", choice), new XAttribute(Wml.W + "value", choice)));
        }

        var properties = Properties(tag, name, prompting ? Wml.Element("showingPlcHdr") : null);
        properties.Add(list);
        return new(Wml.Sdt, properties, new XElement(Wml.SdtContent, cell));
    }

    /// <summary>The paragraph of a prompt.</summary>
    public XElement Prompt(string text, XElement? paragraphProperties) =>
        new(
            Wml.P,
            paragraphProperties is null ? null : new XElement(paragraphProperties),
            new XElement(Wml.Run, new XElement(Wml.RPr, Wml.Value("rStyle", styles.Prompt)), new XElement(Wml.T, text)));

    public XElement Properties(string tag, string? name, params object?[] more)
    {
        // Word allows 64 characters.
        const int Longest = 64;
        return new(
            Wml.SdtPr,
            string.IsNullOrEmpty(name) ? null : Wml.Value("alias", name.Length <= Longest ? name : name[..Longest]),
            Wml.Value("tag", tag),
            Wml.Value("id", NextId().ToString(CultureInfo.InvariantCulture)),
            more);
    }
}
