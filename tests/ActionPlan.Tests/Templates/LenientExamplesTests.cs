using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;

namespace ActionPlan.Tests.Templates;

/// <summary>What Word reads and no schema allows is no hindrance: the template is sound, and no answer of the past stands in it.</summary>
public class LenientExamplesTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void ATableWithoutRowsIsNone() => AssertTemplate(document => Table(document).AddBeforeSelf(new XElement(W + "tbl"), new XElement(W + "p")));

    [Fact]
    public void ATableWithoutAGridGetsOne() => AssertTemplate(document => Table(document).Element(W + "tblGrid")!.RemoveNodes());

    [Fact]
    public void WidthsWithDecimalsAreRounded() =>
        AssertTemplate(document => Table(document).Element(W + "tblPr")!.Element(W + "tblW")!.SetAttributeValue(W + "w", "15397.0"));

    [Fact]
    public void OnAndOffOfAnotherEditionMeanTheSame() =>
        AssertTemplate(document =>
        {
            var properties = Row(document, 0).Element(W + "trPr");
            if (properties is null)
            {
                Row(document, 0).AddFirst(properties = new XElement(W + "trPr"));
            }

            properties.Elements(W + "tblHeader").Remove();
            properties.Add(new XElement(W + "tblHeader", new XAttribute(W + "val", "true")));
        });

    [Fact]
    public void ElementsOfOtherProgramsAreLeftOut() =>
        AssertTemplate(document => Row(document, 1).Descendants(W + "p").First().Add(new XElement(XNamespace.Get("http://example.org/insert") + "Insert")));

    [Fact]
    public void ARowThatEndsBeforeTheAnswerGetsACellForIt()
    {
        var (file, plan) = AssertTemplate(document =>
        {
            var row = document.Descendants(W + "tr").First(each => each.Elements(W + "tc").Count() == 4 && each != Row(document, 0));
            row.Elements(W + "tc").Last().Remove();
            if (row.Element(W + "trPr") is not { } properties)
            {
                row.AddFirst(properties = new XElement(W + "trPr"));
            }

            properties.Add(new XElement(W + "gridAfter", new XAttribute(W + "val", 1)));
        });
        var filled = WordFiles.Fill(file, WordFiles.Answered(plan), out _);
        WordFiles.AssertValid(filled);
        Assert.All(WordFiles.Read(filled).Measures, measure => Assert.StartsWith("Svar ", measure.FollowUp.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void ATableInATextBoxIsRefused()
    {
        var example = Example(document =>
        {
            var table = Table(document);
            var box = new XElement(W + "p", new XElement(W + "r", new XElement(W + "pict", new XElement(XNamespace.Get("urn:schemas-microsoft-com:vml") + "textbox", new XElement(W + "txbxContent", table, new XElement(W + "p"))))));
            table.ReplaceWith(box);
        });
        using var stream = new MemoryStream();
        var result = new WordTemplate().Next(new MemoryStream(example), "plan.docx", stream, new() { Period = "2031" });
        Assert.Contains("AP3020", result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(0, stream.Length);
    }

    private static (byte[] File, Plan Plan) AssertTemplate(Action<XDocument> change)
    {
        var example = Example(change);
        var before = WordFiles.Read(example);
        using var stream = new MemoryStream();
        var result = new WordTemplate().Next(new MemoryStream(example), "plan.docx", stream, new() { Period = "2031" });
        Assert.NotNull(result.Value);
        WordFiles.AssertValid(stream.ToArray());
        var after = WordFiles.Read(stream.ToArray());
        Assert.Equal(before.Measures.Select(measure => measure.Id), after.Measures.Select(measure => measure.Id));
        Assert.All(after.Measures, measure => Assert.True(measure.FollowUp.IsEmpty, measure.FollowUp.Text));
        return (stream.ToArray(), after);
    }

    private static byte[] Example(Action<XDocument> change) => WordFiles.Edit(File.ReadAllBytes(Path.Combine(CorpusFiles.Folder, "d13.docx")), change);

    private static XElement Table(XDocument document) => document.Descendants(W + "tbl").First(table => table.Descendants(W + "tr").Count() > 2);

    private static XElement Row(XDocument document, int at) => Table(document).Elements(W + "tr").ElementAt(at);
}
