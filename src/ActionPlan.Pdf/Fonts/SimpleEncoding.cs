using System.Globalization;
using System.Text;
using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>
/// The glyph names of a simple font's codes (ISO 32000-1, 9.6.6) and the text they stand for: the encoding that the file names
/// with its differences, else that of the embedded program, else that of the standard font.
/// </summary>
internal sealed class SimpleEncoding
{
    /// <summary>Codes that are dealt out anew begin at 0 or soon after.</summary>
    private const int MaxFirstCode = 5;

    /// <summary>Most letters before the number of a glyph's name.</summary>
    private const int MaxPrefix = 3;

    private readonly string[] _names = new string[256];
    private readonly bool[] _guess = new bool[256];
    private readonly string?[] _texts = new string?[256];

    public string Name(int code) => _names[code];

    public string? Text(int code) => _texts[code];

    public bool IsGuess(int code) => _guess[code];

    public static SimpleEncoding Read(FileObjects file, PdfDictionary font, string subtype, FontFacts facts, StandardFont? standard, FontProgram program)
    {
        var encoding = new SimpleEncoding();
        var value = file.Get(font, "Encoding");
        var dictionary = value.AsDictionary();
        var named = value.AsName() ?? (dictionary is null ? null : file.Get(dictionary, "BaseEncoding").AsName());
        var isTrueType = subtype == "TrueType" || program.TrueType is not null;
        var names = NamedEncoding(named);
        var builtIn = program.Encoding;
        var certain = named is not null || builtIn is not null || standard is not null;
        names ??= builtIn ?? (standard is { IsSymbolic: true } && program.IsEmpty ? FontResources.Names(standard.Name) : null)
            ?? FontResources.Names(isTrueType && standard is null ? "WinAnsi" : "Standard");
        names.CopyTo(encoding._names, 0);
        var dealtAnew = false;
        var differing = dictionary is null ? null : encoding.ApplyDifferences(file, file.GetArray(dictionary, "Differences"), out dealtAnew);
        var zapf = standard?.Name == "ZapfDingbats" || facts.Name.Contains("Dingbats", StringComparison.OrdinalIgnoreCase);
        for (var code = 0; code < 256; code++)
        {
            var isDifference = differing?.Contains(code) ?? false;
            encoding._texts[code] = GlyphNames.ToUnicode(encoding._names[code], zapf);
            if (isTrueType && !isDifference && program.TrueType is { } trueType && (value.IsNull || (named is null && facts.Symbolic)))
            {
                var proven = FromProgram(trueType, code);
                encoding._guess[code] = proven is null;
                encoding._texts[code] = proven ?? encoding._texts[code];
            }
            else
            {
                encoding._guess[code] = !certain && !isDifference && facts.Symbolic;
                if (encoding._texts[code] is null && isDifference && encoding._names[code] is not ".notdef")
                {
                    // 9.6.6.4: a name that no list knows may still be that of a glyph in the program.
                    encoding._texts[code] = program.TrueType?.TextOfNamed(encoding._names[code]);
                }
            }
        }

        encoding.ReadNumericNames(differing, dealtAnew, program.TrueType);
        encoding.GuessByCode();
        return encoding;
    }

    /// <summary>
    /// A glyph whose name tells nothing most often has its character's own code, as in fonts that were made from bitmaps or from single
    /// glyphs. No specification says so, therefore the text counts as guessed.
    /// </summary>
    private void GuessByCode()
    {
        for (var code = 0x20; code < 256; code++)
        {
            if (_texts[code] is null && _names[code] is not ("" or ".notdef") && (code is < 0x7F or >= 0xA0))
            {
                _texts[code] = ((char)code).ToString();
                _guess[code] = true;
            }
        }
    }

    private static string[]? NamedEncoding(string? name) => name switch
    {
        "WinAnsiEncoding" => FontResources.Names("WinAnsi"),
        "MacRomanEncoding" => FontResources.Names("MacRoman"),
        "MacExpertEncoding" => FontResources.Names("MacExpert"),

        // "StandardEncoding" is none of the three that a file may name (table 114): the font's own encoding goes before it.
        _ => null,
    };

    private HashSet<int>? ApplyDifferences(FileObjects file, PdfValue[]? differences, out bool dealtAnew)
    {
        dealtAnew = differences is not null;
        if (differences is null)
        {
            return null;
        }

        var differing = new HashSet<int>();
        var code = 0;
        foreach (var entry in differences)
        {
            var item = file.Resolve(entry);
            if (item.IsNumber)
            {
                code = item.AsInteger();
                dealtAnew &= code <= MaxFirstCode;
            }
            else if (item.AsName() is { } name)
            {
                if (code is >= 0 and < 256)
                {
                    _names[code] = name;
                    differing.Add(code);
                }

                code++;
            }
        }

        return differing;
    }

    /// <summary>The character of the glyph that a code leads to by the program's own maps (9.6.6.4).</summary>
    private static string? FromProgram(TrueTypeProgram program, int code)
    {
        var glyph = program.Glyph(3, 0, 0xF000 + code);
        glyph = glyph != 0 ? glyph : program.Glyph(3, 0, code);
        glyph = glyph != 0 ? glyph : program.Glyph(3, 0, 0xF100 + code);
        glyph = glyph != 0 ? glyph : program.Glyph(1, 0, code);
        if (glyph == 0)
        {
            return null;
        }

        var scalar = program.Unicode(glyph);
        if (scalar > 0 && Rune.IsValid(scalar))
        {
            return new Rune(scalar).ToString();
        }

        return GlyphNames.ToUnicode(program.Name(glyph));
    }

    /// <summary>
    /// Names such as "G41" or "c65", where every difference is of a few letters and a number. In a TrueType font the number is a glyph's, which
    /// its own tables name. In others it is the character's code where the font's codes were dealt out anew from the beginning; where they were
    /// not, the codes tell the characters themselves. No specification says so, therefore the text counts as guessed.
    /// </summary>
    private void ReadNumericNames(HashSet<int>? differing, bool dealtAnew, TrueTypeProgram? program)
    {
        if (differing is null || (!dealtAnew && program is null))
        {
            return;
        }

        var unknown = new List<(int Code, string Digits)>();
        var hexadecimal = false;
        foreach (var code in differing)
        {
            var name = _names[code];
            // "G41" is a character's code in hexadecimal digits wherever it was seen, never a glyph's number.
            if (program is not null && (_texts[code] is not null || name is ".notdef" or "" || name[0] == 'G'))
            {
                continue;
            }

            var digits = DigitsOf(name);
            if (digits.Length == 0)
            {
                return;
            }

            hexadecimal |= digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0;
            unknown.Add((code, digits));
        }

        foreach (var (code, digits) in unknown)
        {
            var number = int.Parse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
            if (program is not null)
            {
                // In a TrueType font such a number is a glyph's; only its own tables can prove what the glyph is.
                var scalar = program.Unicode(number);
                _texts[code] = scalar > 0 && Rune.IsValid(scalar) ? new Rune(scalar).ToString() : GlyphNames.ToUnicode(program.Name(number));
            }
            else if (_texts[code] is null && number is >= 32 and < 0xD800)
            {
                _texts[code] = number is >= 0x80 and < 0xA0 ? GlyphNames.ToUnicode(FontResources.Names("WinAnsi")[number]) : ((char)number).ToString();
                _guess[code] = true;
            }
        }
    }

    private static string DigitsOf(string name)
    {
        var start = 0;
        while (start < name.Length && char.IsAsciiLetter(name[start]) && start < MaxPrefix)
        {
            start++;
            if (start < name.Length && char.IsAsciiDigit(name[start]))
            {
                break;
            }
        }

        var digits = name[start..];
        if (digits.Length is 0 or > 4 || !char.IsAsciiDigit(digits[0]))
        {
            // "GA0": the letters of the number look like the prefix.
            digits = name.Length == 3 && char.IsAsciiLetter(name[0]) ? name[1..] : "";
        }

        return digits.Length > 0 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _) ? digits : "";
    }
}
