"""The new tricks as their page shows them."""

from __future__ import annotations

import html
from collections.abc import Callable

from handbook.book import Book
from handbook.contact import block
from handbook.dates import spoken_date
from handbook.facts import Source
from handbook.strings import Strings
from handbook.tricks import Trick


def trick_list(book: Book, locale: str, link: Callable[[str], tuple[str, str]], feed: str) -> str:
    """Every trick, newest first: when it was seen, what people see, what stops it, where to learn more.

    `link`: address of a page or heading, and title of the page. `feed`: its address; empty for none.
    """
    words = book.strings[locale]
    entries = [_entry(trick, book, locale, link(trick.see)) for trick in book.tricks]
    follow = f'<p><a href="{feed}">{html.escape(words["follow-tricks"], quote=False)}</a></p>'
    return block("".join(entries) + (follow if feed else ""))


def sources_of(trick: Trick, book: Book) -> tuple[Source, ...]:
    """The sources of a trick's facts, each address once."""
    found: dict[str, Source] = {}
    for name, _ in trick.facts:
        for source in book.facts[name].sources:
            found.setdefault(source.url, source)
    return tuple(found.values())


def stopped_by(trick: Trick, words: Strings, locale: str) -> str:
    """The one check that stops a trick, as HTML."""
    stop = html.escape(trick.told[locale].stop, quote=False)
    return f"<strong>{html.escape(words['trick-stop'], quote=False)}</strong> {stop}"


def _entry(trick: Trick, book: Book, locale: str, to: tuple[str, str]) -> str:
    words, told = book.strings[locale], trick.told[locale]
    seen = words.fill("trick-seen", date=spoken_date(trick.date, locale))
    title, text, page = (html.escape(part, quote=False) for part in (told.title, told.text, to[1]))
    learn, rests = (html.escape(words[name], quote=False) for name in ("trick-learn", "trick-sources"))
    sources = " · ".join(_source(source, words, locale) for source in sources_of(trick, book))
    return (
        f'<section><h2 id="{trick.id}">{title}</h2>'
        f'<p class="dates"><time datetime="{trick.date}">{seen}</time></p>'
        f'<p>{text}</p><p class="stop">{stopped_by(trick, words, locale)}</p>'
        f'<p>{learn} <a href="{to[0]}">{page}</a></p>'
        f'<p class="dates">{rests} {sources}</p></section>'
    )


def _source(source: Source, words: Strings, locale: str) -> str:
    """Who wrote it and when; the whole title stands in the list of facts."""
    who = html.escape(source.title.partition(",")[0], quote=False)
    date = spoken_date(source.date, locale) if source.date else words["source-undated"]
    return f'<a href="{html.escape(source.url)}" rel="noreferrer">{who}</a> ({date})'
