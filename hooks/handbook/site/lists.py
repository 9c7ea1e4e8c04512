"""What pages show of data: the glossary, every fact with its sources."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from handbook.book import Book
from handbook.contact import block, known_of, sentences
from handbook.dates import spoken_date
from handbook.facts import Fact, Source
from handbook.glossary import Term
from handbook.strings import Strings


def glossary_list(book: Book, locale: str) -> str:
    """Every term in alphabetical order: its definition and its words in the other languages."""
    entries = [_entry(term, book, locale) for term in book.glossary.sorted_for(locale)]
    return block(f'<dl class="glossary">{"".join(entries)}</dl>')


def _entry(term: Term, book: Book, locale: str) -> str:
    word = term.words[locale]
    others = " · ".join(
        f'<span lang="{other}">{html.escape(term.words[other].term, quote=False)}</span>'
        for other in book.languages
        if other != locale
    )
    definition = html.escape(word.definition, quote=False)
    return (
        f'<dt id="{term.id}">{html.escape(word.term, quote=False)}</dt>'
        f'<dd>{definition}<br><span class="others">{others}</span></dd>'
    )


def facts_list(book: Book, locale: str) -> str:
    """Every fact by country: what it is, its value, its sources and the dates that a reader needs."""
    words = book.strings[locale]
    parts = []
    for country in words.countries("facts"):
        facts = sorted(
            (fact for fact in book.facts.values() if fact.country == country),
            key=lambda fact: fact.about[locale].casefold(),
        )
        if facts:
            title = f'<h2 id="facts-{country}">{html.escape(words[f"facts-{country}"])}</h2>'
            parts += [title, f'<ul class="facts">{"".join(_facts(facts, words, locale))}</ul>']
    return block("".join(parts))


def _facts(facts: Iterable[Fact], words: Strings, locale: str) -> Iterator[str]:
    for fact in facts:
        about = html.escape(fact.about[locale], quote=False)
        small = f"{_dates(fact, words, locale)} {_sources(fact, words, locale)}"
        yield (
            f'<li id="{fact.id}"><strong>{about}</strong>: {fact.html(locale)}'
            f'<br><span class="dates">{small}</span></li>'
        )


def _dates(fact: Fact, words: Strings, locale: str) -> str:
    review = words.fill("fact-review", date=spoken_date(fact.review_by, locale))
    return html.escape(sentences([*known_of(fact, words, locale, "fact-seen"), review]), quote=False)


def _sources(fact: Fact, words: Strings, locale: str) -> str:
    return " · ".join(_source(source, words, locale) for source in fact.sources)


def _source(source: Source, words: Strings, locale: str) -> str:
    title = html.escape(source.title, quote=False)
    date = spoken_date(source.date, locale) if source.date else words["source-undated"]
    return f'<a href="{html.escape(source.url)}" rel="noreferrer">{title}</a> ({date})'
