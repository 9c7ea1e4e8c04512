"""The letters that are set into paper and pictures: our own family, and those that a handbook adds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HOUSE = "overrides/fonts"
"""Our family: every letter of Vietnamese, French and English, and the signs of the sheets."""
ADDED = "docs/data/fonts"
"""Where a handbook puts others, for letters that ours lacks: `NAME-Regular.ttf` and `NAME-Bold.ttf`."""
FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
"""The files of our family."""
_REGULAR = "-Regular.ttf"


@dataclass(frozen=True)
class Family:
    """A family of letters: its name in a stylesheet, and its files."""

    name: str
    regular: Path
    bold: Path


def families_of(project: Path) -> tuple[Family, ...]:
    """Our own family first, then the added ones by name; without a bold face the regular one serves."""
    house = project / HOUSE
    families = [Family("Handbook", *(house / face for face in FACES))]
    for number, regular in enumerate(sorted((project / ADDED).glob(f"*{_REGULAR}")), start=2):
        bold = regular.with_name(regular.name.removesuffix(_REGULAR) + "-Bold.ttf")
        families.append(Family(f"Handbook {number}", regular, bold if bold.is_file() else regular))
    return tuple(families)
