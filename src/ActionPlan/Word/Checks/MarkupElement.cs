using System.Globalization;
using System.Text;
using System.Xml;

namespace ActionPlan.Word.Checks;

/// <summary>An element that is open while a part is walked, with what its rules noted about its content.</summary>
internal sealed class MarkupElement
{
    public MarkupElement(XmlReader reader, MarkupElement? parent)
    {
        Parent = parent;
        IsWord = reader.NamespaceURI is Wml.Namespace or Wml.StrictNamespace;
        Name = reader.LocalName;
        IsPassedOver = parent?.IsPassedOver == true || (Name == "Fallback" && reader.NamespaceURI == Wml.Mc.NamespaceName) || (IsWord && Name.EndsWith("PrChange", StringComparison.Ordinal));
        if (parent is not null)
        {
            parent.Children++;
        }
    }

    public MarkupElement? Parent { get; }

    /// <summary>Whether it is of WordprocessingML.</summary>
    public bool IsWord { get; }

    public string Name { get; }

    /// <summary>Whether it says what is said elsewhere, for old programs, or what was before a tracked change.</summary>
    public bool IsPassedOver { get; }

    public int Children { get; private set; }

    /// <summary>The last paragraph or table directly within, or the last row or cell; null where there is none.</summary>
    public string? LastContent { get; set; }

    public bool Is(string name) => IsWord && Name == name;
}

/// <summary>Where in a part the walk is.</summary>
/// <param name="part">The name of the part.</param>
/// <param name="kind">What it is: 'document', 'header', 'footer', 'footnotes', 'endnotes'.</param>
internal sealed class MarkupPlace(string part, string kind)
{
    private const int LongestExcerpt = 60;

    private readonly StringBuilder _text = new();
    private int _depth;
    private int _table;
    private int _row;
    private int _column;

    public string Part { get; } = part;

    /// <summary>Whether the part is the document itself.</summary>
    public bool IsMain { get; } = kind == "document";

    /// <summary>Tables of the document itself are counted as in every other message; nested ones are within their cell.</summary>
    public DocumentPlace Current => IsMain && _depth > 0 ? new(Table: _table, Row: _row > 0 ? _row : null, Column: _row > 0 && _column > 0 ? _column : null) : default;

    /// <summary>The table itself, where the walk is in one.</summary>
    public DocumentPlace OfTable => IsMain && _depth > 0 ? new(Table: _table) : default;

    /// <summary>How the last paragraph with a text begins, by which a person finds the place.</summary>
    public string TextBefore { get; private set; } = "";

    /// <summary>The part, and the text before, in the words of a message.</summary>
    public Messages.PartPlace Within => new(kind, TextBefore);

    public void Text(string text) => Append(_text, text);

    /// <summary>Adds to the beginning of a text as much as a message shows of it.</summary>
    public static void Append(StringBuilder excerpt, string text)
    {
        if (excerpt.Length <= LongestExcerpt)
        {
            excerpt.Append(text.AsSpan(0, Math.Min(text.Length, LongestExcerpt + 1)));
        }
    }

    public static string Excerpt(StringBuilder text)
    {
        var line = text.ToString().Trim();
        return line.Length <= LongestExcerpt ? line : line[..(char.IsHighSurrogate(line[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt)] + "…";
    }

    public void Begin(MarkupElement element)
    {
        if (!element.IsWord || element.IsPassedOver)
        {
            return;
        }

        if (element.Name == "tbl" && _depth++ == 0)
        {
            (_table, _row, _column) = (_table + 1, 0, 0);
        }
        else if (element.Name == "tr" && _depth == 1)
        {
            (_row, _column) = (_row + 1, 0);
        }
        else if (element.Name == "tc" && _depth == 1)
        {
            _column++;
        }
    }

    public void End(MarkupElement element)
    {
        if (element.Is("p") && !element.IsPassedOver)
        {
            TextBefore = Excerpt(_text) is { Length: > 0 } text ? text : TextBefore;
            _text.Clear();
        }
        else if (element.Is("tbl") && !element.IsPassedOver)
        {
            _depth--;
        }
    }
}

/// <summary>What was found: of one kind no more than a person wants to read, of all as many as the limits keep.</summary>
internal sealed class CheckFindings(ReadLimits limits)
{
    private const int MostOfAKind = 10;

    private readonly List<Diagnostic> _found = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(Diagnostic diagnostic)
    {
        if ((_counts[diagnostic.Code] = _counts.GetValueOrDefault(diagnostic.Code) + 1) > MostOfAKind)
        {
            return;
        }

        // One more than is kept, so that the cut is told.
        if (_found.Count <= limits.Diagnostics)
        {
            _found.Add(diagnostic);
        }
    }

    public ValueList<Diagnostic> ToList() => _found.Count <= limits.Diagnostics
        ? _found.Concat(_counts.Where(kind => kind.Value > MostOfAKind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => Messages.DiagnosticCatalog.FindingsAlike.Create(kind.Key, (kind.Value - MostOfAKind).ToString(CultureInfo.InvariantCulture)))).ToValueList()
        : _found.Take(limits.Diagnostics).Append(Messages.DiagnosticCatalog.DiagnosticsCut.Create("1+")).ToValueList();
}

/// <summary>Something that has to hold for the markup of a file.</summary>
internal abstract class MarkupRule(CheckFindings findings)
{
    public virtual void BeginPart(MarkupPlace place)
    {
    }

    /// <param name="element">The element.</param>
    /// <param name="reader">Stands on it; for its attributes.</param>
    /// <param name="place">Where it is.</param>
    public abstract void Begin(MarkupElement element, XmlReader reader, MarkupPlace place);

    public virtual void End(MarkupElement element, MarkupPlace place)
    {
    }

    /// <summary>A text of the document, as it stands within w:t.</summary>
    public virtual void Text(string text)
    {
    }

    public virtual void EndPart(MarkupPlace place)
    {
    }

    protected void Find(Messages.DiagnosticDescriptor what, MarkupPlace place, params ReadOnlySpan<string> arguments) => findings.Add(what.At(place.Current, arguments));

    protected void FindBehind(Messages.DiagnosticDescriptor what, MarkupPlace place, params ReadOnlySpan<string> arguments) => findings.Add(what.At(place.Current, place.Within, arguments));

    protected void FindTable(Messages.DiagnosticDescriptor what, MarkupPlace place) => findings.Add(what.At(place.OfTable));

    protected static string? Value(XmlReader reader, string attribute) => reader.GetAttribute(attribute, reader.NamespaceURI);
}
