using System.Buffers;
using System.Text;
using ActionPlan.Messages;

namespace ActionPlan.Sources.Delimited;

/// <summary>The characters of a text file, or why they cannot be had.</summary>
internal readonly record struct DecodedText(string Text, Diagnostic? Note, Diagnostic? Refusal)
{
    public static DecodedText Refused(Diagnostic refusal) => new(string.Empty, null, refusal);
}

/// <summary>Bytes to characters: UTF-8 and UTF-16 with or without a mark, Windows-1252. What cannot be decoded whole is refused.</summary>
internal static class DelimitedText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The five bytes that Windows-1252 leaves undefined.
    private static readonly SearchValues<byte> Undefined1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    public static DecodedText Decode(SourceInput input, ReadLimits limits)
    {
        var bytes = new byte[checked((int)Math.Min(input.Content.Length, limits.FileSize))];
        input.Content.Position = 0;
        input.Content.ReadExactly(bytes);
        var decoded = Decode(bytes);
        return decoded.Refusal is null && IsBinary(decoded.Text) ? DecodedText.Refused(DiagnosticCatalog.KindUnknown.Create()) : decoded;
    }

    private static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Strict(StrictUtf8, bytes[3..], "UTF-8");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Strict(Utf16(bigEndian: false), bytes[2..], "UTF-16");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Strict(Utf16(bigEndian: true), bytes[2..], "UTF-16");
        }

        if (ZeroBytes(bytes) is { } bigEndian)
        {
            var utf16 = Strict(Utf16(bigEndian), bytes, "UTF-16");
            return utf16 with { Note = DiagnosticCatalog.EncodingAssumed.Create("UTF-16") };
        }

        try
        {
            return new(StrictUtf8.GetString(bytes), null, null);
        }
        catch (DecoderFallbackException)
        {
            return IsBrokenUtf8(bytes) ? DecodedText.Refused(DiagnosticCatalog.Undecodable.Create("UTF-8")) : Windows1252(bytes);
        }
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static DecodedText Strict(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return new(encoding.GetString(bytes), null, null);
        }
        catch (DecoderFallbackException)
        {
            return DecodedText.Refused(DiagnosticCatalog.Undecodable.Create(name));
        }
    }

    private static DecodedText Windows1252(ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAny(Undefined1252))
        {
            return DecodedText.Refused(DiagnosticCatalog.Undecodable.Create("UTF-8 / Windows-1252"));
        }

        // Taken from the provider itself: registering it would change the process of whoever uses the library.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return new(encoding.GetString(bytes), DiagnosticCatalog.EncodingAssumed.Create("Windows-1252"), null);
    }

    /// <summary>UTF-16 without a mark: nearly every second byte of Western text is zero. True for big-endian, null for neither.</summary>
    private static bool? ZeroBytes(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var most = sample.Length / 2 * 6 / 10;
        return sample.Length < 4 ? null : odd > most && even == 0 ? false : even > most && odd == 0 ? true : null;
    }

    /// <summary>
    /// Whether the bytes are UTF-8 with damage rather than Windows-1252: pairs that only UTF-8 makes outnumber what does not fit. Read as
    /// Windows-1252 every å of it would become two wrong letters.
    /// </summary>
    private static bool IsBrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, invalid = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status != OperationStatus.Done)
            {
                invalid++;
            }
            else if (!rune.IsAscii)
            {
                valid++;
            }

            bytes = bytes[consumed..];
        }

        return valid > invalid;
    }

    /// <summary>A zero, or more than a stray control character here and there, is no text that a person wrote.</summary>
    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\0')
            {
                return true;
            }

            controls += c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A') ? 1 : 0;
        }

        return controls > 3 + (text.Length / 100);
    }
}
