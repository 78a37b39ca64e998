using System.Text;

namespace ActionPlan.Pdf.Content;

/// <summary>
/// Letters whose accent is drawn as a glyph of its own, before or after them and over their width, as TeX does with fonts of 128 characters.
/// The letter's glyph gets the composed text (Unicode's normalization form C), the accent's none. Linear: only neighbours are looked at.
/// </summary>
internal static class DrawnAccents
{
    /// <summary>Baselines stand apart by no more than this part of the letter's size: accents of capitals are raised.</summary>
    private const float MaxRaise = 0.6f;

    /// <summary>
    /// The accent's middle is no farther from the letter's than this part of its width: less than a half, so that a mark without a width that
    /// stands between two letters stays with the one that it follows, as Unicode has it.
    /// </summary>
    private const float MaxDistance = 0.45f;

    /// <summary>Hamza and madda have no width, and stand beside the narrow letters that they compose with; before them, where a line is drawn from the left.</summary>
    private const float MaxArabicDistance = 0.9f;

    private const char FirstArabic = '\u0653';

    public static void Compose(Span<Glyph> glyphs)
    {
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (glyphs[i].Text is not { Length: 1 } text || text[0] is < '`' or (> '`' and < '\u00a8') || MarkOf(text[0]) is not { } mark)
            {
                continue;
            }

            var after = i + 1 < glyphs.Length ? Distance(glyphs[i], glyphs[i + 1]) : float.MaxValue;
            var before = i > 0 ? Distance(glyphs[i], glyphs[i - 1]) : float.MaxValue;
            var isArabic = mark >= FirstArabic;
            if (Math.Min(after, before) > (isArabic ? MaxArabicDistance : MaxDistance))
            {
                continue;
            }

            ref var letter = ref glyphs[after <= before ? i + 1 : i - 1];
            var composed = (letter.Text + mark).Normalize(NormalizationForm.FormC);
            if (isArabic && composed.Length > 1)
            {
                continue;
            }

            letter = letter.With(composed, GlyphTraits.Replaced);
            glyphs[i] = glyphs[i].With("", GlyphTraits.Replaced);
        }
    }

    /// <summary>How far the accent's middle is from the letter's along the line, in parts of the letter's width.</summary>
    private static float Distance(in Glyph accent, in Glyph letter)
    {
        var width = MathF.Sqrt((letter.AdvanceX * letter.AdvanceX) + (letter.AdvanceY * letter.AdvanceY));
        if (letter.Text.Length == 0 || width <= 0 || accent.Size > letter.Size * 1.5f || accent.Size < letter.Size * 0.5f || !IsLetter(letter))
        {
            return float.MaxValue;
        }

        float alongX = letter.AdvanceX / width, alongY = letter.AdvanceY / width;
        float x = accent.BaselineX - letter.BaselineX, y = accent.BaselineY - letter.BaselineY;
        var raise = Math.Abs((y * alongX) - (x * alongY));
        var middle = (x * alongX) + (y * alongY) + (((accent.AdvanceX * alongX) + (accent.AdvanceY * alongY)) / 2);
        return raise > MaxRaise * letter.Size ? float.MaxValue : Math.Abs((middle / width) - 0.5f);
    }

    private static bool IsLetter(in Glyph glyph) =>
        (glyph.Traits & GlyphTraits.Replaced) == GlyphTraits.None && Rune.TryGetRuneAt(glyph.Text, 0, out var first) && Rune.IsLetter(first) && IsWhole(glyph.Text.AsSpan(first.Utf16SequenceLength));

    /// <summary>Fonts may map to halves of surrogate pairs, and to what is no character: with those nothing composes.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\ufffe');

    /// <summary>The combining mark of an accent that stands alone: most are a blank with the mark by Unicode's compatibility decomposition.</summary>
    private static char? MarkOf(char c) => c switch
    {
        >= '\u0300' and <= '\u036F' or >= FirstArabic and <= '\u0655' => c,
        '`' or '\u02CB' => '\u0300',
        '\u00A8' => '\u0308',
        '\u00AF' or '\u02C9' => '\u0304',
        '\u00B4' or '\u02CA' => '\u0301',
        '\u00B8' => '\u0327',
        '\u02C6' => '\u0302',
        '\u02C7' => '\u030C',
        '\u02D8' => '\u0306',
        '\u02D9' => '\u0307',
        '\u02DA' => '\u030A',
        '\u02DB' => '\u0328',
        '\u02DC' => '\u0303',
        '\u02DD' => '\u030B',
        _ => null,
    };
}
