using ActionPlan.Outputs;

namespace ActionPlan;

/// <summary>Writes the findings of a merge as JSON.</summary>
public static class MergeFindingsWriter
{
    /// <summary>Writes findings to a stream, which is left open.</summary>
    /// <param name="result">The merge.</param>
    /// <param name="baseName">The name that the user knows the base by.</param>
    /// <param name="destination">Where to.</param>
    public static void Write(MergeResult result, string baseName, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(baseName);
        ArgumentNullException.ThrowIfNull(destination);
        MergeFindingsOutput.Write(destination, baseName, result);
    }
}
