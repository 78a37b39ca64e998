using System.Buffers;

namespace ActionPlan.Pdf.Content;

/// <summary>
/// Marks glyphs whose text is already drawn at nearly the same place: fake bold, shadows, outlines over fillings. The first one
/// stays unmarked. Linear: glyphs are looked up by their text and a coarse place.
/// </summary>
internal static class RepeatedGlyphs
{
    /// <summary>Two glyphs are one where they stand apart by less than this part of their size along the line,</summary>
    private const float NearAlong = 0.1f;

    /// <summary>and by less than this part across it, where no other letter can stand: shadows fall further than boldness spreads.</summary>
    private const float NearAcross = 0.2f;

    public static void Mark(Span<Glyph> glyphs)
    {
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, glyphs.Length * 2));
        // A slot holds the hash beside the glyph's place: most other glyphs in the way are told apart without looking at them.
        var slots = ArrayPool<ulong>.Shared.Rent(capacity);
        slots.AsSpan(0, capacity).Clear();
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref var glyph = ref glyphs[i];
            if (glyph.Text.Length == 0 || glyph.Text == " ")
            {
                continue;
            }

            var cell = Math.Max(0.5f, glyph.Size);
            var level = Math.Abs(glyph.AdvanceX) >= Math.Abs(glyph.AdvanceY);
            var reach = (X: glyph.Size * (level ? NearAlong : NearAcross), Y: glyph.Size * (level ? NearAcross : NearAlong));
            float atX = glyph.BaselineX / cell, atY = glyph.BaselineY / cell, besideX = reach.X / cell, besideY = reach.Y / cell;
            int left = Cell(atX - besideX), right = Cell(atX + besideX), low = Cell(atY - besideY), high = Cell(atY + besideY);
            var repeated = false;
            for (var x = left; x <= right && !repeated; x++)
            {
                for (var y = low; y <= high && !repeated; y++)
                {
                    repeated = Find(glyphs, slots, capacity, glyph, x, y, reach);
                }
            }

            if (repeated)
            {
                glyph = glyph.With(glyph.Text, GlyphTraits.Repeated);
            }
            else
            {
                Put(slots, capacity, i, Hash(glyph.Text, Cell(atX), Cell(atY)));
            }
        }

        ArrayPool<ulong>.Shared.Return(slots);
    }

    private static int Cell(float at) => (int)MathF.Floor(Math.Clamp(at, -1e8f, 1e8f));

    private static uint Hash(string text, int x, int y) => unchecked(((uint)text[0] * 2654435761u) ^ ((uint)text.Length << 24) ^ ((uint)x * 2246822519u) ^ ((uint)y * 3266489917u));

    private static bool Find(Span<Glyph> glyphs, ulong[] slots, int capacity, in Glyph glyph, int x, int y, (float X, float Y) reach)
    {
        var hash = Hash(glyph.Text, x, y);
        var at = Mix(hash, capacity);
        for (var steps = 0; steps < 64 && slots[at] != 0; steps++)
        {
            if ((uint)(slots[at] >> 32) != hash)
            {
                at = (at + 1) & (capacity - 1);
                continue;
            }

            ref readonly var other = ref glyphs[(int)(uint)slots[at] - 1];
            if (Math.Abs(other.BaselineX - glyph.BaselineX) < reach.X && Math.Abs(other.BaselineY - glyph.BaselineY) < reach.Y
                && other.Text == glyph.Text && Math.Abs(other.Size - glyph.Size) < 0.1f * glyph.Size
                && Math.Abs(other.AdvanceX) + Math.Abs(other.AdvanceY) > 0)
            {
                return true;
            }

            at = (at + 1) & (capacity - 1);
        }

        return false;
    }

    private static void Put(ulong[] slots, int capacity, int index, uint hash)
    {
        var at = Mix(hash, capacity);
        for (var steps = 0; steps < 64; steps++)
        {
            if (slots[at] == 0)
            {
                slots[at] = ((ulong)hash << 32) | (uint)(index + 1);
                return;
            }

            at = (at + 1) & (capacity - 1);
        }
    }

    private static int Mix(uint hash, int capacity) => (int)((hash ^ (hash >> 15)) & (uint)(capacity - 1));
}
