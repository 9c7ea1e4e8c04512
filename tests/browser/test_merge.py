"""Two records of one learner become one: the laws, on the scripts that are shipped."""

from __future__ import annotations

from typing import Any

from browser.conftest import Shipped

RANDOM = """
    const { numbers } = await import(`${folder}/shuffle.js`);
    const next = numbers(seed);
    const int = (most) => Math.floor(next() * most);
    const pick = (...some) => some[int(some.length)];
    const maybe = (value) => (next() < 0.5 ? { ...value } : {});
    const day = () => `2026-1${int(3)}-0${1 + int(9)}`;
    const map = (most, name, make) =>
        Object.fromEntries(Array.from({ length: int(most) }, () => [name(), make()]));
    const response = () => pick("a", "b", "not-sure", ["a", "c"], [], { 1: "b", 2: "a" });
    const attempt = () => ({
        r: response(), s: int(3) / 2, m: 1 + int(2), n: 1 + int(3), t: day(),
        ...maybe({ open: true }), ...maybe({ b: int(5) }), ...maybe({ d: day() }), ...maybe({ c: "sure" }),
    });
    const module = () => ({
        ...maybe({ seed: pick("x1", "y2") }), ...maybe({ best: int(101) }), ...maybe({ passed: day() }),
    });
    const profile = () => ({
        attempts: map(6, () => `m${int(3)}/i${int(4)}`, attempt),
        modules: map(4, () => `m${int(4)}`, module),
        days: map(5, () => `${1 + int(7)}`, day),
    });
    const same = (a, b) => canon(a) === canon(b);
    const canon = (value) => JSON.stringify(value, (_, one) =>
        one && typeof one === "object" && !Array.isArray(one)
            ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one);
"""

LAWS = f"""async ([folder, seed, rounds]) => {{
    const {{ merge }} = await import(`${{folder}}/journey/merge.js`);
    {RANDOM}
    const broken = [];
    for (let round = 0; round < rounds; round += 1) {{
        const [a, b, c] = [profile(), profile(), profile()];
        const kept = canon([a, b]);
        const both = merge(a, b);
        const check = (law, holds) => holds || broken.push([law, canon([a, b, c])]);
        check("commutative", same(both, merge(b, a)));
        check("associative", same(merge(both, c), merge(a, merge(b, c))));
        check("idempotent", same(merge(a, a), a) && same(merge(both, b), both));
        check("pure", kept === canon([a, b]));
        for (const one of [a, b]) {{
            for (const [slug, {{ passed, best = 0 }}] of Object.entries(one.modules)) {{
                check("a pass is kept", !passed || both.modules[slug].passed <= passed);
                check("the best score is kept", (both.modules[slug].best ?? 0) >= best);
            }}
            check("every answer is there", Object.keys(one.attempts).every((name) => name in both.attempts));
            check("every day is there", Object.keys(one.days).every((name) => both.days[name] <= one.days[name]));
        }}
        for (const [name, attempt] of Object.entries(both.attempts))
            check("answers do not mix", [a, b].some((one) => same(one.attempts[name], attempt)));
    }}
    return broken;
}}"""


def test_two_thousand_pairs_of_records_merge_lawfully(shipped: Shipped) -> None:
    assert shipped(LAWS, "merge", 2000) == []


MERGE = """async ([folder, name, ...profiles]) => {
    const module = await import(`${folder}/journey/merge.js`);
    return module[name](...profiles);
}"""


def profile(**parts: Any) -> dict[str, Any]:
    return {"attempts": {}, "modules": {}, "days": {}, **parts}


def test_the_later_answer_wins_and_the_first_pass_stays(shipped: Shipped) -> None:
    old = {"r": "a", "s": 0, "m": 1, "n": 3, "t": "2026-11-01"}
    new = {"r": "b", "s": 1, "m": 1, "n": 1, "t": "2026-11-02"}
    here = profile(attempts={"x/y": old}, modules={"x": {"best": 90, "passed": "2026-11-09"}})
    there = profile(attempts={"x/y": new}, modules={"x": {"best": 80, "passed": "2026-11-03"}})
    merged = shipped(MERGE, "merge", here, there)
    assert merged["attempts"] == {"x/y": new}
    assert merged["modules"] == {"x": {"best": 90, "passed": "2026-11-03"}}


def test_a_review_makes_an_answer_younger(shipped: Shipped) -> None:
    answer = {"r": "b", "s": 1, "m": 1, "n": 1, "t": "2026-11-02", "b": 1}
    reviewed = {**answer, "b": 2, "d": "2026-11-05"}
    merged = shipped(
        MERGE, "merge", profile(attempts={"x/y": reviewed}), profile(attempts={"x/y": answer})
    )
    assert merged["attempts"]["x/y"] == reviewed


def test_an_answer_that_was_taken_back_stays_taken_back(shipped: Shipped) -> None:
    answer = {"r": "b", "s": 1, "m": 1, "n": 1, "t": "2026-11-02"}
    merged = shipped(
        MERGE,
        "merge",
        profile(attempts={"x/y": answer}),
        profile(attempts={"x/y": {**answer, "open": True}}),
    )
    assert merged["attempts"]["x/y"]["open"] is True


def test_name_and_path_stay_the_learners_own(shipped: Shipped) -> None:
    mine, other = profile(name="Lan", track="family"), profile(name="Mai", track="seller")
    assert shipped(MERGE, "added", mine, other)["name"] == "Lan"
    assert shipped(MERGE, "added", mine, other)["track"] == "family"
    assert shipped(MERGE, "added", profile(), other)["name"] == "Mai"


def test_what_this_edition_does_not_know_is_kept(shipped: Shipped) -> None:
    merged = shipped(MERGE, "merge", profile(new=[1], modules={"x": {"star": 2}}), profile())
    assert merged["new"] == [1]
    assert merged["modules"] == {"x": {"star": 2}}
