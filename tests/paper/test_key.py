import pytest

from browser.course import BOOK, LANGUAGES, QUIZZES, feedback, reasons, said
from handbook.paper.context import PaperContext
from handbook.paper.key import quiz_key
from handbook.paper.sheet import quiz_sheet
from handbook.quiz.draw import Order, order_of
from handbook.quiz.model import Quiz
from paper.on_paper import KINDS, context, lines, plain, signs_in
from unit.test_quiz_types import quiz

quizzes = pytest.mark.parametrize("asked", QUIZZES, ids=lambda asked: asked.module)


def key(kind: str, old: str = "", new: str = "") -> str:
    return quiz_key(quiz(kind, old, new), context())


def strip(html: str) -> list[str]:
    return lines(html.split('class="key-strip"')[1].split("</ol>", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        ("single", "1 B"),
        ("multiple", "1 A, C"),
        ("true-false", "1 False"),
        ("cloze", "1 1B 2A"),
        ("clues", "1 B, C"),
    ],
)
def test_the_strip_tells_the_key_in_a_few_letters(kind: str, short: str) -> None:
    assert strip(key(kind)) == [short]


def test_a_genuine_message_has_the_last_letter_as_its_key() -> None:
    assert strip(key("clues", "key: [b, c]", "key: []")) == ["1 E"]


def test_steps_are_numbered_from_the_top_of_the_sheet() -> None:
    item = quiz("ordering").items[0]
    numbers = [str(list(item.key).index(id_) + 1) for id_ in item.ids("options")]
    assert strip(key("ordering")) == [f"1 {'-'.join(numbers)}"]
    assert f"from top to bottom: {', '.join(numbers)}" in plain(key("ordering"))


def test_pairs_name_the_letters_of_the_sheet() -> None:
    asked = quiz("matching")
    right = lines(quiz_sheet(asked, context()).split('sheet-plain">')[1])
    letters = {line[2:]: line[0] for line in right}
    key_ = asked.items[0].key
    assert isinstance(key_, dict)
    matches = [letters[said(asked.items[0], "en", "matches", key_[id_])] for id_ in "abc"]
    assert strip(key("matching")) == [f"1 1{matches[0]} 2{matches[1]} 3{matches[2]}"]


def test_a_story_tells_its_best_way() -> None:
    item = quiz("scenario").items[0]
    [short] = strip(key("scenario"))
    assert len(short.split()) == 1 + len(item.key)
    assert short.startswith("1 1")


def test_the_right_answer_stands_there_in_words() -> None:
    assert "Right: B Two locks" in plain(key("single"))
    assert "Right: False" in plain(key("true-false"))
    assert "Right: A door with two locks is safer." in plain(key("cloze"))


def test_the_letters_follow_the_order_of_the_sheet() -> None:
    order = Order("B7", ("first-key",), {"first-key": ("b", "a")})
    html = quiz_key(quiz("single"), context(), order)
    assert strip(html) == ["1 A"]
    assert [line[:2] for line in lines(html.split('class="key-reasons"')[1])] == ["A ", "B "]


def test_the_key_says_how_many_must_be_right_and_which() -> None:
    html = key("single", "key: b", "key: b\n    must-pass: true")
    assert "To pass: 1 of 1 right. Must be right: 1." in html


def test_a_part_to_read_again_is_a_link_with_its_title() -> None:
    assert '<a href="#door#two-locks">to door#two-locks</a></p>' in key("single")


def test_markup_in_an_address_is_escaped() -> None:
    odd = PaperContext("en", BOOK.strings["en"], {}, lambda _: ('a"b', "T & t"))
    html = quiz_key(quiz("single"), odd)
    assert 'href="a&quot;b">T &amp; t</a>' in html


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "single"])
def test_another_explanation_is_printed_too(kind: str) -> None:
    html = key(kind, "      stem:", "      more: Think of rain.\n      stem:")
    assert '<p class="key-more">Think of rain.</p>' in html


@quizzes
@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_key_explains_every_option_of_every_question(asked: Quiz, locale: str) -> None:
    html = quiz_key(asked, context(locale))
    read = plain(html)
    assert len(strip(html)) == len(asked.asked_in(locale))
    assert signs_in(read) == []
    for item in asked.asked_in(locale):
        for reason in reasons(item):
            assert " ".join(feedback(item, locale, reason).split()) in read


@quizzes
def test_the_key_of_a_drawn_sheet_has_its_questions_alone(asked: Quiz) -> None:
    order = order_of(asked, "vi", "A1")
    html = quiz_key(asked, context("vi"), order)
    assert len(strip(html)) == asked.draw
    assert [name in html for name in (f'id="key-{id_}"' for id_ in order.items)] == [True] * asked.draw
