using System.Xml.Linq;

namespace ActionPlan.Word;

/// <summary>The names of WordprocessingML that are written.</summary>
internal static class Wml
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string RelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static readonly XNamespace W = Namespace;
    public static readonly XNamespace R = RelationshipNamespace;
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";

    public static readonly XName P = W + "p";
    public static readonly XName PPr = W + "pPr";
    public static readonly XName Run = W + "r";
    public static readonly XName RPr = W + "rPr";
    public static readonly XName T = W + "t";
    public static readonly XName Tbl = W + "tbl";
    public static readonly XName TblPr = W + "tblPr";
    public static readonly XName TblGrid = W + "tblGrid";
    public static readonly XName Tr = W + "tr";
    public static readonly XName TrPr = W + "trPr";
    public static readonly XName Tc = W + "tc";
    public static readonly XName TcPr = W + "tcPr";
    public static readonly XName Sdt = W + "sdt";
    public static readonly XName SdtPr = W + "sdtPr";
    public static readonly XName SdtContent = W + "sdtContent";
    public static readonly XName Val = W + "val";
    public static readonly XName Id = R + "id";

    public static XElement Element(string name, params object?[] content) => new(W + name, content);

    /// <summary>An element with a w:val.</summary>
    public static XElement Value(string name, object value) => new(W + name, new XAttribute(Val, value));

    /// <summary>Whether an on/off element is there and on (ECMA-376-1 clause 22.9.2.7).</summary>
    public static bool? IsOn(XElement? element) => element is null ? null : (string?)element.Attribute(Val) is not ("0" or "false" or "off");

    /// <summary>The text without what XML cannot hold (XML 1.0 clause 2.2).</summary>
    public static string Legal(string text)
    {
        var at = 0;
        while (at < text.Length && IsLegal(text, at))
        {
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        if (at >= text.Length)
        {
            return text;
        }

        var legal = new System.Text.StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
        {
            if (IsLegal(text, at))
            {
                legal.Append(text[at]);
                if (char.IsHighSurrogate(text[at]))
                {
                    legal.Append(text[++at]);
                }
            }
        }

        return legal.ToString();
    }

    private static bool IsLegal(string text, int at)
    {
        var c = text[at];
        return char.IsHighSurrogate(c) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : !char.IsLowSurrogate(c) && (c >= ' ' ? c < '\uFFFE' : c is '\t' or '\n' or '\r');
    }
}
