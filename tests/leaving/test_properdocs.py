"""ProperDocs takes the handbook as it is: our settings, hooks and theme, and the same bytes come out."""

from __future__ import annotations

from pathlib import Path

from leaving.conftest import TOOLS, run
from small_book import Built


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_properdocs_builds_the_same_files_strictly_and_byte_by_byte(
    real_site: Built, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    said = run(TOOLS / "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", site)
    assert "WARNING" not in said
    ours, theirs = files(real_site.site), files(site)
    assert len(ours) > 1000
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []
