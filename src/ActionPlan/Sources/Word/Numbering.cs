namespace ActionPlan.Sources.Word;

/// <summary>The lists of a document: for each w:num and level, whether its marker is a symbol or counts (ECMA-376-1 clause 17.9).</summary>
internal sealed class Numbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractList> _abstracts = [];
    private readonly Dictionary<int, NumberedList> _lists = [];
    private readonly Dictionary<string, AbstractList> _byStyle = new(StringComparer.Ordinal);

    public static Numbering None { get; } = new();

    public static Numbering Read(MarkupReader xml)
    {
        var numbering = new Numbering();
        if (xml.NextRoot())
        {
            var level = xml.Enter();
            while (xml.NextChild(level))
            {
                if (xml.Mark == Mark.AbstractNum)
                {
                    numbering.ReadAbstract(xml);
                }
                else if (xml.Mark == Mark.Num)
                {
                    numbering.ReadList(xml);
                }
            }
        }

        return numbering;
    }

    /// <summary>The kind of marker; a list that is not defined has none.</summary>
    public ListKind KindOf(int list, int level)
    {
        if (!_lists.TryGetValue(list, out var entry))
        {
            return ListKind.None;
        }

        if (entry.Overrides is not null && entry.Overrides.TryGetValue(level, out var kind))
        {
            return kind;
        }

        return Find(entry.Abstract)?.Kinds[level] ?? ListKind.None;
    }

    /// <summary>The level that a list ties to a paragraph style, or null.</summary>
    public int? LevelOf(int list, string? style) =>
        style is not null && _lists.TryGetValue(list, out var entry) && Find(entry.Abstract) is { } found && Array.IndexOf(found.Styles, style) is >= 0 and var level
            ? level
            : null;

    private AbstractList? Find(int id)
    {
        if (!_abstracts.TryGetValue(id, out var list))
        {
            return null;
        }

        // w:numStyleLink says that the levels are those of the list that carries the same name as w:styleLink.
        return list.Link is not null && _byStyle.TryGetValue(list.Link, out var linked) ? linked : list;
    }

    private void ReadAbstract(MarkupReader xml)
    {
        var list = new AbstractList();
        _abstracts.TryAdd(xml.Number("abstractNumId", -1), list);
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            switch (xml.Mark)
            {
                case Mark.Lvl:
                    ReadLevel(xml, list.Kinds, list.Styles);
                    break;
                case Mark.NumStyleLink:
                    list.Link = xml.Val();
                    break;
                case Mark.StyleLink when xml.Val() is { } name:
                    _byStyle.TryAdd(name, list);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadList(MarkupReader xml)
    {
        var id = xml.Number("numId", -1);
        var @abstract = -1;
        Dictionary<int, ListKind>? overrides = null;
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            if (xml.Mark == Mark.AbstractNumId)
            {
                @abstract = xml.Number("val", -1);
            }
            else if (xml.Mark == Mark.Lvl)
            {
                var kinds = new ListKind[Levels];
                var at = ReadLevel(xml, kinds, new string?[Levels]);
                (overrides ??= [])[at] = kinds[at];
            }
        }

        _lists.TryAdd(id, new(@abstract, overrides));
    }

    private static int ReadLevel(MarkupReader xml, ListKind[] kinds, string?[] styles)
    {
        var at = Math.Clamp(xml.Number("ilvl", 0), 0, Levels - 1);

        // The format of a level that does not name one is decimal (17.9.17).
        kinds[at] = ListKind.Number;
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            if (xml.Mark == Mark.NumFmt)
            {
                kinds[at] = xml.Val() switch { "bullet" => ListKind.Bullet, "none" => ListKind.None, _ => ListKind.Number };
            }
            else if (xml.Mark == Mark.PStyle)
            {
                styles[at] = xml.Val();
            }
        }

        return at;
    }

    /// <summary>A w:num: the list that it is an instance of, and the levels that it changes.</summary>
    private sealed record NumberedList(int Abstract, Dictionary<int, ListKind>? Overrides);

    private sealed class AbstractList
    {
        public ListKind[] Kinds { get; } = new ListKind[Levels];

        public string?[] Styles { get; } = new string?[Levels];

        public string? Link { get; set; }
    }
}
