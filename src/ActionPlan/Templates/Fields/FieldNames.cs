using ActionPlan.Sources;

namespace ActionPlan.Templates.Fields;

/// <summary>Where a field has a value.</summary>
internal enum FieldScope
{
    Plan,
    Section,
    Measure,
}

/// <summary>The names that a template made on purpose may use: fields, and the two things that repeat.</summary>
internal static class FieldNames
{
    public const string Sections = "sections";
    public const string Measures = "measures";
    public const string OtherPrefix = "measure.other.";

    private static readonly string[] OfPlan = ["plan.title", "plan.period", "plan.reference", "plan.language"];
    private static readonly string[] OfDecision = ["body", "date", "section", "text"];

    private static readonly Dictionary<string, FieldScope> Fields = Build();

    /// <summary>All names of fields, those of columns by their headings apart.</summary>
    public static IReadOnlyCollection<string> All => Fields.Keys;

    public static bool IsLoop(string name) => name is Sections or Measures;

    public static FieldScope? ScopeOf(string name) =>
        Fields.TryGetValue(name, out var scope) ? scope
            : name.StartsWith(OtherPrefix, StringComparison.Ordinal) && name.Length > OtherPrefix.Length ? FieldScope.Measure
            : null;

    /// <summary>The tag of a content control that means a field, a loop or a condition, or was meant to.</summary>
    public static bool IsMeant(string tag)
    {
        if (PlanTags.IsOurs(tag) || tag.Length == 0)
        {
            return false;
        }

        var name = tag[0] is '#' or '^' ? tag[1..] : tag;
        return IsLoop(name) || ScopeOf(name) is not null || (name.Contains('.', StringComparison.Ordinal) && (HasKnownFront(name) || Nearest(name, IsLoop(name)) is not null));
    }

    /// <summary>The right name that a wrong one is nearest to, or null where none is near.</summary>
    public static string? Nearest(string name, bool withLoops)
    {
        var (best, least) = ((string?)null, int.MaxValue);
        foreach (var known in withLoops ? Fields.Keys.Append(Sections).Append(Measures) : Fields.Keys)
        {
            var distance = Distance(name.ToUpperInvariant(), known.ToUpperInvariant());
            if (distance < least)
            {
                (best, least) = (known, distance);
            }
        }

        return least <= Math.Max(2, name.Length / 4) ? best : null;
    }

    private static bool HasKnownFront(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)] is "plan" or "decision" or "section" or "measure";

    private static Dictionary<string, FieldScope> Build()
    {
        var fields = OfPlan.ToDictionary(name => name, _ => FieldScope.Plan, StringComparer.Ordinal);
        foreach (var role in (ReadOnlySpan<string>)["adopted", "revised", "followUp"])
        {
            foreach (var field in OfDecision)
            {
                fields.Add($"decision.{role}.{field}", FieldScope.Plan);
            }
        }

        fields.Add("section.heading", FieldScope.Section);
        fields.Add("section.group", FieldScope.Section);
        fields.Add("measure.id", FieldScope.Measure);
        foreach (var key in Enum.GetValues<ColumnKey>().Where(key => key != ColumnKey.Other))
        {
            fields.Add("measure." + PlanTags.Name(key), FieldScope.Measure);
        }

        return fields;
    }

    /// <summary>The number of letters to insert, remove, replace or swap with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        const int TooLong = 80;
        if (from.Length > TooLong)
        {
            return int.MaxValue;
        }

        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[from.Length, to.Length];
    }
}
