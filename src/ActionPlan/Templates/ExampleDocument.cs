using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ActionPlan.Messages;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>
/// A document made after another one: its page, styles, headers, footers, pictures and tables, with the plan's texts. What comes along is listed
/// here, part by part; all else stays behind.
/// </summary>
internal sealed class ExampleDocument
{
    private const string Main = "word/document.xml";

    private readonly BoundedPackage _example;
    private readonly PackageWriter _package;
    private readonly ExampleTask _task;
    private readonly List<Diagnostic> _diagnostics;
    private readonly CancellationToken _cancellation;
    private readonly StyleLooks _styles;
    private readonly ContentControls _controls;
    private readonly ListNumbering _lists;
    private readonly ParagraphText _changes;
    private readonly DrawingIds _drawings = new();
    private readonly Dictionary<string, string> _pictures = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Kind, WrittenPart Part)> _margins = [];
    private int _nextPart;

    private ExampleDocument(BoundedPackage example, ExampleTask task, PackageWriter package, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        _example = example;
        _task = task;
        _package = package;
        _diagnostics = diagnostics;
        _cancellation = cancellation;
        _styles = new(Load("styles") ?? new XElement(Wml.W + "styles", new XAttribute(XNamespace.Xmlns + "w", Wml.Namespace)));
        _controls = new(_styles.Names, task.Settings.Lock);
        var numbering = Load("numbering");
        numbering?.Descendants(Wml.W + "lvlPicBulletId").Remove();
        numbering?.Elements(Wml.W + "numPicBullet").Remove();
        _lists = new(numbering);
        _changes = new(task.Changes);
    }

    /// <summary>Whether a package is one whose look can be taken over.</summary>
    public static bool IsPossible(BoundedPackage example)
    {
        using var reader = BoundedXml.Open(example.OpenPart(example.MainName));
        reader.MoveToContent();
        return reader.NamespaceURI == Wml.Namespace;
    }

    public static void Write(BoundedPackage example, ExampleTask task, Stream destination, List<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        using var package = new PackageWriter(destination);
        new ExampleDocument(example, task, package, diagnostics, cancellationToken).Write();
    }

    private void Write()
    {
        var main = new WrittenPart(Main);
        Relate(main, _example.MainName);
        var text = new RichTextMarkup(_lists, main, _styles.Names);
        var rows = new PlanRows(_task, _controls, new(_styles, text, _controls), _changes, _diagnostics);
        Copy(_example.MainName, main, "document.main", rows);
        foreach (var (source, kind, part) in _margins.ToList())
        {
            Relate(part, source);
            Copy(source, part, kind, null);
            _package.WriteRelationships(part.Name, part.Relationships);
        }

        rows.Report();
        WriteStyles(main);
        WriteSettings(main);
        WriteSimple(main, "fontTable");
        WriteTheme(main);
        if (_lists.IsNeeded)
        {
            using var xml = _package.OpenPart("word/numbering.xml", "numbering");
            _lists.Root.WriteTo(xml);
            main.Add("numbering", "numbering.xml");
        }

        _task.Bindings?.Write(_package, main);
        _package.WriteRelationships(Main, main.Relationships);
        _diagnostics.AddRange(text.DroppedLinks.Distinct(StringComparer.Ordinal).Select(link => DiagnosticCatalog.LinkLeftOut.Create(link)));
        if (_leftOut.Count > 0)
        {
            _diagnostics.Add(DiagnosticCatalog.PartLeftOut.Create(string.Join(", ", _leftOut)));
        }

        _package.Finish(_task.New.Title, _task.New.Language is null ? null : BuiltInStyles.Region(_task.New.Language));
    }

    /// <summary>Takes over the relationships that may come along, under their own ids, so that the markup still finds them.</summary>
    private void Relate(WrittenPart part, string source)
    {
        foreach (var relationship in _example.RelationshipsOf(source).Values)
        {
            var target = relationship.External ? "" : PartRelationships.Resolve(source, relationship.Target);
            switch (relationship.Kind)
            {
                case "hyperlink" when relationship.External && WrittenPart.IsAllowed(relationship.Target):
                    part.Keep(relationship with { Type = "hyperlink" });
                    break;
                case "hyperlink":
                    _leftOut.Add("link to a file");
                    break;
                case "image" when !relationship.External && Picture(target) is { } name:
                    part.Keep(new(relationship.Id, "image", name, false));
                    break;
                case "header" or "footer" or "footnotes" or "endnotes" when part.Name == Main && !relationship.External && _example.Holds(target):
                    var own = string.Create(CultureInfo.InvariantCulture, $"{relationship.Kind}{++_nextPart}.xml");
                    part.Keep(new(relationship.Id, relationship.Kind, own, false));
                    _margins.Add((target, relationship.Kind, new("word/" + own)));
                    break;
                case "styles" or "numbering" or "settings" or "fontTable" or "theme" or "webSettings":
                    break;
                default:
                    _leftOut.Add(relationship.Kind);
                    break;
            }
        }
    }

    private string? Picture(string source)
    {
        if (_pictures.TryGetValue(source, out var name))
        {
            return name;
        }

        var type = _example.Types[source];
        var extension = type switch
        {
            "image/png" => "png",
            "image/jpeg" or "image/jpg" => "jpeg",
            "image/gif" => "gif",
            "image/bmp" => "bmp",
            "image/tiff" => "tiff",
            "image/x-emf" or "image/emf" => "emf",
            "image/x-wmf" or "image/wmf" => "wmf",
            "image/svg+xml" => "svg",
            _ => null,
        };
        if (extension is null || !_example.Holds(source))
        {
            return null;
        }

        name = string.Create(CultureInfo.InvariantCulture, $"media/image{_pictures.Count + 1}.{extension}");
        using var content = _example.OpenPart(source);
        _package.CopyPart("word/" + name, extension == "jpeg" ? "image/jpeg" : type, content);
        _pictures.Add(source, name);
        return name;
    }

    private void Copy(string source, WrittenPart part, string kind, PlanRows? rows)
    {
        try
        {
            var bookmarks = Bookmarks(source, rows is not null);
            using var reader = BoundedXml.Open(_example.OpenPart(source));
            using var writer = _package.OpenPart(part.Name, kind);
            var scrub = new Scrub(part, _styles.Hidden, bookmarks, _controls, _drawings, what => _leftOut.Add(what), _task.Settings.IsFieldTemplate || _task.Bindings is not null);
            var text = rows is null || _task.Tables == ExampleTables.None ? null : new AccessibleText(_styles, writer);
            new PartPass(reader, writer, scrub, _changes, _controls, rows is null ? null : _task.Anchors, rows, text, _cancellation).Run();
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, source);
        }
    }

    /// <summary>The bookmarks that begin and end outside of tables and stand once: rows go and come, and half a bookmark is damage.</summary>
    private HashSet<string> Bookmarks(string source, bool outsideTables)
    {
        if (!_example.MayHold(source, "bookmarkStart"u8))
        {
            return [];
        }

        var begun = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        using var reader = BoundedXml.Open(_example.OpenPart(source));
        var tables = 0;
        while (reader.Read())
        {
            if (reader.NamespaceURI != Wml.Namespace)
            {
                continue;
            }

            if (reader.LocalName == "tbl" && !reader.IsEmptyElement && outsideTables)
            {
                tables += reader.NodeType == XmlNodeType.Element ? 1 : reader.NodeType == XmlNodeType.EndElement ? -1 : 0;
            }
            else if (tables == 0 && reader.NodeType == XmlNodeType.Element && reader.LocalName is "bookmarkStart" or "bookmarkEnd" && reader.GetAttribute("id", Wml.Namespace) is { } id)
            {
                if (reader.LocalName == "bookmarkStart")
                {
                    var name = reader.GetAttribute("name", Wml.Namespace) ?? "";
                    if (!begun.Add(id) || !names.Add(name) || name == "_GoBack")
                    {
                        twice.Add(id);
                    }
                }
                else if (begun.Contains(id) && !whole.Add(id))
                {
                    twice.Add(id);
                }
            }
        }

        whole.ExceptWith(twice);
        return whole;
    }

    private string? Related(string kind)
    {
        var relationship = _example.RelationshipsOf(_example.MainName).Values.FirstOrDefault(each => each.Kind == kind && !each.External);
        var name = relationship is null ? null : PartRelationships.Resolve(_example.MainName, relationship.Target);
        return name is not null && _example.Holds(name) ? name : null;
    }

    private XElement? Load(string kind)
    {
        if (Related(kind) is not { } name)
        {
            return null;
        }

        try
        {
            using var reader = BoundedXml.Open(_example.OpenPart(name));
            var root = XElement.Load(reader);
            if (root.Name.Namespace != Wml.W)
            {
                return null;
            }

            var nothing = new Scrub(new(name), [], [], new(new()), _drawings, _ => { });
            nothing.Clean(root);
            return root;
        }
        catch (XmlException error)
        {
            throw BoundedXml.Refusal(error, name);
        }
    }

    private void WriteStyles(WrittenPart main)
    {
        _styles.EnsureLanguage(BuiltInStyles.Region(_task.New.Language));
        using var xml = _package.OpenPart("word/styles.xml", "styles");
        _styles.Root.WriteTo(xml);
        main.Add("styles", "styles.xml");
    }

    private void WriteSimple(WrittenPart main, string kind)
    {
        if (Load(kind) is { } root)
        {
            using var xml = _package.OpenPart($"word/{kind}.xml", kind);
            root.WriteTo(xml);
            main.Add(kind, kind + ".xml");
        }
    }

    private void WriteTheme(WrittenPart main)
    {
        if (Related("theme") is { } name && _example.RelationshipsOf(name).Count == 0)
        {
            using var reader = BoundedXml.Open(_example.OpenPart(name));
            var root = XElement.Load(reader);
            using var xml = _package.OpenPart("word/theme/theme1.xml", "theme");
            root.WriteTo(xml);
            main.Add("theme", "theme/theme1.xml");
        }
    }

    private void WriteSettings(WrittenPart main)
    {
        string[] kept =
        [
            "zoom", "displayBackgroundShape", "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
            "hyphenationZone", "doNotHyphenateCaps", "defaultTableStyle", "evenAndOddHeaders", "characterSpacingControl", "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
        ];
        var root = Load("settings");
        if (_task.Settings.IsFieldTemplate)
        {
            kept = [.. kept[..6], "documentProtection", .. kept[6..]];
        }

        if (root is not null)
        {
            var settings = root.Elements().Where(child => kept.Contains(child.Name.LocalName)).OrderBy(child => Array.IndexOf(kept, child.Name.LocalName)).ToList();
            root.ReplaceNodes(settings);
        }

        using var xml = _package.OpenPart("word/settings.xml", "settings");
        main.Add("settings", "settings.xml");
        if (root is null)
        {
            BuiltInStyles.WriteSettings(xml, BuiltInStyles.Region(_task.New.Language), _task.Settings.Lock);
            return;
        }

        if (_task.Settings.Lock)
        {
            var protection = Wml.Element("documentProtection", new XAttribute(Wml.W + "edit", "forms"), new XAttribute(Wml.W + "enforcement", "1"));
            var before = root.Elements().LastOrDefault(child => Array.IndexOf(kept, child.Name.LocalName) is >= 0 and < 6);
            if (before is null)
            {
                root.AddFirst(protection);
            }
            else
            {
                before.AddAfterSelf(protection);
            }
        }

        root.WriteTo(xml);
    }
}
