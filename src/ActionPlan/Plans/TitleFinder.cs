using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Finds the title among the printed lines. The properties of the file are never asked.</summary>
internal static class TitleFinder
{
    /// <summary>Words that titles of plans and follow-ups hold.</summary>
    private static readonly string[] PlanWords = WordList.Of(
        "plan|uppföljning|program|strategi|policy|åtgärd|lägesrapport|redovisning|mall|riktlinje|oppfølging|opfølgning|handlings|tiltak|seuranta|suunnitelma|ohjelma|follow-up|action|aktiviteter|blankett|återrapportering");

    /// <summary>Headings of chapters that are no title.</summary>
    private static readonly HashSet<string> Chapters = new(WordList.Of(
        "bakgrund|inledning|innehåll|innehållsförteckning|sammanfattning|syfte|mål|uppföljning|uppföljning av aktiviteter|uppföljning av åtgärder|aktiviteter|åtgärder|bilaga|innhold|bakgrunn|sammendrag|innledning|" +
        "indhold|baggrund|indledning|sisällys|johdanto|tausta|contents|background|introduction|summary|resultat|metod|utkast|förord|handlingsplan|uppföljningstabell|bilagor"), StringComparer.OrdinalIgnoreCase);

    /// <summary>The paragraph, or the lines of a table, that hold the title; the empty string where nothing is like one.</summary>
    /// <param name="lines">The printed lines in order.</param>
    /// <param name="paragraphs">The paragraphs that make up the title.</param>
    public static string Find(IReadOnlyList<PrintedLine> lines, out HashSet<SourceParagraph> paragraphs)
    {
        paragraphs = [];
        var largest = 0.0;
        foreach (var line in lines)
        {
            largest = line.Place is LinePlace.Front or LinePlace.Between ? Math.Max(largest, line.Paragraph?.Size ?? 0) : largest;
        }

        PrintedLine? best = null;
        var bestScore = 0;
        var position = 0;
        foreach (var line in lines)
        {
            var score = Score(line, largest, position++);
            if (score > bestScore)
            {
                (best, bestScore) = (line, score);
            }
        }

        if (best is null)
        {
            return string.Empty;
        }

        if (best.Paragraph is not { } paragraph)
        {
            return HeadingText.OnOneLine(best.Text);
        }

        return Whole(lines, paragraph, paragraphs);
    }

    /// <summary>The title with the lines of its paragraph, and with the next paragraph of the same title style where it plainly goes on.</summary>
    private static string Whole(IReadOnlyList<PrintedLine> lines, SourceParagraph paragraph, HashSet<SourceParagraph> paragraphs)
    {
        paragraphs.Add(paragraph);
        var parts = lines.Where(line => ReferenceEquals(line.Paragraph, paragraph) && !IsOtherMatter(line.Text)).Select(line => line.Text).ToList();
        if (paragraph.Role == ParagraphRole.Title)
        {
            var after = lines.SkipWhile(line => !ReferenceEquals(line.Paragraph, paragraph)).SkipWhile(line => ReferenceEquals(line.Paragraph, paragraph));
            foreach (var line in after)
            {
                if (line.Paragraph is not { Role: ParagraphRole.Title } next || IsOtherMatter(line.Text) || next.InTextBox != paragraph.InTextBox)
                {
                    break;
                }

                paragraphs.Add(next);
                parts.Add(line.Text);
            }
        }

        return HeadingText.OnOneLine(string.Join('\n', parts));
    }

    private static int Score(PrintedLine line, double largest, int position)
    {
        var text = line.Text;
        if (text.Length is < 3 or > 250 || IsOtherMatter(text) || !text.AsSpan().ContainsAnyInRange('A', 'ö') || line.Place == LinePlace.After)
        {
            return 0;
        }

        var paragraph = line.Paragraph;
        if (paragraph?.Role == ParagraphRole.Contents)
        {
            return 0;
        }

        var score = 20 - Math.Min(position, 15);
        score += paragraph?.Role switch
        {
            ParagraphRole.Title => 200,
            ParagraphRole.Heading when paragraph.Level == 1 => 60,
            ParagraphRole.Heading => 15,
            ParagraphRole.Subtitle => 10,
            _ => 0,
        };
        score += largest > 0 && paragraph is not null && paragraph.Size >= largest && largest >= 14 ? 40 : 0;
        score += paragraph is { Bold: true } ? 15 : 0;
        score += HoldsPlanWord(text) ? 40 : 0;
        score += line.Place switch { LinePlace.Margin => -45, LinePlace.Between => -15, LinePlace.AboveHeading => -5, _ => 0 };
        score += text.EndsWith('.') && text.Length > 60 ? -60 : 0;
        score += text.Length > 140 ? -30 : 0;
        score += Chapters.Contains(text.Trim()) ? -75 : paragraph?.Role == ParagraphRole.Heading && IsNumbered(text) ? -60 : 0;
        score += IsSender(text) ? -45 : 0;
        return score;
    }

    /// <summary>'2 Uppföljning', '3.1 Skola': a chapter of a report.</summary>
    private static bool IsNumbered(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return end is > 0 and <= 6 && end < text.Length && char.IsWhiteSpace(text[end]) && !(end == 4 && text.AsSpan(0, 4).IndexOf('.') < 0);
    }

    /// <summary>Whether a line is a decision, a registration number, a page number or a label: matter of its own.</summary>
    public static bool IsOtherMatter(string text)
    {
        if (RegistrationNumber.Alone(text) is not null || RegistrationNumber.After(text) is not null || DecisionReader.Read(text).Count > 0)
        {
            return true;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < 40 && colon < text.Length - 1 && LabelledValues.IsKnown(text[..colon]) && IsLabel(text[..colon]))
        {
            return true;
        }

        var words = Tokens.Of(text);
        if (words.Count > 0 && PrintedDate.TryRead(text, words, 0, out _, out var next) && next == words.Count)
        {
            return true;
        }

        return text.StartsWith("sid ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("sida ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("side ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("page ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>'Uppföljning: handlingsplan för vård' is a title, though the word labels decisions too.</summary>
    public static bool IsLabel(string text) => !text.Equals("uppföljning", StringComparison.OrdinalIgnoreCase);

    public static bool HoldsPlanWord(string text) => Array.Exists(PlanWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line only names the municipality or the unit that sends the document.</summary>
    private static bool IsSender(string text) =>
        text.Length < 60 && (text.EndsWith("kommun", StringComparison.OrdinalIgnoreCase) || text.EndsWith("kommune", StringComparison.OrdinalIgnoreCase) || text.EndsWith("stad", StringComparison.OrdinalIgnoreCase) || text.EndsWith("kunta", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("kaupunki", StringComparison.OrdinalIgnoreCase) || text.EndsWith("region", StringComparison.OrdinalIgnoreCase) || text.EndsWith("förvaltningen", StringComparison.OrdinalIgnoreCase) || text.EndsWith("kommuns", StringComparison.OrdinalIgnoreCase));
}
