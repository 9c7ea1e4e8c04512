"""Numbers that grow old, written into a page instead of docs/data/facts.yml.

There every one has its source and its day of review, and is corrected once for all pages.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from collections.abc import Mapping as Map

from handbook.facts import Fact
from handbook.problem import Problems
from handbook.rules.reading import Reading

_MADE_UP = frozenset({"message", "story", "card"})
"""Blocks in which people and their numbers are invented."""
# Reserved for films and lessons; source: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
# and the French plan of numbers, décision Arcep 2018-0881.
_INVENTED = re.compile(r"0?7700 ?900|0639 ?98|06 ?39 ?98|(?:\+33 ?)6 ?39 ?98")
_DATE = r"(?!\d{1,2}[.-]\d{1,2}[.-]\d{4}\b)"
_PHONE = re.compile(
    rf"(?<![\w.,/-]){_DATE}(?:\+\d{{1,3}}[ .-]?(?:\(0\)[ .-]?)?\d|\(?0\d)\)?"
    r"(?:[ .-]?\(?\d\)?){7,9}(?![\w/])"
    r"|(?<![\w.,/-])1[89]00(?:[ .-]?\d){4,6}(?![\w/])"
)
_LAW = re.compile(
    r"\b\d{1,4}/(?:\d{4}/)?(?:NĐ|QĐ|QH|TT|NQ|CT|TB|KH|PL|VBHN|TTLT)\d*(?:-[A-ZĐ]+g?)*"
    r"|\b\d{1,4}-(?:NQ|CT|QĐ|KL)/[A-ZĐ]+"
    r"|\bn[°º] ?\d{2,4}-\d{2,5}\b"
    r"|\b(?:article|art\.) ?[LRD]\.? ?\d{1,4}(?:-\d+)+"
    r"|\((?:UE|EU|CE|EC)\) ?(?:n[°º] ?)?\d{4}/\d{2,4}\b"
    r"|\b(?:[A-Z]\w+ ){1,4}Act (?:19|20)\d{2}\b"
)
_AMOUNT = r"\d[\d.,  ]*(?:triệu|tỷ|nghìn)? ?(?:đồng|đ\b|VND|₫)"
_FINE = re.compile(
    rf"phạt\b[^\n;]{{0,50}}?{_AMOUNT}"
    r"|amendes?\b[^\n;]{0,50}?\d[\d  ]*(?:€|euros?|millions)|\d[\d  ]*(?:€|euros?) d’amende"
    r"|\b(?:fined|fines|a fine|penalty|penalties)\b[^\n;]{0,50}?"
    r"(?:[£€$] ?\d[\d,]*|\d[\d,]* (?:pounds|euros|dong|VND))"
    r"|[£€$] ?\d[\d,]* (?:fine|penalty)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("phone-in-text", re.compile(r"\d[\d .()-]{5,}\d"), _PHONE),
    ("law-in-text", re.compile(r"/|[°º]|Act |rt\. |rticle "), _LAW),
    ("fine-in-text", re.compile("phạt|Phạt|mende|fine|penalt"), _FINE),
)
"""Code, what makes a closer look worth while, and the look."""
_CALL = re.compile(
    r"(?:gọi|bấm|nhắn|gửi|số|tổng đài|đến|appele[rz]|appel|composez|compose|le|au|numéro|sms"
    r"|call|dial|ring|text|number|on|to)\W*$",
    re.IGNORECASE,
)
_NEAR = 24
_LONG = 5
"""From so many digits on, a number is taken for that of the contact wherever it stands."""
_DIGITS = re.compile(r"\d[\d ]*\d")


def check_loose_numbers(reading: Reading, problems: Problems) -> None:
    """Report phone numbers, numbers of laws and amounts of fines that are no facts."""
    for code, hint, pattern in _KINDS:
        for found in pattern.finditer(reading.text) if hint.search(reading.text) else ():
            made_up = not _MADE_UP.isdisjoint(reading.line(found.start()).blocks)
            if code == "phone-in-text" and made_up and _INVENTED.match(found[0]):
                continue
            if code == "fine-in-text" and made_up:
                continue
            problems.add(reading.place(found.start()), code, word=found[0].strip())


def check_hotlines(reading: Reading, facts: Map[str, Fact], problems: Problems) -> None:
    """Report numbers of known contacts that stand bare in a sentence about calling."""
    numbers = dict(_hotlines(facts, reading.page.locale))
    if not any(number in reading.text for number in numbers):
        return
    known = "|".join(map(re.escape, numbers))
    pattern = re.compile(rf"(?<![\w.,/:-])(?:{known})(?![\w/:%-]|[.,]\d| ?\d)")
    for found in pattern.finditer(reading.text):
        number = found[0]
        before = reading.text[max(0, found.start() - _NEAR) : found.start()]
        if len(number) >= _LONG or _CALL.search(before.rpartition("\n")[2]):
            fact = numbers[number]
            problems.add(reading.place(found.start()), "hotline-in-text", word=number, fact=fact)


def _hotlines(facts: Map[str, Fact], locale: str) -> Iterator[tuple[str, str]]:
    """Short numbers of contacts with the ids of their facts."""
    for fact in facts.values():
        if fact.kind == "contact":
            for number in _numbers(fact.value.get(locale, "")):
                yield number, fact.id


@functools.cache
def _numbers(value: str) -> list[str]:
    return _DIGITS.findall(value)
