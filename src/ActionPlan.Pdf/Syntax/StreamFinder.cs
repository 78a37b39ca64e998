namespace ActionPlan.Pdf.Syntax;

/// <summary>Finds where a stream's data begins and ends (ISO 32000-1, 7.3.8): by its length where that is right, else by its end.</summary>
internal sealed class StreamFinder(FileObjects file)
{
    private int _noEndStreamFrom = int.MaxValue;
    private int _noEndObjectFrom = int.MaxValue;

    public PdfStream Read(PdfDictionary dictionary, int start, int number, int generation)
    {
        var data = file.Data.Span;
        if (start < data.Length && data[start] == ' ')
        {
            // Blanks before the line end are not allowed, and common enough.
            var i = start;
            while (i < data.Length && data[i] == ' ')
            {
                i++;
            }

            start = i < data.Length && data[i] is (byte)'\r' or (byte)'\n' ? i : start;
        }

        if (start < data.Length && data[start] == '\r')
        {
            start++;
        }

        if (start < data.Length && data[start] == '\n')
        {
            start++;
        }

        start = Math.Min(start, data.Length);
        var length = file.Resolve(dictionary["Length"]).AsNumber(-1);
        if (length < 0 || start + length > data.Length || !EndsAt(data, start + (int)length))
        {
            length = SearchEnd(data, start) - start;
            file.Log.Add(PdfDiagnosticCode.StreamDamaged, $"The length of stream {number} is wrong; its end was searched for.");
        }

        var encrypted = file.Security is { } security && number != security.DictionaryNumber;
        return new PdfStream(dictionary, file.Data.Slice(start, (int)length), number, generation, encrypted);
    }

    private static bool EndsAt(ReadOnlySpan<byte> data, int end)
    {
        for (var i = end; i < data.Length && i < end + 16; i++)
        {
            if (!Characters.IsWhite(data[i]))
            {
                return data[i..].StartsWith("endstream"u8) || data[i..].StartsWith("endobj"u8);
            }
        }

        return false;
    }

    private int SearchEnd(ReadOnlySpan<byte> data, int start)
    {
        var found = -1;
        if (start < Volatile.Read(ref _noEndStreamFrom))
        {
            found = data[start..].IndexOf("endstream"u8);
            if (found < 0)
            {
                Volatile.Write(ref _noEndStreamFrom, start);
            }
        }

        if (found < 0)
        {
            // A stream cut off: to the next object's end, or to that of the file.
            if (start >= Volatile.Read(ref _noEndObjectFrom))
            {
                return data.Length;
            }

            found = data[start..].IndexOf("endobj"u8);
            if (found < 0)
            {
                Volatile.Write(ref _noEndObjectFrom, start);
                return data.Length;
            }

            return start + found;
        }

        var end = start + found;
        if (end > start && data[end - 1] == '\n')
        {
            end--;
        }

        if (end > start && data[end - 1] == '\r')
        {
            end--;
        }

        return end;
    }
}
