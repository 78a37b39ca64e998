using System.Buffers;
using ActionPlan.Messages;

namespace ActionPlan.Outputs;

/// <summary>A field of a measure as data names it.</summary>
/// <param name="Name">The name in JSON.</param>
/// <param name="Column">A column of its key.</param>
/// <param name="IsMain">Whether a measure always has it.</param>
internal sealed record MeasureField(string Name, PlanColumn Column, bool IsMain = false);

/// <summary>The fields of a measure in the order of the JSON.</summary>
internal static class MeasureFields
{
    public const string OtherPrefix = "other/";

    private static readonly SearchValues<char> HashCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz234567");

    public static readonly MeasureField[] All =
    [
        Field(ColumnKey.Number),
        Field(ColumnKey.FocusArea, isMain: true),
        Field(ColumnKey.Activity, isMain: true),
        Field(ColumnKey.Goal, isMain: true),
        Field(ColumnKey.FollowUp, isMain: true),
        Field(ColumnKey.Responsible),
        Field(ColumnKey.Timeframe),
        Field(ColumnKey.Status),
        Field(ColumnKey.Indicator),
        Field(ColumnKey.Resources),
        Field(ColumnKey.Comment),
    ];

    /// <summary>An id that data carries; empty, so that one is computed, where it is none of ours.</summary>
    public static string Id(string id, MeasureSource? source, ICollection<Diagnostic> diagnostics)
    {
        if (id.Length == 0 || IsId(id))
        {
            return id;
        }

        diagnostics.Add(DiagnosticCatalog.IdMalformed.At(source is null ? default : new(Table: source.Table, Row: source.Row), id));
        return string.Empty;
    }

    private static MeasureField Field(ColumnKey key, bool isMain = false) => new(JsonNames.Of(key), new PlanColumn(key, string.Empty), isMain);

    /// <summary>16 characters a-z2-7, and '-2', '-3' for the following ones of the same text.</summary>
    private static bool IsId(ReadOnlySpan<char> id)
    {
        const int HashLength = 16;
        return id.Length >= HashLength
            && !id[..HashLength].ContainsAnyExcept(HashCharacters)
            && (id.Length == HashLength || (id[HashLength] == '-' && id.Length > HashLength + 1 && !id[(HashLength + 1)..].ContainsAnyExceptInRange('0', '9')));
    }
}
