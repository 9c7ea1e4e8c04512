"""The numbers of a text, however its language writes them, so that two languages can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from handbook.pages.number_words import SCALE, said_in, times

_SPACE = r"[ \u00a0\u202f]"
_THOUSANDS = {"vi": r"\.", "fr": _SPACE, "en": ","}
_DIGIT = re.compile("[0-9]")
# Of Arabic and Persian, Hindi, Bengali, Thai, Lao, Burmese and Khmer.
_OTHER_DIGIT = re.compile(
    "[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]"
)
_AFTERNOON = re.compile(
    r"p\.?m|chiều|tối|đêm|trưa|soir|après-midi|evening|afternoon|night", re.IGNORECASE
)
_VI = r"(?:sáng|trưa|chiều|tối|đêm)\b"
_FR = r"(?:du\smatin|du\ssoir|de\sl[’']après-midi)\b"
_EN = r"(?:[ap]m\b|[ap]\.m\.|in\sthe\s(?:morning|afternoon|evening)\b|at\snight\b)"
_HALF = rf"(?:{_VI}|{_FR}|{_EN})"
_HALF_OF_AN_HOUR = rf"(?:giờ\s{_VI}|h(?:eures?)?\s{_FR}|(?:o[’']clock\s)?{_EN})"
_PATTERN = r"""
    (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])
  | (?P<date>(?<![0-9])[0-9]{1,2}(?P<slash>[/.-])[0-9]{1,2}(?P=slash)[0-9]{4})(?![0-9])
  | (?<![0-9])(?P<phone>(?:\+[0-9]|0)[0-9]?(?:%(space)s?[.-]?[0-9]){7,13})(?![0-9])
  | (?<![0-9.,])(?P<hour>[0-9]{1,2})
    (?: (?: : | %(space)s?(?:giờ|heures?|h|g)%(space)s? | \.(?=[0-9]{2}%(space)s?%(half)s) )
        (?P<minute>[0-5][0-9])(?![0-9])(?:%(space)sphút)?(?:%(space)s?(?P<half>%(half)s))?
      | %(space)s?(?P<only>%(whole_hour)s) )
  | (?P<whole>[0-9]{1,3}(?:%(thousands)s[0-9]{3})+(?![0-9])|[0-9]+)(?P<part>[.,][0-9]+)?
    (?:(?P<kilo>k)\b|%(space)s?(?P<scale>%(scale)s)\b)?
"""


class Number(NamedTuple):
    """`value` is the same in every language: `100000`, `1.5`, `20:52`. `raw` is what stands at `at`."""

    value: str
    raw: str
    at: int


def _compiled(thousands: str) -> re.Pattern[str]:
    words = {"half": _HALF, "whole_hour": _HALF_OF_AN_HOUR, "scale": SCALE}
    pattern = _PATTERN % {"space": _SPACE, "thousands": thousands, **words}
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


_PATTERNS = {locale: _compiled(thousands) for locale, thousands in _THOUSANDS.items()}
_ANY = _compiled(rf"(?:[.,]|{_SPACE})")


def numbers_of(text: str, locale: str) -> list[Number]:
    """Every number in digits, in order; a date gives its day, its month and its year."""
    found = []
    pattern = _PATTERNS.get(locale, _ANY)
    written, text = text, _OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text)
    digit = _DIGIT.search(text)
    while digit:
        plus = digit.start() - (text[digit.start() - 1 : digit.start()] == "+")
        match = pattern.match(text, plus) or pattern.match(text, digit.start())
        if match is None:  # no digit is left out by the pattern
            break
        for value in _values(match):
            found.append(Number(value, written[slice(*match.span())].strip(), match.start()))
        digit = _DIGIT.search(text, match.end())
    return found


def missing_numbers(
    numbers: Iterable[Number], others: Iterable[Number], text: str, locale: str
) -> list[Number]:
    """Those of `numbers` that are not among `others`, nor said in words by `text`; each once."""
    known = {number.value for number in others}
    missing = {number.value: number for number in numbers if number.value not in known}
    if missing:
        said = said_in(text, locale)
        missing = {value: number for value, number in missing.items() if not _is_said(value, said)}
    return list(missing.values())


def _is_said(value: str, said: frozenset[int] | None) -> bool:
    """Small numbers are taken for said in a language whose words are not known."""
    if not value.isdigit():
        return False
    return int(value) <= 100 if said is None else int(value) in said


def _values(match: re.Match[str]) -> list[str]:
    if match.lastgroup == "whole" and match["whole"].isdigit():
        return [match["whole"].lstrip("0") or "0"]
    if match["iso"] or match["date"]:
        return [part.lstrip("0") for part in re.findall("[0-9]+", match[0])]
    if match["phone"]:
        return [re.sub("[^0-9+]", "", match[0])]
    if match["hour"]:
        return [_time(int(match["hour"]), match["minute"], match["half"] or match["only"])]
    whole = re.sub("[^0-9]", "", match["whole"])
    number = Decimal(whole + (match["part"] or "").replace(",", "."))
    number *= 1000 if match["kilo"] else times(match["scale"])
    return [f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"]


def _time(hour: int, minute: str | None, half: str | None) -> str:
    if half and _AFTERNOON.search(half):
        hour += 12 if hour < 12 else 0
    return f"{hour}:{minute}" if minute else str(hour)
