"""Numbers written as words, in the languages that the handbook is written in."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

_SCALES = {
    "trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6,
    "milliard": 10**9, "milliards": 10**9,
    "hundred": 100, "thousand": 1000, "billion": 10**9, "billions": 10**9,
}  # fmt: skip
SCALE = "|".join(_SCALES)
"""A regular expression of the words that multiply the number before them."""


def times(word: str | None) -> int:
    """What a scale word multiplies by; 1 for none."""
    return _SCALES[word.casefold()] if word else 1


def said_in(text: str, locale: str) -> frozenset[int] | None:
    """Every number from 0 to 100, and its thousands and millions, that words of `text` may mean.

    Generous: names of months and days (Monday is the second) and words such as `twice` count too. None
    for a language whose number words are not known here.
    """
    if locale not in _SAYS:
        return None
    words, pattern = _lexicon(locale)
    return frozenset(
        value * times(found[2])
        for found in pattern.finditer(text.casefold())
        for value in words[re.sub(r"[\s-]+", " ", found[1])]
    )


@functools.cache
def _lexicon(locale: str) -> tuple[dict[str, set[int]], re.Pattern[str]]:
    words: dict[str, set[int]] = {}
    for form, value in _SAYS[locale]():
        words.setdefault(form, set()).add(value)
    longest = sorted(words, key=len, reverse=True)
    forms = "|".join(form.replace(" ", r"[\s-]+") for form in longest)
    return words, re.compile(rf"(?<!\w)({forms})(?:\s+({SCALE}))?(?!\w)")


def _listed(text: str, first: int = 0) -> Iterator[tuple[str, int]]:
    """One number a word; `_` joins words, `/` separates ways to say the same."""
    for value, forms in enumerate(text.split(), start=first):
        for form in forms.split("/"):
            yield form.replace("_", " "), value


def _vietnamese() -> Iterator[tuple[str, int]]:
    digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    yield from _listed("không một/nhất hai/đôi/cặp/nhì ba bốn/tư năm sáu bảy/bẩy tám chín mười/chục")
    last = ["_", "một/mốt", "hai", "ba", "bốn/tư", "lăm/nhăm/năm", "sáu", "bảy/bẩy", "tám", "chín"]
    for ten in range(1, 10):
        tens = "mười" if ten == 1 else f"{digits[ten]} mươi"
        yield tens, ten * 10
        yield f"{digits[ten]} chục", ten * 10
        for unit in range(1, 10):
            for form in last[unit].split("/"):
                yield f"{tens} {form}", ten * 10 + unit
    yield from (("trăm", 100), ("nghìn", 1000), ("ngàn", 1000), ("triệu", 10**6), ("trưa", 12))
    yield from (("tết", 1), ("giêng", 1), ("chạp", 12), ("nửa đêm", 0), ("một tá", 12))


_FRENCH_UNITS = """zéro un/une/premier/première deux/seconde/second/double trois quatre cinq six sept
    huit neuf dix/dizaine onze douze/douzaine treize quatorze quinze/quinzaine seize dix_sept dix_huit
    dix_neuf"""


def _french() -> Iterator[tuple[str, int]]:
    plain = dict(_listed(_FRENCH_UNITS))
    names = [form.split("/")[0].replace("_", " ") for form in _FRENCH_UNITS.split()]
    for tens, base, reach in (
        ("vingt", 20, 9), ("trente", 30, 9), ("quarante", 40, 9), ("cinquante", 50, 9),
        ("soixante", 60, 19), ("quatre vingt", 80, 19),
    ):  # fmt: skip
        plain |= {tens: base, f"{tens}s": base, f"{tens}aine": base}
        for unit in range(1, reach + 1):
            joint = f"{tens} et" if unit in {1, 11} and base != 80 else tens
            plain[f"{joint} {names[unit]}"] = base + unit
            if unit == 1:
                plain[f"{joint} une"] = base + unit
    yield from plain.items()
    for form, value in plain.items():
        stem = {"cinq": "cinqu", "neuf": "neuv"}.get(form, form.removesuffix("e"))
        yield f"{stem}ième", value
    yield from (("cent", 100), ("centaine", 100), ("mille", 1000), ("midi", 12), ("minuit", 0))
    yield from _listed(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", first=1
    )
    yield from _listed("lundi mardi mercredi jeudi vendredi samedi", first=2)  # as Vietnamese counts


_ENGLISH_UNITS = """zero/midnight one/a/an/single/once/first two/both/twice/pair/couple/double/second
    three/third four/fourth five/fifth six/sixth seven/seventh eight/eighth nine/ninth ten/tenth
    eleven/eleventh twelve/twelfth/dozen/noon/midday thirteen/thirteenth fourteen/fourteenth
    fifteen/fifteenth sixteen/sixteenth seventeen/seventeenth eighteen/eighteenth nineteen/nineteenth"""


def _english() -> Iterator[tuple[str, int]]:
    yield from _listed(_ENGLISH_UNITS)
    units = [form.split("/") for form in _ENGLISH_UNITS.split()]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for base, name in enumerate(tens, start=2):
        yield name, base * 10
        yield f"{name.removesuffix('y')}ieth", base * 10
        for unit in range(1, 10):
            for form in (units[unit][0], units[unit][-1]):
                yield f"{name} {form}", base * 10 + unit
    yield from (("hundred", 100), ("thousand", 1000), ("million", 10**6))
    yield from _listed(
        "january february march april may june july august september october november december", first=1
    )
    yield from _listed("monday tuesday wednesday thursday friday saturday", first=2)


_SAYS: dict[str, Callable[[], Iterator[tuple[str, int]]]] = {
    "vi": _vietnamese,
    "fr": _french,
    "en": _english,
}
