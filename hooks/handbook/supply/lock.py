"""Lock files: the packages to install, each with its version and the hashes that it may have."""

from __future__ import annotations

import re
from dataclasses import dataclass

SITE, PAPER, TEST, EXIT, AUDIT = (
    "requirements.txt",
    "requirements-paper.txt",
    "requirements-test.txt",
    "requirements-exit.txt",
    "requirements-audit.txt",
)
"""What builds the site; what `make print` and the tests add; other generators; what looks for holes."""
LOCKS = (SITE, PAPER, TEST, EXIT, AUDIT)
AUDITED = (TEST, EXIT, AUDIT)
"""The lock files that hold all others."""
_LINE = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;]+)\s*(?:;\s*(?P<marker>.*))?")
_HASH = re.compile(r"\s*--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Locked:
    """One package. `marker`: on which machines it is installed; empty for all. `hashes`: SHA-256."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def read_lock(text: str) -> tuple[Locked, ...]:
    """The packages of a lock file. Raises ValueError for a line that is not locked: `name==version`."""
    return tuple(_locked(line) for line in text.replace("\\\n", "").splitlines() if line.strip())


def _locked(line: str) -> Locked:
    pinned, *hashes = re.split(r"(?=\s--hash=)", line)
    found = _LINE.fullmatch(pinned.strip())
    if found is None:
        raise ValueError(f"not locked to a version: {pinned.strip()}")
    digests = [match[1] if (match := _HASH.fullmatch(each.rstrip())) else "" for each in hashes]
    if not digests or not all(digests):
        raise ValueError(f"no hash, or one that is none: {pinned.strip()}")
    return Locked(canonical(found["name"]), found["version"], found["marker"] or "", tuple(digests))


def canonical(name: str) -> str:
    """A package's name as indexes compare it.

    Source: https://peps.python.org/pep-0503/#normalized-names
    """
    return re.sub(r"[-_.]+", "-", name).lower()
