using System.Xml.Linq;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// The children of a container, one after the other: where a mark finds its other end, what stands between them goes into a loop or condition. A line
/// that holds nothing but marks goes when all of them have found each other.
/// </summary>
internal sealed class FieldSequence
{
    private readonly List<XElement> _items = [];
    private readonly List<(XElement Child, XElement Mark, int At)> _open = [];
    private readonly List<XElement> _left = [];

    // Lines of marks alone, with the number of marks that are open.
    private readonly Dictionary<XElement, int> _blank = [];

    /// <summary>The children and what was made of them.</summary>
    public IReadOnlyList<XElement> Items => _items;

    /// <summary>The marks that have not found each other: they go on to the container around, and keep the line that they stand in.</summary>
    public List<XElement> Left() => [.. _open.Select(each => each.Mark), .. _left];

    /// <param name="child">The next child; it stands in no container.</param>
    /// <param name="marks">Its marks that are still open.</param>
    /// <param name="isBlank">Whether it shows nothing.</param>
    public void Add(XElement child, List<XElement> marks, bool isBlank)
    {
        _items.Add(child);
        if (isBlank)
        {
            _blank.Add(child, marks.Count);
        }

        foreach (var mark in marks)
        {
            if ((string?)mark.Attribute(Fml.Sign) != "/")
            {
                _open.Add((child, mark, _items.Count - 1));
            }
            else if (_open.Count > 0 && Fml.NameOf(_open[^1].Mark) == Fml.NameOf(mark))
            {
                Wrap(_open[^1], child, mark);
                _open.RemoveAt(_open.Count - 1);
            }
            else
            {
                _left.Add(mark);
            }
        }
    }

    private void Wrap((XElement Child, XElement Mark, int At) start, XElement last, XElement end)
    {
        var isOne = start.At == _items.Count - 1;
        var from = start.At + (!isOne && _blank.ContainsKey(start.Child) ? 1 : 0);
        var to = _items.Count - (_blank.ContainsKey(last) ? 1 : 0);
        if (from < to)
        {
            var wrapper = FieldStructure.Wrapper((string)start.Mark.Attribute(Fml.Sign)!, Fml.NameOf(start.Mark), []);
            wrapper.Add(_items.GetRange(from, to - from));
            _items.RemoveRange(from, to - from);
            _items.Insert(from, wrapper);
        }

        Done(start.Child, start.Mark, start.At);
        Done(last, end, _items.Count - 1);
    }

    private void Done(XElement child, XElement mark, int at)
    {
        mark.Parent!.Remove();
        if (!_blank.TryGetValue(child, out var open))
        {
            return;
        }

        _blank[child] = open - 1;
        if (open > 1)
        {
            return;
        }

        if (at < _items.Count && _items[at] == child)
        {
            _items.RemoveAt(at);
        }
        else
        {
            child.Remove();
        }
    }
}
