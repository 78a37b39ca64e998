using System.Xml;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Split;

/// <summary>Tells for each heading of a tagged document, in order, whether a measure of the part follows under it.</summary>
internal sealed class HeadingOutlook
{
    private readonly List<bool> _kept = [];

    private HeadingOutlook()
    {
    }

    /// <summary>The tag of the last table that holds measures, counted from 1; after it the text belongs to all again.</summary>
    public int LastTable { get; private set; }

    public bool IsKept(int heading) => _kept[heading];

    public static bool IsHeading(string? tag) => tag is PlanTags.Section or PlanTags.SectionWithoutGroup or PlanTags.Group;

    public static HeadingOutlook Of(XmlReader reader, IReadOnlySet<string> measures)
    {
        var outlook = new HeadingOutlook();
        var (group, section, table) = (-1, -1, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "tag" || reader.NamespaceURI != Wml.Namespace)
            {
                continue;
            }

            var tag = reader.GetAttribute("val", Wml.Namespace);
            if (tag == PlanTags.Plan)
            {
                table++;
            }
            else if (IsHeading(tag))
            {
                (group, section) = tag == PlanTags.Group ? (outlook._kept.Count, -1) : (tag == PlanTags.Section ? group : -1, outlook._kept.Count);
                outlook._kept.Add(false);
            }
            else if (PlanTags.MeasureId(tag) is { } id)
            {
                outlook.LastTable = table;
                if (measures.Contains(id))
                {
                    foreach (var heading in (ReadOnlySpan<int>)[group, section])
                    {
                        if (heading >= 0)
                        {
                            outlook._kept[heading] = true;
                        }
                    }
                }
            }
        }

        return outlook;
    }
}
