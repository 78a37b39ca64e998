using System.IO.Compression;
using System.Xml;

namespace ActionPlan.Benchmarks;

/// <summary>The least that any writer must do: the same XML streamed into a package, by XmlWriter.</summary>
internal static class WritingFloor
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Writes a table of 4 columns with 200 characters a cell, in controls as a template has them.</summary>
    public static int Run(int rows, string path)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(part);
        var text = new string('a', 200);
        xml.WriteStartElement("w", "document", Word);
        xml.WriteStartElement("body", Word);
        xml.WriteStartElement("tbl", Word);
        for (var row = 0; row < rows; row++)
        {
            Control(xml, "ap:measure:aaaaaaaaaaaaaaaa");
            xml.WriteStartElement("tr", Word);
            for (var column = 0; column < 4; column++)
            {
                Control(xml, "followUp:aaaaaaaaaaaaaaaa");
                xml.WriteStartElement("tc", Word);
                xml.WriteStartElement("tcPr", Word);
                xml.WriteStartElement("tcW", Word);
                xml.WriteAttributeString("w", Word, "3500");
                xml.WriteAttributeString("type", Word, "dxa");
                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteStartElement("p", Word);
                xml.WriteStartElement("r", Word);
                xml.WriteStartElement("t", Word);
                xml.WriteString(text);
                for (var depth = 0; depth < 6; depth++)
                {
                    xml.WriteEndElement();
                }
            }

            for (var depth = 0; depth < 3; depth++)
            {
                xml.WriteEndElement();
            }
        }

        return 0;
    }

    /// <summary>Streams the document part of one package into another, node by node.</summary>
    public static int Copy(string input, string output)
    {
        using var from = ZipFile.OpenRead(input);
        using var source = from.GetEntry("word/document.xml")!.Open();
        using var reader = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        using var zip = new ZipArchive(File.Create(output), ZipArchiveMode.Create);
        using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        using var writer = XmlWriter.Create(part);
        writer.WriteNode(reader, defattr: false);
        return 0;
    }

    private static void Control(XmlWriter xml, string tag)
    {
        xml.WriteStartElement("sdt", Word);
        xml.WriteStartElement("sdtPr", Word);
        xml.WriteStartElement("tag", Word);
        xml.WriteAttributeString("val", Word, tag);
        xml.WriteEndElement();
        xml.WriteStartElement("id", Word);
        xml.WriteAttributeString("val", Word, "1000001");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sdtContent", Word);
    }
}

/// <summary>Whole jobs, from file to file.</summary>
internal static class WritingJobs
{
    public static int Template(string input, string output)
    {
        new WordTemplate().Next(input, output, new() { Period = "2031" }, new() { Overwrite = true }).GetValueOrThrow();
        return 0;
    }

    public static int Fill(string template, string plan, string output)
    {
        new WordTemplate().Fill(template, new PlanReader().Read(plan).GetValueOrThrow(), output, new() { Overwrite = true }).GetValueOrThrow();
        return 0;
    }

    /// <summary>The plan of a document with an answer for each measure, as JSON.</summary>
    public static int Answers(string input, string output)
    {
        var plan = new PlanReader().Read(input).GetValueOrThrow();
        var answer = new RichText(string.Join(' ', Enumerable.Repeat("Genomfört under året.", 10)));
        PlanWriter.Write(
            plan with { Sections = plan.Sections.Select(section => section with { Measures = section.Measures.Select(measure => measure with { FollowUp = answer }).ToValueList() }).ToValueList() },
            output,
            new() { Overwrite = true });
        return 0;
    }
}
