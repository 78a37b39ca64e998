using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>Says what is wrong with the fields of a part, all of it at once: names that are none, marks without their other end, fields out of their place.</summary>
internal sealed class FieldValidation(string part, List<Diagnostic> diagnostics, int deepest)
{
    /// <summary>Names, pairs and places, in the order of the document. Loops and conditions stand within each other as deep as elements may.</summary>
    public void Check(IReadOnlyList<XElement> found)
    {
        var open = new Stack<XElement>();
        foreach (var each in found.Where(each => !FieldPlace.IsSecondForm(each)))
        {
            if (each.Name == Fml.Mark)
            {
                Mark(each, open);
                continue;
            }

            var name = each.Name == Fml.Field ? Fml.NameOf(each) : (string)each.Attribute(Fml.Shows)!;
            if (each.Name == Fml.Field)
            {
                Name(each, name, withLoops: false, "{{" + name + "}}", right => FieldNames.IsLoop(right) ? "{{#" + right + "}}" : "{{" + right + "}}");
                Scope(each, name, false, open);
            }
            else
            {
                Tag(each, name, open);
            }
        }

        foreach (var each in open.Reverse())
        {
            each.AddAnnotation(FieldFault.Said);
            Say(DiagnosticCatalog.FieldNotClosed, each, Shown(each), "{{/" + Fml.NameOf(each) + "}}");
        }
    }

    /// <summary>Fields in places where no field is filled: alternative texts, drawn words, the codes of Word's own fields.</summary>
    public void CheckElsewhere(XElement root)
    {
        foreach (var element in root.Descendants().Where(each => !FieldPlace.IsSecondForm(each)))
        {
            var text = element.Name.LocalName switch
            {
                "instrText" => element.Value,
                "docPr" or "cNvPr" => (string?)element.Attribute("descr") + " " + (string?)element.Attribute("title"),
                "textpath" => (string?)element.Attribute("string"),
                "fldSimple" => (string?)element.Attribute(Wml.W + "instr"),
                "shape" => (string?)element.Attribute("alt"),
                _ => null,
            };
            if (text is not null && FieldBrackets.First(text) is { } field)
            {
                diagnostics.Add(DiagnosticCatalog.FieldNotHere.At(default, new PartPlace(part, ""), field));
            }
        }
    }

    public static bool Uses(XElement root, string field) =>
        root.DescendantsAndSelf().Any(each => (each.Name == Fml.Field && Fml.NameOf(each) == field) || (string?)each.Attribute(Fml.Shows) == field);

    private void Tag(XElement control, string name, Stack<XElement> open)
    {
        var bare = name.TrimStart('#', '^');
        if (FieldNames.ScopeOf(bare) is null && !FieldNames.IsLoop(bare) && (FieldSpelling.OfTag(name) ?? FieldSpelling.Loop(name)) is { } meant)
        {
            Say(DiagnosticCatalog.FieldMisspelt, control, name, meant);
            return;
        }

        Name(control, bare, withLoops: name[0] is '#' or '^' || FieldNames.IsLoop(name), name, sign => sign);
        Scope(control, bare, name[0] == '^', open);
        if (name == bare && FieldNames.ScopeOf(name) is not null && control.Element(Wml.SdtPr)!.Elements().Any(kind => kind.Name.LocalName is "checkbox" or "picture" or "equation" or "citation" or "bibliography"))
        {
            Say(DiagnosticCatalog.FieldNoText, control, name);
        }
    }

    private void Mark(XElement mark, Stack<XElement> open)
    {
        var name = Fml.NameOf(mark);
        if (name.Length == 0)
        {
            Say(DiagnosticCatalog.FieldEmpty, mark, Shown(mark));
        }
        else if ((string)mark.Attribute(Fml.Sign)! != "/")
        {
            var sign = (string)mark.Attribute(Fml.Sign)!;
            Name(mark, name, withLoops: true, Shown(mark), right => "{{" + sign + right + "}}");
            Scope(mark, name, sign == "^", open);
            if (open.Count >= deepest)
            {
                throw Refused.Limit(nameof(ReadLimits.XmlDepth), deepest);
            }

            open.Push(mark);
        }
        else if (open.TryPeek(out var last) && Fml.NameOf(last) == name)
        {
            open.Pop();
        }
        else if (open.TryPeek(out last) && Fml.NameOf(last).StartsWith(name + " ", StringComparison.Ordinal) && FieldSpelling.Suggest(Fml.NameOf(last), withLoops: true) is { } meant)
        {
            // '{{#if x}} … {{/if}}', as others write it.
            open.Pop().AddAnnotation(FieldFault.Said);
            Say(DiagnosticCatalog.FieldMisspelt, mark, Shown(mark), "{{/" + meant + "}}");
        }
        else if (open.FirstOrDefault(each => Fml.NameOf(each) == name) is { } begun)
        {
            // What was begun within and is ended later, or never, crosses the end.
            begun.AddAnnotation(FieldFault.Said);
            open.Peek().AddAnnotation(FieldFault.Said);
            Say(DiagnosticCatalog.FieldCrossed, mark, Shown(mark), Shown(open.Peek()));
            var kept = open.Where(each => each != begun).Reverse().ToList();
            open.Clear();
            kept.ForEach(open.Push);
        }
        else
        {
            Say(DiagnosticCatalog.FieldNotOpened, mark, Shown(mark), "{{#" + name + "}}");
        }
    }

    private static string Shown(XElement mark) => "{{" + (string?)mark.Attribute(Fml.Sign) + Fml.NameOf(mark) + "}}";

    private void Name(XElement element, string name, bool withLoops, string shown, Func<string, string> written)
    {
        if (name.Length == 0)
        {
            Say(DiagnosticCatalog.FieldEmpty, element, shown);
        }
        else if (!withLoops && FieldNames.IsLoop(name))
        {
            Say(DiagnosticCatalog.FieldLoopUnmarked, element, shown, "{{#" + name + "}}", "{{/" + name + "}}");
        }
        else if (FieldNames.ScopeOf(name) is null && !(withLoops && FieldNames.IsLoop(name)))
        {
            if ((FieldNames.Nearest(name, withLoops) ?? FieldSpelling.Suggest(name, withLoops)) is { } nearest)
            {
                Say(DiagnosticCatalog.FieldMisspelt, element, shown, written(nearest));
            }
            else
            {
                Say(DiagnosticCatalog.FieldUnknown, element, shown);
            }
        }
    }

    /// <summary>Whether a field has a value where it stands, and a loop is not within itself.</summary>
    private void Scope(XElement element, string name, bool asksForNone, IEnumerable<XElement> open)
    {
        var loops = open.Where(mark => (string?)mark.Attribute(Fml.Sign) == "#").Select(Fml.NameOf)
            .Concat(element.Ancestors(Wml.Sdt).Select(control => ((string?)control.Attribute(Fml.Shows))?.TrimStart('#') ?? "")).Select(FieldSpelling.LoopOrSelf).Where(FieldNames.IsLoop).ToList();
        if (FieldNames.IsLoop(name))
        {
            if (!asksForNone && (loops.Contains(name) || (name == FieldNames.Sections && loops.Count > 0)))
            {
                Say(DiagnosticCatalog.FieldLoopInLoop, element, name, loops[0]);
            }

            return;
        }

        var missing = FieldNames.ScopeOf(name) switch
        {
            FieldScope.Measure when !loops.Contains(FieldNames.Measures) => FieldNames.Measures,
            FieldScope.Section when loops.Count == 0 => FieldNames.Sections,
            _ => null,
        };
        if (missing is not null)
        {
            Say(DiagnosticCatalog.FieldOutside, element, name, "{{#" + missing + "}}", "{{/" + missing + "}}", missing);
        }
    }

    private void Say(DiagnosticDescriptor descriptor, XElement element, params ReadOnlySpan<string> words)
    {
        var place = FieldPlace.Of(element);
        var around = place.Within.Text;
        diagnostics.Add(descriptor.At(place.Place, words.Length > 0 && around == words[0] ? place.Within with { Text = "" } : place.Within, words));
    }
}
