"""`handbook expand` writes what readers get, page by page, for generators that know nothing of ours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from browser.course import BOOK
from small_book import SmallBook

Read = Callable[[str], str]
LOCK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n'


def expand(book: SmallBook, *arguments: str, say: str = "en") -> tuple[int, str]:
    book.number_items()
    command = [sys.executable, "-m", "handbook", "expand", *arguments]
    given = {**os.environ, "PYTHONPATH": "hooks", "HANDBOOK_SAY": say}
    done = subprocess.run(
        command, cwd=book.folder, env=given, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book expanded, with pictures, French signs and a page that is not translated."""
    book = SmallBook(tmp_path_factory.mktemp("small"))
    pictures = "![A](../../assets/img/lock.svg) ![B](../img/own.svg)\n\n[![C](../../assets/img/lock.svg)][d]\n\n[d]: ../../assets/img/lock.svg\n\n"
    book.change("docs/en/locks/door.md", "Text with", f"{pictures}Text with")
    book.change("docs/fr/locks/door.md", "Text with", "Une clé ? « Oui » :")
    book.remove("docs/fr/about.md")
    for path in ("assets/img/lock.svg", "vi/img/own.svg", "en/img/own.svg"):
        book.write(f"docs/{path}", LOCK)
    code, said = expand(book)
    assert (code, said) == (
        0,
        "63 pages in build/expanded — to build them with Zensical: sh build/expanded/build.sh\n",
    )
    return book.folder / "build/expanded"


@pytest.fixture(scope="module")
def read(trees: Path) -> Read:
    """The text of a file below the expanded small book."""
    return lambda path: (trees / path).read_text(encoding="utf-8")


def files_below(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.md"))


def test_every_page_of_the_handbook_is_there_in_every_language_and_no_directive_is_left(
    expanded: Path,
) -> None:
    for locale in BOOK.languages:
        pages = {f"{key}.md": (expanded / locale / f"{key}.md") for key in BOOK.keys}
        assert sorted(pages) == files_below(expanded / locale)
        for file in pages.values():
            text = file.read_text(encoding="utf-8")
            assert re.findall(r"\{\{.*?\}\}|^///.*|\{%.*?%\}", text, re.MULTILINE) == [], file


def test_every_link_of_the_handbook_leads_from_file_to_file(expanded: Path) -> None:
    for locale in BOOK.languages:
        for file in (expanded / locale).rglob("*.md"):
            text = file.read_text(encoding="utf-8")
            found = re.findall(r'\shref="([^":#]+)(?:#[^"]*)?"|\]\(([^):#\s]+)(?:#[^)]*)?\)', text)
            for address in {one or other for one, other in found}:
                if address.endswith("/"):  # what a script opens (#board)
                    there = file.parent / f"{address.removesuffix('/')}.md"
                else:
                    there = file.parent / address
                shared = expanded / "vi" / os.path.relpath(there, expanded)
                assert there.exists() or shared.exists(), f"{file}: {address}"


def test_a_page_keeps_its_title_its_description_and_its_date(read: Read) -> None:
    _, front, _ = read("fr/locks/door.md").split("---\n", 2)
    assert yaml.safe_load(front) == {
        "title": "La porte",
        "description": "La porte.",
        "updated": "2026-11-22",
    }


def test_a_page_is_whole_with_its_text_and_what_stands_around_it(read: Read) -> None:
    text = read("en/locks/door.md")
    assert "## The door {#two-locks}" in text
    assert 'Text with <a class="fact" href="tel:156">156</a>.' in text
    assert '<aside class="drill"' in text
    assert '<a href="https://news.example/" rel="noreferrer">A newspaper</a>' in text
    assert '<a href="../facts.md">' in text


def test_pictures_lie_within_the_tree_of_each_language(read: Read) -> None:
    text = read("en/locks/door.md")
    assert "![A](../assets/img/lock.svg) ![B](../img/own.svg)" in text
    assert "[![C](../assets/img/lock.svg)][d]\n\n[d]: ../assets/img/lock.svg" in text
    for path in ("en/assets/img/lock.svg", "en/img/own.svg", "fr/img/own.svg"):
        assert read(path) == LOCK


def test_the_page_of_a_module_lists_its_lessons_and_home_its_modules(read: Read) -> None:
    lessons = re.findall(r'<li><a href="([^"]*)">', read("fr/locks/index.md"))
    assert lessons == ["door.md", "quiz.md"]
    home = read("fr/index.md")
    assert '<h3><a href="locks/index.md">Les serrures</a></h3>' in home
    # The ways in follow the first paragraph.
    assert home.index("Text.") < home.index('href="help.md"') < home.index("<h3>")


def test_a_quiz_is_the_whole_form_with_its_data_and_its_scripts(read: Read) -> None:
    text = read("fr/locks/quiz.md")
    assert "<legend>Quelle porte est la plus sûre\u202f?</legend>" in text
    assert "Deux serrures résistent mieux." in text
    [data] = re.findall(r'data-quiz="\.\./\.\./\.\./([^"]*)"', text)
    assert "first-key" in read(f"vi/{data}")
    sources = re.findall(r'<script type="module" src="\.\./\.\./([^"]*)"', text)
    assert [Path(source).name for source in sources] == ["root.js", "main.js"]
    for source in sources:
        assert read(f"vi/{source}")


def test_a_text_that_is_not_translated_stands_in_the_source_language_and_says_so(read: Read) -> None:
    text = read("fr/about.md")
    assert '<aside class="banner"' in text
    assert '<div lang="vi" markdown="1">\n\nText.\n\n</div>' in text


def test_french_signs_keep_to_their_word(read: Read) -> None:
    assert "Une clé\u202f? «\u00a0Oui\u00a0»\u00a0:" in read("fr/locks/door.md")


@pytest.mark.parametrize(("locale", "root"), [("vi", ""), ("fr", "fr/"), ("en", "en/")])
def test_each_language_has_settings_that_name_every_page(trees: Path, locale: str, root: str) -> None:
    settings = yaml.safe_load((trees / f"{locale}.yml").read_text(encoding="utf-8"))
    assert settings["docs_dir"] == locale
    assert settings["site_dir"] == f"site/{root}".rstrip("/")
    assert settings["site_url"] == f"https://handbook.example/{root}"
    assert settings["theme"]["language"] == locale
    assert [alternate["lang"] for alternate in settings["extra"]["alternate"]] == ["vi", "fr", "en"]
    listed = re.findall(r"[\w/-]+\.md", str(settings["nav"]))
    assert sorted(listed) == files_below(trees / locale)


def test_phones_that_saved_pages_are_told_to_throw_them_away(read: Read) -> None:
    assert "unregister" in read("vi/sw.js")
    assert "offline.md#save" not in read("fr/locks/index.md")


def test_a_second_run_leaves_nothing_of_the_first(book: SmallBook) -> None:
    assert expand(book)[0] == 0
    book.write("build/expanded/en/locks/old.md", "Old.")
    book.write("build/expanded/site/index.html", "Old.")
    assert expand(book)[0] == 0
    assert not (book.folder / "build/expanded/en/locks/old.md").exists()
    assert not (book.folder / "build/expanded/site").exists()


@pytest.mark.parametrize(
    ("say", "words"),
    [
        ("en", "docs holds something that did not come from this command — name a folder"),
        ("fr", "docs contient quelque chose qui ne vient pas de cette commande — nommez"),
        ("vi", "docs đang chứa thứ không phải do lệnh này viết — hãy nêu một thư mục trống"),
    ],
)
def test_a_folder_with_other_things_is_left_alone(book: SmallBook, say: str, words: str) -> None:
    before = sorted((book.folder / "docs").rglob("*"))
    code, said = expand(book, "docs", say=say)
    assert code == 1
    assert said.startswith(words)
    assert sorted((book.folder / "docs").rglob("*")) == before


def test_a_script_of_the_same_name_makes_no_folder_ours(book: SmallBook) -> None:
    book.write("build/expanded/build.sh", "#!/bin/sh\nmake\n")
    assert expand(book)[0] == 1
    assert book.read("build/expanded/build.sh") == "#!/bin/sh\nmake\n"


def test_a_mistake_is_told_at_its_line_and_nothing_is_written(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    code, said = expand(book)
    assert code == 1
    assert said.startswith("quizzes/locks.yml:4:10: ")
    assert not (book.folder / "build/expanded").exists()
