namespace ActionPlan.Tests;

/// <summary>
/// Compares a text with the one verified earlier. Verify's file conventions, so that returning to it changes this file alone:
/// <c>Name.verified.txt</c> is in the repository, <c>Name.received.txt</c> is what came instead. With ACTIONPLAN_ACCEPT_SNAPSHOTS=1 what
/// comes is taken as verified.
/// </summary>
internal static class Snapshot
{
    public const string AcceptVariable = "ACTIONPLAN_ACCEPT_SNAPSHOTS";

    public static bool Accepts => Environment.GetEnvironmentVariable(AcceptVariable) is { Length: > 0 } and not "0";

    /// <param name="actual">The text.</param>
    /// <param name="folder">The folder below tests/ActionPlan.Tests.</param>
    /// <param name="name">The name without extension.</param>
    public static void Verify(string actual, string folder, string name)
    {
        var verified = Repository.PathOf("tests", "ActionPlan.Tests", folder, name + ".verified.txt");
        var received = Repository.PathOf("tests", "ActionPlan.Tests", folder, name + ".received.txt");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
            File.WriteAllText(verified, text);
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name} differs from what was verified; compare {received} with {verified}, or accept with {AcceptVariable}=1.\n{FirstDifference(expected, text)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var at = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        return $"line {at + 1}\n  verified: {(at < left.Length ? left[at] : "(end)")}\n  received: {(at < right.Length ? right[at] : "(end)")}";
    }
}

public sealed class SnapshotTests
{
    [Fact]
    public void Snapshots_are_compared_not_accepted() =>
        Assert.False(Snapshot.Accepts, $"{Snapshot.AcceptVariable} is set: every snapshot would pass.");

    [Fact]
    public void A_difference_fails_and_leaves_what_was_received()
    {
        if (Snapshot.Accepts)
        {
            return;
        }

        const string Name = "Never";
        var received = Repository.PathOf("tests", "ActionPlan.Tests", Name + ".received.txt");
        Assert.ThrowsAny<Exception>(() => Snapshot.Verify("something", "", Name));
        Assert.True(File.Exists(received));
        File.Delete(received);
    }
}
