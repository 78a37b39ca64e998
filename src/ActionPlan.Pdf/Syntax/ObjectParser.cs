namespace ActionPlan.Pdf.Syntax;

/// <summary>
/// Tokens to one object. Works with a stack of its own, so that nesting costs no recursion; what lies deeper than the limit is
/// read over and left out.
/// </summary>
internal sealed class ObjectParser
{
    /// <summary>A parser whose lists have grown beyond this is not kept.</summary>
    private const int MostKept = 4096;

    private const int RecentKinds = 64;

    [ThreadStatic]
    private static ObjectParser? _spare;

    private readonly List<PdfValue> _items = [];
    private readonly List<(int Start, bool IsDictionary)> _open = [];
    private readonly string[]?[] _recentKeys = new string[]?[RecentKinds];

    /// <summary>Whether something was nested too deeply and left out.</summary>
    public bool TooDeep { get; private set; }

    /// <summary>Whether an array, dictionary or string was not closed.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>The keyword at which an unclosed object ended, or that stood where an object was looked for.</summary>
    public bool StoppedAtKeyword { get; private set; }

    public Func<byte[], byte[]>? DecryptString { get; set; }

    private int MaxDepth { get; set; }

    /// <summary>A parser for one object, to be given back: a large file has hundreds of thousands.</summary>
    public static ObjectParser Rent(int maxDepth)
    {
        var parser = _spare ?? new ObjectParser();
        _spare = null;
        parser.MaxDepth = maxDepth;
        parser.TooDeep = parser.Unclosed = false;
        parser.DecryptString = null;
        return parser;
    }

    public void Return()
    {
        _items.Clear();
        _open.Clear();
        DecryptString = null;
        _spare = _items.Capacity <= MostKept ? this : null;
    }

    public PdfValue Parse(ref Lexer lexer)
    {
        _items.Clear();
        _open.Clear();
        StoppedAtKeyword = false;
        var skipped = 0;
        while (true)
        {
            var before = lexer.Position;
            var kind = lexer.Next();
            switch (kind)
            {
                case TokenKind.End:
                    Unclosed |= _open.Count > 0;
                    return Finish();
                case TokenKind.ArrayStart or TokenKind.DictionaryStart:
                    if (skipped > 0 || _open.Count >= MaxDepth)
                    {
                        skipped++;
                        TooDeep = true;
                        continue;
                    }

                    _open.Add((_items.Count, kind == TokenKind.DictionaryStart));
                    continue;
                case TokenKind.ArrayEnd or TokenKind.DictionaryEnd:
                    if (skipped > 0)
                    {
                        skipped--;
                        continue;
                    }

                    if (_open.Count == 0)
                    {
                        return PdfValue.Null;
                    }

                    if (kind == TokenKind.DictionaryEnd && !_open[^1].IsDictionary && HasOpenDictionary())
                    {
                        // "[ 1 2 >>": the bracket is missing.
                        Unclosed = true;
                        Close();
                    }
                    else if (kind == TokenKind.ArrayEnd && _open[^1].IsDictionary)
                    {
                        continue;
                    }

                    Close();
                    break;
                case TokenKind.Keyword:
                    if (skipped > 0)
                    {
                        continue;
                    }

                    if (!TakeKeyword(ref lexer))
                    {
                        lexer.Position = before;
                        StoppedAtKeyword = true;
                        Unclosed |= _open.Count > 0;
                        return Finish();
                    }

                    break;
                default:
                    if (skipped == 0)
                    {
                        _items.Add(Simple(ref lexer, kind));
                    }

                    break;
            }

            if (_open.Count == 0 && _items.Count > 0)
            {
                return _items[0];
            }
        }
    }

    private bool HasOpenDictionary()
    {
        foreach (var (_, isDictionary) in _open)
        {
            if (isDictionary)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next token as an object by itself; an integer may begin a reference, which the caller's loop sees at "R".</summary>
    private PdfValue Simple(ref Lexer lexer, TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Integer:
                if (_open.Count == 0)
                {
                    return ReferenceOrInteger(ref lexer);
                }

                return PdfValue.Integer(lexer.Number);
            case TokenKind.Real:
                return PdfValue.Real(lexer.Number);
            case TokenKind.Name:
                return PdfValue.Name(lexer.NameText());
            default:
                Unclosed |= lexer.Unterminated;
                var bytes = lexer.StringBytes.ToArray();
                return PdfValue.String(DecryptString is null ? bytes : DecryptString(bytes));
        }
    }

    private static PdfValue ReferenceOrInteger(ref Lexer lexer)
    {
        var number = lexer.Number;
        var back = lexer.Position;
        if (lexer.Next() == TokenKind.Integer)
        {
            var generation = lexer.Number;
            if (lexer.Next() == TokenKind.Keyword && lexer.Text.SequenceEqual("R"u8) && number is > 0 and < int.MaxValue)
            {
                return PdfValue.Reference((int)number, (int)generation);
            }
        }

        lexer.Position = back;
        return PdfValue.Integer(number);
    }

    private bool TakeKeyword(ref Lexer lexer)
    {
        var text = lexer.Text;
        if (text.SequenceEqual("R"u8))
        {
            var start = _open.Count > 0 ? _open[^1].Start : 0;
            if (_items.Count - start >= 2 && _items[^1].Kind == PdfKind.Integer && _items[^2].Kind == PdfKind.Integer)
            {
                var number = _items[^2].AsNumber();
                var generation = _items[^1].AsInteger();
                _items.RemoveRange(_items.Count - 2, 2);
                _items.Add(number is > 0 and < int.MaxValue ? PdfValue.Reference((int)number, generation) : PdfValue.Null);
            }

            return true;
        }

        if (text.SequenceEqual("null"u8))
        {
            _items.Add(PdfValue.Null);
            return true;
        }

        if (text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8))
        {
            _items.Add(PdfValue.Boolean(text[0] == 't'));
            return true;
        }

        // A keyword that ends objects, or any keyword where an object should be, ends this one; another inside is noise.
        return _open.Count > 0 && !(text.StartsWith("endobj"u8) || text.StartsWith("stream"u8) || text.StartsWith("endstream"u8)
            || text.SequenceEqual("obj"u8) || text.SequenceEqual("xref"u8) || text.SequenceEqual("trailer"u8) || text.SequenceEqual("startxref"u8)
            || text.SequenceEqual("ID"u8));
    }

    private void Close()
    {
        var (start, isDictionary) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        PdfValue value;
        if (isDictionary)
        {
            value = PdfValue.Dictionary(MakeDictionary(start));
        }
        else
        {
            var items = new PdfValue[_items.Count - start];
            _items.CopyTo(start, items, 0, items.Length);
            value = PdfValue.Array(items);
        }

        _items.RemoveRange(start, _items.Count - start);
        _items.Add(value);
    }

    private PdfDictionary MakeDictionary(int start)
    {
        var count = (_items.Count - start + 1) / 2;
        if (count == 0)
        {
            return PdfDictionary.Empty;
        }

        // Mostly every other item is a key.
        if (KnownKeys(start, count) is { } known)
        {
            var all = new PdfValue[count];
            for (var i = 0; i < count; i++)
            {
                all[i] = _items[start + (2 * i) + 1];
            }

            return new PdfDictionary(known, all);
        }

        var keys = new string[count];
        var values = new PdfValue[count];
        var n = 0;
        for (var i = start; i < _items.Count; i++)
        {
            if (_items[i].AsName() is not { } key)
            {
                continue;
            }

            keys[n] = key;
            values[n++] = i + 1 < _items.Count ? _items[++i] : PdfValue.Null;
        }

        if (n < count)
        {
            Array.Resize(ref keys, n);
            Array.Resize(ref values, n);
        }
        else
        {
            _recentKeys[KeySlot(count, keys[^1])] = keys;
        }

        return new PdfDictionary(keys, values);
    }

    /// <summary>The keys of a recent dictionary that has the same ones: of a hundred thousand dictionaries of a file most are of a few kinds.</summary>
    private string[]? KnownKeys(int start, int count)
    {
        if (_items.Count - start != 2 * count || _items[^2].AsName() is not { } last || _recentKeys[KeySlot(count, last)] is not { } keys || keys.Length != count)
        {
            return null;
        }

        for (var i = 0; i < count; i++)
        {
            if (_items[start + (2 * i)].AsName() is not { } key || key != keys[i])
            {
                return null;
            }
        }

        return keys;
    }

    private static int KeySlot(int count, string last) => ((count * 31) + (last.Length * 7) + (last.Length > 0 ? last[0] : 0)) % RecentKinds;

    private PdfValue Finish()
    {
        while (_open.Count > 0)
        {
            Close();
        }

        return _items.Count > 0 ? _items[0] : PdfValue.Null;
    }
}
