using System.Security.Cryptography;
using System.Text;
using ActionPlan.Plans;

namespace ActionPlan.Tests;

public sealed class MeasureIdsTests
{
    [Theory]
    [InlineData("Minskad bostadssegregation", "Spridning av personer")]
    [InlineData("  två \n rader\t", "\u00A0hårt blanksteg ")]
    [InlineData("a\u030angstro\u0308m", "Ångström")]
    [InlineData("", "")]
    [InlineData("😀", "한국어")]
    [InlineData("\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C\uFB2C", "en text som blir längre när den sätts samman")]
    [InlineData("Två  blanksteg mitt i en lång text", "Ett radslut\nmitt i en annan lång text")]
    [InlineData("Slutar med blanksteg, som inte ", " börjar med ett, som inte heller räknas")]
    [InlineData("0123456 ", "01234567 89abcde f")]
    [InlineData("0123456  89abcdef", "01234567  9abcdef")]
    [InlineData("mitt\u00A0i", "mitt i en text\u0085som räcker")]
    public void An_id_is_what_the_contract_says(string focusArea, string activity)
    {
        var text = string.Join('\u001F', new[] { focusArea, activity }.Select(part =>
            string.Join(' ', part.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        var bits = string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Select(value => value.ToString("b8", null)));
        var expected = string.Concat(Enumerable.Range(0, 16).Select(i => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(bits.Substring(i * 5, 5), 2)]));
        Assert.Equal(expected, MeasureIds.Compute(focusArea, activity));
    }

    [Fact]
    public void Carried_ids_stay_and_equal_ones_are_told_apart()
    {
        var computed = MeasureIds.Compute("a", "b");
        var diagnostics = new List<Diagnostic>();
        var plan = MeasureIds.Complete(Plan(("", "a"), ("", "a"), (computed + "-2", "c"), ("mwoxiumnkwrupzdr", "a"), ("mwoxiumnkwrupzdr", "a")), diagnostics);
        Assert.Equal([computed, computed + "-3", computed + "-2", "mwoxiumnkwrupzdr", "mwoxiumnkwrupzdr-2"], plan.Measures.Select(measure => measure.Id));
        Assert.Equal("AP2013", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Many_equal_measures_take_linear_time()
    {
        var plan = MeasureIds.Complete(Plan([.. Enumerable.Repeat(("", "a"), 20_000)]), []);
        Assert.Equal(20_000, plan.Measures.Select(measure => measure.Id).Distinct().Count());
        Assert.EndsWith("-20000", plan.Measures.Last().Id, StringComparison.Ordinal);
    }

    private static Plan Plan(params (string Id, string FocusArea)[] measures) => new()
    {
        Sections = [new PlanSection { Measures = [.. measures.Select(measure => new Measure { Id = measure.Id, FocusArea = new(measure.FocusArea), Activity = new("b") })] }],
    };
}
