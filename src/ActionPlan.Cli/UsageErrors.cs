using System.CommandLine;
using System.CommandLine.Parsing;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli;

/// <summary>What is wrong with a command line, in the user's language.</summary>
internal static class UsageErrors
{
    public static string? Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var command = parsed.CommandResult.Command;
        if (UnknownOption(parsed, arguments) is { } unknown)
        {
            return Text.Get("OptionUnknown", unknown) + Suggestion(unknown, command.Options.SelectMany(option => option.Aliases.Append(option.Name)));
        }

        if (OptionTakenAsValue(parsed) is { } hungry)
        {
            return Text.Get("OptionWithoutValue", hungry);
        }

        return parsed.Errors.Count == 0 ? null
            : parsed.Errors[0] is { SymbolResult: OptionResult option } && option.Tokens.Count == 0 ? Text.Get("OptionWithoutValue", option.Option.Name)
            : parsed.Errors[0] is { SymbolResult: OptionResult repeated } ? Text.Get("OptionTwice", repeated.Option.Name)
            : parsed.Errors[0].Message;
    }

    public static string UnknownCommand(RootCommand root, IReadOnlyList<string> arguments)
    {
        var given = arguments[0];
        return given.StartsWith('-')
            ? Text.Get("OptionUnknown", given)
            : Text.Get("CommandUnknown", given) + Suggestion(given, root.Subcommands.Select(command => command.Name));
    }

    /// <summary>An input that looks like an option is a mistyped option, unless it stands after '--'.</summary>
    private static string? UnknownOption(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        foreach (var token in parsed.UnmatchedTokens)
        {
            if (LooksLikeOption(token, arguments))
            {
                return token;
            }
        }

        foreach (var argument in parsed.CommandResult.Command.Arguments)
        {
            foreach (var token in parsed.GetResult(argument)?.Tokens ?? [])
            {
                if (LooksLikeOption(token.Value, arguments))
                {
                    return token.Value;
                }
            }
        }

        return null;
    }

    private static bool LooksLikeOption(string token, IReadOnlyList<string> arguments) =>
        token.Length > 1 && token[0] == '-' && !arguments.SkipWhile(argument => argument != "--").Contains(token);

    /// <summary>The parser takes whatever follows as the value, be it another option.</summary>
    private static string? OptionTakenAsValue(ParseResult parsed)
    {
        var options = parsed.CommandResult.Command.Options;
        foreach (var option in options)
        {
            foreach (var token in parsed.GetResult(option)?.Tokens ?? [])
            {
                if (options.Any(other => other.Name == token.Value || other.Aliases.Contains(token.Value)))
                {
                    return option.Name;
                }
            }
        }

        return null;
    }

    private static string Suggestion(string given, IEnumerable<string> names)
    {
        var best = names.Select(name => (Name: name, Distance: Distance(given, name))).MinBy(candidate => candidate.Distance);
        return best.Name is not null && best.Distance <= Math.Max(1, best.Name.Length / 3) ? " " + Text.Get("DidYouMean", best.Name) : "";
    }

    /// <summary>The number of letters to insert, remove or replace.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
