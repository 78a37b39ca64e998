using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ActionPlan.Tests.Templates;

/// <summary>Whole bookmarks around the tables come along, wherever in the part they stand.</summary>
public class BookmarkTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("utf-8", 0)]
    [InlineData("utf-8", 65_000)]
    [InlineData("utf-8", 200_000)]
    [InlineData("utf-16", 0)]
    [InlineData("utf-16BE", 0)]
    public void A_bookmark_before_the_table_stays(string encoding, int before)
    {
        var filled = WordFiles.Fill(Example(encoding, before), WordFiles.Simple("Klart."), out _);
        WordFiles.AssertValid(filled);
        Assert.Contains("w:name=\"mål\"", WordFiles.Part(filled, "word/document.xml"), StringComparison.Ordinal);
    }

    /// <summary>The name of the element lies over the end of what is read at a time, whatever that is.</summary>
    [Fact]
    public void A_bookmark_stays_at_every_place()
    {
        for (var before = 64_000; before < 65_536; before += 5)
        {
            Assert.Contains("w:name=\"mål\"", WordFiles.Part(WordFiles.Fill(Example("utf-8", before), WordFiles.Simple("Klart."), out _), "word/document.xml"), StringComparison.Ordinal);
        }
    }

    private static byte[] Example(string encoding, int before)
    {
        var file = WordFiles.Edit(WordFiles.Of(WordFiles.Simple("")), document => document.Descendants(W + "body").First().AddFirst(
            before == 0 ? null : new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", new string('a', before)))),
            new XElement(
                W + "p",
                new XElement(W + "bookmarkStart", new XAttribute(W + "id", 7), new XAttribute(W + "name", "mål")),
                new XElement(W + "r", new XElement(W + "t", "Mål")),
                new XElement(W + "bookmarkEnd", new XAttribute(W + "id", 7)))));
        if (encoding == "utf-8")
        {
            return file;
        }

        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var document = XDocument.Parse(WordFiles.Part(file, "word/document.xml"), LoadOptions.PreserveWhitespace);
            zip.GetEntry("word/document.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), Encoding.GetEncoding(encoding));
            document.Save(writer, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }
}
