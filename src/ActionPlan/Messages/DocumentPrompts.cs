using System.Collections;
using System.Globalization;
using System.Resources;

namespace ActionPlan.Messages;

/// <summary>The prompts that documents get from us, in all languages: none of them is an answer.</summary>
internal static class DocumentPrompts
{
    public static IEnumerable<string> All()
    {
        var texts = new ResourceManager("ActionPlan.Messages.DocumentTexts", typeof(DocumentPrompts).Assembly);
        return texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>()
            .Where(entry => ((string)entry.Key).Contains("Prompt.", StringComparison.Ordinal)).Select(entry => (string)entry.Value!);
    }
}
