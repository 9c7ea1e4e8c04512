import re

import pytest

from browser.course import BOOK, LANGUAGES, QUIZZES, option
from handbook.paper.sheet import FORMS, quiz_sheet
from handbook.quiz.draw import order_of
from handbook.quiz.model import Quiz
from paper.on_paper import KINDS, context, lines, plain, signs_in
from unit.test_quiz_types import quiz

quizzes = pytest.mark.parametrize("asked", QUIZZES, ids=lambda asked: asked.module)


def sheet(kind: str, old: str = "", new: str = "") -> str:
    return quiz_sheet(quiz(kind, old, new), context())


def test_every_type_can_be_answered_with_a_pen() -> None:
    assert sorted(FORMS) == KINDS


def test_options_have_letters_by_their_place_in_a_list() -> None:
    html = sheet("single")
    assert lines(html) == ["A One lock", "B Two locks"]
    assert '<ol class="sheet-options sheet-one">' in html
    assert lines(html, "h3") == ["Question 1"]
    assert "Why?" in plain(html)


def test_doubt_is_the_last_option_and_has_a_letter_too() -> None:
    assert lines(sheet("not-sure"))[-1].endswith("Not sure, I’d check first")
    assert lines(sheet("not-sure"))[-1][0] in "CD"


def test_several_answers_are_squares_and_the_sheet_says_so() -> None:
    html = sheet("multiple")
    assert "sheet-many" in html
    assert "More than one answer may be right." in html


def test_a_statement_has_two_boxes_without_letters() -> None:
    html = sheet("true-false")
    assert lines(html) == ["True", "False"]
    assert html.count('<span class="sheet-box">') == 2


def test_steps_have_boxes_for_numbers_and_are_not_shown_in_the_right_order() -> None:
    asked = quiz("ordering")
    html = quiz_sheet(asked, context())
    shown = [option(asked.items[0], "en", id_) for id_ in asked.items[0].key]
    assert sorted(lines(html)) == sorted(shown)
    assert lines(html) != shown
    assert f"1 to {len(shown)}" in html


def test_pairs_stand_in_two_columns_with_numbers_and_letters() -> None:
    left, right = sheet("matching").split("</ol>")[:2]
    assert [line[0] for line in lines(left)] == ["1", "2", "3"]
    assert left.count("sheet-line") == 3
    assert [line[0] for line in lines(right)] == ["A", "B", "C", "D"]


@quizzes
def test_the_right_column_does_not_run_along_the_left_one(asked: Quiz) -> None:
    for item in asked.asked:
        if item.type == "matching" and isinstance(item.key, dict):
            assert list(item.key.values()) != list(item.ids("matches"))[: len(item.key)]


def test_gaps_are_blanks_with_the_words_to_circle_below() -> None:
    html = sheet("cloze")
    assert plain(html.split("sheet-stem")[1].split("</p>")[0])[2:] == "A door with (1) is (2)."
    assert "(1) A one lock" in plain(html)
    assert "(2) A safer B weaker" in plain(html)


def test_a_message_is_a_phone_with_a_band_and_a_row_for_nothing() -> None:
    html = sheet("clues")
    phone = html.split('class="sheet-phone"')[1].split("</div>")[0]
    assert BOOK.strings["en"]["example"] in phone
    assert lines(phone)[0] == "A Hello Lan."
    assert lines(html)[-1] == "E Nothing suspicious here"


def test_a_story_has_numbered_steps_that_say_where_to_go() -> None:
    html = sheet("scenario")
    assert re.search(r'sheet-go">go to \d', html)
    assert "Begin at 1." in html
    assert "The end" in html


def test_a_question_that_must_be_right_says_so() -> None:
    assert lines(sheet("single", "key: b", "key: b\n    must-pass: true"), "h3") == [
        "Question 1 Must be right"
    ]


def test_the_hint_stands_in_small_print_after_the_options() -> None:
    html = sheet("single", "      stem:", "      hint: Think twice.\n      stem:")
    assert html.index("Two locks") < html.index('<p class="sheet-hint">Hint: Think twice.</p>')


def test_a_scene_stands_before_the_question() -> None:
    html = sheet("single", "      stem:", "      scene: It is dark.\n      stem:")
    assert html.index("It is dark.") < html.index("Which door")


def test_what_an_author_wrote_never_becomes_markup() -> None:
    assert "&lt;b&gt; locks" in sheet("single", "b: Two locks\n", 'b: "<b> locks"\n')


@quizzes
@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_sheet_asks_every_question_and_gives_no_key_away(asked: Quiz, locale: str) -> None:
    html = quiz_sheet(asked, context(locale))
    read = plain(html)
    assert len(lines(html, "h3")) == len(asked.asked_in(locale))
    assert signs_in(read) == []
    assert "<table" not in html
    assert "<dl" not in html
    for item in asked.asked_in(locale):
        for text in item.branch(locale, "feedback").values():
            assert plain(context(locale).html(text)) not in read


@quizzes
def test_an_order_moves_questions_and_options_and_nothing_else(asked: Quiz) -> None:
    order = order_of(asked, "vi", "B7")
    html = quiz_sheet(asked, context("vi"), order)
    assert re.findall(r'id="q-([\w-]+)"', html) == list(order.items)
    single = next(item for item in asked.asked if item.type == "single" and item.id in order.items)
    shown = lines(html.split(f'id="q-{single.id}"')[1].split("</ol>")[0])
    options = [option(single, "vi", id_) for id_ in order.options[single.id]]
    assert [" ".join(line[2:].split()) for line in shown][: len(options)] == options
