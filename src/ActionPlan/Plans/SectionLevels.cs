namespace ActionPlan.Plans;

/// <summary>Tells the outer level of section rows from the inner one: an outer row is followed at once by a row of another look.</summary>
internal static class SectionLevels
{
    /// <summary>For each row, whether it is a section of the outer level.</summary>
    public static bool[] FindOuter(IReadOnlyList<BodyRow> rows, RowKind[] kinds)
    {
        var outer = new HashSet<SectionLook>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == RowKind.Section && FollowingSection(kinds, i) is >= 0 and var next && Look(rows[i]) is var look && look != Look(rows[next]))
            {
                outer.Add(look);
            }
        }

        var found = new bool[kinds.Length];
        if (outer.Count == 0)
        {
            return found;
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            // An outer row without an inner one below it is the section of its own rows.
            found[i] = kinds[i] == RowKind.Section
                && outer.Contains(Look(rows[i]))
                && FollowingSection(kinds, i) is >= 0 and var next
                && Look(rows[next]) != Look(rows[i]);
        }

        return found;
    }

    private static SectionLook Look(BodyRow row) => SectionLook.Of(row.OnlyFilled ?? row.Cells[0]!, RowClassifier.IsFullWidth(row));

    private static int FollowingSection(RowKind[] kinds, int i)
    {
        for (var next = i + 1; next < kinds.Length; next++)
        {
            if (kinds[next] is RowKind.Blank or RowKind.RepeatedHeader)
            {
                continue;
            }

            return kinds[next] == RowKind.Section ? next : -1;
        }

        return -1;
    }
}
