using System.Globalization;

namespace ActionPlan;

/// <summary>
/// An ISO 8601 date that may be open in part: '2020-02-19', '2022-xx-xx', '2001'. An open digit is an x. The default value is no date.
/// </summary>
public readonly record struct PartialDate : IParsable<PartialDate>
{
    private readonly string? _text;

    private PartialDate(string text) => _text = text;

    /// <summary>A date without open digits.</summary>
    public PartialDate(DateOnly date) => _text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether no date is given.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>Whether a digit is still open.</summary>
    public bool IsOpen => _text?.Contains('x') ?? false;

    /// <summary>The year, or null where it is open or missing.</summary>
    public int? Year => int.TryParse(_text.AsSpan(0, Math.Min(4, _text?.Length ?? 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>The day, or null where any part is open or missing.</summary>
    public DateOnly? ToDateOnly() =>
        DateOnly.TryParseExact(_text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <inheritdoc cref="IParsable{TSelf}.Parse" />
    /// <exception cref="FormatException">The text is not YYYY[-MM[-DD]] of digits and x.</exception>
    public static PartialDate Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException($"'{s}' is not a date of the form YYYY-MM-DD with x for open digits.");

    /// <inheritdoc cref="Parse(string, IFormatProvider?)" />
    public static PartialDate Parse(string s) => Parse(s, provider: null);

    /// <inheritdoc cref="IParsable{TSelf}.TryParse" />
    public static bool TryParse(string? s, IFormatProvider? provider, out PartialDate result)
    {
        result = default;
        if (string.IsNullOrEmpty(s))
        {
            return s is not null;
        }

        if (s.Length is not (4 or 7 or 10))
        {
            return false;
        }

        for (var i = 0; i < s.Length; i++)
        {
            if (i is 4 or 7 ? s[i] != '-' : !char.IsAsciiDigit(s[i]) && s[i] != 'x')
            {
                return false;
            }
        }

        result = new PartialDate(s);
        return true;
    }

    /// <summary>The date as in the JSON of a plan; the empty string for no date.</summary>
    public override string ToString() => _text ?? string.Empty;

    /// <summary>Equal when written alike.</summary>
    public bool Equals(PartialDate other) => ToString() == other.ToString();

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
