using System.Globalization;

namespace ActionPlan.Plans;

/// <summary>
/// Makes list paragraphs of lines that begin with a typed marker: bullets always, dashes and numbers where at least two follow each other.
/// Markers are no part of the text.
/// </summary>
internal static class ListMarkers
{
    /// <summary>The text with its typed markers turned into lists, and how many characters that took away.</summary>
    public static RichText Read(RichText text, out int dropped)
    {
        dropped = 0;
        if (!MayHaveMarker(text.Text))
        {
            return text;
        }

        var paragraphs = text.Paragraphs;
        var markers = new Marker[paragraphs.Count];
        var dashes = 0;
        for (var i = 0; i < markers.Length; i++)
        {
            markers[i] = paragraphs[i].List == ListKind.None ? Marker.At(paragraphs[i].Text) : default;
            dashes += markers[i].IsDash ? 1 : 0;
        }

        TextParagraph[]? read = null;
        for (var i = 0; i < markers.Length; i++)
        {
            var marker = markers[i];
            if (marker.Length == 0 || (marker.IsDash && dashes < 2) || (marker.Number > 0 && !Counts(markers, i)))
            {
                continue;
            }

            read ??= [.. paragraphs];
            read[i] = new(WithoutStart(paragraphs[i].Runs, marker.Length), marker.Number > 0 ? ListKind.Number : ListKind.Bullet);
            dropped += marker.Characters;
        }

        return read is null ? text : RichText.FromParagraphs(read);
    }

    private static bool MayHaveMarker(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var c = text[start];
            if (Marker.IsBullet(c) || Marker.IsDashSign(c) || (char.IsAsciiLetterOrDigit(c) && start + 1 < text.Length && (text[start + 1] is '.' or ')' || char.IsAsciiDigit(text[start + 1]))))
            {
                return true;
            }

            var next = text.AsSpan(start).IndexOf('\n');
            if (next < 0)
            {
                return false;
            }

            start += next + 1;
        }

        return false;
    }

    private static bool Counts(Marker[] markers, int i)
    {
        var number = markers[i].Number;
        var before = i > 0 && markers[i - 1].Number == number - 1 && markers[i - 1].IsLetter == markers[i].IsLetter;
        var after = i + 1 < markers.Length && markers[i + 1].Number == number + 1 && markers[i + 1].IsLetter == markers[i].IsLetter;
        return number == 1 ? after : before && (number == 2 ? markers[i - 1].Number == 1 : Counts(markers, i - 1));
    }

    private static ValueList<TextRun> WithoutStart(ValueList<TextRun> runs, int length)
    {
        var rest = new List<TextRun>();
        foreach (var run in runs)
        {
            var cut = Math.Min(length, run.Text.Length);
            length -= cut;
            if (cut < run.Text.Length)
            {
                rest.Add(run with { Text = run.Text[cut..] });
            }
        }

        return rest.ToValueList();
    }

    private readonly record struct Marker(int Length, int Characters, int Number, bool IsLetter, bool IsDash)
    {
        public static bool IsBullet(char c) => c is '•' or '▪' or '◦' or '‣' or '●' or '○' or '■' or '·' or '➢' or '►' or '\uf0b7' or '\uf0a7' or '\uf0d8';

        public static bool IsDashSign(char c) => c is '-' or '–' or '—' or '*';

        public static Marker At(string text)
        {
            if (text.Length < 3)
            {
                return default;
            }

            if (IsBullet(text[0]) || IsDashSign(text[0]))
            {
                var end = Blank(text, 1);

                // Only white space after the sign makes it a marker: '-5 procent' and '*gäller 2022' are text.
                return end > 1 && end < text.Length ? new(end, 1, 0, IsLetter: false, IsDashSign(text[0])) : default;
            }

            var sign = 0;
            while (sign < 2 && char.IsAsciiDigit(text[sign]))
            {
                sign++;
            }

            var isLetter = sign == 0 && text[0] is >= 'a' and <= 'z';
            sign = isLetter ? 1 : sign;
            if (sign == 0 || sign + 1 >= text.Length || text[sign] is not ('.' or ')') || (isLetter && text[sign] != ')') || !char.IsWhiteSpace(text[sign + 1]))
            {
                return default;
            }

            var number = isLetter ? text[0] - 'a' + 1 : int.Parse(text.AsSpan(0, sign), NumberStyles.None, CultureInfo.InvariantCulture);
            var start = Blank(text, sign + 1);
            return start < text.Length ? new(start, sign + 1, number, isLetter, IsDash: false) : default;
        }

        private static int Blank(string text, int from)
        {
            while (from < text.Length && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            return from;
        }
    }
}
