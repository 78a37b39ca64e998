using ActionPlan.Sources.Pdf.Cells;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>What stands between two lines follows from the form of the words where a document says no more.</summary>
public class HyphenationTests
{
    [Theory]
    [InlineData("region-", "och", nameof(LineEnd.Blank))]
    [InlineData("SCB-", "statistik", nameof(LineEnd.RealHyphen))]
    [InlineData("20-", "årsjubileet", nameof(LineEnd.RealHyphen))]
    [InlineData("e-", "lärande", nameof(LineEnd.RealHyphen))]
    [InlineData("Sverige-", "Finland", nameof(LineEnd.RealHyphen))]
    [InlineData("demokrati/", "MR-frågor", nameof(LineEnd.RealHyphen))]
    [InlineData("uppfölj\u00ad", "ning", nameof(LineEnd.DividedWord))]
    [InlineData("halve\u00ad\u2010", "ras", nameof(LineEnd.DividedWord))]
    [InlineData("hbtqi-", "frågor", nameof(LineEnd.RealHyphen))]
    [InlineData("IT-", "ENHETEN", nameof(LineEnd.RealHyphen))]
    [InlineData("ungdomsmottagningen", ",", nameof(LineEnd.CutWord))]
    [InlineData("bank-", "konto", nameof(LineEnd.DoubtfulHyphen))]
    [InlineData("dörr”-", "koncept", nameof(LineEnd.RealHyphen))]
    [InlineData("ord", "till", nameof(LineEnd.Blank))]
    [InlineData("-", "punkt", nameof(LineEnd.Blank))]
    public void The_end_of_a_line_is_read_from_its_words(string above, string below, string expected) =>
        Assert.Equal(expected, new Hyphenation([]).Between(above, below).ToString());
}
