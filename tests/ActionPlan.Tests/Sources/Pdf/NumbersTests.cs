using ActionPlan.Sources.Pdf.Grids.Aligned;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Numbers part columns where words would not.</summary>
public class NumbersTests
{
    [Theory]
    [InlineData("1,254", true)]
    [InlineData("(3.2)", true)]
    [InlineData("–", true)]
    [InlineData("$9,594", true)]
    [InlineData("2a", false)]
    [InlineData("(", false)]
    public void A_number_is_known_by_its_signs(string text, bool expected) => Assert.Equal(expected, Numbers.Is(text));

    [Theory]
    [InlineData("1", "450", true)]
    [InlineData("1", "45", false)]
    [InlineData("1450", "200", false)]
    [InlineData("15", "455,5", true)]
    public void A_blank_before_three_digits_is_within_a_number(string first, string second, bool expected) => Assert.Equal(expected, Numbers.AreOne(first, second));
}
