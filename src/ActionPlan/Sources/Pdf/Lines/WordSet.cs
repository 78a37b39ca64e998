namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Words of one page, known by their numbers in the order of drawing.</summary>
internal sealed class WordSet
{
    private bool[] _has = [];

    public void Add(List<PrintedWord> words)
    {
        foreach (var word in words)
        {
            if (word.Order >= _has.Length)
            {
                Array.Resize(ref _has, Math.Max(256, Math.Max(word.Order + 1, _has.Length * 2)));
            }

            _has[word.Order] = true;
        }
    }

    public bool Contains(PrintedWord word) => word.Order < _has.Length && _has[word.Order];
}
