using System.IO.Compression;
using ActionPlan.Pdf.Syntax;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Pdf.Tests;

public sealed class FilterTests
{
    private delegate bool Filter(ReadOnlySpan<byte> data, ByteSink output);

    [Fact]
    public void WhatThePlatformDeflatesIsInflated()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], int>((data, repeat) =>
        {
            var long_ = Enumerable.Repeat(data, Math.Abs(repeat % 50) + 1).SelectMany(part => part).ToArray();
            foreach (var level in new[] { CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.SmallestSize })
            {
                var (whole, output) = Run(Inflater.Inflate, Deflate(long_, level));
                if (!whole || !output.AsSpan().SequenceEqual(long_))
                {
                    return false;
                }
            }

            return true;
        }));
    }

    [Fact]
    public void DataCutAnywhereGivesABeginningOfTheWhole()
    {
        var random = new Random(5);
        var text = Enumerable.Range(0, 20_000).Select(i => (byte)"abcdefgh 0123"[random.Next(13)]).ToArray();
        var packed = Deflate(text, CompressionLevel.Optimal);
        for (var length = 1; length < packed.Length; length += 97)
        {
            var (whole, output) = Run(Inflater.Inflate, packed.AsSpan(0, length));
            Assert.False(whole && output.Length < text.Length);
            Assert.True(text.AsSpan().StartsWith(output));
        }
    }

    [Fact]
    public void RandomBytesNeverMakeAFilterThrow()
    {
        Filter[] filters =
        [
            Inflater.Inflate,
            Filters.AsciiHex,
            Filters.Ascii85,
            Filters.RunLength,
            (data, output) => Filters.Lzw(data, early: true, output),
            (data, output) =>
            {
                output.Write(data);
                return Filters.Unpredict(output, 0, 12, 3, 8, 7) && Filters.Unpredict(output, 0, 2, 1, 16, 5);
            },
        ];
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(data => filters.All(filter => Run(filter, data).Output is not null)));
    }

    [Fact]
    public void TheExampleOfTheSpecificationIsReadFromLzw()
    {
        // ISO 32000-1, 7.4.4.2, example 2.
        var (whole, output) = Run((data, sink) => Filters.Lzw(data, early: true, sink), [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]);
        Assert.True(whole);
        Assert.Equal([45, 45, 45, 45, 45, 65, 45, 45, 45, 66], output);
    }

    [Theory]
    [InlineData("9jqo^BlbD-BleB1DJ+*+F(f,q~>", "Man is distinguished")]
    [InlineData("<~87cURD]j~>", "Hello ")]
    [InlineData("z!!~>", "\0\0\0\0\0")]
    public void Ascii85IsRead(string encoded, string expected) => Assert.Equal(expected, System.Text.Encoding.Latin1.GetString(Run(Filters.Ascii85, PdfFileBuilder.Latin(encoded)).Output));

    [Fact]
    public void RunLengthIsRead() => Assert.Equal("abcxxxxx", System.Text.Encoding.Latin1.GetString(Run(Filters.RunLength, [2, 97, 98, 99, 252, 120, 128, 1, 2]).Output));

    [Fact]
    public void EachPngPredictorIsUndone()
    {
        using var sink = new ByteSink();
        sink.Write([0, 10, 20, 30, 1, 1, 1, 1, 2, 1, 1, 1, 3, 10, 10, 10, 4, 1, 1, 1]);
        Filters.Unpredict(sink, 0, 15, 1, 8, 3);
        Assert.Equal([10, 20, 30, 1, 2, 3, 2, 3, 4, 11, 17, 20, 12, 18, 21], sink.ToArray());
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-.5", -0.5)]
    [InlineData("+17.", 17)]
    [InlineData("--5", -5)]
    [InlineData("1e2", 100)]
    [InlineData("4-5", 4)]
    [InlineData("12.34.56", 12.34)]
    [InlineData("99999999999999999999", 1e20)]
    [InlineData(".", 0)]
    public void NumbersAreReadAsTheyWereMeant(string text, double expected)
    {
        using var scratch = new ByteSink();
        var lexer = new Lexer(PdfFileBuilder.Latin(text + " x"), 0, scratch);
        Assert.True(lexer.Next() is TokenKind.Integer or TokenKind.Real);
        Assert.Equal(expected, lexer.Number, 6);
        Assert.Equal(TokenKind.Keyword, lexer.Next());
    }

    [Theory]
    [InlineData("(a(b)c\\)\\101\\7x\\\r\nz\\n)", "a(b)c)A\u0007xz\n")]
    [InlineData("<48 65 6C6c6>", "Hell`")]
    [InlineData("(never closed", "never closed")]
    public void StringsAreReadInTheirForms(string text, string expected)
    {
        using var scratch = new ByteSink();
        var lexer = new Lexer(PdfFileBuilder.Latin(text), 0, scratch);
        Assert.Equal(TokenKind.String, lexer.Next());
        Assert.Equal(expected, System.Text.Encoding.Latin1.GetString(lexer.StringBytes));
    }

    private static (bool Whole, byte[] Output) Run(Filter filter, ReadOnlySpan<byte> data)
    {
        using var sink = new ByteSink(10_000_000);
        var whole = filter(data, sink);
        return (whole, sink.ToArray());
    }

    private static byte[] Deflate(byte[] data, CompressionLevel level)
    {
        using var output = new MemoryStream();
        using (var stream = new ZLibStream(output, level))
        {
            stream.Write(data);
        }

        return output.ToArray();
    }
}
