namespace ActionPlan.Sources.Word;

/// <summary>Content controls and alternate content: transparent at every level.</summary>
internal sealed partial class DocumentReader
{
    private enum ControlPlace
    {
        Block,
        Row,
        Cell,
        Run,
    }

    /// <summary>How many controls around the current text show their prompt.</summary>
    private int _prompts;

    /// <summary>How many controls around the current text are said to show their prompt, and may hold an answer.</summary>
    private int _doubtful;

    /// <summary>How many controls stand around the current text.</summary>
    private int _controls;

    private void ReadControl(ControlPlace place, TableState? table, RowState? row)
    {
        CheckStack();
        var control = new Control();
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            if (_xml.Mark == Mark.SdtPr)
            {
                control = Control.Read(_xml);
            }
            else if (_xml.Mark == Mark.SdtContent)
            {
                ReadControlContent(control, place, table, row);
            }
        }
    }

    private void ReadControlContent(Control control, ControlPlace place, TableState? table, RowState? row)
    {
        var isDoubtful = control.ShowsPrompt && (_context.Prompts.AreNamed || _context.IsOfLibreOffice.Value);
        if (isDoubtful)
        {
            control = control with { ShowsPrompt = false, Known = _context.Prompts };
        }

        _controls++;
        _prompts += control.ShowsPrompt ? 1 : 0;
        _doubtful += isDoubtful ? 1 : 0;
        var level = _xml.Enter();
        switch (place)
        {
            case ControlPlace.Block:
                ReadBlockControl(control, level);
                break;
            case ControlPlace.Row:
                ReadRowControl(control, level, table!);
                break;
            case ControlPlace.Cell:
                ReadCellControl(control, level, table!, row!);
                break;
            default:
                ReadRunControl(control, level);
                break;
        }

        _prompts -= control.ShowsPrompt ? 1 : 0;
        _doubtful -= isDoubtful ? 1 : 0;
        _controls--;
    }

    private void ReadBlockControl(Control control, int level)
    {
        var (outerTag, outerContents) = (_blockTag, _inContents);
        _inContents |= control.IsContents;
        if (_tableDepth > 0)
        {
            _sink.Tag ??= control.Tag;
            var start = _sink.Text.Position;
            var before = _sink.Text.IsEmpty ? 0 : _sink.Text.Text.Length;
            ReadBlocks(level);
            DropChoicePrompt(control, start, before);
        }
        else
        {
            _blockTag = control.Tag ?? _blockTag;
            ReadBlocks(level);
        }

        (_blockTag, _inContents) = (outerTag, outerContents);
    }

    private void ReadRowControl(Control control, int level, TableState table)
    {
        var outer = table.RowTag;
        table.RowTag = control.Tag ?? outer;
        ReadRows(level, table);
        table.RowTag = outer;
    }

    private void ReadCellControl(Control control, int level, TableState table, RowState row)
    {
        var outer = (row.CellTag, row.CellControl);
        row.CellTag = control.Tag ?? row.CellTag;
        row.CellControl = control;
        ReadCells(level, table, row);
        (row.CellTag, row.CellControl) = outer;
    }

    private void ReadRunControl(Control control, int level)
    {
        var sink = _sink;
        var start = sink.Text.Position;
        var before = sink.Text.Text.Length;
        var visible = sink.Visible;
        ReadInline(level);
        DropChoicePrompt(control, start, before);
        NotePrompt();
        if (control.Tag is not null && _tableDepth == 0 && before <= sink.Text.Text.Length)
        {
            (sink.Controls ??= []).Add((control.Tag, sink.Text.Text[before..].ToString()));
        }

        if (control.Tag is not null && sink.Tag is null)
        {
            sink.Tag = control.Tag;
            sink.TagCovers = sink.Visible - visible;
        }
    }

    /// <summary>A drop-down list without a choice holds the words of its entry without a value; a control that is not believed holds a prompt that is known.</summary>
    private void DropChoicePrompt(Control control, (int, int, int, bool) start, int before)
    {
        if (control.MayPrompt && before <= _sink.Text.Text.Length)
        {
            var text = _sink.Text.Text[before..].Trim();
            if (control.IsChoicePrompt(text))
            {
                _context.NotePrompt(text);
                _sink.Prompt += TextCount.NonBlank(text);
                _sink.Text.CutTo(start);
            }
        }
    }

    /// <summary>
    /// Reads mc:AlternateContent (ECMA-376-3 clause 7.6): the first choice that Office would take, and the fallback only where the choices gave no
    /// text, so that a text box written both ways is read once.
    /// </summary>
    private void ReadAlternates(ControlPlace place, TableState? table, RowState? row)
    {
        CheckStack();
        var done = false;
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            if (done || _xml.Mark is not (Mark.Choice or Mark.Fallback) || (_xml.Mark == Mark.Choice && !_xml.KnowsRequired()))
            {
                _xml.Skip();
                continue;
            }

            var seen = _seen;
            var inner = _xml.Enter();
            switch (place)
            {
                case ControlPlace.Block:
                    ReadBlocks(inner);
                    break;
                case ControlPlace.Row:
                    ReadRows(inner, table!);
                    break;
                case ControlPlace.Cell:
                    ReadCells(inner, table!, row!);
                    break;
                default:
                    ReadInline(inner);
                    break;
            }

            done = _seen > seen;
        }
    }

    /// <summary>What w:sdtPr says (ECMA-376-1 clause 17.5.2).</summary>
    internal sealed record Control
    {
        public string? Tag { get; init; }

        public bool ShowsPrompt { get; init; }

        public bool IsContents { get; init; }

        /// <summary>Words of list entries that stand for 'nothing chosen', or null.</summary>
        public List<string>? Prompts { get; init; }

        /// <summary>The prompts that are known, where the control is not believed; null where it is.</summary>
        public PromptTexts? Known { get; init; }

        public bool MayPrompt => Prompts is not null || Known is not null;

        public bool IsChoicePrompt(ReadOnlySpan<char> text)
        {
            if (Known is not null && text.Length > 0 && Known.IsPrompt(text, inControl: true))
            {
                return true;
            }

            foreach (var prompt in Prompts ?? [])
            {
                if (text.Length > 0 && text.SequenceEqual(prompt.AsSpan().Trim()))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Reads w:sdtPr, the current element, to its end.</summary>
        public static Control Read(MarkupReader xml)
        {
            string? tag = null;
            bool prompt = false, contents = false, box = false, list = false;
            List<string>? prompts = null;
            var level = xml.Enter();
            while (xml.NextChild(level))
            {
                switch (xml.Mark)
                {
                    case Mark.SdtTag:
                        tag = xml.Val() is { Length: > 0 } value ? PlanTags.Shared(value, xml.Strings) : null;
                        break;
                    case Mark.ShowingPlcHdr:
                        prompt = xml.IsOn();
                        break;
                    case Mark.DocPartGallery:
                        contents |= xml.Val() == "Table of Contents";
                        break;
                    case Mark.CheckBox:
                        box = true;
                        break;
                    case Mark.DropDownList or Mark.ComboBox:
                        list = true;
                        break;
                    case Mark.ListItem when list:
                        var shown = xml.Attribute("displayText");
                        var meant = xml.Attribute("value");

                        // Word writes its own 'Choose an item.' as a value without words to show, and others' prompts as words without a value.
                        if ((string.IsNullOrEmpty(meant) && !string.IsNullOrEmpty(shown)) || (shown is null && prompts is null && PromptWords.Begin(meant)))
                        {
                            (prompts ??= []).Add(shown ?? meant!);
                        }

                        break;
                    case Mark.RPr:
                        xml.Skip();
                        break;
                    default:
                        break;
                }
            }

            // The box itself is never a prompt.
            return new() { Tag = tag, ShowsPrompt = prompt && !box, IsContents = contents, Prompts = prompts };
        }
    }
}

/// <summary>How the first entries of lists begin that stand for 'nothing chosen', in the languages of the plans.</summary>
internal static class PromptWords
{
    private static readonly string[] Beginnings = ["välj ", "choose ", "select ", "velg ", "vælg ", "valitse ", "klicka ", "click ", "klikk ", "klik "];

    public static bool Begin(string? text) => text is not null && Array.Exists(Beginnings, beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
