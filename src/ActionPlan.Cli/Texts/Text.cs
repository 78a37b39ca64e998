using System.Globalization;
using System.Resources;

namespace ActionPlan.Cli.Texts;

/// <summary>The words of the command line in the language of the user: Texts.resx (English) and Texts.sv.resx.</summary>
internal static class Text
{
    private static readonly ResourceManager Resources = new("ActionPlan.Cli.Texts.Texts", typeof(Text).Assembly);

    /// <summary>A text, or null where there is none of that name.</summary>
    public static string? Find(string name) => Resources.GetString(name, CultureInfo.CurrentUICulture);

    public static string Get(string name) =>
        Find(name) ?? throw new ArgumentException($"There is no text '{name}'.", nameof(name));

    public static string Get(string name, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
