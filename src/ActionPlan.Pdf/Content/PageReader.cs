using System.Collections.Immutable;
using ActionPlan.Pdf.Fonts;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>Reads one page: its content, then the appearances of its annotations. Keeps nothing between pages.</summary>
internal sealed class PageReader(FileObjects file, FontCache fonts, OptionalContent optional)
{
    private const uint Hidden = 2;
    private const uint NoView = 32;

    public PdfPage Read(PageEntry entry, int number, CancellationToken cancellation)
    {
        using var output = new PageOutput(number, file.Limits, cancellation);
        return Read(entry, number, output, keepGlyphs: true);
    }

    public TResult Read<TResult>(PageEntry entry, int number, PageReading<TResult> read, CancellationToken cancellation)
    {
        using var output = new PageOutput(number, file.Limits, cancellation);
        return read(Read(entry, number, output, keepGlyphs: false), output.Glyphs.Items);
    }

    private PdfPage Read(PageEntry entry, int number, PageOutput output, bool keepGlyphs)
    {
        var geometry = PageGeometry.Of(file, entry);
        using var interpreter = new ContentInterpreter(file, fonts, optional, output, geometry.Seen);
        ReadContent(entry, geometry, output, interpreter);
        var links = ReadAnnotations(entry, geometry, output, interpreter);
        RulingJoiner.Join(output.Rulings);
        DrawnAccents.Compose(output.Glyphs.Items);
        RepeatedGlyphs.Mark(output.Glyphs.Items);
        TellGlyphsWithoutText(output);
        return new PdfPage(
            number,
            geometry,
            keepGlyphs ? output.Glyphs.ToImmutable() : [],
            output.Rulings.ToImmutable(),
            output.Fills.ToImmutable(),
            output.Images.ToImmutable(),
            links,
            output.Log.Snapshot());
    }

    private void ReadContent(PageEntry entry, PageGeometry geometry, PageOutput output, ContentInterpreter interpreter)
    {
        using var content = new ByteSink(file.Limits.MaxDecodedStreamBytes);
        var contents = file.Get(entry.Dictionary, "Contents");
        if (contents.AsStream() is { } single)
        {
            Decode(single, content, output);
        }
        else
        {
            // 7.8.2: the streams are one, cut between tokens.
            foreach (var part in contents.AsArray() ?? [])
            {
                if (file.Resolve(part).AsStream() is { } stream)
                {
                    Decode(stream, content, output);
                    content.Write((byte)'\n');
                }
            }
        }

        output.Spend(1 + (content.Length / 256));
        interpreter.Run(content.Written, entry.Resources, geometry.Transform, geometry.Seen, GlyphTraits.None);
    }

    private void Decode(PdfStream stream, ByteSink content, PageOutput output)
    {
        if (!file.Decode(stream, content))
        {
            output.Tell(PdfDiagnosticCode.StreamDamaged, "The content of the page is not whole; what could be read was kept.");
        }
    }

    private ImmutableArray<PdfLink> ReadAnnotations(PageEntry entry, PageGeometry geometry, PageOutput output, ContentInterpreter interpreter)
    {
        if (file.GetArray(entry.Dictionary, "Annots") is not { Length: > 0 } annotations)
        {
            return [];
        }

        var links = ImmutableArray.CreateBuilder<PdfLink>();
        if (annotations.Length > file.Limits.MaxAnnotationsPerPage)
        {
            output.Tell(PdfDiagnosticCode.LimitReached, $"The page has more than {file.Limits.MaxAnnotationsPerPage} annotations; the others were left out.");
        }

        var fields = new FieldText(file, fonts);
        foreach (var reference in annotations.AsSpan(0, Math.Min(annotations.Length, file.Limits.MaxAnnotationsPerPage)))
        {
            if (file.Resolve(reference).AsDictionary() is not { } annotation || !output.Spend())
            {
                continue;
            }

            var flags = (uint)file.Get(annotation, "F").AsInteger();
            var subtype = file.Get(annotation, "Subtype").AsName();
            if (Box.Read(file, annotation["Rect"]) is not { } rectangle)
            {
                continue;
            }

            if (subtype == "Link")
            {
                var action = file.GetDictionary(annotation, "A");
                var uri = action is null ? null : file.Get(action, "URI").AsString();
                links.Add(new PdfLink(geometry.Transform.Apply(rectangle).ToPublic(), uri is null ? null : TextStrings.Decode(uri)));
            }

            if ((flags & (Hidden | NoView)) != 0 || subtype == "Popup" || optional.IsHidden(annotation["OC"]))
            {
                continue;
            }

            var normal = file.GetDictionary(annotation, "AP") is { } appearances ? file.Get(appearances, "N") : PdfValue.Null;
            // An empty dictionary of appearances is none.
            if ((file.Get(annotation, "AP").IsNull || normal.AsDictionary() is { Count: 0 } || (subtype == "Widget" && fields.ValuesCount)) && fields.Content(annotation, subtype, rectangle, out var resources) is { } content)
            {
                interpreter.Run(content, resources, geometry.Transform, geometry.Seen.Intersect(geometry.Transform.Apply(rectangle)), GlyphTraits.Annotation);
            }
            else if (Appearance(annotation, normal) is { } appearance)
            {
                interpreter.RunAppearance(appearance, subtype == "Widget" ? fields.Resources : PdfDictionary.Empty, rectangle, geometry.Transform, geometry.Seen);
            }
        }

        return links.ToImmutable();
    }

    // 12.5.5: the normal appearance, by the state where it has several.
    private PdfStream? Appearance(PdfDictionary annotation, PdfValue normal)
    {
        if (normal.AsStream() is { } stream)
        {
            return stream;
        }

        var state = file.Get(annotation, "AS").AsName() ?? "Off";
        return normal.AsDictionary() is { } states ? file.Get(states, state).AsStream() : null;
    }

    private static void TellGlyphsWithoutText(PageOutput output)
    {
        Dictionary<GlyphFont, int>? counts = null;
        foreach (ref readonly var glyph in output.Glyphs.Items)
        {
            if (glyph.Text is "" or FontText.Unknown && (glyph.Traits & GlyphTraits.Replaced) == GlyphTraits.None)
            {
                counts ??= new Dictionary<GlyphFont, int>(ReferenceEqualityComparer.Instance);
                counts[glyph.Font] = counts.GetValueOrDefault(glyph.Font) + 1;
            }
        }

        foreach (var (font, count) in counts ?? [])
        {
            output.Tell(PdfDiagnosticCode.TextWithoutUnicode, $"{count} glyphs of the font {font.Name} have no Unicode text.");
        }
    }
}

/// <summary>The page's boxes and the way from its user space to the page as it is seen (ISO 32000-1, 14.11.2).</summary>
internal sealed record PageGeometry(Box Seen, Box Media, int Rotation, Matrix Transform)
{
    private static readonly Box Letter = new(0, 0, 612, 792);

    public static PageGeometry Of(FileObjects file, PageEntry entry)
    {
        var media = Usable(Box.Read(file, entry.MediaBox)) ?? Letter;
        var crop = Usable(Box.Read(file, entry.CropBox)?.Intersect(media)) ?? media;
        var rotation = (((entry.Rotate / 90) % 4) + 4) % 4 * 90;
        var unit = file.Get(entry.Dictionary, "UserUnit").AsNumber(1);
        unit = unit is > 0 and <= 1000 ? unit : 1;
        var turn = rotation switch
        {
            90 => new Matrix(0, -1, 1, 0, -crop.Y0, crop.X1),
            180 => new Matrix(-1, 0, 0, -1, crop.X1, crop.Y1),
            270 => new Matrix(0, 1, -1, 0, crop.Y1, -crop.X0),
            _ => new Matrix(1, 0, 0, 1, -crop.X0, -crop.Y0),
        };
        var transform = turn.Then(new Matrix(unit, 0, 0, unit, 0, 0));
        return new PageGeometry(transform.Apply(crop), transform.Apply(media), rotation, transform);
    }

    private static Box? Usable(Box? box) => box is { Width: > 0.5 and < 1e6, Height: > 0.5 and < 1e6 } ? box : null;
}
