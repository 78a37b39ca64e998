using System.Resources;

namespace ActionPlan.Templates;

/// <summary>The words that documents get from us, in the language of the document, not of the user.</summary>
internal static class DocumentTexts
{
    private static readonly ResourceManager Texts = new("ActionPlan.Messages.DocumentTexts", typeof(DocumentTexts).Assembly);

    public static string FollowUpPrompt(string? language) => Get("FollowUpPrompt", language);

    /// <summary>The prompt of a cell that anything can be written into.</summary>
    public static string AnswerPrompt(ColumnKey key, string? language) => key == ColumnKey.FollowUp ? FollowUpPrompt(language) : Get("AnswerPrompt", language);

    public static string StatusPrompt(string? language) => Get("StatusPrompt", language);

    public static string StatusHeading(string? language) => Get("StatusHeading", language);

    public static string Period(string? language) => Get("Period", language);

    public static string Reference(string? language) => Get("Reference", language);

    /// <summary>The heading of last period's answers, where nothing tells its year.</summary>
    public static string Previous(string? language, string heading) => Get("Previous", language).Replace("{0}", heading, StringComparison.Ordinal);

    // All languages stand in one file: a satellite for each would be looked for on disk at every start.
    private static string Get(string name, string? language)
    {
        var code = language switch { null or "sv" => "sv", "nb" or "nn" or "no" => "nb", "da" => "da", "fi" => "fi", _ => "en" };
        return Texts.GetString($"{name}.{code}", System.Globalization.CultureInfo.InvariantCulture) ?? name;
    }
}
