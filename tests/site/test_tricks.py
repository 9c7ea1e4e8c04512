"""The page of new tricks and its feed: what readers meet, and what RFC 4287 asks for."""

from __future__ import annotations

import re
import urllib.parse
from xml.etree import ElementTree as ET

import pytest

from small_book import LANGUAGES, Built, SmallBook, files_of
from told import load_cases

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})")
TRICKS = "docs/data/tricks.yml"


@pytest.fixture
def two(book: SmallBook) -> SmallBook:
    """The small book with two tricks, the older one written last."""
    text = files_of(load_cases("tricks")[0]["tree"])[TRICKS]
    book.write(
        TRICKS, text.replace("false-lock\n    date: 2026-01-15", "false-key\n    date: 2026-01-15")
    )
    return book


def built(book: SmallBook) -> Built:
    done = book.build()
    assert done.code == 0, done.output
    return done


def prefix(locale: str) -> str:
    return "" if locale == "vi" else f"{locale}/"


def text_of(parent: ET.Element, name: str) -> str:
    """The text of the one child of this name."""
    [found] = parent.findall(f"{ATOM}{name}")
    assert found.text
    return found.text


def links_of(parent: ET.Element) -> dict[str, str]:
    """Addresses by relation."""
    return {link.attrib["rel"]: link.attrib["href"] for link in parent.findall(f"{ATOM}link")}


def feed_of(site: Built, locale: str) -> ET.Element:
    return ET.fromstring((site.site / f"{prefix(locale)}tricks.xml").read_bytes())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_feed_has_all_that_atom_asks_for(real_site: Built, locale: str) -> None:
    root = f"https://learn.example/pde/{prefix(locale)}"
    feed = feed_of(real_site, locale)
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed"
    assert feed.attrib[LANG] == locale
    assert links_of(feed) == {"self": f"{root}tricks.xml", "alternate": f"{root}tricks/"}
    assert text_of(feed.findall(f"{ATOM}author")[0], "name")
    ids = [text_of(part, "id") for part in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    for part, id_ in zip((feed, *entries), ids, strict=True):
        assert urllib.parse.urlsplit(id_)[:2] == ("https", "learn.example")
        assert text_of(part, "title")
        assert MOMENT.fullmatch(text_of(part, "updated"))
    assert text_of(feed, "updated") == max(text_of(entry, "updated") for entry in entries)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_at_least_ten_tricks_are_told_newest_first_and_each_entry_leads_to_its_own(
    real_site: Built, locale: str
) -> None:
    html = real_site.html(f"{prefix(locale)}tricks")
    shown = re.findall(r'<h2 id="([^"]+)">.*?<time datetime="([^"]+)">', html)
    entries = feed_of(real_site, locale).findall(f"{ATOM}entry")
    page = f"https://learn.example/pde/{prefix(locale)}tricks/"
    assert len(shown) >= 10
    assert [date for _, date in shown] == sorted((date for _, date in shown), reverse=True)
    assert [links_of(entry)["alternate"] for entry in entries] == [f"{page}#{id_}" for id_, _ in shown]
    assert [text_of(entry, "updated")[:7] for entry in entries] == [date[:7] for _, date in shown]


def test_the_text_of_an_entry_is_html_and_escaped_once(two: SmallBook) -> None:
    two.change(TRICKS, "Someone sells you an unknown lock.", "A lock & a <key>.")
    two.change(TRICKS, "title: La fausse serrure", 'title: "La fausse serrure : & une clé"')
    site = built(two)
    first = feed_of(site, "en").findall(f"{ATOM}entry")[0]
    content = first.findall(f"{ATOM}content")[0]
    assert content.attrib == {"type": "html"}
    assert content.text == (
        "<p>A lock &amp; a &lt;key&gt;.</p>"
        "<p><strong>What stops it:</strong> Ask the locksmith you know.</p>"
    )
    french = feed_of(site, "fr").findall(f"{ATOM}entry")[0]
    assert text_of(french, "title") == "La fausse serrure\u00a0: & une clé"
    assert "<p>A lock &amp; a &lt;key&gt;.</p>" in site.html("en/tricks")


def test_the_dates_of_a_feed_are_those_of_its_entries(
    two: SmallBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds = []
    for today in ("2026-11-22", "2031-01-01"):
        monkeypatch.setenv("HANDBOOK_TODAY", today)
        feeds.append((built(two).site / "tricks.xml").read_bytes())
    assert feeds[0] == feeds[1]
    feed = ET.fromstring(feeds[0])
    dates = [text_of(entry, "updated") for entry in feed.findall(f"{ATOM}entry")]
    assert dates == ["2026-02-01T00:00:00Z", "2026-01-15T00:00:00Z"]
    assert text_of(feed, "updated") == dates[0]


def test_only_the_page_of_tricks_announces_the_feed(two: SmallBook) -> None:
    site = built(two)
    announced = re.search(
        r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">',
        site.html("fr/tricks"),
    )
    assert announced
    assert (site.site / "fr/tricks" / announced[1]).resolve() == site.site.resolve() / "fr/tricks.xml"
    assert "atom+xml" not in site.html("fr/help")


def test_a_trick_says_when_it_was_seen_what_stops_it_where_to_learn_and_its_source(
    two: SmallBook,
) -> None:
    html = built(two).html("en/tricks")
    entry = html.partition('id="false-lock"')[2].partition("</section>")[0]
    for told in (
        '<time datetime="2026-02">Seen in February 2026</time>',
        '<p class="stop"><strong>What stops it:</strong> Ask the locksmith you know.</p>',
        '<p>Learn more: <a href="../locks/door/#two-locks">The door</a></p>',
        'Sources: <a href="https://news.example/" rel="noreferrer">A newspaper</a> (January 2024)',
    ):
        assert told in entry


def test_a_book_without_tricks_has_no_feed(book: SmallBook) -> None:
    site = built(book)
    assert not list(site.site.rglob("tricks.xml"))
    assert "atom+xml" not in site.html("en/tricks")


def test_a_lesson_keeps_its_short_menu(two: SmallBook) -> None:
    site = built(two)
    assert 'href="../tricks/"' in site.html("en/help")
    assert "tricks" not in site.html("en/locks/door")
