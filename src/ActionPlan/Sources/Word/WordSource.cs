using System.Globalization;
using System.Xml;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>Reads a Word document: what it says, as accepted, as printed, with an account of every character of its tables.</summary>
internal static class WordSource
{
    public static SourceResult Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken, KnownTexts? known = null)
    {
        try
        {
            var package = new BoundedPackage(ZipDirectory.Read(input.Content, options.Limits), options.Limits);
            var context = new ReadingContext(options.Limits, new(options.Limits, cancellationToken)) { Known = known, Prompts = PromptTexts.Of(options), IsOfLibreOffice = new(() => IsOfLibreOffice(package)) };
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

    private static bool IsOfLibreOffice(BoundedPackage package)
    {
        const string Properties = "docProps/app.xml";
        const int Enough = 2048;
        if (!package.Holds(Properties))
        {
            return false;
        }

        Span<byte> start = stackalloc byte[Enough];
        using var content = package.OpenPart(Properties);
        return start[..content.ReadAtLeast(start, Enough, throwOnEndOfStream: false)].IndexOf("<Application>LibreOffice"u8) >= 0;
    }

    private static SourceDocument ReadDocument(BoundedPackage package, ReadingContext context)
    {
        var (styles, numbering) = ReadStyles(package, context);
        context.Languages.Default = styles.Defaults.Language ?? ReadPart(package, "settings", context, ThemeLanguage);
        List<SourceBlock> body = [];
        List<string> margins = [];
        Read(package, package.MainName, context, xml =>
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
            Prompts = context.FoundPrompts,
            Pictures = context.Pictures,
            Struck = context.Struck,
            Diagnostics = context.Findings.Close(ReadNotes(package, context)),
        };
    }

    /// <summary>Reads the body of a document within a document.</summary>
    public static (List<SourceBlock> Blocks, long Seen) ReadBody(BoundedPackage package, ReadingContext context, Action<DocumentReader> prepare)
    {
        var (styles, numbering) = ReadStyles(package, context);
        return Read(package, package.MainName, context, xml =>
        {
            var reader = new DocumentReader(context, xml, package, styles, numbering);
            prepare(reader);
            return (reader.Read(), reader.Seen);
        });
    }

    private static (StyleSheet Styles, Numbering Numbering) ReadStyles(BoundedPackage package, ReadingContext context) =>
        (ReadPart(package, "styles", context, StyleSheet.Read) ?? new(), ReadPart(package, "numbering", context, Numbering.Read) ?? Numbering.None);

    /// <summary>Headers and footers as paragraphs, each text once.</summary>
    private static List<SourceParagraph> ReadMargins(
        BoundedPackage package, ReadingContext context, StyleSheet styles, Numbering numbering, List<string> ids)
    {
        var paragraphs = new List<SourceParagraph>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (package.PartById(id, "header", "footer") is not { } part)
            {
                continue;
            }

            var blocks = Read(package, part, context, xml => new DocumentReader(context, xml, package, styles, numbering) { IsMargin = true }.Read());
            foreach (var paragraph in blocks.OfType<SourceParagraph>())
            {
                if (!paragraph.Text.IsEmpty && known.Add(paragraph.Text.Text))
                {
                    paragraphs.Add(paragraph);
                }
            }
        }

        return paragraphs;
    }

    private static Dictionary<(NoteKind, string), string>? ReadNotes(BoundedPackage package, ReadingContext context)
    {
        Dictionary<(NoteKind, string), string>? notes = null;
        Add(NoteKind.Footnote, "footnotes");
        Add(NoteKind.Endnote, "endnotes");
        Add(NoteKind.Comment, "comments");
        return notes;

        void Add(NoteKind kind, string part)
        {
            if (context.Findings.Awaits(kind))
            {
                ReadPart(package, part, context, xml => NoteTexts.Read(xml, kind, notes ??= []));
            }
        }
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

    private static T? ReadPart<T>(BoundedPackage package, string kind, ReadingContext context, Func<MarkupReader, T> read) =>
        package.PartOf(kind) is { } name ? Read(package, name, context, read) : default;

    private static T Read<T>(BoundedPackage package, string part, ReadingContext context, Func<MarkupReader, T> read)
    {
        try
        {
            using var xml = new MarkupReader(package.OpenPart(part), part, context.Limits, context.Time);
            return read(xml);
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, part);
        }
    }
}
