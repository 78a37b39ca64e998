using System.Globalization;
using System.Text;
using ActionPlan.Pdf.Fonts;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>
/// The text of form fields and free-text annotations that have no appearance, which a viewer has to make itself
/// (ISO 32000-1, 12.7.3.3): the value in the default appearance's font, line under line from the top left; of a list box its options,
/// of a push button its caption, of a box that is checked its mark. A password is shown as asterisks.
/// </summary>
internal sealed class FieldText(FileObjects file, FontCache fonts)
{
    private const int Multiline = 1 << 12;
    private const int Password = 1 << 13;
    private const int Radio = 1 << 15;
    private const int PushButton = 1 << 16;
    private const int Combo = 1 << 17;
    private const int Comb = 1 << 24;

    /// <summary>The margin at either side of a line.</summary>
    private const double Margin = 2;

    /// <summary>Whether the appearances of fields may be out of date, so that their values count (12.7.2).</summary>
    public bool ValuesCount { get; } = file.GetDictionary(file.Catalog, "AcroForm") is { } form && file.Get(form, "NeedAppearances").AsBoolean();

    /// <summary>The resources for all fields of the form.</summary>
    public PdfDictionary Resources { get; } =
        file.GetDictionary(file.Catalog, "AcroForm") is { } form && file.GetDictionary(form, "DR") is { } resources ? resources : PdfDictionary.Empty;

    /// <summary>The content to execute in the page's user space: none for a field that is empty, null where an appearance counts.</summary>
    public byte[]? Content(PdfDictionary annotation, string? subtype, in Box rectangle, out PdfDictionary resources)
    {
        var form = file.GetDictionary(file.Catalog, "AcroForm") ?? PdfDictionary.Empty;
        resources = Resources;
        var text = subtype switch
        {
            "FreeText" => Text(file.Get(annotation, "Contents")),
            "Widget" => Value(annotation),
            // Table 175: the contents of a line are its caption where it asks for one.
            "Line" when file.Get(annotation, "Cap").AsBoolean() => Text(file.Get(annotation, "Contents")),
            _ => null,
        };
        if (text?.Length > file.Limits.MaxFieldCharacters)
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, "The text of a field or comment without an appearance is longer than the limits allow; it was left out.");
        }

        if (text is null || text.Length > file.Limits.MaxFieldCharacters || rectangle.Width <= 0 || rectangle.Height <= 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return text.Length == 0 ? [] : null;
        }

        var appearance = Inherited(annotation, "DA").AsString() ?? file.Get(form, "DA").AsString() ?? "/Helv 10 Tf"u8.ToArray();
        var (font, size) = FontOf(appearance);
        IReadOnlyList<string> lines = text.ReplaceLineEndings("\n").Split('\n');
        if (size > 0 && (subtype == "FreeText" || (Inherited(annotation, "Ff").AsInteger() & Multiline) != 0))
        {
            lines = Wrap(lines, FontNamed(resources, font), size, rectangle.Width - (2 * Margin));
        }

        size = size > 0 ? size : Math.Clamp(rectangle.Height / lines.Count * 0.7, 4, 12);
        var top = lines.Count > 1 ? rectangle.Y1 - 2 - (size * 0.8) : rectangle.Y0 + Math.Max(1, (rectangle.Height - (size * 0.7)) / 2);
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"BT {Encoding.Latin1.GetString(appearance)} /{font} {size:0.###} Tf {rectangle.X0 + Margin:0.###} {top:0.###} Td {size * 1.15:0.###} TL\n");
        foreach (var line in lines)
        {
            // What the font's codes cannot say is said by a replacement text.
            var replaced = line.Any(c => WinAnsi(c) < 0);
            if (replaced)
            {
                content.Append(CultureInfo.InvariantCulture, $"/Span <</ActualText <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}>>> BDC ");
            }

            content.Append('<');
            foreach (var c in line)
            {
                content.Append((WinAnsi(c) is >= 0 and var code ? code : 0x3F).ToString("X2", CultureInfo.InvariantCulture));
            }

            content.Append(replaced ? "> Tj EMC T*\n" : "> Tj T*\n");
        }

        return Encoding.Latin1.GetBytes(content.Append("ET").ToString());
    }

    private string? Value(PdfDictionary field)
    {
        var flags = Inherited(field, "Ff").AsInteger();
        var value = Inherited(field, "V");
        switch (Inherited(field, "FT").AsName())
        {
            case "Tx":
                var text = Text(value) ?? (value.AsStream() is { } stream ? TextStrings.Decode(file.DecodeToArray(stream)) : null);
                if ((flags & Comb) != 0 && text is not null && Inherited(field, "MaxLen").AsInteger() is > 0 and var places && places < text.Length)
                {
                    text = text[..places];
                }

                return (flags & Password) != 0 && text is not null ? new string('*', text.Length) : text ?? (ValuesCount ? "" : null);
            case "Ch" when (flags & Combo) != 0:
                var chosen = Text(value.AsArray() is { Length: > 0 } several ? file.Resolve(several[0]) : value);
                return Options(field).FirstOrDefault(option => option.Export == chosen).Shown ?? chosen;
            case "Ch":
                // Table 231: TI is the first option that is seen.
                return Options(field) is { Count: > 0 } options
                    ? string.Join('\n', options.Skip(Math.Clamp(Inherited(field, "TI").AsInteger(), 0, options.Count - 1)).Select(option => option.Shown))
                    : Text(value);
            case "Btn" when (flags & PushButton) != 0:
                return file.GetDictionary(field, "MK") is { } look && Text(file.Get(look, "CA")) is { Length: > 0 } caption ? caption : ValuesCount ? "" : null;
            case "Btn" when file.Get(field, "AS").AsName() is not (null or "Off"):
                return Mark(field, (flags & Radio) != 0);
            default:
                return null;
        }
    }

    /// <summary>The mark of a button that is on: its caption, which is of the font ZapfDingbats (table 189), else the usual tick; a radio button's dot is drawn.</summary>
    private string? Mark(PdfDictionary field, bool radio)
    {
        var caption = file.GetDictionary(field, "MK") is { } look ? Text(file.Get(look, "CA")) : null;
        if (string.IsNullOrEmpty(caption))
        {
            return radio ? null : "\u2713";
        }

        var names = FontResources.Names("ZapfDingbats");
        return string.Concat(caption.Select(c => c < names.Length ? GlyphNames.ToUnicode(names[c], zapf: true) : null));
    }

    private Font FontNamed(PdfDictionary resources, string name) =>
        file.GetDictionary(resources, "Font") is { } all && file.GetDictionary(all, name) is { } font ? fonts.Get(font) : fonts.StandIn;

    /// <summary>Cuts lines at blanks so that they fit the width.</summary>
    private static List<string> Wrap(IReadOnlyList<string> lines, Font font, double size, double width)
    {
        var cut = new List<string>();
        foreach (var line in lines)
        {
            double x = 0;
            int start = 0, blank = -1;
            for (var i = 0; i < line.Length; i++)
            {
                x += Advance(font, line[i]) * size;
                blank = line[i] == ' ' ? i : blank;
                if (x > width && blank > start)
                {
                    cut.Add(line[start..blank]);
                    start = blank + 1;
                    i = blank;
                    x = 0;
                }
            }

            cut.Add(line[start..]);
        }

        return cut;
    }

    private static double Advance(Font font, char c)
    {
        var position = 0;
        return font.Next([(byte)(WinAnsi(c) is >= 0 and var code ? code : 0x3F)], ref position).Width;
    }

    // Table 231: an option is its text, or an array of the value to export and the text to show.
    private List<(string Export, string Shown)> Options(PdfDictionary field)
    {
        var options = new List<(string Export, string Shown)>();
        var characters = 0;
        foreach (var entry in Inherited(field, "Opt").AsArray() ?? [])
        {
            // Options in all make a text no longer than one that is shown at all.
            if (characters > file.Limits.MaxFieldCharacters)
            {
                break;
            }

            var option = file.Resolve(entry);
            if (option.AsArray() is { Length: >= 2 } pair && Text(file.Resolve(pair[1])) is { } shown)
            {
                characters += shown.Length + 1;
                options.Add((Text(file.Resolve(pair[0])) ?? shown, shown));
            }
            else if (Text(option) is { } text)
            {
                characters += text.Length + 1;
                options.Add((text, text));
            }
        }

        return options;
    }

    private static (string Name, double Size) FontOf(byte[] appearance)
    {
        using var scratch = new ByteSink();
        var lexer = new Lexer(appearance, 0, scratch);
        var name = "Helv";
        double size = 0, last = 0;
        for (var kind = lexer.Next(); kind != TokenKind.End; kind = lexer.Next())
        {
            if (kind == TokenKind.Name)
            {
                name = Encoding.Latin1.GetString(lexer.Text);
            }
            else if (kind is TokenKind.Integer or TokenKind.Real)
            {
                last = lexer.Number;
            }
            else if (kind == TokenKind.Keyword && lexer.Text.SequenceEqual("Tf"u8))
            {
                size = last;
            }
        }

        return (name, size);
    }

    private PdfValue Inherited(PdfDictionary field, string key)
    {
        for (var steps = 0; steps < file.Limits.MaxReferenceSteps; steps++)
        {
            var value = file.Get(field, key);
            if (!value.IsNull || file.GetDictionary(field, "Parent") is not { } parent)
            {
                return value;
            }

            field = parent;
        }

        file.Log.Add(PdfDiagnosticCode.LimitReached, FileObjects.TooManySteps);
        return PdfValue.Null;
    }

    private static string? Text(PdfValue value) => value.AsString() is { } bytes ? TextStrings.Decode(bytes) : null;

    private static int WinAnsi(char c)
    {
        const string From80 = "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";
        if (c is >= ' ' and < '\u0080' or >= '\u00a0' and <= '\u00ff')
        {
            return c;
        }

        var index = From80.IndexOf(c, StringComparison.Ordinal);
        return index >= 0 && c != '\0' ? 0x80 + index : -1;
    }
}
