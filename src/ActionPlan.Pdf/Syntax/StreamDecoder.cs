namespace ActionPlan.Pdf.Syntax;

/// <summary>Decryption and the chain of filters of a stream (ISO 32000-1, 7.4).</summary>
internal sealed class StreamDecoder(FileObjects file)
{
    /// <summary>Results up to this size are never held against a stream.</summary>
    private const int SmallResult = 1024 * 1024;

    /// <summary>Whether the stream ends in a filter of images, which is not undone here.</summary>
    public static bool IsImageFilter(string name) => name is "DCTDecode" or "DCT" or "JPXDecode" or "CCITTFaxDecode" or "CCF" or "JBIG2Decode";

    public bool Decode(PdfStream stream, ByteSink output) => Decode(stream, output, headOnly: false);

    /// <summary>Decodes no more than the sink takes, without a word of what is left.</summary>
    public void DecodeHead(PdfStream stream, ByteSink output) => Decode(stream, output, headOnly: true);

    private bool Decode(PdfStream stream, ByteSink output, bool headOnly)
    {
        var dictionary = stream.Dictionary;
        var filters = List(dictionary, "Filter", "F");
        var parameters = List(dictionary, "DecodeParms", "DP");
        var raw = stream.Raw.Span;
        byte[]? decrypted = null;
        if (stream.Encrypted && file.Security is { } security)
        {
            decrypted = security.DecryptStream(stream, CryptFilterName(filters, parameters), file);
            raw = decrypted;
        }

        if (filters.Length == 0)
        {
            output.Write(raw);
            return !output.Overflowed;
        }

        // What all filters together may make of these bytes: a chain of run lengths doubles itself at every step.
        var most = (int)Math.Min(file.Limits.MaxDecodedStreamBytes, Math.Max(SmallResult, (long)raw.Length * file.Limits.MaxInflation));
        most = headOnly ? Math.Min(most, SmallResult) : most;
        var limit = output.Limit;
        output.Limit = (int)Math.Min(limit, (long)output.Length + most);
        ByteSink? held = null;
        bool complete = true, cut = false;
        try
        {
            for (var i = 0; i < filters.Length; i++)
            {
                var last = i == filters.Length - 1 || i + 1 >= file.Limits.MaxFilters;
                var target = last ? output : new ByteSink(most);
                var name = file.Resolve(filters[i]).AsName() ?? "";
                var settings = i < parameters.Length ? file.Resolve(parameters[i]).AsDictionary() : null;
                var start = target.Length;
                var known = Apply(name, held is null ? raw : held.Written, settings ?? PdfDictionary.Empty, target, out var whole);
                complete &= whole;
                cut |= target.Overflowed;
                if (!known)
                {
                    if (!last)
                    {
                        target.Dispose();
                    }

                    file.Log.Add(PdfDiagnosticCode.Unsupported, $"The filter {name} is not read.");
                    return false;
                }

                Unpredict(settings, name, target, start);
                if (!ReferenceEquals(target, output))
                {
                    held?.Dispose();
                    held = target;
                }

                if (last)
                {
                    if (i < filters.Length - 1)
                    {
                        complete = false;
                        file.Log.Add(PdfDiagnosticCode.LimitReached, $"Stream {stream.Number} has more filters than the limits allow.");
                    }

                    break;
                }
            }
        }
        finally
        {
            output.Limit = limit;
            held?.Dispose();
        }

        if (!complete && !headOnly)
        {
            var (code, what) = cut
                ? (PdfDiagnosticCode.LimitReached, "is larger than the limits allow; it was cut")
                : (PdfDiagnosticCode.StreamDamaged, "breaks off; what came before was kept");
            file.Log.Add(code, $"The data of stream {stream.Number} {what}.");
        }

        return complete;
    }

    private bool Apply(string name, ReadOnlySpan<byte> data, PdfDictionary parameters, ByteSink output, out bool complete)
    {
        switch (name)
        {
            case "FlateDecode" or "Fl":
                complete = Inflater.Inflate(data, output);
                return true;
            case "LZWDecode" or "LZW":
                complete = Filters.Lzw(data, file.Get(parameters, "EarlyChange").AsInteger(1) != 0, output);
                return true;
            case "ASCII85Decode" or "A85":
                complete = Filters.Ascii85(data, output);
                return true;
            case "ASCIIHexDecode" or "AHx":
                complete = Filters.AsciiHex(data, output);
                return true;
            case "RunLengthDecode" or "RL":
                complete = Filters.RunLength(data, output);
                return true;
            case "Crypt":
                output.Write(data);
                complete = !output.Overflowed;
                return true;
            default:
                complete = false;
                return false;
        }
    }

    private void Unpredict(PdfDictionary? parameters, string filter, ByteSink output, int start)
    {
        if (parameters is null || filter is not ("FlateDecode" or "Fl" or "LZWDecode" or "LZW"))
        {
            return;
        }

        var predictor = file.Get(parameters, "Predictor").AsInteger(1);
        if (predictor > 1 && !Filters.Unpredict(
            output,
            start,
            predictor,
            file.Get(parameters, "Colors").AsInteger(1),
            file.Get(parameters, "BitsPerComponent").AsInteger(8),
            file.Get(parameters, "Columns").AsInteger(1)))
        {
            file.Log.Add(PdfDiagnosticCode.Unsupported, "A TIFF predictor of fewer than 8 bits is not read.");
        }
    }

    private string? CryptFilterName(PdfValue[] filters, PdfValue[] parameters)
    {
        for (var i = 0; i < filters.Length; i++)
        {
            if (file.Resolve(filters[i]).AsName() == "Crypt")
            {
                var settings = i < parameters.Length ? file.Resolve(parameters[i]).AsDictionary() : null;
                return settings is null ? "Identity" : file.Get(settings, "Name").AsName() ?? "Identity";
            }
        }

        return null;
    }

    private PdfValue[] List(PdfDictionary dictionary, string key, string shortKey)
    {
        var value = file.Get(dictionary, key);
        if (value.IsNull)
        {
            value = file.Get(dictionary, shortKey);
        }

        return value.Kind switch
        {
            PdfKind.Array => value.AsArray()!,
            PdfKind.Name or PdfKind.Dictionary => [value],
            _ => [],
        };
    }
}
