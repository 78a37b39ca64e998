#!/usr/bin/env python3
"""Makes the PDF files of the benchmarks with LibreOffice: a paper in two columns, a form with fields and a long table.

Usage: make_pdfs.py FOLDER. The words are those of Selma Lagerlöf (1906, in the public domain), dealt out by a seed.
"""
import random
import subprocess
import sys
from pathlib import Path

WORDS = """Det var en gång en pojke Han var så där en fjorton år gammal lång och ranglig och linhårig Inte stort dugde han till han hade mest av allt
lust att sova och äta och därnäst tyckte han om att ställa till odygd Nu var det en söndagsmorgon och pojkens föräldrar höllo på att göra sig i ordning
för att gå i kyrkan""".split()

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:text-align="justify"/><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.6cm"/></style:section-properties></style:style>
</office:automatic-styles>
<office:body><office:text>"""
TAIL = "</office:text></office:body></office:document>"


def sentence(deal):
    words = [deal.choice(WORDS).lower() for _ in range(deal.randint(6, 18))]
    words[deal.randrange(len(words))] = f'<text:span text:style-name="{deal.choice("BI")}">{deal.choice(WORDS)}</text:span>'
    return words[0].capitalize() + " " + " ".join(words[1:]) + "."


def paper(deal):
    body = ['<text:section text:style-name="S" text:name="Columns">']
    for number in range(1, 61):
        body.append(f'<text:h text:outline-level="1">{number}. {deal.choice(WORDS).capitalize()}</text:h>')
        body += [f'<text:p text:style-name="P">{" ".join(sentence(deal) for _ in range(8))}</text:p>' for _ in range(4)]
    return "".join(body) + "</text:section>"


def form(deal, pages=24, rows=18):
    controls, body = [], []
    for row in range(pages * rows):
        kind = "checkbox" if row % 3 == 2 else "text"
        state = 'form:current-state="checked"' if kind == "checkbox" else f'form:current-value="{" ".join(deal.choices(WORDS, k=3))}"'
        controls.append(f'<form:{kind} form:name="f{row}" form:id="f{row}" xml:id="f{row}" {state}/>')
        style = ' text:style-name="N"' if row and row % rows == 0 else ""
        body.append(f'<text:p{style}>{row + 1}. {" ".join(deal.choices(WORDS, k=6))}</text:p>'
                    f'<text:p><draw:control text:anchor-type="as-char" svg:width="12cm" svg:height="0.6cm" draw:control="f{row}"/></text:p>')
    return f'<office:forms><form:form form:name="Form">{"".join(controls)}</form:form></office:forms>' + "".join(body)


def table(deal, rows=3330):
    def cell(text):
        return f'<table:table-cell table:style-name="C"><text:p>{text}</text:p></table:table-cell>'

    head = "<table:table-row>" + "".join(cell(name) for name in ("Nr", "Aktivitet", "Mål", "Ansvar")) + "</table:table-row>"
    body = "".join("<table:table-row>" + cell(row + 1) + "".join(cell(" ".join(deal.choices(WORDS, k=count))) for count in (8, 6, 3)) + "</table:table-row>" for row in range(rows))
    return f'<table:table table:name="Plan"><table:table-column table:number-columns-repeated="4"/><table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>'


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (("paper", paper), ("form", form), ("table", table)):
        source = folder / f"{name}.fodt"
        source.write_text(HEAD + make(random.Random(7)) + TAIL, encoding="utf-8")
        subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)], check=True)


if __name__ == "__main__":
    main()
