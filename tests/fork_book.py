"""A handbook of another country: in Lao, half translated into English, made from this repository.

What stands in tests/fork/ replaces docs/ and quizzes/; everything else is the repository's own file.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from small_book import PROJECT, Built, files_of, page

HERE = PROJECT / "tests/fork"
KEPT = ("hooks", "overrides")
LAO = range(0x0E81, 0x0EE0)
SPACE = 0x20  # taken from the font of the letters around it
_VIETNAMS = re.compile(r"^(?:country|facts)-(?!world)\w{2}: .*\n", re.MULTILINE)
_LAOS = "country-la: In Laos\nfacts-la: In Laos\n"
_GAP = re.compile(r"\{\w*\}")
_NAME = "site_name: Bình dân học vụ số\n"
_LANGUAGES = re.compile(r"^( +)- \{locale: vi, .*\n(?: +- \{locale: .*\n)+", re.MULTILINE)


class Fork:
    """The handbook in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in KEPT:
            (folder / name).symlink_to(PROJECT / name)
        self.write("mkdocs.yml", _settings())
        for path, text in files_of((HERE / "handbook.txt").read_text(encoding="utf-8")).items():
            self.write(path, text)
        pages = yaml.safe_load((HERE / "pages.yml").read_text(encoding="utf-8"))
        for key, (title, body) in pages.items():
            self.write(f"docs/lo/{key}.md", page(title, f"{body}\n"))
        english = (PROJECT / "docs/data/strings/en.yml").read_text(encoding="utf-8")
        english = _VIETNAMS.sub("", english).replace("Vietnamese", "Lao") + _LAOS
        english = english.replace("Popular Digital Education", "Digital Skills")
        self.write("docs/data/strings/en.yml", english)
        self.write("docs/data/strings/lo.yml", _lao(yaml.load(english, yaml.BaseLoader)))

    def write(self, path: str, text: str) -> None:
        """Write one file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def add_font(self) -> None:
        """Put a font into the place for fonts: its Lao letters are boxes, each with its own width."""
        folder = self.folder / "docs/data/fonts"
        folder.mkdir(parents=True)
        for face in ("Regular", "Bold"):
            _font(folder / f"Boxes-{face}.ttf", face)

    def build(self) -> Built:
        """A real, strict build, at the address https://learn.example/."""
        given = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://learn.example/", "HANDBOOK_SAY": "en"}
        code, output = self._run("mkdocs", "build", "--strict", **given)
        return Built(code, output, self.folder / "site")

    def handbook(self, *arguments: str) -> tuple[int, str]:
        """Exit code and output of `python -m handbook …`, which speaks English."""
        return self._run("handbook", *arguments, PYTHONPATH=str(PROJECT / "hooks"), HANDBOOK_SAY="en")

    def _run(self, module: str, *arguments: str, **given: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder, env={**os.environ, **given}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr


def _settings() -> str:
    """The repository's settings with another name and other languages."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    assert _NAME in text
    found = _LANGUAGES.search(text)
    assert found
    lines = ["- {locale: lo, name: ລາວ, default: true}", "- {locale: en, name: English}"]
    languages = "".join(f"{found[1]}{line}\n" for line in lines)
    return _LANGUAGES.sub(languages, text).replace(_NAME, "site_name: ຄວາມຮູ້ດິຈິຕອນ\n")


def _lao(names: dict[str, str]) -> str:
    """A word for every name: Lao where tests/fork/words.yml has it, else of no meaning, with its gaps."""
    known = yaml.load((HERE / "words.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    words = {
        name: known.get(name) or " ".join(["ຄຳ", *_GAP.findall(english)])
        for name, english in names.items()
    }
    return "".join(f'"{name}": "{word}"\n' for name, word in words.items())


def _font(file: Path, face: str) -> None:
    signs = {code: f"lao{code:04X}" for code in (SPACE, *LAO)}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *signs.values()])
    builder.setupCharacterMap(signs)
    widths = {".notdef": 500} | {name: 400 + 2 * n for n, name in enumerate(signs.values())}
    builder.setupGlyf({name: _box(width) for name, width in widths.items()})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=1000, descent=-300)
    builder.setupNameTable({"familyName": "Boxes", "styleName": face})
    builder.setupOS2(usWeightClass=700 if face == "Bold" else 400)
    builder.setupPost()
    builder.save(file)


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 600), (width - 50, 600), (width - 50, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
