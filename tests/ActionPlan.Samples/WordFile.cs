using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SampleDocuments;

/// <summary>What a sample says about itself and how its pages are laid out.</summary>
internal sealed record WordFileOptions(string Title)
{
    public string Header { get; init; } = "";

    public bool PageNumbers { get; init; }
}

/// <summary>A Word document on landscape A4, the same bytes each time it is made.</summary>
internal static class WordFile
{
    /// <summary>Width of the text area in twentieths of a point: A4 landscape with margins of 2 cm.</summary>
    public const int TextWidth = PageWidth - (2 * Margin);

    private const int PageWidth = 16838;
    private const int PageHeight = 11906;
    private const int Margin = 1134;

    // Any fixed moment will do; the format of zip begins in 1980.
    private static readonly DateTimeOffset Moment = new(2023, 1, 2, 8, 0, 0, TimeSpan.Zero);

    public static byte[] Make(WordFileOptions options, IEnumerable<OpenXmlElement> content)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Make();
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = WordStyles.Bullets();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = Settings();
            main.AddNewPart<FontTablePart>("rId4").Fonts = WordStyles.Fonts();
            main.Document = new Document(new Body(content.Append(Section(main, options))));
            package.AddNewPart<CoreFilePropertiesPart>("rId2").WriteCore(options.Title);
        }

        return Repacked(stream.ToArray());
    }

    private static SectionProperties Section(MainDocumentPart main, WordFileOptions options)
    {
        var section = new SectionProperties();
        if (options.Header.Length > 0)
        {
            main.AddNewPart<HeaderPart>("rId5").Header = new Header(Word.Paragraph("Header", Word.Run(options.Header)));
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId5" });
        }

        if (options.PageNumbers)
        {
            main.AddNewPart<FooterPart>("rId6").Footer = new Footer(Word.Paragraph(
                "Footer", [Word.Run("Sida "), Word.Field("PAGE"), Word.Run(" ("), Word.Field("NUMPAGES"), Word.Run(")")]));
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = "rId6" });
        }

        section.Append(
            new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = Margin, Right = Margin, Bottom = Margin, Left = Margin, Header = 567, Footer = 567, Gutter = 0 });
        return section;
    }

    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 1304 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "sv-SE" },
        new DecimalSymbol { Val = "," },
        new ListSeparator { Val = ";" });

    private static void WriteCore(this CoreFilePropertiesPart part, string title)
    {
        var moment = Moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write(
            $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:language>sv-SE</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>
            """);
    }

    /// <summary>The same parts in a fixed order and with a fixed time; the content types first, as readers that stream expect them.</summary>
    private static byte[] Repacked(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.SmallestSize);
                copy.LastWriteTime = Moment;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return stream.ToArray();
    }
}
