"""Whoever finds a weakness is told where to turn, by the page, by the repository and by a file for machines."""

from __future__ import annotations

import datetime as dt

import pytest

from small_book import LANGUAGES, PROJECT, Built, SmallBook

FILE = ".well-known/security.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small handbook on a host of its own."""
    book = SmallBook(tmp_path_factory.mktemp("secure"))
    book.change("docs/fr/about.md", "updated: 2026-11-22", "updated: 2026-12-24")
    built = book.build(SITE_URL="https://learn.example/", CONTACT="security@learn.example")
    assert built.code == 0, built.output
    return built


def fields(built: Built) -> dict[str, str]:
    lines = (built.site / FILE).read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_the_file_says_what_its_standard_asks(built: Built) -> None:
    assert fields(built) == {
        "Contact": "mailto:security@learn.example",
        "Expires": "2027-12-24T00:00:00Z",
        "Preferred-Languages": "vi, fr, en",
        "Canonical": "https://learn.example/.well-known/security.txt",
        "Policy": "https://learn.example/security/",
    }


def test_the_file_expires_by_the_newest_page_and_never_by_the_clock(built: Built) -> None:
    expires = dt.datetime.fromisoformat(fields(built)["Expires"])
    assert expires - dt.datetime(2026, 12, 24, tzinfo=dt.UTC) == dt.timedelta(days=365)


def test_below_a_path_there_is_no_such_file(real_site: Built) -> None:
    assert not real_site.has(FILE), "nobody looks for it there"


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_page_names_the_contact_and_the_page_of_help(real_site: Built, locale: str) -> None:
    page = real_site.html("security" if locale == "vi" else f"{locale}/security")
    text = page.partition("<article")[2].partition("</article>")[0]
    assert 'href="mailto:contact@handbook.example"' in text
    assert 'href="../help/"' in text


def test_the_repository_sends_reporters_to_the_page_first() -> None:
    text = (PROJECT / ".github/SECURITY.md").read_text(encoding="utf-8")
    for locale in LANGUAGES:
        assert f"(../docs/{locale}/security.md)" in text
        assert (PROJECT / f"docs/{locale}/security.md").is_file()
