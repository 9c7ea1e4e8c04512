"""The programme as an ES module: its rule, its modules and the words that the learner's pages say."""

from __future__ import annotations

from collections.abc import Callable

from handbook.addresses import Addresses
from handbook.book import Book, module_keys
from handbook.compiled import Compiled, compiled
from handbook.journey.items import ItemFiles
from handbook.programme import Module

PAGES = ("progress", "certificate", "verify", "today", "booster", "seven-days")
"""Keys of the learner's own pages."""
_SPOKEN = ("my-", "guide-", "carry-", "cert-", "verify-", "again-", "week-")
"""How the names of the words begin that the scripts of these pages say."""
_ALSO_SPOKEN = ("not-saved", "later-record", "compulsory", "optional")


def compile_journey(
    book: Book, locale: str, addresses: Addresses, items: ItemFiles, polish: Callable[[str], str]
) -> Compiled:
    """The journey in one language. Addresses are relative to the site's root.

    `items`: those that can come back. `polish` sets the language's spaces.
    """
    programme, words = book.programme, book.strings[locale]
    data = {
        "lang": locale,
        "version": programme.version,
        "pass": programme.pass_mark,
        "compulsory": sum(module.kind == "compulsory" for module in programme.modules),
        "optional": programme.optional_needed,
        "modules": [_module(book, locale, addresses, module, polish) for module in programme.published],
        "tracks": {name: polish(track.name[locale]) for name, track in programme.tracks.items()},
        "pages": {key: addresses.path(locale, key) for key in PAGES},
        "items": items.index.path,
        "gone": items.gone,
        "words": {
            name: polish(text)
            for name, text in words.items()
            if name.startswith(_SPOKEN) or name in _ALSO_SPOKEN
        },
    }
    return compiled("journey", data, f"assets/journey/{locale}")


def _module(
    book: Book, locale: str, addresses: Addresses, module: Module, polish: Callable[[str], str]
) -> dict[str, object]:
    """What the scripts need of one module. `draw`: how many items a learner meets."""
    keys = module_keys(module)
    quiz = book.quizzes.get(module.slug)
    asked = quiz.asked_in(locale) if quiz else ()
    known: dict[str, object] = {
        "slug": module.slug,
        "code": module.code,
        "kind": module.kind,
        "title": polish(module.title[locale]),
        "minutes": module.minutes,
        "tracks": module.tracks,
        "href": addresses.path(locale, keys[0]),
        "draw": min(quiz.draw or len(asked), len(asked)) if quiz else 0,
    }
    if quiz_key := next((key for key in keys if key.endswith("/quiz")), ""):
        known["quiz"] = addresses.path(locale, quiz_key)
    if why := module.why.get(locale):
        known["why"] = polish(why)
    return known
