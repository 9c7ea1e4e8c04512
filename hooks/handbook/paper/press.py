"""The press: HTML of our own becomes a tagged PDF, the same bytes from the same text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration

from handbook.fonts import Family, families_of
from handbook.paper.booklet import folded
from handbook.paper.resources import Resources
from handbook.paper.slim import slim

STYLE = Path(__file__).parent / "style"
_HERE = "paper:"
_OURS = re.compile(r'(?<!font-family: )"Handbook"')


class Spoiled(Exception):  # noqa: N818 (printers' word)
    """A sheet that would not be what was written: the typesetter left something out."""


@dataclass(frozen=True)
class Print:
    """What is to be typeset. `styles`: names of stylesheets, in order. `folded`: A5, side by side."""

    html: str
    styles: tuple[str, ...]
    folded: bool = False


class _Complaints(logging.Handler):
    """Keeps what the typesetter only mumbles."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning or an error."""
        self.heard.append(record.getMessage())


@contextmanager
def _no_loss() -> Iterator[None]:
    """Whatever the typesetter complains of would be missing on paper."""
    complaints = _Complaints()
    LOGGER.addHandler(complaints)
    try:
        yield
    finally:
        LOGGER.removeHandler(complaints)
    if complaints.heard:
        raise Spoiled("; ".join(dict.fromkeys(complaints.heard)))


def typeset(what: Print, project: Path) -> Document:
    """The laid out pages. Raises Refused for what cannot be loaded, Spoiled for what would be lost."""
    resources, fonts, families = Resources(project), FontConfiguration(), families_of(project)

    def style(name: str) -> CSS:
        text = with_families((STYLE / f"{name}.css").read_text(encoding="utf-8"), families)
        return CSS(string=text, base_url=_HERE, url_fetcher=resources, font_config=fonts)

    with _no_loss():
        source = HTML(string=what.html, base_url=_HERE, url_fetcher=resources)
        styles = [*map(style, what.styles)]
        return source.render(font_config=fonts, stylesheets=styles, **_variant(what))


def with_families(style: str, families: tuple[Family, ...]) -> str:
    """A stylesheet in which the added families stand behind our own, for the letters that it lacks."""
    names = ", ".join(f'"{family.name}"' for family in families)
    faces = "".join(
        f'@font-face {{ font-family: "{family.name}"; font-weight: {weight};'
        f" src: url(added:{file.name}); }}\n"
        for family in families[1:]
        for weight, file in ((400, family.regular), (700, family.bold))
    )
    return faces + _OURS.sub(names, style) if len(families) > 1 and _OURS.search(style) else style


def _variant(what: Print) -> dict[str, Any]:
    """A booklet is for the eye alone: putting pages side by side would break their tags."""
    return {} if what.folded else {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


def press(what: Print, project: Path) -> bytes:
    """The PDF: PDF/UA-1, tagged, with title, language and outline; a booklet is ready to be folded."""
    return finished(typeset(what, project), what)


def finished(document: Document, what: Print) -> bytes:
    """The PDF of pages that were laid out from `what`."""
    with _no_loss():
        pdf: bytes = document.write_pdf(finisher=_finish, **_variant(what))
    return folded(pdf) if what.folded else pdf


def _finish(_document: Document, pdf: pydyf.PDF) -> None:
    """Headers of tables say that they head a column: WeasyPrint 70 only lists them with each cell."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("S") == "/TH":
            thing["A"]["Scope"] = "/Column"
    slim(pdf)
