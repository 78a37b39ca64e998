using System.Text;

namespace SampleDocuments;

/// <summary>
/// The follow-up of a library plan as a spreadsheet saves it for Swedish settings: semicolons, UTF-8 with a byte-order mark, CRLF. The title
/// and the decision stand in the first rows; the year has a column for each of two terms. Written for this project, like its library.
/// </summary>
internal static class LibraryFollowUp
{
    private static readonly string[][] Rows =
    [
        ["Uppföljning av biblioteksplan 2022–2025", "", "", "", "", "", ""],
        ["Antagen av kultur- och fritidsnämnden 2022-02-15 § 9", "", "", "", "", "", ""],
        ["", "", "", "", "", "", ""],
        ["Målområde", "Aktivitet", "Mål", "Ansvarig", "Status", "Uppföljning T1 2023", "Uppföljning T2 2023"],
        ["Huvudbiblioteket", "", "", "", "", "", ""],
        ["Läslust", "Bokprat i alla klasser i årskurs 4", "Alla elever i årskurs 4 har besökt biblioteket", "Barnbibliotekarien", "Pågår", "11 av 26 klasser har fått besök.", "19 av 26 klasser har fått besök. Resten är bokade under oktober."],
        ["Läslust", "Sommarboken med avslutande fest", "Fler barn läser under sommarlovet", "Barnbibliotekarien", "Genomförd", "Planering pågår.", "214 barn lämnade in sina läslappar; det är 40 fler än året innan.\nFesten hölls den 26 augusti."],
        ["Digital delaktighet", "Digital drop-in varje torsdag", "Ingen ska stå utan hjälp med e-tjänster", "Bibliotekschefen", "Pågår", "I snitt sju besök per tillfälle.", "I snitt nio besök per tillfälle. De flesta frågor rör e-legitimation."],
        ["Filialer och bokbuss", "", "", "", "", "", ""],
        ["Tillgänglighet", "Meröppet i Norrsund", "Öppettiderna fördubblas med samma bemanning", "Områdesbibliotekarien", "Försenad", "Larmanslutningen är beställd.", ""],
        ["Tillgänglighet", "Ny turlista för bokbussen", "Ingen har längre än fem kilometer till en hållplats", "Bokbussföraren", "Genomförd", "Förslaget är ute på remiss hos byalagen.", "Den nya turlistan gäller från och med den 14 augusti."],
    ];

    public static byte[] Make()
    {
        var text = new StringBuilder();
        foreach (var row in Rows)
        {
            text.AppendJoin(';', row.Select(Quoted)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(";\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
