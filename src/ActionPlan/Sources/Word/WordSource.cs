using System.Globalization;
using System.Xml;
using ActionPlan.Messages;
using ActionPlan.Word;
using DocumentFormat.OpenXml.Packaging;

namespace ActionPlan.Sources.Word;

/// <summary>Reads a Word document: what it says, as accepted, as printed, with an account of every character of its tables.</summary>
internal static class WordSource
{
    public static SourceResult Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken, KnownTexts? known = null)
    {
        try
        {
            var context = new ReadingContext(options.Limits, new(options.Limits, cancellationToken)) { Known = known };
            using var package = WordPackage.Open(input.Content, options.Limits);
            return ReadDocument(package, context);
        }
        catch (DocumentRefusedException refusal)
        {
            return refusal.Diagnostic;
        }
        catch (IOException error)
        {
            return DiagnosticCatalog.FileUnreadable.Create(error.Message);
        }
    }

    private static SourceDocument ReadDocument(WordPackage package, ReadingContext context)
    {
        var main = package.Main;
        var (styles, numbering) = ReadStyles(main, context);
        context.Languages.Default = styles.Defaults.Language ?? ReadPart(main.DocumentSettingsPart, context, ThemeLanguage);
        List<SourceBlock> body = [];
        List<string> margins = [];
        ReadPart(main, context, xml =>
        {
            var reader = new DocumentReader(context, xml, package, styles, numbering);
            body = reader.Read();
            margins = reader.Margins;
            return reader;
        });
        var edges = ReadMargins(package, context, styles, numbering, margins);
        if (context.TrackedChanges > 0)
        {
            context.Findings.Add(DiagnosticCatalog.TrackedChanges.Create(context.TrackedChanges.ToString(CultureInfo.InvariantCulture)));
        }

        return new()
        {
            Method = TableMethod.Word,
            Body = body,
            Margins = edges,
            Language = context.Languages.Most(),
            Diagnostics = context.Findings.Close(ReadNotes(package, context)),
        };
    }

    /// <summary>Reads the body of a document within a document.</summary>
    public static (List<SourceBlock> Blocks, long Seen) ReadBody(WordPackage package, ReadingContext context, Action<DocumentReader> prepare)
    {
        var (styles, numbering) = ReadStyles(package.Main, context);
        return ReadPart(package.Main, context, xml =>
        {
            var reader = new DocumentReader(context, xml, package, styles, numbering);
            prepare(reader);
            return (reader.Read(), reader.Seen);
        });
    }

    private static (StyleSheet Styles, Numbering Numbering) ReadStyles(MainDocumentPart main, ReadingContext context) =>
        (ReadPart(main.StyleDefinitionsPart, context, StyleSheet.Read) ?? new(), ReadPart(main.NumberingDefinitionsPart, context, Numbering.Read) ?? Numbering.None);

    /// <summary>Headers and footers as paragraphs, each text once.</summary>
    private static List<SourceParagraph> ReadMargins(
        WordPackage package, ReadingContext context, StyleSheet styles, Numbering numbering, List<string> ids)
    {
        var paragraphs = new List<SourceParagraph>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!package.Main.Parts.Any(pair => pair.RelationshipId == id && pair.OpenXmlPart is HeaderPart or FooterPart))
            {
                continue;
            }

            var blocks = ReadPart(package.Main.GetPartById(id), context, xml => new DocumentReader(context, xml, package, styles, numbering) { IsMargin = true }.Read());
            foreach (var paragraph in blocks?.OfType<SourceParagraph>() ?? [])
            {
                if (!paragraph.Text.IsEmpty && known.Add(paragraph.Text.Text))
                {
                    paragraphs.Add(paragraph);
                }
            }
        }

        return paragraphs;
    }

    private static Dictionary<(NoteKind, string), string> ReadNotes(WordPackage package, ReadingContext context)
    {
        var notes = new Dictionary<(NoteKind, string), string>();
        foreach (var (kind, part) in new (NoteKind, OpenXmlPart?)[]
        {
            (NoteKind.Footnote, package.Main.FootnotesPart),
            (NoteKind.Endnote, package.Main.EndnotesPart),
            (NoteKind.Comment, package.Main.WordprocessingCommentsPart),
        })
        {
            if (context.Findings.Awaits(kind))
            {
                ReadPart(part, context, xml => NoteTexts.Read(xml, kind, notes));
            }
        }

        return notes;
    }

    private static string? ThemeLanguage(MarkupReader xml)
    {
        if (xml.NextRoot())
        {
            var level = xml.Enter();
            while (xml.NextChild(level))
            {
                if (xml.Mark == Mark.ThemeFontLang)
                {
                    return xml.Val();
                }
            }
        }

        return null;
    }

    private static T? ReadPart<T>(OpenXmlPart? part, ReadingContext context, Func<MarkupReader, T> read)
    {
        if (part is null)
        {
            return default;
        }

        var name = WordPackage.NameOf(part);
        try
        {
            using var xml = new MarkupReader(part.GetStream(FileMode.Open, FileAccess.Read), name, context.Limits, context.Time);
            return read(xml);
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }
    }
}
