using System.Text;

namespace ActionPlan.Sources.Word;

/// <summary>A paragraph of an embedded text.</summary>
internal sealed record ChunkLine(List<ChunkPiece> Pieces, ListKind List, int ListLevel, int Heading);

/// <summary>A stretch of one look; a line feed alone is a manual break.</summary>
internal readonly record struct ChunkPiece(string Text, bool Bold, bool Italic, string? Link);

/// <summary>Plain text that is embedded in a document.</summary>
internal static class ChunkText
{
    public static IEnumerable<ChunkLine> Lines(string text) =>
        text.Split('\n').Select(line => new ChunkLine([new(line.TrimEnd('\r'), false, false, null)], ListKind.None, 0, 0));

    /// <summary>By its mark, else UTF-8, else the Latin-1 that Western programs of old wrote.</summary>
    public static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));
        }

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
