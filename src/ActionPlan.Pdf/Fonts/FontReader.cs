using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Fonts;

/// <summary>Makes a font of its dictionary (ISO 32000-1, 9.5-9.9). Always makes one: what is missing is stood in for.</summary>
internal static class FontReader
{
    public static Font Read(FileObjects file, PdfDictionary font)
    {
        var subtype = file.Get(font, "Subtype").AsName() ?? "Type1";
        if (subtype == "Type0" || font.Contains("DescendantFonts"))
        {
            return ReadComposite(file, font);
        }

        return ReadSimple(file, font, subtype);
    }

    private static CharacterMap ReadMap(FileObjects file, PdfStream stream, CharacterMap? baseMap)
    {
        var map = CharacterMapReader.Read(file.DecodeToArray(stream), baseMap, file.Limits.MaxFontEntries);
        if (map.WasCut)
        {
            file.Log.Add(PdfDiagnosticCode.LimitReached, $"The CMap {stream.Number} has more entries than the limits allow; the others were left out.");
        }

        return map;
    }

    private static CharacterMap? ReadToUnicode(FileObjects file, PdfDictionary font, bool composite)
    {
        var value = file.Get(font, "ToUnicode");
        if (value.AsStream() is { } stream)
        {
            var use = file.Get(stream.Dictionary, "UseCMap").AsName();
            var map = ReadMap(file, stream, use is null ? null : CharacterMapReader.FindPredefined(use));
            if (!map.HasUnicode)
            {
                map.TakeCidsForUnicode();
            }

            return map.HasUnicode ? map : null;
        }

        // A predefined map leads from the CIDs of a composite font; "Identity" says that the codes are UTF-16.
        if (value.AsName() is { } name && (composite || name.StartsWith("Identity", StringComparison.Ordinal)) && CharacterMapReader.FindPredefined(name) is { } predefined)
        {
            if (!name.StartsWith("Identity", StringComparison.Ordinal))
            {
                return predefined.HasUnicode ? predefined : null;
            }

            var identity = new CharacterMap();
            identity.AddUnicodeRange(0x20, 0xD7FF, " ");
            return identity;
        }

        return null;
    }

    private static SimpleFont ReadSimple(FileObjects file, PdfDictionary font, string subtype)
    {
        var descriptor = file.GetDictionary(font, "FontDescriptor");
        var baseName = file.Get(font, "BaseFont").AsName() ?? "";
        var standard = subtype == "Type3" ? null : StandardFont.Find(baseName);
        var facts = FontFacts.Read(file, font, descriptor, standard);
        var program = subtype == "Type3" ? FontProgram.None : FontProgram.Read(file, descriptor);
        if (!program.IsEmpty && standard is { IsSymbolic: false })
        {
            standard = null;
        }

        var encoding = SimpleEncoding.Read(file, font, subtype, facts, standard, program);
        var toUnicode = ReadToUnicode(file, font, composite: false);
        if (subtype == "Type3")
        {
            return Type3Reader.Read(file, font, facts, encoding, toUnicode);
        }

        var widths = Widths(file, font, facts, standard ?? StandardFont.Find(baseName), encoding, program);
        return new SimpleFont(facts, encoding, toUnicode, widths, null, facts.Ascent / 1000, facts.Descent / 1000);
    }

    private static double[] Widths(FileObjects file, PdfDictionary font, FontFacts facts, StandardFont? standard, SimpleEncoding encoding, FontProgram program)
    {
        var widths = new double[256];
        if (file.GetArray(font, "Widths") is { Length: > 0 } array)
        {
            var first = file.Get(font, "FirstChar").AsInteger();
            Array.Fill(widths, facts.MissingWidth / 1000);
            for (var i = 0; i < array.Length && i < 256; i++)
            {
                var code = (long)first + i;
                if (code is >= 0 and < 256)
                {
                    widths[code] = file.Resolve(array[i]).AsNumber() / 1000;
                }
            }

            return widths;
        }

        standard ??= StandardFont.StandIn(facts.Serif, facts.FixedPitch, facts.Bold, facts.Italic);
        var symbols = standard.IsSymbolic ? FontResources.Names(standard.Name) : null;
        for (var code = 0; code < 256; code++)
        {
            var name = encoding.Name(code);
            if (program.TrueType is { } trueType)
            {
                var glyph = trueType.Glyph(3, 0, 0xF000 + code);
                glyph = glyph != 0 ? glyph : trueType.Glyph(3, 1, encoding.Text(code) is { Length: 1 } text ? text[0] : code);
                var own = trueType.Width(glyph != 0 ? glyph : trueType.Glyph(1, 0, code));
                widths[code] = own >= 0 ? own / 1000 : 0.5;
            }
            else
            {
                widths[code] = (standard.Widths.TryGetValue(name, out var width) || (symbols is not null && standard.Widths.TryGetValue(symbols[code], out width))
                    ? width : facts.MissingWidth) / 1000;
            }
        }

        return widths;
    }

    private static CompositeFont ReadComposite(FileObjects file, PdfDictionary font)
    {
        var descendants = file.Get(font, "DescendantFonts");
        var first = descendants.AsArray() is { Length: > 0 } list ? file.Resolve(list[0]) : descendants;
        var descendant = first.AsDictionary() ?? PdfDictionary.Empty;
        var descriptor = file.GetDictionary(descendant, "FontDescriptor");
        var name = file.Get(font, "BaseFont").AsName() ?? "";
        var facts = FontFacts.Read(file, font, descriptor, StandardFont.Find(name));
        return new CompositeFont(file, facts, font, descendant, FontProgram.Read(file, descriptor), ReadEncoding(file, font), ReadToUnicode(file, font, composite: true));
    }

    private static CharacterMap ReadEncoding(FileObjects file, PdfDictionary font)
    {
        var value = file.Get(font, "Encoding");
        if (value.AsStream() is { } stream)
        {
            var use = file.Get(stream.Dictionary, "UseCMap");
            var baseMap = use.AsName() is { } baseName ? CharacterMapReader.FindPredefined(baseName)
                : use.AsStream() is { } baseStream && !ReferenceEquals(baseStream, stream) ? ReadMap(file, baseStream, null) : null;
            var map = ReadMap(file, stream, baseMap);
            map.AddMissingSpaces();
            map.Vertical |= file.Get(stream.Dictionary, "WMode").AsInteger() == 1;
            if (map.HasCids && map.HasSpaces)
            {
                return map;
            }
        }
        else if (value.AsName() is { } name)
        {
            if (CharacterMapReader.FindPredefined(name) is { } predefined)
            {
                return predefined;
            }

            file.Log.Add(PdfDiagnosticCode.Unsupported, $"The predefined CMap {name} is not known; codes are taken as two bytes.");
        }

        return CharacterMap.Identity(vertical: false);
    }
}
