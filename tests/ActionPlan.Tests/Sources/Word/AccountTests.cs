using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ActionPlan.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>No character of a table is lost without a word.</summary>
public class AccountTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] Pieces =
    [
        DocxBuilder.P("Ett stycke."), DocxBuilder.P("Dolt", "<w:rPr><w:vanish/></w:rPr>"), DocxBuilder.P("Del ett", "<w:rPr><w:del w:id=\"1\"/></w:rPr>"),
        DocxBuilder.Table(DocxBuilder.Row(DocxBuilder.Tc("a"), DocxBuilder.Tc("b", "<w:vMerge w:val=\"restart\"/>")), DocxBuilder.Row(DocxBuilder.Tc("c"), DocxBuilder.Tc("d", "<w:vMerge/>"))),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>kod</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>idag</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Klicka här</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>av\u00ADstavning</w:t><w:softHyphen/><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:tab/><w:br/></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r><w:ins w:id=\"2\"><w:r><w:t>nytt</w:t></w:r></w:ins><w:del w:id=\"3\"><w:r><w:delText>gammalt</w:delText></w:r></w:del></w:p>",
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>ankare</w:t></w:r></w:p>",
        "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"Välj\" w:value=\"\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Välj</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    ];

    public static TheoryData<string> Corpus => CorpusFiles.Word;

    [Theory]
    [MemberData(nameof(Corpus))]
    public void EveryCharacterOfTheCorpusIsAccountedFor(string file)
    {
        var path = Path.Combine(CorpusFiles.Folder, file);
        var document = WordReading.Read(File.ReadAllBytes(path)).Document!;
        WordReading.AssertCloses(document);
        Assert.Equal(CountOfTables(path), document.Body.OfType<SourceGrid>().Sum(grid => grid.Characters));
    }

    [Fact]
    public void AMutatedDocumentNeverThrowsAndAlwaysCloses()
    {
        var original = $"<w:document {DocxBuilder.Namespaces}><w:body>{DocxBuilder.Table(DocxBuilder.Row([.. Pieces.Select(piece => $"<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{piece}<w:p/></w:tc>")]))}{string.Concat(Pieces)}</w:body></w:document>";
        var edits = Gen.Zip(Gen.Choose(0, 8), Gen.Zip(Gen.Choose(0, int.MaxValue - 1), Gen.Choose(0, int.MaxValue - 1))).ListOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(edits.ToArbitrary(), list =>
            {
                var markup = list.Take(6).Aggregate(original, (text, edit) => Mutate(text, edit.Item1, edit.Item2.Item1, edit.Item2.Item2));
                var result = WordReading.Read(new DocxBuilder("").With("word/document.xml", markup).ToBytes());
                if (result.Document is { } document)
                {
                    WordReading.AssertCloses(document);
                }

                return result.Document is not null || result.Refusal is not null;
            }));
    }

    /// <summary>Most edits keep the markup well-formed, so that they reach the reader and not only the XML parser.</summary>
    private static string Mutate(string text, int kind, int first, int second)
    {
        var tags = Tags(text);
        var (a, b) = (tags[first % tags.Count], tags[second % tags.Count]);
        return kind switch
        {
            0 => text.Remove(first % text.Length, 1),
            1 => text.Insert(first % text.Length, "<w:p>"),
            2 => Element(text, a) is var (start, end) ? text.Remove(start, end - start) : text,
            3 or 4 => Element(text, a) is var (start, end) ? text.Insert(b, text[start..end]) : text,
            5 => text.Insert(a, Pieces[second % Pieces.Length]),
            6 => Element(text, a) is var (start, end) ? text.Insert(end, "</w:ins>").Insert(start, "<w:ins>") : text,
            7 => Element(text, a) is var (start, end) ? text.Insert(end, "</w:sdtContent></w:sdt>").Insert(start, "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent>") : text,
            _ => text.Replace("restart", second % 2 == 0 ? "continue" : "x", StringComparison.Ordinal),
        };
    }

    private static List<int> Tags(string text)
    {
        var tags = new List<int>();
        for (var at = text.IndexOf("<w:", 20, StringComparison.Ordinal); at >= 0; at = text.IndexOf("<w:", at + 1, StringComparison.Ordinal))
        {
            tags.Add(at);
        }

        return tags.Count == 0 ? [0] : tags;
    }

    private static (int Start, int End)? Element(string text, int start)
    {
        var depth = 0;
        for (var at = start; at >= 0 && at < text.Length; at = text.IndexOf('<', at + 1))
        {
            var end = text.IndexOf('>', at);
            if (end < 0 || at == start && text[at] != '<')
            {
                return null;
            }

            depth += text[at + 1] == '/' ? -1 : text[end - 1] == '/' ? 0 : 1;
            if (depth == 0)
            {
                return (start, end + 1);
            }
        }

        return null;
    }

    /// <summary>Counts the other way: the whole tree, top-level tables, every text that stands after acceptance.</summary>
    private static long CountOfTables(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var main = zip.Entries.First(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && entry.FullName.StartsWith("word/", StringComparison.Ordinal) && IsDocument(entry));
        using var stream = main.Open();
        return XDocument.Load(stream).Descendants(W + "tbl").Where(table => !table.Ancestors(W + "tbl").Any()).Sum(table => table.Descendants().Where(Stands).Sum(Count));
    }

    private static bool IsDocument(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream).Root!.Name.LocalName == "document";
    }

    private static bool Stands(XElement element) =>
        !element.Ancestors().Any(ancestor => ancestor.Name == W + "del" || ancestor.Name == W + "moveFrom" || ancestor.Name.LocalName == "Fallback"
            || (ancestor.Name == W + "tr" && ancestor.Element(W + "trPr")?.Element(W + "del") is not null));

    private static int Count(XElement element) =>
        element.Name == W + "t" ? element.Value.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune))
        : element.Name == W + "sym" || element.Name == W + "noBreakHyphen" || element.Name == W + "softHyphen" ? 1
        : 0;
}
