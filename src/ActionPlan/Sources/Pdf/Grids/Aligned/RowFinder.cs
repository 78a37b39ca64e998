using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Grids.Aligned;

/// <summary>A text of a line and the columns that it stands in.</summary>
/// <param name="Text">The text.</param>
/// <param name="First">The first column, from 0.</param>
/// <param name="Last">The last column.</param>
internal readonly record struct PlacedText(TextLine Text, int First, int Last);

/// <summary>Says which lines of a region are one row.</summary>
internal sealed class RowFinder(List<List<PlacedText>> lines, Region region, List<ColumnExtent> extents)
{
    private readonly int _columns = extents.Count;
    private LabelPlace? _labels;
    private readonly List<float> _baselines = region.Lines.ConvertAll(line => line.Line.Baseline);

    /// <summary>Where rules part at least this share of the lines, they part the rows.</summary>
    private const double RuleShare = 0.28;

    /// <summary>Gaps between rows are larger than between lines of a row by this factor.</summary>
    private const float RowGap = 1.3f;

    /// <summary>Lines nearer than this many font sizes are of one row.</summary>
    private const float HalfLine = 0.85f;

    /// <summary>A table with a smaller part of numbers holds text.</summary>
    private const double MostNumbers = 0.15;

    /// <summary>Fewer rows on grounds of their own are headings and sections.</summary>
    private const int LeastRecords = 4;

    /// <summary>For each line whether a row begins with it.</summary>
    public bool[] Find()
    {
        var begins = new bool[lines.Count];
        var parted = Parted(region.Rules);
        var edges = parted.Count(isParted => isParted) - 1;
        if (edges >= 2 && (edges >= RuleShare * lines.Count || IsProse(region.Lines)))
        {
            return parted;
        }

        var banded = Parted(region.Bands);
        for (var i = 0; i < lines.Count; i++)
        {
            parted[i] |= banded[i];
        }

        var isProse = IsProse(region.Lines);
        if (isProse && ProseRows.Find(lines, parted, _columns) is { } prose)
        {
            return prose;
        }

        if (isProse && IsZebra(parted))
        {
            if (lines.Count > 1)
            {
                parted[1] |= EndsHeading(1);
            }

            return parted;
        }

        if (!isProse && IsZebra(parted) && IsOneRecordEach(parted))
        {
            return parted;
        }

        // Numbers beside a label of two lines stand half-way between them.
        var nested = new bool[lines.Count];
        for (var i = 1; i < lines.Count; i++)
        {
            nested[i] = _baselines[i - 1] - _baselines[i] < HalfLine * lines[i][0].Text.Size;
        }

        if (SpacedRows() is { } spaced)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                begins[i] = parted[i] || EndsHeading(i) || (spaced[i] && !nested[i]);
            }

            return begins;
        }

        var body = BodyStart(parted);
        for (var i = 0; i < lines.Count; i++)
        {
            begins[i] = parted[i] || (!nested[i] && (i < body ? BeginsHeadingRow(i) : i == body || BeginsRow(i)));
        }

        return begins;
    }

    /// <summary>For each line whether an edge lies between it and the one above.</summary>
    private bool[] Parted(List<float> edges)
    {
        var parted = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            parted[i] = i == 0 || edges.Exists(edge => edge < _baselines[i - 1] && edge > _baselines[i]);
        }

        return parted;
    }

    /// <summary>Whether the ground of every other row is shaded: between edges stand texts side by side, and again between the next edges. Shaded headings and sections alone part single texts from rows.</summary>
    private bool IsZebra(bool[] parted)
    {
        var heading = true;
        bool before = false, here = false;
        var pairs = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (parted[i] && i > 0)
            {
                pairs += before && here && !heading ? 1 : 0;
                heading &= !before;
                (before, here) = (here, false);
            }

            here |= lines[i].Count > 1;
        }

        return pairs + (before && here && !heading ? 1 : 0) >= 2;
    }

    /// <summary>Whether each ground holds one record: of the stretches between edges that hold lines with numbers, nearly all hold one such line.</summary>
    private bool IsOneRecordEach(bool[] parted)
    {
        int records = 0, one = 0, several = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i == lines.Count || parted[i])
            {
                one += records == 1 ? 1 : 0;
                several += records > 1 ? 1 : 0;
                records = 0;
            }

            records += i < lines.Count && lines[i].Count(IsValue) >= 2 ? 1 : 0;
        }

        return one >= LeastRecords && several * 10 <= one;
    }

    /// <summary>Whether the cells hold text rather than numbers: rules within such a table part its rows, however long these are.</summary>
    public static bool IsProse(List<TabularLine> lines)
    {
        int numbers = 0, all = 0;
        foreach (var text in lines.SelectMany(line => line.Chunks))
        {
            all++;
            numbers += text.Words.TrueForAll(word => Numbers.Is(word.Text)) ? 1 : 0;
        }

        return numbers < MostNumbers * all;
    }

    /// <summary>Whether the first line of a table is bold and the next is not: a heading row of one line.</summary>
    private bool EndsHeading(int i) =>
        i == 1 && lines[0].Count >= Math.Max(2, _columns - 1) && lines[0].TrueForAll(text => text.Text.IsBold) && lines[1].TrueForAll(text => !text.Text.IsBold);

    /// <summary>Rows of several lines set apart by space; null where space does not part rows.</summary>
    private bool[]? SpacedRows()
    {
        if (lines.Count < 4)
        {
            return null;
        }

        var pitches = new float[lines.Count - 1];
        for (var i = 1; i < lines.Count; i++)
        {
            pitches[i - 1] = _baselines[i - 1] - _baselines[i];
        }

        var sorted = pitches.Order().ToArray();
        var least = sorted[Math.Min(sorted.Length - 1, sorted.Length / 10)];
        var begins = new bool[lines.Count];
        begins[0] = true;
        int wrapped = 0, full = 0, rows = 1;
        for (var i = 1; i < lines.Count; i++)
        {
            begins[i] = pitches[i - 1] > RowGap * least;
            rows += begins[i] ? 1 : 0;
            if (!begins[i])
            {
                // Within a row the first column has seldom more to say, and numbers never.
                var isFull = lines[i].Count >= Math.Max(2, _columns - 1) || lines[i].Exists(text => text.First > 0 && Numbers.Is(text.Text.Words[0].Text) && text.Text.Words.Count == 1);
                _ = isFull ? full++ : wrapped++;
            }
        }

        return rows >= 3 && wrapped >= 2 && full * 3 <= wrapped ? begins : null;
    }

    /// <summary>The first line below the headings: the line after the rule under them, or the first with a number in most columns.</summary>
    private int BodyStart(bool[] parted)
    {
        var firstNumbers = lines.FindIndex(line => line.Count(text => text.First > 0 && IsValue(text)) * 2 >= Math.Max(1, _columns - 1) && line.Count > 1);
        if (firstNumbers < 0)
        {
            return Math.Max(1, Array.FindIndex(parted, 1, isParted => isParted));
        }

        // Years and such stand in headings too: what a rule, or the end of their ground, parts off from the rest is a heading.
        parted = IsShaded(0) ? parted : Parted(region.Rules);
        for (var i = firstNumbers + 1; i < Math.Min(lines.Count, firstNumbers + 4); i++)
        {
            if (parted[i] && i - firstNumbers <= 2 && firstNumbers < 3)
            {
                return i;
            }
        }

        var start = firstNumbers;
        while (start > 0 && lines[start - 1].Count == 1 && lines[start - 1][0] is { First: 0, Last: 0 } && !parted[start])
        {
            start--;
        }

        return IsYearRow(firstNumbers) ? firstNumbers + 1 : start;
    }

    /// <summary>Whether a band begins just above a line.</summary>
    private bool IsShaded(int at) => region.Bands.Exists(edge => edge > _baselines[at] && edge < _baselines[at] + (2 * lines[at][0].Text.Size));

    private bool IsYearRow(int at) =>
        lines[at].Where(text => text.First > 0).All(text => text.Text.Words[0].Text is { Length: 4 } year && (year.StartsWith("19", StringComparison.Ordinal) || year.StartsWith("20", StringComparison.Ordinal)));

    private static bool IsValue(PlacedText text) => text.First == text.Last && text.Text.Words.TrueForAll(word => Numbers.Is(word.Text));

    /// <summary>Below a heading over several columns begins a row; the other lines of headings are one.</summary>
    private bool BeginsHeadingRow(int i) => i == 0 || lines[i - 1].Exists(text => text.Last > text.First) || lines[i].Exists(text => text.Last > text.First);

    private bool BeginsRow(int i)
    {
        var line = lines[i];
        if (line.Exists(text => text.First > 0 && IsValue(text)))
        {
            // The label of these numbers may have begun in the line above.
            return !(lines[i - 1].Count == 1 && lines[i - 1][0].First == 0 && line[0].First == 0 && (IsTakenUp(lines[i - 1][0], line[0]) || (Labels == LabelPlace.Above && IsWrapped(lines[i - 1][0], line[0]))));
        }

        var pitch = _baselines[i - 1] - _baselines[i];
        if (pitch > 1.6f * line[0].Text.Size)
        {
            return true;
        }

        // All that stands in this line goes on from the line above it.
        return !line.TrueForAll(text => lines[i - 1].Exists(above => above.First == text.First && above.Last == text.Last && (IsTakenUp(above, text) || (text.First == 0 && line.Count == 1 && Labels == LabelPlace.Below && IsWrapped(above, text)))))
            && !(line.Count < _columns && line[0].First > 0 && line.TrueForAll(text => lines[i - 1].Exists(above => above.First <= text.First && above.Last >= text.Last)));
    }

    /// <summary>Where labels of several lines stand, by those lines of labels alone that go on in small letters.</summary>
    private LabelPlace Labels => _labels ??= FindLabels();

    private LabelPlace FindLabels()
    {
        int above = 0, below = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i][0].First == 0 && char.IsLower(lines[i][0].Text.Words[0].Text[0]) && lines[i - 1][0].First == 0)
            {
                below += lines[i].Count == 1 && lines[i - 1].Count > 1 ? 1 : 0;
                above += lines[i].Count > 1 && lines[i - 1].Count == 1 ? 1 : 0;
            }
        }

        return above > below ? LabelPlace.Above : below > above ? LabelPlace.Below : LabelPlace.Unknown;
    }

    /// <summary>Whether a label goes on: its next word had no room in the column of labels.</summary>
    private bool IsWrapped(PlacedText above, PlacedText below) =>
        above.Text.Words.Count > 1
        && above.Text.IsBold == below.Text.IsBold
        && below.Text.Start > above.Text.Start - 1
        && above.Text.Baseline - below.Text.Baseline < 1.4f * above.Text.Size
        && above.Text.End + (0.25f * above.Text.Size) + below.Text.Words[0].Width > extents[0].X1 + (0.1f * above.Text.Size);

    private static bool IsTakenUp(PlacedText above, PlacedText below)
    {
        var first = below.Text.Words[0].Text;
        var last = above.Text.Words[^1].Text;
        return char.IsLower(first[0]) || first[0] is '(' || last[^1] is ',' or '-' or '/' || last is "and" or "of" or "or" or "och" or "the" or "for" or "to" or "in" or "with" or "eller" or "för" or "av";
    }

    /// <summary>On which side of the line with their numbers the other lines of labels stand.</summary>
    private enum LabelPlace
    {
        Unknown,
        Above,
        Below,
    }
}
