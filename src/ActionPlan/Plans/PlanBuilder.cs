using System.Globalization;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>A plan, or none, with what the user should know and what was understood.</summary>
internal sealed record PlanBuildResult(Plan? Plan, IReadOnlyList<Diagnostic> Diagnostics, ReadReport Report);

/// <summary>Makes a plan of the tables and paragraphs of a document.</summary>
internal static class PlanBuilder
{
    public static PlanBuildResult Build(SourceDocument document, ReadOptions options, PlanAnchors? anchors = null, CancellationToken cancellationToken = default)
    {
        if (TaggedPlan.IsTagged(document))
        {
            return TaggedPlan.Build(document, PromptTexts.Of(options), anchors, cancellationToken);
        }

        var words = new HeadingWords(options.Headings);
        var found = new TableFinder(words, options.Basis is null ? null : new(options.Basis, words)).Find(document);
        var account = new AccountBook();
        var diagnostics = new List<Diagnostic>();
        foreach (var table in found)
        {
            account.Open(table.Grid);
            if (!table.IsUsed)
            {
                LeaveOut(table, account, diagnostics);
            }
        }

        if (!found.Exists(table => table.IsUsed))
        {
            return NoPlan(found, account, diagnostics, options.Basis is not null);
        }

        TellMissed(found, diagnostics);
        var lines = PrintedLines.Of(document, found);
        var front = FrontMatter.Read(lines, [.. found.Where(table => !table.IsUsed).Select(table => table.Grid)]);
        var columns = new ColumnMap(!found.Exists(table => table.Header?.Has(ColumnKey.FollowUp) == true || HasFollowUpCard(table, words)), PeriodOfFollowUp.Current(front, lines));
        var tables = PlanTables.Of(found, columns, words);
        cancellationToken.ThrowIfCancellationRequested();

        var joined = new List<JoinedRow>();
        var outline = OutlineOf(document, found, front);
        var reader = new TableReading(columns.Columns, account, diagnostics, joined, front.Title, PromptTexts.Of(options), anchors);
        anchors?.Begin(found.Where(table => table.IsUsed).Select(table => table.Grid));
        var sections = reader.Read(tables, outline, words, cancellationToken);

        diagnostics.InsertRange(0, columns.Diagnostics);
        diagnostics.AddRange(found.Where(table => table.IsByTexts).Select(table => DiagnosticCatalog.ColumnsByTexts.At(
            new(table.Grid.Rows[0].Page, table.Grid.Index), string.Join(", ", table.Header!.Columns.Where(column => column.Heading.Length > 0).Select(column => $"'{column.Heading}'")))));
        if (front.Title.Length == 0)
        {
            diagnostics.Add(DiagnosticCatalog.TitleMissing.Create());
        }

        if (!columns.Columns.Any(column => column.Key == ColumnKey.FollowUp))
        {
            diagnostics.Add(DiagnosticCatalog.ColumnMissing.Create("followUp"));
        }

        var plan = new Plan
        {
            Title = front.Title,
            Reference = front.Reference,
            Period = PeriodOfFollowUp.Find(columns.FollowUpPeriod, front, lines),
            Decisions = front.Decisions,
            Columns = columns.Columns.ToValueList(),
            Sections = sections,
        };
        plan = plan with { Language = LanguageGuess.Find(Texts(plan), document.Language) };
        var report = Report(found, columns, joined, account.Close(diagnostics)) with { Prompts = [.. document.Prompts], Pictures = [.. document.Pictures], Struck = [.. document.Struck], Beside = BesideThePlan.Of(document, found, account) };

        // Rows name what they could not place, with its place; what cards left over is named here.
        var named = diagnostics.Where(diagnostic => diagnostic.Code == DiagnosticCatalog.Unplaced.Code).Select(diagnostic => diagnostic.Arguments[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var text in report.Account.UnplacedText.Where(text => !named.Contains(text)))
        {
            diagnostics.Add(DiagnosticCatalog.Unplaced.Create(text));
        }

        return new(plan, diagnostics, report);
    }

    private static void LeaveOut(FoundTable table, AccountBook account, List<Diagnostic> diagnostics)
    {
        foreach (var cell in table.Grid.Rows.SelectMany(row => row.Cells))
        {
            account.Place(AccountEntry.OtherTables, cell, table.Grid);
        }

        diagnostics.Add(DiagnosticCatalog.TableLeftOut.At(new(Table: table.Grid.Index), table.Reason));
    }

    /// <summary>
    /// Pages of a plan whose headings were not found look like tables of as many columns that no heading says anything of. Where they hold a good part
    /// of the text, their being left out must be seen.
    /// </summary>
    private static void TellMissed(List<FoundTable> found, List<Diagnostic> diagnostics)
    {
        const int Part = 4;
        const int FewestColumns = 3;
        var widths = found.Where(table => table.IsUsed).Select(table => table.Grid.Columns).ToHashSet();
        var missed = found.FindAll(table => table.Reason == FoundTable.NoHeadings && table.Grid.Columns >= FewestColumns && widths.Contains(table.Grid.Columns));
        var characters = missed.Sum(table => table.Grid.Characters);
        if (missed.Count > 0 && characters * Part >= found.Where(table => table.IsUsed).Sum(table => table.Grid.Characters))
        {
            diagnostics.Add(DiagnosticCatalog.TablesMissed.At(
                new(Table: missed[0].Grid.Index), missed.Count.ToString(CultureInfo.InvariantCulture), characters.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static PlanBuildResult NoPlan(List<FoundTable> found, AccountBook account, List<Diagnostic> diagnostics, bool isCopy)
    {
        var seen = found.SelectMany(table => HeaderFinder.Seen(table.Grid)).Distinct().Take(30).Select(heading => $"'{heading}'").ToList();
        diagnostics.Add(seen.Count == 0 ? (isCopy ? DiagnosticCatalog.NoTableInCopy : DiagnosticCatalog.NoTable).Create() : isCopy ? DiagnosticCatalog.NoTableOfBasis.Create(string.Join(", ", seen)) : DiagnosticCatalog.NoPlanTable.Create(string.Join(", ", seen)));
        return new(null, diagnostics, Report(found, null, [], account.Close(diagnostics)));
    }

    private static bool HasFollowUpCard(FoundTable table, HeadingWords words) =>
        table.Role == TableRole.Cards && table.Grid.Rows.SelectMany(CardLabels.Pairs).Any(pair => words.Find(pair.Label.Text.Text) is { Key: ColumnKey.FollowUp, Strength: > HeadingWords.WeakMatch });

    private static Outline OutlineOf(SourceDocument document, List<FoundTable> found, FrontMatter front)
    {
        var outline = new Outline();
        var at = 0;
        foreach (var block in document.Body)
        {
            if (block is SourceParagraph paragraph)
            {
                if (!front.TitleParagraphs.Contains(paragraph))
                {
                    outline.Add(paragraph);
                }
            }
            else if (found[at++] is { IsUsed: true } table)
            {
                outline.Add(table.Grid);
            }
        }

        return outline;
    }

    private static IEnumerable<string> Texts(Plan plan)
    {
        yield return plan.Title;
        foreach (var column in plan.Columns)
        {
            yield return column.Heading;
        }

        foreach (var measure in plan.Measures)
        {
            yield return measure.Activity.Text;
            yield return measure.Goal.Text;
            yield return measure.FollowUp.Text;
        }
    }

    private static ReadReport Report(List<FoundTable> found, ColumnMap? columns, List<JoinedRow> joined, CharacterAccount account) => new()
    {
        Tables = found.Select(table => new TableReport(table.Grid.Index, table.Grid.Rows.Count, table.Grid.Columns, table.Grid.Method, table.IsUsed, table.Reason)).ToValueList(),
        Columns = columns?.Reports.ToValueList() ?? [],
        JoinedRows = joined.ToValueList(),
        Account = account,
    };
}
