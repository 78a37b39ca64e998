using System.IO.Compression;
using System.Xml;

namespace ActionPlan.Benchmarks;

/// <summary>The least that any reader must do: unzip the document part and walk its XML to the end, values unread.</summary>
internal static class ReadingFloor
{
    public static int Run(string path)
    {
        Console.WriteLine(Nodes(path));
        return 0;
    }

    public static long Nodes(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        long nodes = 0;
        while (xml.Read())
        {
            nodes++;
        }

        return nodes;
    }
}

/// <summary>The whole read, from file to plan.</summary>
internal static class ReadingJob
{
    public static int Run(string path)
    {
        var plan = new PlanReader().Read(path).GetValueOrThrow();
        Console.WriteLine(plan.Measures.Count());
        return 0;
    }
}
