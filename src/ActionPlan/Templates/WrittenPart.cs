using System.Globalization;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>What a part that is being written gathers: its relationships to others.</summary>
internal sealed class WrittenPart(string name)
{
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly List<PartRelationship> _relationships = [];
    private int _next = 1;

    public string Name { get; } = name;

    public IReadOnlyList<PartRelationship> Relationships => _relationships;

    /// <summary>Keeps a relationship of the example under its own id.</summary>
    public void Keep(PartRelationship relationship) => _relationships.Add(relationship);

    public bool Knows(string id) => _relationships.Exists(relationship => relationship.Id == id);

    public string Add(string kind, string target, bool external = false)
    {
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"ap{_next++}");
        }
        while (Knows(id));
        _relationships.Add(new(id, kind, target, external));
        return id;
    }

    /// <summary>The id of the relationship to a link's target, or null for one that must not be written: no other than web and mail addresses.</summary>
    public string? Link(string target)
    {
        if (!IsAllowed(target))
        {
            return null;
        }

        if (!_links.TryGetValue(target, out var id))
        {
            id = Add("hyperlink", target, external: true);
            _links.Add(target, id);
        }

        return id;
    }

    public static bool IsAllowed(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
