using System.Security.Cryptography;
using ActionPlan.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Plans;

public class Sha256Tests
{
    [Fact]
    public void A_hash_is_the_platforms_own() =>
        Check.One(Cases.Of(1_000), Prop.ForAll<byte[]>(data => Hashed(data ?? []).SequenceEqual(SHA256.HashData(data ?? []))));

    [Theory]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(1_000_000)]
    public void Lengths_around_a_block_are_padded_right(int length)
    {
        var data = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();

        Assert.Equal(SHA256.HashData(data), Hashed(data));
    }

    private static byte[] Hashed(byte[] data)
    {
        var hash = new byte[Sha256.HashSize];
        Sha256.Hash(data, hash);
        return hash;
    }
}
