using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ActionPlan.Templates;

/// <summary>Markup as the characters that a writer would write for it, so that what comes again and again is made once.</summary>
internal static class MarkupText
{
    /// <param name="element">The markup.</param>
    /// <param name="writer">The writer that will take the characters, within what declares the prefixes.</param>
    /// <param name="declared">Prefixes that may be declared there, with their namespaces.</param>
    public static string Of(XElement element, XmlWriter writer, IEnumerable<KeyValuePair<string, string>> declared)
    {
        const string Around = "a";
        var markup = new StringBuilder();
        using (var xml = XmlWriter.Create(markup, new() { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement(Around);
            foreach (var (prefix, name) in declared)
            {
                if (prefix.Length > 0 && writer.LookupPrefix(name) == prefix)
                {
                    xml.WriteAttributeString("xmlns", prefix, null, name);
                }
            }

            element.WriteTo(xml);
            xml.WriteEndElement();
        }

        var text = markup.ToString();
        var start = text.IndexOf('>', StringComparison.Ordinal) + 1;
        return text[start..text.LastIndexOf('<')];
    }
}
