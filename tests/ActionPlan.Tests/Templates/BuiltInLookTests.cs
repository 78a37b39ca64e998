using System.IO.Compression;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Templates;

/// <summary>A plan to Word and back is the same plan, whatever its texts are and wherever its rows were moved.</summary>
public class BuiltInLookTests
{
    private static readonly Config Tries = Cases.Of(1_000);

    [Fact]
    public void ReadsBackEqual() =>
        Check.One(Tries, Prop.ForAll(GeneratedPlans.Arbitrary, plan => AssertEqual(plan, WordFiles.Read(WordFiles.Of(plan)))));

    [Fact]
    public void ReadsBackEqualAfterRowsWereMoved() =>
        Check.One(Tries, Prop.ForAll(GeneratedPlans.Arbitrary, plan =>
        {
            var random = new Random(plan.Title.Length + plan.Sections.Count);
            var moved = WordFiles.Edit(WordFiles.Of(plan), document => MoveRows(document, random));
            var read = WordFiles.Read(moved);
            AssertEqual(Sorted(plan), Sorted(read));
        }));

    [Fact]
    public void IsValid() =>
        Check.One(Cases.Of(40), Prop.ForAll(GeneratedPlans.Arbitrary, plan =>
        {
            WordFiles.AssertValid(WordFiles.Of(plan));
            LeakScan.AssertNone(WordFiles.Of(plan));
        }));

    [Fact]
    public void CharactersThatXmlForbidsAreLeftOut()
    {
        var plan = WordFiles.Simple("a\u0001b\uFFFFc\uD800d");
        var read = WordFiles.Read(WordFiles.Of(plan));
        Assert.Equal("abcd", Assert.Single(read.Measures).FollowUp.Text);
    }

    [Fact]
    public void AVeryLongAnswerIsWhole()
    {
        var text = string.Join(' ', Enumerable.Repeat("{{x}} <x> &", 9_000));
        Assert.Equal(text, Assert.Single(WordFiles.Read(WordFiles.Of(WordFiles.Simple(text))).Measures).FollowUp.Text);
    }

    private static void MoveRows(XDocument document, Random random)
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        foreach (var table in document.Descendants(w + "tbl").ToList())
        {
            var rows = table.Elements(w + "sdt").ToArray();
            foreach (var row in rows)
            {
                row.Remove();
            }

            random.Shuffle(rows);
            table.Add(rows);
        }
    }

    private static Plan Sorted(Plan plan) => plan with
    {
        Sections = plan.Sections.Select(section => section with { Measures = section.Measures.OrderBy(measure => measure.Id, StringComparer.Ordinal).ToValueList() }).ToValueList(),
    };

    private static void AssertEqual(Plan expected, Plan actual)
    {
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Columns, actual.Columns);
        Assert.Equal(expected.Decisions, actual.Decisions);
        Assert.Equal((expected.Period, expected.Reference, expected.Language), (actual.Period, actual.Reference, actual.Language));
        Assert.Equal(expected.Sections.Select(section => (section.Group, section.Heading, section.Measures.Count)), actual.Sections.Select(section => (section.Group, section.Heading, section.Measures.Count)));
        foreach (var (one, other) in expected.Measures.Zip(actual.Measures))
        {
            Assert.Equal(one.Id, other.Id);
            Assert.Equal(one.Other.Keys, other.Other.Keys);
            foreach (var column in expected.Columns)
            {
                Assert.Equal(one[column].Paragraphs, other[column].Paragraphs);
            }
        }

        Assert.Equal(expected, actual);
    }
}
