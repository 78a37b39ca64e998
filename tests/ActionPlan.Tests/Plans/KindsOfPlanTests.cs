namespace ActionPlan.Tests.Plans;

/// <summary>Tables as municipalities write them, each with the plan that a reader of the page would see.</summary>
public partial class KindsOfPlanTests
{
    /// <summary>Promise, document, plan: in the notation of <see cref="WrittenDocument"/>.</summary>
    public static TheoryData<string, string, string> Kinds => Sections().Concat(Rows()).Concat(Cards()).Concat(Columns()).Concat(Surroundings()).Concat(Seams()).Concat(Answers()).Concat(Fronts())
        .Aggregate(new TheoryData<string, string, string>(), (data, kind) =>
        {
            data.Add(kind.Promise, kind.Document, kind.Plan);
            return data;
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_is_read_as_a_reader_of_the_page_sees_it(string promise, string document, string plan)
    {
        var result = WrittenDocument.Read(document);
        var shown = result.Value is null ? result.Error?.ToString() : WrittenDocument.Shown(result.Value);
        Assert.True(plan.ReplaceLineEndings("\n").Trim() == shown, $"{promise}:\n{shown}");
        var account = result.Report.Account;
        Assert.Equal(account.Source, account.Plan + account.Headings + account.RepeatedHeadings + account.Furniture + account.OtherTables + account.Dropped.Total + account.Unplaced);
    }

    [Fact]
    public void A_text_that_a_card_leaves_over_is_named()
    {
        var result = WrittenDocument.Read("""
            ! Plan
            | | Lösryckt text |
            | Aktivitet | Läsning |
            | Mål | Fler läser |
            | Uppföljning | Klart |
            """);
        Assert.Equal("Läsning", Assert.Single(result.Value!.Measures).Activity.Text);
        Assert.Equal(["Lösryckt text"], result.Report.Account.UnplacedText);
        Assert.Contains("Lösryckt text", Assert.Single(result.Diagnostics, diagnostic => diagnostic.Code == "AP2003").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_below_the_measures_is_named_as_text_without_a_place()
    {
        var result = WrittenDocument.Read("""
            ! Plan
            | Aktivitet | Mål | Uppföljning |
            | Läxhjälp | Fler klarar skolan | Klart |
            | Kommentar: siffrorna är preliminära. | < | < |
            """);
        Assert.Equal(["Kommentar: siffrorna är preliminära."], result.Report.Account.UnplacedText);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic is { Code: "AP2003", Severity: DiagnosticSeverity.Warning });
        Assert.Single(result.Value!.Measures);
    }

    private static IEnumerable<(string Promise, string Document, string Plan)> Sections() =>
    [
        ("a goal in full over the width is a section, however long",
            """
            ! Plan
            | Aktivitet | Mål | Uppföljning |
            | *Mål 1: Alla barn och unga i kommunen ska ges förutsättningar att utvecklas till sin fulla potential, oavsett bakgrund, kön, funktionsnedsättning eller var i kommunen de bor, och få stöd i tid.* | < | < |
            | Läxhjälp | Fler klarar skolan | Klart |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            # Mål 1: Alla barn och unga i kommunen ska ges förutsättningar att utvecklas till sin fulla potential, oavsett bakgrund, kön, funktionsnedsättning eller var i kommunen de bor, och få stöd i tid.
            Läxhjälp | Fler klarar skolan | Klart
            """),
        ("a label and a name over the width are a section",
            """
            ! Plan
            | Aktivitet | Mål | Uppföljning |
            | Fokusområde: | Trygghet | < |
            | Belysning | Ljust | Klart |
            | Fokusområde: | Hälsa | < |
            | Vandringar | Friskare | Pågår |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            # Fokusområde: Trygghet
            Belysning | Ljust | Klart
            # Fokusområde: Hälsa
            Vandringar | Friskare | Pågår
            """),
        ("a bold name beside a blank number is a section",
            """
            ! Plan
            | Nr | Åtgärd | Ansvarig | Uppföljning |
            | | *Skola* | | |
            | 1 | Läsa | Rektor | Klart |
            | 2 | Räkna | Rektor | Pågår |
            | | *Fritid* | | |
            | 3 | Simma | Chef | Klart |
            """,
            """
            ! Plan
            Number: Nr | Activity: Åtgärd | Responsible: Ansvarig | FollowUp: Uppföljning
            # Skola
            1 | Läsa | Rektor | Klart
            2 | Räkna | Rektor | Pågår
            # Fritid
            3 | Simma | Chef | Klart
            """),
        ("a section may be numbered in the column of numbers",
            """
            ! Plan
            | Nr | Åtgärd | Ansvarig | Uppföljning |
            | 1 | *Skola* | | |
            | 1.1 | Läsa | Rektor | Klart |
            | 1.2 | Räkna | Rektor | Pågår |
            """,
            """
            ! Plan
            Number: Nr | Activity: Åtgärd | Responsible: Ansvarig | FollowUp: Uppföljning
            # 1 Skola
            1.1 | Läsa | Rektor | Klart
            1.2 | Räkna | Rektor | Pågår
            """),
        ("a bold line heads the rest of a table that was split by hand",
            """
            ! Plan
            *Skola*
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            *Fritid*
            | D | E | F |
            *Kultur*
            | Aktivitet | Mål | Uppföljning |
            | G | H | I |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            # Skola
            A | B | C
            # Fritid
            D | E | F
            # Kultur
            G | H | I
            """),
        ("headings of two levels give group and section",
            """
            ! Plan
            # Barn
            ## Skola
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            # Vuxna
            ## Arbete
            | Aktivitet | Mål | Uppföljning |
            | D | E | F |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            # Barn / Skola
            A | B | C
            # Vuxna / Arbete
            D | E | F
            """),
    ];

    private static IEnumerable<(string Promise, string Document, string Plan)> Rows() =>
    [
        ("rows that are numbered beforehand are measures that wait, not sections",
            """
            ! Plan
            | Nr | Åtgärd | Ansvarig | Uppföljning |
            | 1 | Belysning | Teknik | Klart |
            | 2 | Kameror | Säkerhet | Pågår |
            | 3 | | | |
            """,
            """
            ! Plan
            Number: Nr | Activity: Åtgärd | Responsible: Ansvarig | FollowUp: Uppföljning
            #
            1 | Belysning | Teknik | Klart
            2 | Kameror | Säkerhet | Pågår
            3 |  |  |
            """),
        ("a sentence cut by a row goes on",
            """
            ! Plan
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | Trygghet | Belysning i parker | Ljusare gator och | Arbetet pågår och |
            | | | torg | förväntas bli klart. |
            """,
            """
            ! Plan
            FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Trygghet | Belysning i parker | Ljusare gator och torg | Arbetet pågår och förväntas bli klart.
            """),
        ("several goals of one activity are its paragraphs, a new activity is a measure",
            """
            ! Plan
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | Trygghet | Belysning | Ljust | Klart |
            | | | Tryggare centrum | Mätning visar 80 % |
            | | Kameror | Färre brott | Pågår |
            """,
            """
            ! Plan
            FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Trygghet | Belysning | Ljust¶Tryggare centrum | Klart¶Mätning visar 80 %
            Trygghet | Kameror | Färre brott | Pågår
            """),
        ("a merged cell belongs to all its rows, a blank focus area ends at the next section",
            """
            ! Plan
            | Fokusområde | Aktivitet | Mål | Uppföljning |
            | *Skola* | < | < | < |
            | Trygghet | Belysning | Ljust | Klart |
            | ^ | Kameror | ^ | Pågår |
            | *Fritid* | < | < | < |
            | | Vandring | Friskare | Pågår |
            """,
            """
            ! Plan
            FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            # Skola
            Trygghet | Belysning | Ljust | Klart
            Trygghet | Kameror | Ljust | Pågår
            # Fritid
             | Vandring | Friskare | Pågår
            """),
    ];

    private static IEnumerable<(string Promise, string Document, string Plan)> Cards() =>
    [
        ("a small table of three columns is no card, though its values are words of headings",
            """
            ! Plan
            | Aktivitet | Mål | Uppföljning |
            | Läxhjälp | Fler klarar skolan | Klart |
            | Vandringar | Tryggare | Klart |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            Läxhjälp | Fler klarar skolan | Klart
            Vandringar | Tryggare | Klart
            """),
        ("a card's label may be merged over several values",
            """
            ! Plan
            | Aktivitet | Läsning |
            | Mål | Fler läser |
            | Uppföljning | Första stycket |
            | ^ | Andra stycket |
            | Ansvarig | Rektor |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning | Responsible: Ansvarig
            #
            Läsning | Fler läser | Första stycket¶Andra stycket | Rektor
            """),
        ("a row over the width names the measures of a card that has no label for the activity",
            """
            ! Plan
            | Åtgärd 1. Öppen förskola | < |
            | Mål | Fler barn |
            | Uppföljning | Klart |
            | Ansvarig | Rektor |

            | Åtgärd 2. Simskola | < |
            | Mål | Fler simmar |
            | Uppföljning | Pågår |
            | Ansvarig | Chef |
            """,
            """
            ! Plan
            Goal: Mål | FollowUp: Uppföljning | Responsible: Ansvarig
            # Åtgärd 1. Öppen förskola
            Fler barn | Klart | Rektor
            # Åtgärd 2. Simskola
            Fler simmar | Pågår | Chef
            """),
        ("two pairs of label and value stand side by side",
            """
            ! Plan
            | Aktivitet | Läsning | Ansvarig | Rektor |
            | Mål | Fler läser | Tidplan | 2023 |
            | Uppföljning | Klart | < | < |
            """,
            """
            ! Plan
            Activity: Aktivitet | Responsible: Ansvarig | Goal: Mål | Timeframe: Tidplan | FollowUp: Uppföljning
            #
            Läsning | Rektor | Fler läser | 2023 | Klart
            """),
    ];

    private static IEnumerable<(string Promise, string Document, string Plan)> Columns() =>
    [
        ("headings that are parts of a year ask for the follow-up where nothing else does, and the latest is the answer",
            """
            ! Handlingsplan 2023
            | Aktivitet | Mål | Kvartal 1 | Kvartal 2 |
            | Läxhjälp | Fler klarar skolan | Startat | Klart |
            """,
            """
            ! Handlingsplan 2023 (Kvartal 2 2023)
            Activity: Aktivitet | Goal: Mål | Other: Kvartal 1 | FollowUp: Kvartal 2
            #
            Läxhjälp | Fler klarar skolan | Startat | Klart
            """),
        ("autumn is later than spring",
            """
            ! Handlingsplan 2023
            | Aktivitet | Mål | Uppföljning vår | Uppföljning höst |
            | Läxhjälp | Fler klarar skolan | Startat | Klart |
            """,
            """
            ! Handlingsplan 2023 (höst 2023)
            Activity: Aktivitet | Goal: Mål | Other: Uppföljning vår | FollowUp: Uppföljning höst
            #
            Läxhjälp | Fler klarar skolan | Startat | Klart
            """),
        ("headings over two rows are their lower line, in any order",
            """
            ! Plan
            | Uppföljning | < | Fokusområde | Plan | < |
            | Resultat | Status | ^ | Aktivitet | Mål |
            | D | Klart | A | B | C |
            """,
            """
            ! Plan
            FollowUp: Resultat | Status: Status | FocusArea: Fokusområde | Activity: Aktivitet | Goal: Mål
            #
            D | Klart | A | B | C
            """),
        ("two tables of different columns give their union",
            """
            ! Plan
            # Skola
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            # Fritid
            | Aktivitet | Uppföljning | Samverkan |
            | D | E | F |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning | Other: Samverkan
            # Skola
            A | B | C |
            # Fritid
            D |  | E | F
            """),
    ];

    private static IEnumerable<(string Promise, string Document, string Plan)> Surroundings() =>
    [
        ("who decides stands before an active verb, and the year of a decision is not the period that a line names",
            """
            ! Plan
            Kommunfullmäktige antog handlingsplanen den 14 juni 2021 (§ 91). Den följs upp av socialnämnden.
            Uppföljningen behandlades av kommunstyrelsen den 12 mars 2024, § 55.
            Uppföljningen avser 2023.
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan (2023)
            Adopted Kommunfullmäktige 2021-06-14 § 91
            FollowUp kommunstyrelsen 2024-03-12 § 55
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("a decision further on in a sentence counts if it is whole, the one of another document never",
            """
            ! Plan
            Planen gäller 2022–2025 och är antagen av kommunfullmäktige i juni 2021.
            Planen ersätter den plan som antogs av KF 2015-05-05 § 4.
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Plan
            Adopted kommunfullmäktige 2021-06 §
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("a line above the headings of the only table is no section if it names the plan",
            """
            ! Handlingsplan
            | *Uppföljning av handlingsplan jämställdhet* | < | < |
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            """,
            """
            ! Handlingsplan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
        ("tables of contacts, risks and costs are not the plan",
            """
            ! Plan
            | Aktivitet | Mål | Uppföljning |
            | A | B | C |
            Kontaktpersoner
            | Namn | Ansvarig | Telefon |
            | Anna | Skola | 123 |
            Ekonomi
            | Åtgärd | Kostnad |
            | A | 100 |
            Risker
            | Risk | Sannolikhet | Konsekvens | Åtgärd |
            | Brand | 3 | 4 | Larm |
            """,
            """
            ! Plan
            Activity: Aktivitet | Goal: Mål | FollowUp: Uppföljning
            #
            A | B | C
            """),
    ];
}
