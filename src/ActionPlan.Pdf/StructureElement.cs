using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ActionPlan.Pdf;

/// <summary>Content of a page that belongs to an element: the glyphs with this id on this page, and in this form.</summary>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Id">The marked-content id.</param>
/// <param name="Form">The object number of the form in which the id counts; 0 for the page itself.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentReference(int Page, int Id, int Form);

/// <summary>A part of an element: either an element or content.</summary>
/// <param name="Element">The element, or null.</param>
/// <param name="Content">The content, or null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StructureItem(StructureElement? Element, ContentReference? Content);

/// <summary>An element of the structure tree of a tagged document. Immutable.</summary>
public sealed class StructureElement
{
    internal StructureElement(
        string role,
        string tag,
        string? id,
        string? title,
        string? language,
        string? alternativeText,
        string? actualText,
        FrozenDictionary<string, string> attributes,
        ImmutableArray<StructureItem> items)
    {
        Role = role;
        Tag = tag;
        Id = id;
        Title = title;
        Language = language;
        AlternativeText = alternativeText;
        ActualText = actualText;
        Attributes = attributes;
        Items = items;
    }

    /// <summary>The role after the role map: Table, TR, TH, TD, P, H1 and so on.</summary>
    public string Role { get; }

    /// <summary>The role as the file writes it, before the role map.</summary>
    public string Tag { get; }

    /// <summary>The element's id, or null.</summary>
    public string? Id { get; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; }

    /// <summary>The language, or null where it is that of the element around it.</summary>
    public string? Language { get; }

    /// <summary>The text that stands for a picture, or null.</summary>
    public string? AlternativeText { get; }

    /// <summary>The text that replaces what is drawn, or null.</summary>
    public string? ActualText { get; }

    /// <summary>The attributes by name, of the element and its classes: RowSpan, ColSpan, Scope, Headers and so on. Lists are parted by blanks.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>The children and the content in their order.</summary>
    public ImmutableArray<StructureItem> Items { get; }

    /// <summary>The children in their order.</summary>
    public IEnumerable<StructureElement> Children
    {
        get
        {
            foreach (var item in Items)
            {
                if (item.Element is { } child)
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>The rows that a table cell spans; 1 unless told otherwise.</summary>
    public int RowSpan => Span("RowSpan");

    /// <summary>The columns that a table cell spans; 1 unless told otherwise.</summary>
    public int ColumnSpan => Span("ColSpan");

    private int Span(string name) =>
        Attributes.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 10_000) : 1;
}
