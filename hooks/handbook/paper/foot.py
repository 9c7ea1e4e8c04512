"""What stands on every sheet: module, page n / N, version, address and the QR code back to the page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from handbook.dates import spoken_date
from handbook.pages.page import Page
from handbook.paper.imprint import Imprint, typed
from handbook.strings import Strings
from handbook.typography import polish

_GAP = re.compile(r"\{(n|of)\}")
_WANTED = re.compile(r'href="#([^"]+)"')
_ID = re.compile(r' id="([^"]+)"')
"""Only what a link leads to keeps its id: each costs a place in a list of the PDF."""
_COUNTER = {"n": "counter(page)", "of": "counter(pages)"}


@dataclass(frozen=True)
class Foot:
    """`words`: of the site language `locale`. `title`: of the module or the sheet."""

    imprint: Imprint
    words: Strings
    locale: str
    title: str

    def of(self, page: Page, fragment: str = "") -> str:
        """The foot of the sheets on which a page begins, as HTML; it is moved below the text."""
        address = self.imprint.address(self.locale, page.key, fragment)
        date = spoken_date(page.updated, self.locale)
        version = self.words.fill("paper-version", version=self.imprint.version, date=date)
        alt = self.words.fill("paper-qr", address=typed(address))
        return (
            f'<div class="foot"><img class="qr" src="qr:{html.escape(address)}"'
            f' alt="{html.escape(alt)}"/>'
            f'<p class="foot-title">{text(self.title)}</p>'
            f"<p>{text(version)}<br/>{text(typed(address))}</p></div>"
        )


def document(title: str, locale: str, words: Strings, body: str, kind: str) -> str:
    """A whole document; `kind` names it for the stylesheet."""
    page = f"{words['site-name']} – {title}"
    wanted = set(_WANTED.findall(body))
    body = _ID.sub(lambda found: found[0] if found[1] in wanted else "", body)
    return (
        f'<!doctype html><html lang="{locale}"><head><meta charset="utf-8">'
        f"<title>{text(polish(page, locale))}</title>"
        f'<meta name="author" content="{html.escape(words["site-name"])}">'
        f"<style>@page {{ @bottom-right {{ content: {_page_of(words['paper-page'])} }} }}</style></head>"
        f'<body class="{kind}">{polish(body, locale)}</body></html>'
    )


def text(words: str) -> str:
    """Words as HTML."""
    return html.escape(words, quote=False)


def _page_of(words: str) -> str:
    """`Page {n} / {of}` as a stylesheet says it."""
    parts = _GAP.split(words)
    quoted = [_COUNTER[part] if index % 2 else f'"{part}"' for index, part in enumerate(parts) if part]
    return " ".join(quoted)
