using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActionPlan.Plans;

/// <summary>
/// SHA-256 by FIPS 180-4. The platform's own loads a cryptographic library of 5 MB into every process, a tenth of the time and memory that reading
/// a plan takes; nothing here is a secret. A test holds the two against each other.
/// </summary>
internal static class Sha256
{
    public const int HashSize = 32;
    private const int BlockSize = 64;
    private const int Rounds = 64;

    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash of some bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="hash">Where the 32 bytes of the hash go.</param>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        Span<uint> state = stackalloc uint[] { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
        var bits = (ulong)data.Length * 8;
        for (; data.Length >= BlockSize; data = data[BlockSize..])
        {
            Compress(state, data[..BlockSize]);
        }

        // The rest, a one bit, zeros, and the length: in one block or two.
        Span<byte> tail = stackalloc byte[2 * BlockSize];
        tail.Clear();
        data.CopyTo(tail);
        tail[data.Length] = 0x80;
        tail = tail[..(data.Length < BlockSize - 8 ? BlockSize : 2 * BlockSize)];
        BinaryPrimitives.WriteUInt64BigEndian(tail[^8..], bits);
        for (; !tail.IsEmpty; tail = tail[BlockSize..])
        {
            Compress(state, tail[..BlockSize]);
        }

        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * i)..], state[i]);
        }
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        // What a round adds: the constant and the word of the schedule. No index below can leave the 64.
        Span<uint> words = stackalloc uint[Rounds];
        ref var word = ref MemoryMarshal.GetReference(words);
        ref var constant = ref MemoryMarshal.GetReference(Constants);
        for (var i = 0; i < 16; i++)
        {
            Unsafe.Add(ref word, i) = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        }

        for (var i = 16; i < Rounds; i++)
        {
            var (early, late) = (Unsafe.Add(ref word, i - 15), Unsafe.Add(ref word, i - 2));
            Unsafe.Add(ref word, i) = Unsafe.Add(ref word, i - 16) + Unsafe.Add(ref word, i - 7)
                + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
        }

        for (var i = 0; i < Rounds; i += Vector128<uint>.Count)
        {
            (Vector128.LoadUnsafe(ref word, (nuint)i) + Vector128.LoadUnsafe(ref constant, (nuint)i)).StoreUnsafe(ref word, (nuint)i);
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);

        // Eight rounds in a row bring each variable back to its place, so that none is moved.
        for (var i = 0; i < Rounds; i += 8)
        {
            h += Late(e) + (g ^ (e & (f ^ g))) + Unsafe.Add(ref word, i);
            d += h;
            h += Early(a) + ((a & b) | (c & (a | b)));
            g += Late(d) + (f ^ (d & (e ^ f))) + Unsafe.Add(ref word, i + 1);
            c += g;
            g += Early(h) + ((h & a) | (b & (h | a)));
            f += Late(c) + (e ^ (c & (d ^ e))) + Unsafe.Add(ref word, i + 2);
            b += f;
            f += Early(g) + ((g & h) | (a & (g | h)));
            e += Late(b) + (d ^ (b & (c ^ d))) + Unsafe.Add(ref word, i + 3);
            a += e;
            e += Early(f) + ((f & g) | (h & (f | g)));
            d += Late(a) + (c ^ (a & (b ^ c))) + Unsafe.Add(ref word, i + 4);
            h += d;
            d += Early(e) + ((e & f) | (g & (e | f)));
            c += Late(h) + (b ^ (h & (a ^ b))) + Unsafe.Add(ref word, i + 5);
            g += c;
            c += Early(d) + ((d & e) | (f & (d | e)));
            b += Late(g) + (a ^ (g & (h ^ a))) + Unsafe.Add(ref word, i + 6);
            f += b;
            b += Early(c) + ((c & d) | (e & (c | d)));
            a += Late(f) + (h ^ (f & (g ^ h))) + Unsafe.Add(ref word, i + 7);
            e += a;
            a += Early(b) + ((b & c) | (d & (b | c)));
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Early(uint x) => BitOperations.RotateRight(x, 2) ^ BitOperations.RotateRight(x, 13) ^ BitOperations.RotateRight(x, 22);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Late(uint x) => BitOperations.RotateRight(x, 6) ^ BitOperations.RotateRight(x, 11) ^ BitOperations.RotateRight(x, 25);
}
