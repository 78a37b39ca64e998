using System.Text;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Sources;

/// <summary>Tells from the content what kind of document an input is, or why it cannot be read and what to do about it.</summary>
internal static class InputKind
{
    private const int HeadLength = 4096;

    /// <summary>The kind to read the input as; with a refusal the kind is of no meaning. The stream is left at its beginning.</summary>
    public static (DocumentKind Kind, Diagnostic? Refusal) Detect(SourceInput input, DocumentKind asked, ReadLimits limits)
    {
        var content = input.Content;
        try
        {
            if (content.Length == 0)
            {
                return (default, DiagnosticCatalog.FileEmpty.Create());
            }

            if (content.Length > limits.FileSize)
            {
                return (default, Refused.Limit(nameof(ReadLimits.FileSize), limits.FileSize).Diagnostic);
            }

            var buffer = new byte[HeadLength];
            content.Position = 0;
            var head = buffer.AsSpan(0, content.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false));
            return Detect(content, head, Extension(input.Name), asked, limits);
        }
        catch (DocumentRefusedException refusal)
        {
            return (default, refusal.Diagnostic);
        }
        catch (IOException error)
        {
            return (default, DiagnosticCatalog.FileUnreadable.Create(error.Message));
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static (DocumentKind Kind, Diagnostic? Refusal) Detect(
        Stream content, ReadOnlySpan<byte> head, string extension, DocumentKind asked, ReadLimits limits)
    {
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return ZipKind(content, limits);
        }

        if (OleFile.IsOle(head))
        {
            return (default, OleFile.Refusal(content, extension));
        }

        if (head.StartsWith(@"{\rtf"u8))
        {
            return (default, DiagnosticCatalog.RichTextFormat.Create());
        }

        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return (DocumentKind.Pdf, null);
        }

        if (BinaryName(head) is { } name)
        {
            return (default, DiagnosticCatalog.KindNotReadYet.Create(name));
        }

        if (asked is DocumentKind.Word or DocumentKind.Pdf || extension is "docx" or "docm" or "dotx" or "dotm" or "pdf")
        {
            // The name promises a package that the bytes are not; a text of that name is most likely a half-fetched page or file.
            return (default, DiagnosticCatalog.PackageDamaged.Create(extension.Length == 0 ? asked.ToString() : "." + extension));
        }

        return TextKind(head, asked, extension);
    }

    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static (DocumentKind Kind, Diagnostic? Refusal) ZipKind(Stream content, ReadLimits limits)
    {
        var zip = ZipDirectory.Read(content, limits);
        if (zip.Find("mimetype") is { Size: < 256 } mime)
        {
            using var reader = new StreamReader(zip.Open(mime), Encoding.ASCII);
            var type = reader.ReadToEnd();
            var name = type switch
            {
                _ when type.Contains("opendocument.text", StringComparison.Ordinal) => "OpenDocument (.odt)",
                _ when type.Contains("opendocument.spreadsheet", StringComparison.Ordinal) => "OpenDocument (.ods)",
                _ when type.Contains("opendocument", StringComparison.Ordinal) => "OpenDocument",
                _ when type.Contains("epub", StringComparison.Ordinal) => "EPUB",
                _ => null,
            };
            if (name is not null)
            {
                return (default, DiagnosticCatalog.KindNotReadYet.Create(name));
            }
        }

        var main = PartRelationships.Read(zip, "", limits).Values.FirstOrDefault(relationship => relationship.Kind == "officeDocument");
        if (main is null)
        {
            return (default, DiagnosticCatalog.NoDocumentPart.Create());
        }

        var part = PartRelationships.Resolve("", main.Target);
        var declared = ContentTypes.Read(zip, limits)[part];
        return declared switch
        {
            _ when declared.Contains("spreadsheetml", StringComparison.Ordinal) || declared.Contains("ms-excel", StringComparison.Ordinal) =>
                (default, DiagnosticCatalog.KindNotReadYet.Create("Excel (.xlsx)")),
            _ when declared.Contains("presentationml", StringComparison.Ordinal) || declared.Contains("ms-powerpoint", StringComparison.Ordinal) =>
                (default, DiagnosticCatalog.KindNotReadYet.Create("PowerPoint (.pptx)")),
            _ => (DocumentKind.Word, null),
        };
    }

    private static string? BinaryName(ReadOnlySpan<byte> head) =>
        head switch
        {
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) => "PNG",
            _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "JPEG",
            _ when head.StartsWith("GIF8"u8) => "GIF",
            _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => "TIFF",
            _ when head.StartsWith("BM"u8) && head.Length > 14 && head[6] == 0 && head[7] == 0 && head[8] == 0 && head[9] == 0 => "BMP",
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => "gzip",
            _ when head.StartsWith("7z\xBC\xAF"u8) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) => "7-Zip",
            _ when head.StartsWith("Rar!"u8) => "RAR",
            _ => null,
        };

    private static (DocumentKind Kind, Diagnostic? Refusal) TextKind(ReadOnlySpan<byte> head, DocumentKind asked, string extension)
    {
        var text = TextHead.Decode(head);
        if (text is null)
        {
            return (default, DiagnosticCatalog.KindUnknown.Create());
        }

        if (asked is DocumentKind.Json or DocumentKind.Delimited)
        {
            return (asked, null);
        }

        // A file that is called .json and is none is an error of the JSON reader, with its place, not a table of one column.
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (extension == "json" || (start.StartsWith('{') && start.Contains('"') && extension is not ("csv" or "tsv" or "txt")))
        {
            return (DocumentKind.Json, null);
        }

        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return (default, DiagnosticCatalog.KindNotReadYet.Create("HTML"));
        }

        if (start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var name = start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "HTML"
                : start.Contains("office/2006/xmlPackage", StringComparison.Ordinal) || start.Contains("progid=\"Word.Document\"", StringComparison.Ordinal) ? "Word XML"
                : "XML";
            return (default, DiagnosticCatalog.KindNotReadYet.Create(name));
        }

        return (DocumentKind.Delimited, null);
    }
}

/// <summary>The beginning of a text file, decoded well enough to tell its kind; null for bytes that are no text.</summary>
internal static class TextHead
{
    public static string? Decode(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(head);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(head);
        }

        if (head.Contains((byte)0))
        {
            return Utf16WithoutMark(head);
        }

        var controls = 0;
        foreach (var value in head)
        {
            controls += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A or 0x1B or 0x0B) ? 1 : 0;
        }

        return controls * 50 > head.Length ? null : Encoding.Latin1.GetString(head);
    }

    /// <summary>Text of Latin letters in UTF-16 has a zero in nearly every other byte.</summary>
    private static string? Utf16WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return odd * 4 > head.Length && even == 0 ? Encoding.Unicode.GetString(head)
            : even * 4 > head.Length && odd == 0 ? Encoding.BigEndianUnicode.GetString(head)
            : null;
    }
}
