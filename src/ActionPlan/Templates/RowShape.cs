using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>What many rows of a table share: all of their markup but the texts.</summary>
internal sealed class RowShape
{
    // What is numbered anew, merged, or decided on for each row by itself.
    private static readonly HashSet<string> Singular = new(StringComparer.Ordinal)
    {
        "sdt", "vMerge", "hMerge", "drawing", "pict", "object", "bookmarkStart", "bookmarkEnd", "del", "ins", "moveFrom", "moveTo", "cellDel", "cellIns", "cellMerge",
    };

    private readonly List<RowStencil> _stencils = [];
    private XElement? _row;

    /// <summary>Whether rows of this shape can be written without a tree.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The cells and what the decisions about them ask.</summary>
    public IReadOnlyList<ShapeCell> Cells { get; private set; } = [];

    public static RowShape Of(RowTokens tokens, Scrub scrub)
    {
        var shape = new RowShape();
        if (!IsPlainMarkup(tokens))
        {
            return shape;
        }

        var wrapper = new XElement("wrapper", tokens.ToElement(RowStencil.MarkOfOwnText));
        scrub.Clean(wrapper);
        if (wrapper.Element(Wml.Tr) is { } row)
        {
            row.Remove();
            shape._row = row;
            shape.IsPlain = true;
            shape.Cells = RowMarkup.Cells(row).ConvertAll(cell => new ShapeCell(cell.Column, cell.End, CellTraits.Of(cell.Cell)));
        }

        return shape;
    }

    /// <summary>The row of the shape, to be changed.</summary>
    public XElement NewRow() => new(_row!);

    /// <summary>What was made of this shape for the same columns and decisions, or null.</summary>
    public RowStencil? Find(ReadOnlySpan<int> columns, ReadOnlySpan<CellContent> contents)
    {
        foreach (var stencil in _stencils)
        {
            if (columns.SequenceEqual(stencil.Columns) && contents.SequenceEqual(stencil.Contents))
            {
                return stencil;
            }
        }

        return null;
    }

    public void Keep(RowStencil stencil)
    {
        const int Most = 64;
        if (_stencils.Count < Most)
        {
            _stencils.Add(stencil);
        }
    }

    private static bool IsPlainMarkup(RowTokens tokens)
    {
        if (tokens.Tokens.Length > RowStencil.Most)
        {
            return false;
        }

        foreach (ref readonly var token in tokens.Tokens)
        {
            var plain = token.Kind switch
            {
                RowTokenKind.Element => token.Namespace == Wml.Namespace && !Singular.Contains(token.Name),
                RowTokenKind.Attribute => token.Namespace != XNamespace.Xmlns.NamespaceName && !RowStencil.HasMark(tokens[token]),
                RowTokenKind.Text => !RowStencil.HasMark(tokens[token]),
                _ => true,
            };
            if (!plain)
            {
                return false;
            }
        }

        return true;
    }
}
