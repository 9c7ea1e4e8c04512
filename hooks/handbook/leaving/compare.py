"""Two sites of the same content compared page by page: what one says and the other does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from handbook.leaving.article import Article, Item, read_article


@dataclass(frozen=True)
class Likeness:
    """How much of an article another one holds: counts, and a sentence for each thing that differs."""

    words: int
    kept_words: int
    items: int
    kept_items: int
    differences: tuple[str, ...] = ()


@dataclass
class Comparison:
    """`missing`: pages that the other site lacks. `pages`: likeness by the path of the page."""

    missing: list[str] = field(default_factory=list)
    pages: dict[str, Likeness] = field(default_factory=dict)

    @property
    def words(self) -> float:
        """Share of the words that come back in order, from 0 to 1."""
        every = sum(page.words for page in self.pages.values())
        return sum(page.kept_words for page in self.pages.values()) / every if every else 1.0

    @property
    def items(self) -> tuple[int, int]:
        """How many questions come back whole, and how many there are."""
        pages = self.pages.values()
        return sum(page.kept_items for page in pages), sum(page.items for page in pages)

    def differences(self) -> Iterator[str]:
        """All that differs, page by page."""
        yield from (f"{path}: the page is missing" for path in self.missing)
        for path, page in self.pages.items():
            yield from (f"{path}: {said}" for said in page.differences)


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
            found.pages[path] = compare_articles(ours, theirs)
    return found


def compare_articles(ours: Article, theirs: Article) -> Likeness:
    """What of an article another one holds."""
    there = {item.id: item for item in theirs.items}
    kept = [item for item in ours.items if item == there.get(item.id)]
    return Likeness(
        words=len(ours.words),
        kept_words=_kept(ours.words, theirs.words),
        items=len(ours.items),
        kept_items=len(kept),
        differences=tuple(_differences(ours, theirs, there)),
    )


def _kept(ours: list[str], theirs: list[str]) -> int:
    if ours == theirs:
        return len(ours)
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _differences(ours: Article, theirs: Article, there: dict[str, Item]) -> Iterator[str]:
    matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes() if ours.words != theirs.words else ():
        if kind != "equal":
            yield f"words: {_quoted(ours.words[first:last])} became {_quoted(theirs.words[start:end])}"
    yield from _apart("heading", ours.headings, theirs.headings)
    yield from _apart("link", ours.links, theirs.links)
    yield from _apart("control", ours.controls, theirs.controls)
    for item in ours.items:
        if item.id not in there:
            yield f"the question {item.id} is missing"
        elif item != there[item.id]:
            parts = [name for name in vars(item) if vars(item)[name] != vars(there[item.id])[name]]
            yield f"the question {item.id} differs in: {', '.join(parts)}"


def _apart(name: str, ours: Sequence[object], theirs: Sequence[object]) -> Iterator[str]:
    """What one list holds and the other does not; where both hold the same, whether the order is kept."""
    gone, new = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    yield from (f"{name} missing: {each}" for each in gone.elements())
    yield from (f"{name} added: {each}" for each in new.elements())
    if not gone and not new and list(ours) != list(theirs):
        yield f"{name}s in another order"


def _quoted(words: list[str]) -> str:
    shown = " ".join(words[:12])
    return f"“{shown}{' …' if len(words) > 12 else ''}”"
