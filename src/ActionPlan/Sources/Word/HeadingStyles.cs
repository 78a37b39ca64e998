using System.Globalization;

namespace ActionPlan.Sources.Word;

/// <summary>
/// What a style is by its name: built-in styles are written by their English names in every language's Word, but by translated names or ids by
/// other programs.
/// </summary>
internal static class HeadingStyles
{
    private static readonly string[] Titles = ["title", "rubrik", "titel", "tittel", "otsikko", "overskrift", "documenttitle", "dokumenttitel"];
    private static readonly string[] Subtitles = ["subtitle", "underrubrik", "undertitel", "undertittel", "alaotsikko"];
    private static readonly string[] Headings = ["heading", "rubrik", "overskrift", "otsikko"];
    private static readonly string[] Contents = ["toc", "innehåll", "innehll", "inneh", "indholdsfortegnelse", "innholdsfortegnelse", "inh", "sisällysluettelo", "sisluet", "contents"];
    private static readonly string[] Captions = ["caption", "beskrivning", "billedtekst", "bildetekst", "kuvaotsikko", "kuvanotsikko"];

    public static (ParagraphRole? Role, int Level) RoleOf(string name, string id)
    {
        var role = RoleOf(name);
        return role.Role is null ? RoleOf(id) : role;
    }

    private static (ParagraphRole? Role, int Level) RoleOf(string text)
    {
        var name = string.Concat(text.Where(c => c is not (' ' or '-' or '_'))).ToLowerInvariant();
        if (Titles.Contains(name))
        {
            return (ParagraphRole.Title, 0);
        }

        if (Subtitles.Contains(name))
        {
            return (ParagraphRole.Subtitle, 0);
        }

        if (Captions.Contains(name))
        {
            return (ParagraphRole.Caption, 0);
        }

        if (name is "tocheading" or "contentsheading" or "innehållsförteckningsrubrik" or "innehllsfrteckningsrubrik" or "overskriftinnholdsfortegnelse")
        {
            return (ParagraphRole.Contents, 0);
        }

        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var digits = name.AsSpan(stem.Length);
        return digits.Length == 0 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var level) || level is < 1 or > 9
            ? (null, 0)
            : Headings.Contains(stem) ? (ParagraphRole.Heading, level)
            : Contents.Contains(stem) ? (ParagraphRole.Contents, 0)
            : (null, 0);
    }
}
