"""What paper needs from around a quiz."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.facts import Fact
from handbook.quiz.markup import inline
from handbook.strings import Strings

_SIGNS = re.compile(r"[✓✗◐⚠■→☐]\s*")


@dataclass(frozen=True)
class PaperContext:
    """`locale`: language of the texts.

    `link`: from `page#heading` of the item's module to (address in the PDF or on the web, title).
    """

    locale: str
    words: Strings
    facts: Map[str, Fact]
    link: Callable[[str], tuple[str, str]]

    def html(self, text: str) -> str:
        """An author's text as HTML: escaped, with bold words and facts."""
        return inline(text, self.locale, self.facts)


def without_signs(words: str) -> str:
    """Words of the page without the signs that the font of the paper lacks; words say the same."""
    return _SIGNS.sub("", words)
