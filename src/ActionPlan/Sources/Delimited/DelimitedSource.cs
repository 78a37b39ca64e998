namespace ActionPlan.Sources.Delimited;

/// <summary>
/// Delimited text: CSV and TSV, and a document's table dumped as tab-separated text with the lines around it, blank lines where a page
/// ended and cells marked up with paragraphs. Rows stay as they stand; what continues what is for the tables to say.
/// </summary>
internal static class DelimitedSource
{
    public static SourceResult Read(SourceInput input, ReadOptions options, CancellationToken cancellationToken) =>
        Read(DelimitedText.Decode(input, options.Limits), options, cancellationToken);

    public static SourceResult Read(DecodedText decoded, ReadOptions options, CancellationToken cancellationToken)
    {
        if (decoded.Refusal is { } refusal)
        {
            return refusal;
        }

        var text = decoded.Text.TrimEnd('\u001A');
        var blocks = new BlockBuilder(decoded.Note);
        if ((Delimiter.Declared(ref text) ?? Delimiter.Find(text)) is not { } delimiter)
        {
            blocks.AddLines(text);
            return blocks.ToDocument();
        }

        var parsed = DelimitedRecords.Parse(text, delimiter, options.Limits, cancellationToken);
        if (parsed.Refusal is { } unparsed)
        {
            return unparsed;
        }

        blocks.AddRecords(parsed.Records, delimiter);
        return blocks.ToDocument();
    }
}
