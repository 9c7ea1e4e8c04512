"""What a live preview remembers between builds, so that only the edited page is made anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

Page = tuple[str, str]
"""(site language, key)"""


@dataclass
class Memory:
    """The HTML of each page's text, with the Markdown from which it was made.

    Turning Markdown into HTML takes more than half of a build. The text that is compared has every
    block, fact, term and quiz written out already, so whatever changes in them changes it too.
    """

    known: dict[Page, tuple[str, str]] = field(default_factory=dict)
    awaited: dict[Page, str] = field(default_factory=dict)
    code: float = 0
    pages: tuple[object, ...] = ()

    def open(self, pages: tuple[object, ...]) -> None:
        """Begin a build; `pages` names those of the book. Links may lead elsewhere when it changes."""
        if pages != self.pages:
            self.known.clear()
        self.pages = pages
        self.awaited.clear()

    def code_changed(self, hooks: Path) -> bool:
        """Whether the generator's own code below `hooks` is newer than when it was loaded."""
        newest = max(
            file.stat().st_mtime for file in hooks.rglob("*.*") if "__pycache__" not in file.parts
        )
        self.code = self.code or newest
        return newest > self.code

    def remembers(self, page: Page, markdown: str) -> bool:
        """Whether the HTML of this text is known; else it is awaited."""
        known = self.known.get(page)
        if known is not None and known[0] == markdown:
            return True
        self.awaited[page] = markdown
        return False

    def html(self, page: Page, html: str) -> str:
        """The HTML to show: `html` when it was made now, what is remembered otherwise."""
        markdown = self.awaited.pop(page, None)
        if markdown is not None:
            self.known[page] = (markdown, html)
        return self.known[page][1] if page in self.known else html
