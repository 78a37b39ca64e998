namespace ActionPlan.Pdf.Syntax;

/// <summary>
/// Finds the objects of a file where they lie, by the keyword "obj", in one pass. The last of a number wins, as it would after
/// an incremental update; those inside object streams take part at the place of their stream.
/// </summary>
internal static class Rebuilder
{
    public static CrossReferenceTable Rebuild(FileObjects file)
    {
        var table = new CrossReferenceTable();
        var data = file.Data.Span;
        var trailers = new List<PdfDictionary>();
        using var scratch = new ByteSink();
        var at = 0;
        while (at < data.Length)
        {
            var run = data[at..].IndexOf("obj"u8);
            var trailer = data[at..(run < 0 ? data.Length : at + run)].IndexOf("trailer"u8);
            if (trailer >= 0)
            {
                var lexer = new Lexer(data, at + trailer + 7, scratch);
                scratch.Clear();
                if (file.Parse(ref lexer).AsDictionary() is { Count: > 0 } dictionary)
                {
                    trailers.Add(dictionary);
                }

                at = Math.Max(at + trailer + 7, run < 0 ? 0 : at);
                continue;
            }

            if (run < 0)
            {
                break;
            }

            at += run;
            if (FindHeader(data, at, out var start, out var number, out var generation) && table.Places.Count < file.Limits.MaxObjects)
            {
                table.Places[number] = new ObjectPlace(start, generation, 0);
                at = AddStreamContents(file, table, trailers, data, at + 3, number, generation);
            }
            else
            {
                at += 3;
            }
        }

        trailers.Reverse();
        table.Trailers.AddRange(trailers);
        return table;
    }

    /// <summary>Steps back from "obj" over the generation and the number.</summary>
    private static bool FindHeader(ReadOnlySpan<byte> data, int keyword, out int start, out int number, out int generation)
    {
        number = generation = start = 0;
        var i = keyword - 1;
        return (keyword < 1 || data[i] != 'd') && Back(data, ref i, out generation) && Back(data, ref i, out number) && (start = i + 1) >= 0 && number > 0;

        static bool Back(ReadOnlySpan<byte> data, ref int i, out int value)
        {
            while (i >= 0 && Characters.IsWhite(data[i]))
            {
                i--;
            }

            value = 0;
            var digits = 0;
            var scale = 1;
            while (i >= 0 && Characters.IsDigit(data[i]) && digits < 10)
            {
                value += unchecked((data[i] - '0') * scale);
                scale = unchecked(scale * 10);
                digits++;
                i--;
            }

            return digits is > 0 and < 10;
        }
    }

    /// <summary>Looks at the object's dictionary without trusting it, and passes over a stream's data. Gives where to go on.</summary>
    private static int AddStreamContents(
        FileObjects file, CrossReferenceTable table, List<PdfDictionary> trailers, ReadOnlySpan<byte> data, int after, int number, int generation)
    {
        // Only what stands between "obj" and "stream" matters, and dictionaries of streams are short.
        var window = data.Slice(after, Math.Min(2048, data.Length - after));
        var keyword = window.IndexOf("stream"u8);
        var end = window.IndexOf("endobj"u8);
        if (keyword < 0 || (end >= 0 && end < keyword))
        {
            return after;
        }

        var dictionaryText = window[..keyword];
        var isObjects = dictionaryText.IndexOf("/ObjStm"u8) >= 0;
        var isReferences = dictionaryText.IndexOf("/XRef"u8) >= 0;
        if (isReferences || isObjects)
        {
            var value = file.ReadObjectAt(table.Places[number].Offset, null, out _);
            if (isReferences && value.AsDictionary() is { } dictionary && dictionary.Contains("Root"))
            {
                trailers.Add(dictionary);
            }

            if (isObjects && !file.IsEncryptedUnknown && value.AsStream() is { } stream)
            {
                foreach (var (contained, index) in file.ListObjectStream(stream))
                {
                    if (table.Places.Count < file.Limits.MaxObjects)
                    {
                        table.Places[contained] = new ObjectPlace(index, 0, number);
                    }
                }
            }
        }

        var endStream = data[(after + keyword)..].IndexOf("endstream"u8);
        return endStream < 0 ? after + keyword + 6 : after + keyword + endStream + 9;
    }
}
