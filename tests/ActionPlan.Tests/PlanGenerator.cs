using System.Globalization;
using ActionPlan.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests;

/// <summary>Plans of every shape, with the texts that break writers.</summary>
internal sealed class PlanGenerator(int seed)
{
    private static readonly string[] Nasty =
    [
        "", "Å", "Mål & medel", "\"citat\"", "a\"b\"c", "semi;kolon", "kom,ma", "tab\tb", "rad ett\nrad två", "\n", " inledande", "avslutande ",
        "=1+1", "+46 70", "-5", "@SUM(A1)", "'citat", "''dubbelt", "\tTab först", "😀 emoji 👩‍👩‍👧", "a\u030angstro\u0308m", "e\u0301", "<p>inte</p>", "{\"json\":1}",
        "\\", "\\u00e5", "</script>", "\u00A0", "\u2028", "\u00AD", "\u200B", "id", "section", "sep=;", "null", "0", "1,5", "2022-xx-xx",
        "mycket lång text som upprepas, mycket lång text som upprepas; mycket lång text som upprepas", "\u0001\u001F", "\uFEFF", "ﬁ",
    ];

    // Headings that are known by their words, one a key, and some that are not.
    private static readonly (ColumnKey Key, string Heading)[] Headings =
    [
        (ColumnKey.FocusArea, "Fokusområde"), (ColumnKey.Activity, "Aktivitet"), (ColumnKey.Goal, "Mål"), (ColumnKey.FollowUp, "Uppföljning"),
        (ColumnKey.Responsible, "Ansvarig"), (ColumnKey.Timeframe, "Tidsplan"), (ColumnKey.Status, "Status"), (ColumnKey.Indicator, "Indikator"),
        (ColumnKey.Resources, "Resurser"), (ColumnKey.Comment, "Kommentar"), (ColumnKey.Number, "Nr"),
        (ColumnKey.Other, "Samverkan"), (ColumnKey.Other, "Prio; \"hög\""), (ColumnKey.Other, "=Xyz"), (ColumnKey.Other, "Viktiga\npartners"),
    ];

    private readonly Random _random = new(seed);

    public static Arbitrary<Plan> Any { get; } = Gen.Choose(0, int.MaxValue).Select(seed => new PlanGenerator(seed).Plan(csv: false)).ToArbitrary();

    /// <summary>Plans of all that CSV can hold: plain text, no title, no decisions, no empty sections.</summary>
    public static Arbitrary<Plan> ForCsv { get; } = Gen.Choose(0, int.MaxValue).Select(seed => new PlanGenerator(seed).Plan(csv: true)).ToArbitrary();

    private Plan Plan(bool csv)
    {
        var headings = Headings.Where(_ => _random.Next(3) > 0).ToArray();
        _random.Shuffle(headings);
        if (csv && !headings.Any(heading => heading.Key == ColumnKey.FollowUp))
        {
            // A comment that is the only answer is read as the answer.
            headings = [.. headings.Where(heading => heading.Key != ColumnKey.Comment)];
        }

        ValueList<PlanColumn> columns = [.. headings.Select(heading => new PlanColumn(heading.Key, heading.Heading))];
        var sections = new List<PlanSection>();
        for (var i = _random.Next(4); i > 0; i--)
        {
            var heading = csv ? $"{Text(controls: false)} {i}" : Text();
            sections.Add(new PlanSection
            {
                Group = !csv && _random.Next(4) == 0 ? Text() : null,
                Heading = heading,
                Measures = [.. Enumerable.Range(0, _random.Next(csv ? 1 : 0, 5)).Select(_ => Measure(columns, csv))],
            });
        }

        var plan = new Plan
        {
            Title = csv ? "" : Text(),
            Language = csv ? null : Maybe("sv"),
            Period = csv ? null : Maybe("T1 2023"),
            Reference = csv ? null : Maybe("KS 2024/717"),
            Decisions = csv ? [] : [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Decision())],
            Columns = columns,
            Sections = sections.ToValueList(),
        };
        return MeasureIds.Complete(plan, []);
    }

    private Decision Decision() => new(
        (DecisionRole)_random.Next(3), Text(), PartialDate.Parse(Pick("", "2020", "2022-xx-xx", "2020-02-19", "xxxx-xx-xx"), null), Pick("", "12", "xx"), Text());

    private Measure Measure(ValueList<PlanColumn> columns, bool csv)
    {
        var measure = new Measure
        {
            Id = _random.Next(3) == 0 ? "" : Id(),
            Source = _random.Next(2) == 0 ? null : new MeasureSource(_random.Next(1, 9), _random.Next(1, 99), _random.Next(2) == 0 ? [] : [1, 2]),
        };
        return columns.Aggregate(measure, (current, column) => current.With(column, csv ? RichText.FromText(Text(controls: false)) : Rich()));
    }

    private string Id()
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyz234567";
        var id = string.Concat(Enumerable.Range(0, 16).Select(_ => Digits[_random.Next(Digits.Length)]));
        return _random.Next(4) == 0 ? $"{id}-{_random.Next(2, 20).ToString(CultureInfo.InvariantCulture)}" : id;
    }

    private RichText Rich() => _random.Next(3) > 0
        ? RichText.FromText(Text())
        : RichText.FromParagraphs(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new TextParagraph(
            [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => new TextRun(Text(), _random.Next(2) == 0, _random.Next(2) == 0, _random.Next(3) == 0 ? "https://example.org/?a=1&b=å" : null))],
            (ListKind)_random.Next(3),
            _random.Next(3))));

    // Control characters are legal in JSON; a text file with many of them is taken for binary.
    private string Text(bool controls = true) =>
        string.Concat(Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(Nasty)).Where(text => controls || text[..Math.Min(1, text.Length)] != "\u0001"));

    private string? Maybe(string text) => _random.Next(2) == 0 ? null : text;

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];
}
