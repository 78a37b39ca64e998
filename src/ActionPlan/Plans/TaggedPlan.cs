using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Reads a document that carries ActionPlan's tags: by them alone, wherever its rows have been moved.</summary>
internal static class TaggedPlan
{
    public static bool IsTagged(SourceDocument document) => document.Body.Any(block => block is SourceGrid grid && IsTagged(grid));

    public static PlanBuildResult Build(SourceDocument document, PromptTexts prompts, PlanAnchors? anchors, CancellationToken cancellationToken)
    {
        var account = new AccountBook();
        var diagnostics = new List<Diagnostic>();
        var found = document.Body.OfType<SourceGrid>().Select(Find).ToList();
        foreach (var table in found)
        {
            account.Open(table.Grid);
            if (!table.IsUsed)
            {
                foreach (var cell in table.Grid.Rows.SelectMany(row => row.Cells))
                {
                    account.Place(AccountEntry.OtherTables, cell, table.Grid);
                }

                diagnostics.Add(DiagnosticCatalog.TableLeftOut.At(new(Table: table.Grid.Index), table.Reason));
            }
        }

        anchors?.Begin(found.Where(table => table.IsUsed).Select(table => table.Grid));
        var columns = new TaggedColumns(document);
        var rows = new TaggedRows(columns, account, diagnostics, prompts, anchors);
        foreach (var block in document.Body)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (block is SourceParagraph paragraph)
            {
                rows.Read(paragraph);
            }
            else if (block is SourceGrid grid && IsTagged(grid))
            {
                rows.Read(grid);
            }
        }

        var plan = WithFront(document, found, new Plan { Columns = columns.All, Sections = rows.Finish() });
        return new(MeasureIds.Complete(plan, diagnostics), diagnostics, Report(found, columns, account.Close(diagnostics)) with
        {
            Prompts = [.. document.Prompts],
            Pictures = [.. document.Pictures],
            Struck = [.. document.Struck],
            Beside = BesideThePlan.Of(document, found, account),
        });
    }

    private static Plan WithFront(SourceDocument document, List<FoundTable> found, Plan plan)
    {
        var front = TaggedFront.Read(document);
        if (front.IsWhole)
        {
            return plan with
            {
                Title = front.Title!,
                Period = front.Period,
                Reference = front.Reference,
                Decisions = front.Decisions,
                Language = LanguageGuess.Declared(document.Language),
            };
        }

        // A document made after another one keeps its own front, which is read as it was in that one.
        var lines = PrintedLines.Of(document, found);
        var printed = FrontMatter.Read(lines, [.. found.Where(table => !table.IsUsed).Select(table => table.Grid)]);
        var heading = plan.Columns.FirstOrDefault(column => column.Key == ColumnKey.FollowUp)?.Heading;
        return plan with
        {
            Title = front.Title ?? printed.Title,
            Reference = front.Reference ?? printed.Reference,
            Decisions = front.Decisions.Count > 0 ? front.Decisions : printed.Decisions,
            Period = front.Period ?? PeriodOfFollowUp.Find(heading is null ? null : Period.FindLatest(heading), printed, lines),
            Language = LanguageGuess.Find(plan.Columns.Select(column => column.Heading).Concat(plan.Measures.SelectMany(measure => (string[])[measure.Activity.Text, measure.Goal.Text])), document.Language),
        };
    }

    private static bool IsTagged(SourceGrid grid) => grid.Tag == PlanTags.Plan || grid.Rows.Any(row => PlanTags.IsMeasure(row.Tag));

    private static FoundTable Find(SourceGrid grid)
    {
        if (!IsTagged(grid))
        {
            return new(grid, TableRole.Other, null, FoundTable.NoHeadings);
        }

        var header = grid.Rows.Where(row => row.Cells.Any(cell => PlanTags.TryColumn(cell.Tag, out _, out _))).Select(row => row.Index).DefaultIfEmpty(0).First();
        return new(grid, TableRole.Measures, new(header, header, []), string.Empty);
    }

    private static ReadReport Report(List<FoundTable> found, TaggedColumns columns, CharacterAccount account) => new()
    {
        Tables = found.Select(table => new TableReport(table.Grid.Index, table.Grid.Rows.Count, table.Grid.Columns, table.Grid.Method, table.IsUsed, table.Reason)).ToValueList(),
        Columns = columns.All.Select(column => new ColumnReport(column.Heading, column.Key, "tag")).ToValueList(),
        Account = account,
    };
}
