using System.Xml;

namespace ActionPlan.Word.Checks;

/// <summary>What the styles of a file say of levels of headings, of language and of heading rows, each style after the one that it is based on.</summary>
internal sealed class CheckedStyles
{
    private sealed class Style
    {
        public string? BasedOn { get; set; }

        public int? NamedLevel { get; set; }

        public int? OutlineLevel { get; set; }

        public bool IsDefaultParagraph { get; set; }

        public bool HasLanguage { get; set; }

        public bool MarksFirstRow { get; set; }
    }

    private const int LongestLine = 30;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    // What stands before the first style holds for all text.
    private Style _current = new() { IsDefaultParagraph = true };
    private string? _part;

    /// <summary>Whether text is in a language unless it says otherwise.</summary>
    public bool HasLanguage { get; private set; }

    /// <summary>Takes note of an element of the part of styles.</summary>
    public void Note(XmlReader reader)
    {
        var value = reader.GetAttribute("val", reader.NamespaceURI);
        switch (reader.LocalName)
        {
            case "style":
                _current = new() { IsDefaultParagraph = reader.GetAttribute("default", reader.NamespaceURI) is "1" or "true" or "on" && reader.GetAttribute("type", reader.NamespaceURI) == "paragraph" };
                _part = null;
                _styles.TryAdd(reader.GetAttribute("styleId", reader.NamespaceURI) ?? "", _current);
                break;
            case "basedOn":
                _current.BasedOn = value;
                break;
            case "name" when value is { Length: 9 } && value.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && value[8] is >= '1' and <= '9':
                _current.NamedLevel = value[8] - '0';
                break;
            case "outlineLvl" when value is [>= '0' and <= '9']:
                _current.OutlineLevel = value[0] == '9' ? 0 : value[0] - '0' + 1;
                break;
            case "lang" when IsLanguage(value):
                _current.HasLanguage = true;
                HasLanguage |= _current.IsDefaultParagraph;
                break;
            case "tblStylePr":
                _part = reader.GetAttribute("type", reader.NamespaceURI);
                break;
            case "tblHeader" when _part == "firstRow" && value is not ("0" or "false" or "off"):
                _current.MarksFirstRow = true;
                break;
        }
    }

    /// <summary>A language that a voice can be chosen for.</summary>
    public static bool IsLanguage(string? tag) => !string.IsNullOrWhiteSpace(tag) && tag is not ("x-none" or "zxx" or "und" or "mul");

    /// <summary>The level of a heading style, 0 for other styles.</summary>
    public int HeadingLevel(string style) => Line(style).Select(each => each.NamedLevel ?? each.OutlineLevel).FirstOrDefault(level => level is not null) ?? 0;

    public bool SaysLanguage(string style) => Line(style).Any(each => each.HasLanguage);

    public bool MarksFirstRow(string style) => Line(style).Any(each => each.MarksFirstRow);

    private IEnumerable<Style> Line(string style)
    {
        var id = style;
        for (var steps = 0; id is not null && steps < LongestLine && _styles.TryGetValue(id, out var found); steps++)
        {
            yield return found;
            id = found.BasedOn;
        }
    }
}
