namespace ActionPlan.Tests.Plans;

/// <summary>Rows that hands and pages have cut, answers of several periods, and what stands above the table.</summary>
public partial class KindsOfPlanTests
{
    [Theory]
    [InlineData("Bilaga A ett två tre fyra fem sex", true)]
    [InlineData("x", false)]
    public void Tables_as_wide_as_the_plan_that_no_heading_explains_are_told_where_they_hold_much_text(string text, bool told)
    {
        var read = WrittenDocument.Read($"""
            ! Uppföljning av handlingsplan 2022
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | Trygghet | Grannsamverkan startas i två områden | Fler känner sig trygga | Startad i båda |
            # Bilaga
            | *Ort* | *Plats* | *Antal* | *Källa* |
            | {text} | {text} | {text} | {text} |
            """);
        Assert.Equal(told, read.Diagnostics.Any(diagnostic => diagnostic.Code == "AP2015"));
    }

    [Theory]
    [InlineData("Handlingsplan, uppföljning 2023", "Uppföljning 2022", "Uppföljning", "Uppföljning", false)]
    [InlineData("Handlingsplan, uppföljning 2023", "Uppföljning", "Uppföljning 2022", "Uppföljning", false)]
    [InlineData("Handlingsplan, uppföljning 2022", "Uppföljning", "Uppföljning 2022", "Uppföljning 2022", false)]
    [InlineData("Handlingsplan", "Uppföljning 2022", "Uppföljning", "Uppföljning", true)]
    [InlineData("Handlingsplan", "Uppföljning", "Uppföljning 2022", "Uppföljning 2022", true)]
    public void Of_two_columns_that_a_year_tells_apart_one_is_that_of_the_answers_or_it_is_told(string title, string left, string right, string answers, bool told)
    {
        var read = WrittenDocument.Read($"""
            ! {title}
            | Fokusområde | Aktivitet | {left} | {right} |
            | Trygghet | Grannsamverkan startas i två områden | Startad i båda | Utökad till tre |
            """);
        Assert.Equal(answers, read.Value!.Columns.Single(column => column.Key == ColumnKey.FollowUp).Heading);
        Assert.Equal(told, read.Diagnostics.Any(diagnostic => diagnostic.Code == "AP2020"));
    }

    private static IEnumerable<(string Promise, string Document, string Plan)> Seams() =>
    [
        ("a row cut in all its cells goes on, the first one too",
            """
            ! Plan
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | Förebyggande arbete bland | Öppna mötesplatser under | Trygga unga | Platsen har varit öppen |
            | barn och unga | kvällar och helger | | fyra kvällar i veckan. |
            | Skola | Läxhjälp | Fler klarar skolan | Klart |
            """,
            """
            ! Plan
            FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Förebyggande arbete bland barn och unga | Öppna mötesplatser under kvällar och helger | Trygga unga | Platsen har varit öppen fyra kvällar i veckan.
            Skola | Läxhjälp | Fler klarar skolan | Klart
            """),
        ("names in small letters do not go on from those above",
            """
            ! Plan
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | trygghet | belysning i parken | ljust | klart |
            | hälsa | vandringar för äldre | | pågår |
            """,
            """
            ! Plan
            FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            trygghet | belysning i parken | ljust | klart
            hälsa | vandringar för äldre |  | pågår
            """),
        ("a focus area that reaches down does not make a measure of the rest of an answer",
            """
            ! Plan
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | Hälsa | Vandringar | Friskare | Träffarna har startat och |
            | ^ | | | lockar allt fler. |
            | ^ | Gym på recept | Starkare | Klart |
            """,
            """
            ! Plan
            FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Hälsa | Vandringar | Friskare | Träffarna har startat och lockar allt fler.
            Hälsa | Gym på recept | Starkare | Klart
            """),
        ("a section that is written again where the table was divided is the same section",
            """
            ! Plan
            | Aktivitet | Mål | Uppföljning |
            | *Skola* | < | < |
            | Läxhjälp | Fler klarar skolan | Klart |

            | Aktivitet | Mål | Uppföljning |
            | *Skola (forts.)* | < | < |
            | Skolbiblioteket | Fler läser | Klart |
            | *Vård* | < | < |
            | Vandringar | Friskare | Pågår |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            # Skola
            Läxhjälp | Fler klarar skolan | Klart
            Skolbiblioteket | Fler läser | Klart
            # Vård
            Vandringar | Friskare | Pågår
            """),
        ("a total is no measure",
            """
            ! Plan
            | Aktivitet | Ansvarig | Budget | Uppföljning |
            | Läxhjälp | Rektor | 200 tkr | Klart |
            | Vandringar | Chef | 50 tkr | Pågår |
            | Summa | | 250 tkr | |
            """,
            """
            ! Plan
            Activity: Aktivitet | Responsible: Ansvarig | Resources: Budget | FollowUp: Uppföljning
            #
            Läxhjälp | Rektor | 200 tkr | Klart
            Vandringar | Chef | 50 tkr | Pågår
            """),
    ];

    private static IEnumerable<(string Promise, string Document, string Plan)> Answers() =>
    [
        ("the latest status is the status, as the latest follow-up is the follow-up",
            """
            ! Plan
            | Aktivitet | Status 2022 | Status 2023 | Uppföljning april | Uppföljning dec |
            | Läxhjälp | Påbörjad | Klar | Har startat. | Är klart. |
            """,
            """
            ! Plan (dec)
            Activity: Aktivitet | Other: Status 2022 | Status: Status 2023 | Other: Uppföljning april | FollowUp: Uppföljning dec
            #
            Läxhjälp | Påbörjad | Klar | Har startat. | Är klart.
            """),
        ("prompts that outlived their controls are no answers",
            """
            ! Plan
            | Aktivitet | Status | Uppföljning |
            | Läxhjälp | Välj ett objekt. | Klicka eller tryck här för att ange text. |
            | Vandringar | Klar | Välj ett objekt ur listan, står det i mallen. |
            """,
            """
            ! Plan
            Activity: Aktivitet | Status: Status | FollowUp: Uppföljning
            #
            Läxhjälp |  |
            Vandringar | Klar | Välj ett objekt ur listan, står det i mallen.
            """),
        ("labels that count the cards are one column",
            """
            ! Plan
            | Åtgärd 1 | Läsning |
            | Mål | Fler läser |
            | Uppföljning | Klart |

            | Åtgärd 2 | Simskola |
            | Mål | Fler simmar |
            | Uppföljning | Pågår |
            """,
            """
            ! Plan
            Activity: Åtgärd | Goal: Mål | FollowUp: Uppföljning
            #
            Läsning | Fler läser | Klart
            Simskola | Fler simmar | Pågår
            """),
        ("numbered fields of one card are columns of their own",
            """
            ! Plan
            | Åtgärd | Läsning |
            | Delmål 1 | Fler läser |
            | Delmål 2 | Fler lånar |
            | Uppföljning | Klart |
            """,
            """
            ! Plan
            Activity: Åtgärd | Goal: Delmål 1 | Other: Delmål 2 | FollowUp: Uppföljning
            #
            Läsning | Fler läser | Fler lånar | Klart
            """),
        ("a row that counts the cards names nothing",
            """
            ! Plan
            | Åtgärd 1 | < |
            | Aktivitet | Läsning |
            | Mål | Fler läser |
            | Uppföljning | Klart |

            | Åtgärd 2 | < |
            | Aktivitet | Simskola |
            | Mål | Fler simmar |
            | Uppföljning | Pågår |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Läsning | Fler läser | Klart
            Simskola | Fler simmar | Pågår
            """),
        ("key figures and budgets beside measures are not the plan",
            """
            ! Plan
            | Mål | Indikator | Utfall |
            | Trygga elever | Andel trygga | 81 % |
            Budget
            | Kostnad | Budget 2023 | Utfall 2023 |
            | Personal | 1 200 | 1 150 |
            Uppföljning
            | Aktivitet | Mål | Uppföljning |
            | Läxhjälp | Fler klarar skolan | Klart |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Läxhjälp | Fler klarar skolan | Klart
            """),
        ("key figures alone are the plan",
            """
            ! Plan
            | Mål | Indikator | Utfall |
            | Trygga elever | Andel trygga | 81 % |
            """,
            """
            ! Plan
            Goal: Mål | Indicator: Indikator | FollowUp: Utfall
            #
            Trygga elever | Andel trygga | 81 %
            """),
    ];

    private static IEnumerable<(string Promise, string Document, string Plan)> Fronts() =>
    [
        ("a decision may stand on two lines",
            """
            ! Plan
            Antagen av kommunfullmäktige
            2021-06-14 § 91
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan
            Adopted kommunfullmäktige 2021-06-14 § 91
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("the next decision is not the end of the one above",
            """
            ! Plan
            Antagen av KF 2021-06-14 § 91
            Reviderad 2022-03-03
            KS § 12
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan
            Adopted KF 2021-06-14 § 91
            Revised KS 2022-03-03 § 12
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("labels may be set off by tabs, and the day of writing is no decision",
            """
            ! Plan
            Datum: 2023-02-28
            Beslutsinstans	Socialnämnden
            Beslutsdatum	2021-06-14
            Paragraf	§ 91
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan
            Adopted Socialnämnden 2021-06-14 § 91
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("the day of writing alone is no decision",
            """
            ! Plan
            Datum: 2023-02-28
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("the year that was followed up is named before the year of its decision",
            """
            ! Plan
            Uppföljning år 2023 godkänd av KS 2024-02-07 § 18
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan (2023)
            FollowUp KS 2024-02-07 § 18
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("a numbered chapter is no title",
            """
            Handlingsplan för trygghet
            # 1 Inledning
            Planen gäller alla.
            # 2 Uppföljning
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Handlingsplan för trygghet
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
    ];
}
