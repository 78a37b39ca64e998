using System.Xml.Linq;

namespace ActionPlan.Templates;

/// <summary>Rows on their way out. The last one is held back, since the next can still change it: a merge may begin in it.</summary>
internal sealed class ReadyRows
{
    private readonly List<XElement> _elements = [];
    private XElement? _held;

    /// <summary>What can be written.</summary>
    public IReadOnlyList<XElement> Elements => _elements;

    /// <summary>What could be written has been.</summary>
    public void Clear() => _elements.Clear();

    /// <summary>Adds a row, which is held back until the next.</summary>
    public void Add(XElement row)
    {
        Release();
        _held = row;
    }

    /// <summary>Adds a paragraph, which no row changes any more.</summary>
    public void AddParagraph(XElement paragraph)
    {
        Release();
        _elements.Add(paragraph);
    }

    /// <summary>Lets the row go that is held back.</summary>
    public void Release()
    {
        if (_held is not null)
        {
            _elements.Add(_held);
            _held = null;
        }
    }
}
