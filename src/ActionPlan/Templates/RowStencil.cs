using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// The markup of a measure's row, written once as a tree and from then on as characters with gaps: the ids of the controls, the id of the measure,
/// and the texts, which are escaped as they are written.
/// </summary>
internal sealed class RowStencil
{
    /// <summary>What stands for the id of the measure.</summary>
    public const string MarkOfMeasure = "\uE002";

    private const char Id = '\uE001';
    private const char Measure = '\uE002';
    private const char NewText = '\uE003';
    private const char OwnText = '\uE004';
    private const char FirstNumber = '\uE100';
    private const int LongestNumber = 11;

    private readonly List<Piece> _pieces = [];
    private readonly char[] _number = new char[LongestNumber];

    private RowStencil(int[] columns, CellContent[] contents) => (Columns, Contents) = (columns, contents);

    /// <summary>How many texts and cells a row may have for its gaps to be numbered.</summary>
    public static int Most => 4096;

    /// <summary>For each cell its column in the example's plan, or -1.</summary>
    public int[] Columns { get; }

    /// <summary>For each cell what is written into it.</summary>
    public CellContent[] Contents { get; }

    /// <summary>What stands for the text that a cell gets.</summary>
    public static string MarkOfNewText(int cell) => new([NewText, (char)(FirstNumber + cell)]);

    /// <summary>What stands for a text that the row has, by the number of its token.</summary>
    public static string MarkOfOwnText(int token) => new([OwnText, (char)(FirstNumber + token)]);

    /// <summary>Whether a value looks like a gap.</summary>
    public static bool HasMark(ReadOnlySpan<char> text) => text.ContainsAnyInRange(Id, OwnText);

    /// <summary>Whether an id can be written as it stands.</summary>
    public static bool IsPlainId(string id) => !id.AsSpan().ContainsAnyExcept(PlainIds);

    /// <param name="row">The row in its controls, with marks for what changes.</param>
    /// <param name="columns">For each cell its column in the example's plan, or -1.</param>
    /// <param name="contents">For each cell what is written into it.</param>
    /// <param name="writer">The writer, within the table.</param>
    /// <param name="scope">The namespaces that the example has declared there.</param>
    public static RowStencil Of(XElement row, int[] columns, CellContent[] contents, XmlWriter writer, IXmlNamespaceResolver scope)
    {
        foreach (var id in row.DescendantsAndSelf(Wml.SdtPr).Elements(Wml.W + "id"))
        {
            id.SetAttributeValue(Wml.Val, Id);
        }

        var stencil = new RowStencil(columns, contents);
        stencil.Cut(MarkupText.Of(row, writer, scope.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml)));
        return stencil;
    }

    public void Write(XmlWriter writer, RowTokens own, ContentControls controls, string id, ReadOnlySpan<string?> texts)
    {
        foreach (var (literal, gap, number) in _pieces)
        {
            writer.WriteRaw(literal);
            switch (gap)
            {
                case Id:
                    controls.NextId().TryFormat(_number, out var length, provider: CultureInfo.InvariantCulture);
                    writer.WriteRaw(_number, 0, length);
                    break;
                case Measure:
                    writer.WriteRaw(id);
                    break;
                case NewText:
                    writer.WriteString(Wml.Legal(texts[number]!));
                    break;
                case OwnText:
                    own.WriteText(writer, number);
                    break;
            }
        }
    }

    private static readonly System.Buffers.SearchValues<char> PlainIds = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private void Cut(string markup)
    {
        var from = 0;
        while (true)
        {
            var at = markup.AsSpan(from).IndexOfAnyInRange(Id, OwnText);
            if (at < 0)
            {
                _pieces.Add(new(markup[from..], '\0', 0));
                return;
            }

            at += from;
            var gap = markup[at];
            var isNumbered = gap is NewText or OwnText;
            _pieces.Add(new(markup[from..at], gap, isNumbered ? markup[at + 1] - FirstNumber : 0));
            from = at + (isNumbered ? 2 : 1);
        }
    }

    /// <param name="Literal">What stands before the gap.</param>
    /// <param name="Gap">What goes into it.</param>
    /// <param name="Number">The cell or token of a text.</param>
    private readonly record struct Piece(string Literal, char Gap, int Number);
}

/// <summary>What to write for a row without a tree.</summary>
/// <param name="Stencil">Its markup.</param>
/// <param name="Measure">Its measure.</param>
/// <param name="Id">The id of the measure.</param>
/// <param name="Texts">For each cell its new text, or null.</param>
internal readonly record struct KnownRow(RowStencil Stencil, int Measure, string Id, string?[] Texts);
