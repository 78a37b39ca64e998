using System.IO.Compression;
using System.Text.RegularExpressions;

namespace ActionPlan.Tests.Templates;

/// <summary>Looks through every part of a file for what must not leave the house.</summary>
internal static partial class LeakScan
{
    private static readonly string[] Parts =
        ["comments", "people", "customXml", "thumbnail", "vbaProject", "embeddings", "activeX", "_xmlsignatures", "docProps/app", "docProps/custom", "glossary", "attachedToolbars", "printerSettings"];

    private static readonly string[] Markup =
        ["w:rsid", "<w:ins ", "<w:del ", "w:moveFrom", "w:moveTo ", "w:comment", "w:docVar", "w:attachedTemplate", "w:vanish/>", "w14:paraId", "<w:object", "o:OLEObject", "dc:creator", "cp:lastModifiedBy", "w:dataBinding", "w:altChunk", "PrChange", "AUTHOR", "INCLUDETEXT", "w:mailMerge", "w:author="];

    public static void AssertNone(byte[] file) => Assert.Empty(Find(file));

    public static IEnumerable<string> Find(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            foreach (var part in Parts.Where(part => entry.FullName.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{entry.FullName}: {part}";
            }

            if (!entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && !entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            foreach (var markup in Markup.Where(markup => text.Contains(markup, StringComparison.Ordinal) && !(markup == "w:vanish/>" && entry.Name == "styles.xml")))
            {
                yield return $"{entry.FullName}: {markup}";
            }

            foreach (Match target in ExternalTarget().Matches(text))
            {
                if (!target.Groups["target"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !target.Groups["target"].Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                {
                    yield return $"{entry.FullName}: {target.Groups["target"].Value}";
                }
            }
        }
    }

    [GeneratedRegex("Target=\"(?<target>[^\"]*)\" TargetMode=\"External\"", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ExternalTarget();
}
