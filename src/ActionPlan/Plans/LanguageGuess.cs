using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>
/// Tells Swedish, Norwegian, Danish, Finnish and English apart by their commonest words. What a file declares counts only where its text does not
/// say: converters declare English for everything.
/// </summary>
internal static class LanguageGuess
{
    private static readonly (string Language, string Words)[] Common =
    [
        ("sv", "och|att|för|är|på|av|till|ska|inte|från|vid|om|ett|uppföljning|åtgärd|har|som|med|genom|samt|mål|ansvarig|inom"),
        ("nb", "og|å|for|er|på|av|til|skal|ikke|fra|ved|om|et|oppfølging|tiltak|har|som|med|gjennom|samt|mål|ansvarlig|blir|også|innen"),
        ("da", "og|at|for|er|på|af|til|skal|ikke|fra|ved|om|et|opfølgning|indsats|har|som|med|gennem|samt|mål|ansvarlig|bliver|også|inden"),
        ("fi", "ja|on|ei|että|sekä|ovat|oli|mukaan|kanssa|tai|seuranta|toimenpide|tavoite|vastuutaho|kunnan|kaupungin|myös|aikataulu|painopiste|toteutunut|järjestetään|hyväksytty"),
        ("en", "the|and|of|to|in|is|for|with|on|by|are|has|follow-up|activity|goal|was|been|from|will|as|at"),
        ("nn", "ikkje|eit|frå|vert|kommunen|oppfølging|og|å|skal|til|av|på|er|som|med|tiltak|ansvarleg"),
    ];

    private static readonly Dictionary<string, int> Index = Build();

    /// <summary>The language of the texts, or the declared one where they do not tell, or null.</summary>
    public static string? Find(IEnumerable<string> texts, string? declared)
    {
        // Some thousand words tell a language beyond doubt.
        const int Enough = 20_000;
        var hits = new int[Common.Length];
        var read = 0;
        foreach (var text in texts)
        {
            Count(text, hits);
            read += text.Length;
            if (read > Enough)
            {
                break;
            }
        }

        var best = 0;
        for (var i = 1; i < hits.Length; i++)
        {
            best = hits[i] > hits[best] ? i : best;
        }

        var bare = declared?.Split('-')[0].ToLowerInvariant();
        if (hits[best] < 2)
        {
            return Declared(declared) ?? (hits[best] == 0 ? null : Common[best].Language);
        }

        // Norwegian and Danish share most words: a tie goes to what the file declares.
        var tied = Array.FindIndex(Common, language => language.Language == bare);
        return tied >= 0 && hits[tied] == hits[best] ? bare : Common[best].Language;
    }

    /// <summary>A declared language without its region, or null where it is none of those that are read.</summary>
    public static string? Declared(string? declared) =>
        declared?.Split('-')[0].ToLowerInvariant() is ("sv" or "nb" or "nn" or "no" or "da" or "fi" or "en") and var bare ? (bare == "no" ? "nb" : bare) : null;

    private static void Count(string text, int[] hits)
    {
        var lookup = Index.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[16];
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || text[i] == '-'))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start <= lower.Length)
            {
                var length = text.AsSpan(start, i - start).ToLowerInvariant(lower);
                if (lookup.TryGetValue(lower[..length], out var languages))
                {
                    for (var language = 0; language < hits.Length; language++)
                    {
                        hits[language] += (languages >> language) & 1;
                    }
                }
            }

            start = -1;
        }
    }

    private static Dictionary<string, int> Build()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var language = 0; language < Common.Length; language++)
        {
            foreach (var word in WordList.Of(Common[language].Words))
            {
                index.TryGetValue(word, out var others);
                index[word] = others | (1 << language);
            }
        }

        return index;
    }
}
