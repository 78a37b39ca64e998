using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>The markup that the fields, loops and conditions of a template become before it is filled. None of it is ever written.</summary>
internal static class Fml
{
    public static readonly XNamespace Namespace = "urn:actionplan:fields";

    /// <summary>A field within a run.</summary>
    public static readonly XName Field = Namespace + "field";

    /// <summary>A beginning or an end that has not found the other one yet.</summary>
    public static readonly XName Mark = Namespace + "mark";
    public static readonly XName Loop = Namespace + "loop";
    public static readonly XName If = Namespace + "if";
    public static readonly XName Name = "name";

    /// <summary>On a paragraph: the tag of the control that is all of it, without whose text the paragraph is not written either.</summary>
    public static readonly XName Heads = Namespace + "heads";

    /// <summary>'#', '^' or '/' of a mark; '^' of a condition that asks for an empty field.</summary>
    public static readonly XName Sign = "sign";

    /// <summary>On a content control: the field that it shows.</summary>
    public static readonly XName Shows = Namespace + "shows";

    /// <summary>On a row or a block: the tag of the control around it in the filled document.</summary>
    public static readonly XName Around = Namespace + "around";

    public static string NameOf(XElement element) => (string)element.Attribute(Name)!;
}

/// <summary>Where something stands in a template, for messages.</summary>
/// <param name="Place">The table, row and column, where it stands in one.</param>
/// <param name="Within">The part, and the text around.</param>
internal sealed record FieldPlace(DocumentPlace Place, PartPlace Within)
{
    public static FieldPlace Of(XElement element) => element.Annotation<FieldPlace>() ?? new(default, new("document", ""));

    /// <summary>Whether an element is the older form of what stands beside it too (mc:Fallback): what is wrong with it is said of the other one.</summary>
    public static bool IsSecondForm(XElement element) => element.Ancestors(Wml.Mc + "Fallback").Any(form => form.ElementsBeforeSelf(Wml.Mc + "Choice").Any());
}

/// <summary>On a mark that has been said to lack its other end: whatever follows from that is not said again.</summary>
internal sealed class FieldFault
{
    public static FieldFault Said { get; } = new();
}
