using System.Xml;
using ActionPlan.Messages;
using ActionPlan.Sources;
using DocumentFormat.OpenXml.Packaging;

namespace ActionPlan.Word;

/// <summary>An opened Word document within limits: its parts by the Open XML SDK, their relationships as the file gives them.</summary>
internal sealed class WordPackage : IDisposable
{
    private readonly BoundedPackage _package;
    private readonly WordprocessingDocument _document;

    private WordPackage(BoundedPackage package, WordprocessingDocument document, MainDocumentPart main)
    {
        _package = package;
        _document = document;
        Main = main;
    }

    public MainDocumentPart Main { get; }

    /// <exception cref="DocumentRefusedException">The file is damaged, over a limit or no Word document.</exception>
    public static WordPackage Open(Stream content, ReadLimits limits)
    {
        var package = new BoundedPackage(ZipDirectory.Read(content, limits), limits);
        try
        {
            // Package looks only among the parts that it was asked to list.
            _ = package.GetParts();
            var document = WordprocessingDocument.Open(package);
            return new(package, document, document.MainDocumentPart ?? throw new DocumentRefusedException(DiagnosticCatalog.NoDocumentPart.Create()));
        }
        catch (Exception error) when (error is OpenXmlPackageException or XmlException or FormatException or IOException)
        {
            throw Refused.Damaged(error.Message);
        }
    }

    public static string NameOf(OpenXmlPart part) => BoundedPackage.Name(part.Uri);

    public IReadOnlyDictionary<string, PartRelationship> RelationshipsOf(string part) => _package.RelationshipsOf(part);

    /// <summary>The bytes and the declared type of the part that a relationship points to, or null where it is not in the package.</summary>
    public (Stream Content, string Type, string Name)? Follow(string source, PartRelationship relationship)
    {
        var name = PartRelationships.Resolve(source, relationship.Target);
        return !relationship.External && _package.Holds(name) ? (_package.OpenPart(name), _package.Types[name], name) : null;
    }

    public void Dispose()
    {
        _document.Dispose();
        ((IDisposable)_package).Dispose();
    }
}
