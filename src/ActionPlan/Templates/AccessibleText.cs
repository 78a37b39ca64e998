using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// Mends on the way what keeps people out of an example's text and can be mended without a trace in its look: levels of headings that are skipped,
/// empty paragraphs in a row, which become one with the space of all, and what heads a table but is not marked so.
/// </summary>
internal sealed class AccessibleText(StyleLooks styles, XmlWriter writer)
{
    private readonly HeadingOrder _headings = new(styles.Root);
    private XElement? _empty;
    private double _space;

    /// <summary>Writes a paragraph of the body, or keeps an empty one until it is known what follows.</summary>
    public void Write(XElement paragraph)
    {
        if (!IsEmpty(paragraph))
        {
            Flush();
            Level(paragraph);
            paragraph.WriteTo(writer);
        }
        else if (_empty is null || !IsPlain(paragraph))
        {
            Flush();
            Level(paragraph);
            _empty = paragraph;
        }
        else
        {
            _space += styles.Height(paragraph);
            _empty.Add(paragraph.Elements().Where(child => child.Name != Wml.PPr));
        }
    }

    /// <summary>Writes what is kept: something else follows.</summary>
    public void Flush()
    {
        if (_empty is null)
        {
            return;
        }

        if (_space > 0)
        {
            AddSpace(_empty, _space);
        }

        _empty.WriteTo(writer);
        (_empty, _space) = (null, 0);
    }

    /// <summary>A heading that is written elsewhere passes.</summary>
    public void Level(XElement paragraph) => _headings.Keep(paragraph);

    /// <summary>Marks what heads a table's rows or columns.</summary>
    public void MarkHeads(XElement table, TableHeads heads)
    {
        if (table.Name != Wml.Tbl)
        {
            return;
        }

        if (heads == TableHeads.FirstRow && table.Descendants(Wml.Tr).FirstOrDefault() is { } row)
        {
            RowMarkup.MarkHeader(row);
        }

        MarkHeads(table.Elements(), heads);
    }

    /// <summary>Marks what heads the tables within the cells of a row or table.</summary>
    public void MarkNested(XElement outer)
    {
        foreach (var table in outer.Descendants(Wml.Tc).Elements(Wml.Tbl))
        {
            var rows = table.Elements(Wml.Tr).Take(2).ToList();
            var columns = rows.Count < 2 ? 0 : rows[0].Elements(Wml.Tc).Count();
            MarkHeads(table, columns < 2 ? TableHeads.Unknown : columns == 2 ? TableHeads.FirstColumn : HeadsColumns(rows[0]) ? TableHeads.FirstRow : TableHeads.Unknown);
        }
    }

    /// <summary>Words without a figure over every column are its headings.</summary>
    private static bool HeadsColumns(XElement row) => row.Elements(Wml.Tc).Select(cell => cell.Value).All(text => text.Any(char.IsLetter) && !text.Any(char.IsDigit));

    /// <summary>Marks the first column where it heads the rows, unless that would change how the table looks.</summary>
    /// <param name="front">The properties of the table, among others.</param>
    /// <param name="heads">What heads it.</param>
    public void MarkHeads(IEnumerable<XElement> front, TableHeads heads)
    {
        if (heads != TableHeads.FirstColumn || front.FirstOrDefault(element => element.Name == Wml.TblPr) is not { } properties
            || styles.ShowsFirstColumn((string?)properties.Element(Wml.W + "tblStyle")?.Attribute(Wml.Val)))
        {
            return;
        }

        const int FirstColumn = 0x80;
        const int NoBands = 0x600;
        var look = properties.Element(Wml.W + "tblLook");
        var value = look is null ? NoBands : int.TryParse((string?)look.Attribute(Wml.Val), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var old) ? old : 0;
        if (look is null)
        {
            look = Wml.Element("tblLook", ((string[])["firstRow", "lastRow", "lastColumn"]).Select(name => new XAttribute(Wml.W + name, "0")), new XAttribute(Wml.W + "noHBand", "1"), new XAttribute(Wml.W + "noVBand", "1"));
            properties.Add(look);
            SchemaOrder.Restore(properties);
        }

        look.SetAttributeValue(Wml.Val, (value | FirstColumn).ToString("X4", CultureInfo.InvariantCulture));
        look.SetAttributeValue(Wml.W + "firstColumn", "1");
    }

    /// <summary>What a reader of the screen calls an empty line.</summary>
    private static bool IsEmpty(XElement paragraph) => !paragraph.Descendants().Any(element =>
        (element.Name.Namespace == Wml.W && element.Name.LocalName is "drawing" or "pict" or "object" or "sym" or "fldSimple" or "instrText" or "br" or "sectPr" or "sdt" or "ptab" or "tab")
        || (element.Name == Wml.W + "u" && element.Parent?.Parent?.Name == Wml.W + "r")
        || (element.Name == Wml.T && !string.IsNullOrWhiteSpace(element.Value)) || element.Name.LocalName is "oMath" or "AlternateContent");

    /// <summary>Whether nothing but space would go with an empty paragraph.</summary>
    private static bool IsPlain(XElement paragraph) =>
        paragraph.Element(Wml.PPr)?.Elements().Any(property => property.Name.LocalName is "pageBreakBefore" or "numPr" or "framePr" or "pBdr" or "shd") != true;

    private static void AddSpace(XElement paragraph, double points)
    {
        var properties = paragraph.Element(Wml.PPr);
        if (properties is null)
        {
            properties = new(Wml.PPr);
            paragraph.AddFirst(properties);
        }

        var spacing = properties.Element(Wml.W + "spacing");
        if (spacing is null)
        {
            spacing = Wml.Element("spacing");
            properties.Add(spacing);
            SchemaOrder.Restore(properties);
        }

        const int Most = 31680;
        var before = (int?)StyleLooks.Number(spacing.Attribute(Wml.W + "before")) ?? 0;
        spacing.SetAttributeValue(Wml.W + "before", Math.Min(Most, before + (int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture));
        spacing.Attributes().Where(attribute => attribute.Name.LocalName is "beforeLines" or "beforeAutospacing").Remove();
    }
}
