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
        IsFallback = parent?.IsFallback == true || (reader.LocalName == "Fallback" && reader.NamespaceURI == Wml.Mc.NamespaceName);
        if (parent is not null)
        {
            parent.Children++;
        }
    }

    public MarkupElement? Parent { get; }

    /// <summary>Whether it is of WordprocessingML.</summary>
    public bool IsWord { get; }

    public string Name { get; }

    public bool IsFallback { get; }

    public int Children { get; private set; }

    /// <summary>The last paragraph or table directly within, or the last row or cell; null where there is none.</summary>
    public string? LastContent { get; set; }

    public bool Is(string name) => IsWord && Name == name;
}

/// <summary>Where in a part the walk is.</summary>
internal sealed class MarkupPlace(string part, bool isMain)
{
    private int _depth;
    private int _table;
    private int _row;
    private int _column;

    public string Part { get; } = part;

    /// <summary>Whether the part is the document itself.</summary>
    public bool IsMain { get; } = isMain;

    /// <summary>Tables of the document itself are counted as in every other message; nested ones are within their cell.</summary>
    public DocumentPlace Current => IsMain && _depth > 0 ? new(Table: _table, Row: _row > 0 ? _row : null, Column: _row > 0 && _column > 0 ? _column : null) : default;

    public void Begin(MarkupElement element)
    {
        if (!element.IsWord || element.IsFallback)
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
        if (element.Is("tbl") && !element.IsFallback)
        {
            _depth--;
        }
    }
}

/// <summary>What was found, as many as the limits keep.</summary>
internal sealed class CheckFindings(ReadLimits limits)
{
    private readonly List<Diagnostic> _found = [];

    public void Add(Diagnostic diagnostic)
    {
        // One more than is kept, so that the cut is told.
        if (_found.Count <= limits.Diagnostics)
        {
            _found.Add(diagnostic);
        }
    }

    public ValueList<Diagnostic> ToList() => _found.Count <= limits.Diagnostics
        ? _found.ToValueList()
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

    public virtual void EndPart(MarkupPlace place)
    {
    }

    protected void Find(Messages.DiagnosticDescriptor what, MarkupPlace place, params ReadOnlySpan<string> arguments) => findings.Add(what.At(place.Current, arguments));

    protected static string? Value(XmlReader reader, string attribute) => reader.GetAttribute(attribute, reader.NamespaceURI);
}
