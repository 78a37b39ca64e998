using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <summary>Colour spaces (ISO 32000-1, 8.6) as far as a plain RGB colour can be told from them.</summary>
internal sealed class ColourSpace
{
    public const int Unknown = -1;

    public static readonly ColourSpace Gray = new(1, null, null, null, 0);
    public static readonly ColourSpace Rgb = new(3, null, null, null, 0);
    public static readonly ColourSpace Cmyk = new(4, null, null, null, 0);
    public static readonly ColourSpace Pattern = new(0, null, null, null, 0);

    private readonly ColourSpace? _base;
    private readonly byte[]? _table;
    private readonly Func<double, double[]?>? _tint;
    private readonly int _white;

    private ColourSpace(int components, ColourSpace? under, byte[]? table, Func<double, double[]?>? tint, int white)
    {
        Components = components;
        _base = under;
        _table = table;
        _tint = tint;
        _white = white;
    }

    public int Components { get; }

    public int Initial => Components == 4 || _tint is not null || Components == 0 ? 0 : ToRgb([0, 0, 0]);

    public int ToRgb(ReadOnlySpan<double> values)
    {
        if (_table is not null && _base is not null)
        {
            Span<double> entry = stackalloc double[4];
            var index = (int)Math.Clamp(values.Length > 0 ? values[0] : 0, 0, 255);
            var n = Math.Min(4, _base.Components);
            for (var i = 0; i < n; i++)
            {
                var at = (index * n) + i;
                entry[i] = at < _table.Length ? _table[at] / 255.0 : 0;
            }

            return _base.ToRgb(entry[..n]);
        }

        if (_tint is not null && _base is not null)
        {
            return values.Length > 0 && _tint(values[0]) is { } mixed ? _base.ToRgb(mixed) : Unknown;
        }

        if (_white == 1)
        {
            return Lab(values);
        }

        return (Components, values.Length) switch
        {
            (1, >= 1) => Pack(values[0], values[0], values[0]),
            (3, >= 3) => Pack(values[0], values[1], values[2]),
            (4, >= 4) => Pack((1 - values[0]) * (1 - values[3]), (1 - values[1]) * (1 - values[3]), (1 - values[2]) * (1 - values[3])),
            _ => Unknown,
        };
    }

    public static ColourSpace Read(FileObjects file, PdfDictionary? resources, PdfValue value, int depth = 0)
    {
        value = file.Resolve(value);
        if (depth > file.Limits.MaxReferenceSteps)
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, FileObjects.TooManySteps);
            return Pattern;
        }

        if (value.AsName() is { } name)
        {
            switch (name)
            {
                case "DeviceGray" or "G" or "CalGray":
                    return Gray;
                case "DeviceRGB" or "RGB" or "CalRGB":
                    return Rgb;
                case "DeviceCMYK" or "CMYK":
                    return Cmyk;
                case "Pattern":
                    return Pattern;
                default:
                    var spaces = resources is null ? null : file.GetDictionary(resources, "ColorSpace");
                    var named = spaces is null ? PdfValue.Null : file.Get(spaces, name);
                    return named.IsNull || named.AsName() == name ? Pattern : Read(file, resources, named, depth + 1);
            }
        }

        if (value.AsArray() is not { Length: > 0 } array)
        {
            return Pattern;
        }

        switch (file.Resolve(array[0]).AsName())
        {
            case "ICCBased" when array.Length > 1:
                var profile = file.Resolve(array[1]).AsDictionary();
                return (profile is null ? 0 : file.Get(profile, "N").AsInteger()) switch { 1 => Gray, 3 => Rgb, 4 => Cmyk, _ => Pattern };
            case "CalRGB":
                return Rgb;
            case "Lab":
                return new ColourSpace(3, null, null, null, 1);
            case "Indexed" or "I" when array.Length > 3:
                var under = Read(file, resources, array[1], depth + 1);
                var lookup = file.Resolve(array[3]);
                return new ColourSpace(1, under, lookup.AsString() ?? (lookup.AsStream() is { } stream ? file.DecodeToArray(stream) : []), null, 0);
            case "Separation" or "DeviceN" when array.Length > 3:
                return new ColourSpace(1, Read(file, resources, array[2], depth + 1), null, Tint(file, array[3]), 0);
            case "Pattern":
                return Pattern;
            default:
                return array.Length == 1 || file.Resolve(array[0]).AsName() is "CalGray" ? Read(file, resources, array[0], depth + 1) : Pattern;
        }
    }

    /// <summary>The tint transformation of one colorant (8.6.6.4) by an exponential or sampled function; others give no colour.</summary>
    private static Func<double, double[]?> Tint(FileObjects file, PdfValue value)
    {
        value = file.Resolve(value);
        if (value.AsDictionary() is not { } function)
        {
            return _ => null;
        }

        var kind = file.Get(function, "FunctionType").AsInteger(-1);
        if (kind == 2)
        {
            var low = Numbers(file, function, "C0") ?? [0];
            var high = Numbers(file, function, "C1") ?? [1];
            var exponent = file.Get(function, "N").AsNumber(1);
            return t =>
            {
                var by = Math.Pow(Math.Clamp(t, 0, 1), exponent);
                var mixed = new double[Math.Min(low.Length, high.Length)];
                for (var i = 0; i < mixed.Length; i++)
                {
                    mixed[i] = low[i] + (by * (high[i] - low[i]));
                }

                return mixed;
            };
        }

        if (kind == 0 && value.AsStream() is { } stream && file.Get(function, "BitsPerSample").AsInteger() == 8 && Numbers(file, function, "Size") is { Length: 1 } size
            && Numbers(file, function, "Range") is { Length: >= 2 } range)
        {
            var samples = file.DecodeToArray(stream);
            var outputs = range.Length / 2;
            return t =>
            {
                var at = (int)Math.Round(Math.Clamp(t, 0, 1) * (size[0] - 1)) * outputs;
                var mixed = new double[outputs];
                for (var i = 0; i < outputs; i++)
                {
                    mixed[i] = range[2 * i] + ((at + i < samples.Length ? samples[at + i] : 0) / 255.0 * (range[(2 * i) + 1] - range[2 * i]));
                }

                return mixed;
            };
        }

        return _ => null;
    }

    private static double[]? Numbers(FileObjects file, PdfDictionary dictionary, string key) =>
        file.GetArray(dictionary, key)?.Select(item => file.Resolve(item).AsNumber()).ToArray();

    private static int Lab(ReadOnlySpan<double> values)
    {
        if (values.Length < 3)
        {
            return Unknown;
        }

        // CIE 1976 to linear sRGB for D65, close enough to name a colour.
        static double Cube(double t) => t > 6.0 / 29 ? t * t * t : 108.0 / 841 * (t - (4.0 / 29));
        static double Gamma(double t) => t <= 0.0031308 ? 12.92 * t : (1.055 * Math.Pow(t, 1 / 2.4)) - 0.055;
        var l = (values[0] + 16) / 116;
        double x = 0.9505 * Cube(l + (values[1] / 500)), y = Cube(l), z = 1.089 * Cube(l - (values[2] / 200));
        return Pack(
            Gamma((3.2406 * x) - (1.5372 * y) - (0.4986 * z)),
            Gamma((-0.9689 * x) + (1.8758 * y) + (0.0415 * z)),
            Gamma((0.0557 * x) - (0.204 * y) + (1.057 * z)));
    }

    private static int Pack(double red, double green, double blue)
    {
        static int Byte(double v) => (int)Math.Round(Math.Clamp(v, 0, 1) * 255);
        return (Byte(red) << 16) | (Byte(green) << 8) | Byte(blue);
    }
}
