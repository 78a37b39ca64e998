using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// A plan as a Word document of our own look: landscape A4, the decisions below the title, a real heading and a simple table a section, its heading
/// row marked and repeated. All of it is tagged, so that it reads back exactly.
/// </summary>
internal sealed class BuiltInLook
{
    private static readonly TextLook CellLook = new(ParagraphStyle(BuiltInStyles.TableText));

    private readonly Plan _plan;
    private readonly TemplateSettings _settings;
    private readonly StyleNames _styles = new();
    private readonly ListNumbering _lists = new(null);
    private readonly WrittenPart _part = new("word/document.xml");
    private readonly ContentControls _controls;
    private readonly RichTextMarkup _text;
    private readonly int[] _widths;

    private BuiltInLook(Plan plan, TemplateSettings settings)
    {
        _plan = plan;
        _settings = settings;
        _controls = new(_styles, settings.Lock);
        _text = new(_lists, _part, _styles);
        var usual = Widths(plan.Columns, settings.PreviousColumn);
        _widths = [.. ColumnWidths.Fitted(usual, [.. plan.Columns.Select((column, i) => IsAnswer(column, i) ? usual[i] * 3 / 4 : LeastWidth(column))])];
    }

    /// <returns>Links that were left out.</returns>
    public static IReadOnlyList<string> Write(Plan plan, TemplateSettings settings, Stream destination, CancellationToken cancellationToken)
    {
        var look = new BuiltInLook(plan, settings);
        look.Write(destination, cancellationToken);
        return look._text.DroppedLinks;
    }

    private void Write(Stream destination, CancellationToken cancellationToken)
    {
        var region = BuiltInStyles.Region(_plan.Language);
        using var package = new PackageWriter(destination);
        using (var xml = package.OpenPart(_part.Name, "document.main"))
        {
            xml.WriteStartElement("w", "document", Wml.Namespace);
            xml.WriteAttributeString("xmlns", "r", null, Wml.RelationshipNamespace);
            xml.WriteStartElement("body", Wml.Namespace);
            WriteFront(xml);
            WriteSections(xml, cancellationToken);
            new XElement(Wml.P).WriteTo(xml);
            XElement.Parse(BuiltInStyles.PageXml.Trim()).WriteTo(xml);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        using (var xml = package.OpenPart("word/styles.xml", "styles"))
        {
            BuiltInStyles.WriteStyles(xml, region);
        }

        using (var xml = package.OpenPart("word/settings.xml", "settings"))
        {
            BuiltInStyles.WriteSettings(xml, region, _settings.Lock);
        }

        using (var xml = package.OpenPart("word/footer1.xml", "footer"))
        {
            BuiltInStyles.WriteFooter(xml);
        }

        _part.Keep(new("apFooter", "footer", "footer1.xml", false));
        _part.Add("styles", "styles.xml");
        _part.Add("settings", "settings.xml");
        if (_lists.IsNeeded)
        {
            using var xml = package.OpenPart("word/numbering.xml", "numbering");
            _lists.Root.WriteTo(xml);
            _part.Add("numbering", "numbering.xml");
        }

        package.WriteRelationships(_part.Name, _part.Relationships);
        package.Finish(_plan.Title, region);
    }

    private void WriteFront(XmlWriter xml)
    {
        var title = _plan.Title.Split('\n').Select(object (line) => Paragraph(BuiltInStyles.Title, Run(line))).ToArray();
        _controls.Around(PlanTags.Title, null, title).WriteTo(xml);
        if (_plan.Period is { Length: > 0 } period)
        {
            Paragraph(BuiltInStyles.Detail, Run(DocumentTexts.Period(_plan.Language) + ": "), _controls.Around(PlanTags.Period, null, Run(period))).WriteTo(xml);
        }

        foreach (var decision in _plan.Decisions)
        {
            _controls.Around(PlanTags.Decision(decision.Role, "text"), null, DecisionLine(decision)).WriteTo(xml);
        }

        if (_plan.Reference is { Length: > 0 } reference)
        {
            Paragraph(BuiltInStyles.Detail, Run(DocumentTexts.Reference(_plan.Language) + ": "), _controls.Around(PlanTags.Reference, null, Run(reference))).WriteTo(xml);
        }
    }

    /// <summary>The decision as printed, its body, date and paragraph in controls of their own where they stand in it.</summary>
    private XElement DecisionLine(Decision decision)
    {
        var parts = new List<(int At, int Length, string Field)>();
        foreach (var (field, value) in ((string, string)[])[("body", decision.Body), ("date", decision.Date.ToString()), ("section", decision.Section)])
        {
            var at = value.Length == 0 ? -1 : field == "section" ? decision.Text.LastIndexOf(value, StringComparison.Ordinal) : decision.Text.IndexOf(value, StringComparison.Ordinal);
            if (at >= 0 && !parts.Exists(other => at < other.At + other.Length && other.At < at + value.Length))
            {
                parts.Add((at, value.Length, field));
            }
        }

        var paragraph = Paragraph(BuiltInStyles.Detail);
        var from = 0;
        foreach (var (at, length, field) in parts.OrderBy(part => part.At))
        {
            if (at > from)
            {
                paragraph.Add(Run(decision.Text[from..at]));
            }

            paragraph.Add(_controls.Around(PlanTags.Decision(decision.Role, field), null, Run(decision.Text.Substring(at, length))));
            from = at + length;
        }

        if (from < decision.Text.Length)
        {
            paragraph.Add(Run(decision.Text[from..]));
        }

        return paragraph;
    }

    private void WriteSections(XmlWriter xml, CancellationToken cancellationToken)
    {
        string? group = null;
        var grouped = _plan.Sections.Any(section => section.Group is not null);
        var any = false;
        foreach (var section in _plan.Sections)
        {
            if (section.Group is not null && section.Group != group)
            {
                _controls.Around(PlanTags.Group, null, Paragraph(BuiltInStyles.Heading1, Run(section.Group))).WriteTo(xml);
                group = section.Group;
            }

            var withoutGroup = section.Group is null && group is not null;
            if (section.Heading.Length > 0 || withoutGroup)
            {
                group = section.Group;
                var style = grouped && section.Group is not null ? BuiltInStyles.Heading2 : BuiltInStyles.Heading1;
                _controls.Around(withoutGroup ? PlanTags.SectionWithoutGroup : PlanTags.Section, null, Paragraph(style, Run(section.Heading))).WriteTo(xml);
            }

            if (section.Measures.Count > 0)
            {
                WriteTable(xml, section, cancellationToken);
                any = true;
            }
        }

        if (!any && _plan.Columns.Count > 0)
        {
            WriteTable(xml, new PlanSection(), cancellationToken);
        }
    }

    private void WriteTable(XmlWriter xml, PlanSection section, CancellationToken cancellationToken)
    {
        xml.WriteStartElement("sdt", Wml.Namespace);
        _controls.GroupProperties(PlanTags.Plan, null).WriteTo(xml);
        xml.WriteStartElement("sdtContent", Wml.Namespace);
        xml.WriteStartElement("tbl", Wml.Namespace);
        Wml.Element(
            "tblPr",
            Wml.Value("tblStyle", BuiltInStyles.Table),
            Wml.Element("tblW", new XAttribute(Wml.W + "w", BuiltInStyles.TextWidth), new XAttribute(Wml.W + "type", "dxa")),
            Wml.Element("tblLayout", new XAttribute(Wml.W + "type", "fixed")),
            Wml.Element("tblLook", new XAttribute(Wml.Val, "0420"), new XAttribute(Wml.W + "firstRow", 1), new XAttribute(Wml.W + "lastRow", 0), new XAttribute(Wml.W + "firstColumn", 0), new XAttribute(Wml.W + "lastColumn", 0), new XAttribute(Wml.W + "noHBand", 0), new XAttribute(Wml.W + "noVBand", 1))).WriteTo(xml);
        Wml.Element("tblGrid", _widths.Select(width => Wml.Element("gridCol", new XAttribute(Wml.W + "w", width)))).WriteTo(xml);
        var header = new XElement(Wml.Tr, new XElement(Wml.TrPr, Wml.Element("cantSplit"), Wml.Element("tblHeader")));
        for (var i = 0; i < _plan.Columns.Count; i++)
        {
            header.Add(_controls.Around(PlanTags.Column(_plan.Columns[i], i + 1), null, Cell(i, [Paragraph(BuiltInStyles.TableHeading, Run(_plan.Columns[i].Heading))])));
        }

        header.WriteTo(xml);
        foreach (var measure in section.Measures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _controls.Group(PlanTags.Measure(measure.Id), Row(measure)).WriteTo(xml);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private XElement Row(Measure measure)
    {
        var row = new XElement(Wml.Tr, new XElement(Wml.TrPr, Wml.Element("cantSplit")));
        for (var i = 0; i < _plan.Columns.Count; i++)
        {
            var column = _plan.Columns[i];
            var text = measure[column];
            var tag = PlanTags.Cell(column, i + 1, measure.Id);
            row.Add(
                i == _settings.PreviousColumn
                    ? _controls.Locked(tag, column.Heading, Cell(i, _text.Paragraphs(text, CellLook)))
                : column.Key == ColumnKey.Status && _settings.Statuses.Count > 0
                    ? _controls.Choice(tag, column.Heading, _settings.Statuses, text.IsEmpty, Cell(i, text.IsEmpty ? [_controls.Prompt(DocumentTexts.StatusPrompt(_plan.Language), CellLook.Paragraph)] : _text.Paragraphs(text, CellLook)))
                : text.IsEmpty && (column.Key == ColumnKey.FollowUp || (_settings.Lock && column.IsAnswered))
                    ? _controls.Prompting(tag, column.Heading, Cell(i, [_controls.Prompt(DocumentTexts.AnswerPrompt(column.Key, _plan.Language), CellLook.Paragraph)]))
                : column.IsAnswered
                    ? _controls.Answer(tag, column.Heading, Cell(i, _text.Paragraphs(text, CellLook)))
                : _controls.Around(tag, column.Heading, Cell(i, _text.Paragraphs(text, CellLook))));
        }

        return row;
    }

    private XElement Cell(int column, IEnumerable<XElement> content) =>
        new(Wml.Tc, new XElement(Wml.TcPr, Wml.Element("tcW", new XAttribute(Wml.W + "w", _widths[column]), new XAttribute(Wml.W + "type", "dxa"))), content);

    private static XElement ParagraphStyle(string style) => new(Wml.PPr, Wml.Value("pStyle", style));

    private static XElement Paragraph(string style, params object[] content) => new(Wml.P, ParagraphStyle(style), content);

    private static XElement Run(string text)
    {
        var run = new XElement(Wml.Run);
        RichTextMarkup.AddText(run, text);
        return run;
    }

    /// <summary>Widths by what the columns usually hold.</summary>
    private static int[] Widths(ValueList<PlanColumn> columns, int previous)
    {
        int[] weights = [.. columns.Select((column, i) => column.Key switch
        {
            _ when i == previous => 40,
            ColumnKey.FollowUp => 40,
            ColumnKey.Activity or ColumnKey.Goal or ColumnKey.Comment => 28,
            ColumnKey.FocusArea or ColumnKey.Other => 20,
            ColumnKey.Number => 7,
            _ => 14,
        })];
        var sum = Math.Max(1, weights.Sum());
        return [.. weights.Select(weight => Math.Max(200, weight * BuiltInStyles.TextWidth / sum))];
    }

    /// <summary>Whether a column is for long texts, whatever stands in it now.</summary>
    private bool IsAnswer(PlanColumn column, int at) => column.Key is ColumnKey.FollowUp or ColumnKey.Comment || at == _settings.PreviousColumn;

    /// <summary>What the words of a column need; those of headings are bold.</summary>
    private int LeastWidth(PlanColumn column)
    {
        IEnumerable<string> choices = column.Key == ColumnKey.Status ? _settings.Statuses : [];
        return _plan.Measures.Select(measure => measure[column].Text).Concat(choices).Aggregate(ColumnWidths.OfWords(column.Heading, BuiltInStyles.TableSize * 1.1), (least, text) => Math.Max(least, ColumnWidths.OfWords(text, BuiltInStyles.TableSize)));
    }
}
