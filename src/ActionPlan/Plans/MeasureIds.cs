using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using ActionPlan.Messages;

namespace ActionPlan.Plans;

/// <summary>
/// The ids of a plan's measures: base32 of a hash of focus area and activity, '-2', '-3' for the following ones of the same text. An id
/// that a document or data carries wins over the computed one.
/// </summary>
internal static class MeasureIds
{
    private const int Length = 16;

    /// <summary>The id that a measure has by its texts alone, before equal ones are told apart.</summary>
    public static string Compute(string focusArea, string activity)
    {
        focusArea = Composed(focusArea);
        activity = Composed(activity);

        // No character becomes more than three bytes per UTF-16 unit.
        var bytes = ArrayPool<byte>.Shared.Rent(((focusArea.Length + activity.Length) * 3) + 1);
        try
        {
            var length = Append(bytes, 0, focusArea);
            bytes[length++] = 0x1F;
            length = Append(bytes, length, activity);
            Span<byte> hash = stackalloc byte[Sha256.HashSize];
            Sha256.Hash(bytes.AsSpan(0, length), hash);
            return Base32(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The plan with an id for each measure: carried ones stay, missing ones are computed, and none stands twice.</summary>
    public static Plan Complete(Plan plan, ICollection<Diagnostic> diagnostics)
    {
        var measures = 0;
        foreach (var section in plan.Sections)
        {
            measures += section.Measures.Count;
        }

        var taken = new HashSet<string>(measures, StringComparer.Ordinal);
        var twice = new HashSet<Measure>(ReferenceEqualityComparer.Instance);
        foreach (var measure in plan.Measures)
        {
            if (measure.Id.Length > 0 && !taken.Add(measure.Id))
            {
                twice.Add(measure);
            }
        }

        if (taken.Count == measures)
        {
            return plan;
        }

        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        return plan with
        {
            Sections = plan.Sections.Select(section => section with
            {
                Measures = section.Measures.Select(measure => Complete(measure, twice.Contains(measure), taken, next, diagnostics)).ToValueList(),
            }).ToValueList(),
        };
    }

    /// <summary>Gives measures their computed ids one after the other, for a document that carries none.</summary>
    public sealed class Sequence
    {
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

        /// <summary>The id of the next measure.</summary>
        public string Next(string focusArea, string activity) => Free(Compute(focusArea, activity), _taken, _next);
    }

    private static Measure Complete(
        Measure measure, bool isSecond, HashSet<string> taken, Dictionary<string, int> next, ICollection<Diagnostic> diagnostics)
    {
        if (measure.Id.Length > 0 && !isSecond)
        {
            return measure;
        }

        var id = Free(isSecond ? measure.Id[..Math.Min(Length, measure.Id.Length)] : Compute(measure.FocusArea.Text, measure.Activity.Text), taken, next);
        if (isSecond)
        {
            diagnostics.Add(DiagnosticCatalog.IdTwice.At(
                measure.Source is { } source ? new(Table: source.Table, Row: source.Row) : default, measure.Id, id));
        }

        return measure with { Id = id };
    }

    private static string Free(string id, HashSet<string> taken, Dictionary<string, int> next)
    {
        var free = id;
        while (!taken.Add(free))
        {
            // Counted on from the last one: many equal measures must not cost a search from the start each.
            var number = next.GetValueOrDefault(id, 1) + 1;
            next[id] = number;
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        }

        return free;
    }

    private static string Composed(string text) =>
        IsPlain(text) ? text : ComposedText.Of(text);

    /// <summary>Appends UTF-8 with white space collapsed and trimmed.</summary>
    private static int Append(byte[] bytes, int start, ReadOnlySpan<char> text)
    {
        if (IsPlain(text))
        {
            return start + Encoding.UTF8.GetBytes(text, bytes.AsSpan(start));
        }

        var length = start;
        while (!(text = text.TrimStart()).IsEmpty)
        {
            var end = 0;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (length > start)
            {
                bytes[length++] = (byte)' ';
            }

            length += Encoding.UTF8.GetBytes(text[..end], bytes.AsSpan(length));
            text = text[end..];
        }

        return length;
    }

    /// <summary>
    /// Whether a text is surely in its final form: letters below the combining marks, which are all composed, and single spaces between words.
    /// Most texts are, and eight characters are looked at together.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == ' ' || text[^1] == ' ')
        {
            return text.IsEmpty;
        }

        var space = Vector128.Create((ushort)' ');
        var at = 0;
        for (; at + Vector128<ushort>.Count < text.Length; at += Vector128<ushort>.Count)
        {
            ref var first = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text[at]));
            var these = Vector128.LoadUnsafe(ref first);
            var next = Vector128.LoadUnsafe(ref first, 1);
            var letters = Vector128.LessThanOrEqual(these - Vector128.Create((ushort)'!'), Vector128.Create((ushort)('~' - '!')))
                | Vector128.LessThan(these - Vector128.Create((ushort)0xC0), Vector128.Create((ushort)(0x300 - 0xC0)));
            var spaces = Vector128.AndNot(Vector128.Equals(these, space), Vector128.Equals(next, space));
            if ((letters | spaces) != Vector128<ushort>.AllBitsSet)
            {
                return false;
            }
        }

        for (; at < text.Length; at++)
        {
            if (text[at] is not ((>= '!' and <= '~') or (>= '\u00C0' and < '\u0300')) && (text[at] != ' ' || text[at + 1] == ' '))
            {
                return false;
            }
        }

        return true;
    }

    private static string Base32(ReadOnlySpan<byte> hash)
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyz234567";
        Span<char> id = stackalloc char[Length];
        var bits = 0;
        var value = 0;
        var at = 0;
        for (var i = 0; at < Length; i++)
        {
            value = (value << 8) | hash[i];
            for (bits += 8; bits >= 5 && at < Length; bits -= 5)
            {
                id[at++] = Digits[(value >> (bits - 5)) & 31];
            }

            value &= (1 << bits) - 1;
        }

        return new string(id);
    }
}
