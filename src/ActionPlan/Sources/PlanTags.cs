using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActionPlan.Sources;

/// <summary>
/// The tags of content controls in documents that ActionPlan makes: those of the contract, and three more that let a document be read without
/// any heuristic: the columns of heading cells, the group above a section, and the registration number.
/// </summary>
internal static class PlanTags
{
    public const string Plan = "ap:plan";
    public const string Title = "ap:title";
    public const string Period = "ap:period";
    public const string Reference = "ap:reference";
    public const string Group = "ap:group";
    public const string Section = "ap:section";

    /// <summary>A section that no group stands above, after sections of a group.</summary>
    public const string SectionWithoutGroup = "ap:section:1";

    private const string MeasurePrefix = "ap:measure:";
    private const string ColumnPrefix = "ap:column:";
    private const string DecisionPrefix = "ap:decision:";
    private const string OtherPrefix = "other/";
    private const int LongestShared = 32;

    private static readonly string[] Names = NamesByKey();
    private static readonly Dictionary<string, ColumnKey> Keys = KeysByName();
    private static readonly Dictionary<string, ColumnKey>.AlternateLookup<ReadOnlySpan<char>> KeysBySpan = Keys.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Name(ColumnKey key) => Names[(int)key];

    private static string[] NamesByKey()
    {
        var names = new string[(int)ColumnKey.Number + 1];
        for (var key = ColumnKey.Other; key <= ColumnKey.Number; key++)
        {
            var name = key.ToString();
            names[(int)key] = char.ToLowerInvariant(name[0]) + name[1..];
        }

        return names;
    }

    private static Dictionary<string, ColumnKey> KeysByName()
    {
        var keys = new Dictionary<string, ColumnKey>(StringComparer.Ordinal);
        for (var key = ColumnKey.Other; key <= ColumnKey.Number; key++)
        {
            keys.Add(Name(key), key);
        }

        return keys;
    }

    public static string Measure(string id) => MeasurePrefix + id;

    /// <summary>The tag of a measure's cell.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">The number of the column in the plan, counted from 1.</param>
    /// <param name="id">The id of the measure.</param>
    public static string Cell(PlanColumn column, int number, string id) =>
        column.Key == ColumnKey.Other ? string.Create(CultureInfo.InvariantCulture, $"{OtherPrefix}{number}:{id}") : $"{Name(column.Key)}:{id}";

    /// <summary>The tag of a column's heading.</summary>
    public static string Column(PlanColumn column, int number) => string.Create(CultureInfo.InvariantCulture, $"{ColumnPrefix}{number}:{Name(column.Key)}");

    /// <summary>The tag of a decision, or of the date, section or body within it.</summary>
    public static string Decision(DecisionRole role, string field) => $"{DecisionPrefix}{RoleName(role)}:{field}";

    public static bool IsOurs(string? tag) =>
        tag is not null && (tag.StartsWith("ap:", StringComparison.Ordinal) || TryCell(tag, out _, out _, out _));

    public static string? MeasureId(string? tag) => IsMeasure(tag) ? tag[MeasurePrefix.Length..] : null;

    public static bool IsMeasure([NotNullWhen(true)] string? tag) => tag is not null && tag.StartsWith(MeasurePrefix, StringComparison.Ordinal) && tag.Length > MeasurePrefix.Length;

    public static bool TryCell(ReadOnlySpan<char> tag, out ColumnKey key, out int number, out ReadOnlySpan<char> id)
    {
        (key, number) = (ColumnKey.Other, 0);
        id = [];
        var colon = tag.IndexOf(':');
        if (colon <= 0 || colon == tag.Length - 1)
        {
            return false;
        }

        id = tag[(colon + 1)..];
        return tag.StartsWith(OtherPrefix, StringComparison.Ordinal)
            ? int.TryParse(tag[OtherPrefix.Length..colon], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0
            : KeysBySpan.TryGetValue(tag[..colon], out key) && key != ColumnKey.Other;
    }

    /// <summary>The column, counted from 0, of the field of a cell's tag that has no meaning of its own; -1 for any other field.</summary>
    public static int OtherColumn(string field) =>
        field.StartsWith(OtherPrefix, StringComparison.Ordinal) && int.TryParse(field.AsSpan(OtherPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;

    /// <summary>
    /// The tag of a measure's cell as all measures share it, or any other tag as it is. Which measure a cell belongs to says its row, and a large plan
    /// has a hundred thousand cells.
    /// </summary>
    /// <param name="tag">The tag.</param>
    /// <param name="strings">The strings that are shared.</param>
    public static string Shared(string tag, RecentStrings strings)
    {
        const char AnyMeasure = '*';
        if (!TryCell(tag, out _, out _, out var id))
        {
            return tag;
        }

        Span<char> shared = stackalloc char[Math.Min(LongestShared, tag.Length)];
        var length = tag.Length - id.Length + 1;
        if (length > shared.Length)
        {
            return tag;
        }

        tag.AsSpan(0, length - 1).CopyTo(shared);
        shared[length - 1] = AnyMeasure;
        return strings.Get(shared[..length]);
    }

    public static bool TryColumn(string? tag, out ColumnKey key, out int number)
    {
        (key, number) = (ColumnKey.Other, 0);
        if (tag is null || !tag.StartsWith(ColumnPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = tag[ColumnPrefix.Length..];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(rest.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= 1000
            && Keys.TryGetValue(rest[(colon + 1)..], out key);
    }

    public static bool TryDecision(string? tag, out DecisionRole role, out string field)
    {
        (role, field) = (DecisionRole.Adopted, string.Empty);
        if (tag is null || !tag.StartsWith(DecisionPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = tag[DecisionPrefix.Length..];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        foreach (var each in Enum.GetValues<DecisionRole>())
        {
            if (colon > 0 && rest.AsSpan(0, colon).SequenceEqual(RoleName(each)))
            {
                (role, field) = (each, rest[(colon + 1)..]);
                return true;
            }
        }

        return false;
    }

    private static string RoleName(DecisionRole role) => role switch { DecisionRole.Adopted => "adopted", DecisionRole.Revised => "revised", _ => "followUp" };
}
