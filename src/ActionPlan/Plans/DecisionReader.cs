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
                var inProse = i > WordsBeforeVerb;
                if (found.Count > 0 || !OfAnotherPlan(text, words, i))
                {
                    var (decision, end) = Tail(text, words, i, verb.Next, verb.Role, verb.NeedsSign);
                    if (decision is not null && (found.Count > 0 || !inProse || IsWhole(decision)))
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

    /// <summary>
    /// The decision with what the line below it adds: 'Antagen av kommunfullmäktige', then '2021-06-14, § 91'. Null where the line is another
    /// matter, or says again what is known.
    /// </summary>
    public static Decision? Complete(Decision above, string line)
    {
        if ((above.Body.Length > 0 && !above.Date.IsEmpty && above.Section.Length > 0) || line.Length > 100)
        {
            return null;
        }

        var words = Tokens.Of(line);
        if (words.Count == 0 || Verb(line, words, 0) is not null || Read(line, above.Role) is not [var below] || below.Text.Length < line.Trim(' ', ',', '.', '(', ')').Length)
        {
            return null;
        }

        var isMore = (above.Body.Length == 0 || below.Body.Length == 0) && (above.Date.IsEmpty || below.Date.IsEmpty) && (above.Section.Length == 0 || below.Section.Length == 0);
        return isMore
            ? new(above.Role, above.Body + below.Body, above.Date.IsEmpty ? below.Date : above.Date, above.Section + below.Section, $"{above.Text} {below.Text}")
            : null;
    }

    /// <summary>A decision that is named further on in a sentence must leave no doubt: 'Planen gäller 2022–2025 och är antagen av …'.</summary>
    private static bool IsWhole(Decision decision) =>
        DecidingBody.IsBody(decision.Body) && !decision.Date.IsEmpty && (decision.Section.Length > 0 || !PrintedDate.IsYearAlone(decision.Date));

    /// <summary>'… ersätter den plan som antogs av …': the decision of another document.</summary>
    private static bool OfAnotherPlan(string text, List<Token> words, int verb)
    {
        for (var i = 0; i < verb; i++)
        {
            if (words[i].Of(text) is "ersätter" or "ersatte" or "upphäver" or "utgår" or "bygger" or "grundar" or "tidigare" or "som" or "erstatter" or "replaces" or "enligt")
            {
                return true;
            }
        }

        return false;
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
            // 'Uppföljning godkänd av KS …', 'Uppföljningen är fastställd av …'; but 'Uppföljning av handlingsplan antagen av KS …' tells of the plan.
            var ofPlan = next < words.Count && words[next].Of(text) is "av";
            for (var j = next; !ofPlan && j < Math.Min(words.Count, next + 4); j++)
            {
                if (RoleOf(words[j].Of(text)) == DecisionRole.Adopted || IsTreated(words[j].Of(text)))
                {
                    return (role, j + 1, NeedsSign: false);
                }
            }

            return (role, next, NeedsSign: true);
        }

        return (role, next, NeedsSign: false);
    }

    /// <summary>What a board does with a follow-up that it only takes note of.</summary>
    private static bool IsTreated(ReadOnlySpan<char> word) =>
        word is "behandlad" or "behandlades" or "behandlats" or "behandlat" or "redovisad" or "redovisades" or "redovisats" or "behandlet";

    /// <summary>'Enligt beslut i nämnden' names no decision, unless a date or a paragraph follows.</summary>
    private static bool IsNoun(ReadOnlySpan<char> word) => word.Equals("beslut", StringComparison.OrdinalIgnoreCase) || word.Equals("vedtak", StringComparison.OrdinalIgnoreCase);

    /// <summary>Verbs whose subject decides: 'Kommunfullmäktige antog planen den 14 juni 2021'.</summary>
    private static bool IsActive(ReadOnlySpan<char> word) =>
        word is "antog" or "fastställde" or "beslutade" or "godkände" or "reviderade" or "vedtok" or "vedtog" or "adopted" or "approved";

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
                or "godkänd" or "godkänt" or "godkändes" or "utfärdad" or "utfärdat" or "vedtatt" or "vedtak" or "vedteken" or "godkjent" or "vedtaget" or "godkendt" or "hyväksytty" or "hyväksynyt" or "antog" or "antagit" or "fastställde" or "beslutade" or "godkände" or "vedtok" or "vedtog"
                or "adopted" or "approved" => DecisionRole.Adopted,
            "reviderad" or "reviderat" or "reviderades" or "reviderade" or "revidering" or "uppdaterad" or "ändrad" or "ändrat" or "revidert" or "revideret" or "tarkistettu" or "päivitetty" or "revised" or "amended" => DecisionRole.Revised,
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

            if (section is null && MinutesParagraph.TrySigned(text, words, at, out var paragraph, out var afterSection))
            {
                (section, at, end) = (paragraph, afterSection, afterSection);
                continue;
            }

            if (section is null && body.Length > 0 && MinutesParagraph.TryUnsigned(text, words, at, out var number, out var afterNumber))
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

        // 'Kommunfullmäktige antog planen den …': what follows the verb is what was decided, not who decided.
        if (!DecidingBody.IsBody(body) && !named && IsActive(words[start].Of(text)) && start <= WordsBeforeVerb && DecidingBody.IsBody(text[..words[start].Start].Trim()))
        {
            body = string.Empty;
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
            : section is not null || dated || (isBody && named && !IsNoun(words[start].Of(text)));
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
        if (at < words.Count && !PrintedDate.TryRead(text, words, at, out _, out _) && !MinutesParagraph.TrySigned(text, words, at, out _, out _))
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
            else if (section is null && MinutesParagraph.TrySigned(text, words, at, out var paragraph, out var afterSection))
            {
                (section, at, end) = (paragraph, afterSection, afterSection);
            }
            else if (section is null && body.Length > 0 && MinutesParagraph.TryUnsigned(text, words, at, out var number, out var afterNumber))
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
                || MinutesParagraph.TrySigned(text, words, at, out _, out _)
                || MinutesParagraph.TryUnsigned(text, words, at, out _, out _)
                || (at > from && Verb(text, words, at) is not null)
                || (word is "i" or "in" && at + 1 < words.Count && PrintedDate.TryRead(text, words, at + 1, out _, out _))
                || at - from > 12)
            {
                break;
            }

            at++;
        }

        return at == from ? (string.Empty, at) : (text[words[from].Start..words[at - 1].End], at);
    }

    private static bool IsNumberOfSection(string text, List<Token> words, int after, PartialDate date) =>
        PrintedDate.IsYearAlone(date) && after < words.Count && words[after].Of(text) is "§";

    private static bool IsRegistration(ReadOnlySpan<char> word) =>
        word.Equals("dnr", StringComparison.OrdinalIgnoreCase) || word.Equals("diarienummer", StringComparison.OrdinalIgnoreCase) || word.Equals("diarienr", StringComparison.OrdinalIgnoreCase)
        || word.Equals("saksnr", StringComparison.OrdinalIgnoreCase) || word.Equals("saksnummer", StringComparison.OrdinalIgnoreCase);
}
