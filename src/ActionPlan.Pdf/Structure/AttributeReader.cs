using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Structure;

/// <summary>Reads the attributes of structure elements and of their classes (ISO 32000-1, 14.7.5).</summary>
internal sealed class AttributeReader(FileObjects file)
{
    private readonly Dictionary<string, FrozenDictionary<string, string>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);
    private readonly List<char> _key = [];

    public PdfDictionary? Classes { get; set; }

    public FrozenDictionary<string, string> Of(PdfDictionary element)
    {
        _found.Clear();
        // The element's own attributes go before those of its classes (14.7.5.3): first come, first kept.
        Take(element["A"]);
        if (Classes is not null && element.Contains("C"))
        {
            var names = file.Get(element, "C");
            foreach (var item in names.AsArray() ?? [names])
            {
                if (file.Resolve(item).AsName() is { } name)
                {
                    Take(Classes[name]);
                }
            }
        }

        return _found.Count == 0 ? FrozenDictionary<string, string>.Empty : Shared();
    }

    /// <summary>One set for all elements with the same attributes: a table has thousands of cells of one kind.</summary>
    private FrozenDictionary<string, string> Shared()
    {
        _key.Clear();
        foreach (var (name, value) in _found)
        {
            AddToKey(name);
            AddToKey(value);
        }

        ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(_sets.GetAlternateLookup<ReadOnlySpan<char>>(), CollectionsMarshal.AsSpan(_key), out _);
        return set ??= _found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void AddToKey(string text)
    {
        _key.Add((char)(text.Length >> 16));
        _key.Add((char)text.Length);
        _key.AddRange(text.AsSpan());
    }

    private void Take(PdfValue attributes)
    {
        var value = file.ResolveOnce(attributes, out _);
        if (value.AsArray() is not { } several)
        {
            TakeOwner(value);
            return;
        }

        foreach (var item in several)
        {
            TakeOwner(file.ResolveOnce(item, out _));
        }
    }

    private void TakeOwner(PdfValue value)
    {
        if (value.AsDictionary() is not { } owner)
        {
            return;
        }

        for (var i = 0; i < owner.Count; i++)
        {
            if (_found.Count >= file.Limits.MaxAttributes)
            {
                file.Log.Add(PdfDiagnosticCode.LimitReached, "An element of the structure tree has more attributes than the limits allow.");
                return;
            }

            var key = owner.Keys[i];
            if (key != "O" && !_found.ContainsKey(key) && Printed(file.Get(owner, key)) is { } text)
            {
                _found[key] = text;
            }
        }
    }

    private string? Printed(PdfValue value) => value.Kind switch
    {
        PdfKind.Name => value.AsName(),
        PdfKind.Integer or PdfKind.Real => Printed(value.AsNumber()),
        PdfKind.Boolean => value.AsBoolean() ? "true" : "false",
        PdfKind.String => TextStrings.Decode(value.AsString()),
        PdfKind.Array => Printed(value.AsArray()!),
        _ => null,
    };

    /// <summary>Spans are small numbers, whose texts the framework has ready.</summary>
    private static string Printed(double number) =>
        number is >= 1 and < 300 && number == (int)number ? ((int)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);

    private string Printed(PdfValue[] list)
    {
        var first = true;
        var one = "";
        StringBuilder? all = null;
        foreach (var item in list.AsSpan(0, Math.Min(list.Length, file.Limits.MaxAttributes)))
        {
            var value = file.Resolve(item);
            if (value.Kind == PdfKind.Array)
            {
                continue;
            }

            if (!first)
            {
                all = (all ?? new StringBuilder(one)).Append(' ');
            }

            var text = Printed(value) ?? "";
            (one, first) = (text, false);
            all?.Append(text);
        }

        return all?.ToString() ?? one;
    }
}
