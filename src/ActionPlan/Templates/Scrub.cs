using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Takes out of markup what must not go into a new document: the history of its editing, comments, hidden text, embedded objects, links to files.
/// Tracked changes are accepted, as they were when the document was read.
/// </summary>
internal sealed class Scrub(WrittenPart part, HashSet<string> hiddenStyles, HashSet<string> bookmarks, ContentControls controls, DrawingIds drawings, Action<string> leftOut, bool keepsBindings = false)
{
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "delText", "delInstrText", "cellIns", "cellMerge", "numberingChange",
        "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange", "printerSettings", "dataBinding", "placeholder", "customXmlPr", "smartTagPr",
        "subDoc", "contentPart", "control", "altChunk", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "docPartObj",
    };

    private static readonly HashSet<string> Transparent = new(StringComparer.Ordinal) { "ins", "moveTo", "smartTag", "customXml", "dir", "bdo" };

    private static readonly string[] LinkedFields =
        ["INCLUDEPICTURE", "INCLUDETEXT", "LINK", "DDE", "AUTHOR", "LASTSAVEDBY", "USER", "FILENAME", "DOCPROPERTY", "DOCVARIABLE", "COMMENTS", "TEMPLATE", "MACROBUTTON", "DATABASE", "RD", "IMPORT", "INFO", "KEYWORDS", "SUBJECT", "MERGEFIELD"];

    /// <summary>Whether nothing is left of the element.</summary>
    public bool Clean(XElement element)
    {
        CleanAttributes(element);
        if (element.Name.Namespace == Wml.W && element.Name.LocalName is "sdtPr")
        {
            Renumber(element);
            controls.Protect(element);
        }

        XNode? next;
        for (var child = element.FirstNode; child is not null; child = next)
        {
            next = child.NextNode;
            if (child is not XElement inner)
            {
                if (child is XComment or XProcessingInstruction)
                {
                    child.Remove();
                }

                continue;
            }

            if (IsDropped(inner))
            {
                inner.Remove();
            }
            else if (IsTransparent(inner))
            {
                var nodes = inner.Nodes().ToList();
                inner.RemoveNodes();
                inner.ReplaceWith(nodes);
                next = nodes.Count > 0 ? nodes[0] : next;
            }
            else if (Clean(inner))
            {
                inner.Remove();
            }
        }

        SchemaOrder.Restore(element);
        LenientMarkup.Restore(element);
        if (element.Name == Wml.P)
        {
            FieldMarkup.Unlink(element, IsLinkedField);
        }

        if (element.Name.LocalName == "docPr")
        {
            element.SetAttributeValue("id", drawings.Next());
        }

        // A run that held nothing but what was taken out.
        return element.Name == Wml.Run && !element.Elements().Any(inner => inner.Name != Wml.RPr);
    }

    /// <summary>Whether an attribute tells of the history of editing: in whose session, in which paragraph of whose file.</summary>
    public static bool IsOfEditing(string name, string @namespace) =>
        (name.StartsWith("rsid", StringComparison.Ordinal) && @namespace == Wml.Namespace)
        || (name is "paraId" or "textId" && @namespace == Wml.W14.NamespaceName)
        || name is "anchorId" or "editId" or "PreserveAttributes" or "PreserveElements";

    private static void CleanAttributes(XElement element)
    {
        XAttribute? next;
        for (var attribute = element.FirstAttribute; attribute is not null; attribute = next)
        {
            next = attribute.NextAttribute;
            // LibreOffice writes names of shapes as 'ID', which no schema has.
            if (IsOfEditing(attribute.Name.LocalName, attribute.Name.NamespaceName) || (attribute.Name == "ID" && element.Name.NamespaceName == "urn:schemas-microsoft-com:vml"))
            {
                attribute.Remove();
            }
        }
    }

    private void Renumber(XElement properties)
    {
        properties.Elements(Wml.W + "id").Remove();
        var id = Wml.Value("id", controls.NextId());
        var after = properties.Elements().LastOrDefault(child => child.Name.LocalName is "rPr" or "alias" or "tag" && child.Name.Namespace == Wml.W);
        if (after is null)
        {
            properties.AddFirst(id);
        }
        else
        {
            after.AddAfterSelf(id);
        }
    }

    private bool IsDropped(XElement element)
    {
        if (element.Name.Namespace == Wml.W)
        {
            var name = element.Name.LocalName;
            if (Dropped.Contains(name) && !(name == "dataBinding" && keepsBindings))
            {
                if (name is "altChunk" or "subDoc" or "control")
                {
                    leftOut(name);
                }

                return true;
            }

            return name switch
            {
                "ins" => element.Parent?.Name.LocalName is "rPr" or "trPr",
                "bookmarkStart" or "bookmarkEnd" => !bookmarks.Contains((string?)element.Attribute(Wml.W + "id") ?? ""),
                "object" => Report("object"),
                "r" => IsHidden(element),
                "headerReference" or "footerReference" => !part.Knows((string?)element.Attribute(Wml.Id) ?? ""),
                "drawing" or "pict" => HasLostTarget(element),
                "tr" => element.Element(Wml.TrPr)?.Element(Wml.W + "del") is not null,
                "tc" => element.Element(Wml.TcPr)?.Element(Wml.W + "cellDel") is not null,
                "rsid" or "rsids" => true,
                _ => false,
            };
        }

        return element.Name.LocalName is "repeatingSection" or "repeatingSectionItem" or "webExtensionLinked" or "webExtensionCreated" && element.Parent?.Name == Wml.SdtPr
            || element.Name.LocalName == "dataBinding"
            || (!IsOfOffice(element.Name.NamespaceName) && Report(element.Name.LocalName));
    }

    /// <summary>Whether a namespace is one of those of Word files; what other programs add is theirs.</summary>
    private static bool IsOfOffice(string name) =>
        name.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal) || name.StartsWith("http://schemas.microsoft.com/", StringComparison.Ordinal)
            || name.StartsWith("urn:schemas-microsoft-com:", StringComparison.Ordinal);

    private bool Report(string what)
    {
        leftOut(what);
        return true;
    }

    private bool IsTransparent(XElement element)
    {
        if (element.Name.Namespace != Wml.W)
        {
            return false;
        }

        return Transparent.Contains(element.Name.LocalName)
            || (element.Name.LocalName == "hyperlink" && element.Attribute(Wml.Id) is { } id && !part.Knows(id.Value))
            || (element.Name.LocalName == "fldSimple" && IsLinkedField((string?)element.Attribute(Wml.W + "instr") ?? ""));
    }

    private bool IsHidden(XElement run)
    {
        var properties = run.Element(Wml.RPr);
        var hidden = Wml.IsOn(properties?.Element(Wml.W + "vanish"))
            ?? (properties?.Element(Wml.W + "rStyle") is { } style && hiddenStyles.Contains((string?)style.Attribute(Wml.Val) ?? ""));
        return hidden && !run.Elements().Any(child => child.Name.LocalName is "fldChar" or "instrText");
    }

    /// <summary>Whether a picture or chart points to a part that does not come along.</summary>
    private bool HasLostTarget(XElement drawing)
    {
        var lost = drawing.Descendants().Any(child => child.Name.LocalName is "OLEObject" or "control")
            || drawing.Descendants().Attributes().Any(attribute => attribute.Name.Namespace == Wml.R && attribute.Parent!.Name.LocalName != "hlinkClick" && !part.Knows(attribute.Value));
        if (lost)
        {
            leftOut("drawing");
            return true;
        }

        drawing.Descendants().Where(child => child.Name.LocalName is "hlinkClick" or "hlinkHover" && !part.Knows((string?)child.Attribute(Wml.Id) ?? "")).Remove();
        return false;
    }

    private static bool IsLinkedField(string code)
    {
        var trimmed = code.TrimStart();
        return Array.Exists(LinkedFields, kind => trimmed.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
            || (trimmed.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) && !trimmed.Contains("\\l", StringComparison.Ordinal)
                && !trimmed.Contains("http", StringComparison.OrdinalIgnoreCase) && !trimmed.Contains("mailto:", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Numbers drawings, so that none has the number of another.</summary>
internal sealed class DrawingIds
{
    private int _next;

    public int Next() => ++_next;
}

/// <summary>Complex fields (ECMA-376-1 clause 17.16.18) within a paragraph.</summary>
internal static class FieldMarkup
{
    /// <summary>Leaves nothing but the result of the fields whose code is of a kind.</summary>
    public static void Unlink(XElement paragraph, Func<string, bool> kind)
    {
        var open = new Stack<(List<XElement> Marks, System.Text.StringBuilder Code, bool InCode)>();
        foreach (var run in paragraph.Descendants(Wml.Run).ToList())
        {
            foreach (var child in run.Elements().ToList())
            {
                if (child.Name == Wml.W + "fldChar")
                {
                    switch ((string?)child.Attribute(Wml.W + "fldCharType"))
                    {
                        case "begin":
                            open.Push(([child], new(), true));
                            break;
                        case "separate" when open.Count > 0:
                            var field = open.Pop();
                            field.Marks.Add(child);
                            open.Push((field.Marks, field.Code, false));
                            break;
                        case "end" when open.Count > 0:
                            var ended = open.Pop();
                            ended.Marks.Add(child);
                            if (kind(ended.Code.ToString()))
                            {
                                ended.Marks.Remove();
                            }

                            break;
                    }
                }
                else if (child.Name == Wml.W + "instrText" && open.Count > 0 && open.Peek().InCode)
                {
                    open.Peek().Code.Append(child.Value);
                    open.Peek().Marks.Add(child);
                }
            }
        }
    }
}
