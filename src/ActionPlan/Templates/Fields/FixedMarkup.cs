using System.Xml;
using System.Xml.Linq;

namespace ActionPlan.Templates.Fields;

/// <summary>Writes markup that stands in every row alike, such as the properties of its cells: as a tree once, and as characters from then on.</summary>
internal sealed class FixedMarkup
{
    private readonly XmlWriter _writer;
    private readonly List<KeyValuePair<string, string>> _declared;
    private readonly bool _isPossible;
    private readonly Dictionary<XElement, string> _known = [];

    /// <param name="writer">What it is written with.</param>
    /// <param name="root">The root of the part, which declares the prefixes.</param>
    public FixedMarkup(XmlWriter writer, XElement root)
    {
        _writer = writer;
        _declared = [.. root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Select(attribute => KeyValuePair.Create(attribute.Name.Namespace == XNamespace.None ? "" : attribute.Name.LocalName, attribute.Value))];

        // Characters mean the same everywhere in the part only where no prefix comes to mean something else.
        var names = _declared.ToDictionary();
        _isPossible = !root.Descendants().Attributes().Any(attribute => attribute.IsNamespaceDeclaration
            && (attribute.Name.Namespace == XNamespace.None || (names.TryGetValue(attribute.Name.LocalName, out var name) && name != attribute.Value)));
    }

    public void Write(XElement? element)
    {
        if (element is null)
        {
            return;
        }

        if (!_isPossible)
        {
            element.WriteTo(_writer);
            return;
        }

        if (!_known.TryGetValue(element, out var text))
        {
            _known.Add(element, text = MarkupText.Of(element, _writer, _declared));
        }

        _writer.WriteRaw(text);
    }
}
