using ActionPlan.Messages;
using ActionPlan.Plans;
using ActionPlan.Sources;
using ActionPlan.Sources.Word;
using ActionPlan.Templates;

namespace ActionPlan;

/// <content>What an example is read into.</content>
public sealed partial class WordTemplate
{
    /// <summary>A Word document that was read, with the places of its plan.</summary>
    private sealed record Example(SourceDocument Document, Plan Plan, PlanAnchors Anchors, PlanBuildResult Result)
    {
        /// <summary>What is needed of the document once it has been read.</summary>
        public ExampleTables Tables => ExampleTables.Of(Document, Plan, Anchors);

        public static (Example? Example, ReadResult<Plan>? Refusal) Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken, KnownTexts? known = null)
        {
            var source = WordSource.Read(input, options, cancellationToken, known);
            if (source.Document is not { } document)
            {
                return (null, Reading.Refused<Plan>(source.Refusal!));
            }

            var anchors = new PlanAnchors();
            var built = PlanBuilder.Build(document, options, anchors, cancellationToken);
            if (document.Body.OfType<SourceGrid>().Any(grid => grid.InTextBox && anchors.Tables.Contains(grid.Index)))
            {
                return (null, Reading.Refused<Plan>(DiagnosticCatalog.TableInTextBox.Create()));
            }

            return built.Plan is null
                ? (null, new(ReadOutcome.NoTable, null, Reading.Bounded([.. document.Diagnostics, .. built.Diagnostics], options.Limits), built.Report))
                : (new(document, built.Plan, anchors, built with { Diagnostics = [.. document.Diagnostics, .. built.Diagnostics] }), null);
        }
    }
}
