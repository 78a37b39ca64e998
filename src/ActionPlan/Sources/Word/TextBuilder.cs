using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>
/// Gathers the paragraphs of a cell, or one of the body, in one buffer that is used again and again. Formatting is kept beside the characters and
/// only once there is any, so that plain text costs its one string.
/// </summary>
internal sealed class TextBuilder(int longest)
{
    private readonly GrowingArray<Stretch> _stretches = new();
    private readonly GrowingArray<Paragraph> _paragraphs = new();
    private char[] _chars = new char[1024];
    private int _length;
    private int _start;
    private bool _open;
    private bool _plain = true;

    /// <summary>Whether a paragraph is begun and not ended.</summary>
    public bool IsOpen => _open;

    public bool IsEmpty => _length == 0;

    public ReadOnlySpan<char> Text => _chars.AsSpan(0, _length);

    /// <summary>The text of the paragraph that is open.</summary>
    public ReadOnlySpan<char> OpenText => _chars.AsSpan(_start, _length - _start);

    public void Clear()
    {
        _stretches.CutTo(0);
        _paragraphs.CutTo(0);
        (_length, _start, _open, _plain) = (0, 0, false, true);
    }

    public void Begin()
    {
        if (_length > 0)
        {
            Room(1)[0] = '\n';
            _length++;
        }

        _start = _length;
        _open = true;
    }

    public void Append(ReadOnlySpan<char> text, bool bold, bool italic, string? link)
    {
        if (bold || italic || link is not null || _stretches.Count > 0)
        {
            Mark(bold, italic, link);
        }

        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    /// <summary>A manual line break; the text is no longer plain, since its line feed is not the end of a paragraph.</summary>
    public void Break()
    {
        _plain = false;
        Room(1)[0] = '\n';
        _length++;
    }

    /// <summary>Ends the paragraph: white space at its ends goes, and a blank one goes altogether.</summary>
    /// <returns>Whether it holds text.</returns>
    public bool End(ListKind list, int level)
    {
        _open = false;
        var text = _chars.AsSpan(_start, _length - _start);
        _length -= text.Length - text.TrimEnd().Length;
        text = text.TrimEnd();
        var lead = text.Length - text.TrimStart().Length;
        if (lead > 0)
        {
            text[lead..].CopyTo(text);
            _length -= lead;
            Shift(lead);
        }

        if (_length == _start)
        {
            _length = Math.Max(0, _start - 1);
            _start = _length;
            DropStretches(_length);
            return false;
        }

        _plain &= list == ListKind.None;
        _paragraphs.Add(new(_start, _length, list, list == ListKind.None ? 0 : level));
        _start = _length;
        return true;
    }

    /// <summary>A place to return to with <see cref="CutTo"/>.</summary>
    public (int Length, int Start, int Paragraphs, bool Open) Position => (_length, _start, _paragraphs.Count, _open);

    public void CutTo((int Length, int Start, int Paragraphs, bool Open) position)
    {
        (_length, _start, _open) = (position.Length, position.Start, position.Open);
        _paragraphs.CutTo(position.Paragraphs);
        DropStretches(_length);
    }

    /// <summary>Takes over the paragraphs of another one, after those that are here.</summary>
    public void Take(TextBuilder other)
    {
        foreach (var paragraph in other.Build().Paragraphs)
        {
            Begin();
            foreach (var run in paragraph.Runs)
            {
                var rest = run.Text.AsSpan();
                for (var at = rest.IndexOf('\n'); at >= 0; at = rest.IndexOf('\n'))
                {
                    Append(rest[..at], run.Bold, run.Italic, run.Link);
                    Break();
                    rest = rest[(at + 1)..];
                }

                Append(rest, run.Bold, run.Italic, run.Link);
            }

            End(paragraph.List, paragraph.Level);
        }
    }

    /// <summary>The text.</summary>
    /// <param name="known">Texts that may be taken instead of a new one.</param>
    public RichText Build(KnownTexts? known = null)
    {
        if (_length == 0)
        {
            return RichText.Empty;
        }

        if (_plain && _stretches.Count == 0)
        {
            return known?.Find(Text) ?? RichText.FromText(new string(_chars, 0, _length));
        }

        var paragraphs = new TextParagraph[_paragraphs.Count];
        var stretch = 0;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var paragraph = _paragraphs[i];
            paragraphs[i] = new(Runs(paragraph, ref stretch), paragraph.List, paragraph.Level);
        }

        return RichText.FromParagraphs(paragraphs);
    }

    private ValueList<TextRun> Runs(Paragraph paragraph, ref int stretch)
    {
        var runs = new List<TextRun>();
        var at = paragraph.Start;
        while (at < paragraph.End)
        {
            while (stretch < _stretches.Count && _stretches[stretch].Start <= at)
            {
                stretch++;
            }

            var look = stretch == 0 ? default : _stretches[stretch - 1];
            var end = stretch < _stretches.Count ? Math.Min(_stretches[stretch].Start, paragraph.End) : paragraph.End;
            runs.Add(new(new string(_chars, at, end - at), look.Bold, look.Italic, look.Link));
            at = end;
        }

        return runs.ToValueList();
    }

    private void Mark(bool bold, bool italic, string? link)
    {
        var last = _stretches.Count == 0 ? default : _stretches[_stretches.Count - 1];
        if (last.Bold != bold || last.Italic != italic || last.Link != link)
        {
            if (_stretches.Count > 0 && last.Start == _length)
            {
                _stretches.CutTo(_stretches.Count - 1);
            }

            _stretches.Add(new(_length, bold, italic, link));
        }
    }

    private void Shift(int lead)
    {
        for (var i = _stretches.Count - 1; i >= 0 && _stretches[i].Start > _start; i--)
        {
            _stretches[i] = _stretches[i] with { Start = Math.Max(_start, _stretches[i].Start - lead) };
        }
    }

    private void DropStretches(int from)
    {
        while (_stretches.Count > 0 && _stretches[_stretches.Count - 1].Start >= from)
        {
            _stretches.CutTo(_stretches.Count - 1);
        }
    }

    private Span<char> Room(int count)
    {
        if (count > longest - _length)
        {
            throw Refused.Limit(nameof(ReadLimits.CellCharacters), longest);
        }

        if (_length + count > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _length + count));
        }

        return _chars.AsSpan(_length);
    }

    /// <summary>From here on the text looks like this.</summary>
    private readonly record struct Stretch(int Start, bool Bold, bool Italic, string? Link);

    private readonly record struct Paragraph(int Start, int End, ListKind List, int Level);
}
