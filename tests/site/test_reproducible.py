"""The same content gives the same bytes, wherever, whenever and on whatever machine it is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small_book import PROJECT, Built, SmallBook

OTHERWISE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "1000000000",
    "NO_MKDOCS_2_WARNING": "1",
}
"""Another side of the world, another language, another order of sets, and a date of long ago."""


def digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def test_two_builds_of_the_same_content_are_the_same_byte_for_byte(
    real_site: Built, tmp_path: Path
) -> None:
    for name in ("docs", "quizzes", "overrides", "hooks"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    for kept in ("paper", "single"):  # the first build publishes what is there
        if (PROJECT / "build" / kept).is_dir():
            shutil.copytree(PROJECT / "build" / kept, tmp_path / "build" / kept)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        env={**os.environ, **OTHERWISE, "SITE_URL": "https://learn.example/pde/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = digests(real_site.site), digests(tmp_path / "site")
    assert len(first) > 500
    assert first.keys() == second.keys()
    assert [path for path, digest in first.items() if second[path] != digest] == []


@pytest.mark.parametrize("day", ["2026-11-22", "2031-02-03"])
def test_no_page_knows_the_day_on_which_it_was_built(book: SmallBook, day: str) -> None:
    first = book.build(HANDBOOK_TODAY="2026-11-22")
    kept = digests(first.site)
    again = book.build(HANDBOOK_TODAY=day, SOURCE_DATE_EPOCH="1900000000")
    assert (first.code, again.code) == (0, 0)
    assert digests(again.site) == kept
