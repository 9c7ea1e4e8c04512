"""A learner in front of a page: sees roles and words, taps or types, never looks into the code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from browser.course import BOOK, Response, face, legend, made_choices, option, right, said
from handbook.addresses import Addresses
from handbook.quiz.model import Item, Quiz
from handbook.strings import Strings

VERDICTS = ("verdict-right", "verdict-partly", "verdict-wrong")


class Hand(Protocol):
    """How a learner uses a control."""

    def tick(self, control: Locator) -> None:
        """Choose a radio button or a checkbox."""

    def pick(self, control: Locator, text: str) -> None:
        """Choose one of a list."""

    def press(self, control: Locator) -> None:
        """Use a button or a link."""


class Finger:
    """A finger on a touch screen."""

    def __init__(self, page: Page) -> None:
        del page

    def tick(self, control: Locator) -> None:
        control.tap()
        expect(control).to_be_checked()

    def pick(self, control: Locator, text: str) -> None:
        control.select_option(label=text)  # the open list is drawn by the telephone, not by the page

    def press(self, control: Locator) -> None:
        control.tap()


class Keyboard:
    """A keyboard alone: Tab to arrive, arrows, Space, digits and Enter."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, controls: Locator) -> None:
        """Press Tab until the focus is on one of the controls."""
        among = "controls => controls.includes(document.activeElement)"
        for _ in range(80):
            if controls.evaluate_all(among):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {controls}")

    def tick(self, control: Locator) -> None:
        if control.get_attribute("type") == "checkbox":
            self.reach(control)
            self.page.keyboard.press("Space")
        else:
            self._turn_to(control)
        expect(control).to_be_checked()

    def _turn_to(self, radio: Locator) -> None:
        radios = radio.locator("xpath=ancestor::fieldset").get_by_role("radio")
        self.reach(radios)
        self.page.keyboard.press("Space")
        for _ in range(radios.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def pick(self, control: Locator, text: str) -> None:
        self.reach(control)
        if text.isdigit():
            self.page.keyboard.press(text)
        chosen = control.locator("option:checked")
        for _ in range(control.locator("option").count()):
            if chosen.inner_text().split() == text.split():  # no-break spaces are spaces
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no {text!r} in the list")

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")


class Learner:
    """One person, one language, one page at a time. `site`: address of the handbook."""

    def __init__(self, page: Page, site: str, locale: str, hand: type[Finger | Keyboard]) -> None:
        self.page = page
        self.site = site
        self.locale = locale
        self.hand: Hand = hand(page)
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @property
    def words(self) -> Strings:
        """The words of the pages in the learner's language."""
        return BOOK.strings[self.locale]

    def address(self, key: str) -> str:
        """Address of a page in the learner's language."""
        return Addresses(self.site, BOOK.languages).absolute(self.locale, key)

    def open(self, key: str) -> None:
        """Go to a page by its address."""
        self.page.goto(self.address(key))

    def open_quiz(self, quiz: Quiz) -> None:
        """Go to the quiz of a module and wait until it can be answered."""
        self.open(f"{quiz.module}/quiz")
        self.sees_progress()

    def open_question(self, quiz: Quiz, item: Item) -> None:
        """Follow a link to one question: it is asked, whether it was drawn or not."""
        self.page.goto(f"{self.address(f'{quiz.module}/quiz')}#q-{item.id}")
        self.sees_progress()
        expect(self.page.locator(f"#q-{item.id}")).to_be_visible()

    def open_questions(self, quiz: Quiz, items: Iterable[Item] | None = None) -> None:
        """Open the quiz and follow the links to these questions, or to every one of its pool."""
        self.open_quiz(quiz)
        for item in quiz.asked if items is None else items:
            self.open_question(quiz, item)

    def forget_everything(self) -> None:
        """Erase the data of the site, and leave it."""
        self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")

    def reload(self) -> None:
        """Leave the quiz and come back."""
        self.page.reload()
        self.sees_progress()

    def sees_progress(self) -> None:
        """The quiz is ready: it tells how much is answered."""
        expect(self.page.get_by_role("main").get_by_role("status")).not_to_be_empty()

    def is_on(self, key: str) -> None:
        """The page of this key is shown, in the learner's language."""
        expect(self.page).to_have_url(self.address(key))
        title = BOOK.page(self.locale, key).title
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)
        expect(self.page.locator("html")).to_have_attribute("lang", self.locale)

    def link(self, name: str) -> Locator:
        """The first link whose name begins with these words."""
        return self.page.get_by_role("link", name=re.compile(rf"^\W*{re.escape(name)}")).first

    def follow(self, link: Locator) -> None:
        """Use a link."""
        self.hand.press(link)

    def button(self, name: str) -> Locator:
        """A button of the page by the name of its words."""
        return self.page.get_by_role("button", name=self.words[name], exact=True)

    def item(self, quiz: Quiz, item: Item) -> Locator:
        """A question with all that belongs to it, found by its number."""
        asked = self.asked(quiz)
        assert item in asked, f"{item.id} is not asked"
        number = self.words.fill("item-number", number=asked.index(item) + 1)
        return self._numbered(rf"{re.escape(number)}(?!\d)")

    def _numbered(self, number: str) -> Locator:
        heading = self.page.get_by_text(re.compile(f"^{number}"))
        return self.page.get_by_role("listitem").filter(has=heading)

    def asked(self, quiz: Quiz) -> list[Item]:
        """The questions that stand on the page, in their order, known by their words."""
        number = re.escape(self.words["item-number"]).replace(r"\{number\}", r"\d+")
        shown = [" ".join(text.split()) for text in self._numbered(number).all_inner_texts()]
        pool = iter(quiz.asked)  # questions are asked in the order of the file
        return [
            next(item for item in pool if all(words in text for words in face(item, self.locale)))
            for text in shown
        ]

    def choose(self, place: Locator, item: Item, response: Response) -> None:
        """Set the controls of a question."""
        if isinstance(response, str):
            self.hand.tick(self._option(place, "radio", item, response))
        elif isinstance(response, dict):
            self._pick_each(place, item, response)
        elif item.type == "scenario":
            for made in made_choices(item, list(response)):
                self.decide(place, item, made)
        elif item.type == "ordering":
            for id_ in item.ids("options"):
                self.hand.pick(self.step(place, item, id_), str(response.index(id_) + 1))
        else:
            for id_ in sorted(response):
                self.hand.tick(self._option(place, "checkbox", item, id_))
            if not response:  # a genuine message
                self.hand.tick(self.nothing(place))

    def _pick_each(self, place: Locator, item: Item, response: dict[str, str]) -> None:
        """A word for each gap, or a match for each option."""
        for id_, chosen in response.items():
            if item.type == "matching":
                text = said(item, self.locale, "matches", chosen)
                self.hand.pick(self.pair(place, item, id_), text)
            else:
                text = said(item, self.locale, "gaps", id_, chosen)
                self.hand.pick(self.gap(place, id_), text)

    def scene(self, place: Locator, item: Item, step: str) -> Locator:
        """The group of choices at a step of a story."""
        return place.get_by_role("group", name=said(item, self.locale, "steps", step), exact=True)

    def decide(self, place: Locator, item: Item, made: str) -> None:
        """Choose what to do at a step of a story (`step.choice`), and go on."""
        group = self.scene(place, item, made.split(".", maxsplit=1)[0])
        name = option(item, self.locale, made)
        self.hand.tick(group.get_by_role("radio", name=name, exact=True))
        self.hand.press(group.get_by_role("button", name=self.words["next"], exact=True))

    def _option(self, place: Locator, role: str, item: Item, id_: str) -> Locator:
        group = place.get_by_role("group", name=legend(item, self.locale))
        name = option(item, self.locale, id_)
        if role == "radio":
            return group.get_by_role("radio", name=name, exact=True)
        return group.get_by_role("checkbox", name=name, exact=True)

    def nothing(self, place: Locator) -> Locator:
        """The box that says that a message is genuine."""
        return place.get_by_role("checkbox", name=self.words["nothing-suspicious"], exact=True)

    def gap(self, place: Locator, gap: str) -> Locator:
        """The list of words for one gap."""
        return place.get_by_role("combobox", name=self.words.fill("gap", number=gap), exact=True)

    def step(self, place: Locator, item: Item, id_: str) -> Locator:
        """The list of places for one step."""
        name = self.words.fill("place-of", text=option(item, self.locale, id_))
        return place.get_by_role("combobox", name=name, exact=True)

    def pair(self, place: Locator, item: Item, id_: str) -> Locator:
        """The list of matches for one option."""
        name = self.words.fill("goes-with", text=option(item, self.locale, id_))
        return place.get_by_role("combobox", name=name, exact=True)

    def check(self, place: Locator) -> None:
        """Ask whether the answer is right."""
        self.hand.press(place.get_by_role("button", name=self.words["check"], exact=True))

    def answer(self, quiz: Quiz, item: Item, response: Response) -> Locator:
        """Answer a question; returns what is said about it, which has the focus."""
        place = self.item(quiz, item)
        self.choose(place, item, response)
        self.check(place)
        outcome = place.locator(":focus")
        expect(outcome, f"the focus goes to the outcome of {item.id}").to_contain_text(
            re.compile("|".join(re.escape(self.words[verdict]) for verdict in VERDICTS))
        )
        return outcome

    def answer_all(self, quiz: Quiz, responses: Mapping[str, Response] | None = None) -> None:
        """Answer every question from top to bottom, rightly unless told otherwise."""
        given = responses or {}
        for item in self.asked(quiz):
            self.answer(quiz, item, given.get(item.id, right(item)))

    def verdict(self, quiz: Quiz, item: Item, verdict: str) -> None:
        """The question shows this verdict in words."""
        shown = self.item(quiz, item).get_by_text(self.words[verdict], exact=True)
        expect(shown, f"{item.id}: {verdict}").to_be_visible()

    def sees(self, text: str) -> None:
        """These words stand on the page."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def sees_score(self, quiz: Quiz, percent: int) -> None:
        """The result tells the score and what is needed."""
        self.sees(self.words.fill("result", score=percent, **{"pass": quiz.pass_mark}))

    def is_asked(self, quiz: Quiz, item: Item, text: str) -> None:
        """The question asks for something before it can be checked."""
        expect(self.item(quiz, item).get_by_role("alert")).to_have_text(self.words[text])

    def sees_answered(self, quiz: Quiz, answered: int) -> None:
        """The page tells how many questions are answered."""
        told = self.words.fill("answered", n=answered, of=len(self.asked(quiz)))
        expect(self.page.get_by_role("status")).to_have_text(told)

    def stored(self) -> str | None:
        """The text of the record as the browser keeps it."""
        kept: str | None = self.page.evaluate("key => localStorage.getItem(key)", self.record_key)
        return kept

    @property
    def record_key(self) -> str:
        """The key of the record: it carries the path of the site."""
        return "handbook:/" + self.site.split("/", 3)[3]
