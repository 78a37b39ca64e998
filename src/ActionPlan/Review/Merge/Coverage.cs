using System.Globalization;
using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>Rows that are gone from a copy which holds their neighbours, rows that no copy holds, and headings of sections that were edited.</summary>
internal static class Coverage
{
    public static void Find(BaseRows basis, IReadOnlyList<CopyRows> copies, IEnumerable<CopyRows> leftOut, List<MergeFinding> findings)
    {
        // A copy that was not merged came back all the same, and has a finding of its own.
        var returned = leftOut.SelectMany(copy => copy.Rows).Where(row => row.Base is not null).Select(row => row.Base!.Index).ToHashSet();
        var reported = new HashSet<int>();
        var covered = new Dictionary<int, CopyRows>();
        foreach (var copy in copies)
        {
            var held = copy.Rows.Where(row => row.Base is not null).Select(row => row.Base!.Index).ToHashSet();
            returned.UnionWith(held);
            RenamedSections(basis, copy, findings);
            MissingColumns(basis, copy, findings);
            RenamedColumn(basis, copy, findings);

            // A copy may hold one section, or the rows of one who answers for them: a row is missed only where both are the copy's.
            var sections = held.Select(index => basis.All[index].SectionIndex).ToHashSet();
            var people = held.Select(index => ComparedText.Normal(basis.All[index].Measure.Responsible.Text)).ToHashSet(StringComparer.Ordinal);
            foreach (var section in sections)
            {
                covered.TryAdd(section, copy);
            }

            foreach (var row in basis.All)
            {
                if (!held.Contains(row.Index) && sections.Contains(row.SectionIndex) && people.Contains(ComparedText.Normal(row.Measure.Responsible.Text)))
                {
                    reported.Add(row.Index);
                    findings.Add(Deleted(row, copy));
                }
            }
        }

        foreach (var group in basis.All.Where(row => !returned.Contains(row.Index) && !reported.Contains(row.Index)).GroupBy(row => row.SectionIndex))
        {
            if (covered.TryGetValue(group.Key, out var copy))
            {
                findings.AddRange(group.Select(row => Deleted(row, copy)));
                continue;
            }

            var section = basis.Plan.Sections[group.Key];
            findings.Add(new()
            {
                Kind = MergeFindingKind.NotReturned,
                Diagnostic = DiagnosticCatalog.MergeNotReturned.Create(section.Heading, group.Count().ToString(CultureInfo.InvariantCulture)),
                Section = section.Heading,
            });
        }
    }

    private static MergeFinding Deleted(BaseRow row, CopyRows copy) => new()
    {
        Kind = MergeFindingKind.DeletedRow,
        Diagnostic = DiagnosticCatalog.MergeDeleted.Create(row.Measure.Activity.IsEmpty ? row.Measure.FocusArea.Text : row.Measure.Activity.Text, row.Section.Heading),
        Copy = copy.Copy.Name,
        MeasureId = row.Measure.Id,
        Section = row.Section.Heading,
        Base = row.Measure.Activity,
    };

    private static void RenamedSections(BaseRows basis, CopyRows copy, List<MergeFinding> findings)
    {
        Renamed(basis, copy, findings, section => section.Heading);

        // A copy may have lost the level above its sections; nothing that was typed is lost with it.
        Renamed(basis, copy, findings, section => section.Group);
    }

    /// <summary>A heading that the base does not have, over rows most of which are under one heading of the base; told once.</summary>
    private static void Renamed(BaseRows basis, CopyRows copy, List<MergeFinding> findings, Func<PlanSection, string?> headingOf)
    {
        var known = basis.Plan.Sections.SelectMany(section => (string[])[section.Heading, section.Group ?? string.Empty]).Select(ComparedText.Normal).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in copy.Rows.Where(row => row.Base is not null).GroupBy(row => row.Section, ReferenceEqualityComparer.Instance))
        {
            var own = basis.Plan.Sections[section.GroupBy(row => row.Base!.SectionIndex).MaxBy(rows => rows.Count())!.Key];
            var before = headingOf(own) ?? string.Empty;
            if (headingOf((PlanSection)section.Key!) is not { } heading || known.Contains(ComparedText.Normal(heading)) || !told.Add($"{before}\u001F{heading}"))
            {
                continue;
            }

            findings.Add(new()
            {
                Kind = MergeFindingKind.RenamedSection,
                Diagnostic = DiagnosticCatalog.MergeSectionRenamed.At(section.First().Place, before, heading),
                Copy = copy.Copy.Name,
                Section = own.Heading,
                Base = RichText.FromText(before),
                Texts = [new(copy.Copy.Name, RichText.FromText(heading), section.First().Place)],
            });
        }
    }

    private static void RenamedColumn(BaseRows basis, CopyRows copy, List<MergeFinding> findings)
    {
        if (copy.RenamedAnswer is not { } renamed)
        {
            return;
        }

        var own = basis.Plan.Columns.First(column => column.Key == ColumnKey.FollowUp);
        findings.Add(new()
        {
            Kind = MergeFindingKind.RenamedColumn,
            Diagnostic = DiagnosticCatalog.MergeColumnRenamed.Create(own.Heading, renamed.Heading),
            Copy = copy.Copy.Name,
            Column = own,
            Base = RichText.FromText(own.Heading),
            Texts = [new(copy.Copy.Name, RichText.FromText(renamed.Heading))],
        });
    }

    private static void MissingColumns(BaseRows basis, CopyRows copy, List<MergeFinding> findings)
    {
        for (var i = 0; i < copy.Columns.Count; i++)
        {
            // Of two tables with columns of their own a part may hold one.
            var column = basis.Plan.Columns[i];
            if (copy.Columns[i] is null && copy.Rows.Any(row => row.Base is not null && (column.Key == ColumnKey.FollowUp || !row.Base.Measure[column].IsEmpty)))
            {
                findings.Add(new()
                {
                    Kind = MergeFindingKind.MissingColumn,
                    Diagnostic = DiagnosticCatalog.MergeColumnMissing.Create(column.Heading),
                    Copy = copy.Copy.Name,
                    Column = column,
                });
            }
        }
    }
}
