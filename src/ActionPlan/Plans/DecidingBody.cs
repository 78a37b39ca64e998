using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Recognises the names of deciding bodies. Abbreviations are local, so their form alone counts: 'KF', 'KUN', 'Kf'.</summary>
internal static class DecidingBody
{
    private static readonly string[] Endings = WordList.Of(
        "nämnd|nämnden|nämnderna|styrelse|styrelsen|styrelses|fullmäktige|utskott|utskottet|beredning|beredningen|direktion|direktionen|rådet|" +
        "kommunestyret|kommunestyre|formannskapet|formannskap|utvalget|utvalg|fylkesting|fylkestinget|byrådet|byråd|kommunalbestyrelsen|udvalget|udvalg|" +
        "valtuusto|valtuuston|hallitus|hallituksen|lautakunta|lautakunnan|council|committee|board|assembly|executive|förbundet|direktören|direktör|chef|chefen|bystyret|bystyre");

    public static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 6 || !char.IsUpper(word[0]))
        {
            return false;
        }

        var upper = 0;
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper >= 2 || word.Length == 2;
    }

    /// <summary>Whether words name a body: an abbreviation, or a name that ends as bodies do.</summary>
    public static bool IsBody(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 10)
        {
            return false;
        }

        return IsAbbreviation(words[0]) || Array.Exists(words, word => Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
    }
}
