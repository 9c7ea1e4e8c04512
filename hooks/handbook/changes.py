"""Which lines a change touches, asked from git."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handbook.problem import Place

_HUNK = re.compile(r"@@ -\d+(?:,(?P<lost>\d+))? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
_WHOLE = range(1, sys.maxsize)
_SECONDS = 60


@dataclass(frozen=True)
class Changes:
    """The changed lines by file, paths relative to the project. `known`: git could tell them."""

    lines: Mapping[str, tuple[range, ...]] = field(default_factory=dict)
    known: bool = True

    def touch(self, place: Place) -> bool:
        """Whether a place stands on a changed line. A new or renamed file is changed in every line."""
        return any(place.line in lines for lines in self.lines.get(place.path, ()))


def bases_of(environment: Mapping[str, str]) -> tuple[str, ...]:
    """What the pull request that GitHub runs for is compared with, best first; empty for none.

    A shallow checkout knows no branch, but its merge commit has the base as its first parent.
    Source: https://docs.github.com/actions/reference/variables-reference
    """
    branch = environment.get("GITHUB_BASE_REF", "")
    if not branch:
        return ()
    commit = _commit_of(environment.get("GITHUB_EVENT_PATH", ""))
    return tuple(filter(None, (f"origin/{branch}", commit, "HEAD^1")))


def changes_since(project: Path, bases: tuple[str, ...]) -> Changes:
    """The lines below `project` changed since its history left the first of `bases` that git knows.

    Lines that are not committed count too. Without git, without any of the bases or without a common
    history nothing is known.
    """
    try:
        for base in bases:
            if (diff := _diff(project, base)) is not None:
                return Changes(diff)
    except (OSError, subprocess.TimeoutExpired):
        pass  # no git here
    return Changes(known=False)


def _commit_of(event: str) -> str:
    try:
        told = json.loads(Path(event).read_text(encoding="utf-8"))
        return str(told["pull_request"]["base"]["sha"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _diff(project: Path, base: str) -> dict[str, tuple[range, ...]] | None:
    """The changed lines, or None when git does not know the base."""
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    start = commit and _git(project, "merge-base", commit.strip(), "HEAD")
    if not start:
        return None
    form = ("--no-renames", "--no-ext-diff", "--no-color", "--relative", start.strip())
    names = _git(project, "diff", "--name-only", "-z", "--diff-filter=A", *form) or ""
    others = _git(project, "ls-files", "--others", "--exclude-standard", "-z") or ""
    prefixes = ("--src-prefix=a/", "--dst-prefix=b/")
    changed = _git(project, "diff", "--unified=0", "--no-textconv", *prefixes, *form) or ""
    found: dict[str, tuple[range, ...]] = {}
    for path, lines in _ranges(changed):
        found[path] = (*found.get(path, ()), lines)
    return found | dict.fromkeys(filter(None, f"{names}\0{others}".split("\0")), (_WHOLE,))


def _git(project: Path, *arguments: str) -> str | None:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 (no shell, and a base never stands where an option could)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _ranges(diff: str) -> Iterator[tuple[str, range]]:
    """The new lines of every hunk; what a hunk holds is skipped, it may look like a heading."""
    path = ""
    lines = iter(diff.split("\n"))
    for line in lines:
        if line.startswith("+++ "):
            path = line.removeprefix("+++ b/").rstrip("\t")
        elif hunk := _HUNK.match(line):
            start, count = int(hunk["start"]), int(hunk["count"] or 1)
            yield path, range(start, start + count)
            inside = int(hunk["lost"] or 1) + count
            while inside > 0:
                inside -= not next(lines, "").startswith("\\")
