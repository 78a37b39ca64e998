namespace ActionPlan.Tables;

/// <summary>
/// Words written as one text: 'mål|delmål|effektmål'. The runtime makes each text of the program when it is first used and looks it up among all
/// others, so that a thousand words as texts of their own are felt at the start of a command.
/// </summary>
internal static class WordList
{
    public static string[] Of(string words)
    {
        var list = new string[words.AsSpan().Count('|') + 1];
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            var length = words.AsSpan(start).IndexOf('|');
            list[i] = words.Substring(start, length < 0 ? words.Length - start : length);
            start += length + 1;
        }

        return list;
    }
}
