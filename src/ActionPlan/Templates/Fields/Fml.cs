using System.Xml.Linq;

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
/// <param name="Part">The part: 'document', 'header1'.</param>
/// <param name="Text">The text around it.</param>
internal sealed record FieldPlace(DocumentPlace Place, string Part, string Text)
{
    public static FieldPlace Of(XElement element) => element.Annotation<FieldPlace>() ?? new(default, "", "");
}

/// <summary>On a mark that has been said to lack its other end: whatever follows from that is not said again.</summary>
internal sealed class FieldFault
{
    public static FieldFault Said { get; } = new();
}
