using ActionPlan.Pdf;

namespace ActionPlan.Sources.Pdf.Lines;

/// <summary>Marks the words that lead to an address: those whose middle lies in the place of a link.</summary>
internal static class LinkedWords
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:"];

    public static void Mark(List<PrintedWord> words, IReadOnlyList<PdfLink> links)
    {
        if (links.Count == 0 || words.Count == 0)
        {
            return;
        }

        // Looked up by height, so that a page of many links costs no more than their words.
        var byHeight = words.ToArray();
        Array.Sort(byHeight, static (a, b) => a.CentreY.CompareTo(b.CentreY));
        var heights = Array.ConvertAll(byHeight, word => word.CentreY);
        foreach (var link in links)
        {
            if (link.Uri is not { } address || !Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var at = Array.BinarySearch(heights, link.Box.Y0);
            at = at < 0 ? ~at : at;
            for (; at < heights.Length && heights[at] <= link.Box.Y1; at++)
            {
                if (byHeight[at].CentreX >= link.Box.X0 && byHeight[at].CentreX <= link.Box.X1)
                {
                    byHeight[at].Link = address;
                }
            }
        }
    }
}
