"""Spelling, asked from the real hunspell (tests/find-hunspell.sh)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.hunspell import dictionaries, dictionary_of, needed_for, unknown_words
from handbook.problem import Place, Problems
from handbook.quiz.texts import texts_of
from handbook.spelling import check_spelling
from handbook.tone_marks import new_place, old_place
from small_book import SmallBook
from told import told


def spelled(book: SmallBook, say: str = "en", line: int = 0) -> list[str]:
    """What is told about the spelling of a book, or of one line of its files."""
    problems = Problems()
    loaded = book.load()[0]
    assert check_spelling(loaded, book.folder, lambda place: line in (0, place.line), problems) == ()
    assert {problem.level for problem in problems.found} <= {"notice"}
    return told(problems, "notice", say)


def test_a_misspelt_word_is_told_with_its_place_and_what_is_near(book: SmallBook) -> None:
    book.change("docs/en/locks/door.md", "Text with", "Please **recieve** this.")
    book.change("docs/fr/locks/door.md", "Text with", "L’ordinateur, le portefeuile.")
    book.change("docs/vi/locks/door.md", "Text with", "Các nghành học.")
    english, french, vietnamese = spelled(book, line=8)
    assert english.startswith(
        "docs/en/locks/door.md:8:10: 'recieve' is in no word list (near: receive, "
    )
    assert french == (
        "docs/fr/locks/door.md:8:18: 'portefeuile' is in no word list (near: portefeuille)"
        " — correct it, or add it to docs/data/spelling/fr.txt"
    )
    assert vietnamese == (
        "docs/vi/locks/door.md:8:5: 'nghành' is in no word list (near: ngành, nhành, nghinh)"
        " — correct it, or add it to docs/data/spelling/vi.txt"
    )


@pytest.mark.parametrize(
    ("say", "near", "alone"),
    [
        (
            "en",
            "docs/vi/about.md:6:1: 'gỉa' is in no word list (near: gia, già, giả) — correct it, or add it to docs/data/spelling/vi.txt",
            "docs/vi/about.md:6:5: 'xyzzyq' is in no word list — correct it, or add it to docs/data/spelling/vi.txt",
        ),
        (
            "vi",
            "docs/vi/about.md:6:1: “gỉa” không có trong danh sách từ (gần giống: gia, già, giả) — sửa lại, hoặc thêm vào docs/data/spelling/vi.txt",
            "docs/vi/about.md:6:5: “xyzzyq” không có trong danh sách từ — sửa lại, hoặc thêm vào docs/data/spelling/vi.txt",
        ),
        (
            "fr",
            "docs/vi/about.md:6:1: « gỉa » n’est dans aucune liste de mots (proches : gia, già, giả) — corrigez-le, ou ajoutez-le à docs/data/spelling/vi.txt",
            "docs/vi/about.md:6:5: « xyzzyq » n’est dans aucune liste de mots — corrigez-le, ou ajoutez-le à docs/data/spelling/vi.txt",
        ),
    ],
)
def test_a_word_is_told_in_three_languages(book: SmallBook, say: str, near: str, alone: str) -> None:
    book.change("docs/vi/about.md", "Text.", "gỉa xyzzyq")
    told_ = spelled(book, say, line=6)
    assert near in told_
    assert alone in told_


def test_the_old_place_of_vietnamese_tone_marks_is_right(book: SmallBook) -> None:
    book.change("docs/vi/about.md", "Text.", "Hòa khóa cửa, hủy thủy, quý khỏe, khoá thuỷ; khỏee.")
    told_ = [line for line in spelled(book) if "docs/vi/about.md:6" in line]
    assert [line.partition(" (near:")[0] for line in told_] == [
        "docs/vi/about.md:6:46: 'khỏee' is in no word list"
    ]
    assert "khỏe" in told_[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa khóa tỏa HÓA Hỏe khỏe", "hoà khoá toả HOÁ Hoẻ khoẻ"),
        ("thủy, hủy. Ủy", "thuỷ, huỷ. Uỷ"),
        ("quý quỳ toán hoàn tuần thuở của mùa", "quý quỳ toán hoàn tuần thuở của mùa"),
        ("cồ hờ coi", "cồ hờ coi"),
    ],
)
def test_tone_marks_move_between_their_two_places_and_back(old: str, new: str) -> None:
    assert new_place(old) == new
    assert old_place(new) == old
    assert new_place(new) == new


def test_what_nobody_reads_and_what_is_no_word_is_not_asked(book: SmallBook) -> None:
    book.change(
        "docs/en/about.md",
        "Text.",
        "`qwxz` [door](locks/door.md) zzq.example qq@zz.example 12qzz QZX a/qzx OTPs VNeID x {{ fact hotline }}",
    )
    assert [line for line in spelled(book) if "docs/en/about.md:6" in line] == []


def in_about(book: SmallBook) -> list[str]:
    return [line.partition(" is in")[0] for line in spelled(book, line=6) if "/about.md" in line]


def test_the_book_lists_its_names_and_the_words_of_a_language(book: SmallBook) -> None:
    names = "Grumblo and Grumblo’s friend"
    book.change("docs/en/about.md", "Text.", f"{names} zorbing.")
    book.change("docs/vi/about.md", "Text.", "Chữ.")
    book.change("docs/fr/about.md", "Text.", "L’ami de Grumblo, l’Grumblo, zorbing.")
    assert in_about(book) == [
        "docs/en/about.md:6:1: 'Grumblo'",
        "docs/en/about.md:6:13: 'Grumblo’s'",
        "docs/en/about.md:6:30: 'zorbing'",
        "docs/fr/about.md:6:10: 'Grumblo'",
        "docs/fr/about.md:6:19: 'l’Grumblo'",
        "docs/fr/about.md:6:30: 'zorbing'",
    ]
    book.write("docs/data/spelling/names.txt", "# Names\n\nGrumblo # a cat\n")
    book.write("docs/data/spelling/en.txt", "Zorbing\n")
    assert in_about(book) == ["docs/fr/about.md:6:30: 'zorbing'"]


def test_a_name_is_to_be_added_to_the_names_of_all_languages(book: SmallBook) -> None:
    book.change("docs/en/about.md", "Text.", "Grumblo.")
    [line] = [line for line in spelled(book) if "Grumblo" in line]
    assert line.endswith("add it to docs/data/spelling/names.txt")


def test_the_texts_of_a_quiz_are_asked_in_their_language(book: SmallBook) -> None:
    book.change(
        "quizzes/locks.yml", "One lock opens quickly.", "Won lok opens **quikly**, {{ fact hotline }}."
    )
    book.change("quizzes/locks.yml", "Une serrure s’ouvre vite.", '"Une \\"serure\\" s’ouvre vite."')
    assert [line.partition(" is in")[0] for line in spelled(book) if "quizzes/" in line] == [
        "quizzes/locks.yml:20:19: 'serure'",
        "quizzes/locks.yml:28:16: 'lok'",
        "quizzes/locks.yml:28:28: 'quikly'",
    ]


def test_a_text_of_several_lines_is_found_line_by_line(book: SmallBook) -> None:
    text = "      stem: >\n        Which door\n        is sfaer?\n      options:\n        a: One lock"
    book.change(
        "quizzes/locks.yml",
        "      stem: Which door is safer?\n      options:\n        a: One lock",
        text,
    )
    loaded = book.load()[0]
    source = book.read("quizzes/locks.yml")
    lines = dict(texts_of(loaded.quizzes["locks"], source, "en"))
    assert lines[Place("quizzes/locks.yml", 24, 9)] == "Which door"
    assert lines[Place("quizzes/locks.yml", 25, 9)] == "is sfaer?"
    assert [line.partition(" is in")[0] for line in spelled(book, line=25)] == [
        "quizzes/locks.yml:25:12: 'sfaer'"
    ]


def test_only_the_lines_that_are_wanted_are_asked(book: SmallBook) -> None:
    book.change("docs/en/about.md", "Text.", "recieve\n\nrecieve")
    assert [line.split(" ")[0] for line in spelled(book, line=8) if "about" in line] == [
        "docs/en/about.md:8:1:"
    ]


def test_a_personal_word_list_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".hunspell_default").write_text("recieve\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    english = dictionary_of("en", dictionaries())
    assert list(unknown_words({"recieve"}, "en", english)) == ["recieve"]


def test_a_word_cannot_be_a_command_of_hunspell() -> None:
    english = dictionary_of("en", dictionaries())
    assert set(unknown_words({"recieve", "!", "*recieve", "^", "- +"}, "en", english)) == {
        "recieve",
        "*recieve",
    }


def test_the_best_word_list_that_is_there_is_taken() -> None:
    assert dictionary_of("en", {"en_US", "en_GB"}) == "en_GB"
    assert dictionary_of("en", {"en_US"}) == "en_US"
    assert dictionary_of("vi", {"en_US"}) == ""
    assert dictionary_of("pt", {"pt"}) == "pt"


def test_without_hunspell_the_languages_are_named_with_what_to_install(
    book: SmallBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = book.load()[0]
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    problems = Problems()
    missing = check_spelling(loaded, book.folder, lambda _: True, problems)
    assert (missing, problems.found) == (("vi", "fr", "en"), [])
    assert needed_for(missing) == {
        "languages": "vi, fr, en",
        "packages": "hunspell hunspell-vi hunspell-fr-classical hunspell-en-gb",
    }
    assert check_spelling(loaded, book.folder, lambda _: False, problems) == ()
    assert os.environ["PATH"].endswith("nothing")
