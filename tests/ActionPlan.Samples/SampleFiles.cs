using ActionPlan;

namespace SampleDocuments;

/// <summary>The files of samples/ that are made: three documents, and the data that reading them gives.</summary>
public static class SampleFiles
{
    public const string Extremism = "uppfoljning-handlingsplan-valdsbejakande-extremism";
    public const string Climate = "uppfoljning-klimat-och-energiplan";
    public const string Library = "uppfoljning-biblioteksplan";

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
        var data = files.Select(file => (Path.ChangeExtension(file.Name, ".json"), Data(file.Name, file.Content, DataFormat.Json))).ToList();
        data.Add((Extremism + ".csv", Data(files[0].Name, files[0].Content, DataFormat.Csv)));
        return [.. files, .. data];
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

    private static byte[] Data(string name, byte[] document, DataFormat format)
    {
        using var input = new MemoryStream(document);
        using var output = new MemoryStream();
        var plan = new PlanReader().Read(input, name).GetValueOrThrow();
        PlanWriter.Write(plan, output, new WriteOptions { Format = format });
        return output.ToArray();
    }
}
