"""Which text of the source a translation was made from: one short digest a section.

A digest of the text, and no date and no commit: it survives a shallow clone, a download, a squashed
merge and a moved file, a corrected comma in the translation does not make it fresh, and it says which
section changed.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Mapping as Map

from handbook.pages.page import Page
from handbook.pages.section import sections_of
from handbook.pages.translation import DIGITS

TITLE = "_title"
"""Title and description. The underscore keeps it apart from every heading's id."""
START = "_start"
"""The text before the first heading."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NUMBER = re.compile(r"^\s*\d+[.)](?=\s)", re.MULTILINE)
_BULLET = re.compile(r"^\s*[*+](?=\s)", re.MULTILINE)
_DASHES = re.compile(r"-{4,}")


def stale_sections(source: Page, translation: Page) -> tuple[str, ...] | None:
    """Sections of `source` that changed, came or went since `translation` was stamped.

    Ids of headings in the order of the source, gone ones last; TITLE and START are no headings.
    () when the translation is current, None when it was never stamped.
    """
    if translation.translation is None:
        return None
    now, then = digests_of(source), translation.translation.sections
    changed = [name for name, digest in now.items() if then.get(name) != digest]
    return (*changed, *(name for name in then if name not in now))


def shown(section: str) -> str:
    """How a section is named to an editor."""
    return {TITLE: "title", START: "start"}.get(section, f"#{section}")


@functools.lru_cache(maxsize=4096)
def digests_of(page: Page) -> Map[str, str]:
    """Digest of each section by its id, TITLE and START first; the same text has the same digests.

    Layout does not count: spaces, empty and broken lines, numbers and signs of lists, comments.
    """
    digests = {TITLE: _digest(f"{page.title}\n{page.description}")}
    for section in sections_of(page):
        digests[section.id or START] = _digest("\n".join(text for _, text in section.lines))
    return digests


def _digest(text: str) -> str:
    text = _NUMBER.sub("1.", _BULLET.sub("-", _COMMENT.sub("", text)))
    text = _DASHES.sub("---", unicodedata.normalize("NFC", text))
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:DIGITS]
