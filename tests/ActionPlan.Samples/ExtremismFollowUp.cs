using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SampleDocuments;

/// <summary>
/// The public document behind the text dump of the same name, as a Word file: rows that a page had cut in two are whole again, and may
/// break over a page as they did in the original.
/// </summary>
internal static class ExtremismFollowUp
{
    private static readonly int[] Widths = [3000, 3800, 3800, 3970];

    public static byte[] Make(string dump)
    {
        var lines = dump.Split('\n').Where(line => line.Length > 0).ToArray();
        var printed = lines.TakeWhile(line => !line.Contains('\t')).ToArray();
        return WordFile.Make(new(printed[0]), [
            Word.Paragraph("Heading1", printed[0]),
            .. printed.Skip(1).Select(line => Word.Paragraph("Normal", line)),
            Word.Table(Widths, Rows(lines.Skip(printed.Length))),
            new Paragraph()]);
    }

    private static IEnumerable<TableRow> Rows(IEnumerable<string> lines)
    {
        var records = new List<string[]>();
        foreach (var line in lines)
        {
            var cells = line.Split('\t').Select(Paragraphs).ToArray();
            if (cells[0].Length == 0)
            {
                // A page break cut the row: the first words go on in the middle of a sentence, the rest are paragraphs of their own.
                records[^1] = [.. records[^1].Zip(cells, (above, below) => below.Length == 0 ? above : $"{above} {below}")];
            }
            else
            {
                records.Add(cells);
            }
        }

        return records.Select((cells, i) =>
            i == 0 ? Word.HeaderRow(Widths, cells)
            : cells.Skip(1).All(cell => cell.Length == 0) ? Word.SectionRow(Widths, cells[0])
            : Word.Row(Widths, cells));
    }

    private static string Paragraphs(string cell) => WebUtility.HtmlDecode(
        cell.Replace("</p> <p>", "\n", StringComparison.Ordinal).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));
}
