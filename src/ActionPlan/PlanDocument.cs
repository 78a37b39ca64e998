using ActionPlan.Messages;
using ActionPlan.Templates;

namespace ActionPlan;

/// <summary>Writes a plan as an accessible Word document of ActionPlan's own look, which <see cref="PlanReader"/> reads back exactly.</summary>
public static class PlanDocument
{
    /// <summary>Writes a document to a stream, which is left open. Empty answers become content controls with a prompt.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What was left out.</returns>
    public static ValueList<Diagnostic> Write(Plan plan, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        return LeftOut(BuiltInLook.Write(plan, new(), destination, cancellationToken));
    }

    internal static ValueList<Diagnostic> LeftOut(IEnumerable<string> links) =>
        links.Distinct(StringComparer.Ordinal).Select(link => DiagnosticCatalog.LinkLeftOut.Create(link)).ToValueList();
}
