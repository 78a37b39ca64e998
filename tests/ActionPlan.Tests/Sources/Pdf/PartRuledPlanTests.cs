using System.Globalization;
using System.Text;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Plans whose tables have a ground, rules or space in the place of lines around their cells, and pages that are drawn in no order.</summary>
public class PartRuledPlanTests
{
    private static readonly string[] Headings = ["Fokusområde", "Aktivitet", "Mål", "Uppföljning"];
    private static readonly string[] Rening = ["Rening", "Filter vid\nhamnen", "Halten av zink\nhalveras", "Halten är lägre\nän i fjol, och fem\nfilter är på plats."];
    private static readonly string[] Ytor = ["Ytor", "Plantera\nängsmark", "Fler\npollinerare", "Ytan är sådd."];
    private static readonly string[] Skyfall = ["Skyfall", "Magasin under\ntorget", "Inga källare\nsvämmar över", "Upphandlingen\nhar börjat."];

    [Fact]
    public void The_ground_of_every_other_row_tells_the_columns_however_the_words_are_spread()
    {
        string[] spread = ["Ytor", "~Plantera ny\nängsmark", "~Fler bin\noch humlor", "Ytan är sådd."];
        var page = new Page().Table(700, [Headings, Rening, spread, Skyfall, spread], shaded: row => row % 2 == 0).ToString();
        Assert.Equal([Whole(Rening), "Ytor|Plantera ny ängsmark|Fler bin och humlor|Ytan är sådd.", Whole(Skyfall), "Ytor|Plantera ny ängsmark|Fler bin och humlor|Ytan är sådd."], Texts(page));
    }

    [Fact]
    public void Rows_on_a_ground_are_narrower_beside_a_merged_cell()
    {
        string[] below = ["", .. Ytor[1..]];
        var page = new Page().Table(700, [Headings, Rening, below, Skyfall, below], shaded: row => row is 2 or 4, from: 1).ToString();
        Assert.Equal([Whole(Rening), Whole(["Rening", .. Ytor[1..]]), Whole(Skyfall), Whole(["Skyfall", .. Ytor[1..]])], Texts(page));
    }

    [Fact]
    public void Rows_of_centred_cells_are_parted_by_space()
    {
        var page = new Page().Table(700, [Headings, Rening, Ytor, Skyfall, Rening, Skyfall], centred: true).ToString();
        Assert.Equal([Whole(Rening), Whole(Ytor), Whole(Skyfall), Whole(Rening), Whole(Skyfall)], Texts(page));
    }

    [Fact]
    public void Space_between_the_paragraphs_of_a_cell_parts_no_rows()
    {
        string[] long1 = [.. Rening[..3], "Halten är lägre\nän i fjol.\n\nFem filter är på\nplats i hamnen."];
        var page = new Page().Table(700, [Headings, long1, Ytor, long1, Skyfall, Ytor]).ToString();
        string whole = "Rening|Filter vid hamnen|Halten av zink halveras|Halten är lägre än i fjol. Fem filter är på plats i hamnen.";
        Assert.Equal([whole, Whole(Ytor), whole, Whole(Skyfall), Whole(Ytor)], Texts(page));
    }

    [Fact]
    public void A_rule_that_leaves_out_a_column_joins_its_cells()
    {
        string[] below = ["", .. Ytor[1..]];
        var page = new Page().Table(700, [Headings, ["", .. Rening[1..]], ["Vatten", .. Ytor[1..]], Skyfall, Ytor], rules: true, open: row => row == 2).ToString();
        Assert.Equal([Whole(["Vatten", .. Rening[1..]]), Whole(["Vatten", .. below[1..]]), Whole(Skyfall), Whole(Ytor)], Texts(page));
    }

    [Fact]
    public void An_upright_heading_heads_its_column()
    {
        string[] headings = ["Fokusområde", "Aktivitet", "", "Uppföljning"];
        string[][] rows = [["Rening", "Filter vid\nhamnen", "2024", "Halten är lägre\nän i fjol."], ["Ytor", "Plantera\nängsmark", "2025", "Ytan är sådd\noch hägnad."], ["Skyfall", "Magasin under\ntorget", "2026", "Upphandlingen\nhar börjat."]];
        var page = new Page().Table(700, [headings, .. rows, .. rows]) + "BT /F1 10 Tf 0 1 -1 0 290 688 Tm (Tidplan) Tj ET\n";
        var read = Read(page);
        Assert.Equal(["Fokusområde", "Aktivitet", "Tidplan", "Uppföljning"], read.GetValueOrThrow().Columns.Select(column => column.Heading));
        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Code == "AP1306");
    }

    [Fact]
    public void A_table_of_one_row_has_the_columns_of_another_under_the_same_headings()
    {
        var page = new Page().Text(50, 800, "Plan för rena hamnar", 20).Table(760, [Headings, Rening, Ytor, Skyfall, Rening]).Text(50, 530, "Stadens parker", 14).Table(520, [Headings, Ytor]).ToString();
        var plan = Read(page).GetValueOrThrow();
        Assert.Equal(5, plan.Measures.Count());
        Assert.Equal("Stadens parker", plan.Sections[^1].Heading);
        Assert.Equal(Whole(Ytor), Whole(plan.Sections[^1].Measures.Single()));
    }

    [Fact]
    public void The_heading_of_a_section_at_the_end_of_a_page_is_one()
    {
        var first = new Page().Table(300, [Headings, Rening, Ytor, Skyfall, Rening]).Text(54, 126, "Parker", 10, "F2").ToString();
        var plan = Read(first, new Page().Table(780, [Headings, Ytor, Skyfall, Rening]).ToString()).GetValueOrThrow();
        Assert.Equal(["", "Parker"], plan.Sections.Select(section => section.Heading));
        Assert.Equal([4, 3], plan.Sections.Select(section => section.Measures.Count));
    }

    [Fact]
    public void The_rest_of_a_row_below_a_repeated_heading_belongs_to_the_row_above()
    {
        var first = new Page().Table(200, [Headings, Rening, Ytor, ["Skyfall", "Magasin under\ntorget", "Inga källare\nsvämmar över", "Upphandlingen av\nmagasinen, som är"]]).ToString();
        var plan = Read(first, new Page().Table(780, [Headings, ["", "", "", "stora och dyra,\nhar nu börjat."], Ytor, Rening]).ToString()).GetValueOrThrow();
        Assert.Equal([Whole(Rening), Whole(Ytor), "Skyfall|Magasin under torget|Inga källare svämmar över|Upphandlingen av magasinen, som är stora och dyra, har nu börjat.", Whole(Ytor), Whole(Rening)], plan.Measures.Select(Whole));
    }

    [Fact]
    public void Letters_that_are_drawn_one_by_one_in_no_order_are_words()
    {
        var page = DrawnPdf.Page(700, Headings, ["Rening", "Filter vid hamnen", "Halten halveras", "Halten är lägre"], ["Ytor", "Plantera ängsmark", "Fler insekter", "Ytan är sådd"]);
        Assert.Equal(["Rening|Filter vid hamnen|Halten halveras|Halten är lägre", "Ytor|Plantera ängsmark|Fler insekter|Ytan är sådd"], Texts(Shuffled(Letters(page)), "Courier"));
    }

    [Fact]
    public void Divided_words_are_whole_though_lines_are_drawn_in_no_order()
    {
        var page = DrawnPdf.Page(700, Headings,
            ["Rening", "Filter mot olja vid ham-\nnarna", "Halten av zink ska hal-\nveras", "Halten är nu klart lägre; provtag-\nningen pågår"],
            ["Ytor", "Plantera mer av ängs-\nblommor", "Fler och fler polline-\nrande insekter", "Ytan är sådd och snart en hel ängs-\nmark"]);
        Assert.Equal(["Rening|Filter mot olja vid hamnarna|Halten av zink ska halveras|Halten är nu klart lägre; provtagningen pågår", "Ytor|Plantera mer av ängsblommor|Fler och fler pollinerande insekter|Ytan är sådd och snart en hel ängsmark"], Texts(Shuffled(page)));
    }

    [Fact]
    public void Recognised_words_that_lie_a_little_off_make_lines()
    {
        var page = new Page { IsOff = true }.Table(700, [Headings, Rening, Ytor, Skyfall, Rening]).ToString();
        Assert.Equal([Whole(Rening), Whole(Ytor), Whole(Skyfall), Whole(Rening)], Texts("3 Tr\n" + page));
    }

    private static string Whole(string[] cells) => string.Join('|', cells).Replace('\n', ' ');

    private static string Whole(Measure measure) => Whole([measure.FocusArea.Text, measure.Activity.Text, measure.Goal.Text, measure.FollowUp.Text]);

    private static ReadResult<Plan> Read(params string[] pages) => Read(pages, "Helvetica");

    private static ReadResult<Plan> Read(string[] pages, string font) => new PlanReader().Read(
        DrawnPdf.WithFonts(pages, $"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>", "/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"), "plan.pdf");

    private static IEnumerable<string> Texts(string page, string font = "Helvetica")
    {
        var read = Read([page], font);
        Assert.Equal(0, read.Report.Account.Unplaced);
        return read.GetValueOrThrow().Measures.Select(Whole);
    }

    /// <summary>Each letter of Courier by itself.</summary>
    private static string Letters(string page) => string.Join('\n', page.Split('\n').SelectMany(line =>
    {
        var at = line.IndexOf('(', StringComparison.Ordinal);
        if (at < 0)
        {
            return [line];
        }

        var parts = line.Split(' ');
        var x = float.Parse(parts[4], CultureInfo.InvariantCulture);
        return line[(at + 1)..line.LastIndexOf(')')].Select((letter, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x + (6 * i)} {parts[5]} Td ({letter}) Tj ET"));
    }));

    private static string Shuffled(string page)
    {
        var lines = page.Split('\n');
        new Random(7).Shuffle(lines);
        return string.Join('\n', lines);
    }

    /// <summary>Draws tables of four columns without the lines around their cells.</summary>
    private sealed class Page
    {
        private static readonly int[] Sides = [50, 150, 270, 390, 545];
        private readonly StringBuilder _drawn = new();
        private int _words;

        /// <summary>Whether words lie a little higher or lower than their lines, and are a little larger or smaller.</summary>
        public bool IsOff { get; init; }

        public Page Text(float x, float y, string text, float size, string font = "F1")
        {
            _drawn.Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n");
            return this;
        }

        public Page Table(float top, string[][] rows, Predicate<int>? shaded = null, int from = 0, bool centred = false, bool rules = false, Predicate<int>? open = null)
        {
            var y = top;
            foreach (var (row, cells) in rows.Index())
            {
                var lines = Array.ConvertAll(cells, cell => cell.Split('\n'));
                var height = 6 + lines.Max(Height);
                for (var column = 0; column < cells.Length; column++)
                {
                    if (rules && !(column == 0 && open?.Invoke(row) == true))
                    {
                        _drawn.Append(CultureInfo.InvariantCulture, $"{Sides[column]} {y} m {Sides[column + 1]} {y} l S\n");
                    }

                    if (shaded?.Invoke(row) == true && column >= from)
                    {
                        _drawn.Append(CultureInfo.InvariantCulture, $"0.9 g {Sides[column]} {y - height} {Sides[column + 1] - Sides[column]} {height} re f 0 g\n");
                    }

                    Cell(Sides[column] + 4, y - 12 - (centred ? (height - 6 - Height(lines[column])) / 2 : 0), lines[column]);
                }

                y -= height;
            }

            if (rules)
            {
                _drawn.Append(CultureInfo.InvariantCulture, $"{Sides[0]} {y} m {Sides[^1]} {y} l S\n");
            }

            return this;
        }

        public override string ToString() => _drawn.ToString();

        private static float Height(string[] lines) => lines.Sum(line => line.Length == 0 ? 4f : 12f);

        private void Cell(float x, float y, string[] lines)
        {
            foreach (var line in lines)
            {
                var off = IsOff ? ((_words++ % 3) - 1) * 0.3f : 0;
                _drawn.Append(line.Length > 0 && line[0] == '~' ? "15 Tw\n" : "");
                Text(x, y + off, line.TrimStart('~'), 10 + off);
                _drawn.Append(line.Length > 0 && line[0] == '~' ? "0 Tw\n" : "");
                y -= line.Length == 0 ? 4 : 12;
            }
        }
    }
}
