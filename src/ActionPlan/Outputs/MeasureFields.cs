using System.Text.RegularExpressions;
using ActionPlan.Messages;

namespace ActionPlan.Outputs;

/// <summary>The fields of a measure by key, in the order of the JSON.</summary>
internal static partial class MeasureFields
{
    public const string OtherPrefix = "other/";

    public static readonly ColumnKey[] All =
    [
        ColumnKey.Number, ColumnKey.FocusArea, ColumnKey.Activity, ColumnKey.Goal, ColumnKey.FollowUp, ColumnKey.Responsible,
        ColumnKey.Timeframe, ColumnKey.Status, ColumnKey.Indicator, ColumnKey.Resources, ColumnKey.Comment,
    ];

    private static readonly Dictionary<ColumnKey, (string Name, PlanColumn Column)> ByKey =
        All.ToDictionary(key => key, key => (JsonText.Name(key), new PlanColumn(key, string.Empty)));

    public static string Name(ColumnKey key) => ByKey[key].Name;

    public static RichText Get(Measure measure, ColumnKey key) => measure[ByKey[key].Column];

    /// <summary>An id that data carries; empty, so that one is computed, where it is none of ours.</summary>
    public static string Id(string id, MeasureSource? source, ICollection<Diagnostic> diagnostics)
    {
        if (id.Length == 0 || IdForm().IsMatch(id))
        {
            return id;
        }

        diagnostics.Add(DiagnosticCatalog.IdMalformed.At(source is null ? default : new(Table: source.Table, Row: source.Row), id));
        return string.Empty;
    }

    [GeneratedRegex(@"\A[a-z2-7]{16}(?:-[0-9]+)?\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
