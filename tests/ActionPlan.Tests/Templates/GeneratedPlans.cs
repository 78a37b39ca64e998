using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Templates;

/// <summary>Plans as reading gives them: no blank paragraphs, no white space at a paragraph's ends, ids that none share.</summary>
internal static class GeneratedPlans
{
    private static readonly string[] Words =
        ["Åtgärd", "utförd", "{{followUp}}", "<w:p/>", "&amp;", "2023", "§ 12", "- tankstreck", "=SUMMA(A1)", "språk;", "\"citat\"", "'", "ap:plan", "mål", "x\ty", "日本", "😀", "]]>", "delår", "1.", "•", "och"];

    public static Arbitrary<Plan> Arbitrary { get; } = Plans().ToArbitrary();

    private static Gen<string> Text(int most) =>
        from words in Gen.Elements(Words).ListOf().Select(list => list.Take(most).ToArray())
        select string.Join(' ', words).Trim();

    private static Gen<string> Filled(string fallback) => Text(4).Select(text => text.Length == 0 ? fallback : text);

    private static Gen<TextRun> Run() =>
        from text in Filled("text")
        from bold in ArbMap.Default.GeneratorFor<bool>()
        from italic in ArbMap.Default.GeneratorFor<bool>()
        from link in Gen.Elements(null, null, null, "https://example.org/a?b=1&c=2", "mailto:a@example.org")
        from broken in Gen.Elements(false, false, false, true)
        select new TextRun(broken ? text + "\nrad" : text, bold, italic, link);

    private static Gen<TextParagraph> Paragraph() =>
        from runs in Run().NonEmptyListOf().Select(list => list.Take(3).ToValueList())
        from kind in Gen.Elements(ListKind.None, ListKind.None, ListKind.Bullet, ListKind.Number)
        from level in Gen.Choose(0, 3)
        select new TextParagraph(runs, kind, kind == ListKind.None ? 0 : level);

    public static Gen<RichText> Rich() =>
        Gen.OneOf(
            Gen.Constant(RichText.Empty),
            Text(8).Select(RichText.FromText),
            Filled("a").NonEmptyListOf().Select(lines => RichText.FromText(string.Join('\n', lines.Take(4)))),
            Paragraph().NonEmptyListOf().Select(paragraphs => RichText.FromParagraphs(paragraphs.Take(4))));

    private static Gen<ValueList<PlanColumn>> Columns() =>
        from keys in Gen.Shuffle(Enum.GetValues<ColumnKey>().Where(key => key is not (ColumnKey.Other or ColumnKey.FollowUp))).Select(all => all.ToArray())
        from count in Gen.Choose(1, 5)
        from others in Gen.Choose(0, 2)
        select keys.Take(count).Append(ColumnKey.FollowUp).Select((key, i) => new PlanColumn(key, $"Rubrik {i} & <{key}>"))
            .Concat(Enumerable.Range(0, others).Select(i => new PlanColumn(ColumnKey.Other, $"Övrigt {i}"))).ToValueList();

    private static Gen<Measure> Measure(ValueList<PlanColumn> columns) =>
        from texts in Rich().ArrayOf(columns.Count)
        select columns.Zip(texts).Aggregate(new Measure(), (measure, pair) => measure.With(pair.First, pair.Second));

    private static Gen<PlanSection> Section(ValueList<PlanColumn> columns, int index) =>
        from measures in Measure(columns).ListOf().Select(list => list.Take(4).ToValueList())
        from over in Gen.Elements(null, null, "Grupp A", "Grupp B")
        from heading in Filled("Verksamhet")
        select new PlanSection { Group = over, Heading = $"{heading.Replace('\t', ' ')} {index}", Measures = measures };

    private static Gen<Decision> Decision() =>
        from role in Gen.Elements(Enum.GetValues<DecisionRole>())
        from body in Gen.Elements("KUN", "kommunstyrelsen", "")
        from date in Gen.Elements("2020-02-19", "2023-xx-xx", "")
        from section in Gen.Elements("12", "xx", "44/21", "")
        select new Decision(role, body, PartialDate.Parse(date, provider: null), section, $"Beslut: {body} {date} {(section.Length > 0 ? "§ " + section : "")}".Trim());

    private static Gen<Plan> Plans() =>
        from columns in Columns()
        from count in Gen.Choose(1, 4)
        from sections in Gen.CollectToArray(Enumerable.Range(0, count), i => Section(columns, i))
        from decisions in Decision().ListOf().Select(list => list.Take(3).ToValueList())
        from title in Filled("Handlingsplan")
        from language in Gen.Elements("sv", "nb", "da", "fi", "en")
        from period in Gen.Elements(null, "2023", "T1 2023")
        from reference in Gen.Elements(null, "KS 2021/00123")
        select Numbered(new Plan { Title = title, Language = language, Period = period, Reference = reference, Decisions = decisions, Columns = columns, Sections = sections.ToValueList() });

    private static Plan Numbered(Plan plan)
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyz234567";
        var next = 0;
        return plan with
        {
            Sections = plan.Sections.Select(section => section with
            {
                Measures = section.Measures.Select(measure => measure with { Id = new string('k', 14) + Digits[next / 32 % 32] + Digits[next++ % 32] }).ToValueList(),
            }).ToValueList(),
        };
    }
}
