using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>Pictures say in words what they show, or that they are there for the eye alone.</summary>
internal sealed class AlternativeTextRule(CheckFindings findings) : MarkupRule(findings)
{
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string OfficeVml = "urn:schemas-microsoft-com:office:office";

    private static readonly string[] PictureFiles = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".webp", ".emf", ".wmf", ".heic"];

    /// <summary>Words that a program, or a person in a hurry, puts in the place of an alternative text, with a number or without.</summary>
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "picture", "image", "graphic", "photo", "object", "chart", "diagram", "shape", "figure", "group", "bild", "bildobjekt", "grafik", "foto", "objekt", "figur", "grupp", "bilde", "billede", "kuva",
    };

    private sealed class Picture
    {
        public string Name { get; set; } = "";

        public string Words { get; set; } = "";

        /// <summary>Whether it needs words: not where it is hidden, decorative, or holds a text.</summary>
        public bool NeedsWords { get; set; }

        public bool IsDescribed { get; set; }
    }

    // A picture may stand in the text box of another.
    private readonly Stack<Picture> _pictures = new();

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        if (element.IsWord && element.Name is "drawing" or "pict" or "object")
        {
            _pictures.Push(new());
        }
        else if (_pictures.TryPeek(out var picture))
        {
            if (reader.NamespaceURI == Vml)
            {
                Shape(element, reader, picture);
            }
            else if (element.Name == "docPr" && !element.IsWord)
            {
                picture.NeedsWords = reader.GetAttribute("hidden") is not ("1" or "true");
                Describe(picture, reader.GetAttribute("name"), reader.GetAttribute("descr") is { } words && !string.IsNullOrWhiteSpace(words) ? words : reader.GetAttribute("title"));
            }
            else if (element.Is("txbxContent") || (element.Name == "decorative" && reader.GetAttribute("val") is "1" or "true" && element.Parent?.Parent?.Parent?.Name == "docPr"))
            {
                // A text box speaks for itself.
                picture.NeedsWords = false;
                picture.IsDescribed = true;
            }
        }
    }

    public override void End(MarkupElement element, MarkupPlace place)
    {
        if (!element.IsWord || element.Name is not ("drawing" or "pict" or "object") || !_pictures.TryPop(out var picture) || !picture.NeedsWords)
        {
            return;
        }

        if (picture.Words.Length == 0)
        {
            FindBehind(DiagnosticCatalog.AlternativeTextMissing, place, picture.Name);
        }
        else if (Placeholders.Contains(picture.Words.TrimEnd([.. "0123456789. "])) || PictureFiles.Any(ending => picture.Words.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            Find(DiagnosticCatalog.AlternativeTextIsName, place, picture.Name, picture.Words);
        }
    }

    /// <summary>A shape of the old kind (ECMA-376-4 clause 19.1): what it shows stands in its alt, a text in its text box or along its path.</summary>
    private static void Shape(MarkupElement element, XmlReader reader, Picture picture)
    {
        if (element.Name is "textbox" or "textpath")
        {
            picture.NeedsWords = false;
            picture.IsDescribed = true;
        }
        else if (!picture.IsDescribed && element.Name is "shape" or "rect" or "roundrect" or "oval" or "line" or "polyline" or "arc" or "curve" or "image" or "group")
        {
            // A rule across the page divides; it says nothing.
            picture.NeedsWords = reader.GetAttribute("hr", OfficeVml) is not ("t" or "true") && reader.GetAttribute("style")?.Contains("visibility:hidden", StringComparison.Ordinal) != true;
            Describe(picture, reader.GetAttribute("id"), reader.GetAttribute("alt") is { } words && !string.IsNullOrWhiteSpace(words) ? words : reader.GetAttribute("title"));
        }
    }

    private static void Describe(Picture picture, string? name, string? words)
    {
        picture.Name = name ?? "";
        picture.Words = (words ?? "").Trim();

        // The words of a group are those of its shapes; without any, those of the first shape are looked for.
        picture.IsDescribed = picture.Words.Length > 0;
    }
}
