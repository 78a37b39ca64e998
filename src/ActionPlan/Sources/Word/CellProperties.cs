namespace ActionPlan.Sources.Word;

/// <summary>What w:vMerge says of a cell.</summary>
internal enum MergeKind
{
    None,
    Restart,
    Continue,
}

/// <summary>What w:tcPr says (ECMA-376-1 clause 17.4.69).</summary>
internal struct CellProperties()
{
    public int Span = 1;
    public MergeKind Merge;

    /// <summary>Whether the cell to the left is merged over it.</summary>
    public bool Joined;

    public int? Fill;

    /// <summary>Whether a tracked change deletes it.</summary>
    public bool Deleted;

    /// <summary>Reads w:tcPr, the current element, to its end.</summary>
    public static CellProperties Read(MarkupReader xml)
    {
        var properties = new CellProperties();
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            switch (xml.Mark)
            {
                case Mark.GridSpan:
                    properties.Span = Math.Max(1, xml.Number("val", 1));
                    break;
                case Mark.VMerge:
                    properties.Merge = xml.Val() == "restart" ? MergeKind.Restart : MergeKind.Continue;
                    break;
                case Mark.HMerge:
                    properties.Joined = xml.Val() != "restart";
                    break;
                case Mark.CellMerge:
                    // A tracked merge as accepted (17.13.5.3).
                    properties.Merge = xml.Attribute("vMerge") switch { "rest" => MergeKind.Restart, "cont" => MergeKind.Continue, _ => properties.Merge };
                    break;
                case Mark.CellDel:
                    properties.Deleted = true;
                    break;
                case Mark.Shd:
                    properties.Fill = Colors.Shading(xml);
                    break;
                case Mark.Change:
                    xml.Skip();
                    break;
                default:
                    break;
            }
        }

        return properties;
    }
}
