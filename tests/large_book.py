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
    pages: [{pages}, quiz]
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

![{words}](../../assets/img/lock.svg)

/// story | {words} {{#story}}
{paragraph}
///

/// do | {words} {{#do}}
1. {sentence}
2. [{words}](lesson-{near}.md#try)
3. [{words}](../modules.md)
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

_QUIZ = """---
title: {words} {number}
description: {words}.
updated: 2026-11-22
---
{words}.

{{{{ quiz module-{number} }}}}
"""
_ITEM = """  - id: item-{item}
    type: single
    key: {key}
    see: lesson-{lesson}#try
"""
_TEXTS = """    {locale}:
      stem: {words} {item}.
      options:
        a: {first} 1
        b: {first} 2
        c: {first} 3
      feedback:
        a: {sentence}
        b: {sentence}
        c: {sentence}
"""
ITEMS = 6
"""Questions of a module."""


def write_large_book(folder: Path, pages: int, items: int = ITEMS) -> SmallBook:
    """A handbook with `pages` pages a language (a multiple of LESSONS) below `folder`.

    Every module has a quiz of `items` questions; nothing in it is wrong.
    """
    book = SmallBook(folder)
    programme = files_of(SMALL)["docs/data/programme.yml"]
    book.write(
        "docs/assets/img/lock.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n'
    )
    for number in range(1, pages // LESSONS + 1):
        slugs = [f"lesson-{lesson}" for lesson in range(1, LESSONS - 1)]
        programme += _MODULE.format(number=number, pages=", ".join(slugs))
        book.write(f"quizzes/module-{number}.yml", _quiz(number, items))
        for locale, slug in itertools.product(LANGUAGES, ["index", *slugs]):
            book.write(f"docs/{locale}/module-{number}/{slug}.md", _page(locale, number, slug))
        for locale in LANGUAGES:
            quiz = _QUIZ.format(words=_words(locale, 0, 4), number=number)
            book.write(f"docs/{locale}/module-{number}/quiz.md", quiz)
    book.write("docs/data/programme.yml", programme)
    book.stamp()
    book.number_items()
    return book


def _words(locale: str, start: int, count: int) -> str:
    words = _WORDS[locale].split()
    return " ".join((words * 2)[start : start + count]).capitalize()


def _quiz(number: int, items: int) -> str:
    parts = ["items:\n"]
    for item in range(1, items + 1):
        parts.append(
            _ITEM.format(
                item=item, lesson=(item - 1) % (LESSONS - 2) + 1, key="abc"[(number + item) % 3]
            )
        )
        for locale in LANGUAGES:
            words, first = _words(locale, item, 9), _words(locale, item + 3, 4)
            sentence = f"{_words(locale, item, 14)}."
            parts.append(
                _TEXTS.format(locale=locale, item=item, words=words, first=first, sentence=sentence)
            )
    return "".join(parts)


def _page(locale: str, number: int, slug: str) -> str:
    """About 800 words that differ from page to page."""
    words = _WORDS[locale].split()
    turn = (number * 7 + len(slug) * 3 + sum(map(ord, slug))) % len(words)
    turned = words[turn:] + words[:turn]
    sentence = f"{' '.join(turned[:12]).capitalize()} {number} {slug}."
    sentences = [
        f"{' '.join(turned[step:] + turned[:step]).capitalize()} {number}." for step in range(8)
    ]
    paragraph = "\n\n".join(" ".join(sentences[start : start + 3]) for start in (0, 3, 6))
    return _PAGE.format(
        title=f"{turned[0].capitalize()} {number} {slug}",
        words=" ".join(turned[:4]).capitalize(),
        sentence=sentence,
        paragraph=paragraph,
        number=number,
        near=number % (LESSONS - 2) + 1,
    )
