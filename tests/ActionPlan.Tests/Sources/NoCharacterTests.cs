using System.Text;

namespace ActionPlan.Tests.Sources;

/// <summary>Texts with code points that are no characters are read like any other.</summary>
public class NoCharacterTests
{
    [Theory]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    public void A_table_may_hold_what_is_no_character(string text)
    {
        var csv = $"Aktivitet;Uppföljning;Annat {text}\nRusta {text};Klart {text};Nej\n";
        var plan = new PlanReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "plan.csv").GetValueOrThrow();
        Assert.Equal($"Klart {text}", plan.Measures.First().FollowUp.Text);
    }

    [Fact]
    public void The_composed_form_of_any_text_is_one()
    {
        Assert.Equal("a\ufffd", ComposedText.Of("a\ufffe"));
        Assert.Equal("\ufffd", ComposedText.Of("\ud83d"));
        Assert.Equal("\ufffdå", ComposedText.Of("\ude00a\u030a"));
        Assert.Equal("\ud83d\ude00", ComposedText.Of("\ud83d\ude00"));
    }
}
