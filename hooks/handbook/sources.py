"""What a page rests on: its facts, gathered by the sources that they share."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.contact import contact_tested
from handbook.dates import spoken_date
from handbook.facts import Fact, Source
from handbook.strings import Strings


@dataclass(frozen=True)
class Note:
    """Facts in words, with the sources that they share: (title, address, date) each."""

    sources: tuple[tuple[str, str, str], ...]
    facts: tuple[str, ...]


def notes_on(
    names: Iterable[str], facts: Map[str, Fact], words: Strings, locale: str
) -> tuple[Note, ...]:
    """The facts `names` in one language, gathered by source: many rest on the same one."""
    gathered: dict[tuple[Source, ...], list[str]] = {}
    for name in names:
        fact = facts[name]
        gathered.setdefault(fact.sources, []).append(_told(fact, words, locale))
    return tuple(
        Note(
            tuple((source.title, source.url, spoken_date(source.date, locale)) for source in sources),
            tuple(facts_told),
        )
        for sources, facts_told in gathered.items()
    )


def _told(fact: Fact, words: Strings, locale: str) -> str:
    """A fact in one line; a contact says whether a person has tried it."""
    if fact.kind != "contact":
        return fact.about[locale]
    tested = contact_tested(fact, words, locale)
    return f"{fact.value[locale]} – {fact.about[locale]} ({tested})"
