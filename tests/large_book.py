"""A generated handbook of many pages, to see how time and size grow."""

from __future__ import annotations

import itertools
from pathlib import Path

from small_book import LANGUAGES, SMALL, SmallBook, files_of

LESSONS = 10
"""Pages of a module, its landing page among them."""

_WORDS = {
    "vi": "người dân mở điện thoại đọc tin nhắn rồi gọi ngân hàng kiểm tra bằng đường khác trước khi bấm",
    "fr": "chaque personne ouvre le téléphone lit le message puis appelle la banque avant de toucher au lien",
    "en": "people open the phone read the message then call the bank and check another way before they tap",
}
_MODULE = """  - code: L{number:02}
    slug: module-{number}
    kind: compulsory
    minutes: 20
    digcomp: [4.1]
    pages: [{pages}]
    title:
      vi: Bài {number}
      fr: Module {number}
      en: Module {number}
"""
_PAGE = """---
title: {title}
description: {words}.
updated: 2026-11-22
sources: [hotline]
---
{paragraph}

/// story | {words} {{#story}}
{paragraph}
///

/// do | {words} {{#do}}
1. {sentence}
2. {sentence}
3. {sentence}
///

| A | B |
|---|---|
| {words} | {number} |
| {words} | {{{{ fact hotline }}}} |

/// why | {words} {{#why}}
{paragraph}

{paragraph}
///

/// happened | {words} {{#happened}}
1. {sentence}
2. {sentence}
///

/// try | {words} {{#try}}
{paragraph}
///
"""


def write_large_book(folder: Path, pages: int) -> SmallBook:
    """A handbook with `pages` pages a language (a multiple of LESSONS) below `folder`."""
    book = SmallBook(folder)
    programme = files_of(SMALL)["docs/data/programme.yml"]
    for number in range(1, pages // LESSONS + 1):
        slugs = [f"lesson-{lesson}" for lesson in range(1, LESSONS)]
        programme += _MODULE.format(number=number, pages=", ".join(slugs))
        for locale, slug in itertools.product(LANGUAGES, ["index", *slugs]):
            book.write(f"docs/{locale}/module-{number}/{slug}.md", _page(locale, number, slug))
    book.write("docs/data/programme.yml", programme)
    return book


def _page(locale: str, number: int, slug: str) -> str:
    """About 800 words that differ from page to page."""
    words = _WORDS[locale].split()
    turn = (number * 7 + len(slug) * 3 + sum(map(ord, slug))) % len(words)
    turned = words[turn:] + words[:turn]
    sentence = f"{' '.join(turned[:12]).capitalize()} {number} {slug}."
    paragraph = " ".join(
        f"{' '.join(turned[step:] + turned[:step]).capitalize()} {number}." for step in range(8)
    )
    return _PAGE.format(
        title=f"{turned[0].capitalize()} {number} {slug}",
        words=" ".join(turned[:4]).capitalize(),
        sentence=sentence,
        paragraph=paragraph,
        number=number,
    )
