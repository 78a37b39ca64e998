using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates.Fields;

/// <summary>Makes loops and conditions of what stands between their marks: whole paragraphs, whole rows, or a stretch of one paragraph.</summary>
internal sealed class FieldStructure(List<Diagnostic> diagnostics)
{
    public void Build(XElement root)
    {
        foreach (var control in root.Descendants(Wml.Sdt).Where(control => control.Attribute(Fml.Shows) is not null).ToList())
        {
            Control(control);
        }

        Report(Sequence(root));
        root.Descendants(Fml.Mark).Where(mark => mark.Parent is not null).ToList().ForEach(mark => mark.Parent!.Remove());
    }

    /// <summary>A control that repeats, or stands under a condition, goes; what is in it stays. Of the items of a repeating section the first is the pattern.</summary>
    private void Control(XElement control)
    {
        var name = (string)control.Attribute(Fml.Shows)!;
        var content = control.Element(Wml.SdtContent);
        var isLoop = FieldNames.IsLoop(name.TrimStart('#'));
        if (content is null || (!isLoop && name[0] is not ('#' or '^')))
        {
            return;
        }

        if (isLoop && !content.Elements().Any(child => child.Name == Wml.P || child.Name == Wml.Tr || child.Name == Wml.Tbl || child.Name == Wml.Sdt))
        {
            if (!FieldPlace.IsSecondForm(control))
            {
                diagnostics.Add(DiagnosticCatalog.FieldControlNotWhole.At(FieldPlace.Of(control).Place, FieldPlace.Of(control).Within, name));
            }

            return;
        }

        var nodes = content.Elements().ToList();
        if (isLoop && nodes.Count > 0 && nodes[0].Name == Wml.Sdt && nodes.TrueForAll(node => node.Name == Wml.Sdt && node.Attribute(Fml.Shows) is null) && nodes[0].Element(Wml.SdtContent) is { } item)
        {
            nodes = [.. item.Elements()];
        }

        nodes.ForEach(node => node.Remove());
        control.ReplaceWith(Wrapper(name[0] == '^' ? "^" : "#", name.TrimStart('#', '^'), nodes));
    }

    public static XElement Wrapper(string sign, string name, IEnumerable<XElement> content) =>
        FieldNames.IsLoop(name) && sign == "#" ? new(Fml.Loop, new XAttribute(Fml.Name, name), content) : new(Fml.If, new XAttribute(Fml.Name, name), new XAttribute(Fml.Sign, sign), content);

    private static string Written(XElement mark) => "{{" + (string?)mark.Attribute(Fml.Sign) + Fml.NameOf(mark) + "}}";

    private void Say(XElement element, string shown)
    {
        var place = FieldPlace.Of(element);
        if (!FieldPlace.IsSecondForm(element))
        {
            diagnostics.Add(DiagnosticCatalog.FieldNotWhole.At(place.Place, place.Within, shown));
        }
    }

    private void Report(List<XElement> marks)
    {
        foreach (var mark in marks.Where(mark => (string?)mark.Attribute(Fml.Sign) != "/" && mark.Annotation<FieldFault>() is null))
        {
            Say(mark, Written(mark));
        }
    }

    /// <summary>The marks within an element that have not found each other, after all inside it that could have.</summary>
    private List<XElement> Open(XElement element)
    {
        if (element.Name == Wml.P)
        {
            return Paragraph(element);
        }

        if (element.Name == Wml.Tr)
        {
            // Marks in different cells are about the row: the table decides.
            return [.. element.Elements().SelectMany(child => child.Name == Wml.Tc ? Sequence(child) : child.Name == Wml.Sdt ? child.Elements(Wml.SdtContent).Elements(Wml.Tc).SelectMany(Sequence) : Open(child))];
        }

        var marks = Sequence(element);
        if (element.Name == Wml.Sdt || element.Name == Wml.SdtContent || element.Name.Namespace == Fml.Namespace)
        {
            return marks;
        }

        Report(marks);
        return [];
    }

    /// <summary>Pairs the marks of the children of a container and wraps what stands between them.</summary>
    private List<XElement> Sequence(XElement container)
    {
        var children = container.Elements().ToList();
        var marks = children.ConvertAll(Open);
        if (marks.TrueForAll(each => each.Count == 0))
        {
            return [];
        }

        // Taken out and put back in one go: to take one child of many out of its place costs a walk along the others.
        container.RemoveNodes();
        var sequence = new FieldSequence();
        for (var i = 0; i < children.Count; i++)
        {
            sequence.Add(children[i], marks[i], marks[i].Count > 0 && IsBlank(children[i]));
        }

        container.Add(sequence.Items);
        return sequence.Left();
    }

    private List<XElement> Paragraph(XElement paragraph)
    {
        foreach (var box in paragraph.Descendants(Wml.W + "txbxContent").Where(box => box.Ancestors(Wml.P).First() == paragraph).ToList())
        {
            Report(Sequence(box));
        }

        // Marks with their order, and before how many of them something is shown first and last.
        var order = new Dictionary<XElement, int>();
        var (firstShown, lastShown) = (int.MaxValue, -1);
        foreach (var each in paragraph.Descendants())
        {
            if (each.Name == Fml.Mark && each.Ancestors(Wml.P).First() == paragraph)
            {
                order.Add(each, order.Count);
            }
            else if (IsShown(each))
            {
                (firstShown, lastShown) = (Math.Min(firstShown, order.Count), order.Count);
            }
        }

        var open = new Stack<XElement>();
        var left = new HashSet<XElement>();
        var inline = new List<(XElement Start, XElement End)>();
        foreach (var mark in order.Keys)
        {
            if ((string?)mark.Attribute(Fml.Sign) != "/")
            {
                open.Push(mark);
            }
            else if (!open.TryPeek(out var begun) || Fml.NameOf(begun) != Fml.NameOf(mark))
            {
                left.Add(mark);
            }
            else if (firstShown > order[begun] && lastShown <= order[mark])
            {
                // Around all that the paragraph shows: they are about the paragraph.
                left.UnionWith([open.Pop(), mark]);
            }
            else
            {
                inline.Add((open.Pop(), mark));
            }
        }

        Inline(inline);
        left.UnionWith(open);
        return [.. order.Keys.Where(left.Contains)];
    }

    /// <summary>Makes conditions of what stands between marks within a paragraph.</summary>
    private void Inline(List<(XElement Start, XElement End)> pairs)
    {
        // Null for what goes: the end of a condition, and marks that could be none.
        var runs = new Dictionary<XElement, XElement?>();
        var ends = new HashSet<XElement>();
        foreach (var (start, end) in pairs)
        {
            var isWhole = !(FieldNames.IsLoop(Fml.NameOf(start)) && (string?)start.Attribute(Fml.Sign) == "#") && start.Parent!.Parent == end.Parent!.Parent;
            if (isWhole)
            {
                ends.Add(end.Parent!);
            }
            else
            {
                Say(start, Written(start));
            }

            runs.Add(start.Parent!, isWhole ? Wrapper((string)start.Attribute(Fml.Sign)!, Fml.NameOf(start), []) : null);
            runs.Add(end.Parent!, null);
        }

        foreach (var parent in runs.Keys.Select(run => run.Parent!).Distinct().ToList())
        {
            var nodes = parent.Nodes().ToList();
            parent.RemoveNodes();
            var open = new Stack<(XElement Wrapper, List<XNode> Content)>();
            var all = new List<XNode>();
            foreach (var node in nodes)
            {
                var content = open.TryPeek(out var within) ? within.Content : all;
                if (node is not XElement run || !runs.TryGetValue(run, out var wrapper))
                {
                    content.Add(node);
                }
                else if (wrapper is not null)
                {
                    content.Add(wrapper);
                    open.Push((wrapper, []));
                }
                else if (ends.Contains(run))
                {
                    open.Pop();
                    within.Wrapper.Add(within.Content);
                }
            }

            parent.Add(all);
        }
    }

    private static bool IsBlank(XElement element) => !Shown(element).Any() && !element.DescendantsAndSelf().Any(each => each.Name.Namespace == Fml.Namespace && each.Name != Fml.Mark);

    private static IEnumerable<XElement> Shown(XElement element) => element.Descendants().Where(IsShown);

    private static bool IsShown(XElement each) =>
        each.Name == Fml.Field || each.Name == Wml.W + "drawing" || each.Name == Wml.W + "pict" || each.Name == Wml.W + "sym" || each.Attribute(Fml.Shows) is not null || (each.Name == Wml.T && !string.IsNullOrWhiteSpace(each.Value));
}
