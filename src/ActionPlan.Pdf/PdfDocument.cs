using System.Buffers;
using System.Collections.Immutable;
using ActionPlan.Pdf.Content;
using ActionPlan.Pdf.Fonts;
using ActionPlan.Pdf.Structure;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf;

/// <summary>What the file says of itself. None of it is checked against the pages.</summary>
/// <param name="Title">The title, or null.</param>
/// <param name="Author">The author, or null.</param>
/// <param name="Subject">The subject, or null.</param>
/// <param name="Creator">The program in which the document was written, or null.</param>
/// <param name="Producer">The program that made the PDF file, or null.</param>
/// <param name="Version">The version of the header or catalog, such as "1.7"; empty where there is none.</param>
public sealed record PdfMetadata(string? Title, string? Author, string? Subject, string? Creator, string? Producer, string Version);

/// <summary>How the file is protected, and what its author allows a reader without the owner's password to do.</summary>
/// <param name="IsEncrypted">Whether the file is encrypted.</param>
/// <param name="MayPrint">Whether it may be printed.</param>
/// <param name="MayModify">Whether it may be changed.</param>
/// <param name="MayCopy">Whether its text may be copied.</param>
/// <param name="MayExtractForAccessibility">Whether its text may be taken for people with disabilities.</param>
public sealed record PdfPermissions(bool IsEncrypted, bool MayPrint, bool MayModify, bool MayCopy, bool MayExtractForAccessibility);

/// <summary>Takes what is on a page.</summary>
/// <typeparam name="TResult">What is made of it.</typeparam>
/// <param name="page">The page; its own list of glyphs is empty.</param>
/// <param name="glyphs">The glyphs in the order in which they are drawn. Their place is used again once the call is over.</param>
public delegate TResult PageReading<out TResult>(PdfPage page, ReadOnlySpan<Glyph> glyphs);

/// <summary>An opened PDF file. Its pages can be read in any order and from several threads at a time.</summary>
public sealed class PdfDocument
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create("\0\t\n\f\r "u8);

    private readonly FileObjects _file;
    private readonly PageEntry[] _pages;
    private readonly FontCache _fonts;
    private readonly Lazy<OptionalContent> _optional;
    private readonly Lazy<ImmutableArray<StructureElement>> _structure;

    private PdfDocument(FileObjects file, PageEntry[] pages)
    {
        _file = file;
        _pages = pages;
        _fonts = new FontCache(file);
        _optional = new Lazy<OptionalContent>(() => new OptionalContent(file));
        _structure = new Lazy<ImmutableArray<StructureElement>>(ReadStructure);
        Language = file.Get(file.Catalog, "Lang").AsString() is { Length: > 0 } language ? TextStrings.Decode(language) : null;
        var marks = file.GetDictionary(file.Catalog, "MarkInfo");
        IsTagged = marks is not null && file.Get(marks, "Marked").AsBoolean() && file.Catalog.Contains("StructTreeRoot");
        Metadata = ReadMetadata();
        var flags = file.Security?.Permissions ?? -1;
        Permissions = new PdfPermissions(file.Security is not null, (flags & 4) != 0, (flags & 8) != 0, (flags & 16) != 0, (flags & 512) != 0);
    }

    /// <summary>The number of pages.</summary>
    public int PageCount => _pages.Length;

    /// <summary>The language of the document, such as "sv-SE", or null.</summary>
    public string? Language { get; }

    /// <summary>Whether the file says that it is tagged, and has a structure tree.</summary>
    public bool IsTagged { get; }

    /// <summary>What the file says of itself.</summary>
    public PdfMetadata Metadata { get; }

    /// <summary>How the file is protected.</summary>
    public PdfPermissions Permissions { get; }

    /// <summary>The top elements of the structure tree; empty where there is none. Read when first asked for.</summary>
    public ImmutableArray<StructureElement> Structure => _structure.Value;

    /// <summary>What was wrong with the file, as far as it was read until now.</summary>
    public ImmutableArray<PdfDiagnostic> Diagnostics => _file.Log.Snapshot();

    /// <summary>Opens a file. Only the disk can make this throw.</summary>
    /// <param name="path">The path.</param>
    /// <param name="password">The user's or owner's password, or null.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PdfOpenResult Open(string path, string? password = null, PdfReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return Open(stream, password, limits);
    }

    /// <summary>Opens a stream from where it stands to its end, and leaves it open. Only the stream can make this throw.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="password">The user's or owner's password, or null.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PdfOpenResult Open(Stream stream, string? password = null, PdfReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= PdfReadLimits.Default;
        var most = Math.Min(limits.MaxFileBytes, Array.MaxLength);
        if (stream.CanSeek)
        {
            var length = stream.Length - stream.Position;
            if (length > most)
            {
                return TooLarge(most);
            }

            var bytes = new byte[Math.Max(0, length)];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Open(bytes.AsMemory(0, read), password, limits);
        }

        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (copy.Length + count > most)
            {
                return TooLarge(most);
            }

            copy.Write(buffer, 0, count);
        }

        return Open(copy.ToArray(), password, limits);
    }

    /// <summary>Opens a file in memory, which must not change as long as the document is used. Never throws.</summary>
    /// <param name="data">The bytes of the file.</param>
    /// <param name="password">The user's or owner's password, or null.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    public static PdfOpenResult Open(ReadOnlyMemory<byte> data, string? password = null, PdfReadLimits? limits = null)
    {
        limits ??= PdfReadLimits.Default;
        if (data.Length > limits.MaxFileBytes)
        {
            return TooLarge(limits.MaxFileBytes);
        }

        if (data.Span.IndexOfAnyExcept(Blanks) < 0)
        {
            return PdfOpenResult.Refused(PdfRefusalReason.Empty, "The file is empty.");
        }

        var log = new DiagnosticLog(limits.MaxDiagnostics);
        var file = FileObjects.Open(data, password, limits, log, out var refusal);
        if (file is null)
        {
            return PdfOpenResult.Refused(refusal!.Reason, refusal.Message);
        }

        var pages = PageTree.Read(file);
        if (pages.Length == 0)
        {
            return PdfOpenResult.Refused(PdfRefusalReason.Damaged, "No page could be found in the file.");
        }

        if (file.GetDictionary(file.Catalog, "AcroForm") is { } form && form.Contains("XFA")
            && (file.Get(file.Catalog, "NeedsRendering").AsBoolean() || file.GetArray(form, "Fields") is not { Length: > 0 }))
        {
            log.Add(PdfDiagnosticCode.Unsupported, "The form is XFA alone; its page only says that another program is needed.");
        }

        return PdfOpenResult.Opened(new PdfDocument(file, pages));
    }

    /// <summary>Reads a page anew. What is wrong with it is told by its diagnostics; nothing but cancelling makes this throw.</summary>
    /// <param name="number">The page's number, from 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public PdfPage ReadPage(int number, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, _pages.Length);
        return new PageReader(_file, _fonts, _optional.Value).Read(_pages[number - 1], number, cancellationToken);
    }

    /// <summary>
    /// Reads a page anew and hands it on with its glyphs, which are there only as long as the call lasts: pages read one after the other take the memory of
    /// one. The page's own list of glyphs is empty. What is wrong with the page is told by its diagnostics; nothing but cancelling, or the caller, makes this throw.
    /// </summary>
    /// <typeparam name="TResult">What is made of a page.</typeparam>
    /// <param name="number">The page's number, from 1.</param>
    /// <param name="read">Takes what is on the page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public TResult ReadPage<TResult>(int number, PageReading<TResult> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, _pages.Length);
        return new PageReader(_file, _fonts, _optional.Value).Read(_pages[number - 1], number, read, cancellationToken);
    }

    private static PdfOpenResult TooLarge(long most) => PdfOpenResult.Refused(PdfRefusalReason.LimitExceeded, $"The file is larger than {most} bytes.");

    private ImmutableArray<StructureElement> ReadStructure()
    {
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < _pages.Length; i++)
        {
            numbers.TryAdd(_pages[i].ObjectNumber, i + 1);
        }

        return new StructureTreeReader(_file, numbers).Read();
    }

    private PdfMetadata ReadMetadata()
    {
        var info = _file.Trailer("Info").AsDictionary() ?? PdfDictionary.Empty;
        string? Text(string key) => _file.Get(info, key).AsString() is { Length: > 0 } bytes ? TextStrings.Decode(bytes) : null;
        var version = _file.Get(_file.Catalog, "Version").AsName() ?? "";
        var header = _file.Data.Span[Math.Min(_file.HeaderOffset, _file.Data.Length)..];
        if (version.Length == 0 && header.StartsWith("%PDF-"u8) && header.Length >= 8)
        {
            version = System.Text.Encoding.Latin1.GetString(header.Slice(5, 3)).Trim();
        }

        return new PdfMetadata(Text("Title"), Text("Author"), Text("Subject"), Text("Creator"), Text("Producer"), version);
    }
}
