"""One-file chapters are made from a site, and the next build takes them along."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from small_book import LANGUAGES, SmallBook


def single(book: SmallBook, say: str = "en") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handbook", "single"]
    given = {**os.environ, "PYTHONPATH": "hooks", "HANDBOOK_SAY": say}
    return subprocess.run(
        command, cwd=book.folder, env=given, capture_output=True, text=True, check=False
    )


def test_a_chapter_is_linked_where_its_module_begins_once_it_is_there(book: SmallBook) -> None:
    assert "single/" not in book.build().html("locks")
    done = single(book)
    assert done.returncode == 0, done.stderr
    built = book.build()
    assert built.code == 0, built.output
    for folder, locale in zip(("", "fr/", "en/"), LANGUAGES, strict=True):
        assert built.has(f"single/{locale}/locks.html")
        assert built.has(f"single/{locale}.zip")
        up = "../" * (folder + "locks/").count("/")
        assert f'href="{up}single/{locale}/locks.html" download' in built.html(f"{folder}locks")
        offline = built.html(f"{folder}offline")
        up = "../" * (folder + "offline/").count("/")
        assert f'href="{up}single/{locale}/locks.html" download' in offline
        assert f'href="{up}single/{locale}.zip" download' in offline


def test_a_pdf_is_offered_where_it_is_there(book: SmallBook) -> None:
    book.write("build/paper/fr/locks-learner.pdf", "%PDF-1.7")
    entry = {"made_from": "", "version": "2026.11", "address": "https://x.example/"}
    for known, offered in (({}, 0), ({"fr/locks-learner.pdf": entry}, 1)):  # an old one is not published
        book.write("build/paper/ledger.json", json.dumps(known))
        built = book.build()
        html = built.html("fr/offline")
        assert html.count('href="../../paper/fr/locks-learner.pdf"') == offered
        assert built.has("paper/fr/locks-learner.pdf") == bool(offered)
    assert "En PDF à imprimer (1\u00a0ko)" in html or "En PDF à imprimer (1 ko)" in html


@pytest.mark.parametrize(
    ("say", "words"),
    [
        ("en", "site holds no finished site — build it first: mkdocs build"),
        ("fr", "site ne contient pas de site terminé — construisez-le d’abord : mkdocs build"),
        ("vi", "site chưa có trang nào được dựng xong — hãy dựng trước: mkdocs build"),
    ],
)
def test_without_a_site_the_editor_is_told_to_build_it(book: SmallBook, say: str, words: str) -> None:
    done = single(book, say)
    assert done.returncode == 1
    assert done.stderr.strip() == words


def test_a_page_that_cannot_be_put_into_a_file_is_named(book: SmallBook) -> None:
    book.build()
    page = book.folder / "site/fr/locks/door/index.html"
    page.write_text("<p>nothing", encoding="utf-8")
    done = single(book)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "a one-file chapter cannot be made: fr/locks/door/index.html has no article — mend this"
    )
