namespace ActionPlan.Templates.Fields;

/// <summary>What people mean who write a name in their own language, with other signs between its words, or in other brackets.</summary>
internal static class FieldSpelling
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

    // What other templates write before a name.
    private static readonly string[] Keywords = ["if", "each", "for", "foreach", "end", "with", "om", "för", "varje", "slut"];

    private static readonly string[] Plain = [.. FieldNames.All];

    /// <summary>The right name for one that is wrong, or null where none is meant for certain.</summary>
    public static string? Suggest(string name, bool withLoops)
    {
        var bare = WithoutKeyword(name.Trim('{', '}', ' ').TrimStart('#', '^', '/').Trim());
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
        var bare = WithoutKeyword(name.Trim('{', '}', ' ').TrimStart('#', '^', '/').Trim().ToLowerInvariant());
        return FieldNames.IsLoop(bare) ? bare : Loops.GetValueOrDefault(bare)
            ?? (bare.Length > 5 && FieldNames.Nearest(bare, withLoops: true) is { } near && FieldNames.IsLoop(near) ? near : null);
    }

    public static string LoopOrSelf(string name) => Loop(name) ?? name;

    private static string WithoutKeyword(string name) =>
        Array.Find(Keywords, word => name.Length > word.Length && name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(name[word.Length])) is { } keyword
            ? name[keyword.Length..].TrimStart() : name;

    /// <summary>The name of the same letters.</summary>
    public static string? Same(string name) => Array.Find(Plain, known => Letters(known) == Letters(name));

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
}
