using System.Diagnostics;
using System.Text;

namespace ActionPlan.Cli.Tests;

/// <summary>The command as a process: what only a process shows.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Data_goes_to_standard_output_and_messages_to_standard_error_in_the_users_language()
    {
        var (code, output, error) = Run("A;B\n1;2\n", "sv_SE.UTF-8", "tables", "-");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("{\n  \"tables\"", output, StringComparison.Ordinal);
        (code, output, error) = Run("", "sv_SE.UTF-8", "import", "nej å.docx");
        Assert.Equal((3, "", "nej å.docx: error AP1001: Filen finns inte. Kontrollera sökvägen."), (code, output, error.TrimEnd()));
    }

    [Fact]
    public void Another_language_gets_english() => Assert.Contains("does not exist", Run("", "de_DE.UTF-8", "import", "nej.docx").Error, StringComparison.Ordinal);

    private static (int Code, string Output, string Error) Run(string input, string language, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = language;
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
