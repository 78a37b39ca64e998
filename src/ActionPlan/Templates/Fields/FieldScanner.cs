using System.Text;
using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// Finds <c>{{…}}</c> in the paragraphs of a part, however Word has split it over runs, and makes a run with a field or a mark of each. Answers that
/// ActionPlan wrote are values and never looked at.
/// </summary>
internal sealed class FieldScanner(string part, bool isGenerated, List<Diagnostic> diagnostics)
{
    private const int LongestName = 120;

    private readonly FieldPlaces _places = new(part);

    private readonly List<Diagnostic> _doubts = [];

    /// <summary>Controls that may have been meant as fields, to be told of where there are fields at all.</summary>
    public IReadOnlyList<Diagnostic> Doubts => _doubts;

    /// <summary>Fields and marks in the order of the document.</summary>
    public IReadOnlyList<XElement> Found { get; private set; } = [];

    public void Scan(XElement root)
    {
        _places.Number(root);

        foreach (var control in root.Descendants(Wml.Sdt).ToList())
        {
            Control(control);
        }

        foreach (var paragraph in root.Descendants(Wml.P).ToList())
        {
            Paragraph(paragraph);
        }

        Found = [.. root.Descendants().Where(each => each.Name == Fml.Field || each.Name == Fml.Mark || each.Attribute(Fml.Shows) is not null)];
    }

    /// <summary>A content control whose tag is the name of a field, loop or condition.</summary>
    private void Control(XElement control)
    {
        var tag = (string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) ?? "";
        if (!(FieldNames.IsMeant(tag) || (!isGenerated && FieldSpelling.OfTag(tag) is not null) || IsLoopMisspelt(control, tag)) || IsValue(control))
        {
            if (!isGenerated && FieldSpelling.Suggest(tag, withLoops: false) is { } near && !FieldPlace.IsSecondForm(control) && !IsValue(control))
            {
                var at = _places.Of(control, control.Value);
                _doubts.Add(DiagnosticCatalog.FieldTagNear.At(at.Place, at.Within, tag, near));
            }

            return;
        }

        // What a control holds is its example, or what asks for a text.
        control.AddAnnotation(_places.Of(control, FieldNames.ScopeOf(tag) is null ? Around(control.Value, 0) : ""));
        control.SetAttributeValue(Fml.Shows, tag);
    }

    private void Paragraph(XElement paragraph)
    {
        var pieces = Pieces(paragraph);
        var text = string.Concat(pieces.Select(piece => piece.Name == Wml.T ? piece.Value : "\n"));
        if (IsValue(paragraph))
        {
            return;
        }

        // What a control holds goes for its value.
        NotWritten(paragraph, string.Concat(pieces.Select(piece => IsReplaced(piece) || piece.Name != Wml.T ? "\n" : piece.Value)));
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return;
        }

        var tokens = new List<FieldToken>();
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = at + 2 <= text.Length ? text.IndexOf("{{", at, StringComparison.Ordinal) : -1)
        {
            var end = text.IndexOf("}}", at + 2, StringComparison.Ordinal);
            var next = text.IndexOf("{{", at + 2, StringComparison.Ordinal);
            if (end < 0 || (next >= 0 && next < end) || end - at > LongestName || text.AsSpan(at, end - at).Contains('\n'))
            {
                Say(isGenerated ? DiagnosticCatalog.FieldForeign : DiagnosticCatalog.FieldBracesOpen, paragraph, Around(text, at), "");
                at += 2;
                continue;
            }

            var name = Visible(text[(at + 2)..end]);
            if (IsForeign(name))
            {
                Say(DiagnosticCatalog.FieldForeign, paragraph, text[at..(end + 2)], Around(text, at));
            }
            else
            {
                tokens.Add(new(at, end + 2, name, _places.Of(paragraph, Around(text, at))));
            }

            at = end + 2;
        }

        if (tokens.Count > 0)
        {
            new FieldRuns(pieces, tokens).Replace();
        }
    }

    /// <summary>Names of fields that are not in two braces on each side, and braces without their other end.</summary>
    private void NotWritten(XElement paragraph, string text)
    {
        if (isGenerated || !FieldBrackets.MayBeAlmost(text))
        {
            return;
        }

        foreach (var (written, meant, at) in FieldBrackets.Almost(text))
        {
            if (meant is null)
            {
                Say(DiagnosticCatalog.FieldEndOnly, paragraph, written, "");
            }
            else
            {
                Say(DiagnosticCatalog.FieldBracesWrong, paragraph, written, Around(text, at), meant);
            }
        }
    }

    private static bool IsReplaced(XElement piece) => piece.Ancestors(Wml.Sdt).Any(control => control.Attribute(Fml.Shows) is { } shown && FieldNames.ScopeOf(shown.Value) is not null);

    /// <summary>A control whose tag is nearly that of a repetition, and that holds fields.</summary>
    private bool IsLoopMisspelt(XElement control, string tag) =>
        !isGenerated && !FieldNames.IsLoop(tag) && FieldSpelling.Loop(tag) is not null
        && (control.Value.Contains("{{", StringComparison.Ordinal) || control.Descendants(Wml.W + "tag").Any(inner => inner.Parent!.Parent != control && FieldNames.IsMeant((string?)inner.Attribute(Wml.Val) ?? "")));

    private void Say(DiagnosticDescriptor descriptor, XElement paragraph, string shown, string around, params ReadOnlySpan<string> more)
    {
        if (!FieldPlace.IsSecondForm(paragraph))
        {
            var place = _places.Of(paragraph, around == shown ? "" : around);
            diagnostics.Add(descriptor.At(place.Place, place.Within, [shown, .. more]));
        }
    }

    /// <summary>A name without what cannot be seen: blanks at its ends, and characters without width.</summary>
    private static string Visible(string name) => string.Concat(name.Where(c => c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD'))).Trim();

    private static List<XElement> Pieces(XElement paragraph) =>
        [.. paragraph.Descendants().Where(each => each.Name.Namespace == Wml.W && each.Name.LocalName is "t" or "tab" or "br" or "cr" && each.Parent!.Name == Wml.Run && each.Ancestors(Wml.P).First() == paragraph)];

    /// <summary>
    /// Whether ActionPlan wrote the text, or asks for it: titles, headings and texts of measures are values. Its table holds other text too. In a
    /// template of somebody else's tags like its own are theirs.
    /// </summary>
    private bool IsValue(XElement element) =>
        element.AncestorsAndSelf(Wml.Sdt).Any(control => (string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) is { } tag
            && (isGenerated ? tag != PlanTags.Plan && PlanTags.IsOurs(tag) : PlanTags.TryCell(tag, out _, out _, out _)));

    /// <summary>Whether a name means nothing and resembles nothing: in a document that was made after another one, braces may be that one's own.</summary>
    private bool IsForeign(string name)
    {
        var bare = name.TrimStart('#', '^', '/').Trim();
        return isGenerated && !FieldNames.IsLoop(bare) && FieldNames.ScopeOf(bare) is null && (bare.Length == 0 || FieldNames.Nearest(bare, withLoops: true) is null);
    }

    private static string Around(string text, int at)
    {
        const int Reach = 30;
        var around = new StringBuilder(text, Math.Max(0, at - Reach), Math.Min(text.Length, at + (2 * Reach)) - Math.Max(0, at - Reach), 128);
        return around.Replace('\n', ' ').ToString().Trim();
    }
}
