using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SampleDocuments;

namespace ActionPlan.Tests.Samples;

/// <summary>The committed samples are what their generator makes and what reading them gives.</summary>
public class SampleTests
{
    private static readonly string Folder = Repository.PathOf("samples");

    private static readonly Lazy<Dictionary<string, byte[]>> Made = new(() => SampleFiles.Make(Folder).ToDictionary(file => file.Name, file => file.Content));

    public static TheoryData<string> Names => [.. Made.Value.Keys];

    public static TheoryData<string> WordFiles => [.. Made.Value.Keys.Where(name => name.EndsWith(".docx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_file_is_current(string name)
    {
        var committed = File.ReadAllBytes(Path.Combine(Folder, name));

        // Parts are compared unpacked: another version of the platform may pack the same parts in other bytes.
        Assert.Equal(Content(name, Made.Value[name]), Content(name, committed));
    }

    [Theory]
    [MemberData(nameof(WordFiles))]
    public void A_Word_file_is_the_same_bytes_each_time(string name) =>
        Assert.Equal(Made.Value[name], SampleFiles.Make(Folder).Single(file => file.Name == name).Content);

    [Theory]
    [MemberData(nameof(WordFiles))]
    public void A_Word_file_is_valid(string name)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Made.Value[name]), isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.Equal("", string.Join('\n', errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")));
    }

    [Fact]
    public void The_Word_file_holds_the_plan_of_the_text_dump()
    {
        var dump = new PlanReader().Read(Path.Combine(Folder, SampleFiles.Extremism + ".txt")).GetValueOrThrow();
        var word = new PlanReader().Read(Path.Combine(Folder, SampleFiles.Extremism + ".docx")).GetValueOrThrow();

        Assert.Equal(dump, word);
        Assert.Equal(16, word.Measures.Count());
    }

    [Theory]
    [MemberData(nameof(WordFiles))]
    public void Every_character_of_a_sample_is_placed(string name)
    {
        var result = new PlanReader().Read(Path.Combine(Folder, name));

        Assert.Equal(0, result.Report.Account.Unplaced);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
    }

    [Fact]
    public void The_committed_files_of_the_round_are_current_sound_and_without_traps_of_our_making()
    {
        foreach (var (name, content) in RoundSamples.Make(Made.Value[SampleFiles.Climate + ".docx"]))
        {
            Assert.Equal(Content(name, content), Content(name, File.ReadAllBytes(Path.Combine(Folder, name))));
            if (name.EndsWith(".docx", StringComparison.Ordinal) && !name.Contains("egen-mall-med", StringComparison.Ordinal))
            {
                Templates.WordFiles.AssertValid(content);
            }
        }
    }

    [Fact]
    public void The_round_has_one_conflict_and_every_other_answer_is_in_the_result()
    {
        using var findings = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, RoundSamples.Folder, "fynd.json")));
        Assert.Equal(["conflict"], findings.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("kind").GetString()));
        var merged = new PlanReader().Read(Path.Combine(Folder, RoundSamples.Folder, "uppfoljning-2024.docx")).GetValueOrThrow();
        var own = new PlanReader().Read(Path.Combine(Folder, RoundSamples.Folder, "egen-mall-ifylld.docx")).GetValueOrThrow();
        Assert.Equal(findings.RootElement.GetProperty("result").GetProperty("answered").GetInt32(), merged.Measures.Count(measure => !measure.FollowUp.IsEmpty));
        Assert.Equal(merged.Measures.Select(measure => (measure.Id, measure.FollowUp)), own.Measures.Select(measure => (measure.Id, measure.FollowUp)));
    }

    private static string Content(string name, byte[] bytes)
    {
        if (!name.EndsWith(".docx", StringComparison.Ordinal))
        {
            return new StreamReader(new MemoryStream(bytes), detectEncodingFromByteOrderMarks: false).ReadToEnd();
        }

        using var package = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', package.Entries.Select(entry => $"{entry.FullName}: {new StreamReader(entry.Open()).ReadToEnd()}"));
    }
}
