using System.IO.Compression;
using ActionPlan.Tests.Sources.Word;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Templates;

/// <summary>Documents with odd merges, missing and doubled cells and tracked changes make sound templates, and what those have no place for is told.</summary>
public class DamagedTemplateTests
{
    /// <summary>The edits that Word itself could have made; others leave what Word refuses to open.</summary>
    private static readonly int[] Plausible = [6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17];

    /// <summary>No cell for an answer, no column, no place for a text; text under a merge.</summary>
    private static readonly string[] Told = ["AP3017", "AP3019", "AP3021", "AP1101"];

    private static readonly Arbitrary<(string File, IList<MarkupEdit> Edits)> Damage =
        (from file in Gen.Elements<string>([.. CorpusFiles.Word, .. CorpusFiles.Kinds])
         from edits in Mutation.Edits
         select (file, (IList<MarkupEdit>)[.. edits.Select(edit => edit with { Kind = Plausible[edit.Kind % Plausible.Length] })])).ToArbitrary();

    [Fact]
    public void What_is_asked_and_what_is_answered_stands_in_the_result_or_is_told() =>
        Check.One(Cases.Of(100), Prop.ForAll(Damage, damage =>
        {
            var document = Damaged(damage.File, damage.Edits);
            using var output = new MemoryStream();
            var next = new WordTemplate().Next(new MemoryStream(document), "plan.docx", output, new() { Period = "2030" });
            if (next.Value is null)
            {
                return next.Error is not null;
            }

            var template = output.ToArray();
            var known = Errors(document);
            Assert.DoesNotContain(Errors(template), code => !known.Contains(code));
            var asked = WordFiles.Read(template);
            Assert.Equal(next.Value.Measures.Select(measure => measure.Id), asked.Measures.Select(measure => measure.Id));
            Assert.All(asked.Measures, measure => Assert.True(measure.FollowUp.IsEmpty, measure.FollowUp.Text));

            var answers = WordFiles.Answered(asked);
            using var filled = new MemoryStream();
            var fill = new WordTemplate().Fill(new MemoryStream(template), "plan.docx", answers, filled);
            var read = WordFiles.Read(filled.ToArray());
            Assert.Equal(answers.Measures.Select(measure => measure.Id), read.Measures.Select(measure => measure.Id));
            return answers.Measures.Select(measure => measure.FollowUp).SequenceEqual(read.Measures.Select(measure => measure.FollowUp))
                || next.Diagnostics.Concat(fill.Diagnostics).Any(diagnostic => Told.Contains(diagnostic.Code));
        }));

    private static HashSet<string> Errors(byte[] file) =>
        [.. WordFileCheck.Check(new MemoryStream(file), "plan.docx").Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Code)];

    private static byte[] Damaged(string file, IEnumerable<MarkupEdit> edits)
    {
        using var stream = new MemoryStream();
        stream.Write(File.ReadAllBytes(CorpusFiles.PathOf(file)));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = MainPart.Of(zip);
            string markup;
            using (var reader = new StreamReader(part.Open()))
            {
                markup = reader.ReadToEnd();
            }

            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part.FullName, CompressionLevel.Fastest).Open());
            writer.Write(Mutation.Apply(markup, edits));
        }

        return stream.ToArray();
    }
}
