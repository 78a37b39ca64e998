using System.Xml.Linq;
using ActionPlan.Sources;

namespace ActionPlan.Templates;

/// <summary>Headings of sections and groups, rows or paragraphs: those that pass are the patterns of those that are added.</summary>
internal sealed class SectionHeadings(RowPatterns patterns, AddedColumns addedColumns, HeadingCells cells)
{
    private bool _inGroup;
    private bool _isGrouped;

    /// <summary>Nothing has been written yet, though headings have passed.</summary>
    public void BeginPlan() => _inGroup = _isGrouped = false;

    /// <summary>A paragraph that heads a section or group passes.</summary>
    /// <returns>The tag to write it with.</returns>
    public string PassParagraph(XElement paragraph, string tag)
    {
        if (tag == PlanTags.Group)
        {
            patterns.GroupParagraph = new(paragraph);
        }
        else
        {
            patterns.SectionParagraph = new(paragraph);
        }

        return Passed(tag);
    }

    /// <summary>A row that heads a section or group passes.</summary>
    /// <returns>The tag to write it with.</returns>
    public string Pass(XElement row, string tag)
    {
        patterns.AddHeading(row, tag == PlanTags.Group);
        return Passed(tag);
    }

    /// <summary>A section that had no group above it in the example says so where a group has been added above it.</summary>
    private string Passed(string tag)
    {
        _isGrouped = tag == PlanTags.Group || (_isGrouped && tag == PlanTags.Section);
        var written = tag == PlanTags.Section && _inGroup && !_isGrouped ? PlanTags.SectionWithoutGroup : tag;
        _inGroup = tag == PlanTags.Group || (_inGroup && written == PlanTags.Section);
        return written;
    }

    /// <summary>The headings that a section needs where it is added, with their tags.</summary>
    public IEnumerable<(string Text, string Tag)> Of(PlanSection section, bool withGroup)
    {
        if (withGroup)
        {
            yield return (section.Group!, PlanTags.Group);
            _inGroup = true;
        }

        if (section.Heading.Length > 0 || section.Group is not null)
        {
            yield return (section.Heading, section.Group is null && _inGroup ? PlanTags.SectionWithoutGroup : PlanTags.Section);
            _inGroup &= section.Group is not null;
        }
    }

    /// <summary>A heading like those of the example.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="isParagraph">Whether it is a paragraph, which parts two tables.</param>
    /// <returns>Null where there is nothing to make it like.</returns>
    public XElement? Make(string text, string tag, out bool isParagraph)
    {
        var paragraph = tag == PlanTags.Group ? patterns.GroupParagraph ?? patterns.SectionParagraph : patterns.SectionParagraph;
        var row = tag == PlanTags.Group ? patterns.Group ?? patterns.Section : patterns.Section ?? patterns.Group;
        isParagraph = row is null && paragraph is not null;
        var heading = isParagraph ? new XElement(paragraph!) : row is null ? LikeNone() : new XElement(row);
        if (heading is not null)
        {
            RowMarkup.Retext(heading, text);
        }

        return heading;
    }

    /// <summary>A section row for an example that has none.</summary>
    private XElement? LikeNone()
    {
        if (patterns.Measure.Count == 0)
        {
            return null;
        }

        var row = new XElement(patterns.Measure[0].Row);
        addedColumns.ChangeRow(row, _ => false, cells.Fill);
        RowPatterns.MakeSection(row);
        return row;
    }
}
