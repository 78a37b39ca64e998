using System.Text;

namespace ActionPlan.Sources.Word;

/// <summary>Fields (ECMA-376-1 clause 17.16): their result is text, their code never; links, check boxes and drop-downs give what they show.</summary>
internal sealed partial class DocumentReader
{
    /// <summary>The fields that are open around the text, or null while there are none.</summary>
    private List<Field>? _fields;

    private void ReadFieldCharacter()
    {
        switch (_xml.Attribute("fldCharType"))
        {
            case "begin":
                var field = new Field { OuterLink = _link };
                (_fields ??= []).Add(field);
                var level = _xml.Enter();
                while (_xml.NextChild(level))
                {
                    field.Form.Take(_xml);
                }

                break;
            case "separate" when _fields is { Count: > 0 } && _fields[^1].InCode:
                Separate(_fields[^1]);
                break;
            case "end" when _fields is { Count: > 0 }:
                EndField();
                break;
            default:
                break;
        }
    }

    private void Separate(Field field)
    {
        field.InCode = false;
        field.SeenAtResult = _seen;
        _link = FieldCode.LinkOf(field.Code?.ToString()) ?? field.OuterLink;
    }

    private void EndField()
    {
        var field = _fields![^1];
        _fields.RemoveAt(_fields.Count - 1);
        _link = field.OuterLink;
        var shown = field.Form.Shown(field.Code?.ToString());
        if (shown is not null && (field.InCode || _seen == field.SeenAtResult))
        {
            AddText(shown);
        }
    }

    private void ReadFieldCode()
    {
        if (_fields is not { Count: > 0 } || !_fields[^1].InCode)
        {
            _xml.Skip();
            return;
        }

        const int LongestCode = 8192;
        var code = _fields[^1].Code ??= new();
        var level = _xml.Enter();
        while (_xml.NextText(level, out var text))
        {
            code.Append(text[..Math.Min(text.Length, Math.Max(0, LongestCode - code.Length))]);
        }
    }

    private void ReadSimpleField()
    {
        var outer = _link;
        _link = FieldCode.LinkOf(_xml.Attribute("instr")) ?? outer;
        ReadInline(_xml.Enter());
        _link = outer;
    }

    private void ReadHyperlink()
    {
        var outer = _link;
        var anchor = _xml.Attribute("anchor");
        var target = Relationship("id") is { } relationship ? relationship.Target : "";
        _link = anchor is { Length: > 0 } ? $"{target}#{anchor}" : target.Length > 0 ? target : outer;
        ReadInline(_xml.Enter());
        _link = outer;
    }

    private ActionPlan.Word.PartRelationship? Relationship(string attribute) =>
        _xml.Attribute(attribute) is { } id ? _package.RelationshipsOf(_xml.Name).GetValueOrDefault(id) : null;

    /// <summary>Whether the text stands in a field's code and is thus none.</summary>
    private bool Swallow(ReadOnlySpan<char> text)
    {
        if (_fields is null)
        {
            return false;
        }

        foreach (var field in _fields)
        {
            if (field.InCode)
            {
                _fields[^1].Swallow(text);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A field without an end would swallow the rest of the document. Word writes codes as w:instrText, so a paragraph that ends within a code with
    /// text in it is taken for a broken field, and its text is text.
    /// </summary>
    private void RestoreSwallowedText()
    {
        while (_fields is { Count: > 0 } && _fields[^1] is { InCode: true, Swallowed: { } text })
        {
            _link = _fields[^1].OuterLink;
            _fields.RemoveAt(_fields.Count - 1);
            AddText(text.ToString());
        }
    }

    /// <summary>Ends the fields that are still open where the cell or the text box ends.</summary>
    private void CloseFields()
    {
        if (_fields is { Count: > 0 })
        {
            _link = _fields[0].OuterLink;
            _fields = null;
        }
    }

    private sealed class Field
    {
        public bool InCode { get; set; } = true;

        public StringBuilder? Code { get; set; }

        public StringBuilder? Swallowed { get; private set; }

        public string? OuterLink { get; init; }

        public long SeenAtResult { get; set; }

        public FormField Form { get; } = new();

        public void Swallow(ReadOnlySpan<char> text)
        {
            if (InCode)
            {
                (Swallowed ??= new()).Append(text);
            }
        }
    }
}

/// <summary>What w:ffData says of a legacy form field (ECMA-376-1 clause 17.16.17).</summary>
internal sealed class FormField
{
    private List<string>? _entries;
    private bool _isBox;
    private bool? _checked;
    private bool _checkedByDefault;
    private int? _result;
    private int _resultByDefault;

    public void Take(MarkupReader xml)
    {
        switch (xml.Mark)
        {
            case Mark.CheckBox:
                _isBox = true;
                break;
            case Mark.Checked:
                _checked = xml.IsOn();
                break;
            case Mark.Default when _isBox:
                _checkedByDefault = xml.IsOn();
                break;
            case Mark.Default:
                _resultByDefault = xml.Number("val", 0);
                break;
            case Mark.Result:
                _result = xml.Number("val", 0);
                break;
            case Mark.ListEntry:
                (_entries ??= []).Add(xml.Val() ?? "");
                break;
            default:
                break;
        }
    }

    /// <summary>What the field shows without a result of its own, or null.</summary>
    public string? Shown(string? code)
    {
        if (_isBox || FieldCode.Is(code, "FORMCHECKBOX"))
        {
            return _checked ?? _checkedByDefault ? "☒" : "☐";
        }

        var at = _result ?? _resultByDefault;
        return _entries is not null && at >= 0 && at < _entries.Count ? _entries[at] : null;
    }
}

/// <summary>The codes of fields.</summary>
internal static class FieldCode
{
    public static bool Is(string? code, string name) => code is not null && code.AsSpan().Trim().StartsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The target of a HYPERLINK field (ECMA-376-1 clause 17.16.5.25), or null.</summary>
    public static string? LinkOf(string? code)
    {
        if (!Is(code, "HYPERLINK"))
        {
            return null;
        }

        var target = "";
        var anchor = "";
        var isAnchor = false;
        foreach (var word in Words(code!.Trim()["HYPERLINK".Length..]))
        {
            if (word is @"\l")
            {
                isAnchor = true;
            }
            else if (isAnchor)
            {
                (anchor, isAnchor) = (word, false);
            }
            else if (target.Length == 0 && !word.StartsWith('\\'))
            {
                target = word;
            }
        }

        return anchor.Length > 0 ? $"{target}#{anchor}" : target.Length > 0 ? target : null;
    }

    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var quoted = text[at] is '"' or '“' or '”';
            var start = quoted ? at + 1 : at;
            var end = start;
            while (end < text.Length && (quoted ? text[end] is not ('"' or '“' or '”') : !char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            yield return text[start..end];
            at = end + (quoted ? 1 : 0);
        }
    }
}
