using System.Collections.Concurrent;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>The fonts of a document, each made once, by the dictionary that it is made of.</summary>
internal sealed class FontCache(FileObjects file)
{
    private readonly ConcurrentDictionary<PdfDictionary, Font> _fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Font> _standIn = new(() => FontReader.Read(file, new PdfDictionary(["BaseFont"], [PdfValue.Name("Helvetica")])));

    /// <summary>What text without a font is read with.</summary>
    public Font StandIn => _standIn.Value;

    public Font Get(PdfDictionary dictionary) =>
        _fonts.TryGetValue(dictionary, out var known) ? known : _fonts.GetOrAdd(dictionary, FontReader.Read(file, dictionary));
}
