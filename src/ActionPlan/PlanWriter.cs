using ActionPlan.Outputs;

namespace ActionPlan;

/// <summary>Writes a plan as data.</summary>
public static class PlanWriter
{
    /// <summary>Writes a plan to a stream, which is left open.</summary>
    public static void Write(Plan plan, Stream destination, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= WriteOptions.Default;
        switch (options.Format)
        {
            case DataFormat.Json:
                PlanJson.Write(destination, plan);
                break;
            case DataFormat.Csv:
                PlanCsv.Write(destination, plan, options.Csv);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options));
        }
    }

    /// <summary>Writes a plan to a file, which appears whole or not at all.</summary>
    /// <exception cref="DocumentWriteException">The file exists and may not be replaced, is an input, or cannot be written.</exception>
    public static void Write(Plan plan, string path, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        WholeFile.Write(path, options ?? WriteOptions.Default, destination => Write(plan, destination, options));
    }

    /// <summary>Writes the plan or the error, and the diagnostics, as one line of JSON: <c>{"input","plan"|"error","diagnostics"}</c>.</summary>
    public static void WriteLine(ReadResult<Plan> result, string input, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(destination);
        ResultLine.Write(destination, input, result);
    }
}
