using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>
/// The section rows above the measures that are being read. Where a table is divided by hand they are written again, 'Skola (forts.)', and open
/// no new section.
/// </summary>
internal sealed class OpenSections
{
    private static readonly string[] GoingOn = WordList.Of("(forts.)|(forts)|forts.|forts|(fortsättning)|fortsättning|(fortsatt)|(fortsat)|(fortsetter)|(fortsættes)|(jatkuu)|(cont.)|(continued)|continued");

    private readonly List<string> _texts = [];

    /// <summary>Whether a section row says what one above the last measures said; if not, it is kept as one that is open now.</summary>
    /// <param name="row">The section row.</param>
    /// <param name="afterMeasure">Whether measures stand between it and the section rows before it.</param>
    public bool IsAgain(BodyRow row, bool afterMeasure)
    {
        var text = row.SectionText;
        var name = WithoutGoingOn(text);
        if (afterMeasure)
        {
            if (_texts.Exists(open => HeadingText.SameText(open, name)))
            {
                return true;
            }

            _texts.Clear();
        }

        _texts.Add(text);
        return false;
    }

    private static string WithoutGoingOn(string text)
    {
        foreach (var ending in GoingOn)
        {
            if (text.Length > ending.Length + 1 && text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(text[^(ending.Length + 1)]))
            {
                return text[..^ending.Length].TrimEnd(' ', ',', '-', '–', ':');
            }
        }

        return text;
    }
}
