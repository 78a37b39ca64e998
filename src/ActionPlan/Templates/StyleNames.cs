namespace ActionPlan.Templates;

/// <summary>Ids of the styles that written text refers to.</summary>
/// <param name="Hyperlink">The style of links.</param>
/// <param name="Prompt">The style of prompts.</param>
internal sealed record StyleNames(string Hyperlink = "Hyperlink", string Prompt = "PlaceholderText");
