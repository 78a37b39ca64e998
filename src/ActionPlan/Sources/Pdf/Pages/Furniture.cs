using System.Runtime.InteropServices;
using System.Text;
using ActionPlan.Sources.Pdf.Lines;

namespace ActionPlan.Sources.Pdf.Pages;

/// <summary>
/// Finds running headers, footers and page numbers: lines at the upper or lower end of several pages that say the same at the same height,
/// but for their numbers.
/// </summary>
internal sealed class Furniture
{
    /// <summary>The part of a page's height, above and below, in which running lines stand.</summary>
    private const float Zone = 0.17f;

    /// <summary>The same line may stand this many points higher or lower from page to page.</summary>
    private const float Wander = 3;

    private readonly Dictionary<string, List<(int Page, float Baseline)>> _atTop = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Page, float Baseline)>> _atBottom = new(StringComparer.Ordinal);
    private readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal);

    /// <summary>The running lines of each page.</summary>
    /// <param name="heights">The height of each page.</param>
    /// <param name="pages">For each page its lines from the top, without those inside of ruled tables.</param>
    public static List<TextLine>[] Find(float[] heights, List<TextLine>[] pages)
    {
        var furniture = new Furniture();
        var ends = new (List<TextLine> Top, List<TextLine> Bottom)[pages.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = (End(pages[i], heights[i], atTop: true), End(pages[i], heights[i], atTop: false));
            furniture.Count(i, ends[i].Top, atTop: true);
            furniture.Count(i, ends[i].Bottom, atTop: false);
            var inner = new HashSet<TextLine>([.. ends[i].Top, .. ends[i].Bottom]);
            furniture._elsewhere.UnionWith(pages[i].Where(line => !inner.Contains(line) && LineSegments.Of(line).Count > 1).Select(Key));
        }

        var found = new List<TextLine>[ends.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            found[i] = [.. furniture.Running(i, ends[i].Top, atTop: true), .. furniture.Running(i, ends[i].Bottom, atTop: false)];
        }

        return found;
    }

    /// <summary>The lines at an end of the page, from the outermost one inwards.</summary>
    private static List<TextLine> End(List<TextLine> lines, float height, bool atTop) =>
        atTop ? lines.TakeWhile(line => line.Baseline > (1 - Zone) * height).ToList() : lines.AsEnumerable().Reverse().TakeWhile(line => line.Baseline < Zone * height).ToList();

    private void Count(int page, List<TextLine> lines, bool atTop)
    {
        foreach (var line in lines)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(atTop ? _atTop : _atBottom, Key(line), out _);
            (places ??= []).Add((page, line.Baseline));
        }
    }

    private IEnumerable<TextLine> Running(int page, List<TextLine> lines, bool atTop)
    {
        var passed = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (IsPageNumber(line.Text, page + 1) || (IsRepeated(line, atTop) && !IsTableHeading(lines, i)))
            {
                yield return line;
            }
            else if (++passed > 1)
            {
                // A line that differs from page to page (a chapter) may stand among running ones; two do not.
                yield break;
            }
        }
    }

    private bool IsRepeated(TextLine line, bool atTop)
    {
        int? first = null;
        foreach (var (page, baseline) in (atTop ? _atTop : _atBottom)[Key(line)])
        {
            if (Math.Abs(baseline - line.Baseline) <= Wander)
            {
                first ??= page;
                if (page != first)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A heading row that a table repeats: it stands further down somewhere else too, or close above what follows.</summary>
    private bool IsTableHeading(List<TextLine> lines, int at)
    {
        var segments = LineSegments.Of(lines[at]).Count;
        return segments > 1
            && (_elsewhere.Contains(Key(lines[at]))
                || (segments > 2 && at + 1 < lines.Count && Math.Abs(lines[at].Baseline - lines[at + 1].Baseline) < 2 * lines[at].Size));
    }

    /// <summary>The text with a mark for each number.</summary>
    private static string Key(TextLine line)
    {
        var text = new StringBuilder();
        foreach (var c in line.Text)
        {
            if (!char.IsAsciiDigit(c))
            {
                text.Append(c);
            }
            else if (text.Length == 0 || text[^1] != '#')
            {
                text.Append('#');
            }
        }

        return text.ToString();
    }

    /// <summary>'3', '3 (7)', '3/7', 'Sida 3 av 7', '- 3 -' on the third page.</summary>
    private static bool IsPageNumber(string text, int page)
    {
        if (text.Length > 16)
        {
            return false;
        }

        var numbers = text.Split([' ', '(', ')', '/', '-', '–', '|', '.'], StringSplitOptions.RemoveEmptyEntries);
        var own = false;
        foreach (var part in numbers)
        {
            var isNumber = int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number);
            own |= isNumber && number == page;
            if (!isNumber && part.ToUpperInvariant() is not ("SIDA" or "SID" or "SIDE" or "PAGE" or "S" or "AV" or "OF" or "AF" or "SIVU"))
            {
                return false;
            }
        }

        return own;
    }
}
