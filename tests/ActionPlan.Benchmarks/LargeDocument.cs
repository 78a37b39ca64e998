using System.IO.Compression;
using System.Text;

namespace ActionPlan.Benchmarks;

/// <summary>
/// Makes the document that speed is measured on: one table of 4 columns with 200 characters a cell, in the markup that Word writes (paragraph and
/// run properties, revision ids), a section row every fiftieth row.
/// </summary>
internal static class LargeDocument
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static readonly string[] Words =
        ["uppföljning", "skola", "och", "trygghet", "för", "elever", "i", "kommunens", "verksamheter", "samverkan", "med", "polisen", "under", "året", "har", "genomförts", "enligt", "plan", "mål", "aktivitet"];

    public static int Make(int rows, string path)
    {
        using var zip = Package(path);
        using var document = new StreamWriter(zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        document.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {Namespaces}><w:body>""");
        Paragraph(document, "Uppföljning av handlingsplan 2022");
        Paragraph(document, "Antagen av KF 2021-06-14 § 91");
        document.Write("<w:tbl><w:tblPr><w:tblW w:w=\"14000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>");
        for (var column = 0; column < 4; column++)
        {
            document.Write("<w:gridCol w:w=\"3500\"/>");
        }

        document.Write("</w:tblGrid>");
        Row(document, ["Fokusområde", "Aktivitet", "Mål", "Uppföljning"]);
        var random = new Random(1);
        for (var row = 0; row < rows; row++)
        {
            if (row % 50 == 0)
            {
                document.Write("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"14000\" w:type=\"dxa\"/><w:gridSpan w:val=\"4\"/></w:tcPr>");
                Paragraph(document, $"Verksamhet {(row / 50) + 1}");
                document.Write("</w:tc></w:tr>");
            }

            Row(document, [Text(random), Text(random), Text(random), Text(random)]);
        }

        document.Write("</w:tbl><w:sectPr/></w:body></w:document>");
        return 0;
    }

    /// <summary>Makes a template of one heading row, one section row and one measure row, its fields as text or as content controls.</summary>
    public static int MakeFields(bool controls, string path)
    {
        using var zip = Package(path);
        using var document = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        document.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {Namespaces}><w:body>""");
        Paragraph(document, "{{plan.title}}");
        document.Write("<w:tbl><w:tblPr><w:tblW w:w=\"14000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3500\"/><w:gridCol w:w=\"3500\"/><w:gridCol w:w=\"3500\"/><w:gridCol w:w=\"3500\"/></w:tblGrid>");
        Row(document, ["Fokusområde", "Aktivitet", "Mål", "Uppföljning"]);
        if (controls)
        {
            Begin(document, "sections");
            Row(document, ["", "", "", ""], ["section.heading", "", "", ""]);
            Begin(document, "measures");
            Row(document, ["", "", "", ""], ["measure.focusArea", "measure.activity", "measure.goal", "measure.followUp"]);
            document.Write("</w:sdtContent></w:sdt></w:sdtContent></w:sdt>");
        }
        else
        {
            Row(document, ["{{#sections}}{{section.heading}}", "", "", ""]);
            Row(document, ["{{#measures}}{{measure.focusArea}}", "{{measure.activity}}", "{{measure.goal}}", "{{measure.followUp}}{{/measures}}"]);
            Row(document, ["{{/sections}}", "", "", ""]);
        }

        document.Write("</w:tbl><w:sectPr/></w:body></w:document>");
        return 0;
    }

    private static ZipArchive Package(string path)
    {
        var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Write(zip, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
        Write(zip, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
        return zip;
    }

    private static void Begin(StreamWriter document, string tag) => document.Write($"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>");

    private static void Row(StreamWriter document, ReadOnlySpan<string> cells, ReadOnlySpan<string> tags)
    {
        document.Write("<w:tr>");
        for (var i = 0; i < cells.Length; i++)
        {
            document.Write("<w:tc><w:tcPr><w:tcW w:w=\"3500\" w:type=\"dxa\"/></w:tcPr>");
            if (tags[i].Length > 0)
            {
                Begin(document, tags[i]);
                Paragraph(document, "text");
                document.Write("</w:sdtContent></w:sdt>");
            }
            else
            {
                Paragraph(document, cells[i]);
            }

            document.Write("</w:tc>");
        }

        document.Write("</w:tr>");
    }

    private static void Row(StreamWriter document, ReadOnlySpan<string> cells)
    {
        document.Write("<w:tr w:rsidR=\"00A77B3E\" w:rsidTr=\"00A77B3E\">");
        foreach (var cell in cells)
        {
            document.Write("<w:tc><w:tcPr><w:tcW w:w=\"3500\" w:type=\"dxa\"/></w:tcPr>");
            Paragraph(document, cell);
            document.Write("</w:tc>");
        }

        document.Write("</w:tr>");
    }

    private static void Paragraph(StreamWriter document, string text)
    {
        document.Write("<w:p w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00A77B3E\"><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"20\"/></w:rPr><w:t xml:space=\"preserve\">");
        document.Write(text);
        document.Write("</w:t></w:r></w:p>");
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder(220);
        while (text.Length < 199)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(Words[random.Next(Words.Length)]);
        }

        text.Length = 199;
        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append('.').ToString();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }
}
