using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>A style as its chain of w:basedOn gives it (ECMA-376-1 clause 17.7).</summary>
internal sealed class WordStyle
{
    public string? BasedOn { get; set; }

    public string Name { get; set; } = "";

    public bool IsDefault { get; set; }

    public RunProperties Run = new();

    public ParagraphProperties Paragraph = new();

    /// <summary>What w:tblStylePr says of the first row: whether it is bold, and its ground.</summary>
    public (bool? Bold, int? Fill, int? Color) FirstRow { get; set; }

    public ParagraphRole? Role { get; set; }

    public int Level { get; set; }

    /// <summary>How text looks that says nothing of its own; found once a style.</summary>
    public RunLook? PlainLook { get; set; }

    public bool Resolved { get; set; }
}

/// <summary>The styles of a document. A document without them, or with damaged ones, has none; its text does not depend on them.</summary>
internal sealed class StyleSheet
{
    // Word allows ten or so; a longer chain is a ring or a joke.
    private const int LongestChain = 64;

    private readonly Dictionary<string, WordStyle> _paragraphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _characters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _tables = new(StringComparer.Ordinal);
    private readonly WordStyle _plain = new() { Resolved = true };
    private WordStyle? _defaultParagraph;

    /// <summary>The run properties of w:docDefaults.</summary>
    public RunProperties Defaults = new();

    /// <summary>The style of a paragraph that names this one, or none.</summary>
    public WordStyle Paragraph(string? id) =>
        id is not null && _paragraphs.TryGetValue(id, out var style) ? Resolve(style, _paragraphs, 0) : _defaultParagraph is null ? _plain : Resolve(_defaultParagraph, _paragraphs, 0);

    public WordStyle? Character(string? id) => id is not null && _characters.TryGetValue(id, out var style) ? Resolve(style, _characters, 0) : null;

    public WordStyle? Table(string? id) => id is not null && _tables.TryGetValue(id, out var style) ? Resolve(style, _tables, 0) : null;

    public static StyleSheet Read(MarkupReader xml)
    {
        var sheet = new StyleSheet();
        if (xml.NextRoot())
        {
            var level = xml.Enter();
            while (xml.NextChild(level))
            {
                if (xml.Mark == Mark.DocDefaults)
                {
                    sheet.ReadDefaults(xml);
                }
                else if (xml.Mark == Mark.Style)
                {
                    sheet.ReadStyle(xml);
                }
            }
        }

        return sheet;
    }

    private void ReadDefaults(MarkupReader xml)
    {
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            if (xml.Mark == Mark.RPr)
            {
                Defaults = RunProperties.Read(xml);
            }
        }
    }

    private void ReadStyle(MarkupReader xml)
    {
        var style = new WordStyle();
        var type = xml.Attribute("type");
        var id = xml.Attribute("styleId") ?? "";
        style.IsDefault = xml.Attribute("default") is "1" or "true" or "on";
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            switch (xml.Mark)
            {
                case Mark.Name:
                    style.Name = xml.Val() ?? "";
                    break;
                case Mark.BasedOn:
                    style.BasedOn = xml.Val();
                    break;
                case Mark.PPr:
                    style.Paragraph = ParagraphProperties.Read(xml);
                    break;
                case Mark.RPr:
                    style.Run = RunProperties.Read(xml);
                    break;
                case Mark.TblStylePr:
                    ReadConditional(xml, style);
                    break;
                default:
                    break;
            }
        }

        (style.Role, style.Level) = HeadingStyles.RoleOf(style.Name, id);
        var family = type switch { "character" => _characters, "table" => _tables, "numbering" => null, _ => _paragraphs };
        if (family is not null && family.TryAdd(id, style) && style.IsDefault && ReferenceEquals(family, _paragraphs))
        {
            _defaultParagraph = style;
        }
    }

    private static void ReadConditional(MarkupReader xml, WordStyle style)
    {
        var first = xml.Attribute("type") == "firstRow";
        bool? bold = null;
        int? fill = null;
        int? color = null;
        var level = xml.Enter();
        while (xml.NextChild(level))
        {
            if (xml.Mark == Mark.RPr)
            {
                var run = RunProperties.Read(xml);
                bold = run.Bold;
                color = run.Color;
            }
            else if (xml.Mark == Mark.Shd)
            {
                fill = Colors.Shading(xml);
            }
        }

        if (first)
        {
            style.FirstRow = (bold, fill, color);
        }
    }

    private static WordStyle Resolve(WordStyle style, Dictionary<string, WordStyle> family, int depth)
    {
        if (style.Resolved || depth > LongestChain)
        {
            return style;
        }

        // Set before the parent is asked, so that a ring ends here.
        style.Resolved = true;
        if (style.BasedOn is not null && family.TryGetValue(style.BasedOn, out var parent) && !ReferenceEquals(parent, style))
        {
            Inherit(style, Resolve(parent, family, depth + 1));
        }

        if (style.Role is null && style.Paragraph.Outline is { } outline and >= 0 and < 9)
        {
            (style.Role, style.Level) = (ParagraphRole.Heading, outline + 1);
        }

        return style;
    }

    private static void Inherit(WordStyle style, WordStyle parent)
    {
        style.Run.Bold ??= parent.Run.Bold;
        style.Run.Italic ??= parent.Run.Italic;
        style.Run.Vanish ??= parent.Run.Vanish;
        style.Run.Color ??= parent.Run.Color;
        style.Run.Size = style.Run.Size == 0 ? parent.Run.Size : style.Run.Size;
        style.Run.SymbolFont ??= parent.Run.SymbolFont;
        style.Paragraph.Numbering ??= parent.Paragraph.Numbering;
        style.Paragraph.ListLevel ??= parent.Paragraph.ListLevel;
        style.Paragraph.Fill ??= parent.Paragraph.Fill;
        style.Paragraph.PageBreakBefore ??= parent.Paragraph.PageBreakBefore;
        style.FirstRow = (style.FirstRow.Bold ?? parent.FirstRow.Bold, style.FirstRow.Fill ?? parent.FirstRow.Fill, style.FirstRow.Color ?? parent.FirstRow.Color);
        if (style.Role is null && style.Paragraph.Outline is null)
        {
            (style.Role, style.Level) = (parent.Role, parent.Level);
            style.Paragraph.Outline = parent.Paragraph.Outline;
        }
    }
}
