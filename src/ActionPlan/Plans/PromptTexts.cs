using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>
/// The prompts that Word shows in controls that wait for an answer. Where the control is gone - a print, a conversion, a table copied as text -
/// they stand as plain text, and still say that there is no answer.
/// </summary>
internal static class PromptTexts
{
    private const int Longest = 60;

    private static readonly HashSet<string> Texts = new(WordList.Of(
        "klicka eller tryck här för att ange text|klicka här för att ange text|klicka eller tryck här för att ange datum|klicka här för att ange datum|välj ett objekt|välj ett block|" +
        "klikk eller trykk her for å skrive inn tekst|klikk her for å skrive inn tekst|klikk eller trykk for å skrive inn en dato|klikk her for å skrive inn en dato|velg et element|" +
        "klik eller tryk her for at skrive tekst|klik her for at angive tekst|klik eller tryk for at angive en dato|klik her for at angive en dato|vælg et element|" +
        "kirjoita tekstiä napsauttamalla tai napauttamalla tätä|kirjoita tekstiä napsauttamalla tätä|lisää päivämäärä napsauttamalla tai napauttamalla tätä|valitse kohde|" +
        "click or tap here to enter text|click here to enter text|click or tap to enter a date|click here to enter a date|choose an item"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text is a prompt and nothing else.</summary>
    public static bool IsPrompt(RichText text) =>
        text.Text.Length is > 10 and <= Longest && Texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Text.AsSpan().TrimEnd('.'));
}
