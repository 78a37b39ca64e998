using ActionPlan.Tables;

namespace ActionPlan.Tests.Tables;

public class HeadingWordsTests
{
    private static readonly HeadingWords Words = new(ColumnHeadings.None);

    [Theory]
    [InlineData("Fokusområde/ Förebyggande insatser", ColumnKey.FocusArea)]
    [InlineData("Förebyggande insatser", ColumnKey.FocusArea)]
    [InlineData("Orsak", ColumnKey.FocusArea)]
    [InlineData("Insatsområde", ColumnKey.FocusArea)]
    [InlineData("Satsingsområde", ColumnKey.FocusArea)]
    [InlineData("Painopistealue", ColumnKey.FocusArea)]
    [InlineData("Aktivitet/insats", ColumnKey.Activity)]
    [InlineData("Vad ska göras?", ColumnKey.Activity)]
    [InlineData("Beslutade åtgärder 2022", ColumnKey.Activity)]
    [InlineData("Planerade aktiviteter och insatser", ColumnKey.Activity)]
    [InlineData("Tiltak", ColumnKey.Activity)]
    [InlineData("Toimenpide", ColumnKey.Activity)]
    [InlineData("Delmål", ColumnKey.Goal)]
    [InlineData("Avsett resultat", ColumnKey.Goal)]
    [InlineData("Inriktningsmål", ColumnKey.Goal)]
    [InlineData("Uppföljning 2022", ColumnKey.FollowUp)]
    [InlineData("Uppföljning T1 2023", ColumnKey.FollowUp)]
    [InlineData("Upp-\nföljning\n2022", ColumnKey.FollowUp)]
    [InlineData("Uppföljning (januari–augusti)", ColumnKey.FollowUp)]
    [InlineData("Uppföljning av planens mål", ColumnKey.FollowUp)]
    [InlineData("Resultat", ColumnKey.FollowUp)]
    [InlineData("Opfølgning", ColumnKey.FollowUp)]
    [InlineData("Follow-up", ColumnKey.FollowUp)]
    [InlineData("Ansvarig nämnd", ColumnKey.Responsible)]
    [InlineData("Vem?", ColumnKey.Responsible)]
    [InlineData("Delprojektansvarig", ColumnKey.Responsible)]
    [InlineData("När", ColumnKey.Timeframe)]
    [InlineData("Tidsfrist", ColumnKey.Timeframe)]
    [InlineData("Åtgärdsstatus", ColumnKey.Status)]
    [InlineData("Måluppfyllelse 2022-12-31", ColumnKey.Status)]
    [InlineData("Mätetal", ColumnKey.Indicator)]
    [InlineData("Resurser/tillgångar", ColumnKey.Resources)]
    [InlineData("Resultat och kommentarer", ColumnKey.Comment)]
    [InlineData("Nr", ColumnKey.Number)]
    [InlineData("ID", ColumnKey.Number)]
    public void A_heading_is_known_by_its_words(string heading, ColumnKey expected) => Assert.Equal(expected, Words.Find(heading).Key);

    [Theory]
    [InlineData("Samverkan")]
    [InlineData("Viktiga partners")]
    [InlineData("Prioritet")]
    [InlineData("Målgrupp")]
    [InlineData("Dokumentansvarig")]
    [InlineData("Version")]
    [InlineData("Datum")]
    public void A_heading_of_another_meaning_is_not_forced_into_a_column(string heading) => Assert.Equal(0, Words.Find(heading).Strength);

    [Fact]
    public void Headings_of_the_caller_win()
    {
        var words = new HeadingWords(new([new(ColumnKey.FollowUp, ["Nuläge hos oss"]), new(ColumnKey.Other, ["Mål"])]));

        Assert.Equal((ColumnKey.FollowUp, HeadingWords.CallerMatch), (words.Find("nuläge hos  oss").Key, words.Find("Nuläge hos oss").Strength));
        Assert.Equal(ColumnKey.Other, words.Find("Mål").Key);
    }

    [Theory]
    [InlineData("Uppföljning 2023", "2023")]
    [InlineData("Uppföljning T2 2023", "T2 2023")]
    [InlineData("Tertial 2, 2023", "Tertial 2, 2023")]
    [InlineData("Delår 2023", "Delår 2023")]
    [InlineData("Uppföljning läsår 2015/2016", "läsår 2015/2016")]
    [InlineData("Uppföljning 13/14", "13/14")]
    [InlineData("Uppföljning januari-augusti 2023", "januari-augusti 2023")]
    [InlineData("Plan 2022–2025", "2022–2025")]
    [InlineData("Beslut den 18 maj 2021", "2021")]
    [InlineData("KS 2021/00123", null)]
    [InlineData("2022-05-03", null)]
    [InlineData("Uppföljning", null)]
    public void A_period_is_found_as_printed(string text, string? expected) => Assert.Equal(expected, Period.FindLatest(text)?.Text);

    [Theory]
    [InlineData("T1 2023", "T2 2023")]
    [InlineData("2022", "2023")]
    [InlineData("T2 2023", "helår 2023")]
    [InlineData("Delår 2023", "2023")]
    [InlineData("T3 2022", "T1 2023")]
    public void Later_periods_are_told_from_earlier_ones(string earlier, string later)
    {
        var (a, b) = (Period.FindLatest(earlier)!, Period.FindLatest(later)!);

        Assert.True(b.IsLaterThan(a));
        Assert.False(a.IsLaterThan(b));
    }
}
