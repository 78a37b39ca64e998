using System.Text;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>The inputs of a command: its arguments, patterns that the shell left alone, and the lines of --files-from.</summary>
internal static class InputList
{
    public const string StandardInput = "-";

    public static ValueList<string> Of(IReadOnlyList<string> arguments, string? filesFrom, Terminal terminal)
    {
        var inputs = arguments.SelectMany(Expand).ToList();
        if (filesFrom is not null)
        {
            if (filesFrom == StandardInput && inputs.Contains(StandardInput))
            {
                throw new UsageException(Text.Get("StandardInputTwice"));
            }

            inputs.AddRange(Lines(filesFrom, terminal));
        }

        return inputs.Count == 0 ? throw new UsageException(Text.Get("InputMissing"))
            : inputs.Count(input => input == StandardInput) > 1 ? throw new UsageException(Text.Get("StandardInputTwice"))
            : inputs.ToValueList();
    }

    private static List<string> Lines(string filesFrom, Terminal terminal)
    {
        try
        {
            using var reader = filesFrom == StandardInput ? new StreamReader(terminal.Input, Encoding.UTF8, true, -1, leaveOpen: true) : new StreamReader(filesFrom);
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    lines.Add(line);
                }
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Text.Get("FileWrong", filesFrom, e.Message));
        }
    }

    /// <summary>The files of a pattern such as *.docx, which Windows hands over as it is; a file of that very name wins. What Word keeps beside an open document (~$) is none.</summary>
    private static IEnumerable<string> Expand(string argument)
    {
        var pattern = Path.GetFileName(argument);
        var folder = Path.GetDirectoryName(argument);
        if (argument == StandardInput || pattern.AsSpan().IndexOfAny('*', '?') < 0 || File.Exists(argument) || !(folder is "" || Directory.Exists(folder)))
        {
            return [argument];
        }

        var files = Directory.GetFiles(folder is "" ? "." : folder, pattern).Select(Path.GetFileName).OfType<string>()
            .Where(file => !file.StartsWith("~$", StringComparison.Ordinal)).Select(file => Path.Combine(folder, file)).ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length == 0 ? [argument] : files;
    }
}
