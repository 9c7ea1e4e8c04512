"""Facts: every phone, address, date, fine and figure once, with its source and its dates."""

from __future__ import annotations

import html
from collections.abc import Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.problem import Place, Problems
from handbook.reader import Reader
from handbook.yaml_source import Mapping, Node, Text

SOURCE = "docs/data/facts.yml"
KINDS = ("contact", "rule", "figure")
_SCHEMES = ("https", "http", "tel", "sms", "mailto")


@dataclass(frozen=True)
class Source:
    """Where a fact was read. `date` is YYYY, YYYY-MM, YYYY-MM-DD or empty when undated."""

    title: str
    url: str
    date: str


@dataclass(frozen=True)
class Fact:
    """One fact. `seen`: date of the newest source; `tested`: the day a person tried the contact."""

    id: str
    country: str
    kind: str
    value: Map[str, str]
    about: Map[str, str]
    sources: tuple[Source, ...]
    link: str
    seen: str
    tested: str
    review_by: str
    place: Place
    review_place: Place
    tested_place: Place

    def html(self, locale: str) -> str:
        """The value in one language, as a link when the fact has one."""
        value = html.escape(self.value.get(locale, ""), quote=False)
        if not self.link:
            return value
        return f'<a class="fact" href="{html.escape(self.link)}">{value}</a>'


def read_facts(
    text: str, languages: tuple[str, ...], problems: Problems, countries: Collection[str] = ()
) -> dict[str, Fact]:
    """The facts of `text` (the content of docs/data/facts.yml) by id. `countries`: none allows all."""
    reader = Reader(problems)
    root = reader.document(text, SOURCE)
    facts: dict[str, Fact] = {}
    for node in reader.items(reader.fields(root, required=("facts",)).get("facts") if root else None):
        fact = _fact(node, languages, reader, countries)
        if fact is None:
            continue
        if fact.id in facts:
            line = facts[fact.id].place.line
            problems.add(fact.place, "fact-twice", word=fact.id, line=line)
        else:
            facts[fact.id] = fact
    return facts


def _fact(
    node: Node, languages: tuple[str, ...], reader: Reader, countries: Collection[str]
) -> Fact | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    fields = reader.fields(
        mapping,
        required=("id", "country", "kind", "value", "about", "sources", "seen", "review-by"),
        optional=("link", "tested"),
    )
    fact_id = reader.slug(fields.get("id"))
    kind = reader.choice(fields.get("kind"), KINDS) or ""
    if kind == "contact" and "tested" not in fields:
        reader.problems.add(mapping.place, "contact-untested-key", word=fact_id or "?")
    tested = fields.get("tested")
    return (
        fact_id
        and Fact(
            id=fact_id,
            country=_country(fields.get("country"), reader, countries) or "",
            kind=kind,
            value=_value(fields.get("value"), languages, reader),
            about=reader.per_language(fields.get("about"), languages),
            sources=tuple(_source(item, reader) for item in reader.items(fields.get("sources"))),
            link=_address(fields.get("link"), reader),
            seen=_seen(fields.get("seen"), reader),
            tested=(reader.day(tested) or "") if not _empty(tested) else "",
            review_by=reader.day(fields.get("review-by")) or "",
            place=mapping.place,
            review_place=_place_of(fields, "review-by", mapping),
            tested_place=_place_of(fields, "tested", mapping),
        )
    ) or None


def _country(node: Node | None, reader: Reader, countries: Collection[str]) -> str | None:
    return reader.choice(node, countries) if countries else reader.word(node)


def _place_of(fields: Map[str, Node], name: str, around: Mapping) -> Place:
    return fields[name].place if name in fields else around.place


def _empty(node: Node | None) -> bool:
    return node is None or (isinstance(node, Text) and not node.value)


def _seen(node: Node | None, reader: Reader) -> str:
    """The date, or empty for `undated`: some good sources carry none."""
    if isinstance(node, Text) and node.value == "undated":
        return ""
    return reader.day(node) or ""


def _value(node: Node | None, languages: tuple[str, ...], reader: Reader) -> dict[str, str]:
    """One text for all languages, or one a language."""
    if isinstance(node, Mapping):
        return reader.per_language(node, languages)
    text = reader.text(node)
    return dict.fromkeys(languages, text) if text else {}


def _source(node: Node, reader: Reader) -> Source:
    mapping = reader.mapping(node, node.place)
    fields = reader.fields(mapping, required=("title", "url"), optional=("date",)) if mapping else {}
    return Source(
        title=reader.text(fields.get("title")) or "",
        url=_address(fields.get("url"), reader),
        date=reader.day(fields.get("date")) or "",
    )


def _address(node: Node | None, reader: Reader) -> str:
    address = reader.word(node)
    if address is None or node is None:
        return ""
    if address.partition(":")[0].lower() not in _SCHEMES:
        reader.problems.add(node.place, "not-an-address", word=address)
        return ""
    return address
