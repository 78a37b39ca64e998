using System.Globalization;
using System.Xml.Linq;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>The lists that written text needs: one for bullets, and one that starts over for each run of numbers.</summary>
internal sealed class ListNumbering
{
    private const int Levels = 9;

    private readonly XElement _root;
    private readonly int _firstAbstract;
    private int _nextList;
    private int _bullets;
    private bool _numbers;

    /// <param name="example">The numbering of the example, which is kept, or null.</param>
    public ListNumbering(XElement? example)
    {
        _root = example ?? Wml.Element("numbering", new XAttribute(XNamespace.Xmlns + "w", Wml.Namespace));
        _firstAbstract = 1 + Numbers(_root, "abstractNum", "abstractNumId").DefaultIfEmpty(0).Max();
        _nextList = 1 + Numbers(_root, "num", "numId").DefaultIfEmpty(0).Max();
    }

    public XElement Root => _root;

    public bool IsNeeded => _root.HasElements;

    public int Bullets
    {
        get
        {
            if (_bullets == 0)
            {
                AddAbstract(_firstAbstract, "bullet", level => level % 2 == 0 ? "•" : "–");
                _bullets = AddList(_firstAbstract, restart: false);
            }

            return _bullets;
        }
    }

    /// <summary>A numbered list that begins at one.</summary>
    public int NewNumbers()
    {
        if (!_numbers)
        {
            AddAbstract(_firstAbstract + 1, "decimal", level => string.Create(CultureInfo.InvariantCulture, $"%{level + 1}."));
            _numbers = true;
        }

        return AddList(_firstAbstract + 1, restart: true);
    }

    private static IEnumerable<int> Numbers(XElement root, string element, string attribute) =>
        root.Elements(Wml.W + element).Select(each => int.TryParse((string?)each.Attribute(Wml.W + attribute), CultureInfo.InvariantCulture, out var number) ? number : 0);

    private void AddAbstract(int id, string format, Func<int, string> text)
    {
        var list = Wml.Element("abstractNum", new XAttribute(Wml.W + "abstractNumId", id), Wml.Value("multiLevelType", "hybridMultilevel"));
        for (var level = 0; level < Levels; level++)
        {
            list.Add(Wml.Element(
                "lvl",
                new XAttribute(Wml.W + "ilvl", level),
                Wml.Value("start", 1),
                Wml.Value("numFmt", format),
                Wml.Value("lvlText", text(level)),
                Wml.Value("lvlJc", "left"),
                Wml.Element("pPr", Wml.Element("ind", new XAttribute(Wml.W + "left", 284 * (level + 1)), new XAttribute(Wml.W + "hanging", 284)))));
        }

        // Abstract lists stand before the lists that use them.
        var last = _root.Elements(Wml.W + "abstractNum").LastOrDefault() ?? _root.Elements(Wml.W + "numPicBullet").LastOrDefault();
        if (last is null)
        {
            _root.AddFirst(list);
        }
        else
        {
            last.AddAfterSelf(list);
        }
    }

    private int AddList(int id, bool restart)
    {
        var list = Wml.Element("num", new XAttribute(Wml.W + "numId", _nextList), Wml.Value("abstractNumId", id));
        if (restart)
        {
            for (var level = 0; level < Levels; level++)
            {
                list.Add(Wml.Element("lvlOverride", new XAttribute(Wml.W + "ilvl", level), Wml.Value("startOverride", 1)));
            }
        }

        var last = _root.Elements(Wml.W + "num").LastOrDefault() ?? _root.Elements(Wml.W + "abstractNum").Last();
        last.AddAfterSelf(list);
        return _nextList++;
    }
}
