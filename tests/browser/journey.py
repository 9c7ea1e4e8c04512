"""Records of learners, and the shipped modules that carry them to the next phone."""

from __future__ import annotations

import contextlib
import copy
import functools
import http.server
import json
import random
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from browser.course import BOOK, QUIZZES, Response, not_sure, right
from handbook.quiz.model import Item
from handbook.site.assets import Assets
from small_book import PROJECT

Record = dict[str, Any]

REGISTER = re.findall(r"(?m)^\d+ (\S+)$", (PROJECT / "quizzes/register.txt").read_text("utf-8"))
MODULES = [*dict.fromkeys(name.split("/")[0] for name in REGISTER)]
MODULES += [f"later-{n}" for n in range(19 - len(MODULES))]
ITEMS = [*REGISTER, *(f"{module}/new-{n}" for n, module in product(range(99), MODULES[-9:]))][:190]
NAMES = {"items": ITEMS, "modules": MODULES}
"""A register of 190 items of 19 modules: the first lines are the real ones."""

SHAPES = [item for quiz in QUIZZES for item in quiz.items]
FIRST = date(2026, 11, 16)
SLUG = "abcdefghijklmnopqrstuvwxyz0123456789-"
SURE = ["sure", "fairly-sure", "guessing"]


@dataclass(frozen=True)
class Run:
    """Runs scripts with `load(module)` and values on a page; the modules are as small as learners get them."""

    page: Page
    folder: str

    def __call__(self, script: str, *values: object) -> Any:
        load = f"const load = (name) => import(`/{self.folder}js/journey/${{name}}.js`);"
        call = f"JSON.stringify(await ({script})(...JSON.parse(text)))"
        # As one text: the protocol would wrap every single value.
        return json.loads(
            self.page.evaluate(f"async (text) => {{ {load} return {call}; }}", json.dumps(values))
        )


@contextlib.contextmanager
def shipped(browser: Browser, folder: Path) -> Iterator[Run]:
    """A page beside the shipped modules, which are put into `folder`."""
    source = PROJECT / "overrides"
    assets = Assets(source / "assets", source / ".icons/handbook", BOOK.languages)
    assets.publish(folder)
    (folder / "index.html").write_text("<!doctype html>", encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield Run(page, assets.folder)
        page.close()
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        pass


def day(dice: random.Random, days: int = 20) -> str:
    return str(FIRST + timedelta(days=dice.randrange(days)))


def response(dice: random.Random, item: Item) -> Response:
    """What a learner may answer, each as likely."""
    options = item.ids("options") or item.ids("feedback")
    match item.type:
        case "multiple" | "clues":
            return sorted(id_ for id_ in options if dice.random() < 0.5)
        case "ordering":
            return dice.sample(options, len(options))
        case "cloze":
            return {gap: dice.choice(item.ids("gaps", gap)) for gap in item.ids("gaps")}
        case "matching":
            return {id_: dice.choice(item.ids("matches")) for id_ in options}
        case "scenario":
            return [dice.choice("abc") for _ in range(dice.randint(2, 3))]
    return dice.choice([*options, *not_sure(item)])


def attempt(dice: random.Random, item: Item, share: float, when: Callable[[], str]) -> Record:
    """An answer; `share` of them are the key."""
    key = right(item)
    is_right = dice.random() < share
    most = 1 if isinstance(key, str) else max(len(key), 1)
    made: Record = {
        "r": key if is_right else response(dice, item),
        "s": most if is_right else dice.randrange(2 * most) / 2,
        "m": most,
        "n": dice.choice([1, 1, 1, 2, 2, 3]),
        "t": when(),
    }
    if sure := dice.choice([None, *SURE]):
        made["c"] = sure
    if dice.random() < 0.05:
        made["open"] = True
    if dice.random() < 1 / 3:
        made |= {"b": dice.randint(0, 5), "d": when()}
    return made


def seed(dice: random.Random, length: int = 4) -> str:
    return "".join(dice.choices(SLUG[:-1], k=length))


def full_record(dice: random.Random, share: float, *, by_module: bool = False) -> Record:
    """All 190 items answered in about 20 days; `by_module`: a module is answered on two days, not on any."""

    def when(module: str) -> Callable[[], str]:
        first = MODULES.index(module)
        return lambda: str(FIRST + timedelta(days=first + dice.randrange(2))) if by_module else day(dice)

    shapes = dict(zip(ITEMS, islice([*SHAPES, *SHAPES], len(ITEMS)), strict=True))
    return {
        "name": "Lan",
        "attempts": {
            name: attempt(dice, item, share, when(name.split("/")[0])) for name, item in shapes.items()
        },
        "modules": {
            name: {"seed": seed(dice), "best": dice.randint(70, 100)}
            | ({} if name == "booster" else {"passed": day(dice)})
            for name in ["booster", *MODULES]
        },
        "days": {str(n): day(dice) for n in range(1, 8)},
        "track": "family",
    }


@cache
def _full_records() -> list[Record]:
    dice = random.Random(0)
    return [full_record(dice, share / 10, by_module=share % 2 == 0) for share in range(11)]


def slug(dice: random.Random) -> str:
    """Any id, also one that no author would give."""
    return "".join(dice.choices(SLUG, k=dice.choice([1, 1, 2, 9, 63])))


def any_response(dice: random.Random) -> Response:
    ids = [slug(dice) for _ in range(dice.randint(0, 12))]
    if dice.random() < 0.5:
        return {id_: slug(dice) for id_ in ids}
    return ids if dice.random() < 0.5 else slug(dice)


def any_date(dice: random.Random) -> str:
    return str(
        date.fromordinal(dice.randint(date(1970, 1, 1).toordinal(), date(2148, 12, 31).toordinal()))
    )


def any_record(dice: random.Random) -> Record:
    """A record of any size in which everything may be missing or as large as it can be."""
    made = copy.copy(dice.choice(_full_records()))
    kept, strange = dice.random() ** 4, dice.random() < 0.3
    for part in ("attempts", "modules", "days"):
        made[part] = {
            name: copy.copy(value) for name, value in made[part].items() if dice.random() < kept
        }
    for one in (*made["attempts"].values(), *made["modules"].values()):
        for name in ("n", "t", "seed", "best", "passed"):
            if name in one and dice.random() < 0.1:
                del one[name]
        if strange and "m" in one and dice.random() < 0.3:
            one["r"] = any_response(dice)
            one["m"] = dice.choice([1, 7, 9999])
            one["s"] = dice.randint(0, 2 * one["m"]) / 2
            one |= {"n": dice.choice([1, 300, 9999]), "t": any_date(dice)}
        elif strange and "seed" in one:
            one["seed"] = dice.choice([slug(dice), seed(dice, 8)])
    if dice.random() < 0.5:
        del made["track"]
    return made


def without_name(record: Record) -> Record:
    return {part: value for part, value in record.items() if part != "name"}
