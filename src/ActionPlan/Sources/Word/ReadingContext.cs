using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>What the reading of all parts of one document shares.</summary>
internal sealed class ReadingContext(ReadLimits limits, ReadingTime time)
{
    public const int LongestPrompt = 500;
    private const int MostPrompts = 200;

    /// <summary>Longer texts that a tracked change deleted are kept so far.</summary>
    public const int LongestStruck = 2000;

    public ReadLimits Limits { get; } = limits;

    public ReadingTime Time { get; } = time;

    /// <summary>Texts that the cells may share, or null.</summary>
    public KnownTexts? Known { get; init; }

    /// <summary>
    /// Whether LibreOffice saved the document. It goes on to call a control's text a prompt, and to show it in that style, when an answer has been
    /// written over it (seen in 7.4).
    /// </summary>
    public Lazy<bool> IsOfLibreOffice { get; init; } = new(false);

    /// <summary>The prompts that are known.</summary>
    public PromptTexts Prompts { get; init; } = PromptTexts.Common;

    /// <summary>The prompts that stood in the document, each once.</summary>
    public HashSet<string> FoundPrompts { get; } = new(StringComparer.Ordinal);

    public Findings Findings { get; } = new(limits);

    /// <summary>Pictures and other objects outside of tables.</summary>
    public List<PictureBeside> Pictures { get; } = [];

    /// <summary>What tracked changes deleted in tables.</summary>
    public List<StruckText> Struck { get; } = [];

    public LanguageCount Languages { get; } = new();

    public LookTable Looks { get; } = new();

    /// <summary>Tables so far, nested ones apart.</summary>
    public int Tables { get; private set; }

    /// <summary>How many tracked changes were met.</summary>
    public long TrackedChanges { get; set; }

    /// <summary>Documents within documents around the part that is being read.</summary>
    public int EmbeddingDepth { get; set; }

    public int NextTable() =>
        ++Tables <= Limits.Tables ? Tables : throw Refused.Limit(nameof(ReadLimits.Tables), Limits.Tables);

    /// <summary>Keeps a prompt of the document. There are few of them; what is longer or comes after many others is the text of a hostile file.</summary>
    public void NotePrompt(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is > 0 and <= LongestPrompt && FoundPrompts.Count < MostPrompts && !FoundPrompts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
        {
            FoundPrompts.Add(text.ToString());
        }
    }

    public void Add(PictureBeside picture)
    {
        if (!picture.IsReported && Pictures.Count < Limits.Diagnostics)
        {
            Pictures.Add(picture);
        }
    }

    public void Add(StruckText struck)
    {
        if (struck.Text.Length > 0 && Struck.Count < Limits.Diagnostics)
        {
            Struck.Add(struck);
        }
    }

    /// <summary>Gives back the number of a table that turned out to have no rows.</summary>
    public void DropTable() => Tables--;
}

/// <summary>One instance for each look, so that cells that look alike share it.</summary>
internal sealed class LookTable
{
    /// <summary>How many of the last looks are held against the next cell before all are looked through.</summary>
    private const int Recent = 8;

    private readonly CellLook?[] _recent = new CellLook?[Recent];
    private readonly Dictionary<CellLook, CellLook> _all = [];
    private int _next;

    /// <param name="fill">The ground.</param>
    /// <param name="bold">Whether all text is bold.</param>
    /// <param name="italic">Whether all text is italic.</param>
    /// <param name="size">Half-points.</param>
    /// <param name="color">The colour of the text.</param>
    /// <param name="headingLevel">The level of a heading in the cell.</param>
    public CellLook Find(int fill, bool bold, bool italic, int size, int color, int headingLevel)
    {
        var points = size / 2.0;
        foreach (var known in _recent)
        {
            if (known is not null && known.Fill == fill && known.Bold == bold && known.Italic == italic && known.Size == points && known.Color == color && known.HeadingLevel == headingLevel)
            {
                return known;
            }
        }

        var look = new CellLook(fill, bold, italic, points, color, headingLevel);
        if (look == CellLook.Plain)
        {
            look = CellLook.Plain;
        }
        else if (_all.TryGetValue(look, out var same))
        {
            look = same;
        }
        else
        {
            _all.Add(look, look);
        }

        _recent[_next] = look;
        _next = (_next + 1) % Recent;
        return look;
    }
}

/// <summary>The languages of the runs, by how much text each has.</summary>
internal sealed class LanguageCount
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.OrdinalIgnoreCase);
    private string? _last;
    private long _pending;

    /// <summary>What styles and settings declare for text that names no language.</summary>
    public string? Default { get; set; }

    public void Add(string? language, int characters)
    {
        if (!ReferenceEquals(language, _last))
        {
            Flush();
            _last = language;
        }

        _pending += characters;
    }

    /// <summary>The language of most of the text, without its region: 'sv'.</summary>
    public string? Most()
    {
        Flush();
        string? most = null;
        long characters = 0;
        foreach (var (name, count) in _counts)
        {
            (most, characters) = most is null || count > characters ? (name, count) : (most, characters);
        }

        if (string.IsNullOrEmpty(most))
        {
            most = Default;
        }

        var dash = most?.IndexOfAny(['-', '_']) ?? -1;
        var language = (dash < 0 ? most : most![..dash])?.ToLowerInvariant();
        return language is "no" ? "nb" : language is { Length: 2 or 3 } ? language : null;
    }

    private void Flush()
    {
        if (_pending > 0)
        {
            var language = string.IsNullOrEmpty(_last) ? Default ?? "" : _last;
            _counts.TryGetValue(language, out var count);
            _counts[language] = count + _pending;
            _pending = 0;
        }
    }
}
