using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>Rows that only copies have come last in their section, each with a finding; the same row of two copies comes once.</summary>
internal static class NewRows
{
    public static void Add(BaseRows basis, IReadOnlyList<CopyRows> copies, List<PlanSection> sections, List<MergeFinding> findings)
    {
        var taken = basis.All.Select(row => row.Measure.Id).ToHashSet(StringComparer.Ordinal);
        var added = new Dictionary<int, List<Measure>>();
        foreach (var copy in copies)
        {
            foreach (var row in copy.Rows.Where(row => row.Base is null))
            {
                var measure = Translated(basis.Plan, copy, row, findings);
                if (measure is null)
                {
                    continue;
                }

                var section = SectionOf(copy, row, sections);
                if (!added.TryGetValue(section, out var rows))
                {
                    added.Add(section, rows = []);
                }

                var known = rows.Find(each => (each with { Id = measure.Id }).Equals(measure));
                measure = known ?? measure with { Id = RowId.Free(measure.Id, taken) };
                if (known is null)
                {
                    rows.Add(measure);
                }

                findings.Add(new()
                {
                    Kind = MergeFindingKind.NewRow,
                    Diagnostic = DiagnosticCatalog.MergeNewRow.At(row.Place, measure.Activity.Text, sections[section].Heading, measure.FollowUp.Text),
                    Copy = copy.Copy.Name,
                    MeasureId = measure.Id,
                    Section = sections[section].Heading,
                    Texts = basis.Plan.Columns.Select(column => measure[column]).Where(text => !text.IsEmpty).Select(text => new MergeText(copy.Copy.Name, text, row.Place)).ToValueList(),
                });
            }
        }

        foreach (var (section, rows) in added)
        {
            sections[section] = sections[section] with { Measures = [.. sections[section].Measures, .. rows] };
        }
    }

    /// <summary>The row in the columns of the base; null for a row without any text.</summary>
    private static Measure? Translated(Plan basis, CopyRows copy, CopyRow row, List<MergeFinding> findings)
    {
        var measure = new Measure
        {
            Id = row.Measure.Id,
            Other = OtherFields.From(basis.Columns.Where(column => column.Key == ColumnKey.Other).Select(column => KeyValuePair.Create(column.Heading, RichText.Empty))),
        };
        var any = false;
        for (var i = 0; i < copy.Columns.Count; i++)
        {
            if (copy.Columns[i] is { } own && row.Measure[own] is { IsEmpty: false } text)
            {
                measure = measure.With(basis.Columns[i], text);
                any = true;
            }
        }

        foreach (var column in copy.Extra)
        {
            if (row.Measure[column] is { IsEmpty: false } text)
            {
                findings.Add(new()
                {
                    Kind = MergeFindingKind.ExtraColumn,
                    Diagnostic = DiagnosticCatalog.MergeExtraColumn.At(row.Place, measure.Activity.Text, column.Heading, text.Text),
                    Copy = copy.Copy.Name,
                    MeasureId = row.Measure.Id,
                    Section = row.Section.Heading,
                    Column = column,
                    Texts = [new(copy.Copy.Name, text, row.Place)],
                });
            }
        }

        return any ? measure : null;
    }

    /// <summary>The section of the same heading, else that of the nearest row above which the base has, else one of its own.</summary>
    private static int SectionOf(CopyRows copy, CopyRow row, List<PlanSection> sections)
    {
        var named = sections.FindIndex(section => ComparedText.AreSame(section.Heading, row.Section.Heading) && ComparedText.AreSame(section.Group ?? "", row.Section.Group ?? ""));
        if (named >= 0)
        {
            return named;
        }

        for (var above = row.Index - 1; above >= 0 && ReferenceEquals(copy.Rows[above].Section, row.Section); above--)
        {
            if (copy.Rows[above].Base is { } found)
            {
                return found.SectionIndex;
            }
        }

        sections.Add(new() { Group = row.Section.Group, Heading = row.Section.Heading });
        return sections.Count - 1;
    }
}
