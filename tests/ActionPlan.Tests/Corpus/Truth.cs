using System.Text.Json;
using System.Text.RegularExpressions;

namespace ActionPlan.Tests.Corpus;

/// <summary>
/// What a document of the corpus truly holds, written by who made it. White space is collapsed, list markers at a paragraph's start are not compared,
/// and a manual line break (U+2028) may be a space or a break. Where a rule leaves a choice, the truth lists what is accepted too.
/// </summary>
internal sealed partial class Truth(JsonElement root)
{
    public static Truth Of(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement);

    /// <summary>Texts that must not come out: properties of the file, hidden texts.</summary>
    public IEnumerable<string> Forbidden => Texts(root, "mustNotContain");

    /// <summary>All differences of a plan from the truth.</summary>
    public IEnumerable<string> Differences(Plan plan)
    {
        var sections = plan.Sections.Where(section => section.Measures.Count > 0 || section.Heading.Length > 0).ToList();
        var measures = sections.SelectMany(section => section.Measures).ToList();
        return Compared("title", Text(root, "title"), plan.Title)
            .Concat(Meta("language", plan.Language)).Concat(Meta("period", plan.Period)).Concat(Meta("reference", plan.Reference))
            .Concat(Decisions(plan.Decisions)).Concat(Columns(plan.Columns)).Concat(Sections(sections)).Concat(Cells(plan.Columns, measures));
    }

    private IEnumerable<string> Meta(string name, string? given) =>
        root.TryGetProperty(name, out _) && !Accepted(root, name, "accept" + char.ToUpperInvariant(name[0]) + name[1..]).Any(text => SameLine(text.Replace('–', '-'), (given ?? "").Replace('–', '-')))
            ? [$"{name}: {Text(root, name)} is {given}"]
            : [];

    private IEnumerable<string> Decisions(ValueList<Decision> given)
    {
        var wanted = root.GetProperty("decisions").EnumerateArray().ToList();
        var pairs = wanted.Zip(given).Where(pair => !IsSame(pair.First, pair.Second)).Select(pair => $"decision: {pair.First} is {pair.Second}");
        return wanted.Count == given.Count ? pairs : [$"decisions: {wanted.Count} are {given.Count}"];
    }

    private static bool IsSame(JsonElement wanted, Decision given) =>
        SameLine(Text(wanted, "role"), given.Role.ToString())
        && Accepted(wanted, "body", "acceptBody").Any(body => SameLine(body, given.Body))
        && Text(wanted, "date") == given.Date.ToString()
        && SameLine(Text(wanted, "section"), given.Section);

    private IEnumerable<string> Columns(ValueList<PlanColumn> given)
    {
        var wanted = root.GetProperty("columns").EnumerateArray().ToList();
        var pairs = wanted.Zip(given)
            .Where(pair => !Accepted(pair.First, "key", "acceptKeys").Any(key => SameLine(key, pair.Second.Key.ToString())) || !Accepted(pair.First, "heading", "acceptHeadings").Any(heading => Line(heading) == Line(pair.Second.Heading)))
            .Select(pair => $"column: {pair.First} is {pair.Second}");
        return wanted.Count == given.Count ? pairs : [$"columns: {wanted.Count} are {given.Count}"];
    }

    private IEnumerable<string> Sections(List<PlanSection> given)
    {
        var wanted = root.GetProperty("sections").EnumerateArray().ToList();
        var grouped = wanted.Exists(section => section.TryGetProperty("group", out _));
        string Shown(string? group, string heading, int measures) => $"{(grouped ? Line(group ?? "") + " / " : "")}{Line(heading)} ({measures})";
        return Compared(
            "sections",
            string.Join(" | ", wanted.Select(section => Shown(Text(section, "group"), Text(section, "heading"), section.GetProperty("measures").GetArrayLength()))),
            string.Join(" | ", given.Select(section => Shown(section.Group, section.Heading, section.Measures.Count))));
    }

    private IEnumerable<string> Cells(ValueList<PlanColumn> columns, List<Measure> given)
    {
        var wanted = root.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("measures").EnumerateArray()).ToList();
        var headings = root.GetProperty("columns").EnumerateArray().ToList();
        for (var row = 0; row < Math.Min(wanted.Count, given.Count); row++)
        {
            for (var column = 0; column < Math.Min(headings.Count, columns.Count); column++)
            {
                var text = given[row][columns[column]].Text;
                var key = Text(headings[column], "key");
                if (!Cell(wanted[row], headings[column], key).Any(truth => Words(truth) == Words(text) && BreaksAgree(truth, text)))
                {
                    yield return $"row {row + 1}, {key}: '{Cell(wanted[row], headings[column], key).First()}' is '{text}'";
                }
            }
        }
    }

    private static IEnumerable<string> Cell(JsonElement measure, JsonElement column, string key)
    {
        var text = key == "other" ? "" : Text(measure, key);
        if (text.Length == 0 && measure.TryGetProperty("other", out var other))
        {
            text = Accepted(column, "heading", "acceptHeadings").Select(heading => Text(other, heading)).FirstOrDefault(found => found.Length > 0, "");
        }

        return measure.TryGetProperty("accept", out var accept) ? [text, .. Texts(accept, key)] : [text];
    }

    /// <summary>Whether the breaks between paragraphs stand at the same places; soft ones may be either.</summary>
    private static bool BreaksAgree(string truth, string given)
    {
        var (hard, soft) = Breaks(truth);
        var (breaks, manual) = Breaks(given);
        return hard.IsSubsetOf(breaks.Union(manual).ToHashSet()) && breaks.IsSubsetOf(hard.Union(soft).ToHashSet());
    }

    /// <summary>Breaks by the number of characters before them.</summary>
    private static (HashSet<int> Hard, HashSet<int> Soft) Breaks(string text)
    {
        HashSet<int> hard = [], soft = [];
        var count = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            var isFirst = true;
            foreach (var line in paragraph.Split('\u2028'))
            {
                var length = Words(line).Count(c => c != ' ');
                if (length > 0 && count > 0)
                {
                    (isFirst ? hard : soft).Add(count);
                }

                count += length;
                isFirst &= length == 0;
            }
        }

        return (hard, soft);
    }

    private static IEnumerable<string> Compared(string what, string wanted, string given) => Line(wanted) == Line(given) ? [] : [$"{what}: '{wanted}' is '{given}'"];

    private static bool SameLine(string a, string b) => string.Equals(Line(a), Line(b), StringComparison.OrdinalIgnoreCase);

    private static string Words(string text) => string.Join(' ', Line(text).Split(' ').Where(word => !Marker().IsMatch(word)));

    private static string Line(string text) =>
        string.Join(' ', text.Normalize().Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal).Replace('\u2011', '-').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Accepted(JsonElement element, string name, string more) => Texts(element, more).Prepend(Text(element, name));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.EnumerateArray().Select(item => item.GetString() ?? "") : [];

    [GeneratedRegex(@"^(?:[•▪◦‣·●○■–—*\-\uf0b7\uf0a7]|\d{1,2}[.)]|[a-h]\))$", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
