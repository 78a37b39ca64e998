using System.Globalization;

namespace ActionPlan.Cli;

/// <summary>The language of messages: the user's own, or that of --lang.</summary>
internal static class UserLanguage
{
    /// <summary>Sets it before the command line is parsed, for the parser's own words depend on it. False for a language that is not offered.</summary>
    public static bool Use(IReadOnlyList<string> arguments)
    {
        var name = Asked(arguments);
        if (name is "sv" or "en")
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        }

        return name is null or "sv" or "en";
    }

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
            {
                return arguments[i + 1];
            }

            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal) || arguments[i].StartsWith("--lang:", StringComparison.Ordinal))
            {
                return arguments[i]["--lang=".Length..];
            }
        }

        return null;
    }
}
