"""What the code of a certificate says, put to the rule by the shipped modules."""

from __future__ import annotations

import random
import re
import urllib.parse
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.journey import Record, Run, shipped

COMPULSORY, OPTIONAL, NEEDED, PASS = 5, 14, 5, 80
MODULES = [
    {"slug": f"module-{n}", "code": f"M{n:02}", "kind": "compulsory" if n <= COMPULSORY else "optional"}
    for n in range(1, COMPULSORY + OPTIONAL + 1)
]
PROGRAMME = {
    "version": "2026.11",
    "pass": PASS,
    "compulsory": 5,
    "optional": NEEDED,
    "modules": MODULES,
}

MADE = """async (programme, profiles) => {
    const { standing } = await load("standing");
    const { claimOf, kindOf } = await load("claim");
    return profiles.map((profile) => {
        const how = standing(programme, profile);
        return { kind: kindOf(how), basics: how.basics, complete: how.complete, claim: claimOf(how, programme) };
    });
}"""
READ = """async (programme, fragments) => {
    const { readClaim, recompute } = await load("claim");
    return fragments.map((fragment) => {
        try {
            const claim = readClaim(fragment);
            const { scores, ...told } = recompute(claim, programme);
            return { ...claim, ...told, scores: Object.fromEntries(scores) };
        } catch (error) {
            return { reason: error.reason ?? `${error}` };
        }
    });
}"""


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with shipped(browser, tmp_path_factory.mktemp("scripts")) as started:
        yield started


def code(slug: str) -> str:
    return next(module["code"] for module in MODULES if module["slug"] == slug)


def profile(passed: dict[str, Any]) -> Record:
    """A learner who passed modules: results by slug."""
    return {"attempts": {}, "days": {}, "modules": passed}


def passed(dice: random.Random, modules: list[dict[str, str]]) -> dict[str, Any]:
    return {
        module["slug"]: {"best": dice.randint(PASS, 100), "passed": f"2026-12-{dice.randint(1, 31):02}"}
        for module in modules
    }


def kind_of(codes: set[str]) -> str:
    """The rule of the programme, written down once more."""
    basics = {f"M{n:02}" for n in range(1, COMPULSORY + 1)} <= codes
    others = codes & {f"M{n:02}" for n in range(COMPULSORY + 1, COMPULSORY + OPTIONAL + 1)}
    return "full" if basics and len(others) >= NEEDED else "basics" if basics else ""


def every_standing(dice: random.Random) -> list[list[dict[str, str]]]:
    """Every set of compulsory modules with every number of optional ones."""
    return [
        [module for module, is_in in zip(MODULES, chosen, strict=False) if is_in]
        + dice.sample(MODULES[COMPULSORY:], extra)
        for chosen in product([False, True], repeat=COMPULSORY)
        for extra in range(OPTIONAL + 1)
    ]


def test_progress_certificate_and_its_reader_agree_on_every_standing(run: Run) -> None:
    dice = random.Random(5)
    sets = every_standing(dice)
    assert len(sets) == 2**5 * 15
    expected = [kind_of({module["code"] for module in modules}) for modules in sets]
    made = run(MADE, PROGRAMME, [profile(passed(dice, modules)) for modules in sets])
    assert [one["kind"] for one in made] == expected
    assert [one["complete"] for one in made] == [kind == "full" for kind in expected]
    assert [one["basics"] for one in made] == [kind != "" for kind in expected]
    for claimed in ("full", "basics"):  # whatever a stranger writes for the kind
        claims = [re.sub("k=[a-z]*", f"k={claimed}", one["claim"]) for one in made]
        told = [one.get("holds", False) for one in run(READ, PROGRAMME, claims)]
        assert told == [kind in {"full", claimed} for kind in expected]


def test_a_claim_comes_back_as_it_was_made(run: Run) -> None:
    dice = random.Random(6)
    results = [
        passed(
            dice, [*MODULES[:COMPULSORY], *dice.sample(MODULES[COMPULSORY:], dice.randint(0, OPTIONAL))]
        )
        for _ in range(300)
    ]
    made = run(MADE, PROGRAMME, [profile(one) for one in results])
    read = run(READ, PROGRAMME, [one["claim"] for one in made])
    for result, one, told in zip(results, made, read, strict=True):
        assert told["kind"] == one["kind"]
        assert told["holds"]
        assert told["version"] == "2026.11"
        assert told["age"] == 0
        assert told["scores"] == {slug: module["best"] for slug, module in result.items()}
        assert dict(told["modules"]) == {code(slug): module["best"] for slug, module in result.items()}
        assert (told["unknown"], told["also"], told["signed"]) == (0, [], False)
        days = sorted(module["passed"] for module in result.values())
        assert days[0] <= told["date"] <= days[-1]


def test_a_claim_is_a_readable_line_of_letters_that_need_no_escape(run: Run) -> None:
    result = {f"module-{n}": {"best": 79 + n, "passed": f"2026-12-0{n}"} for n in range(1, 6)}
    (made,) = run(MADE, PROGRAMME, [profile(result)])
    assert made["claim"] == "f=1&k=basics&v=2026.11&d=2026-12-05&m=M01.80-M02.81-M03.82-M04.83-M05.84"


def test_a_pass_under_an_earlier_mark_is_told_without_its_score_and_counts(run: Run) -> None:
    result = {f"module-{n}": {"best": 70, "passed": "2026-12-01"} for n in range(1, 6)}
    (made,) = run(MADE, PROGRAMME, [profile(result)])
    assert made["claim"].endswith("m=M01-M02-M03-M04-M05")
    assert run(READ, PROGRAMME, [made["claim"]])[0]["holds"]


def test_a_score_that_is_too_low_does_not_count(run: Run) -> None:
    (told,) = run(READ, PROGRAMME, ["f=1&k=basics&v=2026.11&m=M01.79-M02-M03-M04-M05"])
    assert told["holds"] is False
    assert told["scores"]["module-1"] == 79


def test_a_module_that_is_named_twice_counts_as_it_is_named_first(run: Run) -> None:
    (told,) = run(READ, PROGRAMME, ["f=1&k=basics&v=2026.11&m=M01.10-M01.100-M02-M03-M04-M05"])
    assert told["holds"] is False
    assert told["scores"]["module-1"] == 10


def test_an_unreadable_day_in_a_record_is_left_out(run: Run) -> None:
    result = {f"module-{n}": {"best": 90, "passed": "yesterday"} for n in range(1, 6)}
    (made,) = run(MADE, PROGRAMME, [profile(result)])
    assert "d=" not in made["claim"]
    assert run(READ, PROGRAMME, [made["claim"]])[0]["holds"]


def test_codes_and_editions_of_another_programme_make_sound_claims(run: Run) -> None:
    modules = [{"slug": "a", "code": "Bài 1&m=", "kind": "compulsory"}]
    other = {**PROGRAMME, "modules": modules, "compulsory": 1, "optional": 0, "version": "v2 #3"}
    result = {"a": {"best": 90, "passed": "2026-12-01"}}
    (made,) = run(MADE, other, [profile(result)])
    (told,) = run(READ, other, [made["claim"]])
    assert told["holds"]
    assert told["scores"] == {"a": 90}


def test_a_programme_without_modules_certifies_nothing(run: Run) -> None:
    assert run(MADE, {**PROGRAMME, "modules": [], "optional": 0}, [profile({})])[0]["kind"] == ""


@pytest.mark.parametrize(
    ("version", "age"), [("2026.11", 0), ("2026.9", -1), ("2025.12", -1), ("2026.12", 1), ("2030.1", 1)]
)
def test_the_age_of_an_edition_is_told(run: Run, version: str, age: int) -> None:
    (told,) = run(READ, PROGRAMME, [f"f=1&k=basics&v={version}&m=M01"])
    assert (told["age"] > 0) - (told["age"] < 0) == age


@pytest.mark.parametrize(
    ("fragment", "reason"),
    [
        ("f=2&anything", "later"),
        ("f=9999", "later"),
        ("", "garbage"),
        ("f=0", "garbage"),
        ("f=one", "garbage"),
        ("second-lock", "garbage"),
        ("f=1", "garbage"),
        ("f=1&k=full&v=2026.11", "garbage"),
        ("f=1&k=full&m=M01", "garbage"),
        ("f=1&k=constructor&v=1&m=M01", "garbage"),
        ("f=1&k=full&v=1&d=2026-13-01&m=M01", "garbage"),
        ("f=1&k=full&v=0900123456&m=M01", "garbage"),
        ("f=1&k=full&v=1&m=M01.101", "garbage"),
        ("f=1&k=full&v=1&m=M01--M02", "garbage"),
        ("f=1&k=full&v=1&m=%E0%A4%A", "garbage"),
    ],
)
def test_what_is_no_claim_is_refused_for_a_reason(run: Run, fragment: str, reason: str) -> None:
    assert run(READ, PROGRAMME, [fragment]) == [{"reason": reason}]


def test_parts_that_are_not_known_are_named_but_never_quoted(run: Run) -> None:
    line = "f=1&k=basics&v=2026.11&m=M01&s=abc&zarsrc=30&Call+0900+123=now&0900=&x=Call"
    (told,) = run(READ, PROGRAMME, [line])
    assert told["signed"]
    assert told["also"] == ["zarsrc", "…", "…", "x"]
    assert not re.search("Call|0900", str(told["also"]))


ALPHABET = (
    "f=1&k=fullbasics&v=2026.11&d=2026-12-05&m=M01.95-M02-__proto__%s+#&&--..é\u0301\U0001f600\ud800"
)


def mutated(dice: random.Random, text: str) -> str:
    """The text with letters changed, lost, doubled and moved."""
    letters = list(text)
    for _ in range(dice.choice([1, 1, 2, 5, 40])):
        place = dice.randrange(len(letters) + 1)
        match dice.randrange(4):
            case 0:
                letters.insert(place, dice.choice(ALPHABET))
            case 1:
                del letters[place : place + dice.choice([1, 1, 9])]
            case 2:
                letters[place : place + 1] = [dice.choice(ALPHABET)]
            case 3:
                letters[place:place] = letters[-dice.randint(1, 9) :]
    return "".join(letters)


def really(fragment: str) -> tuple[str, set[str]]:
    """Kind and counted codes of a fragment, read by other means."""
    parts = dict(urllib.parse.parse_qsl(fragment, keep_blank_values=True))
    counted: dict[str, bool] = {}
    for name, score in re.findall(r"(\w+)(?:\.(\d+))?(?:-|$)", parts.get("m", ""), re.ASCII):
        counted.setdefault(name, not score or int(score) >= PASS)
    return parts.get("k", ""), {name for name, counts in counted.items() if counts}


def test_two_thousand_random_and_damaged_lines_never_hold_without_the_rule(run: Run) -> None:
    dice = random.Random(7)
    results = [
        passed(dice, dice.sample(MODULES, dice.randint(3, 19)) + MODULES[: dice.choice([0, 5])])
        for _ in range(200)
    ]
    sound = [
        re.sub("k=(?=&)", "k=full", one["claim"])
        for one in run(MADE, PROGRAMME, [profile(one) for one in results])
    ]
    lines = [mutated(dice, dice.choice(sound)) for _ in range(1600)]
    lines += ["".join(dice.choices(ALPHABET, k=dice.randint(0, 80))) for _ in range(400)]
    read = run(
        READ,
        PROGRAMME,
        [line.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for line in lines],
    )
    assert {one["reason"] for one in read if "reason" in one} <= {"garbage", "later"}
    holding = [line for line, one in zip(lines, read, strict=True) if one.get("holds")]
    failing = [line for line, one in zip(lines, read, strict=True) if one.get("holds") is False]
    assert min(len(holding), len(failing)) > 50
    for line in holding:
        kind, codes = really(line)
        assert kind_of(codes) in {"full", kind} - {""}, line
    for line in failing:
        kind, codes = really(line)
        assert kind_of(codes) not in {"full", kind}, line
