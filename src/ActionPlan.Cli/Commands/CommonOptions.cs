using System.CommandLine;

namespace ActionPlan.Cli.Commands;

/// <summary>The arguments and options that every reading command has, in the order of the help.</summary>
internal sealed class CommonOptions
{
    public Argument<string[]> Inputs { get; } = new("INPUT") { Arity = ArgumentArity.ZeroOrMore, Description = "Inputs" };

    public Option<string?> Output { get; } = Named<string?>("--output", "Output", "PATH", "-o");

    public Option<string?> Format { get; } = Named<string?>("--format", "Format", "json|csv", "-f");

    public Option<string?> Csv { get; } = Named<string?>("--csv", "Csv", "excel|rfc4180");

    public Option<bool> Force { get; } = Named<bool>("--force", "Force");

    public Option<bool> Ndjson { get; } = Named<bool>("--ndjson", "Ndjson");

    public Option<string?> Report { get; } = Named<string?>("--report", "Report", "PATH");

    public Option<string?> From { get; } = Named<string?>("--from", "From", "docx|pdf|csv|json");

    public Option<string?> Columns { get; } = Named<string?>("--columns", "Columns", "FILE");

    public Option<string?> PasswordFile { get; } = Named<string?>("--password-file", "PasswordFile", "FILE");

    public Option<string?> FilesFrom { get; } = Named<string?>("--files-from", "FilesFrom", "FILE");

    public Option<string?> Jobs { get; } = Named<string?>("--jobs", "Jobs", "N");

    public Option<bool> Strict { get; } = Named<bool>("--strict", "Strict");

    public Option<string?> Language { get; } = Named<string?>("--lang", "Language", "sv|en");

    public Option<bool> Quiet { get; } = Named<bool>("--quiet", "Quiet", null, "-q");

    public Option<bool> Verbose { get; } = Named<bool>("--verbose", "Verbose", null, "-v");

    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])
            [Output, Format, Csv, Force, Ndjson, Report, From, Columns, PasswordFile, FilesFrom, Jobs, Strict, Language, Quiet, Verbose])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>An option; its description is the name of its text, which the help looks up.</summary>
    public static Option<T> Named<T>(string name, string text, string? value = null, params string[] aliases) =>
        new(name, aliases) { Description = text, HelpName = value };
}
