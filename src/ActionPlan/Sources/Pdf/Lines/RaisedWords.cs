namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Small text a little above or below the baseline belongs to the line whose words it touches.</summary>
internal static class RaisedWords
{
    /// <summary>Text of less than this part of its neighbour's size may be raised or lowered.</summary>
    private const float SmallText = 0.85f;

    /// <summary>Words of a neighbouring line that are looked at for one word: a line that is made to be read has no more so near to each other.</summary>
    private const int MostNeighbours = 64;

    /// <summary>Whether words differ in size as much as raised ones do from those of their line: in most cells none do.</summary>
    public static bool MayBeAmong(ReadOnlySpan<PrintedWord> words)
    {
        float smallest = float.MaxValue, largest = 0;
        foreach (var word in words)
        {
            smallest = Math.Min(smallest, word.Size);
            largest = Math.Max(largest, word.Size);
        }

        return smallest < SmallText * largest;
    }

    /// <summary>Moves raised words to their lines.</summary>
    /// <param name="groups">The words of one baseline each, from the top down, each in the order of its words' starts, as they are when this returns.</param>
    public static void Attach(List<List<PrintedWord>> groups)
    {
        var lines = new List<Candidates>(groups.Count);
        foreach (var group in groups)
        {
            lines.Add(new(group));
        }

        groups.Clear();
        Candidates? before = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var after = i + 1 < lines.Count ? lines[i + 1] : null;
            if (lines[i].Smallest < SmallText * Math.Max(before?.Largest ?? 0, after?.Largest ?? 0))
            {
                Attach(lines[i], before, after);
            }

            if (lines[i].Words.Count > 0)
            {
                before = lines[i];
                groups.Add(before.Words);
            }
        }
    }

    private static void Attach(Candidates line, Candidates? before, Candidates? after)
    {
        var words = line.Words;
        var own = AreOfLine(words);
        var kept = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            var target = own[at] ? null : after?.Touching(word) == true ? after : before?.Touching(word) == true ? before : null;
            if (target is null)
            {
                words[kept++] = word;
                continue;
            }

            word.IsRaised = true;
            target.Add(word);
        }

        line.Keep(kept);
    }

    /// <summary>
    /// Which words have another of their line beside them: those are a line of their own, close to larger text as it may stand, such as a decision
    /// under its title. Numbers do not make each other a line; they are marks of notes.
    /// </summary>
    private static bool[] AreOfLine(List<PrintedWord> words)
    {
        var own = new bool[words.Count];
        var isNumber = new bool[words.Count];
        float end = float.MinValue, endOfText = float.MinValue;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            isNumber[at] = IsNumber(word.Text);
            own[at] = word.Start - (isNumber[at] ? endOfText : end) < 0.6f * word.Size;
            end = Math.Max(end, word.End);
            endOfText = isNumber[at] ? endOfText : Math.Max(endOfText, word.End);
        }

        float start = float.MaxValue, startOfText = float.MaxValue;
        for (var at = words.Count - 1; at >= 0; at--)
        {
            var word = words[at];
            own[at] |= (isNumber[at] ? startOfText : start) - word.End < 0.6f * word.Size;
            start = word.Start;
            startOfText = isNumber[at] ? startOfText : word.Start;
        }

        return own;
    }

    private static bool IsNumber(string text)
    {
        var digits = false;
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                return false;
            }

            digits |= char.IsDigit(character);
        }

        return digits;
    }

    /// <summary>A line, and its words in the order of their starts and of their ends: a word touches one that ends where it begins, or begins where it ends.</summary>
    private sealed class Candidates
    {
        private PrintedWord[]? _byStart;
        private PrintedWord[]? _byEnd;

        public Candidates(List<PrintedWord> words)
        {
            Words = words;
            foreach (var word in words)
            {
                Smallest = Math.Min(Smallest, word.Size);
                Largest = Math.Max(Largest, word.Size);
            }
        }

        public List<PrintedWord> Words { get; }

        public float Smallest { get; private set; } = float.MaxValue;

        public float Largest { get; private set; }

        /// <summary>Puts a word where its start belongs; later words see it as one of the line.</summary>
        public void Add(PrintedWord word)
        {
            var at = Words.BinarySearch(word, Comparer<PrintedWord>.Create(LineBuilder.FromLeft));
            Words.Insert(at < 0 ? ~at : at, word);
            Smallest = Math.Min(Smallest, word.Size);
        }

        /// <summary>Keeps so many of the words and lets the others go.</summary>
        public void Keep(int count)
        {
            Words.RemoveRange(count, Words.Count - count);
            (_byStart, _byEnd) = (null, null);
        }

        public bool Touching(PrintedWord word)
        {
            if (word.Size >= SmallText * Largest)
            {
                return false;
            }

            _byStart ??= [.. Words];
            if (_byEnd is null)
            {
                _byEnd = [.. Words];
                Array.Sort(_byEnd, static (a, b) => a.End.CompareTo(b.End));
            }

            return IsNear(_byStart, word.End, word, static other => other.Start) || IsNear(_byEnd, word.Start, word, static other => other.End);
        }

        private bool IsNear(PrintedWord[] words, float side, PrintedWord word, Func<PrintedWord, float> sideOf)
        {
            var reach = 0.3f * Largest;
            var (low, high) = (0, words.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = sideOf(words[middle]) <= side - reach ? (middle + 1, high) : (low, middle);
            }

            for (var at = low; at < Math.Min(words.Length, low + MostNeighbours) && sideOf(words[at]) < side + reach; at++)
            {
                var other = words[at];
                if (word.Size < SmallText * other.Size && Math.Abs(word.Baseline - other.Baseline) < 0.6f * other.Size && Math.Abs(sideOf(other) - side) < 0.3f * other.Size)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
