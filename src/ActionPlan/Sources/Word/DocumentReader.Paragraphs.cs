namespace ActionPlan.Sources.Word;

/// <summary>Paragraphs (ECMA-376-1 clause 17.3.1): of the body a block each, of a cell a part of its text.</summary>
internal sealed partial class DocumentReader
{
    private Func<bool>? _readSection;

    /// <summary>The style of the paragraph that is being read.</summary>
    private WordStyle? _style;

    /// <summary>Blocks of text boxes anchored in the paragraph of the body that is being read.</summary>
    private List<SourceBlock>? _boxBlocks;

    private void ReadParagraph()
    {
        CheckStack();
        var level = _xml.Enter();
        var properties = new ParagraphProperties();
        var more = _xml.NextChild(level);
        if (more && _xml.Mark == Mark.PPr)
        {
            properties = ParagraphProperties.Read(_xml, _readSection ??= ReadSection);
            more = _xml.NextChild(level);
        }

        _style = _styles.Paragraph(properties.Style);
        _look = PlainLook(_style);
        _language = null;
        if (!_sink.Text.IsOpen)
        {
            _sink.Text.Begin();
        }

        _sink.BreaksPage |= properties.EndsSection || (properties.PageBreakBefore ?? _style.Paragraph.PageBreakBefore ?? false);
        if (more)
        {
            ReadInline(level, current: true);
        }

        RestoreSwallowedText();
        if (properties.Mark.Deleted)
        {
            _context.TrackedChanges++;
        }

        // A paragraph whose mark is deleted (17.13.5.15), hidden or a style separator (17.3.2.36) goes on in the next one, which gives the properties.
        if (properties.Mark.Deleted || properties.Mark.Vanish == true)
        {
            _sink.Last = properties;
            return;
        }

        EndParagraph(properties);
    }

    /// <summary>Runs without a paragraph around them, which Word refuses and others write.</summary>
    private void ReadStrayRun()
    {
        EndOpenParagraph();
        _style = _styles.Paragraph(null);
        _look = PlainLook(_style);
        _sink.Text.Begin();
        ReadInlineElement();
        EndParagraph(new());
    }

    private void EndOpenParagraph()
    {
        if (_sink.Text.IsOpen)
        {
            EndParagraph(_sink.Last);
        }
    }

    private void EndParagraph(in ParagraphProperties properties)
    {
        var style = _styles.Paragraph(properties.Style);
        var (list, listLevel) = ListOf(properties, style);
        var filled = _sink.Text.End(list, listLevel);
        NotePrompt();
        var (role, level) = RoleOf(properties, style);
        _sink.Last = new();
        if (_tableDepth > 0)
        {
            if (filled && role == ParagraphRole.Heading && _sink.HeadingLevel == 0)
            {
                _sink.HeadingLevel = level;
            }

            _sink.Fill ??= properties.Fill ?? style.Paragraph.Fill;
            TakeBoxes();
            return;
        }

        AddParagraph(filled, role, level);
        if (_boxBlocks is { } boxes)
        {
            _boxBlocks = null;
            _blocks.AddRange(boxes);
        }
    }

    private void TakeBoxes()
    {
        if (_sink.Boxes is { } box)
        {
            _sink.Boxes = null;
            _sink.Text.Take(box.Text);
            _sink.TakeDropped(box);
            _sink.Look(new(box.AllBold, box.AllItalic, false, false, box.Size, box.Color, null), box.Visible);
        }
    }

    private void AddParagraph(bool filled, ParagraphRole role, int level)
    {
        ReportHidden(_sink);
        if (filled || _sink.BreaksPage)
        {
            _blocks.Add(new SourceParagraph
            {
                Text = _sink.Text.Build(),
                Role = role,
                Level = level,
                Bold = _sink.AllBold,
                Size = _sink.Size / 2.0,
                InTextBox = _inTextBox,
                BreaksPage = _sink.BreaksPage,
                Tag = _sink.Tag is not null && _sink.TagCovers == _sink.Visible ? _sink.Tag : _blockTag,
                Controls = _sink.Controls ?? [],
            });
        }

        _sink.Clear();
    }

    private (ParagraphRole Role, int Level) RoleOf(in ParagraphProperties properties, WordStyle style) =>
        style.Role is { } role && role != ParagraphRole.Heading ? (role, 0)
        : _inContents ? (ParagraphRole.Contents, 0)
        : properties.Outline is { } outline ? outline is >= 0 and < 9 ? (ParagraphRole.Heading, outline + 1) : (ParagraphRole.Body, 0)
        : (style.Role ?? ParagraphRole.Body, style.Level);

    private (ListKind Kind, int Level) ListOf(in ParagraphProperties properties, WordStyle style)
    {
        var list = properties.Numbering ?? style.Paragraph.Numbering ?? 0;
        if (list == 0)
        {
            return (ListKind.None, 0);
        }

        var level = properties.ListLevel ?? _numbering.LevelOf(list, properties.Style) ?? style.Paragraph.ListLevel ?? 0;
        return (_numbering.KindOf(list, level), level);
    }
}
