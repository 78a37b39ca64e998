using SampleDocuments;

// Writes every file of samples/ anew: dotnet run --project tests/ActionPlan.Samples
var folder = args.Length > 0 ? args[0] : SampleFiles.FindFolder(AppContext.BaseDirectory);
var files = SampleFiles.Make(folder);
Directory.CreateDirectory(Path.Combine(folder, RoundSamples.Folder));
foreach (var (name, content) in files.Concat(RoundSamples.Make(files.Single(file => file.Name == SampleFiles.Climate + ".docx").Content)))
{
    await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
    Console.WriteLine(name);
}
