using System.Globalization;
using System.Xml;
using ActionPlan.Messages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ActionPlan.Word.Checks;

/// <summary>
/// Holds a Word file against the standard's schemas (ECMA-376-1) by the validator of the Open XML SDK. For files that <see cref="FileCheck"/> has read
/// to their ends within the limits: the validator builds a tree of all that it reads.
/// </summary>
internal static class StandardCheck
{
    private const int Counted = 1_000;

    /// <summary>One finding for all breaches, with the place and the words of the first; nothing for a file without.</summary>
    public static Diagnostic? Of(Stream file, ReadLimits limits, CancellationToken cancellationToken)
    {
        if (ZipDirectory.Read(file, limits).Items.Sum(item => item.Size) > limits.ValidatedSize)
        {
            return DiagnosticCatalog.StandardUnchecked.Create(limits.ValidatedSize.ToString(CultureInfo.InvariantCulture));
        }

        file.Position = 0;
        try
        {
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            var breaches = new OpenXmlValidator(FileFormatVersions.Microsoft365) { MaxNumberOfErrors = Counted }.Validate(document, cancellationToken).ToList();
            return breaches.Count == 0 ? null
                : DiagnosticCatalog.StandardBroken.Create(breaches.Count.ToString(CultureInfo.InvariantCulture), breaches[0].Part?.Uri.OriginalString ?? "", breaches[0].Description);
        }
        catch (Exception error) when (error is OpenXmlPackageException or XmlException or FormatException or IOException or ArgumentException or InvalidOperationException)
        {
            // What the SDK cannot open breaks the standard of the package (ECMA-376-2); its own words say where.
            return DiagnosticCatalog.StandardBroken.Create("1", "", error.Message);
        }
    }
}
