using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>What becomes of a cell in the row of a measure.</summary>
internal enum CellContent
{
    /// <summary>It stays as it is, without a control.</summary>
    Kept,

    /// <summary>It is emptied: its text stands in another cell.</summary>
    Cleared,

    /// <summary>It keeps the text that it has, within a control.</summary>
    OwnText,

    /// <summary>It stays blank, within a control.</summary>
    OwnBlank,

    /// <summary>It gets another text.</summary>
    NewText,

    /// <summary>It is emptied, or prompts for an answer.</summary>
    NewBlank,
}

/// <summary>What the decision about a cell asks of its markup.</summary>
/// <param name="IsBlank">Whether it shows no text.</param>
/// <param name="IsContinued">Whether it goes on from the cell above.</param>
/// <param name="HasTable">Whether a table is nested in it.</param>
/// <param name="Paragraphs">How many paragraphs with text it shows.</param>
internal readonly record struct CellTraits(bool IsBlank, bool IsContinued, bool HasTable, int Paragraphs)
{
    public static CellTraits Of(XElement cell) =>
        new(!PatternCell.HasText(cell), RowMarkup.IsContinued(cell), cell.Descendants(Wml.Tbl).Any(), PatternCell.ParagraphCount(cell));
}

/// <summary>A cell of a <see cref="RowShape"/>.</summary>
/// <param name="Column">Its first grid column, counted from 1.</param>
/// <param name="End">The grid column after its last.</param>
/// <param name="Traits">What the decision about it asks.</param>
internal readonly record struct ShapeCell(int Column, int End, CellTraits Traits);
