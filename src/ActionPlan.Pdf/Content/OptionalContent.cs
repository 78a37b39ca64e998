using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>Which optional content is switched off by the default configuration (ISO 32000-1, 8.11).</summary>
internal sealed class OptionalContent
{
    private readonly FileObjects _file;
    private readonly HashSet<int> _off = [];
    private readonly HashSet<int> _on = [];
    private readonly bool _baseOff;
    private readonly bool _any;

    public OptionalContent(FileObjects file)
    {
        _file = file;
        if (file.GetDictionary(file.Catalog, "OCProperties") is not { } properties || file.GetDictionary(properties, "D") is not { } configuration)
        {
            return;
        }

        _any = true;
        _baseOff = file.Get(configuration, "BaseState").AsName() == "OFF";
        Take(configuration, "OFF", _off);
        Take(configuration, "ON", _on);
    }

    /// <summary>Whether a group, or a membership of groups, is switched off.</summary>
    public bool IsHidden(PdfValue value, int depth = 0)
    {
        if (!_any || value.IsNull || depth > 16)
        {
            return false;
        }

        var number = value.ReferenceNumber;
        if (_file.Resolve(value).AsDictionary() is not { } dictionary)
        {
            return false;
        }

        if (!dictionary.IsType("OCMD"))
        {
            return _off.Contains(number) || (_baseOff && !_on.Contains(number) && dictionary.IsType("OCG"));
        }

        if (_file.GetArray(dictionary, "VE") is { Length: > 1 } expression)
        {
            return !Visible(expression, depth + 1);
        }

        var groups = _file.Get(dictionary, "OCGs");
        var members = groups.AsArray() ?? (groups.AsDictionary() is null ? [] : [dictionary["OCGs"]]);
        int hidden = 0, all = 0;
        foreach (var member in members)
        {
            if (!_file.Resolve(member).IsNull)
            {
                all++;
                hidden += IsHidden(member, depth + 1) ? 1 : 0;
            }
        }

        return all > 0 && (_file.Get(dictionary, "P").AsName() ?? "AnyOn") switch
        {
            "AllOn" => hidden > 0,
            "AnyOff" => hidden == 0,
            "AllOff" => hidden < all,
            _ => hidden == all,
        };
    }

    private bool Visible(PdfValue[] expression, int depth)
    {
        if (depth > 16)
        {
            return true;
        }

        var kind = _file.Resolve(expression[0]).AsName();
        var operands = expression.Skip(1).Take(1000).Select(item => _file.Resolve(item).AsArray() is { Length: > 0 } inner ? Visible(inner, depth + 1) : !IsHidden(item, depth + 1));
        return kind switch { "And" => operands.All(v => v), "Or" => operands.Any(v => v), "Not" => !operands.FirstOrDefault(), _ => true };
    }

    private void Take(PdfDictionary configuration, string key, HashSet<int> into)
    {
        foreach (var item in _file.GetArray(configuration, key) ?? [])
        {
            into.Add(item.ReferenceNumber);
        }
    }
}
