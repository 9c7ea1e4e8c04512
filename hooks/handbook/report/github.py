"""The report for GitHub: annotations at the lines of a pull request, and the table of a run's summary.

GitHub shows ten annotations of each level and leaves out the others, so the changed lines come first.
Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from handbook.messages import phrase
from handbook.problem import Problem
from handbook.report.findings import LEVELS, Findings

MAX_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB."""
_MARKDOWN = re.compile(r"[&<>|*_`~\[\]\\@#:]")


def report_to_github(found: Findings, summary: str) -> str:
    """The annotations; the table is added to the file `summary`, if GitHub names one."""
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_table(found))
    return as_annotations(found, folded=bool(summary))


def as_annotations(found: Findings, *, folded: bool) -> str:
    """A workflow command for each finding, those on changed lines first, and a line with their number.

    `folded`: away from the changed lines only the gravest of each file, with the number of the others;
    the table holds them all.
    """
    told = [_annotation(each, each.sentence(found.say)) for each in found.changed]
    if folded:
        told += _gravest(found)
    else:
        told += [_annotation(each, each.sentence(found.say)) for each in found.rest]
    return "\n".join([*told, found.summary()])


def as_table(found: Findings) -> str:
    """All findings in Markdown, at most MAX_BYTES of it."""
    parts = [f"### {found.summary()}\n"]
    for title, group in (("report-changed", found.changed), ("report-elsewhere", found.rest)):
        if group and found.changed:
            parts.append(f"\n**{_plain(phrase(title, found.say))}**\n")
        if group:
            parts.append(f"\n{phrase('report-columns', found.say)}\n|---|---|---|\n")
            parts += [_row(each, found.say) for each in group]
    return _cut(parts, found.say)


def _gravest(found: Findings) -> Iterator[str]:
    files: dict[str, list[Problem]] = defaultdict(list)
    for problem in found.rest:
        files[problem.place.path].append(problem)
    for problems in files.values():
        gravest = min(problems, key=lambda each: LEVELS.index(each.level))
        words = gravest.sentence(found.say)
        if len(problems) > 1:
            words += phrase("report-more", found.say).format(count=len(problems) - 1)
        yield _annotation(gravest, words)


def _annotation(problem: Problem, words: str) -> str:
    place = problem.place
    path = _escaped(place.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.level} file={path},line={place.line},col={place.column}::{_escaped(words)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _row(problem: Problem, say: str) -> str:
    level = phrase(f"report-{problem.level}", say)
    return f"| {level} | {_plain(str(problem.place))} | {_plain(problem.sentence(say))} |\n"


def _plain(text: str) -> str:
    """Text in which nothing is a link, a sign of Markdown, HTML or somebody's name."""
    return _MARKDOWN.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def _cut(rows: list[str], say: str) -> str:
    """As many rows as fit, and how many findings did not."""
    sizes = list(accumulate(len(row.encode()) for row in rows))
    fit = bisect_right(sizes, MAX_BYTES)
    left = sum(row.startswith("| ") for row in rows[fit:])
    return "".join(rows[:fit]) + (f"\n{phrase('report-left', say).format(count=left)}\n" if left else "")
