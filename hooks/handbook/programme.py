"""The programme: which modules, in which order, with which pages, and the rule to pass."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Literal, cast

from handbook.problem import Place, Problems
from handbook.reader import Reader
from handbook.yaml_source import Node, Sequence, Text

SOURCE = "docs/data/programme.yml"
RESERVED = (
    "index", "modules", "help", "tricks", "about", "privacy", "accessibility", "security",
    "glossary", "facts", "progress", "certificate", "verify", "today", "booster", "seven-days",
    "search", "trainers", "offline", "single", "assets", "data", "paper",
)  # fmt: skip
"""Addresses that a module cannot have: they are other parts of the site."""
Kind = Literal["compulsory", "optional"]
_KEYS = ("version", "languages", "pass-mark", "optional-needed", "tracks", "modules")


@dataclass(frozen=True)
class Track:
    """Optional modules that suit one kind of reader: its name, and for whom it is in one sentence."""

    name: Map[str, str]
    about: Map[str, str]


@dataclass(frozen=True)
class Module:
    """One module. `pages` are slugs in reading order, without the landing page.

    `why`: one sentence on what is missing as long as the module is; empty for none.
    """

    code: str
    slug: str
    kind: Kind
    minutes: int
    digcomp: tuple[str, ...]
    tracks: tuple[str, ...]
    title: Map[str, str]
    pages: tuple[str, ...]
    draft: bool
    place: Place
    why: Map[str, str] = field(default_factory=dict)
    page_places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Programme:
    """All modules in order; `pass_mark` is in percent; the first language is the source."""

    version: str = ""
    languages: tuple[str, ...] = ()
    pass_mark: int = 80
    optional_needed: int = 5
    tracks: Map[str, Track] = field(default_factory=dict)
    modules: tuple[Module, ...] = ()

    @property
    def published(self) -> tuple[Module, ...]:
        """The modules that readers see."""
        return tuple(module for module in self.modules if not module.draft)

    def module(self, slug: str) -> Module | None:
        """The module with this slug, or None."""
        return next((module for module in self.modules if module.slug == slug), None)

    def is_draft(self, slug: str) -> bool:
        """Whether a module of this name is there and hidden from readers."""
        module = self.module(slug)
        return module is not None and module.draft

    def is_draft_line(self, line: int) -> bool:
        """Whether a line of the programme, counted from 1, belongs to a draft."""
        above = [module for module in self.modules if module.place.line <= line]
        return bool(above) and above[-1].draft


def read_programme(text: str, problems: Problems) -> Programme:
    """The programme in `text` (the content of docs/data/programme.yml)."""
    reader = Reader(problems)
    root = reader.document(text, SOURCE)
    if root is None:
        return Programme()
    fields = reader.fields(root, required=_KEYS)
    languages = _languages(fields.get("languages"), reader)
    tracks = _tracks(fields.get("tracks"), languages, reader)
    modules = [
        module
        for node in reader.items(fields.get("modules"))
        if (module := _module(node, languages, tracks, reader))
    ]
    _check_unique(modules, languages, problems)
    return Programme(
        version=reader.word(fields.get("version")) or "",
        languages=languages,
        pass_mark=reader.integer(fields.get("pass-mark"), 1, 100) or 80,
        optional_needed=reader.integer(fields.get("optional-needed"), 0, 99) or 0,
        tracks=tracks,
        modules=tuple(modules),
    )


def _languages(node: Node | None, reader: Reader) -> tuple[str, ...]:
    items = reader.items(node)
    if isinstance(node, Sequence) and not items:
        reader.problems.add(node.place, "not-a-list")
    languages = tuple(filter(None, map(reader.slug, items)))
    return languages if len(languages) == len(items) else ()


def _tracks(node: Node | None, languages: tuple[str, ...], reader: Reader) -> dict[str, Track]:
    if node is None or (isinstance(node, Text) and not node.value):
        return {}
    mapping = reader.mapping(node, node.place)
    entries = mapping.entries if mapping else {}
    return {name: _track(value, languages, reader) for name, (_, value) in entries.items()}


def _track(node: Node, languages: tuple[str, ...], reader: Reader) -> Track:
    mapping = reader.mapping(node, node.place)
    fields = reader.fields(mapping, required=("name", "about")) if mapping else {}
    name, about = (reader.per_language(fields.get(key), languages) for key in ("name", "about"))
    return Track(name, about)


def _module(
    node: Node, languages: tuple[str, ...], tracks: Map[str, object], reader: Reader
) -> Module | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    fields = reader.fields(
        mapping,
        required=("code", "slug", "kind", "minutes", "digcomp", "title"),
        optional=("pages", "draft", "tracks", "why"),
    )
    slug = reader.slug(fields.get("slug"))
    page_nodes = reader.items(fields.get("pages"))
    pages = [(page, item.place) for item in page_nodes if (page := reader.slug(item))]
    draft = reader.flag(fields.get("draft"))
    if not draft and not page_nodes and isinstance(fields.get("pages"), Sequence | None):
        reader.problems.add(mapping.place, "module-without-pages", module=slug or "?")
    for index, (page, place) in enumerate(pages):
        if page in ["index", *(earlier for earlier, _ in pages[:index])]:  # the landing page is there
            reader.problems.add(place, "page-twice", page=page)
    kind = reader.choice(fields.get("kind"), ("compulsory", "optional"))
    track_nodes = reader.items(fields.get("tracks"))
    return Module(
        code=reader.word(fields.get("code")) or "",
        slug=slug or "",
        kind=cast("Kind", kind or "optional"),
        minutes=reader.integer(fields.get("minutes"), 1, 300) or 0,
        digcomp=tuple(filter(None, map(reader.word, reader.items(fields.get("digcomp"))))),
        tracks=tuple(
            track for item in track_nodes if (track := reader.choice(item, tracks, "unknown-track"))
        ),
        title=reader.per_language(fields.get("title"), languages),
        why=reader.per_language(fields["why"], languages) if "why" in fields else {},
        pages=tuple(page for page, _ in pages),
        page_places=tuple(place for _, place in pages),
        draft=draft,
        place=mapping.place,
    )


def _check_unique(modules: list[Module], languages: tuple[str, ...], problems: Problems) -> None:
    for index, module in enumerate(modules):
        earlier = modules[:index]
        if module.slug in (*languages, *RESERVED):
            problems.add(module.place, "slug-taken", word=module.slug)
        if module.slug and any(other.slug == module.slug for other in earlier):
            problems.add(module.place, "module-twice", key="slug", word=module.slug)
        if module.code and any(other.code == module.code for other in earlier):
            problems.add(module.place, "module-twice", key="code", word=module.code)
