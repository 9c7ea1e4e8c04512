"""Whether the rule of the programme holds, what is next, and what comes back: the shipped scripts."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from browser.conftest import Shipped
from browser.course import BOOK

COMPULSORY = [f"c{number}" for number in range(5)]
OPTIONAL = [f"o{number}" for number in range(14)]
PROGRAMME = {
    "pass": 80,
    "compulsory": 5,
    "optional": 5,
    "modules": [
        {"slug": slug, "kind": kind, "title": slug.upper(), "tracks": ["t"] if slug == "o3" else [], "draw": 8,
         "minutes": 25, "href": slug, "quiz": f"{slug}/quiz", **({"why": f"Why {slug}"} if slug == "c2" else {})}
        for kind, slugs in (("compulsory", COMPULSORY), ("optional", OPTIONAL))
        for slug in slugs
    ],
}  # fmt: skip

STAND = """async ([folder, programme, profiles]) => {
    const { standing } = await import(`${folder}/journey/standing.js`);
    return profiles.map((profile) => standing(programme, profile));
}"""
NEXT = """async ([folder, programme, profile, track]) => {
    const { standing } = await import(`${folder}/journey/standing.js`);
    const { guidance } = await import(`${folder}/journey/guidance.js`);
    const next = guidance(standing(programme, profile), track);
    return next && { ...next, module: next.module?.slug ?? null };
}"""
SAID = "async ([folder]) => (await import(`${folder}/journey/guidance.js`)).RULES.map(({ say }) => say)"
DUE = """async ([folder, attempts, today]) => {
    const { dueItems } = await import(`${folder}/journey/due.js`);
    return dueItems(attempts, (name) => !name.startsWith("gone/"), today);
}"""


def profile(passed: Any = (), attempts: Any = None, **modules: Any) -> dict[str, Any]:
    """Passed modules, each on a day of its own."""
    results = {slug: {"best": 90, "passed": f"2026-11-{day:02}"} for day, slug in enumerate(passed, 1)}
    return {"attempts": attempts or {}, "modules": {**results, **modules}, "days": {}}


def attempt(share: float = 1, **more: Any) -> dict[str, Any]:
    return {"r": "a", "s": share, "m": 1, "n": 1, "t": "2026-11-01", **more}


def test_the_rule_holds_exactly_for_all_compulsory_and_five_optional_modules(shipped: Shipped) -> None:
    sets = [
        [*itertools.compress(COMPULSORY, chosen), *OPTIONAL[:count]]
        for chosen in itertools.product([False, True], repeat=5)
        for count in range(15)
    ]
    assert len(sets) == 2**5 * 15
    for passed, how in zip(sets, shipped(STAND, PROGRAMME, [profile(one) for one in sets]), strict=True):
        basics = set(COMPULSORY) <= set(passed)
        assert how["basics"] is basics, passed
        assert how["complete"] is (basics and len(set(passed) & set(OPTIONAL)) >= 5), passed
        assert [one["slug"] for one in how["modules"] if one["state"] == "passed"] == [
            slug for slug in (*COMPULSORY, *OPTIONAL) if slug in passed
        ]
        assert how["compulsory"] == {"passed": len(set(passed) & set(COMPULSORY)), "needed": 5}


def test_a_programme_is_complete_since_the_pass_that_met_the_rule(shipped: Shipped) -> None:
    early = [*COMPULSORY, *OPTIONAL[:6]]  # the sixth optional pass adds nothing
    assert shipped(STAND, PROGRAMME, [profile(early)])[0]["date"] == "2026-11-10"
    late = [*OPTIONAL[:6], *COMPULSORY]
    assert shipped(STAND, PROGRAMME, [profile(late)])[0]["date"] == "2026-11-11"
    assert shipped(STAND, PROGRAMME, [profile(COMPULSORY)])[0]["date"] == "2026-11-05"
    assert shipped(STAND, PROGRAMME, [profile(COMPULSORY[:4])])[0]["date"] is None


def test_a_compulsory_module_that_is_still_being_written_keeps_the_rule_from_holding(
    shipped: Shipped,
) -> None:
    how = shipped(STAND, {**PROGRAMME, "compulsory": 6}, [profile([*COMPULSORY, *OPTIONAL])])[0]
    assert (how["basics"], how["complete"]) == (False, False)


def test_a_module_is_new_begun_or_passed_with_what_is_to_be_looked_at_again(shipped: Shipped) -> None:
    attempts = {
        "c0/a": attempt(),
        "c0/b": attempt(0),
        "c0/c": attempt(0, open=True),
        "c0/d": attempt(0, b=1),
    }
    modules = shipped(STAND, PROGRAMME, [profile(attempts=attempts, c1={"best": 60.9})])[0]["modules"]
    assert [modules[0][name] for name in ("state", "best", "answered", "missed")] == [
        "begun",
        None,
        3,
        1,
    ]
    assert [modules[1][name] for name in ("state", "best", "answered")] == ["begun", 60, 0]
    assert modules[2]["state"] == "new"


def test_what_is_asked_no_more_is_not_among_the_items_to_look_at_again(shipped: Shipped) -> None:
    learner = profile(attempts={"c0/old": attempt(0), "c0/new": attempt(0)})
    [told] = shipped(STAND, {**PROGRAMME, "gone": ["c0/old"]}, [learner])
    assert (told["modules"][0]["answered"], told["modules"][0]["missed"]) == (2, 1)


GUIDED = {
    "nothing yet": (profile(), None, "guide-start", "c0"),
    "a quiz is begun": (profile(["c0"], {"c3/a": attempt()}), None, "guide-finish", "c3"),
    "a quiz is not passed": (profile(["c0"], c3={"best": 50}), None, "guide-retry", "c3"),
    "a compulsory module is open": (profile(["c0", "o1"]), None, "guide-compulsory", "c1"),
    "an optional one is wanted": (profile(COMPULSORY), None, "guide-optional", "o0"),
    "the path suggests one": (profile(COMPULSORY), "t", "guide-optional", "o3"),
    "the rule holds": (profile([*COMPULSORY, *OPTIONAL[:5]]), None, "guide-complete", "o5"),
    "all is passed": (profile([*COMPULSORY, *OPTIONAL]), None, "guide-certificate", None),
}


@pytest.mark.parametrize(("learner", "track", "say", "module"), GUIDED.values(), ids=GUIDED)
def test_the_next_step_is_one_sentence_about_one_module(
    shipped: Shipped, learner: Any, track: Any, say: str, module: str | None
) -> None:
    told = shipped(NEXT, PROGRAMME, learner, track)
    assert (told["say"], told["module"]) == (say, module)


def test_a_missing_compulsory_module_says_why_it_matters(shipped: Shipped) -> None:
    assert shipped(NEXT, PROGRAMME, profile(["c0", "c1"]), None)["why"] == "Why c2"


def test_every_rule_has_its_words_in_every_language(shipped: Shipped) -> None:
    said = shipped(SAID)
    assert set(said) == {say for _, _, say, _ in GUIDED.values()}
    for words in BOOK.strings.values():
        assert all(words[say] for say in said)


@pytest.mark.parametrize(("box", "days"), [(0, 1), (1, 3), (2, 7), (3, 21)])
def test_an_item_comes_back_after_about_1_3_7_and_21_days(shipped: Shipped, box: int, days: int) -> None:
    attempts = {"x/y": attempt(b=box)}
    assert shipped(DUE, attempts, f"2026-11-{days:02}") == []
    assert shipped(DUE, attempts, f"2026-11-{days + 1:02}") == ["x/y"]


def test_what_was_missed_comes_first_then_what_waits_longest(shipped: Shipped) -> None:
    attempts = {
        "x/right": attempt(b=1),
        "x/older": attempt(b=1, t="2026-10-01"),
        "x/wrong": attempt(0, t="2026-11-20"),
        "gone/item": attempt(0),
        "x/reviewed": attempt(0, b=2, d="2026-11-24"),
        "x/odd": attempt(t="soon"),
    }
    assert shipped(DUE, attempts, "2026-11-25") == ["x/wrong", "x/older", "x/right"]
