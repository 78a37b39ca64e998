using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>What stands above the table belongs to the coordinator: where a copy says something else there, both are shown.</summary>
internal static class FrontComparison
{
    public static void Compare(Plan basis, IReadOnlyList<CopyRows> copies, List<MergeFinding> findings)
    {
        foreach (var copy in copies)
        {
            var plan = copy.Copy.Plan;
            Compare(basis.Title, plan.Title, copy, findings);
            Compare(basis.Reference ?? "", plan.Reference ?? "", copy, findings);
            var known = basis.Decisions.Select(decision => ComparedText.Normal(decision.Text)).ToHashSet(StringComparer.Ordinal);
            foreach (var decision in plan.Decisions.Where(decision => !known.Contains(ComparedText.Normal(decision.Text))))
            {
                Compare(basis.Decisions.FirstOrDefault(own => own.Role == decision.Role)?.Text ?? "", decision.Text, copy, findings);
            }
        }
    }

    private static void Compare(string basis, string text, CopyRows copy, List<MergeFinding> findings)
    {
        if (text.Length > 0 && !ComparedText.AreSame(basis, text))
        {
            findings.Add(new()
            {
                Kind = MergeFindingKind.EditedFront,
                Diagnostic = DiagnosticCatalog.MergeFrontEdited.Create(basis, text),
                Copy = copy.Copy.Name,
                Base = RichText.FromText(basis),
                Texts = [new(copy.Copy.Name, RichText.FromText(text))],
            });
        }
    }
}
