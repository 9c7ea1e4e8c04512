"""What CHANGELOG.md says of a version, and how a release names itself."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping as Map
from datetime import UTC, datetime
from pathlib import Path

CHANGELOG = "CHANGELOG.md"


def notes_of(project: Path, version: str) -> str:
    """The section `## <version>`, without its heading; empty when there is none."""
    file = project / CHANGELOG
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    for section in re.split(r"^## +", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        if heading.split() and heading.split()[0] == version:
            return body.strip()
    return ""


def commit_of(project: Path) -> tuple[str, str]:
    """Hash of the commit (`-changed` behind it when files differ) and its moment; empty without git."""
    try:
        head, moment = _git(project, "log", "-1", "--format=%H %ct").split()
        changed = "-changed" if _git(project, "status", "--porcelain") else ""
    except (OSError, ValueError, subprocess.CalledProcessError):
        return "", ""
    return head + changed, moment


def day_of(moment: str, environment: Map[str, str]) -> str:
    """The day of a release: of SOURCE_DATE_EPOCH, else of the commit; never of the clock.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    seconds = environment.get("SOURCE_DATE_EPOCH") or moment
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat() if seconds else ""


def _git(project: Path, *arguments: str) -> str:
    command = ["git", "-C", str(project), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.strip()
