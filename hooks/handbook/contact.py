"""A contact to call, as every output shows it: what for, and how much its number can be trusted."""

from __future__ import annotations

import html
from collections.abc import Iterable

from handbook.dates import spoken_date
from handbook.facts import Fact
from handbook.strings import Strings


def call_line(fact: Fact, words: Strings, locale: str) -> str:
    """A contact as a line of its own: what to call, for what, and how much its number can be trusted."""
    about = html.escape(sentence(fact.about[locale]), quote=False)
    dates = html.escape(sentences(known_of(fact, words, locale, "call-seen")), quote=False)
    return block(
        f'<p class="call"><strong>{fact.html(locale)}</strong>'
        f' <span>{about}. <span class="dates">{dates}</span></span></p>'
    )


def known_of(fact: Fact, words: Strings, locale: str, seen: str) -> list[str]:
    """How old the newest source is; of a contact also whether a person has tried it.

    `seen`: name of the words for the date.
    """
    told = [words.fill(seen, date=spoken_date(fact.seen, locale))] if fact.seen else []
    return [*told, contact_tested(fact, words, locale)] if fact.kind == "contact" else told


def contact_tested(fact: Fact, words: Strings, locale: str) -> str:
    """Whether a person has tried a contact, and when."""
    if not fact.tested:
        return words["contact-untested"]
    return words.fill("contact-tested", date=spoken_date(fact.tested, locale))


def sentences(parts: Iterable[str]) -> str:
    """Parts as sentences of their own."""
    return " ".join(f"{sentence(part)}." for part in parts)


def sentence(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def block(inside: str) -> str:
    """HTML that Markdown hands on as it is."""
    return f"\n<div>{inside}</div>\n"
