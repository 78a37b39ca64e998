using System.Xml.Linq;

namespace ActionPlan.Word;

/// <summary>
/// The order in which properties stand in WordprocessingML (ECMA-376-1 annex A). Programs write them in any order, Word reads most of it, and a
/// validator none.
/// </summary>
internal static class SchemaOrder
{
    private static readonly Dictionary<string, Dictionary<string, int>> Orders = new(StringComparer.Ordinal)
    {
        ["rPr"] = Order("rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"),
        ["pPr"] = Order("pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"),
        ["tcPr"] = Order("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers"),
        ["tblPr"] = Order("tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"),
        ["style"] = Order("name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"),
        ["lvl"] = Order("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    };

    public static void Restore(XElement properties)
    {
        if (properties.Name.Namespace != Wml.W || !Orders.TryGetValue(properties.Name.LocalName, out var order))
        {
            return;
        }

        // LibreOffice writes some of them twice.
        var seen = new HashSet<XName>();
        properties.Elements().Where(child => !seen.Add(child.Name) && child.Name.LocalName != "tblStylePr").Remove();
        var last = -1;
        var inOrder = true;
        foreach (var child in properties.Elements())
        {
            var at = At(order, child);
            inOrder &= at >= last;
            last = at;
        }

        if (!inOrder)
        {
            var sorted = properties.Elements().OrderBy(child => At(order, child)).ToList();
            properties.RemoveNodes();
            properties.Add(sorted);
        }
    }

    private static int At(Dictionary<string, int> order, XElement child) =>
        child.Name.Namespace == Wml.W && order.TryGetValue(child.Name.LocalName, out var at) ? at : int.MaxValue;

    private static Dictionary<string, int> Order(string names) => names.Split(' ').Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at, StringComparer.Ordinal);
}
