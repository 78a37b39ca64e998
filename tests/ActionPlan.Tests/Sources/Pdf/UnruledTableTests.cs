using System.Globalization;
using System.Text;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Tables of reports that draw few lines or none, and pages that only look as if they held one.</summary>
public class UnruledTableTests
{
    private static readonly int[] FourColumns = [180, 230, 280, 330];
    private static readonly string[] Address = ["Ministry of Finance", "12 Main Street", "11221 Stockholm", "Tel. +46 327 8016"];
    private static readonly string[] Countries = ["Austria", "Belgium", "Cyprus", "Denmark", "Estonia", "Finland"];

    [Fact]
    public void A_heading_centred_over_columns_has_all_of_them()
    {
        var page = new Drawing().Text(184, 700, "Men").Text(277, 700, "Women");
        foreach (var (i, x) in FourColumns.Index())
        {
            page.Number(x, 686, 2001 + (i % 2));
        }

        Assert.Equal(["Men+2", "Women+2"], Cells(Statistics(page, FourColumns))[0]);
    }

    [Fact]
    public void A_rule_under_a_heading_says_which_columns_it_heads()
    {
        var page = new Drawing().Text(150, 700, "Men").Text(250, 700, "Women").Rule(150, 697, 230).Rule(250, 697, 330);
        foreach (var (i, x) in FourColumns.Index())
        {
            page.Number(x, 686, 2001 + (i % 2));
        }

        Assert.Equal(["Men+2", "Women+2"], Cells(Statistics(page, FourColumns))[0]);
    }

    [Fact]
    public void A_rule_over_the_sums_alone_does_not_join_the_labels_beside_it()
    {
        var page = new Drawing().Rule(140, 613, 330);
        foreach (var (i, x) in FourColumns.Index())
        {
            page.Number(x, 686, 2001 + i);
        }

        Assert.Equal(["Finland", "Estonia"], Cells(Statistics(page, FourColumns)).Select(row => row[0]).Reverse().Take(2));
    }

    [Fact]
    public void The_sign_of_a_currency_at_the_side_of_a_column_belongs_to_its_number()
    {
        var page = new Drawing().Number(230, 686, 2001).Number(330, 686, 2002).Text(180, 672, "$").Text(280, 672, "$");
        Assert.Equal(["Austria", "$ 1001", "$ 1002"], Cells(Statistics(page, 230, 330))[1]);
    }

    [Fact]
    public void Rows_between_upright_rules_alone_are_rows()
    {
        var page = new Drawing().Text(60, 686, "Country").Number(230, 686, 2001).Number(330, 686, 2002).Rule(50, 700, 340).Rule(50, 682, 340).Rule(50, 590, 340);
        foreach (var x in new[] { 50, 140, 240, 340 })
        {
            page.Upright(x, 590, 700);
        }

        var cells = Cells(Statistics(page, 230, 330));
        Assert.Equal(7, cells.Count);
        Assert.Equal(["Belgium", "2001", "2002"], cells[2]);
    }

    [Fact]
    public void Tables_beside_each_other_with_rules_of_their_own_are_two()
    {
        var page = new Drawing();
        foreach (var x in new[] { 60, 320 })
        {
            page.Rule(x, 698, x + 200).Rule(x, 682, x + 200).Rule(x, 594, x + 200).Number(x + 130, 686, 2001).Number(x + 200, 686, 2002);
        }

        var tables = Read(StatisticsAt(320, StatisticsAt(60, page, 190, 260), 450, 520));
        Assert.Equal([3, 3], tables.Select(table => table.Columns));
        Assert.Equal("Estonia", tables[1].Rows[5].Cells[0].Text.Text);
    }

    [Fact]
    public void A_label_that_reaches_into_the_next_column_leaves_the_columns_apart()
    {
        var page = new Drawing().Number(180, 686, 2001).Number(230, 686, 2002).Text(60, 588, "Members since the enlargement");
        Assert.Equal(["Finland", "6001", "6002"], Cells(Statistics(page, 180, 230))[6]);
    }

    [Fact]
    public void A_table_of_contents_is_no_table()
    {
        var page = new Drawing();
        for (var i = 0; i < 10; i++)
        {
            page.Text(60, 700 - (14 * i), Invariant($"{i + 1}. Chapter of the report {new string('.', 60 - i)}")).Number(500, 700 - (14 * i), 3 + (2 * i));
        }

        Assert.Empty(Read(page));
    }

    [Fact]
    public void The_axis_of_a_chart_makes_no_table()
    {
        var page = new Drawing();
        for (var i = 0; i < 6; i++)
        {
            page.Number(80, 700 - (25 * i), 100 - (20 * i)).Number(300, 700 - (25 * i), 50 - (10 * i)).Number(110 + (30 * i), 560, 2001 + i).Number(330 + (30 * i), 560, 2001 + i);
        }

        Assert.Empty(Read(page.Text(100, 715, "Chart 1. Expenditure").Text(320, 715, "Chart 2. Income")));
    }

    [Fact]
    public void Blocks_of_addresses_are_no_table()
    {
        var page = new Drawing();
        for (var i = 0; i < 3; i++)
        {
            foreach (var x in new[] { 60, 300 })
            {
                foreach (var (line, text) in Address.Index())
                {
                    page.Text(x, 700 - (70 * i) - (13 * line), text);
                }
            }
        }

        Assert.Empty(Read(page));
    }

    [Fact]
    public void Every_other_ground_shaded_says_which_lines_are_one_record_among_numbers_too()
    {
        string[] names = ["Askim", "Bergs gata", "Dals torg", "Eds backe", "Forsa park", "Gruvans", "Hamnens"];
        var page = new Drawing();
        var y = 700;
        foreach (var (i, name) in names.Index())
        {
            // The numbers stand beside the last line of a name.
            var height = i % 3 == 1 ? 28 : 14;
            page = i % 2 == 0 ? page.Ground(55, y - height - 4, 300, height) : page;
            page = height > 14 ? page.Text(60, y - 14, "Anstalten vid") : page;
            page.Text(60, y - height, name).Number(200, y - height, 1000 + i).Number(290, y - height, 2000 + i);
            y -= height;
        }

        var cells = Cells(page);
        Assert.Equal(names.Length, cells.Count);
        Assert.Equal(["Anstalten vid Bergs gata", "1001", "2001"], cells[1]);
    }

    private static Drawing Statistics(Drawing page, params int[] columns) => StatisticsAt(60, page, columns);

    private static Drawing StatisticsAt(int left, Drawing page, params int[] columns)
    {
        foreach (var (row, country) in Countries.Index())
        {
            page.Text(left, 672 - (14 * row), country);
            foreach (var (i, x) in columns.Index())
            {
                page.Number(x, 672 - (14 * row), ((row + 1) * 1000) + i + 1);
            }
        }

        return page;
    }

    private static ValueList<Table> Read(Drawing page)
    {
        var read = new TableReader().Read(DrawnPdf.Of([page.ToString()]), "report.pdf");
        return read.Outcome == ReadOutcome.Read ? read.GetValueOrThrow() : [];
    }

    /// <summary>The texts of the cells row by row, a span behind each that has one.</summary>
    private static List<string[]> Cells(Drawing page) =>
        [.. Assert.Single(Read(page)).Rows.Select(row => row.Cells.Where(cell => !cell.Text.IsEmpty).Select(cell => cell.Text.Text + (cell.ColumnSpan > 1 ? Invariant($"+{cell.ColumnSpan}") : "")).ToArray())];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed class Drawing
    {
        private const double DigitWidth = 5.56;

        private readonly StringBuilder _drawn = new();

        public Drawing Text(double x, double y, string text)
        {
            _drawn.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n");
            return this;
        }

        /// <summary>A number that ends at a place.</summary>
        public Drawing Number(double right, double y, int number)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            return Text(right - (text.Length * DigitWidth), y, text);
        }

        public Drawing Rule(double from, double y, double to) => Line(from, y, to, y);

        public Drawing Upright(double x, double from, double to) => Line(x, from, x, to);

        public Drawing Ground(double x, double y, double width, double height)
        {
            _drawn.Append(CultureInfo.InvariantCulture, $"0.8 g {x} {y} {width} {height} re f 0 g\n");
            return this;
        }

        private Drawing Line(double x0, double y0, double x1, double y1)
        {
            _drawn.Append(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");
            return this;
        }

        public override string ToString() => _drawn.ToString();
    }
}
