namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Kinds of documents that the corpus lacks, each a small file in which everything else is plain.</summary>
public class PdfKindsTests
{
    [Theory]
    [InlineData("bildsida", "Rening|Filter vid hamnen|Halten zink halveras|Halten är lägre.", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd.")]
    [InlineData("dolt-lager", "Rening|Filter vid hamnen|Halten halveras|Halten är lägre.", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd.")]
    [InlineData("signerad", "Rening|Filter vid hamnen|Halten halveras|Halten är lägre.", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd.")]
    [InlineData("i-rapport", "Rening|Filter vid hamnen|Halten zink halveras|Halten är lägre.", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd.")]
    [InlineData("kort", "Rening|Filter vid hamnen|Halten zink halveras|Halten är lägre.", "Ytor|Plantera ängsmark|Fler pollinerare|Ytan är sådd.", "Skyfall|Magasin under torget|Inga källare svämmar över|")]
    [InlineData("noter", "Rening|Filter vid hamnen|Halten zink halveras|Halten är 38 procent lägre.", "Ytor|Plantera 300 m2 ängsmark|Fler pollinerare|Ytan är sådd och hägnad.")]
    [InlineData("tva-tabeller", "Rening|Filter vid hamnen|Halten zink halveras|Halten är lägre.||", "|Provtagning i bäcken||Tolv prov är tagna.|Miljöchef|2023")]
    [InlineData("vridna-rubriker", "Rening|Filter vid hamnen|Driftchef|Klar|Halten är lägre.", "Ytor|Plantera ängsmark|Parkchef|Pågår|Ytan är sådd.")]
    public void A_kind_gives_its_measures(string kind, params string[] expected)
    {
        var plan = Read(kind).GetValueOrThrow();
        Assert.Equal(expected, plan.Measures.Select(measure => string.Join('|', plan.Columns.Select(column => measure[column].Text))));
        Assert.Equal("KF", Assert.Single(plan.Decisions).Body);
    }

    [Fact]
    public void Rotated_headings_are_the_headings_of_their_columns() =>
        Assert.Equal(["Fokusområde", "Aktivitet", "Ansvarig", "Status", "Uppföljning"], Read("vridna-rubriker").GetValueOrThrow().Columns.Select(column => column.Heading));

    [Fact]
    public void Tables_of_different_columns_keep_the_headings_above_them_as_sections() =>
        Assert.Equal(["Kommunens åtgärder", "Regionens åtgärder"], Read("tva-tabeller").GetValueOrThrow().Sections.Select(section => section.Heading));

    [Fact]
    public void The_marks_of_notes_go_to_the_report_with_their_notes()
    {
        var read = Read("noter");
        Assert.Equal(["AP1103", "AP1103"], read.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Contains("Enligt kontrollprogrammet.", read.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(2, read.Report.Account.Dropped.Note);
        Assert.Equal(0, read.Report.Account.Unplaced);
    }

    [Fact]
    public void A_page_that_is_a_picture_is_told() => Assert.Contains(Read("bildsida").Diagnostics, diagnostic => diagnostic.Code == "AP1305" && diagnostic.Place.Page == 2);

    [Fact]
    public void A_row_that_the_page_has_cut_is_told_with_the_row_that_it_was_joined_to()
    {
        var read = new PlanReader().Read(Repository.PathOf("tests", "ActionPlan.Tests", "Corpus", "Pdf", "p12.pdf"));
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Code == "AP2008" && diagnostic.Place.Page > 1 && diagnostic.Place.Table is not null);
    }

    private static ReadResult<Plan> Read(string kind) => new PlanReader().Read(Repository.PathOf("tests", "ActionPlan.Tests", "Sources", "Pdf", "Kinds", kind + ".pdf"));
}
