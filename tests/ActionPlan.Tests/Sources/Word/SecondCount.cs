using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>Counts the characters of a document's tables another way than the reader: over the whole tree, every text that stands after acceptance.</summary>
internal static class SecondCount
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static long OfTables(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var stream = MainPart.Of(zip).Open();
        return XDocument.Load(stream).Descendants(W + "tbl").Where(table => !table.Ancestors(W + "tbl").Any()).Sum(table => table.Descendants().Where(Stands).Sum(Count));
    }

    private static bool Stands(XElement element) =>
        !element.Ancestors().Any(ancestor => ancestor.Name == W + "del" || ancestor.Name == W + "moveFrom" || ancestor.Name.LocalName == "Fallback"
            || (ancestor.Name == W + "tr" && ancestor.Element(W + "trPr")?.Element(W + "del") is not null));

    private static int Count(XElement element) =>
        element.Name == W + "t" ? element.Value.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune))
        : element.Name == W + "sym" || element.Name == W + "noBreakHyphen" || element.Name == W + "softHyphen" ? 1
        : 0;
}

/// <summary>The part of a package that holds the document, whatever it is called.</summary>
internal static class MainPart
{
    public static ZipArchiveEntry Of(ZipArchive package) =>
        package.Entries.First(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && entry.FullName.StartsWith("word/", StringComparison.Ordinal) && IsDocument(entry));

    private static bool IsDocument(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream).Root!.Name.LocalName == "document";
    }
}
