using System.Net;
using System.Text;

namespace ActionPlan.Sources.Word;

/// <summary>
/// The paragraphs of embedded HTML. It knows blocks, lists, line breaks, table rows, bold, italic and links; scripts, styles and everything that
/// would have to be fetched are left out. No HTML is malformed for it: what it does not know is transparent.
/// </summary>
internal sealed class HtmlText
{
    private readonly string _html;
    private readonly List<ChunkLine> _lines = [];
    private readonly List<ListKind> _lists = [];
    private readonly StringBuilder _text = new();
    private List<ChunkPiece> _pieces = [];
    private int _bold;
    private int _italic;
    private int _heading;
    private int _cells;
    private bool _item;
    private string? _link;
    private bool _inRow;
    private bool _preformatted;

    private HtmlText(string html) => _html = html;

    public static List<ChunkLine> Paragraphs(string html)
    {
        var text = new HtmlText(html);
        text.Read();
        return text._lines;
    }

    private void Read()
    {
        var at = 0;
        while (at < _html.Length)
        {
            var tag = _html.IndexOf('<', at);
            if (tag < 0)
            {
                AddText(_html.AsSpan(at));
                break;
            }

            AddText(_html.AsSpan(at, tag - at));
            at = ReadMarkup(tag);
        }

        EndLine();
    }

    private int ReadMarkup(int at)
    {
        if (_html.AsSpan(at).StartsWith("<!--"))
        {
            var endOfComment = _html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return endOfComment < 0 ? _html.Length : endOfComment + 3;
        }

        if (at + 1 >= _html.Length || !(char.IsAsciiLetter(_html[at + 1]) || _html[at + 1] is '/' or '!' or '?'))
        {
            AddText("<");
            return at + 1;
        }

        var end = EndOfTag(at);
        var tag = _html.AsSpan(at + 1, end - at - 1).TrimEnd('>');
        var closes = tag.StartsWith("/");
        var name = (closes ? tag[1..] : tag).TrimStart();
        var length = name.IndexOfAny(" \t\r\n/");
        var word = (length < 0 ? name : name[..length]).ToString().ToLowerInvariant();
        if (!closes && word is "script" or "style" or "head" or "title" or "template" or "noscript" or "svg")
        {
            return SkipTo(word, end);
        }

        Take(word, closes, tag);
        return end;
    }

    private int EndOfTag(int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < _html.Length; i++)
        {
            var c = _html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && _html[i - 1] == '=')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return _html.Length;
    }

    private int SkipTo(string word, int from)
    {
        var end = _html.IndexOf("</" + word, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? _html.Length : EndOfTag(end);
    }

    private void Take(string word, bool closes, ReadOnlySpan<char> tag)
    {
        switch (word)
        {
            case "br" when !closes:
                Flush();
                _pieces.Add(new("\n", false, false, null));
                break;
            case "b" or "strong":
                Flush();
                _bold = Math.Max(0, _bold + (closes ? -1 : 1));
                break;
            case "i" or "em":
                Flush();
                _italic = Math.Max(0, _italic + (closes ? -1 : 1));
                break;
            case "a":
                Flush();
                _link = closes ? null : Attribute(tag, "href");
                break;
            case "td" or "th":
                TakeCell(closes);
                break;
            case "tr":
                EndLine();
                (_inRow, _cells) = (!closes, 0);
                break;
            case "ul" or "ol":
                TakeList(word, closes);
                break;
            case "li":
                EndLine();
                _item = !closes;
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                EndLine();
                _heading = closes ? 0 : word[1] - '0';
                break;
            case "pre":
                EndLine();
                _preformatted = !closes;
                break;
            case "p" or "div" or "table" or "blockquote" or "section" or "article" or "header" or "footer" or "hr" or "body" or "dl" or "dt" or "dd" or "address" or "caption" or "tbody" or "thead":
                EndBlock();
                break;
            default:
                break;
        }
    }

    private void TakeCell(bool closes)
    {
        Flush();
        if (!closes && _cells++ > 0)
        {
            _pieces.Add(new("\t", false, false, null));
        }
    }

    private void TakeList(string word, bool closes)
    {
        EndLine();
        if (!closes)
        {
            _lists.Add(word == "ol" ? ListKind.Number : ListKind.Bullet);
        }
        else if (_lists.Count > 0)
        {
            _lists.RemoveAt(_lists.Count - 1);
        }
    }

    /// <summary>Within a table row a block only parts words: the row is one line.</summary>
    private void EndBlock()
    {
        if (_inRow)
        {
            _text.Append(' ');
            return;
        }

        EndLine();
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
        foreach (var c in decoded)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                if (_preformatted && c == '\n')
                {
                    Flush();
                    _pieces.Add(new("\n", false, false, null));
                }
                else if (_text.Length == 0 || _text[^1] != ' ')
                {
                    _text.Append(' ');
                }
            }
            else
            {
                _text.Append(c);
            }
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _pieces.Add(new(_text.ToString(), _bold > 0, _italic > 0, string.IsNullOrEmpty(_link) ? null : _link));
            _text.Clear();
        }
    }

    private void EndLine()
    {
        Flush();
        if (_pieces.Exists(piece => !string.IsNullOrWhiteSpace(piece.Text)))
        {
            var list = _item && _lists.Count > 0 ? _lists[^1] : ListKind.None;
            _lines.Add(new(_pieces, list, list == ListKind.None ? 0 : _lists.Count - 1, _heading));
        }

        _pieces = [];
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = tag[(at + name.Length + 1)..];
        if (value.IsEmpty)
        {
            return null;
        }

        var end = value[0] is '"' or '\'' ? value[1..].IndexOf(value[0]) : value.IndexOfAny(" \t\r\n");
        value = value[0] is '"' or '\'' ? (end < 0 ? value[1..] : value[1..(end + 1)]) : (end < 0 ? value : value[..end]);
        return WebUtility.HtmlDecode(value.ToString());
    }
}
