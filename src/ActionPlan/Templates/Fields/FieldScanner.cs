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

    private readonly Dictionary<XElement, int> _tables = [];

    /// <summary>Fields and marks in the order of the document.</summary>
    public IReadOnlyList<XElement> Found { get; private set; } = [];

    public void Scan(XElement root)
    {
        foreach (var table in root.Descendants(Wml.Tbl).Where(table => !table.Ancestors(Wml.Tbl).Any()))
        {
            _tables.Add(table, _tables.Count + 1);
        }

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
        if (!FieldNames.IsMeant(tag) || IsValue(control))
        {
            return;
        }

        control.AddAnnotation(PlaceOf(control, tag));
        control.SetAttributeValue(Fml.Shows, tag);
    }

    private void Paragraph(XElement paragraph)
    {
        var pieces = Pieces(paragraph);
        var text = string.Concat(pieces.Select(piece => piece.Name == Wml.T ? piece.Value : "\n"));
        if (!text.Contains("{{", StringComparison.Ordinal) || IsValue(paragraph))
        {
            return;
        }

        var tokens = new List<(int Start, int End, string Name)>();
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = at + 2 <= text.Length ? text.IndexOf("{{", at, StringComparison.Ordinal) : -1)
        {
            var end = text.IndexOf("}}", at + 2, StringComparison.Ordinal);
            var next = text.IndexOf("{{", at + 2, StringComparison.Ordinal);
            if (end < 0 || (next >= 0 && next < end) || end - at > LongestName || text.AsSpan(at, end - at).Contains('\n'))
            {
                diagnostics.Add((isGenerated ? DiagnosticCatalog.FieldForeign : DiagnosticCatalog.FieldBracesOpen).At(PlaceOf(paragraph, "").Place, Around(text, at), part));
                at += 2;
                continue;
            }

            var name = text[(at + 2)..end].Trim();
            if (IsForeign(name))
            {
                diagnostics.Add(DiagnosticCatalog.FieldForeign.At(PlaceOf(paragraph, "").Place, text[at..(end + 2)], part));
            }
            else
            {
                tokens.Add((at, end + 2, name));
            }

            at = end + 2;
        }

        if (tokens.Count == 0)
        {
            return;
        }

        var runs = OnePieceEach(pieces);
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            Replace(runs, tokens[i], PlaceOf(paragraph, Around(text, tokens[i].Start)));
        }
    }

    private static void Replace(List<(XElement Piece, int Start)> runs, (int Start, int End, string Name) token, FieldPlace place)
    {
        var first = runs.FindLastIndex(run => run.Start <= token.Start);
        var (piece, start) = runs[first];
        var text = piece.Value;
        var run = piece.Parent!;
        var field = Element(token.Name);
        field.AddAnnotation(place);
        var replacement = new XElement(Wml.Run, run.Element(Wml.RPr) is { } look ? new XElement(look) : null, field);
        if (token.End <= start + text.Length)
        {
            // Whatever follows in the same piece becomes a run of its own.
            var rest = text[(token.End - start)..];
            run.AddAfterSelf(replacement, rest.Length > 0 ? Copy(run, rest) : null);
        }
        else
        {
            run.AddAfterSelf(replacement);
            for (var i = first + 1; i < runs.Count && runs[i].Start < token.End; i++)
            {
                var other = runs[i].Piece;
                var covered = Math.Min(token.End - runs[i].Start, other.Name == Wml.T ? other.Value.Length : 1);
                if (other.Name == Wml.T && covered < other.Value.Length)
                {
                    SetText(other, other.Value[covered..]);
                    runs[i] = (other, runs[i].Start + covered);
                }
                else
                {
                    other.Parent!.Remove();
                }
            }
        }

        if (token.Start > start)
        {
            SetText(piece, text[..(token.Start - start)]);
        }
        else
        {
            run.Remove();
        }
    }

    private static XElement Element(string name) => name.Length > 0 && name[0] is '#' or '^' or '/'
        ? new(Fml.Mark, new XAttribute(Fml.Sign, name[..1]), new XAttribute(Fml.Name, name[1..].Trim()))
        : new(Fml.Field, new XAttribute(Fml.Name, name));

    private static XElement Copy(XElement run, string text)
    {
        var copy = new XElement(Wml.Run, run.Element(Wml.RPr) is { } look ? new XElement(look) : null, new XElement(Wml.T));
        SetText(copy.Element(Wml.T)!, text);
        return copy;
    }

    private static void SetText(XElement piece, string text)
    {
        piece.Value = text;
        piece.SetAttributeValue(XNamespace.Xml + "space", "preserve");
    }

    /// <summary>Splits runs so that each holds one piece of text, in order, with the place of each in the text of the paragraph.</summary>
    private static List<(XElement Piece, int Start)> OnePieceEach(List<XElement> pieces)
    {
        var runs = new List<(XElement, int)>();
        var at = 0;
        foreach (var piece in pieces)
        {
            var run = piece.Parent!;
            if (run.Elements().Count(child => child.Name != Wml.RPr) > 1)
            {
                var before = new XElement(Wml.Run, run.Element(Wml.RPr) is { } look ? new XElement(look) : null);
                foreach (var child in piece.ElementsBeforeSelf().Where(child => child.Name != Wml.RPr).ToList())
                {
                    child.Remove();
                    before.Add(child);
                }

                var own = new XElement(Wml.Run, run.Element(Wml.RPr) is { } same ? new XElement(same) : null);
                run.AddBeforeSelf(before.Elements().Any(child => child.Name != Wml.RPr) ? before : null, own);
                piece.Remove();
                own.Add(piece);
                if (!run.Elements().Any(child => child.Name != Wml.RPr))
                {
                    run.Remove();
                }
            }

            runs.Add((piece, at));
            at += piece.Name == Wml.T ? piece.Value.Length : 1;
        }

        return runs;
    }

    private static List<XElement> Pieces(XElement paragraph) =>
        [.. paragraph.Descendants().Where(each => each.Name.Namespace == Wml.W && each.Name.LocalName is "t" or "tab" or "br" or "cr" && each.Parent!.Name == Wml.Run && each.Ancestors(Wml.P).First() == paragraph)];

    /// <summary>Whether ActionPlan wrote the text, or asks for it: titles, headings and texts of measures are values. Its table holds other text too.</summary>
    private static bool IsValue(XElement element) =>
        element.AncestorsAndSelf(Wml.Sdt).Any(control => (string?)control.Element(Wml.SdtPr)?.Element(Wml.W + "tag")?.Attribute(Wml.Val) is { } tag && tag != PlanTags.Plan && PlanTags.IsOurs(tag));

    /// <summary>Whether a name means nothing and resembles nothing: in a document that was made after another one, braces may be that one's own.</summary>
    private bool IsForeign(string name)
    {
        var bare = name.TrimStart('#', '^', '/').Trim();
        return isGenerated && !FieldNames.IsLoop(bare) && FieldNames.ScopeOf(bare) is null && (bare.Length == 0 || FieldNames.Nearest(bare, withLoops: true) is null);
    }

    private FieldPlace PlaceOf(XElement element, string text)
    {
        var table = element.AncestorsAndSelf(Wml.Tbl).LastOrDefault();
        if (table is null || part != "document" || !_tables.TryGetValue(table, out var number))
        {
            return new(default, part, text);
        }

        var row = element.AncestorsAndSelf(Wml.Tr).LastOrDefault();
        var cell = element.AncestorsAndSelf(Wml.Tc).LastOrDefault();
        return new(
            new(
                Table: number,
                Row: row is null ? null : table.Descendants(Wml.Tr).Where(each => each.Ancestors(Wml.Tbl).First() == table).TakeWhile(each => each != row).Count() + 1,
                Column: cell is null || row is null ? null : row.Descendants(Wml.Tc).Where(each => each.Ancestors(Wml.Tr).First() == row).TakeWhile(each => each != cell).Count() + 1),
            part,
            text);
    }

    private static string Around(string text, int at)
    {
        const int Reach = 30;
        var around = new StringBuilder(text, Math.Max(0, at - Reach), Math.Min(text.Length, at + (2 * Reach)) - Math.Max(0, at - Reach), 128);
        return around.Replace('\n', ' ').ToString().Trim();
    }
}
