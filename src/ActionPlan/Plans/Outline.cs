using ActionPlan.Sources;

namespace ActionPlan.Plans;

/// <summary>
/// The headings that stand above each plan table. Where several tables have a heading of their own, those are their sections; a heading above a
/// single table is one only if it names something else than the table itself.
/// </summary>
internal sealed class Outline
{
    private static readonly string[] GenericWords =
        ["uppföljning", "handlingsplan", "aktivitet", "åtgärd", "insats", "plan", "tabell", "bilaga", "redovisning", "resultat", "sammanställning", "översikt", "oppfølging", "tiltak", "opfølgning", "seuranta", "toimenpi", "follow-up", "action", "activit", "table", "matris"];

    private readonly List<SourceParagraph> _stack = [];
    private readonly Dictionary<SourceGrid, List<SourceParagraph>> _paths = [];
    private SourceParagraph? _lastPlain;
    private SourceParagraph? _beforeGrid;
    private bool _sinceGrid;

    /// <summary>Takes in a paragraph outside of tables that is not the title.</summary>
    public void Add(SourceParagraph paragraph)
    {
        if (paragraph.Text.IsEmpty || paragraph.Role is ParagraphRole.Contents or ParagraphRole.Caption)
        {
            return;
        }

        if (paragraph.Role == ParagraphRole.Heading)
        {
            _stack.RemoveAll(heading => heading.Level >= paragraph.Level);
            _stack.Add(paragraph);
            _sinceGrid = true;
            _lastPlain = null;
            return;
        }

        _lastPlain = paragraph;
    }

    /// <summary>Takes in a plan table.</summary>
    public void Add(SourceGrid grid)
    {
        var path = _stack.ToList();

        // A short line just before a table heads it, if bold, or if it is all that stands there.
        if (_lastPlain is { } plain && IsShort(plain) && (plain.Bold || !_sinceGrid || plain.Role == ParagraphRole.Subtitle))
        {
            path.Add(plain);
            _beforeGrid = plain;
            _sinceGrid = true;
        }

        _paths[grid] = _sinceGrid ? path : [];
        _sinceGrid = false;
        _lastPlain = null;
    }

    /// <summary>Group and heading of each table that has a heading of its own; a table without one goes on in the section before it.</summary>
    /// <param name="hasOwnSections">Whether the rows of a table hold section headings.</param>
    public Dictionary<SourceGrid, (string? Group, string Heading)> Sections(Func<SourceGrid, bool> hasOwnSections)
    {
        if (_paths.Values.All(path => path.Count == 0))
        {
            return [];
        }

        var headed = _paths.Where(path => path.Value.Count > 0).ToList();
        var plainOnly = headed.TrueForAll(path => path.Value.Count == 1 && ReferenceEquals(path.Value[0], _beforeGrid));
        if (headed.Count == 1 && (hasOwnSections(headed[0].Key) || plainOnly && !headed[0].Value[0].Bold || IsGeneric(headed[0].Value[^1].Text.Text)))
        {
            return [];
        }

        var parents = headed.Where(path => path.Value.Count > 1).Select(path => path.Value[^2]).Distinct().Count();
        return headed.ToDictionary(
            path => path.Key,
            path => (parents > 1 && path.Value.Count > 1 ? path.Value[^2].Text.Text : null, path.Value[^1].Text.Text));
    }

    private static bool IsShort(SourceParagraph paragraph) =>
        paragraph.Text.Text.Length <= 100 && paragraph.Text.Text[^1] is not ('.' or ',' or ';') && !TitleFinder.IsOtherMatter(paragraph.Text.Text);

    /// <summary>Whether a heading only says that a plan or its follow-up stands below.</summary>
    public static bool IsGeneric(string heading) => Array.Exists(GenericWords, word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));
}
