using ActionPlan.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Sources.Word;

/// <summary>No character of a table is lost without a word.</summary>
public class AccountTests
{
    /// <summary>Content of cells in which characters can go astray.</summary>
    internal static readonly string[] Pieces =
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

    public static TheoryData<string> Corpus => [.. CorpusFiles.Word];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void EveryCharacterOfTheCorpusIsAccountedFor(string file)
    {
        var path = Path.Combine(CorpusFiles.Folder, file);
        var document = WordReading.Read(File.ReadAllBytes(path)).Document!;
        WordReading.AssertCloses(document);
        Assert.Equal(SecondCount.OfTables(path), document.Body.OfType<SourceGrid>().Sum(grid => grid.Characters));
    }

    [Fact]
    public void AMutatedDocumentNeverThrowsAndAlwaysCloses()
    {
        var original = $"<w:document {DocxBuilder.Namespaces}><w:body>{DocxBuilder.Table(DocxBuilder.Row([.. Pieces.Select(piece => $"<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{piece}<w:p/></w:tc>")]))}{string.Concat(Pieces)}</w:body></w:document>";
        Check.One(
            Cases.Of(1000),
            Prop.ForAll(Mutation.Edits.ToArbitrary(), list =>
            {
                var markup = Mutation.Apply(original, list);
                var result = WordReading.Read(new DocxBuilder("").With("word/document.xml", markup).ToBytes());
                if (result.Document is { } document)
                {
                    WordReading.AssertCloses(document);
                }

                return result.Document is not null || result.Refusal is not null;
            }));
    }
}
