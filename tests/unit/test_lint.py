from handbook.problem import Problems
from handbook.quiz.lint import lint_quiz
from handbook.quiz.parse import read_quiz
from small_book import LANGUAGES, SMALL, SmallBook, files_of
from told import Case, cases_of, check, told

ITEM = files_of(SMALL)["quizzes/locks.yml"].removeprefix("items:\n")


@cases_of("lint")
def test_advice_on_item_writing_is_given_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def advice(quiz: str, say: str) -> list[str]:
    problems = Problems()
    read = read_quiz(quiz, "locks", LANGUAGES, problems)
    assert problems.errors() == []
    lint_quiz(read, problems)
    return [line for line in told(problems, "warning", say) if line.startswith("quizzes/locks.yml:1:1:")]


def six_singles(second: str) -> str:
    three = ITEM
    for old in ("b: Hai khóa\n", "b: Deux serrures\n", "b: Two locks\n"):
        three = three.replace(old, f"{old}        c: Aha\n")
    for old in ("Hai khóa khó mở hơn.", "Deux serrures résistent mieux.", "Two locks hold longer."):
        three = three.replace(old, f"{old}\n        c: Aha.")
    items = [three.replace("first-key", f"key-{n}") for n in range(6)]
    items[:3] = [item.replace("key: b", f"key: {second}") for item in items[:3]]
    return f"items:\n{''.join(items)}"


def test_a_key_that_stands_nearly_always_in_the_same_place_is_told() -> None:
    assert advice(six_singles("b"), "en") == [
        "quizzes/locks.yml:1:1: the right option stands in place 2 in 6 of 6 questions — let it wander"
    ]
    assert advice(six_singles("b"), "vi") == [
        "quizzes/locks.yml:1:1: phương án đúng đứng ở vị trí 2 trong 6 trên 6 câu — hãy đổi chỗ cho đều"
    ]
    assert advice(six_singles("b"), "fr") == [
        "quizzes/locks.yml:1:1: la bonne proposition est à la place 2 dans 6 questions sur 6 — faites-la changer de place"
    ]
    assert advice(six_singles("c"), "en") == []


def judgements(*keys: str) -> str:
    lines = ["items:"]
    for number, key in enumerate(keys):
        lines += [f"  - id: say-{number}", "    type: true-false", f'    key: "{key}"']
        for locale in LANGUAGES:
            lines += [f"    {locale}:", "      stem: Ba.", "      feedback:"]
            lines += ['        "true": Ba.', '        "false": Ba.']
    return "\n".join(lines) + "\n"


def test_true_or_false_questions_that_all_have_one_key_are_told() -> None:
    assert advice(judgements("false", "false", "false"), "en") == [
        "quizzes/locks.yml:1:1: all 3 true-or-false questions have the key 'false' — turn one of them round"
    ]
    assert advice(judgements("false", "false", "false"), "vi") == [
        "quizzes/locks.yml:1:1: cả 3 câu đúng sai đều có đáp án “false” — đảo lại một câu"
    ]
    assert advice(judgements("false", "false", "false"), "fr") == [
        "quizzes/locks.yml:1:1: les 3 questions vrai ou faux ont toutes la clé « false » — retournez-en une"
    ]
    assert advice(judgements("false", "true", "false"), "en") == []
