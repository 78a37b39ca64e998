using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>What is left of an element of a template in a context: nothing, where a repetition has no items or a condition is not met.</summary>
internal static class ShownContent
{
    /// <summary>Whether anything of a container's content is written.</summary>
    public static bool Any(XElement container, FieldContext context) => Shown(container.Elements(), context, last: false) is not null;

    /// <summary>The last element of a container's content that is written, as it stands in the template; null where there is none.</summary>
    public static XElement? Last(XElement container, FieldContext context) => Shown(container.Elements().Reverse(), context, last: true);

    /// <summary>Whether a condition is met.</summary>
    public static bool IsMet(XElement condition, FieldContext context) => (FieldNames.IsLoop(Fml.NameOf(condition)) ? !context.Each(Fml.NameOf(condition)).Any() : context.Value(Fml.NameOf(condition)).IsEmpty) == ((string?)condition.Attribute(Fml.Sign) == "^");

    /// <summary>Whether an element is the heading of a section or group that has none.</summary>
    public static bool IsHeadingWithoutText(XElement element, FieldContext context) => ((string?)element.Attribute(Fml.Around) ?? (string?)element.Attribute(Fml.Heads)) switch
    {
        PlanTags.Section => element.Name != Wml.Tr && context.Value("section.heading").IsEmpty,
        PlanTags.Group => element.Name != Wml.Tr && context.Value("section.group").IsEmpty,
        _ => false,
    };

    private static XElement? Shown(IEnumerable<XElement> children, FieldContext context, bool last)
    {
        foreach (var child in children)
        {
            if (Of(child, context, last) is { } shown)
            {
                return shown;
            }
        }

        return null;
    }

    private static XElement? Of(XElement element, FieldContext context, bool last)
    {
        if (element.Name == Fml.If)
        {
            return IsMet(element, context) || element.Parent!.Name == Wml.Tr ? Inside(element, context, last) : null;
        }

        if (element.Name == Fml.Loop)
        {
            var items = context.Each(Fml.NameOf(element));
            return (last ? items.Reverse() : items).Select(each => Inside(element, each, last)).FirstOrDefault(shown => shown is not null);
        }

        if (element.Name == Wml.Sdt)
        {
            return element.Element(Wml.SdtContent) is not { } content ? null
                : element.Attribute(Fml.Shows) is null ? Inside(content, context, last)
                : IsHeadingWithoutText(element, context) ? null
                : content.Elements().LastOrDefault();
        }

        return (element.Name == Wml.Tbl && !Any(element, context)) || IsHeadingWithoutText(element, context)
            || element.Name.LocalName is "tcPr" or "tblPr" or "tblGrid" or "trPr" or "tblPrEx" or "sectPr" or "bookmarkStart" or "bookmarkEnd" ? null : element;
    }

    private static XElement? Inside(XElement container, FieldContext context, bool last) => Shown(last ? container.Elements().Reverse() : container.Elements(), context, last);
}
