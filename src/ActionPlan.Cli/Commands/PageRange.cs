using System.Globalization;
using ActionPlan.Cli.Texts;

namespace ActionPlan.Cli.Commands;

/// <summary>Pages from first to last, both counted: '1-3', '2'.</summary>
internal sealed record PageRange(int First, int Last)
{
    public bool Contains(int page) => page >= First && page <= Last;

    public static PageRange? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return TryPage(dash < 0 ? text : text[..dash], out var first) && TryPage(dash < 0 ? text : text[(dash + 1)..], out var last) && first <= last
            ? new(first, last)
            : throw new UsageException(Text.Get("PagesWrong", text));
    }

    private static bool TryPage(string text, out int page) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page > 0;
}
