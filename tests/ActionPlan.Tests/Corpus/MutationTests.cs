using System.IO.Compression;
using ActionPlan.Tests.Sources.Word;
using ActionPlan.Tests.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Corpus;

/// <summary>A plan is read of damaged documents without an exception, and its account closes.</summary>
public class MutationTests
{
    private static readonly Dictionary<string, (byte[] Package, string Main, string Markup)> Documents = [];

    [Fact]
    public void A_damaged_document_never_throws_and_the_account_of_its_plan_closes()
    {
        string[] files = [.. CorpusFiles.Word, .. CorpusFiles.Kinds];
        Check.One(
            Cases.Of(1000),
            Prop.ForAll(Gen.Zip(Gen.Elements(files), Mutation.Edits).ToArbitrary(), damage =>
            {
                var (package, main, markup) = Document(damage.Item1);
                var file = With(package, main, Mutation.Apply(markup, damage.Item2));
                foreach (var table in new TableReader().Read(new MemoryStream(file), damage.Item1).Value ?? [])
                {
                    WholeTable.Assert(table);
                }

                var result = new PlanReader().Read(new MemoryStream(file), damage.Item1);
                var account = result.Report.Account;
                Assert.Equal(account.Source, account.Plan + account.Headings + account.RepeatedHeadings + account.Furniture + account.OtherTables + account.Dropped.Total + account.Unplaced);
                Assert.True(account.Unplaced == 0 || account.UnplacedText.Count > 0, "unplaced without its text");
                return result.Value is not null || result.Error is not null;
            }));
    }

    private static (byte[] Package, string Main, string Markup) Document(string file)
    {
        if (!Documents.TryGetValue(file, out var document))
        {
            var package = File.ReadAllBytes(CorpusFiles.PathOf(file));
            using var zip = new ZipArchive(new MemoryStream(package));
            var main = MainPart.Of(zip);
            using var reader = new StreamReader(main.Open());
            Documents[file] = document = (package, main.FullName, reader.ReadToEnd());
        }

        return document;
    }

    private static byte[] With(byte[] package, string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Fastest).Open());
            writer.Write(content);
        }

        return stream.ToArray();
    }
}
