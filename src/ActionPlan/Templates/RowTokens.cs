using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// The markup of one row as a flat list, so that rows which differ in their texts alone are known for alike before any tree is built of them. The
/// buffers are used again for the next row.
/// </summary>
internal sealed class RowTokens
{
    private const int FewestTokens = 128;
    private const int FewestCharacters = 2048;

    private RowToken[] _tokens = new RowToken[FewestTokens];
    private char[] _characters = new char[FewestCharacters];
    private int _count;
    private int _length;

    /// <summary>The same for rows that differ in their texts alone, as long as one reader reads them.</summary>
    public int Hash { get; private set; }

    public ReadOnlySpan<RowToken> Tokens => _tokens.AsSpan(0, _count);

    public ReadOnlySpan<char> this[in RowToken token] => _characters.AsSpan(token.Start, token.Length);

    /// <summary>Writes the text of a token.</summary>
    public void WriteText(XmlWriter writer, int token) => writer.WriteChars(_characters, _tokens[token].Start, _tokens[token].Length);

    /// <summary>
    /// Takes the row that the reader stands on, and moves past it. Controls around cells, and those of a cell around its runs, are left out: the cells get
    /// controls of their own.
    /// </summary>
    public void Read(XmlReader reader)
    {
        (_count, _length, Hash) = (0, 0, 0);
        var top = reader.Depth;
        var controls = 0;
        var inText = false;
        var inParagraph = false;
        InnerControl? inner = null;
        do
        {
            // Cells stand below the row, or two levels deeper for each control around them.
            var depth = reader.Depth - top;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when controls > 0 && depth == 2 * controls:
                    if (reader.LocalName != "sdtContent")
                    {
                        reader.Skip();
                        continue;
                    }

                    break;
                case XmlNodeType.Element when depth == 1 + (2 * controls) && reader.LocalName == "sdt" && reader.NamespaceURI == Wml.Namespace:
                    controls += reader.IsEmptyElement ? 0 : 1;
                    break;
                case XmlNodeType.Element when inner is { IsOurs: false } open && depth == open.Depth + 1 && reader.LocalName == "sdtContent" && !reader.IsEmptyElement && IsOfCell(open.Count):
                    (_count, _length, Hash) = (open.Count, open.Length, open.Hash);
                    inner = open with { IsOurs = true };
                    break;
                case XmlNodeType.EndElement when inner is { IsOurs: true } ours && depth <= ours.Depth + 1:
                    inner = depth == ours.Depth ? null : inner;
                    break;
                case XmlNodeType.Element:
                    if (depth == 2 + (2 * controls))
                    {
                        (inParagraph, inner) = (reader.LocalName == "p", null);
                    }
                    else if (depth == 3 + (2 * controls) && inParagraph && reader.LocalName == "sdt" && !reader.IsEmptyElement)
                    {
                        inner = new(depth, _count, _length, Hash);
                    }

                    var isEmpty = reader.IsEmptyElement;
                    inText = !isEmpty && reader.LocalName == "t" && reader.NamespaceURI == Wml.Namespace;
                    Add(RowTokenKind.Element, reader.LocalName, reader.NamespaceURI);
                    Attributes(reader);
                    if (isEmpty)
                    {
                        Add(RowTokenKind.EndOfEmpty, "", "");
                        if (depth == 0)
                        {
                            reader.Read();
                            return;
                        }
                    }

                    break;
                case XmlNodeType.EndElement when controls > 0 && depth == 2 * controls:
                    break;
                case XmlNodeType.EndElement when controls > 0 && depth == (2 * controls) - 1:
                    controls--;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    Add(RowTokenKind.End, "", "");
                    if (depth == 0)
                    {
                        reader.Read();
                        return;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    Text(reader, inText);
                    break;
            }

            if (!reader.Read())
            {
                return;
            }
        }
        while (!reader.EOF);
    }

    /// <summary>A copy to keep.</summary>
    public RowTokens Copy() => new() { _tokens = [.. Tokens], _characters = _characters[.._length], _count = _count, _length = _length, Hash = Hash };

    /// <summary>Whether all but the texts is the same.</summary>
    public bool IsLike(RowTokens other)
    {
        if (_count != other._count)
        {
            return false;
        }

        for (var i = 0; i < _count; i++)
        {
            ref readonly var own = ref _tokens[i];
            ref readonly var theirs = ref other._tokens[i];
            if (own.Kind != theirs.Kind
                || !ReferenceEquals(own.Name, theirs.Name)
                || !ReferenceEquals(own.Namespace, theirs.Namespace)
                || (own.Kind != RowTokenKind.Value && !this[own].SequenceEqual(other[theirs])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The row as a tree.</summary>
    /// <param name="value">What to write for the texts, by the number of their token; null for the texts themselves.</param>
    public XElement ToElement(Func<int, string>? value = null)
    {
        var root = new XElement("row");
        var open = root;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var token = ref _tokens[i];
            switch (token.Kind)
            {
                case RowTokenKind.Element:
                    var element = new XElement(XNamespace.Get(token.Namespace) + token.Name);
                    open.Add(element);
                    open = element;
                    break;
                case RowTokenKind.Attribute:
                    // The declaration of a default namespace is in no namespace (XML names clause 6.2).
                    var name = token.Name == "xmlns" ? (XName)token.Name : XNamespace.Get(token.Namespace) + token.Name;
                    open.Add(new XAttribute(name, this[token].ToString()));
                    break;
                case RowTokenKind.End or RowTokenKind.EndOfEmpty:
                    if (token.Kind == RowTokenKind.End && open.IsEmpty)
                    {
                        open.Value = "";
                    }

                    open = open.Parent!;
                    break;
                default:
                    open.Add(new XText(value is not null && token.Kind == RowTokenKind.Value ? value(i) : this[token].ToString()));
                    break;
            }
        }

        var row = (XElement)root.FirstNode!;
        row.Remove();
        return row;
    }

    /// <summary>Whether the control whose properties stand from a token on is that of a measure's cell.</summary>
    private bool IsOfCell(int from)
    {
        for (var i = from; i + 1 < _count; i++)
        {
            if (_tokens[i] is { Kind: RowTokenKind.Element, Name: "tag" } && _tokens[i + 1].Kind == RowTokenKind.Attribute)
            {
                return PlanTags.TryCell(this[_tokens[i + 1]], out _, out _, out _);
            }
        }

        return false;
    }

    private void Attributes(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (!Scrub.IsOfEditing(reader.LocalName, reader.NamespaceURI))
            {
                Add(RowTokenKind.Attribute, reader.LocalName, reader.NamespaceURI);
                Characters(reader);
                Mix(string.GetHashCode(this[_tokens[_count - 1]], StringComparison.Ordinal));
            }
        }

        reader.MoveToElement();
    }

    private void Text(XmlReader reader, bool inText)
    {
        Add(RowTokenKind.Text, "", "");
        Characters(reader);
        ref var token = ref _tokens[_count - 1];
        if (inText && !this[token].IsWhiteSpace())
        {
            token = token with { Kind = RowTokenKind.Value };
        }
    }

    private void Characters(XmlReader reader)
    {
        ref var token = ref _tokens[_count - 1];
        int read;
        while ((read = reader.ReadValueChunk(_characters, _length, _characters.Length - _length)) > 0)
        {
            _length += read;
            if (_length == _characters.Length)
            {
                Array.Resize(ref _characters, _length * 2);
            }
        }

        token = token with { Length = _length - token.Start };
    }

    private void Add(RowTokenKind kind, string name, string @namespace)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        _tokens[_count++] = new(kind, name, @namespace, _length, 0);
        Mix(RuntimeHelpers.GetHashCode(name) + (int)kind);
    }

    private void Mix(int value) => Hash = (Hash * 31) + value;
}

/// <summary>A control around runs of a paragraph, and what was read before it.</summary>
internal readonly record struct InnerControl(int Depth, int Count, int Length, int Hash, bool IsOurs = false);

/// <summary>What a token is.</summary>
internal enum RowTokenKind : byte
{
    Element,
    Attribute,
    End,

    /// <summary>The end of an element that has no end tag.</summary>
    EndOfEmpty,

    /// <summary>Characters that belong to the markup: those outside of texts, and blank ones.</summary>
    Text,

    /// <summary>A text: rows that differ in nothing else are alike.</summary>
    Value,
}

/// <summary>A start or end of an element, an attribute or text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its local name, as the reader's name table has it.</param>
/// <param name="Namespace">Its namespace, as the reader's name table has it.</param>
/// <param name="Start">Where its characters begin.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct RowToken(RowTokenKind Kind, string Name, string Namespace, int Start, int Length);
