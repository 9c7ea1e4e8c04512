"""Two sites of the same content compared page by page: what one says and the other does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from handbook.leaving.article import Article, Item, read_article
from handbook.messages import phrase

LEAST = 0.995
"""The smallest share of words in order with which nothing counts as lost."""
_SHOWN = 12
"""How many words of a passage are quoted."""


@dataclass(frozen=True)
class Difference:
    """`code`: of the sentence (messages/). `values`: what fills it, beside the `page`."""

    page: str
    code: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def loses(self) -> bool:
        """Whether something is gone; words are counted over the whole site instead."""
        return self.code in ("report-page-gone", "report-gone", "report-item")

    def text(self, say: str) -> str:
        """The sentence in a language of the messages."""
        return phrase(self.code, say).format(page=self.page or "/", **self.values)


@dataclass(frozen=True)
class Likeness:
    """How much of an article another one holds: counts, and what differs."""

    words: int
    kept_words: int
    items: int
    kept_items: int
    differences: tuple[Difference, ...] = ()


@dataclass
class Comparison:
    """`missing`: pages that the other site lacks. `pages`: likeness by the path of the page."""

    missing: list[str] = field(default_factory=list)
    pages: dict[str, Likeness] = field(default_factory=dict)

    @property
    def words(self) -> float:
        """Share of the words that come back in order, from 0 to 1."""
        every = sum(page.words for page in self.pages.values())
        return sum(page.kept_words for page in self.pages.values()) / every if every else 0.0

    @property
    def items(self) -> tuple[int, int]:
        """How many questions come back whole, and how many there are."""
        pages = self.pages.values()
        return sum(page.kept_items for page in pages), sum(page.items for page in pages)

    @property
    def loses_nothing(self) -> bool:
        """Whether every page, heading, link, control and question is there, and enough of the words."""
        return self.words >= LEAST and not any(one.loses for one in self.differences())

    def differences(self) -> Iterator[Difference]:
        """All that differs, page by page."""
        yield from (Difference(path, "report-page-gone") for path in self.missing)
        for page in self.pages.values():
            yield from page.differences

    def summary(self, say: str) -> str:
        """The counts in one sentence."""
        kept, items = self.items
        pages = len(self.pages)
        return phrase("report-likeness", say).format(
            pages=pages, all=pages + len(self.missing), words=f"{self.words:.2%}", kept=kept, items=items
        )


def compare_sites(site: Path, other: Path) -> Comparison:
    """Look for every page of the folder `site` below the same path in `other`.

    A file that shows no article, such as a redirect, is no page.
    """
    found = Comparison()
    for file in sorted(site.rglob("index.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        ours = read_article(file.read_text(encoding="utf-8"), path)
        if ours is None:
            continue
        there = other / path / "index.html"
        theirs = read_article(there.read_text(encoding="utf-8"), path) if there.is_file() else None
        if theirs is None:
            found.missing.append(path)
        else:
            found.pages[path] = compare_articles(ours, theirs, path)
    return found


def compare_articles(ours: Article, theirs: Article, path: str = "") -> Likeness:
    """What of an article another one holds. `path`: of the page, for what is said of it."""
    there = {item.id: item for item in theirs.items}
    matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
    same = ours.words == theirs.words
    kept = len(ours.words) if same else sum(block.size for block in matcher.get_matching_blocks())
    return Likeness(
        words=len(ours.words),
        kept_words=kept,
        items=len(ours.items),
        kept_items=sum(item == there.get(item.id) for item in ours.items),
        differences=tuple(
            Difference(path, code, values)
            for code, values in (
                *(() if same else _changed_words(matcher, ours.words, theirs.words)),
                *_apart(_headings(ours), _headings(theirs)),
                *_apart(ours.links, theirs.links),
                *_apart(_controls(ours), _controls(theirs)),
                *_changed_items(ours.items, there),
            )
        ),
    )


_Said = Iterator[tuple[str, dict[str, str]]]


def _changed_words(matcher: SequenceMatcher[str], ours: list[str], theirs: list[str]) -> _Said:
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield (
                "report-words",
                {"ours": _quoted(ours[first:last]), "theirs": _quoted(theirs[start:end])},
            )


def _apart(ours: Sequence[str], theirs: Sequence[str]) -> _Said:
    """What only one of two lists holds; where both hold the same, where the order changes."""
    gone, new = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    yield from (("report-gone", {"what": each}) for each in gone.elements())
    yield from (("report-new", {"what": each}) for each in new.elements())
    if not gone and not new and list(ours) != list(theirs):
        first = next(mine for mine, other in zip(ours, theirs, strict=True) if mine != other)
        yield "report-order", {"what": first}


def _changed_items(ours: list[Item], there: dict[str, Item]) -> _Said:
    for item in ours:
        other = there.get(item.id)
        if other is None:
            yield "report-gone", {"what": f"#q-{item.id}"}
        elif item != other:
            parts = [name for name in vars(item) if vars(item)[name] != vars(other)[name]]
            yield "report-item", {"item": item.id, "parts": ", ".join(parts)}


def _headings(article: Article) -> list[str]:
    return [f'<{tag} id="{id_}"> {text}' for tag, id_, text in article.headings]


def _controls(article: Article) -> list[str]:
    return [f"<{' '.join(filter(None, control))}>" for control in article.controls]


def _quoted(words: list[str]) -> str:
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
