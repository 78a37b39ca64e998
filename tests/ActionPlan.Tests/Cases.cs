using System.Globalization;
using FsCheck;

namespace ActionPlan.Tests;

/// <summary>
/// How a property is tried. The seed stands still, so that the same code gives the same result twice; a long run with fresh seeds
/// (ACTIONPLAN_SOAK=100, a hundred times the cases) is what finds new faults, and ACTIONPLAN_SEED=seed,gamma,size, as a failure prints them, repeats one.
/// </summary>
internal static class Cases
{
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("ACTIONPLAN_SOAK") ?? "0", CultureInfo.InvariantCulture);

    private static readonly string? Seed = Environment.GetEnvironmentVariable("ACTIONPLAN_SEED");

    public static Config Of(int count)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Math.Max(1, Times) * count);
        if (Seed?.Split(',') is { Length: 2 } start)
        {
            return config.WithReplay(Number(start[0]), Number(start[1]));
        }

        if (Seed?.Split(',') is { Length: 3 } seed)
        {
            return config.WithReplay(Number(seed[0]), Number(seed[1]), int.Parse(seed[2], CultureInfo.InvariantCulture));
        }

        return Times > 0 ? config : config.WithReplay(20261128, 2026112801);
    }

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
