using System.Globalization;
using System.Resources;

namespace ActionPlan.Messages;

/// <summary>A kind of diagnostic: its code and how much it matters.</summary>
internal sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity)
{
    private static readonly ResourceManager Texts = new("ActionPlan.Messages.Messages", typeof(DiagnosticDescriptor).Assembly);

    public Diagnostic Create(params ReadOnlySpan<string> arguments) => At(default, arguments);

    public Diagnostic At(DocumentPlace place, params ReadOnlySpan<string> arguments) => new(Code, Severity, place, ValueList.Create(arguments));

    public Diagnostic At(DocumentPlace place, PartPlace within, params ReadOnlySpan<string> arguments) => new(Code, Severity, place, ValueList.Create(arguments)) { Within = within };

    public static string Message(Diagnostic diagnostic, CultureInfo culture)
    {
        var format = Texts.GetString(diagnostic.Code, culture) ?? diagnostic.Code;

        // Arguments are words of documents: one line, and not longer than a reader wants to see.
        var text = string.Format(CultureInfo.InvariantCulture, format, [.. diagnostic.Arguments.Select(Excerpt)]);
        return diagnostic.Within is { } within ? text + within.In(culture, Excerpt(within.Text)) : text;
    }

    private static string Excerpt(string text)
    {
        const int Longest = 300;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }
}
