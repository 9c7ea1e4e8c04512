"""A story with choices: what an editor is told, what a learner reads, what earns the points."""

import json

from handbook.problem import Problems
from handbook.quiz.compile import compile_quiz
from handbook.quiz.model import Quiz, Reason
from handbook.quiz.parse import read_quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext, quiz_form
from handbook.quiz.story import Choice, Story
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, PROJECT, SmallBook
from told import UNIT, Case, cases_of, check, texts

LADDER = 40
"""Steps of a story so long that its ways cannot be counted one by one."""


def english() -> Strings:
    text = (PROJECT / "docs/data/strings/en.yml").read_text(encoding="utf-8")
    return read_strings({"en": text}, Problems())["en"]


def quiz() -> Quiz:
    problems = Problems()
    text = (UNIT / "items/scenario.yml").read_text(encoding="utf-8")
    read = read_quiz(text, "locks", LANGUAGES, problems)
    assert texts(problems) == []
    return read


def form() -> str:
    return quiz_form(quiz(), FormContext("en", english(), {}, "a.js", lambda _: ("", "")))


@cases_of("quiz_scenario")
def test_a_mistake_in_a_story_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_a_story_without_mistakes_is_not_criticised(book: SmallBook) -> None:
    check(book, {"quiz": "scenario"})


def test_a_step_is_a_numbered_block_with_an_anchor_and_the_choices_as_a_group() -> None:
    assert (
        '<div class="step" id="q-one-scenario-check" data-n="2"><fieldset>'
        '<legend class="step-text"><b class="step-number">2.</b> You hung up. The phone rings again.</legend>'
        '<label class="option" data-option="check.a">'
        '<input type="radio" name="one-scenario.check" value="a"> <span>Call the number on the card</span>'
        ' <a class="go" href="#q-one-scenario-safe">→ go to 3</a></label>'
        '<p class="why"><strong>✓ Yes:</strong> The number on the card is the real one.</p>'
    ) in form()


def test_an_end_says_that_it_is_the_end() -> None:
    assert (
        '<div class="step ending" id="q-one-scenario-paid" data-n="4"><p class="step-text">'
        '<b class="step-number">4.</b> The money is gone. Call your bank now. <strong>■ The end</strong></p></div>'
    ) in form()


def test_the_sheet_says_how_a_story_is_played() -> None:
    assert '<p class="go">Begin at 1. After each choice, go to the number beside it.</p>' in form()


def test_the_reasons_name_the_number_of_their_step() -> None:
    (item,) = quiz().items
    assert ITEM_TYPES["scenario"].reasons(item, "en", english()) == [
        Reason("call.a", "(1) Read out the code", "With the code they take the money.", right=False),
        Reason("call.b", "(1) Hang up", "Once you hang up, nobody can rush you.", right=True),
        Reason(
            "check.a",
            "(2) Call the number on the card",
            "The number on the card is the real one.",
            right=True,
        ),
        Reason("check.b", "(2) Pick up again", "It is the same caller again.", right=False),
    ]


def test_the_script_gets_the_steps_and_not_their_texts() -> None:
    compiled = compile_quiz(quiz(), "en", english(), str)
    data = json.loads(compiled.text.removeprefix("export const quiz=").removesuffix(";\n"))
    assert data["items"][0]["steps"] == {
        "call": {"a": {"goto": "paid", "score": "0"}, "b": {"goto": "check", "score": "1"}},
        "check": {"a": {"goto": "safe", "score": "1"}, "b": {"goto": "paid"}},
        "safe": "end",
        "paid": "end",
    }
    assert data["words"]["finish-story"] == "Play the story to its end first."
    assert data["words"]["next"] == "Next"


def test_a_story_with_very_many_ways_is_rated_at_once() -> None:
    steps: dict[str, dict[str, Choice]] = {
        f"s{n}": {"a": Choice(f"s{n + 1}", 0), "b": Choice(f"s{n + 1}", 1)} for n in range(LADDER)
    }
    story = Story({**steps, f"s{LADDER}": {}})
    assert story.best("s0") == (LADDER, (("b",) * LADDER,))
    assert story.turns() == []
    assert story.points(("b",) * LADDER) == LADDER
    assert story.points(("b",) * (LADDER - 1)) is None


def test_one_bad_step_does_not_spoil_the_rest_of_a_way() -> None:
    """A choice is right when what can follow is as good as with any other choice of its step."""
    story = Story(
        {
            "start": {"a": Choice("later", 0), "b": Choice("later", 2)},
            "later": {"a": Choice("out", 1), "b": Choice("out", 0)},
            "out": {},
        }
    )
    assert story.points(("a", "a")) == 1
    assert story.worth(story.steps["later"]["a"]) == story.best("later")[0]
