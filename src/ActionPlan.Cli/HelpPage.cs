using System.CommandLine;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli;

/// <summary>The help of a command, made from its symbols: what it does, how it is called, examples, options, exit codes.</summary>
internal static class HelpPage
{
    private const int Indent = 2;
    private const int WidestName = 30;

    public static bool IsAsked(IReadOnlyList<string> arguments) =>
        IsVersionAsked(arguments) || BeforeLiterals(arguments).Any(argument => argument is "-h" or "--help" or "-?" or "/?" or "/h");

    public static bool IsVersionAsked(IReadOnlyList<string> arguments) => BeforeLiterals(arguments).Contains("--version");

    public static void Write(TextWriter output, Command command, int width)
    {
        var page = Math.Clamp(width, 40, 100);
        WriteWrapped(output, Text.Get(command.Description!), 0, page);
        output.WriteLine();
        output.WriteLine(Text.Get("Usage"));
        output.WriteLine("  " + (command is RootCommand ? Text.Get("RootUsage") : Text.Find(command.Name + "Usage") ?? Text.Get("CommandUsage", command.Name)));
        WriteExamples(output, command);
        if (command.Subcommands.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(Text.Get("Commands"));
            WriteRows(output, [.. command.Subcommands.Select(sub => (sub.Name, FirstSentence(Text.Get(sub.Description!))))], page);
        }

        if (command.Arguments.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(Text.Get("Arguments"));
            WriteRows(output, [.. command.Arguments.Select(argument => (Text.Get("Argument" + argument.Name), Text.Get(argument.Description!)))], page);
        }

        output.WriteLine();
        output.WriteLine(Text.Get("Options"));
        WriteRows(output, [.. command.Options.Where(option => option.Description is not null && IsOurs(option)).Select(Row), .. CommonRows(command)], page);
        output.WriteLine();
        output.WriteLine(Text.Get("ExitCodes"));
        WriteRows(output, [.. ((ReadOnlySpan<int>)[0, 1, 2, 3, 4, 5, 6, 130]).ToArray().Select(code => ($"{code}", Text.Get($"Exit{code}")))], page);
    }

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;

    private static IEnumerable<string> BeforeLiterals(IReadOnlyList<string> arguments) => arguments.TakeWhile(argument => argument != "--");

    // The parser's own help and version speak English only; ours stand last.
    private static bool IsOurs(Option option) => option.Name is not ("--help" or "--version");

    private static (string Name, string Text) Row(Option option)
    {
        var aliases = option.Aliases.Count > 0 ? option.Aliases.First() + ", " : "    ";
        return (aliases + option.Name + (option.HelpName is { } value ? " " + (Text.Find("Value" + value) ?? value) : ""), Text.Get(option.Description!));
    }

    private static (string Name, string Text)[] CommonRows(Command command) => command is RootCommand
        ? [("-h, --help", Text.Get("HelpOption")), ("    --version", Text.Get("VersionOption")), ("    --lang sv|en", Text.Get("Language"))]
        : [("-h, --help", Text.Get("HelpOption"))];

    private static void WriteExamples(TextWriter output, Command command)
    {
        output.WriteLine();
        output.WriteLine(Text.Get("Examples"));
        foreach (var line in Text.Get(command is RootCommand ? "RootExamples" : command.Name + "Examples").Split('\n'))
        {
            output.WriteLine("  " + line.Trim());
        }
    }

    private static void WriteRows(TextWriter output, (string Name, string Text)[] rows, int width)
    {
        var column = Indent + Math.Min(rows.Max(row => row.Name.Length), WidestName) + 2;
        foreach (var (name, text) in rows)
        {
            output.Write(new string(' ', Indent) + name);
            if (Indent + name.Length + 2 > column)
            {
                output.WriteLine();
                output.Write(new string(' ', column));
            }
            else
            {
                output.Write(new string(' ', column - Indent - name.Length));
            }

            WriteWrapped(output, text, column, width);
        }
    }

    private static void WriteWrapped(TextWriter output, string text, int indent, int width)
    {
        var at = indent;
        foreach (var word in text.Split(' '))
        {
            if (at > indent && at + 1 + word.Length > width)
            {
                output.WriteLine();
                output.Write(new string(' ', indent));
                at = indent;
            }

            output.Write((at > indent ? " " : "") + word);
            at += word.Length + (at > indent ? 1 : 0);
        }

        output.WriteLine();
    }
}
