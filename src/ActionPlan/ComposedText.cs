using System.Text;

namespace ActionPlan;

/// <summary>Unicode's composed form (NFC) of any text: halves of surrogate pairs and U+FFFE, of which the framework makes an exception, are U+FFFD.</summary>
internal static class ComposedText
{
    public static string Of(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') || text.Contains('\ufffe', StringComparison.Ordinal))
        {
            text = WholeCharacters(text);
        }

        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    private static string WholeCharacters(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            made.Append(rune.Value == 0xFFFE ? "\ufffd" : rune.ToString());
        }

        return made.ToString();
    }
}
