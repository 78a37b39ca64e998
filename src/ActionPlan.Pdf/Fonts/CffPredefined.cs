namespace ActionPlan.Pdf.Fonts;

/// <summary>
/// The charsets and the encoding of expert fonts that a CFF program names by a number (Adobe technical note 5176, appendices B and C),
/// as runs of standard string ids.
/// </summary>
internal static class CffPredefined
{
    private static ReadOnlySpan<ushort> ExpertRuns =>
    [
        0, 1, 229, 238, 13, 15, 99, 99, 239, 248, 27, 28, 249, 266, 109, 110, 267, 318, 158, 158, 155, 155, 163, 163, 319, 326, 150, 150, 164, 164, 169, 169, 327, 378,
    ];

    private static ReadOnlySpan<ushort> ExpertSubsetRuns =>
    [
        0, 1, 231, 232, 235, 238, 13, 15, 99, 99, 239, 248, 27, 28, 249, 251, 253, 266, 109, 110, 267, 270, 272, 272, 300, 302, 305, 305, 314, 315, 158, 158, 155, 155,
        163, 163, 320, 326, 150, 150, 164, 164, 169, 169, 327, 346,
    ];

    // First code, first id, last id.
    private static ReadOnlySpan<ushort> ExpertEncodingRuns =>
    [
        32, 1, 1, 33, 229, 230, 36, 231, 238, 44, 13, 15, 47, 99, 99, 48, 239, 248, 58, 27, 28, 60, 249, 252, 65, 253, 257, 73, 258, 258, 76, 259, 262, 82, 263, 265,
        86, 266, 266, 87, 109, 110, 89, 267, 269, 93, 270, 303, 161, 304, 306, 166, 307, 311, 172, 312, 312, 175, 313, 313, 178, 314, 315, 182, 316, 318,
        188, 158, 158, 189, 155, 155, 190, 163, 163, 191, 319, 325, 200, 326, 326, 201, 150, 150, 202, 164, 164, 203, 169, 169, 204, 327, 378,
    ];

    /// <summary>The string ids (CIDs in a CID-keyed program) of the glyphs of charset 0, 1 or 2.</summary>
    public static int[] Charset(long number, int glyphs, bool isCid)
    {
        var ids = new int[glyphs];
        if (number == 0 || isCid)
        {
            // ISOAdobe is the first 228 strings in their order.
            for (var i = 0; i < ids.Length && (isCid || i <= 228); i++)
            {
                ids[i] = i;
            }

            return ids;
        }

        var runs = number == 1 ? ExpertRuns : ExpertSubsetRuns;
        var glyph = 0;
        for (var i = 0; i < runs.Length; i += 2)
        {
            for (int id = runs[i]; id <= runs[i + 1] && glyph < ids.Length; id++)
            {
                ids[glyph++] = id;
            }
        }

        return ids;
    }

    /// <summary>The names of the Expert encoding by code.</summary>
    public static string[] ExpertEncoding(string[] strings)
    {
        var names = new string[256];
        Array.Fill(names, "");
        var runs = ExpertEncodingRuns;
        for (var i = 0; i < runs.Length; i += 3)
        {
            for (int id = runs[i + 1], code = runs[i]; id <= runs[i + 2]; id++, code++)
            {
                names[code] = strings[id];
            }
        }

        return names;
    }
}
