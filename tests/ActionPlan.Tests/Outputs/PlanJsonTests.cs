using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Outputs;

public sealed class PlanJsonTests
{
    [Fact]
    public void A_plan_comes_back_equal() => Prop.ForAll(PlanGenerator.Any, plan =>
    {
        var read = Read(Write(plan));
        Assert.Empty(read.Diagnostics);
        Assert.Equal(plan, read.Value);
        Assert.Equal(plan.Measures.Select(measure => measure.Source), read.Value!.Measures.Select(measure => measure.Source));
    }).Check(Cases.Of(1000));

    [Fact]
    public void What_is_written_fits_the_schema() => Prop.ForAll(PlanGenerator.Any, plan =>
    {
        using var json = JsonDocument.Parse(Write(plan));
        Assert.Null(JsonSchema.OfPlan.Misfit(json.RootElement));
    }).Check(Cases.Of(1000));

    [Fact]
    public void The_schema_test_can_fail()
    {
        using var json = JsonDocument.Parse("""{"schemaVersion":1,"title":"","decisions":[],"columns":[{"key":"goals","heading":"x"}],"sections":[]}""");
        Assert.Equal("$.columns[0].key: goals is not one of the names allowed", JsonSchema.OfPlan.Misfit(json.RootElement));
    }

    [Fact]
    public void Properties_stand_in_the_order_of_the_schema_and_letters_as_they_are() => Snapshot.Verify(Encoding.UTF8.GetString(Write(Sample())), "Outputs", "PlanJson");

    [Fact]
    public void Formatting_yields_to_a_text_that_was_edited()
    {
        var edited = Encoding.UTF8.GetString(Write(Sample())).Replace("\"followUp\": \"Fet text", "\"followUp\": \"Ny text", StringComparison.Ordinal);
        var measure = Read(edited).Value!.Measures.First();
        Assert.Equal(RichText.FromText("Ny text\nen punkt"), measure.FollowUp);
        Assert.False(measure.Other["Samverkan"].IsPlain);
    }

    [Fact]
    public void A_missing_id_is_computed_and_unknown_properties_are_named_once()
    {
        var read = Read("""
            {"schemaVersion":1,"title":"T","decisions":[],"columns":[],"extra":1,
             "sections":[{"heading":"","measures":[{"focusArea":"a","activity":"b","mood":2},{"focusArea":"a","activity":"b","mood":3}]}]}
            """);
        Assert.Equal(["AP1404", "AP1404"], read.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("$.sections[].measures[].mood", read.Diagnostics[1].Message, StringComparison.Ordinal);
        var ids = read.Value!.Measures.Select(measure => measure.Id).ToArray();
        Assert.Equal(16, ids[0].Length);
        Assert.Equal(ids[0] + "-2", ids[1]);
    }

    [Theory]
    [InlineData("{", "AP1401")]
    [InlineData("{\"schemaVersion\":1,", "AP1401")]
    [InlineData("{}", "AP1402")]
    [InlineData("{\"schemaVersion\":1}", "AP1402")]
    [InlineData("{\"schemaVersion\":1,\"title\":[]}", "AP1402")]
    [InlineData("{\"schemaVersion\":\"1\"}", "AP1402")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"\",\"title\":\"\"}", "AP1402")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"\",\"decisions\":[null],\"columns\":[],\"sections\":[]}", "AP1402")]
    [InlineData("{\"schemaVersion\":1,\"title\":\"\",\"decisions\":[],\"columns\":[{\"key\":\"7\",\"heading\":\"\"}],\"sections\":[]}", "AP1402")]
    [InlineData("{\"schemaVersion\":2,\"title\":[]}", "AP1403")]
    [InlineData("{\"schemaVersion\":2}", "AP1403")]
    [InlineData("{\"schemaVersion\":2.5}", "AP1403")]
    public void What_is_no_plan_is_refused(string json, string code)
    {
        var read = Read(json);
        Assert.Equal(ReadOutcome.Refused, read.Outcome);
        Assert.Equal(code, Assert.Single(read.Diagnostics).Code);
        Assert.DoesNotContain('\n', read.Error!.Message);
    }

    [Theory]
    [InlineData("Nr;Åtgärd;Uppföljning\n1;a;b\n", "AP1401")]
    [InlineData("\uFEFF <html></html>", "AP1401")]
    [InlineData("[1, 2]", "AP1402")]
    public void A_file_called_json_is_read_as_json_whatever_it_holds(string content, string code)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var read = new PlanReader().Read(stream, "plan.json");
        Assert.Equal(code, Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Equal(ReadOutcome.Refused, Read("{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}").Outcome);

    internal static Plan Sample()
    {
        var columns = new PlanColumn[] { new(ColumnKey.Number, "Nr"), new(ColumnKey.FocusArea, "Fokusområde"), new(ColumnKey.Activity, "Åtgärd"), new(ColumnKey.Goal, "Mål"), new(ColumnKey.FollowUp, "Uppföljning 2022"), new(ColumnKey.Other, "Samverkan") };
        var measure = new Measure
        {
            Id = "mwoxiumnkwrupzdr",
            Number = new("1"),
            FocusArea = new("Språk & kultur"),
            Activity = new("Läsa \"högt\" 😀"),
            Goal = new("=Fler läser"),
            FollowUp = RichText.FromParagraphs(
                new TextParagraph([new TextRun("Fet", Bold: true), new TextRun(" text")]),
                new TextParagraph([new TextRun("en punkt")], ListKind.Bullet, 1)),
            Other = OtherFields.From([new("Samverkan", RichText.FromParagraphs(new TextParagraph([new TextRun("Biblioteket", Link: "https://example.org/")])))]),
            Source = new MeasureSource(1, 3, [2, 3]),
        };
        return new Plan
        {
            Title = "Uppföljning av handlingsplan",
            Language = "sv",
            Period = "2022",
            Reference = "KS 2021/00123",
            Decisions = [new(DecisionRole.FollowUp, "KUN", PartialDate.Parse("2022-xx-xx", null), "xx", "uppföljning KUN 2022-xx-xx § xx")],
            Columns = [.. columns],
            Sections = [new PlanSection { Group = "Barn", Heading = "Skola", Measures = [measure] }, new PlanSection { Heading = "Tom" }],
        };
    }

    private static byte[] Write(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanWriter.Write(plan, stream);
        return stream.ToArray();
    }

    private static ReadResult<Plan> Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    private static ReadResult<Plan> Read(byte[] json)
    {
        using var stream = new MemoryStream(json);
        return new PlanReader(new ReadOptions { Kind = DocumentKind.Json }).Read(stream, "plan.json");
    }
}
