"""PDFs as their readers meet them: words, letters, tags, QR codes."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import zxingcpp
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from handbook.fonts import FACES, HOUSE
from small_book import PROJECT

_WORD = re.compile(r"\w+")


def text_of(file: Path, *options: str) -> str:
    """The text layer in the order of the file, as pdftotext reads it."""
    command = ["pdftotext", "-raw", *options, str(file), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def words_in(text: str) -> list[str]:
    """Words in order, without capitals (NFC)."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def missing_in_order(wanted: Iterable[str], found: Iterable[str]) -> list[str]:
    """The words of `wanted` that do not follow in `found`, other words between them allowed."""
    words = list(found)
    at, missing = 0, []
    for word in wanted:
        try:
            at = words.index(word, at) + 1
        except ValueError:
            missing.append(word)
    return missing


def fonts_of(file: Path) -> list[str]:
    """The names of all fonts, without the mark of a subset."""
    out = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
    return sorted({line.split()[0].rpartition("+")[2] for line in out.splitlines()[2:]})


def wrong_letters(file: Path) -> list[str]:
    """Letters that are drawn as another one than the text layer says: fonts that got mixed up."""
    ours = [TTFont(PROJECT / HOUSE / name) for name in FACES]
    known = {
        (font.getGlyphID(name), chr(sign)) for font in ours for sign, name in font.getBestCmap().items()
    }
    wrong = []
    for page in PdfReader(file).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            pairs = set(_to_unicode(font.get_object()["/ToUnicode"].get_data().decode()))
            wrong += [f"{glyph:04x} {sign}" for glyph, sign in pairs if (glyph, sign) not in known]
    return sorted(set(wrong))


def _to_unicode(cmap: str) -> Iterator[tuple[int, str]]:
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for glyph, signs in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            text = bytes.fromhex(signs).decode("utf-16-be")
            if len(text) == 1:
                yield int(glyph, 16), text


def faults_of(file: Path | bytes) -> list[str]:
    """What keeps a PDF from being read aloud well: a gate of our own before a validator of PDF/UA."""
    reader = PdfReader(io.BytesIO(file) if isinstance(file, bytes) else file)
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    elements = list(elements_of(root.get("/StructTreeRoot")))
    checks = {
        "not tagged": root.get("/MarkInfo", {}).get("/Marked") and elements,
        "no language": root.get("/Lang"),
        "no title": reader.metadata and reader.metadata.title,
        "the window does not show the title": root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"),
        "no outline": reader.outline,
        "no mark of PDF/UA-1": re.search(r'pdfuaid:part(>|=")1\b', metadata),
    }
    faults = [fault for fault, good in checks.items() if not good]
    for element in elements:
        kind = element.get("/S")
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            faults.append("a figure without alt text")
        if kind == "/TH" and "/Scope" not in _attributes(element):
            faults.append("a header without scope")
    return faults


def kinds_of(file: Path) -> list[str]:
    """The kinds of the tags in order."""
    root: Any = PdfReader(file).trailer["/Root"]
    return [str(element.get("/S")).lstrip("/") for element in elements_of(root["/StructTreeRoot"])]


def elements_of(node: Any) -> Iterator[Any]:
    """Every element of a tree of tags, in order."""
    node = node.get_object() if node is not None else {}
    if not isinstance(node, dict):
        return
    if "/S" in node:
        yield node
    kids: Any = node.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from elements_of(kid)


def _attributes(element: Any) -> Any:
    found = element.get("/A", {})
    return found.get_object() if hasattr(found, "get_object") else found


def qr_codes(file: Path, dpi: int = 200) -> list[list[str]]:
    """What a phone reads from each page, printed at a number of dots an inch."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(file), f"{folder}/page"], check=True)
        found = []
        for picture in sorted(Path(folder).glob("page-*.pgm")):
            with Image.open(picture) as page:
                foot = page.crop((0, int(page.height * 0.86), int(page.width * 0.4), page.height))
                found.append([code.text for code in zxingcpp.read_barcodes(foot)])
    return found
