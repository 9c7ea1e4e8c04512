"""The new tricks as their page shows them."""

from __future__ import annotations

import html
from collections.abc import Callable

from handbook.book import Book
from handbook.dates import spoken_date
from handbook.facts import Source
from handbook.site.lists import block, source_line
from handbook.strings import Strings
from handbook.tricks import Trick


def trick_list(book: Book, locale: str, link: Callable[[str], tuple[str, str]], feed: str) -> str:
    """Every trick, newest first: when it was seen, what people see, what stops it, where to learn more.

    `link`: address and title of a page or heading. `feed`: address of the feed; empty for none.
    """
    words = book.strings[locale]
    entries = [_entry(trick, book, locale, link(trick.see)) for trick in book.tricks]
    follow = f'<p><a href="{feed}">{html.escape(words["follow-tricks"], quote=False)}</a></p>'
    return block("".join(entries) + (follow if feed else ""))


def sources_of(trick: Trick, book: Book) -> tuple[Source, ...]:
    """The sources of a trick's facts, each address once."""
    sources = [source for name, _ in trick.facts for source in book.facts[name].sources]
    return tuple({source.url: source for source in reversed(sources)}.values())[::-1]


def stopped_by(trick: Trick, words: Strings, locale: str) -> str:
    """The one check that stops a trick, as HTML."""
    stop = html.escape(trick.told[locale].stop, quote=False)
    return f"<strong>{html.escape(words['trick-stop'], quote=False)}</strong> {stop}"


def _entry(trick: Trick, book: Book, locale: str, to: tuple[str, str]) -> str:
    words, told = book.strings[locale], trick.told[locale]
    seen = words.fill("trick-seen", date=spoken_date(trick.date, locale))
    title, text, lesson = (html.escape(part, quote=False) for part in (told.title, told.text, to[1]))
    sources = " · ".join(source_line(source, words, locale) for source in sources_of(trick, book))
    return (
        f'<section><h2 id="{trick.id}">{title}</h2>'
        f'<p class="dates"><time datetime="{trick.date}">{seen}</time></p>'
        f"<p>{text}</p><p>{stopped_by(trick, words, locale)}</p>"
        f'<p><a href="{to[0]}">{lesson}</a></p><p class="dates">{sources}</p></section>'
    )
