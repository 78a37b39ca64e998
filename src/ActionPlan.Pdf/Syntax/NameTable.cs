using System.Text;

namespace ActionPlan.Pdf.Syntax;

/// <summary>One string for each name that is common, so that dictionaries of a large file share them.</summary>
internal static class NameTable
{
    private const int Slots = 4096;
    private static readonly string?[] Recent = new string?[Slots];

    public static string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 48)
        {
            return Encoding.Latin1.GetString(bytes);
        }

        var hash = 5381u;
        foreach (var b in bytes)
        {
            hash = (hash * 33) ^ b;
        }

        ref var slot = ref Recent[hash % Slots];
        var known = Volatile.Read(ref slot);
        if (known is not null && Matches(known, bytes))
        {
            return known;
        }

        var made = Encoding.Latin1.GetString(bytes);
        Volatile.Write(ref slot, made);
        return made;
    }

    private static bool Matches(string known, ReadOnlySpan<byte> bytes)
    {
        if (known.Length != bytes.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (known[i] != bytes[i])
            {
                return false;
            }
        }

        return true;
    }
}
