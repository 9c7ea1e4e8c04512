"""The pages of a module put into one: the built articles, with every address and id made to fit."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

_ARTICLE = re.compile(r"<article\b([^>]*)>(.*)</article>", re.DOTALL)
_DROPPED = re.compile(
    r'<button class="button button-quiet listen".*?</button>|\sloading="?lazy"?'
    r'|\sdata-(?:quiz|journey|types|worksheet)="[^"]*"',
    re.DOTALL,
)
"""What needs the site."""
_WHY = re.compile(r'<p class="why">.*?</p>', re.DOTALL)
"""Reasons behind each option; they stand below each question as well. A place is kept, since an
option moves with its reason."""
_BREAK = re.compile(
    r"\n(</?(?:article|aside|d[dlt]|details|div|fieldset|figure|form|h[1-6]|legend|li|ol|p|section|summary"
    r"|table|tbody|thead|tr|ul)\b)"
)
"""A break before an element that begins a line anyway."""
_HEADING = re.compile(r"(</?h)([1-5])\b")
_ID = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)(")')
_TERM = re.compile(r'<a class="term" href="[^"]*" data-note="([^"]*)">(.*?)</a>', re.DOTALL)
_HREF = re.compile(r'(\shref=")([^"]*)(")')
_PICTURE = re.compile(r'(<img\b[^>]*\ssrc=")([^"]+)(")')
_SAFE = " ='/:;,.-()<>!*+?@$&[]{}|^~`"
"""What may stand unescaped in a data address between double quotes."""


@dataclass
class Chapter:
    """`folders`: folder of each page on the site (`fr/scams/four-pressures`) by its slug here, in order.

    `site_url`: address of the living site, for whatever is not in this file. `terms`: words that the
    pages explain, with their notes, filled while pages are taken.
    """

    site_dir: Path
    site_url: str
    folders: Map[str, str]
    terms: dict[str, str] = field(default_factory=dict)

    def page(self, slug: str) -> str:
        """The article of a page, ready to stand among others; a heading is one step lower."""
        folder = self.folders[slug]
        text = (self.site_dir / folder / "index.html").read_text(encoding="utf-8")
        match = _ARTICLE.search(text)
        if match is None:
            raise ValueError(f"{folder}/index.html has no article")
        body = _WHY.sub("<i></i>", _DROPPED.sub("", match[2]))
        body = _TERM.sub(self._term, body)
        body = _ID.sub(partial(self._id, slug), body)
        body = _HREF.sub(partial(self._href, slug), body)
        body = _PICTURE.sub(partial(self._picture, folder), body)
        body = re.sub(r">\s*\n\s*<", ">\n<", body)
        body = _BREAK.sub(r"\1", body)
        return f"<article{match[1]}>{body.strip()}</article>"

    def lower(self, article: str) -> str:
        """The same with headings one step lower: there is one title above all."""
        return _HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", article)

    def glossary(self) -> str:
        """The words that the pages explain, as list entries."""
        rows = (
            f'<dt id="{self._name(word)}">{word}</dt><dd>{note}</dd>'
            for word, note in self.terms.items()
        )
        return "".join(rows)

    def _term(self, match: re.Match[str]) -> str:
        note, shown = match[1], match[2]
        word = next((word for word, known in self.terms.items() if known == note), shown)
        self.terms.setdefault(word, note)
        return f'<a class="term" href="#{self._name(word)}">{shown}</a>'

    def _name(self, word: str) -> str:
        return f"word-{[*self.terms].index(word) + 1}"

    def _id(self, slug: str, match: re.Match[str]) -> str:
        return match[1] + " ".join(f"{slug}--{name}" for name in match[2].split()) + match[3]

    def _href(self, slug: str, match: re.Match[str]) -> str:
        return match[1] + html.escape(self._target(slug, html.unescape(match[2]))) + match[3]

    def _target(self, slug: str, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or address.startswith("#word-"):
            return address
        folder = self.folders[slug]
        there = posixpath.normpath(posixpath.join(folder, parts.path)) if parts.path else folder
        for other, place in self.folders.items():
            if place == there:
                return f"#{other}--{parts.fragment}" if parts.fragment else f"#{other}"
        path = "" if there == "." else f"{there}/" if parts.path.endswith("/") else there
        return f"{self.site_url}{path}" + (f"#{parts.fragment}" if parts.fragment else "")

    def _picture(self, folder: str, match: re.Match[str]) -> str:
        file = self.site_dir / posixpath.normpath(posixpath.join(folder, match[2]))
        if file.suffix != ".svg":
            raise ValueError(f"{file.name} is no SVG: a one-file chapter holds drawings only")
        drawing = re.sub(r">\s+<", "><", file.read_text(encoding="utf-8").strip())
        escaped = quote(drawing.replace('"', "'"), safe=_SAFE)
        return f"{match[1]}data:image/svg+xml,{escaped}{match[3]}"
