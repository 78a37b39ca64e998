using System.Globalization;
using ActionPlan.Messages;

namespace ActionPlan.Outputs;

/// <summary>The CSV of a plan: id, section, and the plan's columns under their headings as printed; one record a measure.</summary>
internal static class PlanCsv
{
    private const string IdHeading = "id";
    private const string SectionHeading = "section";
    private const int OwnColumns = 2;

    /// <summary>The meaning of printed headings, as a document's heading row would have it.</summary>
    public delegate (ValueList<PlanColumn> Columns, ValueList<ColumnReport> Reports) ColumnsOfHeadings(IReadOnlyList<string> headings);

    public static void Write(Stream destination, Plan plan, CsvDialect dialect) => CsvText.Write(destination, dialect, Records(plan));

    /// <summary>Whether the first two headings are those that only this program writes.</summary>
    public static bool IsOwn(string text) => OwnDelimiter(text) is not null;

    /// <summary>Counts the characters of a text as the account does.</summary>
    public delegate int CharactersOf(ReadOnlySpan<char> text);

    public static PlanData Read(
        string text, ColumnsOfHeadings columnsOf, CharactersOf charactersOf, ReadLimits limits, CancellationToken cancellationToken)
    {
        var delimiter = OwnDelimiter(text) ?? throw new ArgumentException("The text is no CSV of a plan.", nameof(text));
        ValueList<PlanColumn>? columns = null;
        ValueList<ColumnReport> reports = [];
        var sections = new List<PlanSection>();
        var measures = new List<Measure>();
        var section = string.Empty;
        var diagnostics = new List<Diagnostic>();
        var unplaced = new List<string>();
        var row = 0;
        long headings = 0, placed = 0;
        foreach (var record in CsvText.Read(text, delimiter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            row++;
            if (Exceeded(record, row, limits) is { } refusal)
            {
                return PlanData.Refused(refusal);
            }

            if (columns is null)
            {
                headings = record.Sum(field => (long)charactersOf(field));
                (columns, reports) = columnsOf([.. record.Skip(OwnColumns).Select(CsvText.Unguard)]);
                continue;
            }

            if (Array.TrueForAll(record, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var heading = Field(record, 1);
            if (heading != section)
            {
                Close();
                section = heading;
            }

            measures.Add(MeasureOf(record, columns, row, diagnostics));
            var width = Math.Min(record.Length, columns.Count + OwnColumns);
            placed += record.Take(width).Sum(field => (long)charactersOf(field));
            foreach (var surplus in record.Skip(width).Where(field => !string.IsNullOrWhiteSpace(field)))
            {
                unplaced.Add(surplus);
                diagnostics.Add(DiagnosticCatalog.Unplaced.At(new(Table: 1, Row: row), surplus));
            }
        }

        Close();
        var plan = new Plan { Columns = columns ?? [], Sections = sections.ToValueList() };
        var lost = unplaced.Sum(field => (long)charactersOf(field));
        var account = new CharacterAccount
        {
            Source = headings + placed + lost,
            Headings = headings,
            Plan = placed,
            Unplaced = lost,
            UnplacedText = unplaced.ToValueList(),
        };
        return new(plan, diagnostics, Report(plan, reports, row, account));

        void Close()
        {
            if (measures.Count > 0)
            {
                sections.Add(new PlanSection { Heading = section, Measures = measures.ToValueList() });
                measures.Clear();
            }
        }
    }

    private static ReadReport Report(Plan plan, ValueList<ColumnReport> columns, int rows, CharacterAccount account) => new()
    {
        Tables = [new TableReport(1, rows, plan.Columns.Count + OwnColumns, TableMethod.Delimited, Used: true, Reason: string.Empty)],
        Columns = columns,
        Account = account,
    };

    private static Diagnostic? Exceeded(string[] record, int rows, ReadLimits limits) =>
        rows > limits.Rows ? Limit(nameof(ReadLimits.Rows), limits.Rows)
        : record.Length > limits.Columns ? Limit(nameof(ReadLimits.Columns), limits.Columns)
        : Array.Exists(record, field => field.Length > limits.CellCharacters) ? Limit(nameof(ReadLimits.CellCharacters), limits.CellCharacters)
        : null;

    private static Diagnostic Limit(string name, int value) =>
        DiagnosticCatalog.LimitExceeded.Create(name, value.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string[]> Records(Plan plan)
    {
        yield return [IdHeading, SectionHeading, .. plan.Columns.Select(column => column.Heading)];
        foreach (var section in plan.Sections)
        {
            foreach (var measure in section.Measures)
            {
                yield return [measure.Id, section.Heading, .. plan.Columns.Select(column => measure[column].Text)];
            }
        }
    }

    private static char? OwnDelimiter(string text)
    {
        foreach (var delimiter in (ReadOnlySpan<char>)[';', ',', '\t'])
        {
            foreach (var quote in (ReadOnlySpan<string>)["", "\""])
            {
                var start = $"{quote}{IdHeading}{quote}{delimiter}{quote}{SectionHeading}{quote}";
                if (text.StartsWith(start, StringComparison.Ordinal)
                    && (text.Length == start.Length || text[start.Length] == delimiter || text[start.Length] is '\r' or '\n'))
                {
                    return delimiter;
                }
            }
        }

        return null;
    }

    private static Measure MeasureOf(string[] record, ValueList<PlanColumn> columns, int row, List<Diagnostic> diagnostics)
    {
        var source = new MeasureSource(1, row, []);
        var measure = new Measure { Id = MeasureFields.Id(Field(record, 0), source, diagnostics), Source = source };
        for (var i = 0; i < columns.Count; i++)
        {
            measure = measure.With(columns[i], RichText.FromText(Field(record, i + OwnColumns)));
        }

        return measure;
    }

    private static string Field(string[] record, int column) =>
        column < record.Length ? LineFeeds(CsvText.Unguard(record[column])) : string.Empty;

    // Other programs end the lines of a cell as they end their own; rarer breaks (U+2028) are text and stay.
    private static string LineFeeds(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
