"""Steps to number, pairs to find, gaps to fill."""

from __future__ import annotations

import re
from string import ascii_uppercase

from handbook.paper.form import LINE, PaperForm, box, lettered
from handbook.paper.question import Question
from handbook.quiz.model import Reason

_GAP = re.compile(r"\{(\w+)\}")


class Steps(PaperForm):
    """A box for a number before each step. The file never shows the steps in the right order."""

    how = "sheet-order"
    judged = False

    def body(self, question: Question) -> str:
        rows = "".join(
            f"<li>{box('sheet-place')} {question.option(id_)}</li>" for id_ in question.options
        )
        return f'<ul class="sheet-options sheet-steps">{rows}</ul>'

    def short(self, question: Question) -> str:
        return "-".join(self.mark(question, id_) for id_ in question.options)

    def answer(self, question: Question) -> str:
        numbers = ", ".join(self.mark(question, id_) for id_ in question.options)
        return question.context.words.fill("key-boxes", numbers=numbers)

    def mark(self, question: Question, option: str) -> str:
        return str(tuple(question.item.key).index(option) + 1)

    def told(self, question: Question, reason: Reason) -> str:
        return question.option(reason.option)


class Pairs(PaperForm):
    """Numbers on the left, each with a line for a letter of the right."""

    how = "sheet-match"
    judged = False

    def body(self, question: Question) -> str:
        left = "".join(
            f'<li><span class="sheet-letter">{number}</span> {LINE} {question.option(id_)}</li>'
            for number, id_ in enumerate(question.options, start=1)
        )
        matches = question.item.ids("matches")
        right = lettered(
            ((ascii_uppercase[n], question.text("matches", id_)) for n, id_ in enumerate(matches)),
            "plain",
        )
        return f'<div class="sheet-pairs"><ol class="sheet-options sheet-left">{left}</ol>{right}</div>'

    def short(self, question: Question) -> str:
        return " ".join(self.mark(question, id_) for id_ in question.options)

    def answer(self, question: Question) -> str:
        return f"<b>{', '.join(self.mark(question, id_) for id_ in question.options)}</b>"

    def mark(self, question: Question, option: str) -> str:
        letter = ascii_uppercase[question.item.ids("matches").index(_pairs(question)[option])]
        return f"{question.options.index(option) + 1}{letter}"

    def told(self, question: Question, reason: Reason) -> str:
        match = question.text("matches", _pairs(question)[reason.option])
        return f"{question.option(reason.option)} – {match}"


class Gaps(PaperForm):
    """Numbered blanks in the sentence, and below it the words to choose from for each."""

    how = "sheet-gaps"

    def stem(self, question: Question) -> str:
        def blank(match: re.Match[str]) -> str:
            return f'<span class="sheet-blank"><b>({match[1]})</b></span>'

        return _GAP.sub(blank, question.text("stem"))

    def body(self, question: Question) -> str:
        rows = []
        for gap in question.item.ids("gaps"):
            words = [
                (self.mark(question, f"{gap}.{id_}")[-1], question.text("gaps", gap, id_))
                for id_ in question.item.ids("gaps", gap)
            ]
            rows.append(f"<li><b>({gap})</b> {lettered(words, 'one')}</li>")
        return f'<ul class="sheet-gaps">{"".join(rows)}</ul>'

    def short(self, question: Question) -> str:
        key = _pairs(question)
        return " ".join(self.mark(question, f"{gap}.{key[gap]}") for gap in question.item.ids("gaps"))

    def answer(self, question: Question) -> str:
        key = _pairs(question)

        def word(match: re.Match[str]) -> str:
            return f"<b>{question.text('gaps', match[1], key[match[1]])}</b>"

        return _GAP.sub(word, question.text("stem"))

    def mark(self, question: Question, option: str) -> str:
        gap, _, id_ = option.partition(".")
        return f"{gap}{ascii_uppercase[question.item.ids('gaps', gap).index(id_)]}"

    def told(self, question: Question, reason: Reason) -> str:
        gap, _, id_ = reason.option.partition(".")
        return question.text("gaps", gap, id_)


def _pairs(question: Question) -> dict[str, str]:
    key = question.item.key
    return key if isinstance(key, dict) else {}
