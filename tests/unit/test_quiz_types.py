import pytest

from handbook.problem import Problems
from handbook.quiz.model import Quiz, Reason
from handbook.quiz.parse import read_quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext, quiz_form
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, PROJECT, SMALL, SmallBook, files_of
from told import UNIT, Case, cases_of, check, texts


def english() -> Strings:
    text = (PROJECT / "docs/data/strings/en.yml").read_text(encoding="utf-8")
    return read_strings({"en": text}, Problems())["en"]


def quiz(kind: str, old: str = "", new: str = "") -> Quiz:
    if kind == "single":
        text = files_of(SMALL)["quizzes/locks.yml"]
    else:
        text = (UNIT / "items" / f"{kind}.yml").read_text(encoding="utf-8")
    problems = Problems()
    read = read_quiz(text.replace(old, new) if old else text, "locks", LANGUAGES, problems)
    assert texts(problems) == []
    return read


def form(kind: str, old: str = "", new: str = "") -> str:
    def link(see: str) -> tuple[str, str]:
        return f"../{see.replace('#', '/#')}", "Two & more"

    context = FormContext("en", english(), {}, "../assets/quiz/a.js", link)
    return quiz_form(quiz(kind, old, new), context)


def reasons(kind: str) -> list[Reason]:
    (item,) = quiz(kind).items
    return ITEM_TYPES[kind].reasons(item, "en", english())


@cases_of("quiz_types")
def test_a_key_that_does_not_fit_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@pytest.mark.parametrize("kind", ["multiple", "ordering", "true-false", "cloze"])
def test_an_item_of_each_type_has_no_mistakes(book: SmallBook, kind: str) -> None:
    check(book, {"quiz": kind})


def test_the_types_are_found_by_their_names() -> None:
    assert sorted(ITEM_TYPES) == [
        "cloze",
        "multiple",
        "ordering",
        "scenario",
        "single",
        "true-false",
    ]


def test_a_single_choice_has_radio_buttons_of_one_name() -> None:
    html = form("single")
    assert (
        "<legend>Which door is safer?</legend>"
        '<label class="option" data-option="a">'
        '<input type="radio" name="first-key" value="a"> <span>One lock</span></label>'
        '<label class="option" data-option="b">'
        '<input type="radio" name="first-key" value="b"> <span>Two locks</span></label></fieldset>'
    ) in html


def test_a_multiple_choice_has_checkboxes() -> None:
    html = form("multiple")
    assert html.count('<input type="checkbox" name="one-multiple" value="') == 3


def test_an_ordering_has_a_number_to_choose_for_each_step() -> None:
    html = form("ordering")
    assert (
        '<li class="option" data-option="a">'
        '<select name="one-ordering.a" aria-label="Place of: Go in"><option value="">–</option>'
        '<option value="1">1</option><option value="2">2</option><option value="3">3</option>'
        "</select> <span>Go in</span></li>"
    ) in html


def test_true_or_false_is_asked_in_the_legend() -> None:
    html = form("true-false")
    assert "<legend>True or false? One lock is enough.</legend>" in html
    assert '<input type="radio" name="one-true-false" value="true"> <span>True</span>' in html
    assert '<input type="radio" name="one-true-false" value="false"> <span>False</span>' in html


def test_a_cloze_has_a_select_in_each_gap_of_its_sentence() -> None:
    html = form("cloze")
    assert (
        '<p class="cloze">A door with <span class="gap" data-option="1">'
        '<select name="one-cloze.1" aria-label="Missing word 1"><option value="">…</option>'
        '<option value="a">one lock</option><option value="b">two locks</option></select></span> is '
    ) in html


def test_the_key_of_a_single_choice_is_the_right_reason() -> None:
    assert reasons("single") == [
        Reason("a", "One lock", "One lock opens quickly.", right=False),
        Reason("b", "Two locks", "Two locks hold longer.", right=True),
    ]


def test_every_key_of_a_multiple_choice_is_a_right_reason() -> None:
    assert [(reason.option, reason.right) for reason in reasons("multiple")] == [
        ("a", True),
        ("b", False),
        ("c", True),
    ]


def test_the_reasons_of_an_ordering_stand_in_the_right_order() -> None:
    assert reasons("ordering") == [
        Reason("b", "1. Put in the key", "First.", right=True),
        Reason("c", "2. Turn the key", "Then.", right=True),
        Reason("a", "3. Go in", "Last.", right=True),
    ]


def test_the_reasons_of_a_statement_are_true_and_false() -> None:
    assert reasons("true-false") == [
        Reason("true", "True", "It opens quickly.", right=False),
        Reason("false", "False", "It takes two.", right=True),
    ]


def test_the_reasons_of_a_cloze_name_their_gap() -> None:
    assert reasons("cloze") == [
        Reason("1.a", "(1) one lock", "One is few.", right=False),
        Reason("1.b", "(1) two locks", "Two hold.", right=True),
        Reason("2.a", "(2) safer", "It holds.", right=True),
        Reason("2.b", "(2) weaker", "Not weaker.", right=False),
    ]


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_a_form_shows_every_reason_without_any_script(kind: str) -> None:
    html = form(kind)
    assert html.count('<li class="reason ') == len(reasons(kind))
    assert "<summary>Show the answer and the reasons</summary>" in html
    assert 'data-quiz="../assets/quiz/a.js" data-module="locks"' in html
    assert f'data-types="{kind}"' in html


def test_a_right_reason_says_yes_and_a_wrong_one_no() -> None:
    html = form("single")
    assert (
        '<li class="reason wrong" data-reason="a"><strong><span>✗ No:</span> One lock</strong>' in html
    )
    assert (
        '<li class="reason right" data-reason="b"><strong><span>✓ Yes:</span> Two locks</strong>' in html
    )


def test_a_form_leads_to_what_should_be_read_again() -> None:
    assert 'Read again: <a href="../door/#two-locks">Two &amp; more</a>' in form("single")


def test_an_item_that_must_be_passed_says_so() -> None:
    assert "must-pass" not in form("single")
    html = form("single", "    key: b", "    key: b\n    must-pass: true")
    assert '<span class="must-pass">Must be right</span>' in html


def test_the_signs_of_html_in_an_option_are_escaped() -> None:
    html = form("single", "a: One lock\n", 'a: "<img src=x> & **one**"\n')
    assert "<span>&lt;img src=x&gt; &amp; <strong>one</strong></span>" in html


def test_a_quotation_mark_in_a_step_does_not_end_its_label() -> None:
    html = form("ordering", "a: Go in\n", "a: 'Go \"in\"'\n")
    assert 'aria-label="Place of: Go &quot;in&quot;"' in html


def test_a_word_of_a_cloze_loses_its_bold_letters_because_an_option_holds_only_text() -> None:
    html = form("cloze", "a: one lock\n", 'a: "**one** lock"\n')
    assert '<option value="a">one lock</option>' in html


def test_a_scene_and_a_hint_are_shown_when_they_are_written() -> None:
    text = files_of(SMALL)["quizzes/locks.yml"]
    for locale in LANGUAGES:
        text = text.replace(
            f"    {locale}:\n", f"    {locale}:\n      scene: At home.\n      hint: Count.\n"
        )
    read = read_quiz(text, "locks", LANGUAGES, Problems())
    html = quiz_form(read, FormContext("en", english(), {}, "a.js", lambda _: ("", "")))
    assert '<p class="scene">At home.</p>' in html
    assert "<summary>Hint</summary><p>Count.</p></details>" in html
