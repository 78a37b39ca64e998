using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>The font program embedded in a descriptor (ISO 32000-1, 9.9), told by its bytes: files lie about its kind.</summary>
internal sealed record FontProgram(TrueTypeProgram? TrueType, CffProgram? Cff, string[]? Type1Encoding)
{
    public static readonly FontProgram None = new(null, null, null);

    public bool IsEmpty => TrueType is null && Cff is null && Type1Encoding is null;

    /// <summary>The encoding of a Type 1 or CFF program by code.</summary>
    public string[]? Encoding => Cff is { IsCid: false } cff ? cff.Encoding : Type1Encoding;

    public static FontProgram Read(FileObjects file, PdfDictionary? descriptor)
    {
        if (descriptor is null)
        {
            return None;
        }

        var stream = file.Get(descriptor, "FontFile").AsStream() ?? file.Get(descriptor, "FontFile2").AsStream() ?? file.Get(descriptor, "FontFile3").AsStream();
        if (stream is null)
        {
            return None;
        }

        var data = file.DecodeToArray(stream);
        if (TrueTypeProgram.Looks(data))
        {
            var trueType = TrueTypeProgram.Read(data, file.Limits.MaxFontEntries);
            if (trueType is { WasCut: true })
            {
                file.Log.Add(PdfDiagnosticCode.LimitReached, $"The maps of the font program {stream.Number} have more entries than the limits allow; the others were left out.");
            }

            return new FontProgram(trueType, trueType?.Cff is { } cff ? CffProgram.Read(cff) : null, null);
        }

        if (data.AsSpan().IndexOf("%!"u8) is >= 0 and < 64 || (data.Length > 0 && data[0] == 0x80))
        {
            return new FontProgram(null, null, Type1Program.ReadEncoding(data));
        }

        return data.Length > 4 && data[0] == 1 ? new FontProgram(null, CffProgram.Read(data), null) : None;
    }
}
