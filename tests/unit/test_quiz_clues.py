from handbook.problem import Problems
from handbook.quiz.check import check_quiz
from handbook.quiz.compile import compile_quiz
from handbook.quiz.model import Quiz, Reason
from handbook.quiz.parse import read_quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext, quiz_form
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, PROJECT, SmallBook
from told import UNIT, Case, cases_of, check, texts


def words(locale: str = "en") -> Strings:
    text = (PROJECT / f"docs/data/strings/{locale}.yml").read_text(encoding="utf-8")
    return read_strings({locale: text}, Problems())[locale]


def quiz(old: str = "", new: str = "") -> Quiz:
    text = (UNIT / "items/clues.yml").read_text(encoding="utf-8")
    assert old in text
    problems = Problems()
    read = read_quiz(text.replace(old, new) if old else text, "locks", LANGUAGES, problems)
    check_quiz(read, (), {}, problems)
    assert texts(problems) == []
    return read


def form(read: Quiz) -> str:
    return quiz_form(read, FormContext("en", words(), {}, "a.js", lambda _: ("", "")))


def reasons(read: Quiz, locale: str = "en") -> list[Reason]:
    (item,) = read.items
    return ITEM_TYPES["clues"].reasons(item, locale, words(locale))


@cases_of("quiz_clues")
def test_a_mistake_in_a_message_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_the_key_of_a_genuine_message_is_there_and_empty() -> None:
    (item,) = quiz("[b, c]", "[]").items
    assert item.key == ()


def test_the_script_gets_the_key_of_a_genuine_message_as_an_empty_list() -> None:
    compiled = compile_quiz(quiz("[b, c]", "[]"), "en", words(), str)
    assert '"type":"clues","key":[],"options":["a","b","c","d"]}' in compiled.text


def test_the_message_stands_in_a_telephone_and_is_called_made_up() -> None:
    assert (
        "<legend>What is suspicious in this message?</legend>"
        '<div class="message"><p class="example-band">EXAMPLE: a message made up for this handbook</p>'
        '<p class="sender">The Barn · 20:52</p>'
        '<label class="option" data-option="a">'
        '<input type="checkbox" name="one-clues" value="a"> <span>Hello Lan.</span></label>'
    ) in form(quiz())


def test_nothing_suspicious_is_a_row_of_its_own_below_the_message() -> None:
    assert (
        '<p class="why"><strong>✓ Harmless:</strong> Thanks do no harm.</p></div>'
        '<label class="option" data-option="-">'
        '<input type="checkbox" name="one-clues" value="-"> <span>Nothing suspicious here</span></label>'
        '<p class="why"><strong>✗ No:</strong> </p></fieldset>'
    ) in form(quiz())


def test_a_message_without_a_sender_has_no_empty_head() -> None:
    text = (UNIT / "items/clues.yml").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if "sender:" not in line]
    problems = Problems()
    assert 'class="sender"' not in form(read_quiz("\n".join(lines), "locks", LANGUAGES, problems))
    assert texts(problems) == []


def test_the_signs_of_html_in_a_message_are_escaped() -> None:
    html = form(quiz("a: Hello Lan.", 'a: "<b>Hello</b> & **you**"'))
    assert "<span>&lt;b&gt;Hello&lt;/b&gt; &amp; <strong>you</strong></span>" in html
    assert '<p class="sender">&lt;i&gt;</p>' in form(quiz("sender: The Barn · 20:52", 'sender: "<i>"'))


def test_every_part_says_in_words_whether_it_is_suspicious_and_why() -> None:
    assert [(reason.option, reason.verdict, reason.right) for reason in reasons(quiz())] == [
        ("a", "✓ Harmless:", False),
        ("b", "⚠ Suspicious:", True),
        ("c", "⚠ Suspicious:", True),
        ("d", "✓ Harmless:", False),
    ]
    assert reasons(quiz())[1].text == "The barn will be locked in 10 minutes."
    assert reasons(quiz())[1].feedback == "Thieves hurry people."


def test_the_reasons_speak_the_language_of_the_page() -> None:
    assert reasons(quiz(), "vi")[1].verdict == "⚠ Đáng ngờ:"
    assert reasons(quiz(), "fr")[3].verdict == "✓ Rien de suspect :"


def test_every_part_of_a_genuine_message_is_harmless() -> None:
    found = reasons(quiz("[b, c]", "[]"))
    assert [reason.right for reason in found] == [False] * 4
    assert all(reason.verdict == "✓ Harmless:" for reason in found)
