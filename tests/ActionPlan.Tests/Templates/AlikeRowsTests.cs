using System.Xml.Linq;

namespace ActionPlan.Tests.Templates;

/// <summary>Rows that differ in their texts alone are written without a tree of each: nobody may see which were.</summary>
public class AlikeRowsTests
{
    private const int Rows = 9;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly RichText Rich = RichText.FromParagraphs(new TextParagraph([new("Klart", Bold: true), new(" sedan i maj.")]), new TextParagraph([new("första")], ListKind.Bullet));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_rows_have_the_markup_of_the_first(bool isLocked)
    {
        var (template, _) = Next(WordFiles.Of(Plan(i => new($"Svar {i}"))), isLocked);
        var filled = WordFiles.Fill(template, Plan(i => new($"Nytt svar {i}")), out _);
        Assert.Single(Shapes(template).Distinct());
        Assert.Single(Shapes(filled).Distinct());
        Assert.Equal(Rows, Shapes(filled).Count);
    }

    [Theory]
    [InlineData("<w:p/> & \"citat\" 'enkelt' ]]> &amp; {{followUp}}")]
    [InlineData("å\u00A0ä\u200Bö \U0001F600")]
    [InlineData("\uE001\uE002\uE003\uE100\uE004\uE105")]
    [InlineData(" inledande och avslutande ")]
    [InlineData("")]
    public void Texts_stay_what_they_are(string text)
    {
        var plan = Plan(i => new(text.Length == 0 ? "" : text + i), activity: text);
        var (template, next) = Next(WordFiles.Of(plan));
        var filled = WordFiles.Fill(template, plan, out var result);
        WordFiles.AssertValid(filled);
        WordFiles.AssertSame(next, WordFiles.Read(template));
        WordFiles.AssertSame(result, WordFiles.Read(filled));
        Assert.All(result.Measures.Zip(plan.Measures), pair => Assert.Equal(pair.Second.FollowUp, pair.First.FollowUp));
    }

    [Fact]
    public void A_text_with_characters_that_XML_cannot_hold_loses_them()
    {
        var (template, _) = Next(WordFiles.Of(Plan(_ => new("gammalt"))));
        var filled = WordFiles.Fill(template, Plan(i => new($"sv\u0001ar\uFFFE {i}")), out _);
        WordFiles.AssertValid(filled);
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => $"svar {i}"), WordFiles.Read(filled).Measures.Select(measure => measure.FollowUp.Text));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    public void Rows_of_another_kind_between_them_are_theirs(int every, bool isLocked)
    {
        var plan = Plan(i => i % every == 0 ? Rich : i % every == 1 ? new($"Första\nandra {i}") : new($"Svar {i}"));
        var (template, _) = Next(WordFiles.Of(plan), isLocked);
        var filled = WordFiles.Fill(template, plan, out var result);
        WordFiles.AssertValid(filled);
        WordFiles.AssertSame(result, WordFiles.Read(filled));
        Assert.Equal(plan.Measures.Select(measure => measure.FollowUp), result.Measures.Select(measure => measure.FollowUp));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(Rows)]
    public void A_merge_that_goes_on_from_a_row_begins_in_it(int merged)
    {
        // Without the tag of its row the example is read by its look, and a cell goes on from one that begins no merge.
        var example = WordFiles.Edit(WordFiles.Of(Plan(i => new($"Svar {i}"))), document =>
        {
            foreach (var control in document.Descendants(W + "sdt").Where(control => control.Descendants(W + "tc").Any()).Reverse().ToList())
            {
                control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
            }

            var cell = document.Descendants(W + "tr").ElementAt(merged).Elements(W + "tc").First();
            cell.Element(W + "tcPr")!.Add(new XElement(W + "vMerge"));
            cell.Descendants(W + "t").Remove();
        });
        var (template, next) = Next(example);
        WordFiles.AssertValid(template);
        WordFiles.AssertSame(next, WordFiles.Read(template));
    }

    [Fact]
    public void A_control_of_the_examples_own_within_a_cell_stays()
    {
        var example = WordFiles.Edit(WordFiles.Of(Plan(i => new($"Svar {i}"))), document =>
        {
            foreach (var cell in document.Descendants(W + "tr").Skip(1).Select(row => row.Descendants(W + "tc").ElementAtOrDefault(1)).OfType<XElement>())
            {
                var run = cell.Descendants(W + "r").First();
                run.ReplaceWith(new XElement(W + "sdt", new XElement(W + "sdtPr", new XElement(W + "tag", new XAttribute(W + "val", "egen")), new XElement(W + "id", new XAttribute(W + "val", 77))), new XElement(W + "sdtContent", new XElement(run))));
            }
        });
        var (template, next) = Next(example, isLocked: true);
        WordFiles.AssertSame(next, WordFiles.Read(template));
        Assert.Equal(Rows, XDocument.Parse(WordFiles.Part(template, "word/document.xml")).Descendants(W + "tag").Count(tag => (string?)tag.Attribute(W + "val") == "egen"));
    }

    private static (byte[] File, Plan Plan) Next(byte[] document, bool isLocked = false)
    {
        using var stream = new MemoryStream();
        var result = new WordTemplate().Next(new MemoryStream(document), "plan.docx", stream, new() { Period = "2031", Lock = isLocked });
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        return (stream.ToArray(), result.Value);
    }

    /// <summary>The markup of the rows but for ids and texts.</summary>
    private static List<string> Shapes(byte[] file)
    {
        var document = XDocument.Parse(WordFiles.Part(file, "word/document.xml"));
        document.Descendants(W + "id").Remove();
        foreach (var text in document.Descendants(W + "t").Where(text => text.Value.Any(char.IsAsciiDigit)))
        {
            text.Value = "";
        }

        var rows = document.Descendants(W + "tr").Skip(1).Select(row => row.Parent!.Parent!).Where(row => row.Descendants(W + "tag").Count() > 1).ToList();
        foreach (var tag in rows.DescendantsAndSelf(W + "tag"))
        {
            var value = tag.Attribute(W + "val")!;
            value.Value = value.Value[..value.Value.LastIndexOf(':')];
        }

        return rows.ConvertAll(row => row.ToString());
    }

    private static Plan Plan(Func<int, RichText> answer, string activity = "Utbilda") => new()
    {
        Title = "Uppföljning av handlingsplan",
        Language = "sv",
        Period = "2030",
        Columns = [new(ColumnKey.FocusArea, "Fokusområde"), new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.FollowUp, "Uppföljning")],
        Sections =
        [
            new()
            {
                Heading = "Skola",
                Measures = Enumerable.Range(0, Rows).Select(i => new Measure
                {
                    Id = new((char)('a' + i), 16),
                    FocusArea = new($"Skola {i}"),
                    Activity = new(activity.Trim().Length == 0 ? $"Utbilda {i}" : $"{activity.Trim()} {i}"),
                    FollowUp = answer(i) is { IsPlain: true } plain ? new(string.Join('\n', plain.Text.Split('\n').Select(line => line.Trim()))) : answer(i),
                }).ToValueList(),
            },
        ],
    };
}
