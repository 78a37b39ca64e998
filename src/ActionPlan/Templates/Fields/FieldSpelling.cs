using System.Buffers;
using System.Text.RegularExpressions;

namespace ActionPlan.Templates.Fields;

/// <summary>What people mean who write a name in their own language, with other signs between its words, or in other brackets.</summary>
internal static partial class FieldSpelling
{
    private static readonly Dictionary<string, string> Fronts = Words(
        "plan: plan handlingsplan dokument document", "decision: beslut", "section: avsnitt sektion avdelning verksamhet område sections", "measure: åtgärd åtgärder aktivitet insats handling measures");

    private static readonly Dictionary<string, string> Lasts = Words(
        "title: titel rubrik namn", "period: år", "reference: diarienummer dnr", "language: språk", "heading: rubrik titel namn title", "group: grupp",
        "adopted: antagen antaget", "revised: reviderad reviderat", "followUp: uppföljning resultat utfall svar", "body: instans nämnd", "date: datum", "section: paragraf", "text: text",
        "focusArea: fokusområde insatsområde", "activity: aktivitet åtgärd insats", "goal: mål", "responsible: ansvarig ansvar", "timeframe: tidsplan tid", "indicator: indikator mått nyckeltal",
        "resources: resurser budget kostnad", "comment: kommentar", "number: nummer nr", "status: läge");

    private static readonly Dictionary<string, string> Loops = Words(
        "sections: avsnitt sektioner avdelningar verksamheter områden section", "measures: åtgärder aktiviteter insatser handlingar measure activities actions");

    private static readonly SearchValues<char> Brackets = SearchValues.Create("{}[<«‹");

    private static readonly string[] Plain = [.. FieldNames.All];

    /// <summary>The right name for one that is wrong, or null where none is meant for certain.</summary>
    public static string? Suggest(string name, bool withLoops)
    {
        var bare = Word().Replace(name.Trim('{', '}', ' ').TrimStart('#', '^', '/').Trim(), "");
        return withLoops && Loop(bare) is { } loop ? loop
            : Same(bare) ?? Translated(bare) ?? Plain.FirstOrDefault(known => bare.StartsWith(known, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(bare[known.Length]))
            ?? (bare.Contains('.', StringComparison.Ordinal) || bare.Length < 4 ? null : OfLast(bare));
    }

    /// <summary>The name that a wrong tag of a content control stands for beyond doubt: the same words with other signs, in braces, or behind a prefix.</summary>
    public static string? OfTag(string tag)
    {
        var bare = tag.Trim('{', '}', ' ').TrimStart('#', '^', '/').Trim();
        var behind = Plain.FirstOrDefault(known => bare.Length > known.Length && bare.EndsWith(known, StringComparison.Ordinal) && bare[^(known.Length + 1)] is '.' or ':' or '_' or '-' or '/');
        var name = FieldNames.ScopeOf(tag) is not null || FieldNames.IsLoop(tag) || tag[..Math.Min(1, tag.Length)] is "#" or "^" ? null : Same(bare) ?? behind ?? OfOurs(bare);
        return name ?? (bare.Length < tag.Length || !FieldNames.IsLoop(bare) ? LoopInOtherCase(tag, bare) : null);
    }

    /// <summary>The repetition that a name of one stands for: in another case, number or language, or misspelt.</summary>
    public static string? Loop(string name)
    {
        var bare = Word().Replace(name.Trim('{', '}', ' ').TrimStart('#', '^', '/').Trim().ToLowerInvariant(), "");
        return FieldNames.IsLoop(bare) ? bare : Loops.GetValueOrDefault(bare)
            ?? (bare.Length > 5 && FieldNames.Nearest(bare, withLoops: true) is { } near && FieldNames.IsLoop(near) ? near : null);
    }

    public static string LoopOrSelf(string name) => Loop(name) ?? name;

    /// <summary>The first field in double braces, right or nearly so, of a text.</summary>
    public static string? Field(string text) =>
        InBraces().Matches(text).Select(match => match.Value).FirstOrDefault(field => field.Trim('{', '}', ' ').TrimStart('#', '^', '/') is var name
            && (FieldNames.ScopeOf(name) is not null || FieldNames.IsLoop(name) || FieldNames.Nearest(name, withLoops: true) is not null));

    /// <summary>A look without cost: whether <see cref="Almost"/> could find anything.</summary>
    public static bool MayBeAlmost(string text) => text.AsSpan().IndexOfAny(Brackets) >= 0;

    /// <summary>Names of fields in other brackets than two braces, with the field that is meant; closing braces without opening ones, with null.</summary>
    public static IEnumerable<(string Written, string? Meant, int At)> Almost(string text)
    {
        foreach (Match match in Bracketed().Matches(text))
        {
            var (sign, name) = (match.Groups["sign"].Value, match.Groups["name"].Value);
            var right = match.Groups["open"].Value is "{{" && match.Groups["close"].Value is "}}";
            var known = right ? null : FieldNames.ScopeOf(name) is not null || FieldNames.IsLoop(name) ? name : Same(name);
            if (match.Groups["open"].Value is "{{" && !right)
            {
                // Said to be never closed.
                continue;
            }

            if (known is not null && (known.Contains('.', StringComparison.Ordinal) || sign.Length > 0))
            {
                yield return (match.Value, "{{" + sign + known + "}}", match.Index);
            }
            else if (!right && match.Groups["close"].Value == "}}")
            {
                yield return (match.Value, null, match.Index);
            }
        }

        for (var at = text.IndexOf("}}", StringComparison.Ordinal); at >= 0; at = text.IndexOf("}}", at + 2, StringComparison.Ordinal))
        {
            var before = text[..at];
            if (before.LastIndexOf("{{", StringComparison.Ordinal) is var open && (open < 0 || before.IndexOf("}}", open, StringComparison.Ordinal) >= 0) && !Bracketed().Matches(text).Any(match => match.Index <= at && at < match.Index + match.Length))
            {
                yield return (before[Math.Max(0, at - 30)..] + "}}", null, at);
            }
        }
    }

    /// <summary>The name of the same letters.</summary>
    private static string? Same(string name) => Array.Find(Plain, known => Letters(known) == Letters(name));

    /// <summary>The field that a tag of a document stands for that ActionPlan made itself.</summary>
    private static string? OfOurs(string tag) => tag switch
    {
        "ap:title" or "ap:period" or "ap:reference" => "plan." + tag["ap:".Length..],
        "ap:section" => "section.heading",
        "ap:group" => "section.group",
        _ => tag.StartsWith("ap:decision:", StringComparison.Ordinal) && tag["ap:".Length..].Replace(':', '.') is var name && FieldNames.ScopeOf(name) is not null ? name : null,
    };

    private static string? LoopInOtherCase(string tag, string bare) =>
        FieldNames.IsLoop(tag.TrimStart('#', '^')) ? null : FieldNames.IsLoop(bare.ToLowerInvariant()) ? bare.ToLowerInvariant()
            : bare.LastIndexOfAny(['.', ':', '_', '-', '/']) is > 0 and var at && FieldNames.IsLoop(bare[(at + 1)..]) ? bare[(at + 1)..] : null;

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    /// <summary>The name whose words are these in Swedish.</summary>
    private static string? Translated(string name)
    {
        var parts = name.ToLowerInvariant().Split('.', '_', ':', '-', ' ');
        if (parts.Length is not (2 or 3) || (Fronts.GetValueOrDefault(parts[0]) ?? parts[0]) is not { } front)
        {
            return null;
        }

        return Plain.FirstOrDefault(known => known.Split('.') is var words && words.Length == parts.Length && words[0] == front && words.Skip(1).Zip(parts.Skip(1)).All(pair => Means(pair.Second, pair.First)));
    }

    /// <summary>The one name that ends in this word.</summary>
    private static string? OfLast(string word)
    {
        var found = Plain.Where(known => known.StartsWith("measure.", StringComparison.Ordinal) || known.StartsWith("plan.", StringComparison.Ordinal)).Where(known => Means(word.ToLowerInvariant(), known[(known.IndexOf('.', StringComparison.Ordinal) + 1)..])).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool Means(string word, string last) => string.Equals(word, last, StringComparison.OrdinalIgnoreCase) || Lasts.Any(pair => pair.Value.Split(' ').Contains(last) && pair.Key == word);

    /// <summary>Each foreign word with what it means; one that means several has all of them.</summary>
    private static Dictionary<string, string> Words(params ReadOnlySpan<string> lines)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var parts = line.Split(": ");
            foreach (var word in parts[1].Split(' '))
            {
                words[word] = words.TryGetValue(word, out var before) ? before + " " + parts[0] : parts[0];
            }
        }

        return words;
    }

    [GeneratedRegex(@"^(if|each|for|foreach|end|with|om|för|varje|slut)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{[^{}\n]{1,120}\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBraces();

    [GeneratedRegex(@"(?<open>\{\{|\{\s?\{?|\[\[?|<<?|«|‹)\s*(?<sign>[#^/]?)\s*(?<name>[\p{L}\d][\p{L}\d._:\-]{0,80})\s*(?<close>\}\}|\}\s?\}?|\]\]?|>>?|»|›)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}
