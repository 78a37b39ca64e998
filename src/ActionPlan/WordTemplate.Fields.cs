using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan;

/// <content>Templates made on purpose, with fields.</content>
public sealed partial class WordTemplate
{
    /// <summary>Says what is wrong with the fields of a template made on purpose, all of it, without filling it.</summary>
    /// <param name="template">A Word document.</param>
    /// <param name="name">The name that the user knows it by.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Errors, for which the template would be refused, and warnings; nothing for a template that is right, or that has no fields.</returns>
    public ValueList<Diagnostic> Check(Stream template, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(name);
        return Reading.OfStream<Plan>(template, name, _options, Check, cancellationToken).Diagnostics;
    }

    private ReadResult<Plan> Check(SourceInput input, DocumentKind kind, CancellationToken cancellationToken)
    {
        if (kind != DocumentKind.Word)
        {
            return Reading.Refused<Plan>(DiagnosticCatalog.TemplateNotWord.Create(kind.ToString()));
        }

        var (fields, damage) = FieldFilling.Of(input, _options, cancellationToken);
        using var filling = fields;
        return damage is not null
            ? Reading.Refused<Plan>(damage)
            : new(ReadOutcome.Refused, null, Reading.Bounded(fields?.Template.Diagnostics ?? [], _options.Limits), ReadReport.Empty);
    }

    /// <summary>Fills a template with fields; null where it has none.</summary>
    private ReadResult<Plan>? FillByFields(SourceInput input, Plan plan, Stream destination, CancellationToken cancellationToken)
    {
        var (fields, damage) = FieldFilling.Of(input, _options, cancellationToken);
        using var filling = fields;
        if (fields is null || fields.Refusal is not null || fields.RepeatsMeasures)
        {
            return damage is not null ? Reading.Refused<Plan>(damage) : fields?.Refusal ?? fields?.Fill(plan, destination, cancellationToken);
        }

        // Its fields say what stands around the table; the table itself is filled by example, if there is one.
        using var front = new MemoryStream();
        var filled = fields.Fill(plan, front, cancellationToken);
        var whole = FillByExample(input with { Content = front }, plan, destination, cancellationToken, fields.Template.Bindings);
        if (whole.Outcome == ReadOutcome.NoTable)
        {
            front.WriteTo(destination);
            return filled;
        }

        return new(whole.Outcome, whole.Value, Reading.Bounded([.. fields.Template.Diagnostics, .. whole.Diagnostics], _options.Limits), whole.Report);
    }
}
