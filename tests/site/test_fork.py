"""A handbook of another country is made by replacing what the README names, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from fork_book import KEPT, Fork
from small_book import PROJECT, Built

README = (PROJECT / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("\n## Another handbook\n")[2].partition("\n## ")[0]


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Fork:
    """The handbook of tests/fork/."""
    return Fork(tmp_path_factory.mktemp("fork"))


@pytest.fixture(scope="module")
def built(fork: Fork) -> Built:
    """The same, built."""
    built = fork.build()
    assert built.code == 0, built.output
    return built


def test_the_readme_lists_all_that_is_touched(fork: Fork) -> None:
    named = re.findall(r"^\| `([\w./]+)` \|", SECTION, re.MULTILINE)
    touched = {
        f"{entry.name}/" if entry.is_dir() else entry.name
        for entry in fork.folder.iterdir()
        if entry.name not in KEPT and entry.name not in ("site", "build")
    }
    assert touched == set(named)
    for name in KEPT:
        assert (fork.folder / name).resolve() == PROJECT / name, "the code is the repository's own"


def test_of_the_settings_only_the_name_and_the_languages_change(fork: Fork) -> None:
    def lines(folder: Path) -> list[str]:
        return (folder / "mkdocs.yml").read_text(encoding="utf-8").splitlines()

    ours, theirs = lines(PROJECT), lines(fork.folder)
    changed = {line.strip() for line in set(ours) ^ set(theirs)}
    assert changed
    assert all(line.startswith(("site_name: ", "- {locale: ")) for line in changed)
    assert "`site_name`" in SECTION
    assert "`languages`" in SECTION


def test_its_check_finds_nothing_wrong(fork: Fork) -> None:
    code, output = fork.handbook("check")
    assert code == 0
    assert output.startswith("errors: 0, warnings: 0, "), output


def test_its_check_knows_its_languages_and_countries(fork: Fork) -> None:
    code, output = fork.handbook("check", "--format", "json", "--level", "notice")
    assert code == 0
    found = json.loads(output)
    assert {each["code"] for each in found} == {"not-translated"}, (
        "no rule judges Lao as if it were French"
    )


def test_pages_are_in_its_languages(built: Built) -> None:
    lao, english = built.html("passwords/strong"), built.html("en/passwords/strong")
    assert '<html lang="lo" dir="ltr"' in lao
    assert '<html lang="en" dir="ltr"' in english
    for page in (lao, english):
        assert re.search(r'<a [^>]*\blang="?lo\b[^>]*>ລາວ</a>', page), "the switcher says its own name"
    assert "Tiếng Việt" not in lao + english
    assert "ຢູ່ໃນລາວ" in lao
    assert "In Laos" in english


def test_whoever_chose_another_language_is_led_to_it(built: Built) -> None:
    style = next((built.site / "assets").glob("*/css/handbook.css")).read_text(encoding="utf-8")
    assert "[data-wish=lo] .wish:lang(lo),[data-wish=en] .wish:lang(en){display:block}" in style
    assert "ອ່ານຕໍ່ເປັນພາສາລາວ" in built.html("en/passwords/strong")


def test_a_page_that_is_not_translated_shows_the_source(built: Built) -> None:
    page = built.html("en/about")
    assert '<article lang="lo">' in page
    assert "ກ່ຽວກັບປຶ້ມຄູ່ມື" in page
    assert "Here is the Lao text." in page


def test_terms_are_found_between_other_letters(built: Built) -> None:
    page = built.html("passwords/strong")
    assert re.search(r'class="?term"?[^>]*>ລະຫັດຜ່ານ</a>ທີ່ດີ', page)


def test_no_picture_for_chats_has_empty_boxes(built: Built) -> None:
    assert "og:image" not in built.html("passwords/strong"), "our font has no Lao"
    assert "og:image" in built.html("en/passwords/strong")


def test_the_press_says_which_letters_are_missing_and_where_a_font_goes(tmp_path: Path) -> None:
    fork = Fork(tmp_path)
    code, output = fork.handbook("print", "--only", "lo", "--module", "passwords")
    assert code == 1
    told = [line for line in output.splitlines() if line.startswith("docs/lo/passwords/strong.md:")]
    assert len(told) == 1, "a file whose letters are all missing is told once"
    assert told[0].startswith("docs/lo/passwords/strong.md:2:8: no font of this book draws ")
    assert "docs/data/fonts/, as NAME-Regular.ttf and NAME-Bold.ttf" in told[0]
    assert not list((tmp_path / "build/paper").glob("lo/*.pdf"))


def test_with_a_font_of_its_own_a_chapter_is_printed_and_pictures_are_drawn(tmp_path: Path) -> None:
    fork = Fork(tmp_path)
    fork.add_font()
    code, output = fork.handbook("print", "--only", "lo", "--module", "passwords")
    assert code == 0, output
    file = tmp_path / "build/paper/lo/passwords-learner.pdf"
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "ຖາມ" in text
    assert "24" in text, "our own font still draws what it has"
    built = fork.build()
    assert built.code == 0, built.output
    assert "passwords-learner.pdf" in built.html("passwords")
    assert "og:image" in built.html("passwords/strong")
    assert not built.has("data/fonts"), "fonts of paper are no burden for phones"
