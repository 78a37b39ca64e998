using System.Text;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>Where the output of each input goes.</summary>
internal static class OutputTargets
{
    /// <summary>A path for each input, or null for each where no path is given.</summary>
    public static string?[] Of(IReadOnlyList<string> inputs, string? path, string extension)
    {
        if (path is null)
        {
            return new string?[inputs.Count];
        }

        var folder = inputs.Count > 1 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path);
        if (folder && File.Exists(path))
        {
            throw new UsageException(Text.Get("FolderIsFile", path));
        }

        if (inputs.Count > 1 && !Path.EndsInDirectorySeparator(path) && !Directory.Exists(path) && Path.GetExtension(path).ToLowerInvariant() is ".json" or ".csv")
        {
            throw new UsageException(Text.Get("FileInsteadOfFolder", path));
        }

        return [.. inputs.Select(input => folder ? Path.Combine(path, Name(input) + extension) : path)];
    }

    /// <summary>Fails where two outputs would have one name, on any of the systems that the files may be moved to.</summary>
    public static void Distinct(IReadOnlyList<string> inputs, params ReadOnlySpan<string?[]> targets)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var paths in targets)
        {
            for (var i = 0; i < paths.Length; i++)
            {
                if (paths[i] is { } path && !seen.TryAdd(Path.GetFullPath(path).Normalize(NormalizationForm.FormC), inputs[i]))
                {
                    throw new UsageException(Text.Get("OneName", seen[Path.GetFullPath(path).Normalize(NormalizationForm.FormC)], inputs[i], path));
                }
            }
        }
    }

    private static string Name(string input) => input == InputList.StandardInput ? "stdin" : Path.GetFileNameWithoutExtension(input);
}
