using System.Globalization;
using System.Text;
using ActionPlan.Messages;

namespace ActionPlan;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Something the reader did that a careful user may want to know.</summary>
    Info,

    /// <summary>Something that may be wrong or missing in the result.</summary>
    Warning,

    /// <summary>There is no result.</summary>
    Error,
}

/// <summary>A place in a document. Pages, tables, rows and columns count from 1; null where it does not apply.</summary>
/// <param name="Page">The page.</param>
/// <param name="Table">The table, in document order.</param>
/// <param name="Row">The row of the table.</param>
/// <param name="Column">The column of the table.</param>
public readonly record struct DocumentPlace(int? Page = null, int? Table = null, int? Row = null, int? Column = null)
{
    /// <summary>The place in words that are the same in every language, as editors and build servers read them: 'page 2, table 1, row 7'.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, "page", Page);
        Append(text, "table", Table);
        Append(text, "row", Row);
        Append(text, "column", Column);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, int? number)
    {
        if (number is { } value)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(name).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>A problem or a decision of the reader, with its place and what the user can do about it.</summary>
public sealed record Diagnostic
{
    internal Diagnostic(string code, DiagnosticSeverity severity, DocumentPlace place, ValueList<string> arguments)
    {
        Code = code;
        Severity = severity;
        Place = place;
        Arguments = arguments;
    }

    /// <summary>The code, 'AP2003'; docs/diagnostics.md lists them all.</summary>
    public string Code { get; }

    /// <summary>How much it matters.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>Where it is.</summary>
    public DocumentPlace Place { get; }

    /// <summary>The words of the document or of the system that the message names.</summary>
    public ValueList<string> Arguments { get; }

    /// <summary>The part of the document and the text around, where the place alone does not tell.</summary>
    internal PartPlace? Within { get; init; }

    /// <summary>The message in the language of the current user interface culture: Swedish or English.</summary>
    public string Message => MessageIn(CultureInfo.CurrentUICulture);

    /// <summary>The message in Swedish or, for every other culture, in English.</summary>
    public string MessageIn(CultureInfo culture) => DiagnosticDescriptor.Message(this, culture);

    /// <summary>'warning AP2003: message', with the place before it where there is one.</summary>
    public override string ToString()
    {
        var place = Place.ToString();
        var severity = Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" };
        return place.Length == 0 ? $"{severity} {Code}: {Message}" : $"({place}): {severity} {Code}: {Message}";
    }
}
