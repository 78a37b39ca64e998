using System.Text;
using ActionPlan.Templates.Split;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Templates.Split;

public class FileNamesTests
{
    [Theory]
    [InlineData("Uppföljning 2023", "Utbildning", "Uppföljning 2023 – Utbildning.docx")]
    [InlineData("Plan: A/B", "Vård\\omsorg", "Plan- A-B – Vård-omsorg.docx")]
    [InlineData("Plan", "../../etc/passwd", "Plan – etc-passwd.docx")]
    [InlineData("Plan", "Rad ett\nrad\u0000två", "Plan – Rad ett rad två.docx")]
    [InlineData("", "CON", "_CON.docx")]
    [InlineData("", "nul.txt", "_nul.txt.docx")]
    [InlineData("", "Slutar med punkt...", "Slutar med punkt.docx")]
    [InlineData("", ".dold", "dold.docx")]
    [InlineData("Plan", "", "Plan – utan rubrik.docx")]
    [InlineData("Plan", "a\u202Excod", "Plan – axcod.docx")]
    public void Names_are_as_people_give_them(string title, string recipient, string expected) => Assert.Equal(expected, new FileNames().Next(title, recipient));

    [Theory]
    [InlineData("Uppföljning av läsplan", "2027", "Uppföljning av läsplan 2027 – Skola.docx")]
    [InlineData("Uppföljning av läsplan 2027", "2027", "Uppföljning av läsplan 2027 – Skola.docx")]
    [InlineData("Klimatplan 2021–2030", "2027", "Klimatplan 2021–2030, 2027 – Skola.docx")]
    [InlineData("", "2027", "2027 – Skola.docx")]
    [InlineData("Läsplan", "T1/2027", "Läsplan T1-2027 – Skola.docx")]
    [InlineData("Läsplan", "en period som ingen skriver i ett namn", "Läsplan – Skola.docx")]
    public void The_period_tells_this_years_file_from_last_years(string title, string period, string expected) => Assert.Equal(expected, new FileNames().Next(title, "Skola", period));

    [Fact]
    public void The_period_stays_where_a_long_title_is_cut()
    {
        var name = new FileNames().Next(string.Join(' ', Enumerable.Repeat("handlingsplan", 20)), "Utbildning", "2027");
        Assert.EndsWith("handlingsplan 2027 – Utbildning.docx", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 90, 120);
    }

    [Fact]
    public void No_two_names_are_the_same_where_case_does_not_count()
    {
        var names = new FileNames();
        Assert.Equal(["P – Skola.docx", "P – SKOLA (2).docx", "P – skola (3).docx"], [names.Next("P", "Skola"), names.Next("P", "SKOLA"), names.Next("P", "skola")]);
    }

    [Theory]
    [InlineData("Uppf\u00F6ljning", "Uppfo\u0308ljning")]
    [InlineData("\u00C5ldre", "A\u030Aldre")]
    public void Letters_written_in_two_ways_are_the_same(string one, string other)
    {
        var names = new FileNames();
        Assert.NotEqual(names.Next("P", one).Normalize(), names.Next("P", other).Normalize());
    }

    [Fact]
    public void A_reserved_name_before_a_long_rest_stays_within_the_limit() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(new FileNames().Next("CON." + new string('x', 200), "Utbildning")), 1, 120);

    [Fact]
    public void A_long_title_is_cut_at_a_word_and_the_recipient_stays()
    {
        var name = new FileNames().Next(string.Join(' ', Enumerable.Repeat("handlingsplan", 20)), "Utbildning");
        Assert.EndsWith("handlingsplan – Utbildning.docx", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 90, 120);
    }

    [Fact]
    public void Whatever_the_texts_are_the_names_are_safe() => Check.One(Cases.Of(1_000), Prop.ForAll<string[]>(texts =>
    {
        var names = new FileNames();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            var name = names.Next(text ?? "", string.Concat(Enumerable.Repeat(text ?? "", 9)), texts[0]);
            Assert.True(seen.Add(name), name);
            Assert.InRange(Encoding.UTF8.GetByteCount(name), 6, 120);
            Assert.Equal(name, Path.GetFileName(name));
            Assert.DoesNotContain(name, c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal));
            Assert.False(name.StartsWith('.') || name[..^5].EndsWith('.') || name[..^5].EndsWith(' '), name);
        }
    }));
}
