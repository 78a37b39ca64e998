using ActionPlan.Plans;
using ActionPlan.Tests.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Review.Merge;

/// <summary>Whatever people do to their copies, every answer is in the result or in the findings, and none is chosen.</summary>
public class MergePropertyTests
{
    private static readonly Config Tries = Cases.Of(500);

    private static readonly Arbitrary<(Plan Basis, int Seed)> Given =
        (from plan in GeneratedPlans.Arbitrary.Generator
         from seed in Gen.Choose(0, int.MaxValue)
         select (Emptied(plan), seed)).ToArbitrary();

    [Fact]
    public void Untouched_copies_leave_the_plan_as_it_is() =>
        Check.One(Tries, Prop.ForAll(GeneratedPlans.Arbitrary, plan =>
        {
            var parts = plan.Sections.Select((section, i) => new FilledCopy($"{i}", plan with { Sections = [section] })).Where(copy => copy.Plan.Measures.Any());
            Assert.Equal(plan, PlanMerge.Merge(plan, parts).Plan);
        }));

    [Fact]
    public void Copies_filled_in_parts_give_exactly_the_union() =>
        Check.One(Tries, Prop.ForAll(Given, given =>
        {
            var random = new Random(given.Seed);
            var answered = given.Basis.Rows(measure => [measure with { FollowUp = new($"Svar {measure.Id}") }]);
            FilledCopy[] copies = [.. Enumerable.Range(0, 3).Select(i => new FilledCopy($"{i}", Pick(given.Basis, answered, (_, at) => at % 3 == i, random)))];
            var result = PlanMerge.Merge(given.Basis, copies);
            Assert.Equal(answered, result.Plan);
            Assert.DoesNotContain(result.Findings, finding => finding.Kind is not (MergeFindingKind.SameCopy or MergeFindingKind.MovedRow or MergeFindingKind.NotReturned));
        }));

    [Fact]
    public void Every_answer_is_accounted_for() => Check.One(Tries, Prop.ForAll(Given, given => Account(given, carriesIds: true)));

    [Fact]
    public void Every_answer_is_accounted_for_without_ids_too() => Check.One(Tries, Prop.ForAll(Given, given => Account(given, carriesIds: false)));

    [Fact]
    public void Moved_rows_are_all_found_by_their_ids() =>
        Check.One(Tries, Prop.ForAll(Given, given =>
        {
            var random = new Random(given.Seed);
            var answered = given.Basis.Rows(measure => [measure with { FollowUp = new($"Svar {measure.Id}") }]);
            var result = PlanMerge.Merge(given.Basis, [new("a", Moved(answered, random))]);
            Assert.Equal(answered, result.Plan);
        }));

    private static void Account((Plan Basis, int Seed) given, bool carriesIds)
    {
        var random = new Random(given.Seed);
        var copies = new List<FilledCopy>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var plan = Tampered(given.Basis, random, i);
            copies.Add(new($"kopia{i}", carriesIds ? MeasureIds.Complete(plan, []) : plan.WithComputedIds(), carriesIds));
        }

        var result = PlanMerge.Merge(given.Basis, copies);
        foreach (var copy in copies.Where(copy => result.Copies.Single(report => report.Name == copy.Name).Outcome is not CopyOutcome.OtherPlan))
        {
            foreach (var text in copy.Plan.Measures.SelectMany(measure => copy.Plan.Columns.Select(column => measure[column])).Where(text => !text.IsEmpty))
            {
                Assert.True(IsThere(text, result), $"'{text.Text}' of {copy.Name} is lost.");
            }
        }

        // What is disputed is left as it was: nothing is chosen unless told.
        foreach (var conflict in result.Findings.Where(finding => finding.Kind is MergeFindingKind.Conflict or MergeFindingKind.EditedText))
        {
            Assert.Equal(conflict.Base, result.Plan.Measures.Single(measure => measure.Id == conflict.MeasureId)[conflict.Column!]);
        }

        // Nothing stands in the result that neither the base nor a copy says.
        var said = copies.Select(copy => copy.Plan).Append(given.Basis).SelectMany(plan => plan.Measures.SelectMany(measure => plan.Columns.Select(column => Normal(measure[column])))).ToHashSet();
        Assert.All(result.Plan.Measures.SelectMany(measure => result.Plan.Columns.Select(column => measure[column])), text => Assert.Contains(Normal(text), said));

        // The rows of the base are all there, in their order.
        var ids = given.Basis.Measures.Select(measure => measure.Id).ToHashSet();
        Assert.Equal(given.Basis.Measures.Select(measure => measure.Id), result.Plan.Measures.Select(measure => measure.Id).Where(ids.Contains));
        Assert.Equal(result.Plan.Measures.Count(), result.Plan.Measures.Select(measure => measure.Id).Distinct().Count());
    }

    private static bool IsThere(RichText text, MergeResult result) =>
        result.Plan.Measures.Any(measure => result.Plan.Columns.Any(column => Normal(measure[column]) == Normal(text)))
        || result.Findings.Any(finding => finding.Texts.Any(each => Normal(each.Text) == Normal(text)) || (finding.Base is { } basis && Normal(basis) == Normal(text)));

    private static string Normal(RichText text) => string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Plan Emptied(Plan plan) => plan.Rows(measure => [measure with { FollowUp = RichText.Empty }]);

    private static Plan Pick(Plan basis, Plan answered, Func<Measure, int, bool> mine, Random random)
    {
        var i = 0;
        var byId = answered.Measures.ToDictionary(measure => measure.Id);
        return Moved(basis.Rows(measure => [mine(measure, i++) ? byId[measure.Id] : measure]), random);
    }

    private static Plan Moved(Plan plan, Random random) => plan with
    {
        Sections = [.. plan.Sections.Select(section =>
        {
            var measures = section.Measures.ToArray();
            random.Shuffle(measures);
            return section with { Measures = measures.ToValueList() };
        })],
    };

    private static Plan Tampered(Plan plan, Random random, int copy)
    {
        var next = 0;
        var rows = plan.Rows(measure =>
        {
            var mine = random.Next(3) == 0 ? measure : measure with { FollowUp = new($"Svar {copy} {random.Next(3)} om {next++}") };
            return random.Next(12) switch
            {
                0 => [],
                1 => [mine, mine],
                2 => [mine, mine with { FollowUp = new($"Annat svar {copy} {next++}") }],
                3 => [mine, new Measure { Activity = new($"Ny åtgärd {copy} {next++}"), FollowUp = new($"Nytt {next++}"), Other = measure.Other }],
                4 => [mine with { Activity = new($"Ändrad aktivitet {copy} {next++}") }],
                5 => [mine with { FocusArea = RichText.Empty, Activity = RichText.Empty }],
                _ => [mine],
            };
        });
        rows = random.Next(2) == 0 ? Moved(rows, random) : rows;
        return random.Next(8) == 0 ? rows with { Period = "1999" } : rows;
    }
}
