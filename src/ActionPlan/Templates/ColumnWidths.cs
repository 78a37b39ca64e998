namespace ActionPlan.Templates;

/// <summary>
/// Makes room for new columns in a table that stays as wide as it is: every column gives of its room, none so much that its words no longer fit. Widths
/// are in twentieths of a point.
/// </summary>
internal sealed class ColumnWidths
{
    // Of an em: between the fonts of offices, with some capitals.
    private const double Letter = 0.55;
    private const double UsualSize = 10;
    private const double Margins = 216;
    private const double Twips = 20;

    /// <summary>The widest page that Word knows, 22 inches.</summary>
    private const int Widest = 31680;

    private readonly List<int> _widths;
    private readonly List<int> _least;

    /// <param name="widths">The widths of the grid columns.</param>
    /// <param name="least">What their words need, as far as it is known.</param>
    public ColumnWidths(IReadOnlyList<int> widths, IReadOnlyList<int> least)
    {
        _widths = [.. widths];
        _least = [.. widths.Select((width, i) => i < least.Count ? Math.Min(width, least[i]) : width / 2)];
    }

    public IReadOnlyList<int> Widths => _widths;

    /// <summary>What a text needs whose words stand whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of its letters in points, or 0 where that is unknown.</param>
    public static int OfWords(string text, double size)
    {
        var (longest, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]) || text[i] == '-')
            {
                longest = Math.Max(longest, i - start);
                start = i + 1;
            }
        }

        return OfLetters(longest, size);
    }

    /// <summary>Widths of the same sum in which each column is as wide as its words need, where the others have that to spare.</summary>
    public static IEnumerable<int> Fitted(IReadOnlyList<int> widths, IReadOnlyList<int> least)
    {
        var room = new ColumnWidths(widths, least);
        var wanted = widths.Select((width, i) => Math.Max(0, least[i] - width)).ToList();
        var all = wanted.Sum();
        var taken = room.Take(all, part: 1, i => wanted[i] == 0);
        return room._widths.Select((width, i) => all == 0 ? width : width + (int)((long)wanted[i] * taken / all));
    }

    /// <summary>A column like that of the answers, before it: both get the same room, the others give up to a quarter of theirs.</summary>
    public void AddBeside(int first, int span)
    {
        var (from, to) = (first - 1, Math.Min(_widths.Count, first - 1 + span));
        var own = _widths.Skip(from).Take(to - from).Sum();
        var room = own + Take(own, part: 4, i => i < from || i >= to);
        var added = room / 2;
        for (var i = from; i < to && own > 0; i++)
        {
            _widths[i] = (int)((long)_widths[i] * (room - added) / own);
        }

        _widths.Insert(from, added);
        _least.Insert(from, Math.Min(added, _least.Skip(from).Take(to - from).DefaultIfEmpty().Max()));
    }

    /// <summary>A column at the end, as wide as its texts need and at most as the others are.</summary>
    public void AddLast(IEnumerable<string> texts)
    {
        var (words, whole) = (0, 0);
        foreach (var text in texts)
        {
            words = Math.Max(words, OfWords(text, 0));
            whole = Math.Max(whole, OfLetters(text.Length, 0));
        }

        var total = _widths.Sum();
        var wanted = Math.Max(words, Math.Min(total / (_widths.Count + 1), whole));
        wanted = Math.Min(wanted, total / 2);
        var taken = Take(wanted, part: 2, _ => true);
        if (taken < wanted)
        {
            // Too many words for the room: all give alike.
            for (var i = 0; i < _widths.Count; i++)
            {
                _widths[i] -= (int)((long)_widths[i] * (wanted - taken) / Math.Max(1, total - taken));
            }
        }

        var added = total - _widths.Sum();
        _widths.Add(added);
        _least.Add(Math.Min(added, words));
    }

    private static int OfLetters(int letters, double size) => (int)Math.Min(Widest, (letters * Letter * (size > 0 ? size : UsualSize) * Twips) + Margins);

    /// <summary>Takes room from columns that have more than their words need, from each in proportion.</summary>
    /// <returns>What was found, at most as much as was wanted.</returns>
    private int Take(int wanted, int part, Predicate<int> isGiving)
    {
        var spare = _widths.Select((width, i) => isGiving(i) ? Math.Max(0, Math.Min(width / part, width - _least[i])) : 0).ToList();
        var all = spare.Sum();
        var taken = 0;
        for (var i = 0; i < spare.Count; i++)
        {
            var given = all <= wanted ? spare[i] : (int)((long)spare[i] * wanted / all);
            _widths[i] -= given;
            taken += given;
        }

        return taken;
    }
}
