namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>
/// The plan of a print is the plan of the Word file that it was printed from. Prints by LibreOffice and by Chromium, tagged and untagged, of
/// documents with all rules, level rules and none, shaded rows, merged cells, narrow columns and headings between tables.
/// </summary>
public class PrintTests
{
    private static readonly string Prints = Repository.PathOf("tests", "ActionPlan.Tests", "Sources", "Pdf", "Prints");

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var path in Directory.GetFiles(Prints, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                all.Add(Path.GetFileName(Path.GetDirectoryName(path))!, Path.GetFileNameWithoutExtension(path));
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_plan_of_a_print_is_the_plan_of_its_Word_file(string program, string document)
    {
        var sample = Repository.PathOf("samples", document + ".docx");
        var word = new PlanReader().Read(File.Exists(sample) ? sample : Path.Combine(Prints, "Word", document + ".docx")).GetValueOrThrow();
        var print = new PlanReader().Read(Path.Combine(Prints, program, document + ".pdf")).GetValueOrThrow();
        Assert.Equal(word.Title, print.Title);
        Assert.Equal(word.Decisions, print.Decisions);
        Assert.Equal(word.Columns, print.Columns);
        Assert.Equal(word.Sections.Select(section => section.Heading), print.Sections.Select(section => section.Heading));
        Assert.Equal(word.Measures.Select(measure => Texts(word, measure)), print.Measures.Select(measure => Texts(print, measure)));
    }

    [Fact]
    public void Ten_documents_are_printed_by_two_programs()
    {
        Assert.Equal(20, All.Count);
        Assert.Equal(8, Directory.GetFiles(Path.Combine(Prints, "Word"), "*.docx").Length);
    }

    private static string Texts(Plan plan, Measure measure) => string.Join('|', plan.Columns.Select(column => measure[column].Text).Prepend(measure.Id));
}
