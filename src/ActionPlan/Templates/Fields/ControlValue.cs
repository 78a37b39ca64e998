using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>The properties of a content control that shows a value: plain text, drop-down and date controls each have a way to hold it.</summary>
internal static class ControlValue
{
    private static readonly string[] BeforeKind = ["rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding", "label", "tabIndex"];

    /// <summary>Whether the control takes one paragraph of unformatted text.</summary>
    public static bool IsPlain(XElement properties) => properties.Elements().Any(each => each.Name == Wml.W + "text" || IsList(each) || each.Name == Wml.W + "date");

    public static XElement Properties(XElement original, RichText value, string? tag, int id)
    {
        var properties = new XElement(original);
        properties.Elements(Wml.W + "dataBinding").Remove();
        properties.Element(Wml.W + "id")?.SetAttributeValue(Wml.Val, id);
        if (tag is not null)
        {
            properties.Element(Wml.W + "tag")!.SetAttributeValue(Wml.Val, tag);
        }

        if (value.IsEmpty)
        {
            return properties;
        }

        properties.Elements(Wml.W + "showingPlcHdr").Remove();
        if (properties.Elements().FirstOrDefault(IsList) is { } list)
        {
            Choose(list, value.Text);
        }
        else if (properties.Element(Wml.W + "date") is { } date)
        {
            date.SetAttributeValue(Wml.W + "fullDate", PartialDate.TryParse(value.Text, null, out var day) && day.ToDateOnly() is { } whole ? whole.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture) : null);
        }
        else if (properties.Element(Wml.W + "text") is { } text && value.Text.Contains('\n', StringComparison.Ordinal))
        {
            text.SetAttributeValue(Wml.W + "multiLine", "1");
        }

        return properties;
    }

    /// <summary>The value as the custom XML has it: of a choice the value of its entry, else the text.</summary>
    public static string Stored(XElement properties, string text) =>
        properties.Elements().FirstOrDefault(IsList)?.Attribute(Wml.W + "lastValue") is { } value && text.Length > 0 ? value.Value : text;

    /// <summary>Puts an element before the one that says what kind of control it is.</summary>
    public static void InsertBeforeKind(XElement properties, XElement element)
    {
        var before = properties.Elements().LastOrDefault(each => each.Name.Namespace == Wml.W && Array.IndexOf(BeforeKind, each.Name.LocalName) is >= 0 and var at && at < Array.IndexOf(BeforeKind, element.Name.LocalName));
        if (before is null)
        {
            properties.AddFirst(element);
        }
        else
        {
            before.AddAfterSelf(element);
        }
    }

    private static bool IsList(XElement element) => element.Name == Wml.W + "dropDownList" || element.Name == Wml.W + "comboBox";

    /// <summary>A status that the list lacks is added to it: an answer is never lost for want of a choice.</summary>
    private static void Choose(XElement list, string value)
    {
        var item = list.Elements(Wml.W + "listItem").FirstOrDefault(each => ((string?)each.Attribute(Wml.W + "displayText") ?? (string?)each.Attribute(Wml.Val)) == value);
        if (item is null)
        {
            list.Add(item = Wml.Element("listItem", new XAttribute(Wml.W + "displayText", Wml.Legal(value)), new XAttribute(Wml.W + "value", Wml.Legal(value))));
        }

        list.SetAttributeValue(Wml.W + "lastValue", (string?)item.Attribute(Wml.W + "value"));
    }
}
