"""Which lines a change touches, asked from real repositories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.changes import Changes, bases_of, changes_since
from handbook.problem import Place
from repository import Repository

TEN = "".join(f"line {number}\n" for number in range(1, 11))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.git("init", "--quiet")
    made.write("old.md", TEN)
    made.write("chữ đẹp.md", TEN)
    made.commit()
    return made


def touched(changes: Changes, path: str, last: int = 12) -> list[int]:
    return [line for line in range(1, last) if changes.touch(Place(path, line))]


def test_lines_that_were_changed_or_added_are_touched_and_no_others(repository: Repository) -> None:
    repository.write(
        "old.md", TEN.replace("line 3\n", "third\n").replace("line 9\n", "line 9\nnew\nnew\n")
    )
    changes = changes_since(repository.folder, ("main",))
    assert touched(changes, "old.md", 14) == [3, 10, 11]
    assert touched(changes, "chữ đẹp.md") == []


def test_a_line_that_looks_like_a_heading_of_git_is_a_line(repository: Repository) -> None:
    heading = "++ b/other.md\n"
    ending = f"{heading}@@ -1 +1 @@\nlast without an end"
    repository.write("old.md", TEN.replace("line 2\n", heading) + ending)
    repository.write("chữ đẹp.md", TEN.replace("line 5", "fifth"))
    changes = changes_since(repository.folder, ("main",))
    assert touched(changes, "old.md", 15) == [2, 11, 12, 13]
    assert touched(changes, "other.md") == []
    assert touched(changes, "chữ đẹp.md") == [5]


def test_new_renamed_and_unknown_files_are_changed_in_every_line(repository: Repository) -> None:
    repository.git("mv", "old.md", "renamed.md")
    repository.write("picture.svg", "")
    repository.git("add", "--all")
    repository.write("not yet known.md", "x\n")
    changes = changes_since(repository.folder, ("main",))
    for path in ("renamed.md", "picture.svg", "not yet known.md"):
        assert touched(changes, path, 4) == [1, 2, 3]
    assert touched(changes, "old.md") == []


def test_only_what_this_branch_changed_counts(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "mine")
    repository.write("chữ đẹp.md", TEN.replace("line 5", "fifth"))
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("old.md", TEN.replace("line 1\n", "first\n"))
    repository.commit()
    repository.git("checkout", "--quiet", "mine")
    changes = changes_since(repository.folder, ("main",))
    assert touched(changes, "chữ đẹp.md") == [5]
    assert touched(changes, "old.md") == []


def test_paths_are_those_of_a_project_in_a_folder_of_the_repository(repository: Repository) -> None:
    repository.write("book/docs/a.md", TEN)
    changes = changes_since(repository.folder / "book", ("main",))
    assert touched(changes, "docs/a.md", 3) == [1, 2]


def test_settings_of_the_editor_do_not_matter(repository: Repository) -> None:
    for setting in (
        "diff.noprefix=true",
        "diff.mnemonicPrefix=true",
        "color.ui=always",
        "diff.renames=copies",
    ):
        repository.git("config", *setting.split("="))
    repository.write("old.md", TEN.replace("line 3\n", "third\n"))
    assert touched(changes_since(repository.folder, ("main",)), "old.md") == [3]


@pytest.mark.parametrize("base", ["no-such", "--output=x", ""])
def test_a_base_that_git_does_not_know_leaves_every_line_unchanged(
    repository: Repository, base: str
) -> None:
    repository.write("old.md", "x\n")
    changes = changes_since(repository.folder, (base,))
    assert changes == Changes(known=False)
    assert touched(changes, "old.md") == []
    assert not (repository.folder / "x").exists()


def test_the_next_base_is_tried_when_git_does_not_know_the_first(repository: Repository) -> None:
    repository.write("old.md", TEN.replace("line 3\n", "third\n"))
    assert touched(changes_since(repository.folder, ("no-such", "HEAD")), "old.md") == [3]


def test_without_a_repository_or_without_git_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert changes_since(tmp_path, ("main",)) == Changes(known=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert changes_since(tmp_path, ("main",)) == Changes(known=False)


def test_a_shallow_copy_knows_the_base_only_with_the_parents_of_its_merge(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("checkout", "--quiet", "-b", "mine")
    repository.write("old.md", TEN.replace("line 3\n", "third\n"))
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", "x", "mine")
    found = []
    for depth in ("1", "2"):
        copy = tmp_path / f"depth-{depth}"
        repository.git("clone", "--quiet", "--depth", depth, repository.folder.as_uri(), str(copy))
        found.append(changes_since(copy, ("origin/no-such", "HEAD^1")))
    assert found[0] == Changes(known=False)
    assert touched(found[1], "old.md") == [3]


def test_a_pull_request_is_compared_with_its_base(tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"base": {"sha": "abc"}}}), encoding="utf-8")
    given = {"GITHUB_BASE_REF": "main", "GITHUB_EVENT_PATH": str(event)}
    assert bases_of(given) == ("origin/main", "abc", "HEAD^1")
    assert bases_of({"GITHUB_BASE_REF": "main"}) == ("origin/main", "HEAD^1")
    event.write_text("[]", encoding="utf-8")
    assert bases_of(given) == ("origin/main", "HEAD^1")
    assert bases_of({"GITHUB_BASE_REF": ""}) == ()
