namespace ActionPlan.Sources;

/// <summary>Counts characters as the account does: Unicode scalar values that are not white space.</summary>
internal static class TextCount
{
    public static int NonBlank(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c > ' ' ? !char.IsWhiteSpace(c) && !char.IsLowSurrogate(c) : !char.IsWhiteSpace(c))
            {
                count++;
            }
        }

        return count;
    }
}
