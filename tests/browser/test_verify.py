"""The page that a certificate's code leads to: what it says, whether it agrees with the rule, and no more."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import expect

from browser.certified import ALL, COMPULSORY, OPTIONAL, PROGRAMME, kind
from browser.conftest import Learn
from browser.course import BOOK, languages, mostly_source
from browser.learner import Learner
from browser.test_accessibility import violations
from handbook.dates import spoken_date
from handbook.programme import Module

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
DAY = "2026-12-05"


def claim(
    passed: list[Module], name: str = "full", version: str = PROGRAMME.version, score: int = 90
) -> str:
    modules = "-".join(f"{module.code}.{score}" for module in passed)
    return f"f=1&k={name}&v={version}&d={DAY}&m={modules}"


def reader(learn: Learn, locale: str, fragment: str = "", **how: object) -> Learner:
    """Somebody who has scanned a code."""
    learner = learn(locale, **how)
    learner.page.goto(f"{learner.address('verify')}#{fragment}")
    if how.get("javascript", True):
        expect(learner.page.locator("[data-when=no-script]")).to_be_hidden()
    return learner


def does_not_see(learner: Learner, *names: str) -> None:
    for name in names:
        expect(learner.page.get_by_text(learner.words[name])).to_be_hidden()


def shown(learner: Learner) -> str:
    return " ".join(learner.page.get_by_role("main").inner_text().split())


def listed(learner: Learner) -> list[str]:
    items = learner.page.locator(".claim li:visible")
    return [" ".join(text.split()) for text in items.all_inner_texts()]


@languages
@pytest.mark.parametrize(
    ("passed", "name"), [(ALL, "full"), (COMPULSORY, "basics")], ids=["full", "basics"]
)
def test_a_code_that_agrees_with_the_rule_says_so_and_what_it_holds(
    learn: Learn, locale: str, passed: list[Module], name: str
) -> None:
    learner = reader(learn, locale, claim(passed, name))
    learner.sees(learner.words["claim-holds"])
    learner.sees(learner.words["claim-nobody"])
    learner.sees(kind(learner, name))
    does_not_see(learner, "claim-fails", "claim-older", "claim-newer", "claim-signed")
    score = learner.words.fill("cert-score", n=90)
    assert listed(learner) == [" ".join(f"{module.title[locale]} {score}".split()) for module in passed]
    day = "5 tháng 12, 2026" if locale == "vi" else spoken_date(DAY, locale)
    assert day in shown(learner)
    assert PROGRAMME.version in shown(learner)


@mostly_source
@pytest.mark.parametrize(
    "fragment",
    [
        claim(ALL[:-1]),
        claim(ALL[1:]),
        claim(COMPULSORY[1:], "basics"),
        claim(ALL, score=79),
        claim([*COMPULSORY, *COMPULSORY]),
    ],
)
def test_a_code_that_is_not_enough_never_holds(learn: Learn, locale: str, fragment: str) -> None:
    learner = reader(learn, locale, fragment)
    learner.sees(learner.words["claim-fails"])
    does_not_see(learner, "claim-holds")


def test_it_counts_again(learn: Learn) -> None:
    learner = reader(learn, "en", claim([*COMPULSORY[:3], *OPTIONAL[:2]]))
    learner.sees(learner.words.fill("claim-count", compulsory=3, optional=2))


@languages
def test_without_a_code_it_says_how_to_come_here(learn: Learn, locale: str) -> None:
    learner = reader(learn, locale)
    learner.sees(learner.words["claim-nothing"])
    does_not_see(learner, "claim-holds", "claim-fails", "claim-garbage")


@mostly_source
@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("f=2&k=gold", "later"),
        ("lan", "garbage"),
        (claim(ALL)[:30], "garbage"),
        ("f=1&k=%FF", "garbage"),
    ],
)
def test_what_cannot_be_read_is_refused_politely(
    learn: Learn, locale: str, fragment: str, said: str
) -> None:
    learner = reader(learn, locale, fragment)
    learner.sees(learner.words[f"claim-{said}"])
    does_not_see(learner, "claim-holds", "claim-fails", "claim-nothing")
    expect(learner.page.get_by_role("heading", level=2)).to_have_count(0)


@mostly_source
@pytest.mark.parametrize(("version", "said"), [("2025.1", "older"), ("2999.1", "newer")])
def test_another_edition_of_the_programme_is_told(
    learn: Learn, locale: str, version: str, said: str
) -> None:
    learner = reader(learn, locale, claim(ALL, version=version))
    learner.sees(learner.words["claim-holds"])
    learner.sees(learner.words[f"claim-{said}"])


def test_modules_that_this_site_does_not_know_are_counted_not_quoted(learn: Learn) -> None:
    learner = reader(learn, "vi", f"{claim(ALL)}-Call.90-0900123456")
    learner.sees(learner.words["claim-unknown"])
    assert f"{learner.words['claim-unknown']} 2" in shown(learner)
    assert not re.search("Call|0900", shown(learner))


def test_a_signature_is_not_taken_for_checked(learn: Learn) -> None:
    learner = reader(learn, "vi", f"{claim(ALL)}&s=abc")
    learner.sees(learner.words["claim-signed"])
    assert "abc" not in shown(learner)


def test_the_words_of_a_stranger_are_not_shown(learn: Learn) -> None:
    learner = reader(learn, "vi", f"{claim(ALL)}&zarsrc=You+won&Call+0900123456=Call+0900123456&<b>=x")
    learner.sees(learner.words["claim-also"])
    assert not re.search("won|Call|0900|<b>", shown(learner))
    assert "zarsrc, …, …" in shown(learner)


def test_a_second_code_is_read_without_a_reload(learn: Learn) -> None:
    learner = reader(learn, "vi", claim(ALL))
    learner.sees(learner.words["claim-holds"])
    learner.page.evaluate(f"location.hash = '{claim(ALL[1:])}&s=1'")
    learner.sees(learner.words["claim-fails"])
    does_not_see(learner, "claim-holds")
    learner.page.evaluate("location.hash = ''")
    learner.sees(learner.words["claim-nothing"])
    does_not_see(learner, "claim-fails", "claim-signed")


@languages
def test_without_scripts_it_says_what_is_needed(learn: Learn, locale: str) -> None:
    learner = reader(learn, locale, claim(ALL), javascript=False)
    learner.sees(BOOK.page(locale, "verify").title)
    learner.sees(learner.words["claim-no-script"])
    does_not_see(learner, "claim-holds", "claim-fails", "claim-garbage")


def test_nothing_of_the_code_is_sent_or_kept(learn: Learn) -> None:
    learner = learn("vi")
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    learner.page.goto(f"{learner.address('verify')}#{claim(ALL)}")
    learner.sees(learner.words["claim-holds"])
    assert not [url for url in asked if "M01" in url]
    assert learner.page.evaluate("Object.keys(localStorage)") == []


@mostly_source
@schemes
@pytest.mark.parametrize(
    "fragment", ["", f"{claim(ALL)}-M99&s=1&x=1", claim(ALL[1:], version="1"), "lan"]
)
def test_axe_finds_nothing_and_a_small_screen_is_wide_enough(
    learn: Learn, locale: str, scheme: Literal["light", "dark"], fragment: str
) -> None:
    learner = reader(learn, locale, fragment, width=320)
    learner.page.emulate_media(color_scheme=scheme)
    assert violations(learner.page) == []
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320
