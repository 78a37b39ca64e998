namespace ActionPlan.Sources.Word;

/// <summary>Paragraph properties as one place states them; null where it says nothing (ECMA-376-1 clause 17.3.1).</summary>
internal struct ParagraphProperties()
{
    public string? Style;

    /// <summary>The w:numId; 0 takes the paragraph out of its style's list.</summary>
    public int? Numbering;

    public int? ListLevel;

    /// <summary>The outline level from 0; 9 is body text.</summary>
    public int? Outline;

    public bool? PageBreakBefore;

    /// <summary>Whether a section ends with this paragraph.</summary>
    public bool EndsSection;

    public int? Fill;

    /// <summary>The properties of the paragraph's mark.</summary>
    public RunProperties Mark = new();

    /// <summary>Reads w:pPr, the current element, to its end.</summary>
    /// <param name="xml">The reader.</param>
    /// <param name="section">Reads a w:sectPr within and tells whether it breaks the page.</param>
    public static ParagraphProperties Read(MarkupReader xml, Func<bool>? section = null)
    {
        var properties = new ParagraphProperties();
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            properties.Take(xml, section);
        }

        return properties;
    }

    private void Take(MarkupReader xml, Func<bool>? section)
    {
        switch (xml.Mark)
        {
            case Word.Mark.PStyle:
                Style = xml.Val();
                break;
            case Word.Mark.NumId:
                Numbering = xml.Number("val", 0);
                break;
            case Word.Mark.Ilvl:
                ListLevel = Math.Clamp(xml.Number("val", 0), 0, 8);
                break;
            case Word.Mark.OutlineLvl:
                Outline = xml.Number("val", 9);
                break;
            case Word.Mark.PageBreakBefore:
                PageBreakBefore = xml.IsOn();
                break;
            case Word.Mark.Shd:
                Fill = Colors.Shading(xml);
                break;
            case Word.Mark.RPr:
                Mark = RunProperties.Read(xml);
                break;
            case Word.Mark.SectPr when section is not null:
                EndsSection = section();
                break;
            case Word.Mark.SectPr or Word.Mark.Change:
                xml.Skip();
                break;
            default:
                // w:numPr is transparent: its w:ilvl and w:numId come next.
                break;
        }
    }
}
