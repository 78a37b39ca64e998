using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>The steps of a merge: copies that cannot count, rows, cells, sections.</summary>
internal sealed class Merger(BaseRows basis, MergeOptions options, CancellationToken cancellationToken)
{
    private readonly List<MergeFinding> _findings = [];
    private readonly List<CopyReport> _reports = [];

    public MergeResult Merge(IReadOnlyList<FilledCopy> copies)
    {
        var merged = new List<CopyRows>();
        var leftOut = new List<CopyRows>();
        for (var i = 0; i < copies.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var copy = new CopyRows(copies[i], i, basis.Plan);
            RowMatching.Match(basis, copy);
            var outcome = Judge(copy, copies);
            _reports.Add(new(copy.Copy.Name, outcome, copy.Rows.Count, CountAnswers(copy)));
            (outcome == CopyOutcome.Merged ? merged : leftOut).Add(copy);
        }

        FrontComparison.Compare(basis.Plan, merged, _findings);
        Coverage.Find(basis, merged, leftOut, _findings);
        _findings.AddRange(merged.SelectMany(copy => copy.Guessed.Select(guessed => guessed.Find(copy, basis.Plan))).OfType<MergeFinding>());
        var cells = new CellMerge(basis, merged, options, _findings);
        var sections = new List<PlanSection>(basis.Plan.Sections.Count);
        var row = 0;
        foreach (var section in basis.Plan.Sections)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var measures = new Measure[section.Measures.Count];
            for (var i = 0; i < measures.Length; i++)
            {
                measures[i] = cells.Merge(basis.All[row++]);
            }

            sections.Add(section with { Measures = ValueList.Create(measures) });
        }

        NewRows.Add(basis, merged, sections, _findings);
        cells.ReportUnused();

        // Of a copy of another plan nothing else is of use: all that it says is of that plan.
        foreach (var copy in merged.Concat(leftOut).Where(copy => _reports[copy.Order].Outcome != CopyOutcome.OtherPlan))
        {
            ReportBeside(copy);
            _findings.AddRange(copy.Copy.Unplaced.Select(text => new MergeFinding
            {
                Kind = MergeFindingKind.UnplacedText,
                Copy = copy.Copy.Name,
                Diagnostic = DiagnosticCatalog.MergeUnplaced.Create(text),
                Texts = [new(copy.Copy.Name, RichText.FromText(text))],
            }));
        }

        return new(basis.Plan with { Sections = sections.ToValueList() }, _findings.ToValueList(), _reports.ToValueList());
    }

    private CopyOutcome Judge(CopyRows copy, IReadOnlyList<FilledCopy> copies)
    {
        var name = copy.Copy.Name;
        if (copy.Rows.Count > 0 && !copy.Rows.Any(row => row.Base is not null) && ComparedText.Normal(copy.Copy.Plan.Title) != ComparedText.Normal(basis.Plan.Title))
        {
            _findings.Add(new() { Kind = MergeFindingKind.OtherPlan, Copy = name, Diagnostic = DiagnosticCatalog.MergeOtherPlan.Create(copy.Copy.Plan.Title) });
            return CopyOutcome.OtherPlan;
        }

        for (var i = 0; i < copy.Order; i++)
        {
            if (copies[i].Plan.Equals(copy.Copy.Plan))
            {
                _findings.Add(new() { Kind = MergeFindingKind.SameCopy, Copy = name, Diagnostic = DiagnosticCatalog.MergeSameCopy.Create(copies[i].Name) });
                return CopyOutcome.Same;
            }
        }

        if (copy.Copy.Plan.Period is { Length: > 0 } period && basis.Plan.Period is { Length: > 0 } own && !ComparedText.AreSame(period, own) && !copy.IsReadByAnotherColumn(basis.Plan))
        {
            _findings.Add(new()
            {
                Kind = MergeFindingKind.OtherPeriod,
                Copy = name,
                Diagnostic = DiagnosticCatalog.MergeOtherPeriod.Create(period, own),
                Base = RichText.FromText(own),
                Texts = [new(name, RichText.FromText(period))],
                Accepted = options.AcceptOtherPeriods ? name : null,
            });
            if (!options.AcceptOtherPeriods)
            {
                LeaveOut(copy);
                return CopyOutcome.OtherPeriod;
            }
        }

        return CopyOutcome.Merged;
    }

    /// <summary>What a copy says beside its plan, where no finding has its words already.</summary>
    private void ReportBeside(CopyRows copy)
    {
        if (copy.Copy.Reads is not { } reads || BesideTexts.Of(reads.Copy, reads.Base).ToList() is not { Count: > 0 } beside)
        {
            return;
        }

        var name = copy.Copy.Name;
        var said = _findings.Where(finding => finding.Copy == name).SelectMany(finding => finding.Texts).Select(text => ComparedText.Normal(text.Text.Text)).ToHashSet(StringComparer.Ordinal);
        said.UnionWith(_findings.Where(finding => finding.Copy == name).SelectMany(finding => (string[])[finding.Section ?? string.Empty, finding.Column?.Heading ?? string.Empty]).Select(ComparedText.Normal));
        _findings.AddRange(beside.Where(each => each.Text.Length == 0 || !said.Contains(ComparedText.Normal(each.Text))).Select(each => new MergeFinding
        {
            Kind = each.Kind,
            Copy = name,
            Diagnostic = each.Descriptor.At(each.Place, each.Text),
            Texts = each.Text.Length == 0 ? [] : [new(name, RichText.FromText(each.Text), each.Place)],
        }));
    }

    /// <summary>Lists each answer of a copy that is not merged.</summary>
    private void LeaveOut(CopyRows copy)
    {
        foreach (var row in copy.Rows)
        {
            foreach (var (column, text) in copy.Answers(row, basis.Plan))
            {
                _findings.Add(new()
                {
                    Kind = MergeFindingKind.NotMerged,
                    Copy = copy.Copy.Name,
                    Diagnostic = DiagnosticCatalog.MergeNotMerged.At(row.Place, row.Measure.Activity.Text, column.Heading, text.Text),
                    MeasureId = row.Base?.Measure.Id ?? row.Measure.Id,
                    Section = row.Section.Heading,
                    Column = column,
                    Base = row.Base?.Measure[column],
                    Texts = [new(copy.Copy.Name, text, row.Place)],
                });
            }
        }
    }

    private int CountAnswers(CopyRows copy) => copy.Rows.Sum(row => copy.Answers(row, basis.Plan).Count(answer => row.Base is null || Answer.IsOne(answer.Column, row.Base.Measure[answer.Column])));
}

/// <summary>What counts as an answer.</summary>
internal static class Answer
{
    /// <summary>Whether a column is there to be filled in, or the base leaves the cell open; a blank focus area means the one above.</summary>
    public static bool IsOne(PlanColumn column, RichText basis) => column.IsAnswered || (basis.IsEmpty && column.Key != ColumnKey.FocusArea);
}
