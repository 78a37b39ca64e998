using ActionPlan.Sources;

namespace ActionPlan.Plans;

/// <summary>Where a line that is no measure stands.</summary>
internal enum LinePlace
{
    /// <summary>Before the first plan table, up to the first heading that follows the title.</summary>
    Front,

    /// <summary>Further down, but before or between plan tables.</summary>
    Between,

    /// <summary>After the last plan table.</summary>
    After,

    /// <summary>A page header or footer.</summary>
    Margin,

    /// <summary>A row of a plan table above its heading row.</summary>
    AboveHeading,
}

/// <summary>A line of the document outside the rows of the plan: a paragraph, parted at manual line breaks.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Paragraph">The paragraph it is part of, or null for a table's row.</param>
internal sealed record PrintedLine(string Text, LinePlace Place, SourceParagraph? Paragraph);
