using System.Text;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Words on one baseline, in the order of reading.</summary>
internal sealed class TextLine
{
    public TextLine(List<PrintedWord> words)
    {
        Words = words;
        End = words[0].End;
        foreach (var word in words)
        {
            End = Math.Max(End, word.End);
        }

        var main = MainWord(words);
        (Baseline, Size) = (main.Baseline, main.Size);
    }

    public List<PrintedWord> Words { get; }

    public float Start => Words[0].Start;

    public float End { get; }

    public float Baseline { get; }

    public float Size { get; }

    public float X0 => Words[0].Box.X0;

    public float X1 => Words[^1].Box.X1;

    public bool IsBold => Words.TrueForAll(word => word.Font.IsBold);

    /// <summary>Whether a blank stands before the word at a place of the line.</summary>
    public bool IsBlankBefore(int at)
    {
        if (at == 0)
        {
            return false;
        }

        var (before, word) = (Words[at - 1], Words[at]);
        return word.Start - before.End > WordBuilder.BlankGap * Math.Min(before.Size, word.Size) || (word.AfterBlank && word.Order == before.Order + 1);
    }

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            for (var i = 0; i < Words.Count; i++)
            {
                text.Append(IsBlankBefore(i) ? " " : "").Append(Words[i].Text);
            }

            return text.ToString();
        }
    }

    private static PrintedWord MainWord(List<PrintedWord> words)
    {
        var main = words[0];
        foreach (var word in words)
        {
            if (!word.IsRaised && (main.IsRaised || word.Size > main.Size || (word.Size == main.Size && word.Text.Length > main.Text.Length)))
            {
                main = word;
            }
        }

        return main;
    }
}
