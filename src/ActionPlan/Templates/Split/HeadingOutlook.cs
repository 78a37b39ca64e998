using ActionPlan.Sources;

namespace ActionPlan.Templates.Split;

/// <summary>Tells for each heading of a tagged document, in order, whether a measure of the part follows under it.</summary>
internal sealed class HeadingOutlook
{
    private readonly bool[] _kept;

    private HeadingOutlook(int headings) => _kept = new bool[headings];

    public bool IsKept(int heading) => _kept[heading];

    public static bool IsHeading(string? tag) => tag is PlanTags.Section or PlanTags.SectionWithoutGroup or PlanTags.Group;

    public static HeadingOutlook Of(TaggedPieces pieces, IReadOnlySet<string> measures)
    {
        var outlook = new HeadingOutlook(pieces.Headings);
        var (group, section) = (-1, -1);
        foreach (var piece in pieces.All)
        {
            if (piece.Kind is PieceKind.Heading or PieceKind.HeadingRow)
            {
                (group, section) = piece.Id == PlanTags.Group ? (piece.Number, -1) : (piece.Id == PlanTags.Section ? group : -1, piece.Number);
            }
            else if (piece.Kind == PieceKind.Measure && measures.Contains(piece.Id!))
            {
                outlook.Keep(group);
                outlook.Keep(section);
            }
        }

        return outlook;
    }

    private void Keep(int heading)
    {
        if (heading >= 0)
        {
            _kept[heading] = true;
        }
    }
}
