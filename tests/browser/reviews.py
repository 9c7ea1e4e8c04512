"""Questions of several modules on one page, and days that pass."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from browser.course import BOOK, QUIZZES, face
from browser.learner import Learner
from handbook.problem import Place
from handbook.quiz.model import Item, Quiz
from handbook.quiz.review import review_item

BEGIN = date(2026, 12, 1)
REVIEWS = {
    f"{quiz.module}/{item.id}": review_item(item, quiz.module)
    for quiz in QUIZZES
    for item in (*quiz.asked, *quiz.reserved)
}
"""Every item that can come back, by the name under which the record keeps it."""


def name_of(item: Item) -> str:
    """The name under which the record keeps an item."""
    return item.id.replace("--", "/")


def day(n: int) -> str:
    """The n-th day after the beginning."""
    return (BEGIN + timedelta(days=n)).isoformat()


def is_day(learner: Learner, n: int) -> None:
    """The learner's clock shows the n-th day, in the morning."""
    learner.page.clock.set_fixed_time(f"{day(n)}T08:00:00")


def attempt(n: int, *, right: bool, **changes: object) -> dict[str, object]:
    """An answer of the n-th day as the record keeps it."""
    known = {"r": "zzz", "s": int(right), "m": 1, "n": 1, "t": day(n), "b": int(right)}
    return {**known, **changes}


def put_profile(learner: Learner, attempts: dict[str, Any], **parts: Any) -> None:
    """Make a profile the one that the browser keeps."""
    profile = {"attempts": attempts, "modules": {}, "days": {}, **parts}
    record = {"v": 2, "me": "p", "profiles": {"p": profile}}
    text = json.dumps(record, separators=(",", ":"))  # as long as the browser writes it
    learner.open("about")
    learner.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [learner.record_key, text])


def profile_of(learner: Learner) -> Any:
    """The profile as it is stored."""
    state = json.loads(learner.stored() or "")
    return state["profiles"][state["me"]]


def shown(learner: Learner, page: Page | None = None) -> Quiz:
    """The questions on the page as a quiz, in the order in which they stand."""
    page = page or learner.page
    number = re.escape(learner.words["item-number"]).replace(r"\{number\}", r"\d+")
    heading = page.get_by_text(re.compile(f"^{number}$"))
    texts = page.get_by_role("listitem").filter(has=heading).all_inner_texts()
    items = tuple(_known(" ".join(text.split()), learner.locale) for text in texts)
    return Quiz("reviews", 0, items, Place("reviews"))


def _known(text: str, locale: str) -> Item:
    """The item whose words stand in a text: the longest, since one may be a part of another."""

    def length(item: Item) -> int:
        words = face(item, locale)
        return len("".join(words)) if all(word in text for word in words) else 0

    return max(REVIEWS.values(), key=length)


def opens(learner: Learner, key: str = "today") -> Quiz:
    """Open a page with questions that wait; returns them."""
    learner.open(key)
    learner.sees_progress()
    return shown(learner)


def opens_and_sees(learner: Learner, *words: str) -> None:
    """Open today's page, on which no question waits and these words stand."""
    learner.open("today")
    for text in words:
        learner.sees(text)
    assert shown(learner).items == ()


def when(learner: Learner, days: int) -> str:
    """When something comes back, in words."""
    words = learner.words
    return words["review-tomorrow"] if days <= 1 else words.fill("review-days", n=days)


def sees_end(learner: Learner, right: int, of: int, back: dict[int, int]) -> None:
    """The end tells how many were right, and how many come back after how many days."""
    learner.sees(learner.words.fill("review-right", n=right, of=of))
    for days, count in back.items():
        learner.sees(learner.words.fill("review-back", when=when(learner, days), count=count))
    rows = learner.page.get_by_text(re.compile(_pattern(learner.words["review-back"])))
    expect(rows).to_have_count(len(back))


def _pattern(words: str) -> str:
    """Words with anything in their gaps, and any kind of space."""
    parts = re.split(r"\{\w+\}", words)
    return "^" + ".*".join(re.escape(part).replace(r"\ ", r"\s") for part in parts) + "$"


def some_of(count: int, *, types: Iterable[str] = ()) -> list[str]:
    """Names of items that can come back, each of another module as long as there are some."""
    wanted = set(types)
    by_module = [
        [f"{quiz.module}/{item.id}" for item in quiz.asked if not wanted or item.type in wanted]
        for quiz in QUIZZES
    ]
    rounds = [names[turn] for turn in range(99) for names in by_module if turn < len(names)]
    return rounds[:count]


def module_title(item: Item, locale: str) -> str:
    """The title of the module from which an item comes."""
    module = BOOK.programme.module(name_of(item).split("/")[0])
    assert module is not None
    return module.title[locale]
