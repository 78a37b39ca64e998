using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>What tells one level of section rows from another, and a section row from a measure.</summary>
/// <param name="Cell">The look of the cell.</param>
/// <param name="Capitals">Whether the text is in capitals.</param>
/// <param name="Numbering">How many numbers precede the text: 1 for '2. Trygghet', 2 for '2.1 Skola'.</param>
/// <param name="FullWidth">Whether the row is one cell over the whole width.</param>
internal sealed record SectionLook(CellLook Cell, bool Capitals, int Numbering, bool FullWidth)
{
    /// <summary>First words of headings that name an operation, a department, a board or an area.</summary>
    private static readonly string[] Openings = WordList.Of(
        "verksamhet|verksamheten|verksamhetsområde|avdelning|avdelningen|förvaltning|förvaltningen|enhet|enheten|sektor|sektorn|nämnd|nämnden|" +
        "målområde|fokusområde|insatsområde|utvecklingsområde|prioriterat|delområde|område|mål|delmål|kapitel|del|tema|strategi|" +
        "virksomhet|avdeling|innsatsområde|satsingsområde|afdeling|indsatsområde|osasto|toimiala|painopiste|department|unit|focus|priority|goal|objective");

    private static readonly string[] Endings = WordList.Of(
        "nämnden|nämnd|styrelsen|förvaltningen|förvaltning|kontoret|avdelningen|enheten|sektorn|fullmäktige|utvalget|forvaltningen|lautakunta|department|committee|board");

    public static SectionLook Of(SourceCell cell, bool fullWidth) => new(cell.Look, IsCapitals(cell.Text.Text), NumberingDepth(cell.Text.Text), fullWidth);

    /// <summary>Whether the words alone say that this is a section.</summary>
    public static bool SaysSection(string text)
    {
        if (text.Length > 120)
        {
            return false;
        }

        if (IsCapitals(text) && text.Length > 3)
        {
            return true;
        }

        var first = text.AsSpan();
        first = first[..(first.IndexOfAny(' ', ':') is > 0 and var end ? end : first.Length)];
        foreach (var word in Openings)
        {
            if (first.Equals(word, StringComparison.OrdinalIgnoreCase) && first.Length < text.Length)
            {
                return true;
            }
        }

        foreach (var word in Endings)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length < 80)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitals(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private static int NumberingDepth(string text)
    {
        var depth = 0;
        var i = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            depth++;
            if (i < text.Length && text[i] == '.')
            {
                i++;
            }
        }

        return i > 0 && i < text.Length && (char.IsWhiteSpace(text[i]) || text[i - 1] == '.') ? depth : 0;
    }
}
