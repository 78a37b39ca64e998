namespace ActionPlan.Sources.Word;

/// <summary>
/// Texts that a document is likely to hold once more: they are taken instead of copies. A template holds most of the texts of the plan that it is
/// filled with.
/// </summary>
internal sealed class KnownTexts
{
    private readonly Dictionary<string, RichText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RichText>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private KnownTexts() => _bySpan = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The texts of a plan.</summary>
    public static KnownTexts Of(Plan plan)
    {
        var known = new KnownTexts();
        foreach (var measure in plan.Measures)
        {
            foreach (var column in plan.Columns)
            {
                if (column.Key != ColumnKey.FollowUp && measure[column] is { IsPlain: true, IsEmpty: false } text)
                {
                    known._texts.TryAdd(text.Text, text);
                }
            }
        }

        return known;
    }

    /// <summary>The text of these characters, or null where it is not known.</summary>
    public RichText? Find(ReadOnlySpan<char> text) => _bySpan.TryGetValue(text, out var known) ? known : null;
}
