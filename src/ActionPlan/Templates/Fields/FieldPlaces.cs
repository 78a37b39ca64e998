using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>Says where in a part something stands. Rows and cells of a table are numbered once, when the first of them is asked for.</summary>
internal sealed class FieldPlaces(string part)
{
    private readonly Dictionary<XElement, int> _tables = [];
    private readonly Dictionary<XElement, int> _numbers = [];

    /// <summary>Numbers the tables that stand in no other one; in the document alone: only its tables are counted in messages.</summary>
    public void Number(XElement root)
    {
        if (part != "document")
        {
            return;
        }

        foreach (var table in root.Descendants(Wml.Tbl).Where(table => !table.Ancestors(Wml.Tbl).Any()))
        {
            _tables.Add(table, _tables.Count + 1);
        }
    }

    /// <param name="element">What stands there.</param>
    /// <param name="text">The text around it.</param>
    public FieldPlace Of(XElement element, string text)
    {
        var within = new PartPlace(part == "document" && element.Ancestors(Wml.W + "txbxContent").Any() ? "box" : part, text);
        if (element.AncestorsAndSelf(Wml.Tbl).LastOrDefault() is not { } table || !_tables.TryGetValue(table, out var number))
        {
            return new(default, within);
        }

        if (!_numbers.ContainsKey(table))
        {
            NumberRows(table);
        }

        // Of a control around rows the first one is its place.
        var row = element.AncestorsAndSelf(Wml.Tr).LastOrDefault() ?? element.Descendants(Wml.Tr).FirstOrDefault();
        var cell = element.AncestorsAndSelf(Wml.Tc).LastOrDefault() ?? element.Element(Wml.SdtContent)?.Element(Wml.Tc);
        return new(new(Table: number, Row: row is null ? null : _numbers[row], Column: cell is null ? null : _numbers[cell]), within);
    }

    private void NumberRows(XElement table)
    {
        _numbers.Add(table, 0);
        var (row, cell) = (0, 0);
        foreach (var element in table.Descendants().Where(element => (element.Name == Wml.Tr || element.Name == Wml.Tc) && element.Ancestors(Wml.Tbl).Last() == table))
        {
            var isOuter = element.Ancestors(Wml.Tbl).First() == table;
            (row, cell) = !isOuter ? (row, cell) : element.Name == Wml.Tr ? (row + 1, 0) : (row, cell + 1);
            _numbers.Add(element, element.Name == Wml.Tr ? row : cell);
        }
    }
}
