using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>Puts the cells of a row together: what no copy touched stays, what one answer fills is filled, and what is disputed stays open.</summary>
internal sealed class CellMerge
{
    private readonly BaseRows _basis;
    private readonly MergeOptions _options;
    private readonly List<MergeFinding> _findings;
    private readonly List<(CopyRows Copy, CopyRow Row)>?[] _rows;
    private readonly ILookup<string, AcceptedCell> _accepted;
    private readonly HashSet<AcceptedCell> _used = [];

    public CellMerge(BaseRows basis, IReadOnlyList<CopyRows> copies, MergeOptions options, List<MergeFinding> findings)
    {
        (_basis, _options, _findings) = (basis, options, findings);
        _accepted = options.Cells.ToLookup(cell => cell.MeasureId, StringComparer.Ordinal);
        _rows = new List<(CopyRows, CopyRow)>?[basis.All.Count];
        foreach (var copy in copies)
        {
            foreach (var row in copy.Rows)
            {
                if (row.Base is { } found)
                {
                    (_rows[found.Index] ??= []).Add((copy, row));
                }
            }
        }
    }

    public Measure Merge(BaseRow row)
    {
        if (_rows[row.Index] is not { } copies)
        {
            return row.Measure;
        }

        ReportRow(row, copies);
        var measure = row.Measure;
        for (var i = 0; i < _basis.Plan.Columns.Count; i++)
        {
            var column = _basis.Plan.Columns[i];
            var text = Cell(row, column, i, copies);
            measure = ReferenceEquals(text, measure[column]) ? measure : measure.With(column, text);
        }

        ReportExtra(row, copies);
        return measure;
    }

    private RichText Cell(BaseRow row, PlanColumn column, int at, List<(CopyRows Copy, CopyRow Row)> copies)
    {
        var basis = row.Measure[column];
        List<MergeText>? said = null, cleared = null;
        foreach (var (copy, own) in copies)
        {
            if (copy.Columns[at] is not { } theirs)
            {
                continue;
            }

            var text = own.Measure[theirs];
            if (!text.IsEmpty && (!ComparedText.AreSame(basis, text) || ComparedText.LeadsElsewhere(text, basis)))
            {
                if (!IsInherited(copy, own, theirs, text, column, basis))
                {
                    (said ??= []).Add(new(copy.Copy.Name, text, own.Place));
                }
            }
            else if (text.IsEmpty && !basis.IsEmpty)
            {
                (cleared ??= []).Add(new(copy.Copy.Name, text, own.Place));
            }
        }

        if (cleared is not null)
        {
            Report(MergeFindingKind.ClearedAnswer, DiagnosticCatalog.MergeCleared, row, column, cleared, null, Short(row), column.Heading, basis.Text);
        }

        return said is null ? basis
            : Answer.IsOne(column, basis) ? Answered(row, column, basis, said)
            : Edited(row, column, basis, said);
    }

    private RichText Answered(BaseRow row, PlanColumn column, RichText basis, List<MergeText> said)
    {
        var first = said[0];
        var fullest = said.MaxBy(each => (Links: each.Text.IsPlain ? 0 : each.Text.Paragraphs.Sum(paragraph => paragraph.Runs.Count(run => run.Link is not null)), each.Text.IsPlain ? 0 : 1))!;
        if (said.TrueForAll(each => ComparedText.AreSame(each.Text, first.Text) && !ComparedText.LeadsElsewhere(each.Text, fullest.Text)))
        {
            // The same words: formatting and links, where one copy has them, are kept.
            var text = fullest.Text;
            if (!basis.IsEmpty)
            {
                Report(MergeFindingKind.ReplacedAnswer, DiagnosticCatalog.MergeReplaced, row, column, said, first.Copy, Short(row), column.Heading, basis.Text, text.Text);
            }

            return text;
        }

        var chosen = Told(row, column, said) ?? _options.Conflicts switch { ConflictRule.First => first, ConflictRule.Last => said[^1], _ => null };
        Report(
            MergeFindingKind.Conflict, chosen is null ? DiagnosticCatalog.MergeConflict : DiagnosticCatalog.MergeConflictSettled, row, column, said, chosen?.Copy,
            Short(row), column.Heading, string.Join(" / ", said.Select(Quoted)), chosen?.Copy ?? "");
        return chosen?.Text ?? basis;
    }

    private RichText Edited(BaseRow row, PlanColumn column, RichText basis, List<MergeText> said)
    {
        var chosen = Told(row, column, said) ?? (_options.AcceptEdits && said.TrueForAll(each => ComparedText.AreSame(each.Text, said[0].Text)) ? said[0] : null);
        Report(
            MergeFindingKind.EditedText, chosen is null ? DiagnosticCatalog.MergeEdited : DiagnosticCatalog.MergeEditedSettled, row, column, said, chosen?.Copy,
            Short(row), column.Heading, basis.Text, string.Join(" / ", said.Select(Quoted)));
        return chosen?.Text ?? basis;
    }

    /// <summary>The text that a decision about this very cell takes; none where decisions contradict each other, or the name of a copy means several that differ.</summary>
    private MergeText? Told(BaseRow row, PlanColumn column, List<MergeText> said)
    {
        var told = new List<MergeText>();
        var decisions = _accepted[row.Measure.Id].Where(cell => IsAbout(cell, column)).ToList();
        foreach (var cell in decisions)
        {
            var named = said.FindAll(each => each.Copy == cell.Copy);
            told.AddRange(named.Count > 0 ? named : said.FindAll(each => Path.GetFileName(each.Copy) == cell.Copy));
        }

        if (told.Count == 0 || !told.TrueForAll(each => ComparedText.AreSame(each.Text, told[0].Text) && !ComparedText.LeadsElsewhere(each.Text, told[0].Text)))
        {
            return null;
        }

        _used.UnionWith(decisions);
        return told[0];
    }

    private static bool IsAbout(AcceptedCell cell, PlanColumn column) =>
        (string.Equals(cell.Field, column.Key.ToString(), StringComparison.OrdinalIgnoreCase) && column.Key != ColumnKey.Other) || cell.Field == column.Heading;

    /// <summary>Lists the decisions that decided nothing: nobody is to think that they did.</summary>
    public void ReportUnused()
    {
        foreach (var cell in _options.Cells.Distinct().Where(cell => !_used.Contains(cell)))
        {
            _findings.Add(new()
            {
                Kind = MergeFindingKind.UnusedDecision,
                Diagnostic = DiagnosticCatalog.MergeDecisionUnused.Create(cell.MeasureId, cell.Field, cell.Copy),
                MeasureId = cell.MeasureId,
                Column = _basis.Plan.Columns.FirstOrDefault(column => IsAbout(cell, column)),
            });
        }
    }

    /// <summary>Whether a row that was moved shows the text of the row above, of which its own blank or merged cell now is a part.</summary>
    private static bool IsInherited(CopyRows copy, CopyRow row, PlanColumn theirs, RichText text, PlanColumn column, RichText basis)
    {
        if (row.Index == 0 || Answer.IsOne(column, basis))
        {
            return false;
        }

        var above = copy.Rows[row.Index - 1];
        return above.Base is { } aboveBase && row.Base is { } own && aboveBase.Index != own.Index - 1
            && ComparedText.AreSame(above.Measure[theirs], text) && ComparedText.AreSame(aboveBase.Measure[column], text);
    }

    private void ReportRow(BaseRow row, List<(CopyRows Copy, CopyRow Row)> copies)
    {
        foreach (var (copy, own) in copies)
        {
            if (own.IsSecond)
            {
                _findings.Add(Finding(MergeFindingKind.RowTwice, DiagnosticCatalog.MergeRowTwice.At(own.Place, Short(row)), row, null, copy, own));
            }
            else if (!SameSection(row.Section, own.Section) && _basis.Plan.Sections.Any(section => SameSection(section, own.Section)))
            {
                _findings.Add(Finding(MergeFindingKind.MovedRow, DiagnosticCatalog.MergeMoved.At(own.Place, Short(row), own.Section.Heading, row.Section.Heading), row, null, copy, own) with
                {
                    Base = RichText.FromText(row.Section.Heading),
                    Texts = [new(copy.Copy.Name, RichText.FromText(own.Section.Heading), own.Place)],
                });
            }
        }
    }

    private void ReportExtra(BaseRow row, List<(CopyRows Copy, CopyRow Row)> copies)
    {
        foreach (var (copy, own) in copies)
        {
            foreach (var column in copy.Extra)
            {
                if (own.Measure[column] is { IsEmpty: false } text)
                {
                    _findings.Add(Finding(MergeFindingKind.ExtraColumn, DiagnosticCatalog.MergeExtraColumn.At(own.Place, Short(row), column.Heading, text.Text), row, column, copy, own) with
                    {
                        Texts = [new(copy.Copy.Name, text, own.Place)],
                    });
                }
            }
        }
    }

    private static MergeFinding Finding(MergeFindingKind kind, Diagnostic diagnostic, BaseRow row, PlanColumn? column, CopyRows copy, CopyRow own) => new()
    {
        Kind = kind,
        Diagnostic = diagnostic,
        Copy = copy.Copy.Name,
        MeasureId = row.Measure.Id,
        Section = row.Section.Heading,
        Column = column,
        Texts = [new(copy.Copy.Name, own.Measure.Activity, own.Place)],
    };

    private void Report(MergeFindingKind kind, DiagnosticDescriptor descriptor, BaseRow row, PlanColumn column, List<MergeText> texts, string? accepted, params ReadOnlySpan<string> words) =>
        _findings.Add(new()
        {
            Kind = kind,
            Diagnostic = descriptor.At(texts[0].Place, words),
            Copy = texts[0].Copy,
            MeasureId = row.Measure.Id,
            Section = row.Section.Heading,
            Column = column,
            Base = row.Measure[column],
            Texts = texts.ToValueList(),
            Accepted = accepted,
        });

    private static string Short(BaseRow row) => row.Measure.Activity.IsEmpty ? row.Measure.FocusArea.Text : row.Measure.Activity.Text;

    private static string Quoted(MergeText text) => $"{Path.GetFileName(text.Copy)}: '{text.Text}'";

    private static bool SameSection(PlanSection one, PlanSection other) => ComparedText.AreSame(one.Heading, other.Heading) && ComparedText.AreSame(one.Group ?? "", other.Group ?? "");
}
