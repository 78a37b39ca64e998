using System.Xml;
using ActionPlan.Messages;
using ActionPlan.Sources;

namespace ActionPlan.Word;

/// <summary>Opens parts as XML in which no entity is resolved, nothing is fetched and no single piece of markup can swell the memory.</summary>
internal static class BoundedXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Open(Stream part, XmlNameTable? names = null)
    {
        var settings = Settings;
        if (names is not null)
        {
            settings = Settings.Clone();
            settings.NameTable = names;
        }

        return XmlReader.Create(new MarkupBoundStream(part), settings);
    }

    /// <summary>What the user should be told of an XML error in a part.</summary>
    public static DocumentRefusedException Refusal(XmlException error, string part) =>
        error.Message.Contains("DTD", StringComparison.Ordinal)
            ? new(DiagnosticCatalog.DocumentTypeDeclaration.Create(part))
            : new(DiagnosticCatalog.XmlDamaged.Create(part, error.Message));

    /// <summary>
    /// XmlReader streams text, but holds a whole tag with its attributes in memory. Neither can hold a '&lt;' within, so a long stretch without one is
    /// a tag or a text that no document needs.
    /// </summary>
    private sealed class MarkupBoundStream(Stream inner) : Stream
    {
        private const int LongestStretch = 16 << 20;

        private int _stretch;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            var last = buffer[..count].LastIndexOf((byte)'<');
            _stretch = last < 0 ? _stretch + count : count - last;
            return _stretch <= LongestStretch ? count : throw Refused.Limit(nameof(ReadLimits.CellCharacters), LongestStretch);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
            // Nothing is written.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
