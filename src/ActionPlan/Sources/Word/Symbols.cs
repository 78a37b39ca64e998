namespace ActionPlan.Sources.Word;

/// <summary>Characters of the symbol fonts that stand for check boxes, bullets, arrows and faces, as Unicode (ECMA-376-1 clause 17.3.3.30).</summary>
internal static class Symbols
{
    private const char Private = '\uF000';
    private const char PrivateEnd = '\uF0FF';

    /// <summary>The font's family name in lower case if it is a symbol font, else null.</summary>
    public static string? FontOf(string? font) =>
        font switch
        {
            null => null,
            _ when font.Equals("Wingdings", StringComparison.OrdinalIgnoreCase) => "wingdings",
            _ when font.Equals("Wingdings 2", StringComparison.OrdinalIgnoreCase) => "wingdings 2",
            _ when font.Equals("Wingdings 3", StringComparison.OrdinalIgnoreCase) => "wingdings 3",
            _ when font.Equals("Webdings", StringComparison.OrdinalIgnoreCase) => "webdings",
            _ when font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) => "symbol",
            _ => null,
        };

    /// <summary>The Unicode character for a code of a symbol font; the code itself where no such character is known here.</summary>
    public static char Map(string? font, char code)
    {
        var low = code is >= Private and <= PrivateEnd ? (char)(code - Private) : code;
        var mapped = low > 0xFF
            ? '\0'
            : font switch
            {
                "wingdings" => Wingdings(low),
                "wingdings 2" => Wingdings2(low),
                "wingdings 3" => Wingdings3(low),
                "webdings" => Webdings(low),
                "symbol" => SymbolFont(low),
                _ => '\0',
            };
        return mapped == '\0' ? code : mapped;
    }

    private static char Wingdings(char code) => (int)code switch
    {
        0x20 => ' ',
        0x22 => '✂',
        0x28 => '☎',
        0x2A => '✉',
        0x36 => '⌛',
        0x3F => '✍',
        0x46 => '☞',
        0x45 => '☜',
        0x47 => '☝',
        0x48 => '☟',
        0x4A => '☺',
        // The straight face has no character in the basic plane; its code stays.
        0x4B => '\0',
        0x4C => '☹',
        0x4E => '☠',
        0x52 => '☼',
        0x54 => '❄',
        0x6C => '●',
        0x6D => '❍',
        0x6E => '■',
        0x6F => '☐',
        0x70 => '❐',
        0x71 => '❑',
        0x72 => '❒',
        0x73 => '⬧',
        0x74 => '⧫',
        0x75 => '◆',
        0x76 => '❖',
        0x77 => '⬥',
        0x9E => '·',
        0x9F => '•',
        0xA1 => '○',
        0xA7 => '▪',
        0xA8 => '☐',
        0xAA => '✦',
        0xAB => '★',
        0xD8 => '➢',
        0xDB => '↩',
        0xDF => '←',
        0xE0 => '→',
        0xE1 => '↑',
        0xE2 => '↓',
        0xE8 => '➔',
        0xEF => '⇦',
        0xF0 => '⇨',
        0xF1 => '⇧',
        0xF2 => '⇩',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => '\0',
    };

    private static char Wingdings2(char code) => (int)code switch
    {
        0x2A => '☐',
        0x30 => '☐',
        0x4F => '✗',
        0x50 => '✓',
        0x51 => '☒',
        0x52 => '☑',
        0x53 => '☒',
        0x54 => '☒',
        0x55 => '⮾',
        0x97 => '●',
        0x98 => '●',
        0x99 => '○',
        0xA2 => '■',
        0xA3 => '☐',
        _ => '\0',
    };

    private static char Wingdings3(char code) => (int)code switch
    {
        0x66 => '←',
        0x67 => '→',
        0x68 => '↑',
        0x69 => '↓',
        0x6A => '↖',
        0x6B => '↗',
        0x6C => '↙',
        0x6D => '↘',
        0x70 => '▲',
        0x71 => '▼',
        0x74 => '◀',
        0x75 => '▶',
        0x7D => '▶',
        0x84 => '▶',
        _ => '\0',
    };

    private static char Webdings(char code) => (int)code switch
    {
        0x33 => '◀',
        0x34 => '▶',
        0x35 => '▲',
        0x36 => '▼',
        0x61 => '✓',
        0x63 => '☐',
        0x67 => '■',
        0x6E => '●',
        0x72 => '✗',
        _ => '\0',
    };

    private static char SymbolFont(char code) => (int)code switch
    {
        0x2D => '−',
        0xA3 => '≤',
        0xA5 => '∞',
        0xAB => '↔',
        0xAC => '←',
        0xAD => '↑',
        0xAE => '→',
        0xAF => '↓',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xBC => '…',
        0xD6 => '√',
        0xD7 => '⋅',
        0xDB => '⇔',
        0xDC => '⇐',
        0xDE => '⇒',
        0xE5 => '∑',
        0x61 => 'α',
        0x62 => 'β',
        0x67 => 'γ',
        0x64 => 'δ',
        0x44 => 'Δ',
        0x6C => 'λ',
        0x6D => 'μ',
        0x70 => 'π',
        0x73 => 'σ',
        0x53 => 'Σ',
        0x57 => 'Ω',
        _ => code is >= ' ' and < '\x7F' && !char.IsAsciiLetter(code) && code is not ('"' or '$' or '\'' or '@' or '\\' or '^' or '`' or '~') ? code : '\0',
    };
}
