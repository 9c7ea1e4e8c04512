"""`make release`: what lies in dist/, what is refused, and that nothing in it leads to a stand-in."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.programme import SOURCE as PROGRAMME
from handbook.publish.headers import all_headers, kind_of
from handbook.publish.headers_file import MOST_RULES, header_rules, too_long
from handbook.publish.hosting import Hosting, hosting_of
from handbook.publish.notes import notes_of
from handbook.publish.stand_ins import stand_ins
from paper.pdf import qr_codes
from released import REAL, Press, content, digest, sums
from small_book import LANGUAGES, PROJECT

STAND_INS = {"SITE_URL": "", "REPO_URL": "", "CONTACT": ""}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """A small book of which everything was made."""
    made = Press(tmp_path_factory.mktemp("press"))
    done = made.make()
    assert done.code == 0, done.out
    assert "nobody has tried contact 'hotline' yet — call or open tel:156" in done.out
    assert done.out.splitlines()[-1].startswith("dist/: version 2026.11, ")
    return made


def test_everything_that_is_handed_on_is_there_with_its_checksum(press: Press) -> None:
    files = content(press.dist)
    listed = sums(press.dist)
    assert {path: digest(data) for path, data in files.items() if path != "SHA256SUMS"} == listed
    for locale, root in zip(LANGUAGES, ("", "fr/", "en/"), strict=True):
        for name in ("learner", "booklet", "trainer", "worksheet-a"):
            assert f"paper/{locale}/locks-{name}.pdf" in files
        assert f"single/{locale}/locks.html" in files
        assert f"single/{locale}.zip" in files
        assert f"paper-{locale}-2026.11.zip" in files
        assert f"single/{locale}/locks.html" in files[f"site/{root}locks/index.html"].decode()
        assert f"paper/{locale}/locks-learner.pdf" in files[f"site/{root}locks/index.html"].decode()
    others = {path for path in files if not path.startswith(("site/", "paper", "single/"))}
    assert others == {
        *("SHA256SUMS", "VERSION", "RELEASE.md", "headers.json", "publish.sh", "site-2026.11.zip"),
        *("nginx/headers.conf", "nginx/site.conf", "nginx/server.conf"),
    }


def test_the_same_text_gives_the_same_bytes_in_another_folder(
    press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Press(tmp_path_factory.mktemp("elsewhere"))
    assert other.make().code == 0
    ours, theirs = content(press.dist), content(other.dist)
    assert [path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)] == []


def test_archives_are_in_order_and_know_no_hour(press: Press) -> None:
    for file in press.dist.rglob("*.zip"):
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            assert {entry.date_time[0] for entry in entries} == {1980}, file
    with zipfile.ZipFile(press.dist / "site-2026.11.zip") as archive:
        assert archive.namelist() == sorted(content(press.dist / "site"))


def test_a_release_says_of_what_it_was_made_and_what_is_new(press: Press) -> None:
    assert (press.dist / "VERSION").read_text(encoding="utf-8").splitlines() == [
        *("version: 2026.11", "commit: ", "date: 2026-09-21"),
        *("address: https://learn.popular.test/pde/", "path: /pde/"),
    ]
    told = (press.dist / "RELEASE.md").read_text(encoding="utf-8")
    assert told == "# Bình dân học vụ số 2026.11\n\nThe first words.\n"


def test_nothing_in_it_leads_to_a_stand_in_not_even_a_printed_code(press: Press) -> None:
    found = {
        path for path, data in content(press.dist).items() if re.search(rb"[/@.]\w+\.example\b", data)
    }
    assert found == {"nginx/server.conf"} & found
    for locale in LANGUAGES:
        sheets = qr_codes(press.dist / f"paper/{locale}/locks-learner.pdf")
        codes = [code for sheet in sheets for code in sheet]
        assert codes
        assert all(code.startswith(REAL["SITE_URL"]) for code in codes)


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (
            "en",
            "mkdocs.yml:3:1: 'https://handbook.example/' is a stand-in, and a printed code is for ever",
        ),
        ("fr", "mkdocs.yml:3:1: « https://handbook.example/ » n’est qu’un exemple, et un code imprimé"),
        ("vi", "mkdocs.yml:3:1: “https://handbook.example/” chỉ là địa chỉ ví dụ, mà mã đã in"),
    ],
)
def test_a_release_with_stand_in_addresses_is_refused_before_anything_is_made(
    tmp_path: Path, say: str, words: str
) -> None:
    press = Press(tmp_path, **STAND_INS)
    done = press.handbook("release", "--ask", say=say)
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith(words)
    assert [line.partition(": ")[0] for line in lines] == [f"mkdocs.yml:{n}:1" for n in (3, 4, 6)]
    assert not press.dist.exists()


def test_a_version_of_which_nobody_says_what_is_new_is_refused(tmp_path: Path) -> None:
    press = Press(tmp_path)
    assert press.handbook("release", "--ask").code == 0
    press.book.write("CHANGELOG.md", "# Changelog\n\n## 2026.10\n\nOld.\n")
    done = press.handbook("release", "--ask")
    assert done.code == 1
    assert done.out.startswith("CHANGELOG.md:1:1: there is nothing on version 2026.11 — write a section")


def test_a_mistake_in_the_book_is_told_and_a_site_that_is_not_built(tmp_path: Path) -> None:
    press = Press(tmp_path)
    assert (
        press.handbook("release").out.strip()
        == "site holds no finished site — build it first: mkdocs build"
    )
    press.book.change("quizzes/locks.yml", "key: b", "key: c")
    assert press.handbook("release", "--ask").out.startswith("quizzes/locks.yml:4:10: the key names 'c'")


@pytest.fixture
def site(press: Press) -> Iterator[Path]:
    """The built site, as it was again after the test; and dist/ must not have been touched."""
    before, dist = content(press.book.folder / "site"), sums(press.dist)
    site = press.book.folder / "site"
    yield site
    for path in content(site).keys() - before.keys():
        (site / path).unlink()
    for path, data in before.items():
        (site / path).write_bytes(data)
    assert sums(press.dist) == dist


EVERYWHERE = (
    *("_headers", "app.fr.webmanifest", "assets/journey/late.0123abcd.js", "en/404.html"),
    *("fr/locks/door/index.html", "offline.json", "single/vi/locks.html", "sitemap.xml"),
    "vi/locks/index.html",
)


def test_an_address_that_was_left_is_found_wherever_it_stands(press: Press, site: Path) -> None:
    for path in EVERYWHERE:
        with (site / path).open("a", encoding="utf-8") as file:
            file.write('"https://handbook.example/fr/"')
    with zipfile.ZipFile(site / "single/fr.zip", "a") as archive:
        archive.writestr("late.html", "<a href='mailto:contact@handbook.example'>")
    done = press.handbook("release")
    assert done.code == 1
    found = [*EVERYWHERE, "single/fr.zip/late.html"]
    assert done.out.splitlines() == [
        f"site/{path}:1:1: this file still leads to handbook.example — make everything anew with the real"
        " addresses: make release"
        for path in sorted(found)
    ]


def test_a_host_that_a_lesson_names_as_words_is_no_address(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<b>banque.example</b>, banque.example/x, a.example.org")
    assert stand_ins(tmp_path) == []
    (tmp_path / "index.html").write_text('<a href="//banque.example/x">')
    assert stand_ins(tmp_path) == [("index.html", "banque.example")]


def test_a_file_that_is_missing_and_paper_of_another_address_are_told(press: Press, site: Path) -> None:
    (site / "single/fr/locks.html").unlink()
    done = press.handbook("release")
    assert done.out.startswith("site/single/fr/locks.html:1:1: this file is missing — ")
    moved = Press.__new__(Press)
    moved.book, moved.given = press.book, {**REAL, "SITE_URL": "https://other.popular.test/"}
    lines = moved.handbook("release").out.splitlines()
    assert lines[0].startswith(
        "site/index.html:1:1: the site was built for https://learn.popular.test/pde/, "
        "the settings say https://other.popular.test/"
    )
    assert any("locks-learner.pdf:1:1: this PDF is of version 2026.11" in line for line in lines)


def test_the_table_for_programs_says_the_same_of_every_file(press: Press) -> None:
    table = json.loads((press.dist / "headers.json").read_text(encoding="utf-8"))
    policy = hosting_of(press.dist / "site", LANGUAGES).policy
    kinds = set()
    for path in content(press.dist / "site"):
        rule = next(rule for rule in table["files"] if re.search(rule["pattern"], path))
        assert {**table["everywhere"], **rule["headers"]} == all_headers(path, policy), path
        kinds.add(kind_of(path))
    assert kinds >= {"page", "asset", "chapter", "paper"}


def test_whoever_publishes_a_site_with_too_many_folders_for_a_host_is_told(tmp_path: Path) -> None:
    hosting = Hosting("https://learn.popular.test/", (), "default-src 'none'")
    (tmp_path / "index.html").touch()
    for number in range(MOST_RULES):
        assert too_long(header_rules(hosting, tmp_path)) is (number > MOST_RULES - 2)
        (tmp_path / f"m{number}").mkdir()
        (tmp_path / f"m{number}/index.html").touch()


def test_the_changelog_of_the_project_tells_of_its_version() -> None:
    programme = (PROJECT / PROGRAMME).read_text(encoding="utf-8")
    match = re.search(r"^version: (\S+)", programme, re.MULTILINE)
    assert match
    assert len(notes_of(PROJECT, match[1])) > 100
