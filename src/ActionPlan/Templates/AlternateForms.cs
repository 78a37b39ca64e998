using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>Blocks that stand in more than one form (ECMA-376-3 clause 7.6), as they were read: up to the first form that holds text.</summary>
internal static class AlternateForms
{
    private static readonly XName Choice = Wml.Mc + "Choice";
    private static readonly XName Fallback = Wml.Mc + "Fallback";

    /// <summary>The forms that were read.</summary>
    public static List<XElement> Read(XElement alternates)
    {
        var read = new List<XElement>();
        foreach (var form in alternates.Elements().Where(child => child.Name == Choice || child.Name == Fallback))
        {
            read.Add(form);
            if (form.Descendants(Wml.T).Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            {
                break;
            }
        }

        return read;
    }

    /// <summary>Opens a form to be read like the part that it stands in.</summary>
    public static XmlReader Open(XElement form)
    {
        var reader = XmlReader.Create(new StringReader(form.ToString(SaveOptions.DisableFormatting)));
        reader.MoveToContent();
        return reader;
    }

    /// <summary>How many tables were counted in them.</summary>
    public static int Tables(List<XElement> forms) =>
        forms.Sum(form => form.Descendants(Wml.Tbl).Count(table => !table.Ancestors(Wml.Tbl).Any() && !table.Ancestors(Fallback).Any(other => other != form) && HasRow(table)));

    /// <summary>Whether a table has a row that stands: one without is none, and was not counted when the document was read.</summary>
    public static bool HasRow(XElement table) =>
        table.Descendants(Wml.Tr).Any(row => row.Element(Wml.TrPr)?.Element(Wml.W + "del") is null && row.Ancestors(Wml.Tbl).First() == table);
}
