using SampleDocuments;

// Writes every file of samples/ anew: dotnet run --project tests/ActionPlan.Samples
var folder = args.Length > 0 ? args[0] : SampleFiles.FindFolder(AppContext.BaseDirectory);
foreach (var (name, content) in SampleFiles.Make(folder))
{
    await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
    Console.WriteLine(name);
}
