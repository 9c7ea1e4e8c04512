"""Translations in step with their source: never stamped, stale, or stamped where there is no source."""

from __future__ import annotations

from handbook.pages.page import Page
from handbook.pages.section import sections_of
from handbook.pages.stamp import START, TITLE, digests_of, shown, stale_sections
from handbook.pages.translation import Translation, front_matter_line
from handbook.problem import Place, Problems


def check_source(source: Page, problems: Problems) -> None:
    """A page of the source language translates nothing."""
    if source.translation:
        problems.add(source.translation.place, "source-translated")


def check_stamp(source: Page, page: Page, problems: Problems) -> None:
    """Warn of a translation without a stamp, and of sections of the source that changed since."""
    stale = stale_sections(source, page)
    if stale is None:
        line = front_matter_line(digests_of(source), "human")
        problems.add(Place(page.path), "translation-unstamped", "warning", source=source.path, line=line)
    elif stale and page.translation and page.translation.sections:
        _tell_stale(source, page, page.translation, stale, problems)


def _tell_stale(
    source: Page, page: Page, stamp: Translation, stale: tuple[str, ...], problems: Problems
) -> None:
    here, there = _lines(page), _lines(source)
    place = Place(page.path, next((here[name] for name in stale if name in here), stamp.place.line))
    line = front_matter_line(digests_of(source), stamp.by or "human", stamp.reviewed)
    said = {"number": str(stamp.place.line), "line": line, "source": source.path}
    if len(stale) == 1:
        said["section"] = shown(stale[0])
        said["there"] = f"{source.path}:{there[stale[0]]}" if stale[0] in there else source.path
        problems.add(place, "translation-stale", "warning", **said)
    else:
        said["count"] = str(len(stale))
        said["sections"] = ", ".join(
            f"{shown(name)} ({here.get(name, '–')} ← {there.get(name, '–')})" for name in stale
        )
        problems.add(place, "translation-stale-many", "warning", **said)


def _lines(page: Page) -> dict[str, int]:
    """The line of the file at which each section begins."""
    title = page.title_place or Place(page.path)
    lines = {TITLE: title.line}
    for section in sections_of(page):
        lines[section.id or START] = page.place(section.number).line
    return lines
