"""The licences of what others made: of what reaches readers, and of what is installed to build.

They are read from the packages' own data; where a package is not installed on this machine, what the
list said before stays.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from importlib import metadata
from pathlib import Path

from handbook.supply.lock import AUDIT, EXIT, PAPER, SITE, TEST, Locked, read_lock

FILE = "THIRD-PARTY.md"
UNKNOWN = "unknown"
_ELSEWHERE = (".venv-exit/lib/*/site-packages", "build/audit/lib/*/site-packages")
"""Environments of their own: for other generators, and for what looks for known holes."""
# Packages that leave it to a file: somebody has read that file.
_READ = {"axe-playwright-python": "MIT AND MPL-2.0", "brotlicffi": "MIT"}
_SPDX = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "mit licence": "MIT",
    "mit license": "MIT",
    "psfl": "PSF-2.0",
    "mozilla public license 1.1 (mpl 1.1)": "MPL-1.1",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "gnu general public license v2 or later (gplv2+)": "GPL-2.0-or-later",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
}
_ROW = re.compile(r"^\| ([a-z0-9-]+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
_GROUPS = (
    ("To serve and build the site", SITE),
    ("To print, beside these", PAPER),
    ("To test, beside these", TEST),
    ("To build with other generators, in an environment of their own", EXIT),
    ("To look for known holes, in an environment of its own", AUDIT),
)
_HEAD = """# What others made

Made by `python -m handbook licences` from the lock files and the packages’ own data; not to be edited.

## Shipped to readers

| What | from | licence |
|---|---|---|
| rules for components of pages, cut to those used (`theme.css`) | Material for MkDocs {material} | MIT |
| signs inside these rules | Material Design Icons, by Pictogrammers | Apache-2.0 |
| letters of PDFs and of pictures for chats (`overrides/fonts/`) | Noto Sans and its sisters | OFL-1.1 |

Every script, every other style, template, sign and drawing is our own; see [LICENSE](LICENSE).

## Installed to build

Nothing of it reaches readers.
"""


def third_party(project: Path) -> str:
    """The text of the list. `project`: the folder with the lock files and the list of before."""
    before = project / FILE
    known = dict(_ROW.findall(before.read_text(encoding="utf-8"))) if before.is_file() else {}
    elsewhere = [str(folder) for pattern in _ELSEWHERE for folder in sorted(project.glob(pattern))]
    told: set[tuple[str, str]] = set()
    parts = []
    for title, lock in _GROUPS:
        packages = read_lock((project / lock).read_text(encoding="utf-8"))
        rows = list(
            _rows(elsewhere, (each for each in packages if (each.name, each.version) not in told), known)
        )
        told.update((each.name, each.version) for each in packages)
        parts.append(f"\n### {title}\n\n| Package | version | licence |\n|---|---|---|\n{''.join(rows)}")
        if lock == SITE:
            material = next(each.version for each in packages if each.name == "mkdocs-material")
    return _HEAD.format(material=material) + "".join(parts)


def _rows(elsewhere: list[str], packages: Iterator[Locked], known: Map[str, str]) -> Iterator[str]:
    for each in packages:
        licence = licence_of(each.name, elsewhere) or known.get(each.name) or UNKNOWN
        yield f"| {each.name} | {each.version} | {licence} |\n"


def licence_of(name: str, elsewhere: Iterable[str] = ()) -> str:
    """The licence of a package as SPDX names it; empty where it is not installed, or does not say.

    `elsewhere`: folders with packages that are not to be imported here.
    """
    if name in _READ:
        return _READ[name]
    found = next(iter(metadata.distributions(name=name, path=[*sys.path, *elsewhere])), None)
    if found is None:
        return ""
    data = found.metadata
    if "License-Expression" in data:
        return data["License-Expression"]
    said = data["License"].strip() if "License" in data else ""
    if said and said != "UNKNOWN" and "\n" not in said and len(said) < 40:
        return _SPDX.get(said.lower(), said)
    classes = [str(each) for each in data.get_all("Classifier") or () if str(each).startswith("License")]
    names = [each.rpartition(" :: ")[2] for each in classes]
    return " OR ".join(_SPDX.get(each.lower(), each) for each in names)
