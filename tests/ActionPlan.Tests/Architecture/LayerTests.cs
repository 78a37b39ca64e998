namespace ActionPlan.Tests.Architecture;

/// <summary>Who may use whom, as the design has it, read from the compiled library.</summary>
public sealed class LayerTests
{
    /// <summary>Types at the root that start the stages: no folder may use them. What else stands at the root is the model.</summary>
    private static readonly HashSet<string> EntryPoints =
    [
        "ActionPlan.PlanReader", "ActionPlan.TableReader", "ActionPlan.Reading", "ActionPlan.ReadingLog", "ActionPlan.PlanWriter",
        "ActionPlan.TableWriter", "ActionPlan.ReportWriter", "ActionPlan.WholeFile", "ActionPlan.ActionPlanServices", "ActionPlan.WordTemplate", "ActionPlan.PlanDocument",
        "ActionPlan.WordFileCheck", "ActionPlan.DocumentSplit", "ActionPlan.FieldFilling", "ActionPlan.PlanMerge", "ActionPlan.MergeFindingsWriter",
    ];

    /// <summary>For each folder the folders that it may use; everybody may use the model and its messages.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Messages"] = [],
        ["Word"] = ["Sources"],
        ["Word.Checks"] = ["Sources", "Word"],
        ["Sources"] = ["Word"],
        ["Sources.Word"] = ["Sources", "Word"],
        ["Sources.Delimited"] = ["Sources"],
        ["Sources.Pdf.Lines"] = ["Sources", "Pdf"],
        ["Sources.Pdf.Cells"] = ["Sources", "Sources.Pdf.Lines", "Pdf"],
        ["Sources.Pdf.Grids"] = ["Sources", "Sources.Pdf.Lines", "Sources.Pdf.Cells", "Pdf"],
        ["Sources.Pdf.Grids.Aligned"] = ["Sources.Pdf.Lines", "Sources.Pdf.Grids", "Pdf"],
        ["Sources.Pdf.Grids.Tagged"] = ["Sources", "Sources.Pdf.Lines", "Sources.Pdf.Cells", "Sources.Pdf.Grids", "Pdf"],
        ["Sources.Pdf.Pages"] = ["Sources", "Sources.Pdf.Lines", "Sources.Pdf.Cells", "Sources.Pdf.Grids.Tagged"],
        ["Sources.Pdf"] = ["Sources", "Sources.Pdf.Pages", "Sources.Pdf.Lines", "Sources.Pdf.Cells", "Sources.Pdf.Grids", "Sources.Pdf.Grids.Aligned", "Sources.Pdf.Grids.Tagged", "Pdf"],
        ["Tables"] = ["Sources"],
        ["Plans"] = ["Sources", "Tables"],
        ["Outputs"] = [],
        ["Review"] = [],
        ["Review.Merge"] = [],
        ["Templates"] = ["Sources", "Word"],
        ["Templates.Fields"] = ["Templates", "Sources", "Word"],
        ["Templates.Split"] = ["Templates", "Sources", "Word"],
    };

    /// <summary>Packages and the folders that alone may use them.</summary>
    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["DocumentFormat.OpenXml"] = ["Word.Checks"],
        ["System.IO.Packaging"] = ["Word", "Sources.Word"],
        ["CsvHelper"] = ["Sources.Delimited", "Outputs"],
        ["Microsoft.Extensions"] = [""],
        ["System.CommandLine"] = [],
        ["Spectre.Console"] = [],
    };

    private static readonly HashSet<TypeReferenceFound> References = TypeReferences.Of(typeof(Plan).Assembly.Location);

    [Fact]
    public void No_folder_steps_back() => Assert.Empty(StepsBack(References));

    [Fact]
    public void Packages_stay_in_their_folders() => Assert.Empty(
        from reference in References
        where reference.From.StartsWith("ActionPlan.", StringComparison.Ordinal)
        from package in Packages
        where reference.To.StartsWith(package.Key + ".", StringComparison.Ordinal) && !package.Value.Contains(Folder(reference.From))
        select reference);

    [Fact]
    public void Every_folder_is_known() => Assert.DoesNotContain(
        References.Select(reference => reference.From).Where(IsOurs).Select(Folder), folder => folder.Length > 0 && !Allowed.ContainsKey(folder));

    [Theory]
    [InlineData("ActionPlan.Sources.SourceGrid", "ActionPlan.Tables.TableFinder")]
    [InlineData("ActionPlan.Outputs.PlanJson", "ActionPlan.Plans.MeasureIds")]
    [InlineData("ActionPlan.Plans.PlanBuilder", "ActionPlan.PlanReader")]
    [InlineData("ActionPlan.Plan", "ActionPlan.Sources.SourceGrid")]
    public void A_step_back_would_be_seen(string from, string to) => Assert.Single(StepsBack([new(from, to)]));

    [Fact]
    public void The_reader_of_references_sees_code_not_only_signatures()
    {
        Assert.Contains(new TypeReferenceFound("ActionPlan.PlanReader", "ActionPlan.Plans.PlanBuilder"), References);
        Assert.Contains(new TypeReferenceFound("ActionPlan.Outputs.CsvText", "CsvHelper.CsvWriter"), References);
    }

    private static IEnumerable<TypeReferenceFound> StepsBack(IEnumerable<TypeReferenceFound> references) =>
        references.Where(reference => IsOurs(reference.From) && IsOurs(reference.To) && !MayUse(reference.From, reference.To));

    private static bool MayUse(string from, string to)
    {
        var (user, used) = (Folder(from), Folder(to));
        return EntryPoints.Contains(from) || used == "Messages"
            || (used.Length == 0 ? !EntryPoints.Contains(to) : user == used || (Allowed.TryGetValue(user, out var allowed) && allowed.Contains(used)));
    }

    private static bool IsOurs(string type) => type.StartsWith("ActionPlan.", StringComparison.Ordinal);

    private static string Folder(string type)
    {
        var name = type["ActionPlan.".Length..];
        return name.Contains('.') ? name[..name.LastIndexOf('.')] : "";
    }
}
