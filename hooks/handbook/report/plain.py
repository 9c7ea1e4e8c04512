"""The report for a terminal, one line a finding, and for programs, as JSON."""

from __future__ import annotations

import json

from handbook.messages import SPOKEN, phrase
from handbook.problem import Problem
from handbook.report.findings import LEVELS, Findings


def as_text(found: Findings) -> str:
    """A line for each finding, and one with their number and what else could be asked for."""
    hints = [f"{phrase('report-name', each)}: --say {each}" for each in SPOKEN if each != found.say]
    if found.hidden:
        hints.insert(0, phrase("report-hidden", found.say).format(level=LEVELS[-1]))
    lines = [_line(problem, found.say) for problem in found.all]
    return "\n".join([*lines, f"{found.summary()} — {'; '.join(hints)}"])


def as_json(found: Findings) -> str:
    """An array of objects with path, line, column, level, code and message."""
    told = [
        {
            "path": each.place.path,
            "line": each.place.line,
            "column": each.place.column,
            "level": each.level,
            "code": each.code,
            "message": each.sentence(found.say),
        }
        for each in found.all
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def _line(problem: Problem, say: str) -> str:
    """An error as in a build; anything milder with its level in front of the sentence."""
    if problem.level == "error":
        return problem.text(say)
    return f"{problem.place}: ({phrase(f'report-{problem.level}', say)}) {problem.sentence(say)}"
