using System.IO.Compression;
using System.Text;
using ActionPlan.Sources;
using static ActionPlan.Tests.Sources.Word.DocxBuilder;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>Bad input is refused by name, at once, and never half read.</summary>
public class BadInputTests
{
    private static readonly byte[] Good = new DocxBuilder(P("x")).ToBytes();

    public static TheoryData<string, byte[], string> Kinds => new()
    {
        { "tom.docx", [], "AP1002" },
        { "text.docx", "Detta är ingen zip"u8.ToArray(), "AP1009" },
        { "gammal.doc", Ole("WordDocument"), "AP1006" },
        { "hemlig.docx", Ole("EncryptedPackage"), "AP1008" },
        { "kalkyl.xls", Ole("Workbook"), "AP1005" },
        { "plan.rtf", "{\\rtf1 x}"u8.ToArray(), "AP1007" },
        { "plan.docx", "{\\rtf1 x}"u8.ToArray(), "AP1007" },
        { "bild.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0], "AP1005" },
        { "sida.html", "<!DOCTYPE html><html>"u8.ToArray(), "AP1005" },
        { "okänd.bin", [1, 2, 3, 0, 5, 6, 0, 0, 9], "AP1004" },
        { "zip.docx", Zip(("a.txt", "x")), "AP1010" },
        { "plan.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text")), "AP1005" },
        { "kapad.docx", Good[..^30], "AP1009" },
        { "kapad.docx", Good[..200], "AP1009" },
        { "två.docx", Twice(), "AP1011" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnInputThatCannotBeReadIsToldByItsKind(string name, byte[] content, string code)
    {
        var (_, refusal) = InputKind.Detect(new(new MemoryStream(content), name), DocumentKind.Detect, ReadLimits.Default);
        Assert.Equal(code, refusal?.Code);
        Assert.DoesNotContain('\n', refusal!.Message);
    }

    [Theory]
    [InlineData("a;b\nc;d", "a.csv", DocumentKind.Delimited)]
    [InlineData("a\tb", "a.txt", DocumentKind.Delimited)]
    [InlineData("{\"schemaVersion\":1}", "a.json", DocumentKind.Json)]
    [InlineData("%PDF-1.7", "a.pdf", DocumentKind.Pdf)]
    public void WhatCanBeReadIsToldByItsContent(string content, string name, DocumentKind kind) =>
        Assert.Equal((kind, null), InputKind.Detect(new(new MemoryStream(Encoding.UTF8.GetBytes(content)), name), DocumentKind.Detect, ReadLimits.Default));

    [Fact]
    public void AWordFileIsOneWhateverItsName()
    {
        using var stream = new MemoryStream(Good);
        Assert.Equal((DocumentKind.Word, null), InputKind.Detect(new(stream, "plan.pdf"), DocumentKind.Detect, ReadLimits.Default));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public void ADocumentTypeDeclarationIsRefusedAndNothingIsResolved() =>
        Assert.Equal("AP1012", new DocxBuilder("").With("word/document.xml", $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document {Namespaces}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>").Refusal());

    [Fact]
    public void BrokenMarkupIsRefused() => Assert.Equal("AP1013", new DocxBuilder("<w:p><w:r>").Refusal());

    [Fact]
    public void MarkupThatEndsEarlyIsNotHalfRead() =>
        Assert.Equal("AP1013", new DocxBuilder("").With("word/document.xml", $"<w:document {Namespaces}><w:body>{P("x")}</w:body>").Refusal());

    [Fact]
    public void AMissingDocumentPartIsNamed() => Assert.Equal("AP1016", new DocxBuilder(P("x")).Without("word/document.xml").Refusal());

    [Fact]
    public void AFileWithoutStylesNumberingOrContentTypesIsRead() =>
        Assert.Equal(["x"], new DocxBuilder(P("x")).Related("rId1", "styles", "styles.xml").Related("rId2", "numbering", "numbering.xml").Without("[Content_Types].xml").Document().Paragraphs());

    [Fact]
    public void AFlippedByteIsFoundByTheChecksum()
    {
        var bytes = Stored();
        bytes[bytes.AsSpan().IndexOf("OXO"u8)]++;
        Assert.Equal("AP1009", WordReading.Read(bytes).Refusal?.Code);
    }

    [Fact]
    public void DeepMarkupIsRefusedWithoutARunawayStack()
    {
        const int Depth = 100_000;
        var markup = string.Concat(Enumerable.Repeat("<w:ins>", Depth)) + string.Concat(Enumerable.Repeat("</w:ins>", Depth));
        Assert.Equal("AP1014", new DocxBuilder($"<w:p>{markup}</w:p>").Refusal());
        var tables = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Depth / 3));
        Assert.Equal("AP1014", new DocxBuilder(tables).Refusal(ReadLimits.Default with { XmlDepth = int.MaxValue, TableNesting = int.MaxValue }));
    }

    [Fact]
    public void ABombIsRefusedBeforeItGoesOffAndWhenItsDirectoryLies()
    {
        var bomb = Bomb(1L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("AP1014", WordReading.Read(bomb).Refusal?.Code);
        var at = bomb.AsSpan().LastIndexOf("word/document.xml"u8);
        BitConverter.TryWriteBytes(bomb.AsSpan(at - 46 + 24), 1000u);
        Assert.True(WordReading.Read(bomb).Refusal?.Code is "AP1014" or "AP1009");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 << 20);
    }

    [Fact]
    public void AnEndlessTagIsRefusedBeforeItFillsTheMemory()
    {
        var random = new Random(1);
        var value = string.Create(20 << 20, random, (span, source) => { foreach (ref var c in span) { c = (char)('a' + source.Next(26)); } });
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("AP1014", new DocxBuilder($"<w:p a=\"{value}\"/>").Refusal());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400 << 20);
    }

    private static byte[] Bomb(long size)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var rels = new StreamWriter(zip.CreateEntry("_rels/.rels").Open()))
            {
                rels.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            }

            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            entry.Write(Encoding.UTF8.GetBytes($"<w:document {Namespaces}><w:body>"));
            var blank = new byte[1 << 20];
            blank.AsSpan().Fill((byte)' ');
            for (var i = 0; i < size >> 20; i++)
            {
                entry.Write(blank);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Twice() => Zip(("word/document.xml", "a"), ("word/Document.xml", "b"));

    private static byte[] Stored() => Zip(
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", $"<w:document {Namespaces}><w:body>{P("OXO")}</w:body></w:document>"));

    private static byte[] Ole(string stream)
    {
        var bytes = new byte[1536];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        bytes[30] = 9;
        bytes[48] = 0;
        bytes[76] = 1;
        var name = Encoding.Unicode.GetBytes(stream);
        name.CopyTo(bytes, 512);
        bytes[512 + 64] = (byte)(name.Length + 2);
        bytes.AsSpan(1024).Fill(0xFF);
        return bytes;
    }
}
