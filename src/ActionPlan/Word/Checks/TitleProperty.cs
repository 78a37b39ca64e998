namespace ActionPlan.Word.Checks;

/// <summary>The title among the properties of a file.</summary>
internal static class TitleProperty
{
    private static readonly string[] Files = [".doc", ".docx", ".docm", ".dot", ".dotx", ".pdf", ".odt"];

    /// <summary>What programs write where nobody gave a title.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "dokument", "document", "namnlös", "namnlöst", "untitled", "titel", "title", "rubrik", "word-dokument", "word document" };

    /// <summary>Whether a title is the name of a file or that of no document: it helps nobody to tell two apart.</summary>
    public static bool SaysNothing(string title) =>
        title.StartsWith("Microsoft Word - ", StringComparison.OrdinalIgnoreCase)
        || Files.Any(ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(title.TrimEnd([.. "0123456789 "]));
}
