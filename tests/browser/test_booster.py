"""The booster: five of the questions that modules keep for two weeks later."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import BOOK, LANGUAGES, legend, mostly_source, option, reasons, right, wholly_wrong
from browser.learner import Keyboard, Learner
from browser.reviews import (
    attempt,
    day,
    is_day,
    module_title,
    name_of,
    opens,
    profile_of,
    put_profile,
    sees_end,
    when,
)
from browser.test_accessibility import violations
from browser.test_storage import REFUSED
from handbook.quiz.model import Item

BOOSTER = BOOK.booster
DRAW = 5


def drawn(learner: Learner) -> list[Item]:
    """Open the booster; returns what it asks."""
    learner.open("booster")
    learner.sees_progress()
    return learner.asked(BOOSTER)


def modules_of(items: list[Item]) -> set[str]:
    return {name_of(item).split("/")[0] for item in items}


def test_the_handbook_keeps_questions_of_at_least_five_modules() -> None:
    """Two a module, half of them genuine: any five come from three modules."""
    reserved = [name_of(item).split("/")[0] for item in BOOSTER.items]
    assert len(set(reserved)) >= 5
    assert max(map(reserved.count, reserved)) <= 2


def test_five_questions_mix_modules_and_genuine_messages_with_fakes(learn: Learn) -> None:
    learner = learn("vi")
    met: set[str] = set()
    for _ in range(6):
        asked = drawn(learner)
        assert len(asked) == DRAW
        assert len(modules_of(asked)) >= 3
        assert {item.genuine for item in asked} >= {True, False}
        met |= {item.id for item in asked}
        learner.page.evaluate("localStorage.clear()")
    assert len(met) > DRAW, "another learner meets others"


@mostly_source
def test_answers_are_kept_for_today_and_nothing_is_passed(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    put_profile(learner, {})
    is_day(learner, 20)
    first, *rest = drawn(learner)
    learner.answer(BOOSTER, first, wholly_wrong(first))
    for item in rest:
        learner.answer(BOOSTER, item, right(item))
    sees_end(learner, 4, 5, {1: 1, 3: 4})
    for words in ("passed", "not-passed"):
        expect(learner.page.get_by_text(learner.words[words])).to_have_count(0)
    profile = profile_of(learner)
    kept = {name: (one["b"], one["n"], one["t"]) for name, one in profile["attempts"].items()}
    assert kept == {
        name_of(first): (0, 1, day(20)),
        **{name_of(item): (1, 1, day(20)) for item in rest},
    }
    module = profile["modules"]["booster"]
    assert len(module["seed"]) == 4
    assert "passed" not in module

    assert drawn(learner) == [first, *rest]
    learner.verdict(BOOSTER, first, "verdict-wrong")
    learner.verdict(BOOSTER, rest[0], "verdict-right")
    is_day(learner, 21)
    assert [name_of(item) for item in opens(learner).items] == [name_of(first)]
    is_day(learner, 23)
    assert len(opens(learner).items) == DRAW


def test_five_others_are_asked_when_one_wishes(learn: Learn) -> None:
    learner = learn("fr")
    before = drawn(learner)
    learner.answer_all(BOOSTER)
    learner.hand.press(learner.button("review-others"))
    learner.sees_answered(BOOSTER, 0)
    after = learner.asked(BOOSTER)
    assert len(after) == DRAW
    assert drawn(learner) == after
    assert profile_of(learner)["attempts"].keys() >= {name_of(item) for item in before}


@pytest.mark.parametrize(("since", "left"), [(1, 13), (13, 1), (14, 0), (40, 0), (None, 0)])
@mostly_source
def test_who_began_less_than_two_weeks_ago_reads_when_it_is_meant_and_may_go_on(
    learn: Learn, locale: str, since: int | None, left: int
) -> None:
    learner = learn(locale)
    put_profile(learner, {}, days={} if since is None else {"1": day(40 - since)})
    is_day(learner, 40)
    drawn(learner)
    beginning = learner.words["review-early"].split("{")[0].strip()
    if left:
        learner.sees(learner.words.fill("review-early", when=when(learner, left)))
    else:
        expect(learner.page.get_by_text(beginning)).to_have_count(0)
    item = learner.asked(BOOSTER)[0]
    learner.answer(BOOSTER, item, right(item))
    learner.sees_answered(BOOSTER, 1)


@mostly_source
def test_each_question_names_its_module_and_says_there_what_to_read_again(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    for item in drawn(learner):
        place = learner.item(BOOSTER, item)
        expect(place.get_by_role("link", name=module_title(item, locale))).to_be_visible()
        outcome = learner.answer(BOOSTER, item, wholly_wrong(item))
        page, _, heading = item.see.partition("#")
        # An explanation may hold the link of a phone number; the last one says what to reread.
        address = outcome.get_by_role("link").last.evaluate("one => one.href")
        assert address == f"{learner.address(page)}#{heading}"
    learner.page.goto(address)
    expect(learner.page.locator(f"#{heading}")).to_be_visible()


def test_a_link_to_one_of_its_questions_asks_it(learn: Learn) -> None:
    learner = learn("en")
    asked = drawn(learner)
    other = next(item for item in BOOSTER.items if item not in asked)
    learner.page.goto(f"{learner.address('booster')}#q-{other.id}")
    expect(learner.page.locator(f"#q-{other.id}")).to_be_visible()
    learner.answer(BOOSTER, other, right(other))
    learner.sees_answered(BOOSTER, 1)


@mostly_source
def test_without_scripts_every_question_can_be_answered_and_read(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("booster")
    assert len(learner.asked(BOOSTER)) == len(BOOSTER.items)
    for item in BOOSTER.items:
        place = learner.item(BOOSTER, item)
        group = place.get_by_role("group", name=legend(item, locale)).first
        expect(group).to_be_visible()
        place.get_by_text(learner.words["show-reasons"]).tap()
        expect(place.locator(".reason")).to_have_count(len(reasons(item)))
    single = next(item for item in BOOSTER.items if item.type == "single")
    radio = learner.item(BOOSTER, single).get_by_role(
        "radio", name=option(single, locale, str(single.key)), exact=True
    )
    learner.hand.tick(radio)


def test_all_of_it_is_printed(learn: Learn) -> None:
    learner = learn("vi", javascript=False)
    learner.open("booster")
    learner.page.emulate_media(media="print")
    for item in BOOSTER.items:
        expect(learner.item(BOOSTER, item)).to_be_visible()


@pytest.mark.parametrize("refusal", REFUSED.values(), ids=REFUSED.keys())
def test_a_browser_that_keeps_nothing_plays_the_booster_to_its_end(learn: Learn, refusal: str) -> None:
    learner = learn("vi", before=refusal)
    drawn(learner)
    learner.answer_all(BOOSTER)
    sees_end(learner, 5, 5, {3: 5})
    learner.sees(learner.words["not-saved"])


def test_an_earlier_answer_of_today_is_seen_in_the_booster_too(learn: Learn) -> None:
    learner = learn("vi")
    name = name_of(BOOSTER.items[0])
    known = right(BOOSTER.items[0])
    put_profile(
        learner, {name: attempt(0, right=True, r=known, b=3)}, modules={"booster": {"seed": "a"}}
    )
    learner.page.goto(f"{learner.address('booster')}#q-{BOOSTER.items[0].id}")
    learner.sees_progress()
    learner.verdict(BOOSTER, BOOSTER.items[0], "verdict-right")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_booster_is_clean_and_fits_before_and_after_answers_by_keyboard_alone(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale, Keyboard, width=320)
    learner.page.emulate_media(color_scheme="dark")
    put_profile(learner, {}, days={"1": day(0)})
    is_day(learner, 2)
    asked = drawn(learner)

    def is_clean() -> None:
        assert violations(learner.page) == []
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320

    is_clean()
    learner.answer_all(BOOSTER, {asked[0].id: wholly_wrong(asked[0])})
    sees_end(learner, 4, 5, {1: 1, 3: 4})
    is_clean()
