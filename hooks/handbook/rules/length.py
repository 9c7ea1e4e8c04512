"""Sentences, paragraphs, lists and pages that are too long for a small screen. Notices only.

Plain-language guides advise 15 to 20 words a sentence; the other limits follow from that one: three
sentences a paragraph, seven steps a list. A fact counts as one word, whatever its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.problem import Place, Problems
from handbook.rules.reading import Reading


@dataclass(frozen=True)
class _Limits:
    sentence: int
    paragraph: int
    page: int


# Vietnamese is counted in syllables, of which it has about a quarter more than others have words.
# Languages that nobody has measured have no limit: some put no spaces between words.
_LIMITS = {"vi": _Limits(25, 75, 500), "fr": _Limits(20, 60, 400), "en": _Limits(20, 60, 400)}
_STEPS = 7
_NO_LESSON = ("index", "quiz", "activity")
_WORD = re.compile(r"\w[\w’'.,/-]*")
_FACT = re.compile(r"\{\{ *[fc]")
_PICTURE = "!["
_NO_SENTENCE = ("#", "///", "|", _PICTURE)
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+\.)\s+")
_START = re.compile(r"\s*(?:>\s*)?(?:(?:[*+-]|\d+\.)\s+)?")
# A point behind M or Mr ends nothing, and a sentence begins with no small letter.
_END = re.compile(
    r"[.!?…](?<!\bM\.)(?<!\bM[rs]\.)(?<!\bMrs\.)[.!?…]*(?:\s?[»”’*_)])*\s+(?=[^\W\d_a-z]|[«“*\d])"
)


@dataclass(frozen=True)
class _Paragraph:
    """`text` as in the reading, with a capital for each fact; `start`: its offset there.

    `whole`: it is made of sentences, which a heading, a row or a picture is not.
    """

    start: int
    text: str
    whole: bool


def check_length(reading: Reading, problems: Problems) -> None:
    """Tell what is longer than its language's limit, with the number of words."""
    _check_lists(reading, problems)
    limits = _LIMITS.get(reading.page.locale)
    if limits is None:
        return
    words = 0
    for paragraph in _paragraphs(reading):
        if paragraph.whole:
            words += _check_paragraph(paragraph, limits, reading, problems)
        elif not paragraph.text.startswith(_PICTURE):
            words += len(_WORD.findall(paragraph.text))
    folder, _, name = reading.page.key.rpartition("/")
    if folder and name not in _NO_LESSON and words > limits.page:
        place = reading.page.place(0)
        problems.add(place, "long-page", "notice", count=words, most=limits.page)


def _check_paragraph(
    paragraph: _Paragraph, limits: _Limits, reading: Reading, problems: Problems
) -> int:
    """The number of its words, after telling which of its sentences are long."""
    total = start = 0
    for end in [*(found.end() for found in _END.finditer(paragraph.text)), len(paragraph.text)]:
        words = len(_WORD.findall(paragraph.text, start, end))
        if words > limits.sentence:
            place = reading.place(paragraph.start + start)
            problems.add(place, "long-sentence", "notice", count=words, most=limits.sentence)
        total += words
        start = end
    if total > limits.paragraph:
        place = reading.place(paragraph.start)
        problems.add(place, "long-paragraph", "notice", count=total, most=limits.paragraph)
    return total


def _check_lists(reading: Reading, problems: Problems) -> None:
    count = 0
    first: Place | None = None
    blocks: tuple[str, ...] = ()
    for line in reading.lines:
        item = _ITEM.match(line.raw)
        if line.blocks != blocks or not (item or line.raw.startswith("    ")):
            count, blocks = 0, line.blocks
        if item:
            first = first if count else line.place
            count += 1
            if first and count == _STEPS + 1:
                problems.add(first, "long-list", "notice", most=_STEPS)


def _paragraphs(reading: Reading) -> Iterator[_Paragraph]:
    """Every paragraph, item and heading of the body; lines that follow one another are one paragraph."""
    text = _with_facts(reading.text, reading.raw)
    begin = end = previous = -1
    for line, start in zip(reading.lines, reading.starts, strict=True):
        if line.place.line < reading.page.first_line:
            continue  # title and description
        whole = not line.raw.lstrip().startswith(_NO_SENTENCE)
        goes_on = whole and line.place.line == previous + 1 and not _ITEM.match(line.raw.lstrip())
        if begin >= 0 and not goes_on:
            yield _paragraph(text, begin, end)
            begin = -1
        if whole:
            begin = begin if begin >= 0 else start
            end = start + len(line.text)
            previous = line.place.line
        else:
            yield _Paragraph(start, text[start : start + len(line.text)], whole=False)
    if begin >= 0:
        yield _paragraph(text, begin, end)


def _paragraph(text: str, begin: int, end: int) -> _Paragraph:
    found = _START.match(text, begin, end)
    begin = found.end() if found else begin
    return _Paragraph(begin, text[begin:end], whole=True)


def _with_facts(text: str, raw: str) -> str:
    """The masked text with a capital where a fact or the contact will stand."""
    parts = []
    last = 0
    for found in _FACT.finditer(raw):
        parts += [text[last : found.start()], "X"]
        last = found.start() + 1
    return "".join([*parts, text[last:]])
