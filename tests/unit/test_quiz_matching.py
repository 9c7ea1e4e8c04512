"""An item to match: what an editor is told, the form, and the reasons."""

from handbook.problem import Problems
from handbook.quiz.compile import compile_quiz
from handbook.quiz.model import Quiz, Reason
from handbook.quiz.parse import read_quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext, quiz_form
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, PROJECT, SmallBook
from told import UNIT, Case, cases_of, check, texts


def words_of(locale: str) -> Strings:
    text = (PROJECT / f"docs/data/strings/{locale}.yml").read_text(encoding="utf-8")
    return read_strings({locale: text}, Problems())[locale]


def quiz(old: str = "", new: str = "") -> Quiz:
    text = (UNIT / "items/matching.yml").read_text(encoding="utf-8")
    assert old in text
    problems = Problems()
    read = read_quiz(text.replace(old, new) if old else text, "locks", LANGUAGES, problems)
    assert texts(problems) == []
    return read


def form(locale: str = "en", old: str = "", new: str = "") -> str:
    context = FormContext(locale, words_of(locale), {}, "a.js", lambda _: ("", ""))
    return quiz_form(quiz(old, new), context)


@cases_of("quiz_matching")
def test_a_pair_that_does_not_fit_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_an_item_to_match_has_no_mistakes(book: SmallBook) -> None:
    check(book, {"quiz": "matching"})


def test_a_key_may_be_written_with_one_pair_on_each_line() -> None:
    block = "\n      a: z\n      b: x\n      c: y"
    assert quiz("{a: z, b: x, c: y}", block).items[0].key == {"a": "z", "b": "x", "c": "y"}


def test_each_option_has_a_list_of_all_the_matches() -> None:
    row = (
        '<li class="option" data-option="b"><span>The bicycle</span> '
        '<select name="one-matching.b" aria-label="Which goes with: The bicycle">'
        '<option value="">Choose…</option><option value="w">A red ribbon</option>'
        '<option value="x">A chain</option><option value="y">A PIN</option>'
        '<option value="z">Two locks</option></select></li>'
    )
    html = form()
    assert "<legend>What keeps each of these safe?</legend>" in html
    assert row in html
    assert html.count("<select ") == 3


def test_a_list_is_named_in_the_language_of_the_page() -> None:
    assert 'aria-label="Ghép với: Xe đạp"><option value="">Chọn…</option>' in form("vi")
    assert 'aria-label="À associer à : Le vélo"><option value="">Choisir…</option>' in form("fr")


def test_bold_words_and_signs_of_an_option_are_read_plainly_in_the_name_of_its_list() -> None:
    html = form("en", "a: The door\n", "a: 'The **\"front\"** door & <gate>'\n")
    assert '<span>The <strong>"front"</strong> door &amp; &lt;gate&gt;</span>' in html
    assert 'aria-label="Which goes with: The &quot;front&quot; door &amp; &lt;gate&gt;"' in html


def test_bold_words_and_signs_of_a_match_stand_as_text_in_the_list() -> None:
    html = form("en", "x: A chain\n", 'x: "A **good** chain & <lock>"\n')
    assert '<option value="x">A good chain &amp; &lt;lock&gt;</option>' in html


def test_the_reasons_lead_from_each_option_to_its_right_match() -> None:
    (item,) = quiz().items
    assert ITEM_TYPES["matching"].reasons(item, "en", words_of("en")) == [
        Reason("a", "The door → Two locks", "Two locks hold longer.", right=True),
        Reason("b", "The bicycle → A chain", "A chain ties it to a post.", right=True),
        Reason("c", "The phone → A PIN", "A PIN guards what is inside.", right=True),
    ]


def test_the_script_gets_the_pairs() -> None:
    text = compile_quiz(quiz(), "en", words_of("en"), str).text
    assert '"key":{"a":"z","b":"x","c":"y"}' in text
