"""A story in which the learner decides what comes next: on the screen, by links, on paper."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType, read_ids
from handbook.quiz.markup import Inline, choice, why
from handbook.quiz.model import Item, Key, Reason
from handbook.quiz.story import Choice, Story
from handbook.quiz.story_check import check_story, steps_of
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node


class Scenario(ItemType):
    """`steps:` hold the choices of each step, `goto` and `score`; `key: [b, a]` is the best way.

    Points are added up along the way. If several ways shared the highest sum, any of them would count
    as the key; the check refuses such a tie, so that only the key gets all the points.
    """

    name = "scenario"
    shape: ClassVar[Map[str, int]] = {"stem": 0, "steps": 1, "choices": 2, "feedback": 2}
    mirror = "choices"
    structure = ("steps",)
    spoken = ("next", "finish-story")

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        return read_ids(node, reader)

    def check(self, item: Item, problems: Problems) -> None:
        check_story(item, problems)

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        steps = steps_of(item)
        numbers = {step: number for number, step in enumerate(steps, start=1)}
        whys = {
            reason.option: why(words, reason, inline) for reason in self.reasons(item, locale, words)
        }

        def row(step: str, id_: str, made: Choice) -> str:
            text = inline(item.text(locale, "choices", step, id_))
            label = choice("radio", f"{item.id}.{step}", id_, text, whys[f"{step}.{id_}"])
            label = label.replace(f'data-option="{id_}"', f'data-option="{step}.{id_}"')
            go = words.fill("go-to", number=numbers[made.goto])
            link = f'<a class="go" href="#q-{item.id}-{made.goto}">{go}</a>'
            return label.replace("</label>", f" {link}</label>")

        def block(step: str, choices: Map[str, Choice]) -> str:
            number = f'<b class="step-number">{numbers[step]}.</b>'
            text = f"{number} {inline(item.text(locale, 'steps', step))}"
            kind = "step" if choices else "step ending"
            rows = "".join(row(step, id_, made) for id_, made in choices.items())
            inner = (
                f'<fieldset><legend class="step-text">{text}</legend>{rows}</fieldset>'
                if choices
                else f'<p class="step-text">{text} <strong>{words["story-end"]}</strong></p>'
            )
            return f'<div class="{kind}" id="q-{item.id}-{step}" data-n="{numbers[step]}">{inner}</div>'

        blocks = "".join(block(step, choices) for step, choices in steps.items())
        return f'<p class="go">{words["story-how"]}</p><div class="story">{blocks}</div>'

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        story = Story(steps_of(item))
        return [
            Reason(
                f"{step}.{id_}",
                f"({number}) {item.text(locale, 'choices', step, id_)}",
                item.text(locale, "feedback", step, id_),
                story.worth(made) == story.best(step)[0],
            )
            for number, (step, choices) in enumerate(story.steps.items(), start=1)
            for id_, made in choices.items()
        ]


TYPE = Scenario()
