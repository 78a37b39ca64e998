using System.CommandLine;
using System.Globalization;
using System.Reflection;
using ActionPlan.Cli.Commands;

namespace ActionPlan.Cli.Tests.Documentation;

/// <summary>docs/commands.md names each option and each exit code, and no other.</summary>
public class CommandsPageTests
{
    private static readonly string[] OfTables = ["--join", "--no-join", "--pages"];
    private static readonly string[] OfTheRound = ["--by", "--findings", "--accept"];

    [Fact]
    public void Every_option_is_documented_and_no_other()
    {
        var options = new CommonOptions();
        var known = typeof(CommonOptions).GetProperties().Select(property => property.GetValue(options)).OfType<Option>()
            .SelectMany(option => option.Aliases.Append(option.Name))
            .Concat(OfTables)
            .Concat(OfTheRound);

        var documented = Rows("| `-").SelectMany(row => row.Trim('|', ' ').Replace("`", "", StringComparison.Ordinal).Split(", "))
            .Select(name => name.Split(' ')[0]);

        Assert.Equal(known.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_exit_code_is_documented_and_no_other()
    {
        var known = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!);

        var documented = Rows("| ").Select(row => row.Trim('|', ' ')).Where(code => code.All(char.IsAsciiDigit))
            .Select(code => int.Parse(code, CultureInfo.InvariantCulture));

        Assert.Equal(known.Order(), documented);
    }

    /// <summary>The first cells of the rows that begin so.</summary>
    private static IEnumerable<string> Rows(string start) =>
        File.ReadLines(Page()).Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line.Split(" | ")[0]);

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ActionPlan.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "commands.md");
    }
}
