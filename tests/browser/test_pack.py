"""The record in few bytes: nothing is lost on the way, and nothing else is taken for a record."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from rjsmin import jsmin

from browser.journey import (
    ITEMS,
    MODULES,
    NAMES,
    Record,
    Run,
    any_record,
    full_record,
    shipped,
    without_name,
)
from small_book import PROJECT

CARRY = """async (records, names) => {
    const { pack, unpack, toText, fromText, toDigits, fromDigits } = await load("pack");
    return records.map((record, n) => {
        const lost = [];
        const bytes = pack(record, names, lost);
        const text = toText(bytes);
        const same = [fromText(text), n % 10 === 0 && bytes.length < 2900 ? fromDigits(toDigits(bytes)) : bytes];
        return [unpack(same[0], names), `${same[1]}` === `${bytes}`, lost, text, bytes.length];
    });
}"""
READ = """async (texts, names) => {
    const { unpack, fromText, fromDigits } = await load("pack");
    const { Unreadable } = await load("coder");
    return texts.map((text) => {
        const start = performance.now();
        try {
            unpack(/^\\d+$/.test(text) ? fromDigits(text) : fromText(text), names);
            return ["read", performance.now() - start];
        } catch (error) {
            return [error instanceof Unreadable ? error.reason : `${error}`, performance.now() - start];
        }
    });
}"""
MOVE = """async (record, names, otherNames) => {
    const { pack, unpack } = await load("pack");
    const lost = [];
    return [unpack(pack(record, names), otherNames, lost), lost];
}"""
TEXT = """async (record, names) => {
    const { pack, toText, toDigits } = await load("pack");
    return [toText(pack(record, names)), toDigits(pack(record, names))];
}"""
LINK = "https://learn.example/pde/en/progress/#"


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with shipped(browser, tmp_path_factory.mktemp("shipped")) as running:
        yield running


@pytest.fixture(scope="module")
def texts(run: Run) -> list[str]:
    """Texts and digits of some records."""
    dice = random.Random(3)
    return [text for _ in range(20) for text in run(TEXT, any_record(dice), NAMES)]


def carry(run: Run, *records: Any) -> list[Any]:
    found: list[Any] = run(CARRY, list(records), NAMES)
    return found


def reasons(run: Run, texts: list[str]) -> set[str]:
    return {reason for reason, _ in run(READ, texts, NAMES)}


@pytest.mark.parametrize("seed", range(8))
def test_a_record_arrives_whole_but_for_the_name(run: Run, seed: int) -> None:
    dice = random.Random(seed)
    records = [any_record(dice) for _ in range(250)]
    for record, (read, same, lost, text, _) in zip(records, carry(run, *records), strict=True):
        assert read == {"attempts": {}, "modules": {}, "days": {}} | without_name(record)
        assert same
        assert lost == []
        assert text.startswith("A")


def test_the_longest_answers_arrive_too(run: Run) -> None:
    dice = random.Random(1)
    ids = ["".join(dice.choices("abcdefgh", k=63)) for _ in range(12)]
    answer = {"r": dict(zip(ids, ids, strict=True)), "s": 0, "m": 1}
    record = {"attempts": dict.fromkeys(NAMES["items"][:12], answer), "modules": {}, "days": {}}
    [(read, same, lost, text, _)] = carry(run, record)
    assert (read, same, lost, len(text) > 9_999) == (record, True, [], True)


@pytest.mark.parametrize(
    ("share", "by_module", "most"), [(0, False, 700), (0.85, False, 670), (0.85, True, 570)]
)
def test_a_full_record_is_small(run: Run, share: float, by_module: bool, most: int) -> None:
    dice = random.Random(1)
    records = [full_record(dice, share, by_module=by_module) for _ in range(10)]
    sizes = [size for *_, size in carry(run, *records)]
    assert max(sizes) <= most
    assert len(LINK) + max(len(text) for *_, text, _ in carry(run, *records)) <= 1000


def test_a_new_learner_has_next_to_nothing_to_carry(run: Run) -> None:
    [(read, _, _, text, _)] = carry(run, {"name": "Lan"})
    assert read == {"attempts": {}, "modules": {}, "days": {}}
    assert len(text) <= 16


def test_a_name_is_never_packed(run: Run) -> None:
    assert run(TEXT, {"name": "Lan"}, NAMES) == run(TEXT, {"name": "Nguyễn Thị Minh Khai"}, NAMES)


def test_an_earlier_edition_reads_what_it_knows(run: Run) -> None:
    record = without_name(full_record(random.Random(2), 0.8))
    items, modules = ITEMS[:150], MODULES[:15]
    read, lost = run(MOVE, record, NAMES, {"items": items, "modules": modules})
    assert read == record | {
        "attempts": {name: record["attempts"][name] for name in items},
        "modules": {name: record["modules"][name] for name in ["booster", *modules]},
    }
    assert len(lost) == 40 + 4


def test_a_later_edition_reads_all(run: Run) -> None:
    record = without_name(full_record(random.Random(2), 0.8))
    later = {"items": [*ITEMS, "new/one", "new/two"], "modules": [*MODULES, "new"]}
    assert run(MOVE, record, NAMES, later) == [record, []]


def test_what_this_edition_does_not_know_is_left_out_and_told(run: Run) -> None:
    known = {"r": "b", "s": 1, "m": 1, "n": 1, "t": "2026-11-30"}
    record = {
        "attempts": {ITEMS[3]: known, "new/one": known},
        "modules": {"new": {"best": 80}},
        "days": {"8": "x"},
    }
    [(read, _, lost, *_)] = carry(run, record)
    assert read == {"attempts": {ITEMS[3]: known}, "modules": {}, "days": {}}
    assert lost == ["new/one", "new", "8"]


KNOWN: Record = {"r": "b", "s": 1, "m": 1, "n": 1, "t": "2026-11-30"}


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ({"n": 1e9}, {"n": 9999}),
        ({"n": -3}, {"n": 1}),
        ({"m": 1e9, "s": 1e9}, {"m": 9999, "s": 9999}),
        ({"s": 7}, {"s": 1}),
        ({"s": 0.7, "m": 2}, {"s": 0.5, "m": 2}),
        ({"b": 77}, {"b": 5}),
        ({"r": []}, {"r": []}),
        ({"r": {}}, {"r": {}}),
    ],
)
def test_numbers_out_of_range_are_clamped(run: Run, part: Record, kept: Record) -> None:
    [(read, _, lost, *_)] = carry(run, {"attempts": {ITEMS[0]: KNOWN | part}})
    assert read["attempts"] == {ITEMS[0]: KNOWN | kept}
    assert lost == []


@pytest.mark.parametrize(
    "part",
    [
        {"t": "9999-12-31"},
        {"t": "2026-02-30"},
        {"t": 20261130},
        {"n": "many"},
        {"c": "certain"},
        {"d": "yesterday"},
        {"b": "5"},
        {"open": "yes"},
    ],
)
def test_a_property_that_cannot_be_carried_is_left_out_and_told(run: Run, part: Record) -> None:
    [(read, _, lost, *_)] = carry(run, {"attempts": {ITEMS[0]: KNOWN | part}})
    assert read["attempts"] == {
        ITEMS[0]: {name: value for name, value in KNOWN.items() if name not in part}
    }
    assert lost == [*part]


@pytest.mark.parametrize(
    "attempt",
    [
        None,
        "b",
        [],
        {},
        KNOWN | {"r": "ặ"},
        KNOWN | {"r": ""},
        KNOWN | {"r": "a" * 64},
        KNOWN | {"r": 3},
        KNOWN | {"r": [["a"]]},
        KNOWN | {"r": ["a"] * 13},
        KNOWN | {"r": {"__proto": "a"}},
        KNOWN | {"r": {"a": None}},
        KNOWN | {"s": None},
        KNOWN | {"m": "one"},
    ],
)
def test_an_attempt_that_cannot_be_carried_is_left_out_and_told(run: Run, attempt: object) -> None:
    [(read, _, lost, *_)] = carry(run, {"attempts": {ITEMS[0]: attempt, ITEMS[1]: KNOWN}})
    assert read["attempts"] == {ITEMS[1]: KNOWN}
    assert lost == [ITEMS[0]]


def test_any_flipped_bit_is_noticed(run: Run) -> None:
    script = """async (record, names) => {
        const { pack, unpack } = await load("pack");
        const bytes = pack(record, names);
        return Array.from({ length: 8 * bytes.length }, (_, n) => {
            const wrong = bytes.map((byte, at) => (at === n >> 3 ? byte ^ (1 << (n & 7)) : byte));
            try { unpack(wrong, names); return "read"; } catch (error) { return error.reason; }
        });
    }"""
    found = run(script, full_record(random.Random(4), 0.8), NAMES)
    assert len(found) > 3000
    assert set(found) == {"garbage"}


def test_a_cut_or_longer_text_is_garbage(run: Run, texts: list[str]) -> None:
    dice = random.Random(5)
    cut = [text[: dice.randrange(len(text))] for text in texts for _ in range(20)]
    longer = [text + dice.choice("A0_") * dice.randint(1, 9) for text in texts for _ in range(5)]
    assert reasons(run, [*cut, *longer]) == {"garbage"}


def test_a_changed_text_is_garbage(run: Run, texts: list[str]) -> None:
    dice = random.Random(6)
    changed = []
    for text in texts * 25:
        signs = [*text]
        for _ in range(dice.randint(1, 4)):
            signs[dice.randrange(len(signs))] = dice.choice("Aa0-_9 ạ%")
        changed.append("".join(signs))
    wrong = [made for made, text in zip(changed, texts * 25, strict=True) if made != text]
    assert len(wrong) > 900
    assert reasons(run, wrong) == {"garbage"}


def test_any_other_text_is_garbage(run: Run) -> None:
    dice = random.Random(7)
    signs = ["0123456789", "AQ", "ABCDEFGHabcdefgh0123-_", "Aạ %=/+\0\n"]
    texts = [
        "".join(dice.choices(dice.choice(signs), k=int(dice.expovariate(0.01)))) for _ in range(1000)
    ]
    assert reasons(run, ["", "q-bank-code", "seed=B7", *texts]) == {"garbage"}


SEALED = """async (names) => {
    const { unpack } = await load("pack");
    let state = 1;
    const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
    const sealed = (bytes) => {
        let rest = 0xffff;
        for (const byte of bytes) {
            rest ^= byte;
            for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >> 1) ^ 0x8408 : rest >> 1;
        }
        return Uint8Array.of(...bytes, ~rest & 255, (~rest >> 8) & 255);
    };
    const read = (bytes) => {
        const start = performance.now();
        try { JSON.stringify(unpack(sealed(bytes), names)); return ["read", 0]; }
        catch (error) { return [error.reason || `${error}`, performance.now() - start]; }
    };
    return {
        later: read([2, 1, 2, 3])[0],
        zero: read([0, 1, 2, 3])[0],
        random: Array.from({ length: 1000 }, (_, n) => read([1, ...Array.from({ length: n }, next)])),
        same: [0, 1, 127, 128, 254, 255].flatMap((byte) => [9, 7000].map((n) => read([1, ...Array(n).fill(byte)]))),
    };
}"""


def test_a_forged_record_with_a_right_checksum_is_refused_soon(run: Run) -> None:
    """Random bytes may be a short record by chance; nothing else is thrown, and nothing takes long."""
    found = run(SEALED, NAMES)
    assert found["later"] == "later"
    assert found["zero"] == "garbage"
    assert {reason for reason, _ in found["random"]} <= {"garbage", "read"}
    assert [reason for reason, _ in found["random"]].count("read") < 20
    assert {reason for reason, _ in found["same"]} <= {"garbage", "read"}
    assert max(time for _, time in found["same"]) < 200


def test_a_hundred_kilobytes_are_refused_at_once(run: Run) -> None:
    texts = ["A" * 100_000, "AQ" + "_9" * 50_000, "1" * 100_000, "0" * 100_000, "%" * 100_000]
    found = run(READ, texts, NAMES)
    assert {reason for reason, _ in found} == {"garbage"}
    assert max(time for _, time in found) < 50


def test_the_modules_of_the_journey_weigh_at_most_five_and_a_half_kilobytes() -> None:
    folder = PROJECT / "overrides/assets/js/journey"
    sizes = {name: weight(folder / f"{name}.js") for name in ("coder", "pack", "qr", "spoken")}
    assert sum(sizes.values()) <= 5500
    assert sizes["qr"] <= 2300


def weight(file: Path) -> int:
    """Bytes over the wire."""
    return len(gzip.compress(str(jsmin(file.read_text("utf-8"))).encode(), 9))
