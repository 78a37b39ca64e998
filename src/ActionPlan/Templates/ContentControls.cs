using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Makes content controls, each with an id of its own. In a locked document those of the answers alone can be edited.</summary>
/// <param name="styles">The styles of prompts and links.</param>
/// <param name="isLocked">Whether the document is protected but for its controls.</param>
internal sealed class ContentControls(StyleNames styles, bool isLocked = false)
{
    private const string ContentLocked = "contentLocked";
    private const int Longest = 64;

    private int _next = 1_000_000;

    public int NextId() => ++_next;

    /// <summary>Whether the document is protected but for its controls.</summary>
    public bool IsLocked => isLocked;

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

    /// <summary>A control around rows, cells, blocks or runs that nobody is asked to fill in: in a locked document it can only be read.</summary>
    public XElement Around(string tag, string? name, params object[] content) =>
        new(Wml.Sdt, Properties(tag, name, isLocked ? Wml.Value("lock", ContentLocked) : null), new XElement(Wml.SdtContent, content));

    /// <summary>A control around others, each of which says for itself what can be edited.</summary>
    public XElement Group(string tag, params object[] content) => new(Wml.Sdt, GroupProperties(tag, null), new XElement(Wml.SdtContent, content));

    /// <summary>The properties of a control around others.</summary>
    /// <remarks>
    /// Forms protection (ECMA-376-1 clause 17.15.1.29) leaves open all that is within a control, and so all of a table within one; a group closes what
    /// no control within it opens again (17.5.2.16).
    /// </remarks>
    public XElement GroupProperties(string tag, string? name) =>
        isLocked ? Properties(tag, name, Wml.Value("lock", ContentLocked), Wml.Element("group")) : Properties(tag, name);

    /// <summary>A control around a cell with an answer.</summary>
    public XElement Answer(string tag, string? name, XElement cell)
    {
        if (!isLocked)
        {
            return new(Wml.Sdt, Properties(tag, name), new XElement(Wml.SdtContent, cell));
        }

        AroundRuns(cell, () => Properties(tag, name));
        return Kept(tag, name, cell);
    }

    /// <summary>A control around a cell that shows a prompt until something is written.</summary>
    public XElement Prompting(string tag, string? name, XElement cell)
    {
        if (!isLocked)
        {
            return new(Wml.Sdt, Properties(tag, name, Wml.Element("showingPlcHdr")), new XElement(Wml.SdtContent, cell));
        }

        AroundRuns(cell, () => Properties(tag, name, Wml.Element("showingPlcHdr")));
        return Kept(tag, name, cell);
    }

    /// <summary>A control around a cell that can only be read, in any document.</summary>
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

        if (!isLocked)
        {
            return new(Wml.Sdt, List(), new XElement(Wml.SdtContent, cell));
        }

        AroundRuns(cell, List);
        return Group(tag, cell);

        XElement List() => Properties(tag, name, prompting ? Wml.Element("showingPlcHdr") : null, new XElement(list));
    }

    /// <summary>
    /// Form mode in LibreOffice opens no control around a cell, but those around runs. Word has both: the outer one takes further paragraphs, and holds
    /// the tag where somebody deletes the inner one.
    /// </summary>
    private static void AroundRuns(XElement cell, Func<XElement> properties)
    {
        foreach (var paragraph in cell.Elements(Wml.P))
        {
            var content = paragraph.Nodes().Where(node => node is not XElement element || element.Name != Wml.PPr).ToList();
            if (content.Count > 0)
            {
                content.ForEach(node => node.Remove());
                paragraph.Add(new XElement(Wml.Sdt, properties(), new XElement(Wml.SdtContent, content)));
            }
        }
    }

    private XElement Kept(string tag, string? name, XElement cell) =>
        new(Wml.Sdt, Properties(tag, name, Wml.Value("lock", "sdtLocked")), new XElement(Wml.SdtContent, cell));

    /// <summary>Sets the lock of a control that comes along from the example: nobody is asked to fill it in.</summary>
    public void Protect(XElement properties)
    {
        var own = properties.Element(Wml.W + "lock");
        if (!isLocked)
        {
            if (PlanTags.IsOurs((string?)properties.Element(Wml.W + "tag")?.Attribute(Wml.Val)) && (string?)own?.Attribute(Wml.Val) == ContentLocked)
            {
                own!.Remove();
            }
        }
        else if (own is not null)
        {
            own.SetAttributeValue(Wml.Val, ContentLocked);
        }
        else
        {
            properties.Element(Wml.W + "id")!.AddAfterSelf(Wml.Value("lock", ContentLocked));
        }
    }

    /// <summary>The paragraph of a prompt.</summary>
    public XElement Prompt(string text, XElement? paragraphProperties) =>
        new(
            Wml.P,
            paragraphProperties is null ? null : new XElement(paragraphProperties),
            new XElement(Wml.Run, new XElement(Wml.RPr, Wml.Value("rStyle", styles.Prompt)), new XElement(Wml.T, text)));

    /// <summary>Writes the properties of a control, without a tree of them: a large plan has a hundred thousand.</summary>
    public void WriteProperties(XmlWriter writer, string tag, string? name, bool prompts, bool isAnswer = false)
    {
        writer.WriteStartElement("w", "sdtPr", Wml.Namespace);
        if (!string.IsNullOrEmpty(name))
        {
            Value("alias", Alias(name));
        }

        Value("tag", tag);
        writer.WriteStartElement("w", "id", Wml.Namespace);
        writer.WriteStartAttribute("w", "val", Wml.Namespace);
        writer.WriteValue(NextId());
        writer.WriteEndAttribute();
        writer.WriteEndElement();
        if (isLocked && !isAnswer)
        {
            Value("lock", ContentLocked);
        }

        if (prompts)
        {
            writer.WriteStartElement("w", "showingPlcHdr", Wml.Namespace);
            writer.WriteEndElement();
        }

        if (isLocked && !isAnswer)
        {
            writer.WriteStartElement("w", "group", Wml.Namespace);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();

        void Value(string element, string value)
        {
            writer.WriteStartElement("w", element, Wml.Namespace);
            writer.WriteAttributeString("w", "val", Wml.Namespace, value);
            writer.WriteEndElement();
        }
    }

    // Word allows 64 characters.
    private static string Alias(string name) => name.Length <= Longest ? name : name[..Longest];

    private XElement Properties(string tag, string? name, params object?[] more)
    {
        return new(
            Wml.SdtPr,
            string.IsNullOrEmpty(name) ? null : Wml.Value("alias", Alias(name)),
            Wml.Value("tag", tag),
            Wml.Value("id", NextId().ToString(CultureInfo.InvariantCulture)),
            more);
    }
}
