using System.Buffers;
using System.Text;
using ActionPlan.Sources;

namespace ActionPlan.Templates.Fields;

/// <summary>
/// Looks through the bytes of a part for what could be a field, without parsing its XML, which costs a fraction of reading it: a brace in a text, or the
/// tag of a control that means a field. Where the bytes alone do not tell, the answer is that there may be one.
/// </summary>
internal static class FieldTrace
{
    private const int Size = 1 << 16;

    public static bool Leads(Stream part)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Size);
        try
        {
            var held = 0;
            var isFirst = true;
            int read;
            while ((read = part.Read(buffer, held, Size - held)) > 0)
            {
                var bytes = buffer.AsSpan(0, held + read);

                // UTF-16 begins with a mark, or with a character of which one byte is zero.
                if (isFirst && (bytes[0] is 0 or 0xFE or 0xFF || (bytes.Length > 1 && bytes[1] == 0)))
                {
                    return true;
                }

                // A tag of XML is looked at when it is there as a whole, with the text that follows it.
                isFirst = false;
                var whole = bytes.LastIndexOf((byte)'<');
                if (whole <= 0 ? held + read == Size : Leads(bytes[..whole]))
                {
                    return true;
                }

                bytes[Math.Max(0, whole)..].CopyTo(buffer);
                held = bytes.Length - Math.Max(0, whole);
            }

            return Leads(buffer.AsSpan(0, held));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Leads(ReadOnlySpan<byte> markup) =>
        // A brace may be written as the number of its character.
        markup.IndexOf("&#"u8) >= 0 || HasBrace(markup) || HasTag(markup, ":tag"u8) || HasTag(markup, "<tag"u8);

    /// <summary>Whether there is a brace outside of attributes, where Word writes the numbers of its extensions with braces.</summary>
    private static bool HasBrace(ReadOnlySpan<byte> markup)
    {
        for (int at; (at = markup.IndexOf((byte)'{')) >= 0; markup = markup[(at + 1)..])
        {
            var before = markup[..at];
            var inside = before[(before.LastIndexOf((byte)'<') + 1)..];
            if (inside.Length == before.Length || inside.Contains((byte)'>') || inside.StartsWith("!["u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a tag is that of a field, or nearly; those of documents that ActionPlan made are not looked at.</summary>
    public static bool IsMeant(string tag) => FieldNames.IsMeant(tag) || (!PlanTags.IsOurs(tag) && FieldSpelling.OfTag(tag) is not null);

    private static bool HasTag(ReadOnlySpan<byte> markup, ReadOnlySpan<byte> name)
    {
        for (int at; (at = markup.IndexOf(name)) >= 0;)
        {
            markup = markup[(at + name.Length)..];
            var end = markup.IndexOf((byte)'>');
            if (end > 0 && markup[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' && MeansField(markup[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value among the attributes of a tag is the name of a field, or hard to tell.</summary>
    private static bool MeansField(ReadOnlySpan<byte> attributes)
    {
        while (attributes.IndexOfAny((byte)'"', (byte)'\'') is var start and >= 0)
        {
            var rest = attributes[(start + 1)..];
            var length = rest.IndexOf(attributes[start]);
            if (length < 0)
            {
                return true;
            }

            var value = rest[..length];
            if (value.Contains((byte)'&') || (!value.StartsWith("ap:"u8) && IsMeant(Encoding.UTF8.GetString(value))))
            {
                return true;
            }

            attributes = rest[(length + 1)..];
        }

        return false;
    }
}
