using System.Collections.Concurrent;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>Which optional content is switched off by the default configuration (ISO 32000-1, 8.11).</summary>
internal sealed class OptionalContent
{
    private readonly FileObjects _file;
    private readonly HashSet<int> _off = [];
    private readonly HashSet<int> _on = [];
    private readonly ConcurrentDictionary<int, bool> _known = [];
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
    public bool IsHidden(PdfValue value)
    {
        if (!_any || value.IsNull)
        {
            return false;
        }

        if (value.IsReference(out var number, out _) && _known.TryGetValue(number, out var known))
        {
            return known;
        }

        var terms = _file.Limits.MaxOptionalContentTerms;
        var hidden = IsHidden(value, depth: 0, ref terms);
        if (number != 0)
        {
            _known[number] = hidden;
        }

        return hidden;
    }

    // Memberships and expressions may name one another again and again: the terms are counted, or few objects could cost years.
    private bool Reaches(int depth, ref int terms)
    {
        if (depth <= _file.Limits.MaxReferenceSteps && terms-- > 0)
        {
            return true;
        }

        _file.Log.Add(PdfDiagnosticCode.LimitReached, "A condition of optional content is larger than the limits allow; its content counts as seen.");
        return false;
    }

    private bool IsHidden(PdfValue value, int depth, ref int terms)
    {
        var number = value.ReferenceNumber;
        if (!Reaches(depth, ref terms) || _file.Resolve(value).AsDictionary() is not { } dictionary)
        {
            return false;
        }

        if (!dictionary.IsType("OCMD"))
        {
            return _off.Contains(number) || (_baseOff && !_on.Contains(number) && dictionary.IsType("OCG"));
        }

        if (_file.GetArray(dictionary, "VE") is { Length: > 1 } expression)
        {
            return !Visible(expression, depth + 1, ref terms);
        }

        var groups = _file.Get(dictionary, "OCGs");
        var members = groups.AsArray() ?? (groups.AsDictionary() is null ? [] : [dictionary["OCGs"]]);
        int hidden = 0, all = 0;
        foreach (var member in members)
        {
            if (!_file.Resolve(member).IsNull)
            {
                all++;
                hidden += IsHidden(member, depth + 1, ref terms) ? 1 : 0;
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

    private bool Visible(PdfValue[] expression, int depth, ref int terms)
    {
        if (!Reaches(depth, ref terms))
        {
            return true;
        }

        var kind = _file.Resolve(expression[0]).AsName();
        foreach (var operand in expression.AsSpan(1))
        {
            var visible = _file.Resolve(operand).AsArray() is { Length: > 0 } inner ? Visible(inner, depth + 1, ref terms) : !IsHidden(operand, depth + 1, ref terms);
            switch (kind)
            {
                case "Not":
                    return !visible;
                case "And" when !visible:
                    return false;
                case "Or" when visible:
                    return true;
            }
        }

        return kind is not "Or";
    }

    private void Take(PdfDictionary configuration, string key, HashSet<int> into)
    {
        foreach (var item in _file.GetArray(configuration, key) ?? [])
        {
            into.Add(item.ReferenceNumber);
        }
    }
}
