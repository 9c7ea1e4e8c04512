"""The sections of a page: what stands between one heading and the next."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.pages.page import Page


@dataclass(frozen=True)
class Section:
    """`id` is empty for the text before the first heading. `lines`: (number in the body, text)."""

    id: str
    title: str
    number: int
    lines: tuple[tuple[int, str], ...]


def sections_of(page: Page) -> list[Section]:
    """The page cut at every heading and every frame that has an id; nothing is left out."""
    cuts: list[tuple[str, int]] = [("", 0)]
    lines = page.lines
    for number in range(len(lines)):
        if name := page.id_at(number):
            cuts.append((name, number))
    ends = [start for _, start in cuts[1:]] + [len(lines)]
    return [
        Section(name, page.headings.get(name, ""), start, tuple(enumerate(lines[start:end], start)))
        for (name, start), end in zip(cuts, ends, strict=True)
    ]
