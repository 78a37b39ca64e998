using ActionPlan.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Templates;

/// <summary>New columns find room in a table that stays as wide as it is.</summary>
public class ColumnWidthsTests
{
    [Fact]
    public void Last_periods_answers_get_as_much_room_as_the_new_ones_and_more_than_half_of_what_those_had()
    {
        var room = new ColumnWidths([2000, 3000, 3000, 4000], [1500, 1500, 1500, 1500]);
        room.AddBeside(4, 1);
        Assert.Equal([1500, 2250, 2250, 3000, 3000], room.Widths);
    }

    [Fact]
    public void A_list_of_short_words_gets_what_they_need() =>
        Assert.InRange(Last([2000, 3000, 3000, 4000], ["Status", "Välj status.", "Påbörjad", "Genomförd"])[^1], 1400, 1700);

    [Fact]
    public void A_column_of_sentences_gets_what_the_others_have() =>
        Assert.Equal(2400, Last([2000, 3000, 3000, 4000], ["Kommentar", "Arbetet har försenats av att tjänsten var vakant under våren."])[^1], 10.0);

    [Fact]
    public void A_column_whose_words_fill_it_keeps_its_room()
    {
        var room = new ColumnWidths([2000, 3000, 3000, 4000], [2000, 1000, 1000, 1000]);
        room.AddBeside(4, 1);
        room.AddLast(["Status"]);
        Assert.Equal(2000, room.Widths[0]);
    }

    [Fact]
    public void A_column_gets_what_its_words_need_from_those_that_have_it_to_spare() =>
        Assert.Equal([1500, 2250, 2250], ColumnWidths.Fitted([1000, 2500, 2500], [1500, 1000, 1000]));

    [Fact]
    public void Where_nobody_has_room_to_spare_the_widths_stay() =>
        Assert.Equal([1000, 1000], ColumnWidths.Fitted([1000, 1000], [1500, 1200]));

    [Fact]
    public void Whatever_is_added_the_table_is_as_wide_as_before() =>
        Check.One(Cases.Of(500), Prop.ForAll(Gen.Zip(Gen.Choose(0, 6000).ListOf(), Gen.Choose(0, 5000).ListOf()).ToArbitrary(), given =>
        {
            var (widths, least) = given;
            if (widths.Count == 0)
            {
                return;
            }

            var room = new ColumnWidths([.. widths], [.. least]);
            room.AddBeside(widths.Count, 1);
            room.AddLast(["Status", "Pågår"]);
            room.AddLast(["Kommentar", new string('a', 400)]);
            Assert.Equal(widths.Sum(), room.Widths.Sum());
            Assert.Equal(widths.Count + 3, room.Widths.Count);
            Assert.All(room.Widths, width => Assert.True(width >= 0, $"{width}"));
        }));

    private static IReadOnlyList<int> Last(IReadOnlyList<int> widths, IEnumerable<string> texts)
    {
        var room = new ColumnWidths(widths, [.. widths.Select(width => width / 2)]);
        room.AddLast(texts);
        return room.Widths;
    }
}
