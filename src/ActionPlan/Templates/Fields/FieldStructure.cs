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

    private static XElement Wrapper(string sign, string name, IEnumerable<XElement> content) =>
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
        var open = new List<(XElement Child, XElement Mark)>();
        var left = new List<XElement>();
        var blank = new List<XElement>();
        foreach (var child in container.Elements().ToList())
        {
            var marks = Open(child);
            if (marks.Count > 0 && IsBlank(child))
            {
                blank.Add(child);
            }

            foreach (var mark in marks)
            {
                if ((string?)mark.Attribute(Fml.Sign) != "/")
                {
                    open.Add((child, mark));
                }
                else if (open.Count > 0 && Fml.NameOf(open[^1].Mark) == Fml.NameOf(mark))
                {
                    Wrap(container, open[^1], (child, mark), blank);
                    open.RemoveAt(open.Count - 1);
                }
                else
                {
                    left.Add(mark);
                }
            }
        }

        // Marks that go on to the container around keep the line that they stand in.
        left.InsertRange(0, open.Select(each => each.Mark));
        blank.Where(child => !child.Descendants(Fml.Mark).Any()).ToList().ForEach(child => child.Remove());
        return left;
    }

    private static void Wrap(XElement container, (XElement Child, XElement Mark) start, (XElement Child, XElement Mark) end, List<XElement> blank)
    {
        var (first, last) = (Top(container, start.Child), Top(container, end.Child));
        var from = blank.Contains(start.Child) && first != last ? first.ElementsAfterSelf().FirstOrDefault() : first;
        var to = blank.Contains(end.Child) && first != last ? last.ElementsBeforeSelf().LastOrDefault() : last;
        var between = new List<XElement>();
        for (var each = from; each is not null && to is not null && !(from == last && blank.Contains(end.Child)); each = each.ElementsAfterSelf().FirstOrDefault())
        {
            between.Add(each);
            if (each == to)
            {
                break;
            }
        }

        var wrapper = Wrapper((string)start.Mark.Attribute(Fml.Sign)!, Fml.NameOf(start.Mark), []);
        if (between.Count > 0)
        {
            between[0].AddBeforeSelf(wrapper);
            between.ForEach(each => each.Remove());
            wrapper.Add(between);
        }

        start.Mark.Parent!.Remove();
        end.Mark.Parent!.Remove();
    }

    private List<XElement> Paragraph(XElement paragraph)
    {
        foreach (var box in paragraph.Descendants(Wml.W + "txbxContent").Where(box => box.Ancestors(Wml.P).First() == paragraph).ToList())
        {
            Report(Sequence(box));
        }

        var open = new List<XElement>();
        var left = new List<XElement>();
        foreach (var mark in paragraph.Descendants(Fml.Mark).Where(mark => mark.Ancestors(Wml.P).First() == paragraph).ToList())
        {
            if ((string?)mark.Attribute(Fml.Sign) != "/")
            {
                open.Add(mark);
            }
            else if (open.Count > 0 && Fml.NameOf(open[^1]) == Fml.NameOf(mark) && !IsWhole(paragraph, open[^1], mark))
            {
                Inline(open[^1], mark);
                open.RemoveAt(open.Count - 1);
            }
            else
            {
                if (open.Count > 0 && Fml.NameOf(open[^1]) == Fml.NameOf(mark))
                {
                    left.Add(open[^1]);
                    open.RemoveAt(open.Count - 1);
                }

                left.Add(mark);
            }
        }

        return [.. paragraph.Descendants(Fml.Mark).Where(mark => open.Contains(mark) || left.Contains(mark))];
    }

    private void Inline(XElement start, XElement end)
    {
        var (first, last) = (start.Parent!, end.Parent!);
        if ((FieldNames.IsLoop(Fml.NameOf(start)) && (string?)start.Attribute(Fml.Sign) == "#") || first.Parent != last.Parent)
        {
            Say(start, Written(start));
        }
        else
        {
            var between = first.ElementsAfterSelf().TakeWhile(each => each != last).ToList();
            between.ForEach(each => each.Remove());
            first.AddBeforeSelf(Wrapper((string)start.Attribute(Fml.Sign)!, Fml.NameOf(start), between));
        }

        first.Remove();
        last.Remove();
    }

    /// <summary>Whether nothing of the paragraph stands outside of the marks.</summary>
    private static bool IsWhole(XElement paragraph, XElement start, XElement end)
    {
        var shown = Shown(paragraph).ToList();
        return !shown.Exists(each => each.IsBefore(start) || each.IsAfter(end));
    }

    private static bool IsBlank(XElement element) => !Shown(element).Any() && !element.DescendantsAndSelf().Any(each => each.Name.Namespace == Fml.Namespace && each.Name != Fml.Mark);

    private static IEnumerable<XElement> Shown(XElement element) =>
        element.Descendants().Where(each => each.Name == Fml.Field || each.Name == Wml.W + "drawing" || each.Name == Wml.W + "pict" || each.Name == Wml.W + "sym" || each.Attribute(Fml.Shows) is not null || (each.Name == Wml.T && !string.IsNullOrWhiteSpace(each.Value)));

    private static XElement Top(XElement container, XElement element)
    {
        while (element.Parent != container)
        {
            element = element.Parent!;
        }

        return element;
    }
}
