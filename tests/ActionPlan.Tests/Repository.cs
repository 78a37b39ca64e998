namespace ActionPlan.Tests;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ActionPlan.sln")) ? folder
            : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
            : throw new DirectoryNotFoundException("ActionPlan.sln was not found above the tests.");
}
