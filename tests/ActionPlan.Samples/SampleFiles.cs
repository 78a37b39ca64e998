using ActionPlan;

namespace SampleDocuments;

/// <summary>The files of samples/ that are made: three documents, the data that reading them gives, a template and the same filled in.</summary>
public static class SampleFiles
{
    public const string Extremism = "uppfoljning-handlingsplan-valdsbejakande-extremism";
    public const string Climate = "uppfoljning-klimat-och-energiplan";
    public const string Library = "uppfoljning-biblioteksplan";

    public const string ExtremismTemplate = "mall-2023-handlingsplan-valdsbejakande-extremism";
    public const string ExtremismFilled = "ifylld-2023-handlingsplan-valdsbejakande-extremism";

    /// <summary>Name and content of each file. The text dump in the folder is the one source that is not made.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Make(string folder)
    {
        var dump = File.ReadAllText(Path.Combine(folder, Extremism + ".txt"));
        List<(string Name, byte[] Content)> files =
        [
            (Extremism + ".docx", ExtremismFollowUp.Make(dump)),
            (Climate + ".docx", ClimateFollowUp.Make()),
            (Library + ".csv", LibraryFollowUp.Make()),
        ];
        var template = Template(files[0].Name, files[0].Content);
        var data = files.Select(file => (Path.ChangeExtension(file.Name, ".json"), Data(file.Name, file.Content, DataFormat.Json))).ToList();
        data.Add((Extremism + ".csv", Data(files[0].Name, files[0].Content, DataFormat.Csv)));
        return [.. files, .. data, (ExtremismTemplate + ".docx", template), (ExtremismFilled + ".docx", Filled(template))];
    }

    /// <summary>The folder samples/ of the repository that holds the given folder.</summary>
    public static string FindFolder(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ActionPlan.sln")))
            {
                return Path.Combine(folder.FullName, "samples");
            }
        }

        throw new DirectoryNotFoundException($"No folder above {start} holds ActionPlan.sln.");
    }

    private static byte[] Template(string name, byte[] document)
    {
        using var output = new MemoryStream();
        new WordTemplate().Next(new MemoryStream(document), name, output, new() { Period = "2023" }).GetValueOrThrow();
        return output.ToArray();
    }

    private static byte[] Filled(byte[] template)
    {
        var plan = new PlanReader().Read(new MemoryStream(template), "mall.docx").GetValueOrThrow();
        var answered = plan with
        {
            Sections = plan.Sections.Select(section => section with
            {
                Measures = section.Measures.Select(measure => measure with { FollowUp = new($"Genomfört under 2023: {measure.Activity.Paragraphs[0].Text}") }).ToValueList(),
            }).ToValueList(),
        };
        using var output = new MemoryStream();
        new WordTemplate().Fill(new MemoryStream(template), "mall.docx", answered, output).GetValueOrThrow();
        return output.ToArray();
    }

    private static byte[] Data(string name, byte[] document, DataFormat format)
    {
        using var input = new MemoryStream(document);
        using var output = new MemoryStream();
        var plan = new PlanReader().Read(input, name).GetValueOrThrow();
        PlanWriter.Write(plan, output, new WriteOptions { Format = format });
        return output.ToArray();
    }
}
