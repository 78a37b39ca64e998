using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SampleDocuments;

/// <summary>
/// The follow-up of a climate plan, written for this project; the municipality is made up. One table for each area under a heading of its
/// own, seven columns, merged focus areas, bullet lists, an information box and a table of versions.
/// </summary>
internal static class ClimateFollowUp
{
    private const string Title = "Uppföljning av klimat- och energiplan 2021–2030";

    private static readonly int[] Widths = [1900, 2500, 2250, 1600, 1250, 1350, 3720];
    private static readonly int[] InformationWidths = [2600, 5200];
    private static readonly int[] VersionWidths = [1200, 1600, 6400, 2600];

    private static readonly string[] Headings = ["Fokusområde", "Åtgärd", "Mål", "Ansvarig", "Tidsplan", "Status", "Uppföljning 2023"];

    public static byte[] Make() => WordFile.Make(new(Title) { Header = "Ekviks kommun – kommunledningskontoret", PageNumbers = true }, [
        Word.Paragraph("Heading1", Title),
        Word.Paragraph("Normal", "Antagen av kommunfullmäktige 2021-06-14 § 82, uppföljning kommunstyrelsen 2024-03-06 § 41"),
        Information(),
        Word.Paragraph("Heading2", "Transporter"),
        Word.Paragraph("Normal", "Transporterna står för drygt hälften av utsläppen inom kommunens gränser."),
        Area(
            ["Hållbara resor", "Separerat gång- och cykelstråk mellan Ekvik och Norrsund", "Andelen arbetsresor med cykel är 20 procent 2027", "Tekniska nämnden", "2021–2024", "Pågår", "Etapp 1 invigdes i juni. Etapp 2 väntar på lantmäteriförrättning och beräknas vara klar i november 2024."],
            [null, "Resfria möten som förstahandsval", "Tjänsteresorna med flyg halveras till 2025", "Samtliga nämnder", "Löpande", "Genomförd", "• Riktlinjen för resor är beslutad.\n• Tolv mötesrum har fått skärmar.\n• Flyget har minskat med 61 procent."],
            ["Fossilfria fordon", "Byte av kommunens personbilar till eldrift", "Fossilfri fordonsflotta 2027", "Tekniska nämnden", "2022–2027", "Pågår", "48 av 83 bilar går på el. Laddning saknas fortfarande vid två av hemtjänstens lokaler."],
            [null, "Publik laddning vid resecentrum och idrottsplats", "Minst 30 laddpunkter 2025", "Ekvik Energi AB", "2022–2025", "Försenad", "Anbudstävlingen fick göras om, eftersom inget anbud uppfyllde kraven. Ny upphandling pågår."]),
        Word.Paragraph("Heading2", "Energi och byggnader"),
        Area(
            ["Effektiv energianvändning", "Energikartläggning av alla fastigheter över 1 000 m²", "Energianvändningen per kvadratmeter minskar med 25 procent till 2030", "Fastighetschefen", "2021–2023", "Genomförd", "Samtliga 34 fastigheter är kartlagda. De åtgärder som betalar sig inom tio år har lagts in i underhållsplanen."],
            [null, "Nya driftrutiner för ventilation på kvällar och helger", "Energianvändningen per kvadratmeter minskar med 25 procent till 2030", "Fastighetschefen", "2022", "Genomförd", "Styrningen är injusterad på skolor och förskolor. Besparingen blev 9 procent under första året."],
            ["Förnybar el", "Solceller på kommunens tak där det är lönsamt", "2 GWh egen solel 2030", "Ekvik Energi AB", "2021–2030", "Pågår", "• Simhallen och Björkskolan togs i drift under våren.\n• Ishallens tak behöver förstärkas först.\nProduktionen under året blev 0,7 GWh."],
            ["Hållbart byggande", "Krav på klimatdeklaration och återbruk i upphandling av ny-, om- och tillbyggnad", "Utsläppen från byggandet halveras till 2030", "Tekniska nämnden", "2023–2024", "Ej påbörjad", ""]),
        Word.Paragraph("Heading2", "Konsumtion och måltider"),
        Area(
            ["Klimatsmarta måltider", "Menyplanering med mer grönsaker och baljväxter", "Högst 1,3 kg koldioxidekvivalenter per kilo livsmedel 2025", "Kostenheten", "2021–2025", "Pågår", "Värdet är 1,5 kg, jämfört med 1,9 kg när planen antogs. Eleverna i matråden har provat fram fyra nya rätter."],
            [null, "Mindre matsvinn i skolor och på särskilda boenden", "Matsvinnet halveras till 2025", "Kostenheten", "2021–2025", "Genomförd", "Svinnet mäts varje vecka och har minskat från 62 till 29 gram per portion."],
            ["Cirkulär ekonomi", "Internt återbruk av möbler och inventarier", "Hälften av möblerna anskaffas genom återbruk 2026", "Inköpsenheten", "2022–2026", "Pågår", "Ett gemensamt lager öppnade i mars. Under året återbrukades 412 möbler till ett uppskattat värde av 1,1 miljoner kronor."]),
        Word.Paragraph("Heading2", "Versionshistorik"),
        Versions(),
        new Paragraph()]);

    private static Table Information() => Word.Table(InformationWidths, [
        Labelled("Dokumenttyp", "Uppföljning av plan"),
        Labelled("Beslutsinstans", "Kommunstyrelsen"),
        Labelled("Diarienummer", "KS 2023/0412"),
        Labelled("Dokumentansvarig", "Klimatstrategen"),
        Labelled("Giltighetstid", "2021–2030")]);

    private static TableRow Labelled(string label, string value) => new(
        new TableRowProperties(new CantSplit()),
        Word.Cell(InformationWidths[0], Word.Lines(label, "TableHeading"), "F2F2F2"),
        Word.Cell(InformationWidths[1], Word.Lines(value)));

    private static Table Area(params string?[][] measures) => Word.Table(Widths, [
        Word.HeaderRow(Widths, Headings),
        .. measures.Select((cells, i) => Word.Row(Widths, cells, IsMerged(measures, i), cantSplit: true))]);

    private static bool IsMerged(string?[][] measures, int i) => measures[i][0] is null || (i + 1 < measures.Length && measures[i + 1][0] is null);

    private static Table Versions() => Word.Table(VersionWidths, [
        Word.HeaderRow(VersionWidths, ["Version", "Datum", "Ändring", "Ansvarig"]),
        Word.Row(VersionWidths, ["1.0", "2024-01-31", "Utkast till klimatberedningen", "Klimatstrategen"], cantSplit: true),
        Word.Row(VersionWidths, ["1.1", "2024-02-14", "Kompletterad efter beredningens synpunkter på måltiderna", "Klimatstrategen"], cantSplit: true)]);
}
