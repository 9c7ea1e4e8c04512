"""The lists of what can be saved, and what saving weighs."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from small_book import LANGUAGES, PROJECT, Built, SmallBook

CORE, MODULE = 100_000, 80_000
"""Most bytes (gzip) of what is saved first, and of a module."""
WORKER, LINES = 3_000, 120
AROUND = ("core", "seven-days", "more", "trainers", "search")


def gz(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def list_of(site: Path, locale: str) -> Any:
    catalogue = json.loads((site / "offline.json").read_text(encoding="utf-8"))
    return json.loads((site / catalogue[locale]["list"]).read_text(encoding="utf-8"))


def groups_of(site: Path, locale: str) -> dict[str, Any]:
    return {group["id"]: group for group in list_of(site, locale)["groups"]}


def file_of(site: Path, path: str) -> Path:
    return site / f"{path}index.html" if path.endswith("/") or not path else site / path


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_is_saved_weighs_no_more_than_it_may(real_site: Built, locale: str) -> None:
    groups = groups_of(real_site.site, locale)
    weights = {id_: sum(row[2] for row in group["files"]) for id_, group in groups.items()}
    assert weights["core"] <= CORE, weights
    assert max(weight for id_, weight in weights.items() if id_ not in AROUND) <= MODULE, weights


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_list_tells_the_true_hash_and_size_of_every_file(real_site: Built, locale: str) -> None:
    for group in groups_of(real_site.site, locale).values():
        for path, digest, size in group["files"]:
            file = file_of(real_site.site, path)
            assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(digest), path
            assert gz(file) == size, path


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_page_of_a_language_can_be_saved(real_site: Built, locale: str) -> None:
    listed = {row[0] for group in groups_of(real_site.site, locale).values() for row in group["files"]}
    root = "" if locale == "vi" else f"{locale}/"
    sitemap = (real_site.site / "sitemap.xml").read_text(encoding="utf-8")
    pages = set(re.findall(r"<loc>https://learn.example/pde/([^<]*)</loc>", sitemap))
    others = tuple(f"{other}/" for other in LANGUAGES if other != locale)
    mine = {page for page in pages if page.startswith(root) and not page.startswith(others)}
    assert len(mine) > 20
    assert mine <= listed


def test_an_edited_text_changes_one_file_of_the_list(book: SmallBook) -> None:
    def rows() -> set[tuple[str, str]]:
        built = book.build()
        assert built.code == 0, built.output
        groups = groups_of(built.site, "fr").values()
        return {(row[0], row[1]) for group in groups for row in group["files"]}

    before = rows()
    book.change("docs/fr/locks/door.md", "Text with", "Words with")
    changed = {path for path, _ in rows() ^ before}
    assert {path for path in changed if "search/" not in path} == {"fr/locks/door/"}
    assert "fr/search/" in changed, "the words of a page are in the index too"


def test_the_search_is_saved_apart_with_the_files_of_its_language(book: SmallBook) -> None:
    site = book.build().site
    paths = {id_: [row[0] for row in group["files"]] for id_, group in groups_of(site, "fr").items()}
    index = sorted(file.relative_to(site).as_posix() for file in (site / "assets/search/fr").iterdir())
    assert len(index) > 5
    assert [path for path in paths["search"] if "assets/search/" in path] == index
    assert "fr/search/" in paths["search"]
    assert not [path for path in (*paths["core"], *paths["locks"]) if "assets/search/" in path]


def test_the_worker_is_short_and_the_same_whatever_the_book_says(book: SmallBook) -> None:
    worker = book.build().site / "sw.js"
    first = worker.read_bytes()
    assert gz(worker) <= WORKER
    assert len((PROJECT / "overrides/offline/sw.js").read_text(encoding="utf-8").splitlines()) <= LINES
    book.change("docs/fr/locks/door.md", "Text with", "Words with")
    assert (book.build().site / "sw.js").read_bytes() == first


def test_switched_off_a_site_publishes_the_way_back_and_no_list(book: SmallBook) -> None:
    built = book.build(OFFLINE="off")
    assert built.code == 0, built.output
    assert "unregister" in (built.site / "sw.js").read_text(encoding="utf-8")
    assert not built.has("offline.json")
    assert "Trang này đang tạm tắt việc lưu." in built.html("offline")
    assert "offline/#" not in built.html("locks")
