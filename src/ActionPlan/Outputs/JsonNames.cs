using System.Text.Json;

namespace ActionPlan.Outputs;

/// <summary>The names of the values of enumerations as JSON has them: 'focusArea'.</summary>
internal static class JsonNames
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value)));

    public static bool TryFind<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) == name)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }
}
