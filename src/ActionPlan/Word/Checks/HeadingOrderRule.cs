using System.Globalization;
using System.Text;
using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>Headings begin with the first level, go down one level at a time, and have a text.</summary>
internal sealed class HeadingOrderRule(CheckFindings findings, CheckedStyles styles) : MarkupRule(findings)
{
    private sealed class Open
    {
        public int Level { get; set; }

        public bool HasPicture { get; set; }

        public StringBuilder Text { get; } = new();
    }

    // A paragraph may hold others, in the text box of a picture that is anchored in it.
    private readonly Stack<Open> _paragraphs = new();
    private int _last;

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (!element.IsWord || !place.IsMain)
        {
            return;
        }

        if (element.Name == "p")
        {
            _paragraphs.Push(new());
        }
        else if (_paragraphs.TryPeek(out var paragraph))
        {
            switch (element.Name)
            {
                case "pStyle" when Value(reader, "val") is { } style:
                    paragraph.Level = styles.HeadingLevel(style);
                    break;
                case "outlineLvl" when int.TryParse(Value(reader, "val"), CultureInfo.InvariantCulture, out var own):
                    paragraph.Level = own is >= 0 and < 9 ? own + 1 : 0;
                    break;
                case "drawing" or "pict" or "object":
                    paragraph.HasPicture = true;
                    break;
            }
        }
    }

    public override void Text(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph) && paragraph.Level > 0 && (paragraph.Text.Length > 0 || !string.IsNullOrWhiteSpace(text)))
        {
            MarkupPlace.Append(paragraph.Text, text);
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.Is("p") || !_paragraphs.TryPop(out var paragraph) || paragraph.Level == 0)
        {
            return;
        }

        var level = paragraph.Level.ToString(CultureInfo.InvariantCulture);
        var text = MarkupPlace.Excerpt(paragraph.Text);

        // A picture's alternative text is read out as the heading.
        if (text.Length == 0 && !paragraph.HasPicture)
        {
            FindBehind(DiagnosticCatalog.HeadingEmpty, place, level);
            return;
        }

        if (_last == 0 && paragraph.Level > 1)
        {
            Find(DiagnosticCatalog.HeadingFirst, place, text, level);
        }
        else if (paragraph.Level > _last + 1)
        {
            Find(DiagnosticCatalog.HeadingSkipped, place, text, level, _last.ToString(CultureInfo.InvariantCulture), (_last + 1).ToString(CultureInfo.InvariantCulture));
        }

        _last = paragraph.Level;
    }
}
