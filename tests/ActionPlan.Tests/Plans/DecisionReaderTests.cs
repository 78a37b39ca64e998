using ActionPlan.Plans;

namespace ActionPlan.Tests.Plans;

/// <summary>Lines as public documents print them (docs/formats.md names where), and the decisions that they hold.</summary>
public class DecisionReaderTests
{
    [Theory]
    [InlineData("Antagen av KUN 2020-02-19 § 12, uppföljning KUN 2022-xx-xx § xx", "adopted KUN 2020-02-19 12; followUp KUN 2022-xx-xx xx")]
    [InlineData("Antaget av Kommunstyrelsen den 18 maj 2021, § 97.", "adopted Kommunstyrelsen 2021-05-18 97")]
    [InlineData("Antagen av kommunstyrelsen 8 november 2023 § 159", "adopted kommunstyrelsen 2023-11-08 159")]
    [InlineData("29/11 2017, § 141", "adopted  2017-11-29 141")]
    [InlineData("Uppföljning av handlingsplan antagen av KS 2021-06-14 § 91", "adopted KS 2021-06-14 91")]
    [InlineData("Enligt beslut i nämnden.", "")]
    [InlineData("Antagen av kommunfullmäktige 29/11 2021, § 141", "adopted kommunfullmäktige 2021-11-29 141")]
    [InlineData("2010-10-20, § 87. Reviderad 2016-09-15, § 102/2016", "adopted  2010-10-20 87; revised  2016-09-15 102/2016")]
    [InlineData("KF 27, 2001-04-24", "adopted KF 2001-04-24 27")]
    [InlineData("Kf 169/2017", "adopted Kf  169/2017")]
    [InlineData("Beslutad: MN, §", "adopted MN  ")]
    [InlineData("Fastställd av kommunstyrelsen den 3 maj 2022, § 88", "adopted kommunstyrelsen 2022-05-03 88")]
    [InlineData("Antagen i socialnämnden 21-05-18 § 97", "adopted socialnämnden 2021-05-18 97")]
    [InlineData("Reviderad KS 2023-01-09 § 4", "revised KS 2023-01-09 4")]
    [InlineData("Antagen av kommunfullmäktige åååå-mm-dd, § xx", "adopted kommunfullmäktige xxxx-xx-xx xx")]
    [InlineData("Uppföljning KS 20XX-XX-XX § XX", "followUp KS 20xx-xx-xx xx")]
    [InlineData("Vedtatt av kommunestyret 16.06.2021, sak 44/21", "adopted kommunestyret 2021-06-16 44/21")]
    [InlineData("Vedtaget af Byrådet den 14. juni 2021, punkt 14", "adopted Byrådet 2021-06-14 14")]
    [InlineData("Hyväksytty: kunnanvaltuusto 14.6.2021 § 45", "adopted kunnanvaltuusto 2021-06-14 45")]
    [InlineData("Adopted by the Municipal Council on 27 September 2021, § 132", "adopted Municipal Council 2021-09-27 132")]
    [InlineData("Antagen av Barn- och utbildningsnämnden 2021-03-17 § 33", "adopted Barn- och utbildningsnämnden 2021-03-17 33")]
    [InlineData("Antagen av Kultur-, idrotts- och fritidsnämnden 2021-03-17 § 33", "adopted Kultur-, idrotts- och fritidsnämnden 2021-03-17 33")]
    [InlineData("Antagen 2021-06-14 av kommunfullmäktige § 91", "adopted kommunfullmäktige 2021-06-14 91")]
    [InlineData("Handlingsplanen är antagen av KF 2021-06-14 § 91, reviderad av KS 2023-01-09 § 4 och uppföljd av KS 2023-03-06 § 52", "adopted KF 2021-06-14 91; revised KS 2023-01-09 4; followUp KS 2023-03-06 52")]
    [InlineData("Antagen av kommunfullmäktige 2021-06-14 § 82, uppföljning kommunstyrelsen 2024-03-06 § 41", "adopted kommunfullmäktige 2021-06-14 82; followUp kommunstyrelsen 2024-03-06 41")]
    [InlineData("Uppföljning godkänd av KS 2023-03-06 § 52", "followUp KS 2023-03-06 52")]
    [InlineData("Utfärdad av kommunchefen 2022-02-01", "adopted kommunchefen 2022-02-01 ")]
    [InlineData("Beslutad av Kommunfullmäktige 2020-11-30 § 147 Dnr KS 2020/00123", "adopted Kommunfullmäktige 2020-11-30 147")]
    public void A_printed_decision_is_read(string line, string expected) => Assert.Equal(expected, Written(line));

    [Theory]
    [InlineData("Uppföljning av handlingsplan våldsbejakande extremism")]
    [InlineData("Uppföljning av folkhälsoplan 2020–2023")]
    [InlineData("Handlingsplan för krisberedskap och civilt försvar, uppföljning 2023")]
    [InlineData("KS 2024/717")]
    [InlineData("KS-2018/451.181")]
    [InlineData("KSKF/2013:228")]
    [InlineData("SBN 2021 00099")]
    [InlineData("Dnr KS 2021/00123")]
    [InlineData("Uppföljningen sker i februari varje år och redovisas för kommunstyrelsen.")]
    [InlineData("Policyn antogs 2021. Stickprov visar att mängden grönsaker ökar.")]
    [InlineData("")]
    public void What_is_no_decision_gives_none(string line) => Assert.Equal(string.Empty, Written(line));

    [Fact]
    public void The_text_of_a_decision_is_as_printed()
    {
        var decisions = DecisionReader.Read("Antagen av KUN 2020-02-19 § 12, uppföljning KUN 2022-xx-xx § xx");

        Assert.Equal(["Antagen av KUN 2020-02-19 § 12", "uppföljning KUN 2022-xx-xx § xx"], decisions.Select(decision => decision.Text));
    }

    private static string Written(string line) =>
        string.Join("; ", DecisionReader.Read(line).Select(decision =>
            $"{char.ToLowerInvariant(decision.Role.ToString()[0])}{decision.Role.ToString()[1..]} {decision.Body} {decision.Date} {decision.Section}"));
}
