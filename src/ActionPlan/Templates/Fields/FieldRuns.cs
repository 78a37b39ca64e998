using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>What stands in double braces in the text of a paragraph.</summary>
/// <param name="Start">Where the braces begin in the text.</param>
/// <param name="End">Where they end; what follows stands there.</param>
/// <param name="Name">What they hold.</param>
/// <param name="Place">Where that is, for messages.</param>
internal readonly record struct FieldToken(int Start, int End, string Name, FieldPlace Place);

/// <summary>
/// Makes a run with a field or a mark of each token of a paragraph, however many runs it was split over: it gets the look of the first of them. One
/// walk over the runs, and one over the children of what holds them, whatever the number of tokens.
/// </summary>
/// <param name="pieces">What makes up the text of the paragraph, in order: texts, and tabs and breaks of one character each.</param>
/// <param name="tokens">The tokens in order; none holds a tab or break.</param>
internal sealed class FieldRuns(IReadOnlyList<XElement> pieces, IReadOnlyList<FieldToken> tokens)
{
    private readonly Dictionary<XElement, List<XElement>> _replaced = [];
    private int _next;

    public void Replace()
    {
        var at = 0;
        for (var i = 0; i < pieces.Count;)
        {
            var run = pieces[i].Parent!;
            var start = at;
            for (; i < pieces.Count && pieces[i].Parent == run; i++)
            {
                at += Length(pieces[i]);
            }

            while (_next < tokens.Count && tokens[_next].End <= start)
            {
                _next++;
            }

            if (_next < tokens.Count && tokens[_next].Start < at)
            {
                _replaced.Add(run, Divided(run, start));
            }
        }

        // Of a control that held nothing else nothing is left.
        foreach (var content in _replaced.Keys.Select(run => run.Parent!).Where(parent => parent.Name == Wml.SdtContent).Distinct().ToList())
        {
            if (content.Elements().All(child => _replaced.TryGetValue(child, out var parts) && parts.Count == 0))
            {
                _replaced.Add(content.Parent!, []);
            }
        }

        foreach (var parent in _replaced.Keys.Select(element => element.Parent!).Distinct().ToList())
        {
            parent.ReplaceNodes(parent.Nodes().SelectMany(node => node is XElement child && _replaced.TryGetValue(child, out var parts) ? parts : (IEnumerable<XNode>)[node]).ToList());
        }
    }

    /// <summary>What takes the place of a run: runs of what it shows, and between them those of the tokens that begin in it.</summary>
    private List<XElement> Divided(XElement run, int start)
    {
        var parts = new List<XElement>();
        var look = run.Element(Wml.RPr);
        var children = run.Elements().Where(child => child != look).ToList();
        run.RemoveNodes();
        var at = start;
        XElement? shown = null;
        foreach (var child in children)
        {
            if (child.Name != Wml.T)
            {
                Shown().Add(child);
                at += IsBreak(child) ? 1 : 0;
                continue;
            }

            var text = child.Value;
            for (var i = 0; i < text.Length;)
            {
                while (_next < tokens.Count && tokens[_next].End <= at + i)
                {
                    _next++;
                }

                var isToken = _next < tokens.Count && tokens[_next].Start <= at + i;
                var end = _next == tokens.Count ? text.Length : Math.Min(text.Length, (isToken ? tokens[_next].End : tokens[_next].Start) - at);
                if (!isToken)
                {
                    Shown().Add(new XElement(Wml.T, new XAttribute(XNamespace.Xml + "space", "preserve"), text[i..end]));
                }
                else if (tokens[_next].Start == at + i)
                {
                    shown = null;
                    parts.Add(new(Wml.Run, look is null ? null : new XElement(look), Field(tokens[_next])));
                }

                i = end;
            }

            at += text.Length;
        }

        return parts;

        XElement Shown()
        {
            if (shown is null)
            {
                parts.Add(shown = new(Wml.Run, look is null ? null : new XElement(look)));
            }

            return shown;
        }
    }

    private static XElement Field(FieldToken token)
    {
        var field = token.Name.Length > 0 && token.Name[0] is '#' or '^' or '/'
            ? new XElement(Fml.Mark, new XAttribute(Fml.Sign, token.Name[..1]), new XAttribute(Fml.Name, token.Name[1..].Trim()))
            : new XElement(Fml.Field, new XAttribute(Fml.Name, token.Name));
        field.AddAnnotation(token.Place);
        return field;
    }

    private static int Length(XElement piece) => piece.Name == Wml.T ? piece.Value.Length : 1;

    private static bool IsBreak(XElement child) => child.Name.Namespace == Wml.W && child.Name.LocalName is "tab" or "br" or "cr";
}
