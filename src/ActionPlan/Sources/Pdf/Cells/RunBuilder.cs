using System.Text;

namespace ActionPlan.Sources.Pdf.Cells;

/// <summary>Gathers text in stretches of one look. A blank takes the look of what stands before it.</summary>
internal sealed class RunBuilder
{
    private readonly List<TextRun> _runs = [];
    private readonly StringBuilder _text = new();
    private bool _bold;
    private bool _italic;
    private string? _link;

    public void Append(string text, bool bold, bool italic, string? link = null)
    {
        if (_text.Length > 0 && (bold != _bold || italic != _italic || link != _link))
        {
            // The blank behind a link is not a part of it.
            var blank = _link is not null && link != _link && _text[^1] == ' ';
            _text.Length -= blank ? 1 : 0;
            Close();
            _text.Append(blank ? " " : "");
        }

        (_bold, _italic, _link) = (bold, italic, link);
        _text.Append(text);
    }

    public void Append(string blank) => _text.Append(blank);

    /// <summary>Takes away the last character: the hyphen of a divided word.</summary>
    public void DropLast() => _text.Length -= Math.Min(1, _text.Length);

    /// <summary>The text until now. What is appended then begins anew.</summary>
    public ValueList<TextRun> ToRuns()
    {
        Close();
        var runs = _runs.ToValueList();
        _runs.Clear();
        return runs;
    }

    private void Close()
    {
        if (_text.Length > 0)
        {
            _runs.Add(new(_text.ToString(), _bold, _italic, _link));
            _text.Clear();
        }
    }
}
