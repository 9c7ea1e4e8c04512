"""A lesson or a quiz on a projector: what the back row sees, what the trainer presses."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Learn
from browser.course import BOOK, LANGUAGES, LESSONS, SAMPLE, feedback, option, right, said
from browser.learner import Keyboard, Learner
from browser.test_accessibility import schemes, violations
from handbook.quiz.model import Item

LESSON, QUIZ = LESSONS[0], f"{SAMPLE.module}/quiz"
SMALLEST = """stage => {
    const sizes = [];
    const words = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const { parentElement: around } = words.currentNode;
        if (words.currentNode.textContent.trim()) sizes.push(parseFloat(getComputedStyle(around).fontSize));
    }
    return Math.min(...sizes);
}"""
OVERFLOW = (
    "stage => Math.max(stage.scrollHeight - stage.clientHeight, stage.scrollWidth - stage.clientWidth)"
)


class Room:
    """A page as a room sees it."""

    def __init__(self, learner: Learner, key: str, size: tuple[int, int] = (1280, 720)) -> None:
        self.page: Page = learner.page
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.height = size[1]
        self.page.goto(f"{learner.address(key)}#board")
        self.board = self.page.get_by_role("dialog", name=BOOK.page(learner.locale, key).title)
        self.stage: Locator = self.page.locator(".board-stage")
        expect(self.board).to_be_visible()
        self.words = learner.words

    def button(self, name: str) -> Locator:
        return self.board.get_by_role("button", name=self.words[name], exact=True)

    def text(self) -> str:
        return " ".join(self.stage.inner_text().split())

    def is_last(self) -> bool:
        return self.button("next").is_disabled()

    def all_sheets(self, press: str = "PageDown") -> list[str]:
        """Every sheet from this one to the last."""
        seen = [self.text()]
        while not self.is_last():
            self.page.keyboard.press(press)
            if self.text() != seen[-1]:
                seen.append(self.text())
            assert len(seen) < 200
        return seen

    def find(self, item: Item) -> None:
        """Go on to a question, known by its number."""
        number = self.words.fill("item-number", number=list(SAMPLE.asked).index(item) + 1)
        while self.board.get_by_text(number, exact=True).count() == 0:
            assert not self.is_last(), number
            self.page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_sheet_of_a_lesson_is_read_from_the_back_row_and_nothing_is_lost(
    learn: Learn, locale: str, size: tuple[int, int]
) -> None:
    learner = learn(locale, Keyboard)
    learner.open(LESSON)
    text = " ".join(learner.page.locator("article").inner_text().split())
    room = Room(learner, LESSON, size)
    seen = []
    while True:
        assert room.stage.evaluate(SMALLEST) >= room.height / 20
        assert room.stage.evaluate(OVERFLOW) <= 1
        seen.append(room.text())
        if room.is_last():
            break
        room.page.keyboard.press("PageDown")
    words = set(re.findall(r"\w+", " ".join(seen)))
    assert [word for word in re.findall(r"\w+", text) if word not in words] == []


@schemes
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_question_with_its_reasons_is_read_from_the_back_row(
    learn: Learn, scheme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    learner = learn("vi", Keyboard)
    learner.page.emulate_media(color_scheme=scheme)
    room = Room(learner, QUIZ, size)
    seen, told = [], set[str]()
    while True:
        number = room.board.locator(".board-place").inner_text()
        if number not in told and room.button("show-reasons").is_visible():
            room.page.keyboard.press("r")
            told.add(number)
        assert room.stage.evaluate(SMALLEST) >= room.height / 20
        assert room.stage.evaluate(OVERFLOW) <= 1, room.text()
        seen.append(room.text())
        if room.is_last():
            break
        room.page.keyboard.press("ArrowDown")
    everything = " ".join(seen)
    assert len(told) == len(SAMPLE.asked)
    for item in SAMPLE.asked:
        for reason in item.ids("feedback") if item.type in {"single", "clues", "multiple"} else ():
            assert " ".join(feedback(item, "vi", reason).split()) in everything


@schemes
def test_axe_finds_nothing_before_and_after_an_answer_is_told(
    learn: Learn, scheme: Literal["light", "dark"]
) -> None:
    learner = learn("fr", Keyboard)
    learner.page.emulate_media(color_scheme=scheme)
    room = Room(learner, QUIZ)
    assert violations(room.page) == []
    for kind in sorted({item.type for item in SAMPLE.asked}):
        room.find(next(item for item in SAMPLE.asked if item.type == kind))
        room.page.keyboard.press("r")
        assert violations(room.page) == [], kind
        room.page.keyboard.press("Home")


def test_arrows_a_remote_and_two_buttons_move_and_the_ends_are_ends(learn: Learn) -> None:
    room = Room(learn("en", Keyboard), LESSON)
    first = room.text()
    expect(room.button("previous")).to_be_disabled()
    for on, back in [("ArrowRight", "ArrowLeft"), ("Space", "ArrowUp"), ("PageDown", "PageUp")]:
        room.page.keyboard.press(on)
        assert room.text() != first
        room.page.keyboard.press(back)
        assert room.text() == first
    room.button("next").click()
    second = room.text()
    assert second != first
    room.page.keyboard.press("Space")  # on the button, which the focus is on
    assert room.text() not in {first, second}
    room.page.keyboard.press("End")
    expect(room.button("next")).to_be_disabled()
    room.page.wait_for_timeout(100)  # a browser takes the focus from a disabled button a little later
    room.page.keyboard.press("Home")
    assert room.text() == first


def test_two_buttons_are_large_enough_to_hit_without_looking(learn: Learn) -> None:
    room = Room(learn("en", Keyboard), QUIZ)
    for name in ("next", "previous"):
        box = room.button(name).bounding_box()
        assert box
        assert box["height"] >= 48
        assert box["width"] >= 200


def test_escape_or_a_button_leads_back_to_the_page(learn: Learn) -> None:
    learner = learn("en", Keyboard)
    for way in ("Escape", "close"):
        room = Room(learner, LESSON)
        if way == "Escape":
            room.page.keyboard.press("Escape")
        else:
            room.button("close").click()
        expect(room.board).to_have_count(0)
        expect(learner.page).to_have_url(learner.address(LESSON))
        expect(learner.page.get_by_role("heading", level=1)).to_be_visible()
        learner.page.goto("about:blank")


def test_a_reload_stays_at_the_same_block(learn: Learn) -> None:
    room = Room(learn("vi", Keyboard), LESSON)
    room.page.keyboard.press("ArrowRight")
    second = room.text()
    room.page.reload()
    expect(room.board).to_be_visible()
    assert room.text() == second


def test_the_answer_is_told_on_demand_and_taken_back(learn: Learn) -> None:
    room = Room(learn("en", Keyboard), QUIZ)
    item = next(item for item in SAMPLE.asked if item.type == "single")
    room.find(item)
    before = room.text()
    told = room.button("show-reasons")
    expect(told).to_have_attribute("aria-pressed", "false")
    assert room.words["right-option"] not in before
    room.page.keyboard.press("r")
    expect(told).to_have_attribute("aria-pressed", "true")
    assert f"{room.words['right-option']} {option(item, 'en', str(right(item)))}" in room.text()
    told.click()
    assert room.text() == before


def test_the_letters_are_those_of_the_printed_chapter_whatever_the_phone_has_drawn(learn: Learn) -> None:
    learner = learn("en", Keyboard)
    learner.open_quiz(SAMPLE)
    first = learner.asked(SAMPLE)[0]
    learner.answer(SAMPLE, first, right(first))
    room = Room(learner, QUIZ)
    for item in SAMPLE.asked:
        if item.type in {"single", "multiple"}:
            room.find(item)
            shown = [
                f"{'ABCDEF'[place]} {said(item, 'en', 'options', id_)}"
                for place, id_ in enumerate(item.ids("options"))
            ]
            for line in shown:
                assert " ".join(line.split()) in room.text()
            assert room.words["your-choice"] not in room.text()


def test_nothing_is_answered_by_a_room(learn: Learn) -> None:
    room = Room(learn("vi", Keyboard), QUIZ)
    room.page.keyboard.press("r")
    room.all_sheets()
    assert "attempts" not in (room.page.evaluate("JSON.stringify({...localStorage})") or "")


def test_every_quiz_and_lesson_can_be_shown(learn: Learn) -> None:
    learner = learn("en", Keyboard)
    for key in (QUIZ, f"{SAMPLE.module}/activity", *LESSONS):
        assert len(Room(learner, key).all_sheets()) >= 4
        learner.page.goto("about:blank")


def test_in_a_high_contrast_scheme_the_right_answer_is_told_in_words(learn: Learn) -> None:
    learner = learn("en", Keyboard)
    learner.page.emulate_media(forced_colors="active")
    room = Room(learner, QUIZ)
    room.find(next(item for item in SAMPLE.asked if item.type == "single"))
    room.page.keyboard.press("r")
    assert room.words["right-option"] in room.text()
    assert violations(room.page) == []


def test_without_scripts_it_is_the_page(learn: Learn) -> None:
    learner = learn("en", javascript=False)
    learner.page.goto(f"{learner.address(LESSON)}#board")
    expect(learner.page.get_by_role("heading", level=1)).to_have_text(BOOK.page("en", LESSON).title)
    expect(learner.page.locator(".board")).to_have_count(0)


def test_a_learner_loads_nothing_of_it(learn: Learn) -> None:
    learner = learn("en")
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(request.url))
    learner.open(LESSON)
    learner.open_quiz(SAMPLE)
    assert [url for url in asked if "/board" in url or "/seed" in url] == []
