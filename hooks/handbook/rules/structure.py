"""The same form in every language: sections, blocks, steps, tables, pictures, links, facts, quizzes.

Asked of translations that claim to be current; a stale one is told so once, and nothing else.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from handbook.pages.page import Page
from handbook.pages.part import Part, at, pairs_of, sections_with_parts, twin_place
from handbook.pages.stamp import TITLE, stale_sections
from handbook.problem import Place, Problems

_PIECE = re.compile(
    r"(?P<directive>\{\{[^{}\n]*\}\})"
    r"|(?P<sign>!?)\[[^\[\]\n]*\]\((?P<target>[^)\s]+)[^)\n]*\)"
    r"|<(?P<link>(?:https?://|mailto:)[^>\s]+)>"
)
_CELL = re.compile(r"(?<!\\)\|")
Sections = dict[str, list[Part]]
Offsets = dict[str, list[int]]


def check_structure(source: Page, page: Page, problems: Problems) -> None:
    """Report where a current translation has another form than its source."""
    if stale_sections(source, page) != ():
        return
    there, here = sections_with_parts(source), sections_with_parts(page)
    if list(there) != list(here):
        _sections(there, here, problems)
    for name in there:
        if name in here:
            _blocks(there[name], here[name], problems)
    for one, other in pairs_of(source, page):
        _counts(one, other, problems)
        _tables(one, other, problems)
        _pieces(_found(one, source.locale), _found(other, page.locale), one, other, problems)


def _sections(there: Sections, here: Sections, problems: Problems) -> None:
    before = here[TITLE][0].place
    for name, parts in there.items():
        if name in here:
            before = here[name][0].place
        else:
            problems.add(before, "section-missing", id=name, there=at(parts[0].place))
    for name, parts in here.items():
        if name not in there:
            problems.add(parts[0].place, "section-extra", id=name, source=there[TITLE][0].place.path)
    wanted = [name for name in there if name in here]
    given = [name for name in here if name in there]
    for one, other in zip(wanted, given, strict=True):
        if one != other:
            place = here[other][0].place
            problems.add(place, "section-order", id=other, wanted=one, there=at(there[one][0].place))
            break


def _blocks(there: list[Part], here: list[Part], problems: Problems) -> None:
    """The heading or frame of a section, and the blocks in it."""
    if there[0].name != here[0].name:
        kinds = {"here": here[0].name, "kind": there[0].name, "there": at(there[0].place)}
        problems.add(here[0].place, "section-kind", "error", **kinds)
    wanted, given = [part.name for part in there[1:]], [part.name for part in here[1:]]
    if wanted == given:
        return
    pairs = itertools.zip_longest(there[1:], here[1:])
    one, other = next((a, b) for a, b in pairs if a is None or b is None or a.name != b.name)
    names = {"here": _list(given), "blocks": _list(wanted), "there": at((one or there[0]).place)}
    problems.add((other or here[0]).place, "blocks-differ", "error", **names)


def _counts(there: Part, here: Part, problems: Problems) -> None:
    """Steps and bullets."""
    if there.signs == here.signs:
        return
    for code, last in (("steps-differ", ".)"), ("bullets-differ", "-*+")):
        wanted, given = _items(there, last), _items(here, last)
        if len(wanted) != len(given):
            place, source = (given or [here.place])[0], (wanted or [there.place])[0]
            problems.add(place, code, here=len(given), count=len(wanted), there=at(source))


def _items(part: Part, last: str) -> list[Place]:
    """The items of lists whose sign ends in one of the characters."""
    signed = zip(part.signs, part.lines, strict=True)
    return [line.place for sign, line in signed if sign.rstrip()[-1:] in last and sign.strip()]


def _tables(there: Part, here: Part, problems: Problems) -> None:
    if "|" not in there.raw and "|" not in here.raw:
        return
    wanted, given = _shapes(there), _shapes(here)
    if [shape for _, shape in wanted] != [shape for _, shape in given]:
        problems.add(
            given[0][0] if given else here.place,
            "tables-differ",
            here=_list(shape for _, shape in given),
            shapes=_list(shape for _, shape in wanted),
            there=at(wanted[0][0] if wanted else there.place),
        )


def _shapes(part: Part) -> list[tuple[Place, str]]:
    """Each table's first line and its columns × rows, the row of titles counted."""
    rows = [line for line in part.lines if line.raw.lstrip().startswith("|")]
    shapes = []
    for _, group in itertools.groupby(enumerate(rows), lambda row: row[1].place.line - row[0]):
        lines = [line for _, line in group]
        columns = len(_CELL.split(lines[0].raw.strip().strip("|")))
        shapes.append((lines[0].place, f"{columns} × {len(lines) - 1}"))
    return shapes


def _found(part: Part, locale: str) -> dict[str, list[int]]:
    """Directives, links and pictures with their offsets."""
    found: dict[str, list[int]] = {}
    if not any(sign in part.raw for sign in ("{{", "](", "<http", "<mailto")):
        return found
    for match in _PIECE.finditer(part.raw):
        found.setdefault(_shown(match, locale), []).append(match.start())
    return found


def _shown(match: re.Match[str], locale: str) -> str:
    """How a piece is compared and told; the language's own folder is taken out of addresses."""
    if match["directive"]:
        return " ".join(["{{", *match["directive"].strip("{}").split(), "}}"])
    target = match["target"] or match["link"]
    if "://" not in target:
        target = re.sub(rf"(?:(?<=/)|^){locale}/|(?<=\.){locale}\.", "", target)
    return f"{match['sign'] or ''}[…]({target})"


def _pieces(wanted: Offsets, given: Offsets, there: Part, here: Part, problems: Problems) -> None:
    """A directive is wanted or not; a link and a picture as many times as in the source."""
    for name, offsets in wanted.items():
        some = given.get(name, [])
        if len(some) < len(offsets) and not (some and name.startswith("{")):
            offset = offsets[len(some)]
            if not there.excuses(offset, here):
                source = at(there.place_at(offset))
                problems.add(twin_place(there, offset, here), "piece-missing", piece=name, there=source)
    for name, offsets in given.items():
        some = wanted.get(name, [])
        if len(some) < len(offsets) and not (some and name.startswith("{")):
            offset = offsets[len(some)]
            if not here.excuses(offset, there):
                problems.add(here.place_at(offset), "piece-extra", piece=name, there=at(there.place))


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "–"
