namespace ActionPlan.Sources;

/// <summary>Hands out one string for equal texts that come again soon. What it forgets is made anew, so that it never grows.</summary>
internal sealed class RecentStrings
{
    private const int Size = 256;
    private const int Longest = 64;

    private readonly string?[] _slots = new string?[Size];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        ref var slot = ref _slots[((text[0] * 5) + (text[text.Length / 2] * 31) + (text[^1] * 17) + text.Length) % Size];
        return slot is { } known && text.SequenceEqual(known) ? known : slot = text.ToString();
    }
}
