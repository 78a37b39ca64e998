namespace ActionPlan.Templates;

/// <summary>A template's plan with the texts of another one, measure by measure, and with the measures that the template lacks where they belong.</summary>
internal static class FilledPlan
{
    /// <param name="template">The template's plan.</param>
    /// <param name="data">The plan with the answers.</param>
    /// <param name="mayBegin">Whether a section can be added before the first one.</param>
    /// <param name="unmatched">The ids of the template's measures that the plan lacks: they stay as they are.</param>
    /// <param name="lost">The headings of the plan's columns that the template has no place for, though they hold texts.</param>
    public static Plan Of(Plan template, Plan data, bool mayBegin, out HashSet<string> unmatched, out IReadOnlyList<string> lost)
    {
        PlanColumn[] given = [.. data.Columns, .. Undeclared(data)];
        var columns = Matched(template, given);
        lost = [.. given.Where(column => !columns.Exists(pair => ReferenceEquals(pair.Data, column)) && data.Measures.Any(measure => !measure[column].IsEmpty)).Select(column => column.Heading)];
        var byId = data.Measures.GroupBy(measure => measure.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var sections = template.Sections.Select(section => (Section: section, Measures: section.Measures.ToList())).ToList();
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        unmatched = new(StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            var measures = sections[i].Measures;
            for (var j = 0; j < measures.Count; j++)
            {
                place.TryAdd(measures[j].Id, i);
                if (byId.TryGetValue(measures[j].Id, out var other))
                {
                    measures[j] = Filled(measures[j], other, columns);
                }
                else
                {
                    unmatched.Add(measures[j].Id);
                }
            }
        }

        if (data.Measures.Any(measure => !place.ContainsKey(measure.Id)))
        {
            Insert(template, data, columns, sections, place, mayBegin);
        }

        return template with { Sections = sections.Select(each => each.Section with { Measures = each.Measures.ToValueList() }).ToValueList() };
    }

    /// <summary>Fields that measures hold though no column of the plan names them: data that a tool made may have answers and no column for them.</summary>
    private static IEnumerable<PlanColumn> Undeclared(Plan data) =>
        Enum.GetValues<ColumnKey>()
            .Where(key => key != ColumnKey.Other && data.Columns.All(column => column.Key != key))
            .Select(key => new PlanColumn(key, char.ToLowerInvariant(key.ToString()[0]) + key.ToString()[1..]))
            .Where(column => data.Measures.Any(measure => !measure[column].IsEmpty));

    /// <summary>Columns are matched by what they mean, others by their heading.</summary>
    private static List<(PlanColumn Own, PlanColumn Data)> Matched(Plan template, PlanColumn[] given)
    {
        var pairs = new List<(PlanColumn, PlanColumn)>();
        foreach (var own in template.Columns)
        {
            if (Array.Find(given, column => column.Key == own.Key && (own.Key != ColumnKey.Other || column.Heading == own.Heading)) is { } other)
            {
                pairs.Add((own, other));
            }
        }

        return pairs;
    }

    private static Measure Filled(Measure measure, Measure data, List<(PlanColumn Own, PlanColumn Data)> columns)
    {
        foreach (var (own, other) in columns)
        {
            // Most texts of a large template are the plan's own already, and each copy of a measure is garbage.
            var text = data[other];
            measure = ReferenceEquals(measure[own], text) ? measure : measure.With(own, text);
        }

        return measure;
    }

    /// <summary>
    /// Where a new section comes, at this place or as soon after it as can be: what stands within a group is under its heading, and only sections of
    /// that group may.
    /// </summary>
    private static int PlaceOf(PlanSection section, List<(PlanSection Section, List<Measure> Measures)> sections, int at)
    {
        if (at == 0 && sections.Count > 0 && section.Group is not null && section.Group == sections[0].Section.Group)
        {
            // Below the heading of the group, which stands above its first section.
            return 1;
        }

        while (at > 0 && at < sections.Count && sections[at].Section.Group is { } group && group == sections[at - 1].Section.Group && group != section.Group)
        {
            at++;
        }

        return at;
    }

    private static void Insert(Plan template, Plan data, List<(PlanColumn Own, PlanColumn Data)> columns, List<(PlanSection Section, List<Measure> Measures)> sections, Dictionary<string, int> place, bool mayBegin)
    {
        var blank = OtherFields.From(template.Columns.Where(column => column.Key == ColumnKey.Other).Select(column => KeyValuePair.Create(column.Heading, RichText.Empty)));
        var known = place.ToDictionary(pair => pair.Key, pair => sections[pair.Value].Measures, StringComparer.Ordinal);
        var last = mayBegin && data.Measures.Any(measure => place.ContainsKey(measure.Id)) ? -1 : sections.Count - 1;
        foreach (var section in data.Sections)
        {
            List<Measure>? home = null;
            var at = -1;
            foreach (var measure in section.Measures)
            {
                if (known.TryGetValue(measure.Id, out var own))
                {
                    (home, at) = (own, own.FindIndex(other => other.Id == measure.Id));
                    last = sections.FindIndex(each => ReferenceEquals(each.Measures, own));
                    continue;
                }

                if (home is null)
                {
                    // Before the first neighbour that is known, at the end of the section of that name, or in a new section.
                    if (section.Measures.FirstOrDefault(other => known.ContainsKey(other.Id)) is { } next)
                    {
                        home = known[next.Id];
                        at = home.FindIndex(other => other.Id == next.Id) - 1;
                    }
                    else
                    {
                        var same = sections.FindIndex(each => each.Section.Heading == section.Heading && each.Section.Group == section.Group);
                        if (same < 0 || sections[same].Measures.Count == 0)
                        {
                            same = PlaceOf(section, sections, last + 1);
                            sections.Insert(same, (section with { Measures = [] }, []));
                        }

                        last = same;
                        home = sections[same].Measures;
                        at = home.Count - 1;
                    }
                }

                home.Insert(++at, Filled(new Measure { Id = measure.Id, Other = blank }, measure, columns));
                known[measure.Id] = home;
            }
        }
    }
}
