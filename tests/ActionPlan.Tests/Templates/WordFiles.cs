using System.IO.Compression;
using System.Xml.Linq;
using ActionPlan.Tests.Sources.Word;
using ActionPlan.Word.Checks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ActionPlan.Tests.Templates;

/// <summary>Short ways to Word files and back.</summary>
internal static class WordFiles
{
    public static byte[] Of(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanDocument.Write(plan, stream);
        return stream.ToArray();
    }

    public static Plan Read(byte[] file)
    {
        var result = new PlanReader().Read(new MemoryStream(file), "plan.docx");
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        return result.Value;
    }

    public static Plan Simple(string followUp) => new()
    {
        Title = "Uppföljning av handlingsplan",
        Language = "sv",
        Columns = [new(ColumnKey.Activity, "Aktivitet"), new(ColumnKey.FollowUp, "Uppföljning")],
        Sections = [new() { Heading = "Skola", Measures = [new() { Id = "aaaaaaaaaaaaaaaa", Activity = new("Utbilda"), FollowUp = RichText.FromText(followUp) }] }],
    };

    /// <summary>The file with its document part changed.</summary>
    public static byte[] Edit(byte[] file, Action<XDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            XDocument document;
            using (var content = entry.Open())
            {
                document = XDocument.Load(content, LoadOptions.PreserveWhitespace);
            }

            change(document);
            entry.Delete();
            using var changed = zip.CreateEntry("word/document.xml").Open();
            document.Save(changed, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }

    public static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Sound by the schema and by our own checks.</summary>
    public static void AssertValid(byte[] file)
    {
        Assert.Equal("", string.Join('\n', FileCheck.Of(new MemoryStream(file), ReadLimits.Default).Select(found => $"{found} [{string.Join(" | ", found.Arguments)}]").Take(8)));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Take(5)
            .Select(error => $"{error.Id} {error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
        var found = string.Join('\n', errors);
        Assert.True(found.Length == 0, found);
    }

    public static Plan Original(string name)
    {
        var result = new PlanReader().Read(Path.Combine(CorpusFiles.Folder, name));
        return Assert.IsType<Plan>(result.Value);
    }

    public static (byte[] File, Plan Plan) Template(string name, TemplateOptions? options = null)
    {
        using var stream = new MemoryStream();
        using var document = File.OpenRead(Path.Combine(CorpusFiles.Folder, name));
        var result = new WordTemplate().Next(document, name, stream, options ?? new() { Period = "2031" });
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        return (stream.ToArray(), result.Value);
    }

    public static void AssertSame(Plan expected, Plan actual)
    {
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Columns, actual.Columns);
        foreach (var (one, other) in expected.Measures.Zip(actual.Measures))
        {
            foreach (var column in expected.Columns)
            {
                if (!one[column].Equals(other[column]))
                {
                    Assert.Equal($"{column.Heading}: {Shown(one[column])}", $"{column.Heading}: {Shown(other[column])}");
                }
            }
        }

        Assert.Equal(expected.Decisions, actual.Decisions);
        Assert.Equal(expected.Measures, actual.Measures);
    }

    private static string Shown(RichText text) => string.Join(" / ", text.Paragraphs.Select(paragraph => $"{paragraph.List}{paragraph.Level}:" + string.Join("|", paragraph.Runs)));

    /// <summary>The plan with an answer for every measure.</summary>
    public static Plan Answered(Plan plan)
    {
        var i = 0;
        return plan with
        {
            Sections = plan.Sections.Select(section => section with { Measures = section.Measures.Select(measure => measure with { FollowUp = new($"Svar {++i}.") }).ToValueList() }).ToValueList(),
        };
    }

    public static byte[] Fill(byte[] template, Plan plan, out Plan filled)
    {
        using var stream = new MemoryStream();
        var result = new WordTemplate().Fill(new MemoryStream(template), "mall.docx", plan, stream);
        Assert.True(result.Value is not null, string.Join('\n', result.Diagnostics));
        filled = result.Value;
        return stream.ToArray();
    }
}
