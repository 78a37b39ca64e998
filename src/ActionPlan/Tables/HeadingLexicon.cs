namespace ActionPlan.Tables;

/// <summary>
/// The words of column headings by meaning, in Swedish, Norwegian, Danish, Finnish and English (docs/formats.md names their sources).
/// All are in lower case, without years, question marks and division. The words of a list stand in one text, <see cref="WordList"/>: a text of
/// its own for each costs its making at every start.
/// </summary>
internal static class HeadingLexicon
{
    /// <summary>Whole headings, or whole parts of a compound heading, as a <see cref="WordList"/>. The first words of each meaning are its plainest names.</summary>
    public static readonly (ColumnKey Key, int Plain, string Headings)[] Phrases =
    [
        (ColumnKey.FocusArea, 14,
            "fokusområde|fokusområden|insatsområde|insatsområden|målområde|målområden|utvecklingsområde|utvecklingsområden|" +
            "innsatsområde|indsatsområde|satsingsområde|focus area|painopiste|painopistealue|" +
            "förebyggande insatser|förebyggande arbete|prioriterat område|prioriterade områden|satsningsområde|område|områden|" +
            "delområde|temaområde|tema|perspektiv|strategiskt område|strategisk inriktning|inriktning|orsak|orsaker|" +
            "risk|risker|riskområde|problem|problemområde|behov|utmaning|utmaningar|fokus|huvudområde|" +
            "verksamhetsområde|kvalitetsområde|åtgärdsområde|frågeområde|artikel|rättighet|strategi|prioritering|" +
            "fokusområder|satsingsområder|innsatsområder|hovedområde|delmålsområde|utfordring|utfordringer|årsak|" +
            "indsatsområder|udfordring|temaer|focus areas|area|theme|priority area|painopisteet|painopistealueet|" +
            "teema|osa-alue|kehittämiskohde|kehittämisalue|alue|prioriterat område/fokusområde|område/fokus"),
        (ColumnKey.Activity, 12,
            "aktivitet|aktiviteter|åtgärd|åtgärder|insats|insatser|tiltak|indsats|activity|action|toimenpide|toimenpiteet|" +
            "handling|handlingar|uppdrag|vad ska göras|vad skall göras|vad ska vi göra|vad gör vi|vad|genomförande|" +
            "arbetssätt|planerad åtgärd|planerade åtgärder|planerad aktivitet|planerade aktiviteter|beslutad åtgärd|beslutade åtgärder|" +
            "beskrivning|beskrivning av åtgärd|beskrivning av aktivitet|delaktivitet|delaktiviteter|metod|så gör vi|åtaganden|åtagande|" +
            "vi ska|hur|hur ska vi göra|konkreta åtgärder|föreslagen åtgärd|föreslagna åtgärder|moment|" +
            "handling/tiltak|tiltak og aktivitet|aktivitet/tiltak|hva skal gjøres|hva|oppgave|oppgaver|indsatser|handlinger|hvad skal gøres|hvad|" +
            "actions|activities|measure|measures|what|task|tasks|intervention|toiminta|toimet|tehtävä|tehtävät|mitä tehdään"),
        (ColumnKey.Goal, 8,
            "mål|målsättning|målsättningar|goal|goals|objective|objectives|tavoite|" +
            "tavoitteet|delmål|effektmål|operativa mål|operativt mål|specifikt mål|specifika mål|avsett resultat|avsedd effekt|syfte|syften|" +
            "syfte och mål|mål och syfte|förväntat resultat|förväntade resultat|förväntad effekt|förväntade effekter|önskat resultat|önskat läge|önskad effekt|" +
            "målet|målbild|övergripande mål|inriktningsmål|resultatmål|nämndmål|nämndsmål|vad vill vi uppnå|vad ska uppnås|varför|ambition|" +
            "delmål/mål|målsetting|målsettinger|hensikt|formål|forventet resultat|forventet effekt|ønsket resultat|målsætning|målsætninger|forventede resultater|" +
            "aim|aims|purpose|target|targets|expected result|expected results|expected outcome|intended result|" +
            "päämäärä|tarkoitus|tavoiteltu tulos|odotettu tulos"),
        (ColumnKey.FollowUp, 10,
            "uppföljning|uppföljningar|oppfølging|oppfølgning|opfølgning|follow-up|follow up|followup|seuranta|uppföljningen|" +
            "utfall|resultat|avstämning|avstämningar|redovisning|återrapportering|återrapport|lägesrapport|lägesrapportering|lägesbeskrivning|" +
            "årsuppföljning|delårsuppföljning|tertialuppföljning|halvårsuppföljning|helårsuppföljning|uppföljning och resultat|resultat av uppföljning|resultat/uppföljning|" +
            "uppföljning/resultat|uppföljning av aktivitet|uppföljning av åtgärd|vad har gjorts|vad har hänt|vad har vi gjort|hur gick det|hur har det gått|genomfört|" +
            "genomförda aktiviteter|genomförda åtgärder|utvärdering|utvärdering och uppföljning|uppföljning och utvärdering|uppnått resultat|svar|verksamhetens svar|rapportering|" +
            "resultater|rapportering av tiltak|evaluering|hva er gjort|status og oppfølging|status og opfølgning|status och uppföljning|uppföljning och status|status/uppföljning|uppföljning/status|opfølgning og evaluering|hvad er gjort|udfald|" +
            "outcome|outcomes|result|results|evaluation|progress|progress report|tulos|tulokset|toteutuma|toteutunut|arviointi|seuranta ja arviointi"),
        (ColumnKey.Responsible, 6,
            "ansvarig|ansvariga|ansvarlig|ansvar|responsible|vastuutaho|" +
            "vem|ansvarig nämnd|ansvarig organisation|huvudansvarig|ledande organisation|ansvarsperson|ansvarig instans|ansvarig verksamhet|ansvarig förvaltning|" +
            "ansvarig person|ansvarig enhet|ansvarig funktion|ansvarig aktör|ansvariga aktörer|ansvarig chef|ansvarig befattning|ansvarsfördelning|vem ansvarar|vem gör|vem är ansvarig|" +
            "utförare|genomförs av|aktör|aktörer|ansvarig part|ansvarig/aktör|hvem|ansvarlige|ansvarlig enhet|ansvarshavende|tovholder|" +
            "who|owner|lead|responsible body|responsible unit|responsibility|lead organisation|vastuu|vastuuhenkilö|vastuutahot|vastuullinen|vastuuyksikkö|ansvarsinstans|ansvarig sektor"),
        (ColumnKey.Timeframe, 8,
            "tidsplan|tidplan|tidsram|tidtabell|frist|tidsfrist|timeframe|aikataulu|" +
            "när|klart|startdatum|slutdatum|start|slut|start och slut|klart senast|klar senast|klart när|tid|tidpunkt|tidsperiod|tidsatt|tidsangivelse|deadline|" +
            "färdigdatum|slutdatum/klart|genomförs när|när ska det vara klart|när ska det göras|år|tid för genomförande|genomförandetid|startdatum och slutdatum|planerad tid|datum för genomförande|måldatum|klardatum|" +
            "når|tidsramme|tidsperspektiv|tidsrom|framdrift|fremdrift|hvornår|tidshorisont|" +
            "when|time frame|timeline|time schedule|schedule|due|due date|time|ajankohta|ajoitus|määräaika|milloin|tidtabel"),
        (ColumnKey.Status, 4,
            "status|åtgärdsstatus|läge|tila|" +
            "genomförandegrad|måluppfyllelse|bedömning|nuläge|aktivitetsstatus|statusbedömning|grad av genomförande|genomförandestatus|genomförd|genomförd ja/nej|måluppfyllnad|uppfyllelse|" +
            "uppfyllelsegrad|bedömd måluppfyllelse|klart/pågår|trafikljus|statusmarkering|färg|uppnått|uppnådd|markering|" +
            "vurdering|måloppnåelse|gjennomføringsgrad|tilstand|målopfyldelse|state|assessment|status of action|tilanne|toteutumisaste|toteutumatilanne|status/läge"),
        (ColumnKey.Indicator, 4,
            "indikator|indikatorer|indicator|mittari|" +
            "mätetal|nyckeltal|mått|mätare|mätning|mätvärde|mått/indikator|uppföljningsmått|målvärde|indikator/mått|mätmetod|hur mäts|hur mäts det|hur följs det upp|hur följer vi upp|uppföljningsmetod|målindikator|" +
            "målindikatorer|resultatindikator|måltal|måleparameter|nøkkeltall|målepunkt|nøgletal|indicators|metric|metrics|key figure|kpi|mittarit|indikaattori|tunnusluku"),
        (ColumnKey.Resources, 4,
            "resurser|resurs|ressurser|resources|" +
            "resurser/tillgångar|uppskattad kostnad|kostnad|kostnader|budget|finansiering|ekonomi|kostnad/finansiering|medel|resursbehov|resursåtgång|beräknad kostnad|tillgångar|" +
            "ressursbehov|kostnadsoverslag|økonomi|ressourcer|finansering|funding|cost|costs|financing|estimated cost|resurssit|kustannukset|kustannus|rahoitus|budjetti"),
        (ColumnKey.Comment, 4,
            "kommentar|kommentarer|comment|kommentti|" +
            "resultat och kommentarer|resultat och kommentar|anmärkning|anmärkningar|analys|notering|noteringar|övrigt|kommentar till status|analys och kommentar|kommentar/analys|kommentarer/analys|anteckningar|" +
            "merknad|merknader|bemærkning|bemærkninger|comments|remark|remarks|notes|note|analysis|huomautus|huomautukset|huomiot|kommentit|lisätiedot"),
        (ColumnKey.Number, 4,
            "nr|id|nummer|no|" +
            "nr.|no.|#|number|löpnr|löpnummer|åtgärdsnr|åtgärdsnummer|aktivitetsnr|aktivitetsnummer|numro|nro|tiltaksnr|åtgärd nr|aktivitet nr|mål nr|målnr|ordningsnummer|punkt|tiltaksnummer"),
    ];

    /// <summary>The last part of a compound word that gives a heading its meaning: 'inriktningsmål', 'delprojektansvarig'.</summary>
    public static readonly (string Ending, ColumnKey Key)[] Endings =
    [
        ("områden", ColumnKey.FocusArea), ("område", ColumnKey.FocusArea), ("områder", ColumnKey.FocusArea),
        ("aktiviteter", ColumnKey.Activity), ("aktivitet", ColumnKey.Activity), ("åtgärder", ColumnKey.Activity), ("åtgärd", ColumnKey.Activity),
        ("insatser", ColumnKey.Activity), ("insats", ColumnKey.Activity), ("tiltak", ColumnKey.Activity),
        ("uppföljning", ColumnKey.FollowUp), ("oppfølging", ColumnKey.FollowUp), ("opfølgning", ColumnKey.FollowUp), ("redovisning", ColumnKey.FollowUp), ("seuranta", ColumnKey.FollowUp),
        ("mål", ColumnKey.Goal), ("målet", ColumnKey.Goal),
        ("ansvarig", ColumnKey.Responsible), ("ansvarlig", ColumnKey.Responsible),
        ("status", ColumnKey.Status), ("indikatorer", ColumnKey.Indicator), ("indikator", ColumnKey.Indicator), ("mätetal", ColumnKey.Indicator),
        ("kommentarer", ColumnKey.Comment), ("kommentar", ColumnKey.Comment), ("kostnad", ColumnKey.Resources), ("kostnader", ColumnKey.Resources), ("tidplan", ColumnKey.Timeframe), ("tidsplan", ColumnKey.Timeframe),
    ];

    /// <summary>Headings that hold a known word but mean something of their own.</summary>
    public static readonly HashSet<string> Strangers = new(WordList.Of(
        "målgrupp|målgrupper|samverkan|samverkanspart|samverkanspartner|samverkanspartners|viktiga partners|partner|partners|prioritet|" +
        "dokumentansvarig|dokumentansvarig nämnd|version|datum|ändring|ändringar|namn|titel|roll|underskrift|namnteckning|signatur|befattning|" +
        "förkortning|förklaring|begrepp|definition|dokumenttyp|diarienummer|beslutsinstans|giltighetstid|målgruppe|prioritering av åtgärd|beslut|koppling till mål|koppling till agenda 2030|" +
        "agenda 2030|globala mål|agenda 2030-mål|globalt mål|kopplat till globala mål|lagrum|målnivå|kategori|typ|sida"), StringComparer.Ordinal);
}
