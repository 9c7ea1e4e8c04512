"""The same numbers, names, addresses and `code` in every language, however each of them writes them.

`local` and `message` are left out: one is for a single country, the other is made up. A line that ends
in `<!-- differs: reason -->` differs on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.pages.excuse import excuse_of
from handbook.pages.names import CAST
from handbook.pages.numbers import missing_numbers
from handbook.pages.page import Page
from handbook.pages.part import Part, at, pairs_of, sections_with_parts, twin_place
from handbook.pages.stamp import stale_sections
from handbook.problem import Problems
from handbook.writing import is_latin

_VERBATIM = re.compile(
    r"(?P<code>`+[^`]+`+)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![(<])https?://[^\s)>`]*[^\s)>`.,;:!?]"
)
Value = tuple[str, int]
"""What is told, and the offset where it stands."""


def check_excuses(page: Page, problems: Problems) -> None:
    """An excuse gives its reason."""
    if "<!--" not in page.body:
        return
    for number, line in enumerate(page.body.split("\n")):
        excuse = excuse_of(line)
        if excuse and not excuse["reason"]:
            problems.add(page.place(number, line.index("<!--") + 1), "differs-without-reason")


def check_values(source: Page, page: Page, problems: Problems) -> None:
    """Report what a current translation says otherwise than its source."""
    if stale_sections(source, page) != ():
        return
    for there, here in pairs_of(source, page):
        _tell(there, here, _numbers(there, here), _numbers(here, there), problems)
        if there.names.keys() != here.names.keys() and is_latin(there.text + here.text):
            lost = _without(there.names, here.names)
            _tell(there, here, lost, _strangers(here, there, source), problems)
        one, other = _verbatim(there.raw), _verbatim(here.raw)
        if one.keys() != other.keys():
            _tell(there, here, _without(one, other), _without(other, one), problems)


def _without(values: dict[str, int], others: Iterable[str]) -> Iterator[Value]:
    return ((value, offset) for value, offset in values.items() if value not in others)


def _numbers(part: Part, other: Part) -> Iterator[Value]:
    for number in missing_numbers(part.numbers, other.numbers, other.text, other.locale):
        yield number.raw, number.at


def _strangers(part: Part, other: Part, source: Page) -> Iterator[Value]:
    """People of whom the whole source does not speak. A service may be explained to readers abroad."""
    for value, offset in _without(part.names, other.names):
        parts = (part for parts in sections_with_parts(source).values() for part in parts)
        if value in CAST and not any(value in part.names for part in parts):
            yield value, offset


def _verbatim(raw: str) -> dict[str, int]:
    """Code, e-mail and web addresses, which no language changes."""
    if "`" not in raw and "@" not in raw and "://" not in raw:
        return {}
    return {match[0]: match.start() for match in _VERBATIM.finditer(raw)}


def _tell(
    there: Part, here: Part, missing: Iterable[Value], extra: Iterable[Value], problems: Problems
) -> None:
    """One message for a part, where its first difference stands."""
    lost = [value for value in missing if not there.excuses(value[1], here)]
    new = [value for value in extra if not here.excuses(value[1], there)]
    said = {"here": _list(new), "values": _list(lost)}
    if lost and new:
        said["there"] = at(there.place_at(lost[0][1]))
        problems.add(here.place_at(new[0][1]), "values-differ", "error", **said)
    elif lost:
        said["there"] = at(there.place_at(lost[0][1]))
        problems.add(twin_place(there, lost[0][1], here), "values-missing", "error", **said)
    elif new:
        said["there"] = at(twin_place(here, new[0][1], there))
        problems.add(here.place_at(new[0][1]), "values-extra", "error", **said)


def _list(values: Iterable[Value]) -> str:
    return ", ".join(value for value, _ in values)
