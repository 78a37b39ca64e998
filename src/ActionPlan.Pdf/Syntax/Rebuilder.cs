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
        var next = new Occurrence("obj"u8);
        var nextTrailer = new Occurrence("trailer"u8);
        var nextEnd = new Occurrence("endstream"u8);
        while (at < data.Length)
        {
            var keyword = next.From(data, at);
            var trailer = nextTrailer.From(data, at);
            if (trailer < keyword)
            {
                var lexer = new Lexer(data, trailer + 7, scratch);
                scratch.Clear();
                if (trailers.Count >= file.Limits.MaxRevisions)
                {
                    file.Log.Add(PdfDiagnosticCode.LimitReached, "The file has more trailers than the limits allow; the others were not read.");
                }
                else if (file.Parse(ref lexer).AsDictionary() is { Count: > 0 } dictionary)
                {
                    trailers.Add(dictionary);
                }

                at = trailer + 7;
                continue;
            }

            if (keyword >= data.Length)
            {
                break;
            }

            at = keyword;
            if (FindHeader(data, at, out var start, out var number, out var generation) && table.HasRoom(file))
            {
                table.Places[number] = new ObjectPlace(start, generation, 0);
                at = AddStreamContents(file, table, trailers, data, at + 3, number, ref nextEnd);
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
        FileObjects file, CrossReferenceTable table, List<PdfDictionary> trailers, ReadOnlySpan<byte> data, int after, int number, ref Occurrence nextEnd)
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
                    if (table.HasRoom(file))
                    {
                        table.Places[contained] = new ObjectPlace(index, 0, number);
                    }
                }
            }
        }

        // A stream without its end is not passed over: what follows may be objects.
        var endStream = nextEnd.From(data, after + keyword);
        return endStream >= data.Length ? after + keyword + 6 : endStream + 9;
    }

    /// <summary>Where a word stands next. Remembers the answer while it holds, so that a search for what is not there costs one pass.</summary>
    private ref struct Occurrence(ReadOnlySpan<byte> word)
    {
        private readonly ReadOnlySpan<byte> _word = word;
        private int _from = -1;
        private int _found = -1;

        /// <summary>The first place at or after a position; the data's length where there is none.</summary>
        public int From(ReadOnlySpan<byte> data, int position)
        {
            if (_from < 0 || position < _from || position > _found)
            {
                var run = data[position..].IndexOf(_word);
                _from = position;
                _found = run < 0 ? data.Length : position + run;
            }

            return _found;
        }
    }
}
