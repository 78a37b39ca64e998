using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Content;

/// <summary>A marked-content sequence that is open (ISO 32000-1, 14.6), with what holds inside it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mark(int Id, bool IsArtifact, bool IsHidden, string? ActualText, bool IsReplaced, int FirstGlyph);

/// <summary>The open sequences. They nest by themselves, whatever q and Q do.</summary>
internal sealed class MarkedContent(PageOutput output) : IDisposable
{
    private readonly PooledList<Mark> _open = new(32);
    private int _beyond;
    private bool _cut;

    public int Depth => _open.Count;

    public int Id { get; private set; } = -1;

    public bool IsArtifact { get; private set; }

    public bool IsHidden { get; private set; }

    public void Begin(int id, bool artifact, bool hidden, string? actualText)
    {
        if (_open.Count >= output.Limits.MaxOpenStates)
        {
            output.TellLimit(ref _cut, "More sequences of marked content are open than the limits allow; what they say of their content was left out.");
            _beyond++;
            return;
        }

        Id = id >= 0 ? id : Id;
        IsArtifact |= artifact;
        IsHidden |= hidden;
        // The outermost replacement stands for all inside it.
        var replacing = _open.Count > 0 && _open[_open.Count - 1].IsReplaced;
        _open.Add(new Mark(Id, IsArtifact, IsHidden, replacing ? null : actualText, replacing || actualText is not null, output.Glyphs.Count));
    }

    /// <summary>Ends the innermost sequence, but none of those that were open before <paramref name="floor"/>.</summary>
    public void End(int floor)
    {
        if (_beyond > 0)
        {
            _beyond--;
            return;
        }

        if (_open.Count > floor)
        {
            var mark = _open[_open.Count - 1];
            if (mark.ActualText is not null)
            {
                Replace(mark);
            }

            EndTo(_open.Count - 1);
        }
    }

    public void EndAll(int floor)
    {
        while (_open.Count > floor)
        {
            _beyond = 0;
            End(floor);
        }
    }

    public void Dispose() => _open.Dispose();

    private void EndTo(int count)
    {
        _open.RemoveTo(count);
        var current = count > 0 ? _open[count - 1] : new Mark(-1, false, false, null, false, 0);
        Id = current.Id;
        IsArtifact = current.IsArtifact;
        IsHidden = current.IsHidden;
    }

    // 14.9.4: the replacement stands for the whole sequence. Where both have as many characters each glyph gets its own.
    private void Replace(in Mark mark)
    {
        var glyphs = output.Glyphs.Items[Math.Min(mark.FirstGlyph, output.Glyphs.Count)..];
        if (glyphs.Length == 0)
        {
            return;
        }

        var text = mark.ActualText!;
        if (text.Length == glyphs.Length && !text.Any(char.IsSurrogate))
        {
            for (var i = 0; i < glyphs.Length; i++)
            {
                glyphs[i] = glyphs[i].With(text[i].ToString(), GlyphTraits.Replaced);
            }

            return;
        }

        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = glyphs[i].With(i == 0 ? text : "", GlyphTraits.Replaced);
        }
    }
}
