using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>Says what is wrong with the fields of a part, all of it at once: names that are none, marks without their other end, fields out of their place.</summary>
internal sealed class FieldValidation(List<Diagnostic> diagnostics)
{
    /// <summary>Names, pairs and places, in the order of the document.</summary>
    public void Check(IReadOnlyList<XElement> found)
    {
        var open = new Stack<XElement>();
        foreach (var each in found)
        {
            if (each.Name == Fml.Mark)
            {
                Mark(each, open);
                continue;
            }

            var name = each.Name == Fml.Field ? Fml.NameOf(each) : (string)each.Attribute(Fml.Shows)!;
            if (each.Name == Fml.Field)
            {
                Name(each, name, withLoops: false, "{{" + name + "}}");
                Scope(each, name, open);
            }
            else
            {
                var bare = name.TrimStart('#', '^');
                Name(each, bare, withLoops: name[0] is '#' or '^' || FieldNames.IsLoop(name), name);
                Scope(each, bare, open);
            }
        }

        foreach (var each in open.Reverse())
        {
            each.AddAnnotation(FieldFault.Said);
            Say(DiagnosticCatalog.FieldNotClosed, each, Fml.NameOf(each));
        }
    }

    /// <summary>What a follow-up cannot do without, once the loops are known.</summary>
    public void CheckLoops(XElement root)
    {
        foreach (var loop in root.Descendants(Fml.Loop).Where(loop => Fml.NameOf(loop) == FieldNames.Measures && !Uses(loop, "measure.followUp")))
        {
            diagnostics.Add(DiagnosticCatalog.FieldMissing.Create("measure.followUp"));
        }
    }

    public static bool Uses(XElement root, string field) =>
        root.DescendantsAndSelf().Any(each => (each.Name == Fml.Field && Fml.NameOf(each) == field) || (string?)each.Attribute(Fml.Shows) == field);

    private void Mark(XElement mark, Stack<XElement> open)
    {
        var name = Fml.NameOf(mark);
        if ((string)mark.Attribute(Fml.Sign)! != "/")
        {
            Name(mark, name, withLoops: true, "{{" + (string)mark.Attribute(Fml.Sign)! + name + "}}");
            Scope(mark, name, open);
            open.Push(mark);
        }
        else if (open.TryPeek(out var last) && Fml.NameOf(last) == name)
        {
            open.Pop();
        }
        else if (open.FirstOrDefault(each => Fml.NameOf(each) == name) is { } begun)
        {
            // What was begun within and is ended later, or never, crosses the end.
            begun.AddAnnotation(FieldFault.Said);
            open.Peek().AddAnnotation(FieldFault.Said);
            Say(DiagnosticCatalog.FieldCrossed, mark, name, Fml.NameOf(open.Peek()));
            var kept = open.Where(each => each != begun).Reverse().ToList();
            open.Clear();
            kept.ForEach(open.Push);
        }
        else
        {
            Say(DiagnosticCatalog.FieldNotOpened, mark, name);
        }
    }

    private void Name(XElement element, string name, bool withLoops, string shown)
    {
        if (name.Length == 0)
        {
            Say(DiagnosticCatalog.FieldEmpty, element, shown);
        }
        else if (FieldNames.ScopeOf(name) is null && !(withLoops && FieldNames.IsLoop(name)))
        {
            if (FieldNames.Nearest(name, withLoops) is { } nearest)
            {
                Say(DiagnosticCatalog.FieldMisspelt, element, shown, nearest);
            }
            else
            {
                Say(DiagnosticCatalog.FieldUnknown, element, shown);
            }
        }
    }

    /// <summary>Whether a field has a value where it stands, and a loop is not within itself.</summary>
    private void Scope(XElement element, string name, IEnumerable<XElement> open)
    {
        var loops = open.Select(Fml.NameOf).Concat(element.Ancestors(Wml.Sdt).Select(control => ((string?)control.Attribute(Fml.Shows))?.TrimStart('#') ?? "")).Where(FieldNames.IsLoop).ToList();
        if (FieldNames.IsLoop(name))
        {
            if (loops.Contains(name) || (name == FieldNames.Sections && loops.Count > 0))
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
            Say(DiagnosticCatalog.FieldOutside, element, name, missing);
        }
    }

    private void Say(DiagnosticDescriptor descriptor, XElement element, params ReadOnlySpan<string> words)
    {
        var place = FieldPlace.Of(element);
        diagnostics.Add(descriptor.At(place.Place, [.. words, place.Part]));
    }
}
