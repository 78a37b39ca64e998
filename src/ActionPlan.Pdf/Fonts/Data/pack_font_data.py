#!/usr/bin/env python3
"""Packs Adobe's published font data into the resources beside this script.

Usage: pack_font_data.py GLYPHLIST ZAPFDINGBATS AFM_FOLDER CMAP_FOLDER CFF_STRINGS MAC_GLYPHS
  GLYPHLIST, ZAPFDINGBATS  glyphlist.txt and zapfdingbats.txt (name;XXXX XXXX) of adobe-type-tools/agl-aglfn
  AFM_FOLDER               the 14 .afm files of Adobe's Core 14 fonts
  CMAP_FOLDER              the folders Adobe-* of adobe-type-tools/cmap-resources and mapping-resources-pdf
  CFF_STRINGS, MAC_GLYPHS  the standard strings of the CFF specification (appendix A) and the glyph order of the `post`
                           table (OpenType), one name a line

Formats (all Deflate in zlib's frame):
  glyphlist.z   lines `name;XXXX XXXX`, an empty line, then ZapfDingbats' names in the same form
  metrics.z     a line `=Font ascender descender`, then lines `name width`
  encodings.z   a line `=Name`, then its names in the order of the codes, `-` where there is none
  cmaps.z/NAME  see CMapResource.cs
"""
import re
import sys
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAC_EXPERT = """AEsmall 276 Aacutesmall 207 Acircumflexsmall 211 Acutesmall 047 Adieresissmall 212 Agravesmall 210 Aringsmall 214 Asmall 141
Atildesmall 213 Brevesmall 363 Bsmall 142 Caronsmall 256 Ccedillasmall 215 Cedillasmall 311 Circumflexsmall 136 Csmall 143 Dieresissmall 254
Dotaccentsmall 372 Dsmall 144 Eacutesmall 216 Ecircumflexsmall 220 Edieresissmall 221 Egravesmall 217 Esmall 145 Ethsmall 104 Fsmall 146
Gravesmall 140 Gsmall 147 Hsmall 150 Hungarumlautsmall 042 Iacutesmall 222 Icircumflexsmall 224 Idieresissmall 225 Igravesmall 223 Ismall 151
Jsmall 152 Ksmall 153 Lslashsmall 302 Lsmall 154 Macronsmall 364 Msmall 155 Nsmall 156 Ntildesmall 226 OEsmall 317 Oacutesmall 227
Ocircumflexsmall 231 Odieresissmall 232 Ogoneksmall 362 Ogravesmall 230 Oslashsmall 277 Osmall 157 Otildesmall 233 Psmall 160 Qsmall 161
Ringsmall 373 Rsmall 162 Scaronsmall 247 Ssmall 163 Thornsmall 271 Tildesmall 176 Tsmall 164 Uacutesmall 234 Ucircumflexsmall 236
Udieresissmall 237 Ugravesmall 235 Usmall 165 Vsmall 166 Wsmall 167 Xsmall 170 Yacutesmall 264 Ydieresissmall 330 Ysmall 171 Zcaronsmall 275
Zsmall 172 ampersandsmall 046 asuperior 201 bsuperior 365 centinferior 251 centoldstyle 043 centsuperior 202 colon 072 colonmonetary 173
comma 054 commainferior 262 commasuperior 370 dollarinferior 266 dollaroldstyle 044 dollarsuperior 045 dsuperior 353 eightinferior 245
eightoldstyle 070 eightsuperior 241 esuperior 344 exclamdownsmall 326 exclamsmall 041 ff 126 ffi 131 ffl 132 fi 127 figuredash 320
fiveeighths 114 fiveinferior 260 fiveoldstyle 065 fivesuperior 336 fl 130 fourinferior 242 fouroldstyle 064 foursuperior 335 fraction 057
hyphen 055 hypheninferior 137 hyphensuperior 321 isuperior 351 lsuperior 361 msuperior 367 nineinferior 273 nineoldstyle 071 ninesuperior 341
nsuperior 366 onedotenleader 053 oneeighth 112 onefitted 174 onehalf 110 oneinferior 301 oneoldstyle 061 onequarter 107 onesuperior 332
onethird 116 osuperior 257 parenleftinferior 133 parenleftsuperior 050 parenrightinferior 135 parenrightsuperior 051 period 056
periodinferior 263 periodsuperior 371 questiondownsmall 300 questionsmall 077 rsuperior 345 rupiah 175 semicolon 073 seveneighths 115
seveninferior 246 sevenoldstyle 067 sevensuperior 340 sixinferior 244 sixoldstyle 066 sixsuperior 337 space 040 ssuperior 352 threeeighths 113
threeinferior 243 threeoldstyle 063 threequarters 111 threequartersemdash 075 threesuperior 334 tsuperior 346 twodotenleader 052
twoinferior 252 twooldstyle 062 twosuperior 333 twothirds 117 zeroinferior 274 zerooldstyle 060 zerosuperior 342"""
SKIP = re.compile(r"-(Host|Mac|CID|90ms-RKSJ|90pv-RKSJ|GBK-EUC|GBpc-EUC|B5pc|ETen-B5|KSCms-UHC|KSCpc-EUC|PS-[HV]|UCS2C)$|^UCS2-|(RKSJ|EUC|UHC|B5|B5pc)-UCS2$"
                  r"|^Adobe-\w+-\d$|UTF8|UTF32|JISX0213|^Identity")


def write(name, data):
    path = HERE / (name + ".z")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(data, 9))


def glyph_list(path):
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


def unicode_names(lines):
    names = {}
    for line in lines:
        name, codes = line.split(";")
        if " " not in codes:
            names.setdefault(int(codes, 16), []).append(name)
    return names


def afm(path):
    font = {"glyphs": {}, "codes": {}}
    for line in path.read_text(errors="replace").splitlines():
        if line.startswith(("FontName", "Ascender", "Descender", "FontBBox")):
            key, *rest = line.split()
            font[key] = rest
        match = re.match(r"C (-?\d+) ; WX (\d+) ; N (\w+) ;", line)
        if match:
            font["glyphs"][match[3]] = int(match[2])
            if int(match[1]) >= 0:
                font["codes"][int(match[1])] = match[3]
    return font


def encodings(fonts, lines, cff_strings, mac_glyphs):
    latin = set(fonts["Helvetica"]["glyphs"])
    by_code = {}
    for code, names in unicode_names(lines).items():
        chosen = [n for n in names if n in latin] or names
        by_code[code] = chosen[0]
    standard = fonts["Helvetica"]["codes"]
    # ISO 32000-1, D.2: WinAnsi has hyphen at 0255, space at 0240 and bullet in every unused code above 040.
    win = {c: by_code.get(ord(ch)) for c in range(32, 256) if (ch := bytes([c]).decode("cp1252", "ignore"))}
    win.update({0xA0: "space", 0xAD: "hyphen", 0x7F: "bullet", **{c: "bullet" for c in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}})
    # D.2: MacRoman lacks the mathematical signs of Mac OS and keeps currency at 0333.
    mac = {c: by_code.get(ord(bytes([c]).decode("mac_roman"))) for c in range(32, 256)}
    mac.update({0xDB: "currency", 0xCA: "space", 0x7F: None, 0xF0: None})
    words = MAC_EXPERT.split()
    expert = {int(code, 8): name for name, code in zip(words[::2], words[1::2])}
    tables = {"Standard": standard, "WinAnsi": win, "MacRoman": mac, "MacExpert": expert, "Symbol": fonts["Symbol"]["codes"], "ZapfDingbats": fonts["ZapfDingbats"]["codes"]}
    out = []
    for name, codes in tables.items():
        out.append("=" + name)
        out += [codes.get(c) or "-" for c in range(256)]
    out += ["=CffStrings", *cff_strings, "=MacGlyphs", *mac_glyphs]
    return "\n".join(out)


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return varint(n * 2 if n >= 0 else -n * 2 - 1)


def cmap(path):
    text = re.sub(r"%.*", "", path.read_text(errors="replace"))
    use = re.search(r"/([\w-]+)\s+usecmap", text)
    mode = re.search(r"/WMode\s+(\d)", text)
    use = use[1].encode() if use else b""
    out = bytearray([int(mode[1]) if mode else 0, len(use)]) + use
    spaces, singles, unicode = [], [], []
    for kind, body in re.findall(r"begin(codespacerange|cidrange|cidchar|bfrange|bfchar)(.*?)end", text, re.S):
        tokens = re.findall(r"<([0-9a-fA-F]+)>|(\d+)|(\[)|(\])", body)
        flat = [(t[0], int(t[0], 16), len(t[0]) // 2) if t[0] else t[1] or t[2] or t[3] for t in tokens]
        i = 0
        while i < len(flat):
            if kind == "codespacerange":
                spaces.append((flat[i][2], flat[i][1], flat[i + 1][1]))
                i += 2
            elif kind == "cidrange":
                singles.append((flat[i][2], flat[i][1], flat[i + 1][1], int(flat[i + 2])))
                i += 3
            elif kind == "cidchar":
                singles.append((flat[i][2], flat[i][1], flat[i][1], int(flat[i + 1])))
                i += 2
            elif kind == "bfchar":
                unicode.append((flat[i][1], flat[i][1], flat[i + 1][0]))
                i += 2
            elif flat[i + 2] == "[":
                i, first = i + 3, flat[i][1]
                while flat[i] != "]":
                    unicode.append((first, first, flat[i][0]))
                    first, i = first + 1, i + 1
                i += 1
            else:
                unicode.append((flat[i][1], flat[i + 1][1], flat[i + 2][0]))
                i += 3
    out += varint(len(spaces))
    for size, low, high in spaces:
        out += varint(size) + varint(low) + varint(high)
    out += varint(len(singles))
    last, cid = 0, 0
    for size, low, high, first in sorted(singles):
        out += varint(size) + zigzag(low - last) + varint(high - low) + zigzag(first - cid)
        last, cid = high, first + high - low
    out += varint(len(unicode))
    last, value = 0, 0
    for low, high, text in sorted(unicode):
        units = [int(text[k:k + 4], 16) for k in range(0, len(text), 4)]
        out += zigzag(low - last) + varint(high - low) + varint(len(units))
        for unit in units:
            out += zigzag(unit - value)
            value = unit
        value += high - low
        last = high
    return bytes(out)


def main():
    glyphs, zapf, afms, cmaps, cff_strings, mac_glyphs = (Path(p) for p in sys.argv[1:7])
    lines = glyph_list(glyphs)
    write("glyphlist", "\n".join(lines + [""] + glyph_list(zapf)).encode())
    fonts = {f.stem: afm(f) for f in sorted(afms.glob("*.afm"))}
    metrics = []
    for name, font in fonts.items():
        box = font["FontBBox"]
        metrics.append(f"={name} {font.get('Ascender', [box[3]])[0]} {font.get('Descender', [box[1]])[0]}")
        metrics += [f"{glyph} {width}" for glyph, width in sorted(font["glyphs"].items())]
    write("metrics", "\n".join(metrics).encode())
    write("encodings", encodings(fonts, lines, cff_strings.read_text().split(), mac_glyphs.read_text().split()).encode())
    for path in sorted(cmaps.glob("Adobe-*/*")):
        if not SKIP.search(path.name) or path.name in ("Adobe-Japan1-UCS2", "Adobe-GB1-UCS2", "Adobe-CNS1-UCS2", "Adobe-Korea1-UCS2", "Adobe-KR-UCS2"):
            write("CMaps/" + path.name, cmap(path))


main()
