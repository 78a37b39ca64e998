using System.Xml;

namespace ActionPlan.Templates;

/// <summary>
/// Rows of shapes that have been seen before. The last one waits until the next is read: it can be written by itself only if that one is not merged
/// with it.
/// </summary>
internal sealed class KnownRows(Scrub scrub)
{
    // A document whose rows all differ must not be held in memory row by row.
    private const int MostShapes = 256;

    private readonly Dictionary<int, (RowTokens Tokens, RowShape? Shape)> _shapes = [];
    private RowTokens _read = new();
    private RowTokens _waiting = new();

    /// <summary>The row that was read last.</summary>
    public RowTokens Current => _read;

    /// <summary>The row that waits.</summary>
    public RowTokens Waiting => _waiting;

    /// <summary>The shape of the row that waits, or null where none does.</summary>
    public RowShape? WaitingShape { get; private set; }

    /// <summary>Reads a row.</summary>
    /// <returns>Its shape, where rows of that shape were seen before and can be written without a tree; otherwise null.</returns>
    public RowShape? Read(XmlReader reader)
    {
        _read.Read(reader);
        if (_shapes.TryGetValue(_read.Hash, out var seen) && seen.Tokens.IsLike(_read))
        {
            if (seen.Shape is null)
            {
                _shapes[_read.Hash] = seen = (seen.Tokens, RowShape.Of(seen.Tokens, scrub));
            }

            return seen.Shape!.IsPlain ? seen.Shape : null;
        }

        if (_shapes.Count == MostShapes)
        {
            _shapes.Clear();
        }

        _shapes[_read.Hash] = (_read.Copy(), null);
        return null;
    }

    /// <summary>Lets the row that was read last wait.</summary>
    public void Wait(RowShape shape)
    {
        (_read, _waiting) = (_waiting, _read);
        WaitingShape = shape;
    }

    /// <summary>The row that waited is written.</summary>
    public void Done() => WaitingShape = null;
}
