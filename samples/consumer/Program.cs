using ActionPlan;

// Last period's document -> its unanswered measures, and next period's template: consumer INPUT.docx OUTPUT.docx
var plan = new PlanReader().Read(args[0]).GetValueOrThrow();
Console.WriteLine($"{plan.Title}: {plan.Measures.Count()} measures, {plan.Measures.Count(measure => measure.FollowUp.IsEmpty)} unanswered");

var template = new WordTemplate().Next(args[0], args[1], new TemplateOptions { Period = "2031" });
foreach (var diagnostic in template.Diagnostics)
{
    Console.Error.WriteLine(diagnostic);
}

Console.WriteLine(template.GetValueOrThrow().Period);
