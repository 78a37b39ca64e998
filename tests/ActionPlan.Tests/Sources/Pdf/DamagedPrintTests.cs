using ActionPlan.Tests.Sources.Word;
using ActionPlan.Tests.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Sources.Pdf;

/// <summary>Prints that are damaged in what they draw are read, or refused; nothing is thrown, and nothing that is read contradicts itself.</summary>
public class DamagedPrintTests
{
    private static readonly Dictionary<string, byte[]> Opened = [];

    private static readonly string[] Files = [.. CorpusFiles.Pdf.Where(file => File.ReadAllBytes(CorpusFiles.PathOf(file)).AsSpan().IndexOf("/Encrypt"u8) < 0)];

    [Fact]
    public void A_print_laid_open_holds_the_same_plan()
    {
        foreach (var file in Files)
        {
            var plan = new PlanReader().Read(CorpusFiles.PathOf(file)).Value;
            Assert.Equal(plan, new PlanReader().Read(new MemoryStream(Open(file)), file).Value);
        }
    }

    [Fact]
    public void No_damage_makes_the_reader_throw_or_put_two_cells_in_one_place() =>
        Check.One(Cases.Of(150), Prop.ForAll(Gen.Zip(Gen.Elements(Files), Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(), damage =>
        {
            var file = Damaged(Open(damage.Item1), new Random(damage.Item2));
            foreach (var table in new TableReader().Read(new MemoryStream(file), damage.Item1).Value ?? [])
            {
                WholeTable.Assert(table);
            }

            var result = new PlanReader().Read(new MemoryStream(file), damage.Item1);
            var account = result.Report.Account;
            Assert.Equal(account.Source, account.Plan + account.Headings + account.RepeatedHeadings + account.Furniture + account.OtherTables + account.Dropped.Total + account.Unplaced);
            Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Code == "AP2016");
            return result.Value is not null || result.Error is not null;
        }));

    private static byte[] Open(string file)
    {
        if (!Opened.TryGetValue(file, out var opened))
        {
            Opened[file] = opened = OpenedPdf.Of(File.ReadAllBytes(CorpusFiles.PathOf(file)));
        }

        return opened;
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var file = good.ToArray();
        for (var edits = 1 << random.Next(9); edits > 0; edits--)
        {
            var at = random.Next(file.Length);
            switch (random.Next(6))
            {
                case 0:
                    BlankLine(file, at);
                    break;
                case 1:
                    Exchange(file, at, random.Next(file.Length), 1 + random.Next(40));
                    break;
                case 2:
                    ChangeDigit(file, at, "-. 0"u8[random.Next(4)]);
                    break;
                default:
                    ChangeDigit(file, at, (byte)('0' + random.Next(10)));
                    break;
            }
        }

        return file;
    }

    private static void ChangeDigit(byte[] file, int at, byte to)
    {
        var digit = file.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digit >= 0)
        {
            file[at + digit] = to;
        }
    }

    private static void BlankLine(byte[] file, int at)
    {
        var start = file.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        var end = file.AsSpan(at).IndexOf((byte)'\n');
        file.AsSpan(start, Math.Min(400, (end < 0 ? file.Length : at + end) - start)).Fill((byte)' ');
    }

    private static void Exchange(byte[] file, int a, int b, int length)
    {
        length = Math.Min(length, file.Length - Math.Max(a, b));
        for (var i = 0; i < length; i++)
        {
            (file[a + i], file[b + i]) = (file[b + i], file[a + i]);
        }
    }
}
