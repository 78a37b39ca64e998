using System.Collections.Concurrent;

namespace ActionPlan.Pdf.Syntax;

/// <summary>The object streams of a file (ISO 32000-1, 7.5.7), each decoded once; together they may not grow beyond a budget.</summary>
internal sealed class ObjectStreams(FileObjects file)
{
    private readonly ConcurrentDictionary<int, Contents> _known = [];
    private long _budget = 4L * file.Limits.MaxDecodedStreamBytes;

    public Contents Read(PdfStream stream)
    {
        if (stream.Number != 0 && _known.TryGetValue(stream.Number, out var known) && ReferenceEquals(known.Source, stream))
        {
            return known;
        }

        var contents = Contents.Empty;
        if (Volatile.Read(ref _budget) > 0)
        {
            var data = file.DecodeToArray(stream);
            Interlocked.Add(ref _budget, -data.Length);
            contents = new Contents(stream, data, ReadDirectory(stream, data));
        }
        else
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, "The object streams are larger together than the limits allow.");
        }

        _known[stream.Number] = contents;
        return contents;
    }

    private (int Number, int Offset)[] ReadDirectory(PdfStream stream, byte[] data)
    {
        var count = Math.Clamp(file.Get(stream.Dictionary, "N").AsInteger(), 0, file.Limits.MaxObjects);
        var first = Math.Clamp(file.Get(stream.Dictionary, "First").AsInteger(), 0, data.Length);
        var entries = new List<(int, int)>(Math.Min(count, 1024));
        using var scratch = new ByteSink();
        var lexer = new Lexer(data, 0, scratch);
        for (var i = 0; i < count && lexer.Next() == TokenKind.Integer; i++)
        {
            var number = (int)Math.Clamp(lexer.Number, 0, int.MaxValue);
            if (lexer.Next() != TokenKind.Integer)
            {
                break;
            }

            entries.Add((number, (int)Math.Clamp(lexer.Number + first, 0, data.Length)));
        }

        return [.. entries];
    }

    internal sealed record Contents(PdfStream? Source, byte[] Data, (int Number, int Offset)[] Directory)
    {
        public static readonly Contents Empty = new(null, [], []);
    }
}
