using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>
/// Reads decisions from a printed line: 'Antagen av KUN 2020-02-19 § 12, uppföljning KUN 2022-xx-xx § xx'. Each begins with a verb or with
/// the name of a body, and has a date, a paragraph of the minutes, or the sign for one that is still open.
/// </summary>
internal static class DecisionReader
{
    /// <summary>How many words may stand before the first verb of a line: 'Denna handlingsplan är antagen av …'.</summary>
    private const int WordsBeforeVerb = 5;

    private const int LongestLine = 300;

    /// <summary>The decisions of a line, in the order in which they are printed.</summary>
    /// <param name="text">The line.</param>
    /// <param name="label">The role that a label beside the text gives it, or null.</param>
    public static List<Decision> Read(string text, DecisionRole? label = null)
    {
        var found = new List<Decision>();
        if (text.Length is 0 or > LongestLine)
        {
            return found;
        }

        var words = Tokens.Of(text);
        var role = label;
        for (var i = 0; i < words.Count;)
        {
            if (Verb(text, words, i) is { } verb)
            {
                // The first verb opens the line; later ones follow a decision ('…, reviderad av …').
                if (found.Count > 0 || i <= WordsBeforeVerb)
                {
                    var (decision, end) = Tail(text, words, i, verb.Next, verb.Role, verb.NeedsSign);
                    if (decision is not null)
                    {
                        found.Add(decision);
                        role = verb.Role;
                        i = end;
                        continue;
                    }
                }

                i = verb.Next;
                continue;
            }

            // 'KF 27, 2001-04-24', '29/11 2017, § 141': without a verb, at the start of a line or after another decision.
            if (i == 0 || found.Count > 0 || (label is not null && i == 0))
            {
                var (decision, end) = Bare(text, words, i, role ?? DecisionRole.Adopted, label is not null);
                if (decision is not null)
                {
                    found.Add(decision);
                    i = Math.Max(end, i + 1);
                    continue;
                }
            }

            i++;
        }

        return found;
    }

    /// <summary>What a verb or noun says was decided, and the word after it.</summary>
    private static (DecisionRole Role, int Next, bool NeedsSign)? Verb(string text, List<Token> words, int i)
    {
        if (RoleOf(words[i].Of(text)) is not { } role)
        {
            return null;
        }

        var next = i + 1;
        if (role == DecisionRole.FollowUp)
        {
            // 'Uppföljning godkänd av KS …', 'Uppföljningen är fastställd av …'
            for (var j = next; j < Math.Min(words.Count, next + 4); j++)
            {
                if (RoleOf(words[j].Of(text)) == DecisionRole.Adopted)
                {
                    return (role, j + 1, NeedsSign: false);
                }
            }

            return (role, next, NeedsSign: true);
        }

        return (role, next, NeedsSign: false);
    }

    private static DecisionRole? RoleOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[24];
        if (word.Length > buffer.Length)
        {
            return null;
        }

        var lower = buffer[..word.ToLowerInvariant(buffer)];
        return (ReadOnlySpan<char>)lower switch
        {
            "antagen" or "antaget" or "antagna" or "antogs" or "antas" or "fastställd" or "fastställt" or "fastställda" or "fastställdes" or "beslutad" or "beslutat" or "beslutades" or "beslutet" or "beslut"
                or "godkänd" or "godkänt" or "godkändes" or "utfärdad" or "utfärdat" or "vedtatt" or "vedtak" or "vedteken" or "godkjent" or "vedtaget" or "godkendt" or "hyväksytty" or "hyväksynyt" or "antog" or "antagit" or "vedtok"
                or "adopted" or "approved" => DecisionRole.Adopted,
            "reviderad" or "reviderat" or "reviderades" or "revidering" or "uppdaterad" or "ändrad" or "ändrat" or "revidert" or "revideret" or "tarkistettu" or "päivitetty" or "revised" or "amended" => DecisionRole.Revised,
            "uppföljning" or "uppföljningen" or "uppföljd" or "uppföljt" or "oppfølging" or "oppfulgt" or "opfølgning" or "seuranta" or "follow-up" or "lägesrapport" => DecisionRole.FollowUp,
            _ => null,
        };
    }

    /// <summary>Body, date and paragraph after a verb, in any order.</summary>
    private static (Decision? Decision, int End) Tail(string text, List<Token> words, int start, int at, DecisionRole role, bool needsSign)
    {
        var body = string.Empty;
        PartialDate date = default;
        string? section = null;
        var named = false;
        var end = at;
        while (at < words.Count)
        {
            var word = words[at].Of(text);
            if (PrintedDate.TryRead(text, words, at, out var printed, out var afterDate) && date.IsEmpty && !IsNumberOfSection(text, words, afterDate, printed))
            {
                (date, at, end) = (printed, afterDate, afterDate);
                continue;
            }

            if (section is null && Section(text, words, at, out var paragraph, out var afterSection))
            {
                (section, at, end) = (paragraph, afterSection, afterSection);
                continue;
            }

            if (section is null && body.Length > 0 && UnsignedSection(text, words, at, out var number, out var afterNumber))
            {
                (section, at, end) = (number, afterNumber, afterNumber);
                continue;
            }

            if (word is "," or ":" or "(" or ")" or "–" or "-" or "den" or "senast" or "ursprungligen" or "senaste" or "enligt" or "genom" or "vid" or "datum" or "as" or "on" or "dated")
            {
                at++;
                continue;
            }

            if (word is "av" or "i" or "af" or "by" or "av:" or "hos" or "in")
            {
                named = true;
                at++;
                continue;
            }

            if (body.Length > 0 || word is "." or ";" || Verb(text, words, at) is not null || IsRegistration(word))
            {
                break;
            }

            (body, at) = Body(text, words, at);
            if (body.Length == 0)
            {
                break;
            }

            end = at;
        }

        // 'Kaupunginhallitus hyväksynyt 21.3.2022 § 101', 'KF har antagit': the body opens the line.
        if (body.Length == 0 && role != DecisionRole.FollowUp && start > 0 && DecidingBody.IsBody(text[..words[start].Start].Trim()) && start <= WordsBeforeVerb && !date.IsEmpty)
        {
            body = text[..words[start].Start].Trim();
            named = true;
            start = 0;
        }

        var isBody = DecidingBody.IsBody(body);
        var dated = !date.IsEmpty && !(PrintedDate.IsYearAlone(date) && section is null && (needsSign || (!isBody && role != DecisionRole.Revised)));
        var accepted = needsSign
            ? (section is not null && (isBody || !date.IsEmpty)) || (dated && isBody)
            : section is not null || dated || (isBody && named);
        if (!accepted || (body.Length > 0 && !isBody && !named && section is null))
        {
            return (null, at);
        }

        var from = words[start].Start;
        return (new(role, body, date, section ?? string.Empty, text[from..words[end - 1].End].Trim()), end);
    }

    /// <summary>A decision without a verb: the name of a body with a date or a paragraph, or both of them alone.</summary>
    private static (Decision? Decision, int End) Bare(string text, List<Token> words, int at, DecisionRole role, bool labelled)
    {
        var start = at;
        while (at < words.Count && words[at].Of(text) is "," or ":" or "(" or "–")
        {
            at++;
        }

        if (at > start && at < words.Count && Verb(text, words, at) is not null)
        {
            return (null, start + 1);
        }

        if (at < words.Count && Verb(text, words, at) is not null)
        {
            // ', uppföljning kommunstyrelsen …': the verb is not part of the body's name.
            return (null, at);
        }

        var body = string.Empty;
        if (at < words.Count && !PrintedDate.TryRead(text, words, at, out _, out _) && !Section(text, words, at, out _, out _))
        {
            (body, at) = Body(text, words, at);
            if (!DecidingBody.IsBody(body) || body.Split(' ').Length > 6)
            {
                return (null, start + 1);
            }
        }

        PartialDate date = default;
        string? section = null;
        var end = at;
        while (at < words.Count)
        {
            if (date.IsEmpty && PrintedDate.TryRead(text, words, at, out var printed, out var afterDate) && !PrintedDate.IsYearAlone(printed))
            {
                (date, at, end) = (printed, afterDate, afterDate);
            }
            else if (section is null && Section(text, words, at, out var paragraph, out var afterSection))
            {
                (section, at, end) = (paragraph, afterSection, afterSection);
            }
            else if (section is null && body.Length > 0 && UnsignedSection(text, words, at, out var number, out var afterNumber))
            {
                (section, at, end) = (number, afterNumber, afterNumber);
            }
            else if (words[at].Of(text) is "," or "den" or ":" or "(" or ")")
            {
                at++;
            }
            else
            {
                break;
            }
        }

        var complete = body.Length > 0 ? (!date.IsEmpty || section is not null) : (!date.IsEmpty && section is not null) || (labelled && (!date.IsEmpty || section is not null));
        if (!complete)
        {
            return (null, start + 1);
        }

        return (new(role, body, date, section ?? string.Empty, text[words[start].Start..words[end - 1].End].TrimStart(',', ' ').Trim()), end);
    }

    /// <summary>The words up to a comma, a date, a paragraph or a verb.</summary>
    private static (string Body, int Next) Body(string text, List<Token> words, int at)
    {
        if (at < words.Count && words[at].Of(text) is "the" or "The")
        {
            at++;
        }

        var from = at;
        while (at < words.Count)
        {
            var word = words[at].Of(text);
            var comma = word is "," && at + 2 < words.Count && words[at + 1].Of(text) is var after && char.IsLetter(after[0]) && char.IsLower(after[0])
                && text.AsSpan(words[at].End).Contains(" och ", StringComparison.Ordinal) && from < at && words[at - 1].Of(text)[^1] == '-';
            if ((word is "," && !comma) || word is ";" or "(" or ")" or ":" or "." or "den" or "–" or "av" or "on" || IsRegistration(word)
                || PrintedDate.TryRead(text, words, at, out _, out _)
                || Section(text, words, at, out _, out _)
                || UnsignedSection(text, words, at, out _, out _)
                || (at > from && Verb(text, words, at) is not null)
                || at - from > 12)
            {
                break;
            }

            at++;
        }

        return at == from ? (string.Empty, at) : (text[words[from].Start..words[at - 1].End], at);
    }

    /// <summary>'§ 12', '§12', '§ xx', '§§ 12-13', '§ 102/2016', 'sak 44/21', 'punkt 14', '88 §', or the sign alone.</summary>
    private static bool Section(string text, List<Token> words, int at, out string section, out int next)
    {
        section = string.Empty;
        next = at;
        var word = words[at].Of(text);
        if (word is "§" || word.Equals("sak", StringComparison.OrdinalIgnoreCase) || word.Equals("punkt", StringComparison.OrdinalIgnoreCase) || word.Equals("paragraf", StringComparison.OrdinalIgnoreCase)
            || word.Equals("item", StringComparison.OrdinalIgnoreCase) || word.Equals("section", StringComparison.OrdinalIgnoreCase) || word.Equals("pykälä", StringComparison.OrdinalIgnoreCase) || word.Equals("para", StringComparison.OrdinalIgnoreCase))
        {
            next = at + 1;
            while (next < words.Count && words[next].Of(text) is "§" or "." or ":" or "nr")
            {
                next++;
            }

            if (next < words.Count && Number(text, words, next, out section, out var after))
            {
                next = after;
                return true;
            }

            while (next < words.Count && words[next].Of(text) is "_" or "…" or ".")
            {
                next++;
            }

            return word is "§";
        }

        // Finnish puts the sign last.
        return Number(text, words, at, out section, out next) && next < words.Count && words[next].Of(text) is "§" && ++next > 0
            && (next >= words.Count || !char.IsAsciiDigit(words[next].Of(text)[0]));
    }

    /// <summary>'KF 27, 2001-04-24', 'Kf 169/2017': a number after a body, without a sign.</summary>
    private static bool UnsignedSection(string text, List<Token> words, int at, out string section, out int next)
    {
        if (!Number(text, words, at, out section, out next) || !char.IsAsciiDigit(section[0]) || at == 0)
        {
            return false;
        }

        var slash = section.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            // '2024/717' after a body is a registration number: its year comes first.
            return !(slash == 4 && section[0] is '1' or '2') && section.Length - slash is 3 or 5;
        }

        return section.Length <= 3 && next + 1 < words.Count && words[next].Of(text) is "," && PrintedDate.TryRead(text, words, next + 1, out _, out _);
    }

    /// <summary>A number of a paragraph: digits or x, also over a year ('102/2016'), a range ('12-13') or with a letter.</summary>
    private static bool Number(string text, List<Token> words, int at, out string number, out int next)
    {
        number = string.Empty;
        next = at;
        var word = words[at].Of(text);
        if (!(char.IsAsciiDigit(word[0]) || word.TrimStart("xX").IsEmpty) || word.Length > 6)
        {
            return false;
        }

        var end = at + 1;
        while (end + 1 < words.Count && words[end].Of(text) is "/" or "-" or "–" or ":" && words[end].Start == words[end - 1].End && words[end + 1].Start == words[end].End
            && (char.IsAsciiDigit(words[end + 1].Of(text)[0]) || words[end + 1].Of(text).TrimStart("xX").IsEmpty))
        {
            end += 2;
        }

        next = end;
        number = text[words[at].Start..words[end - 1].End].ToLowerInvariant();
        return true;
    }

    private static bool IsNumberOfSection(string text, List<Token> words, int after, PartialDate date) =>
        PrintedDate.IsYearAlone(date) && after < words.Count && words[after].Of(text) is "§";

    private static bool IsRegistration(ReadOnlySpan<char> word) =>
        word.Equals("dnr", StringComparison.OrdinalIgnoreCase) || word.Equals("diarienummer", StringComparison.OrdinalIgnoreCase) || word.Equals("diarienr", StringComparison.OrdinalIgnoreCase)
        || word.Equals("saksnr", StringComparison.OrdinalIgnoreCase) || word.Equals("saksnummer", StringComparison.OrdinalIgnoreCase);
}
