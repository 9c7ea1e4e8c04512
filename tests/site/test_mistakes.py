"""Mistakes of every kind of file are told at once, and nothing is built."""

from __future__ import annotations

from small_book import SmallBook

EXPECTED = """
docs/data/facts.yml:4:11: 'contakt' is not possible here — did you mean 'contact'?
docs/data/facts.yml:14:15: '2024-13' is not a date — write it as 2026-11-22
docs/data/programme.yml:4:18: 'no' is not a whole number from 0 to 99 — write one
docs/data/programme.yml:10:14: 'five' is not a whole number from 1 to 300 — write one
docs/data/programme.yml:12:19: there is no docs/vi/locks/window.md — write it, or take it out of the programme
docs/en/locks/door.md:6:1: the heading 'The door' has no id — write {#a-short-name} behind it, the same in every language
docs/en/locks/door.md:9:5: there is no block 'stroy' — did you mean 'story'?
docs/fr/locks/door.md:2:1: 'updated' is missing — add it
docs/fr/locks/door.md:7:11: there is no fact 'hotlin' — did you mean 'hotline'?
docs/vi/locks/lost.md:1:1: no module lists this page, so nobody would find it — add it to docs/data/programme.yml, or delete it
docs/vi/locks/quiz.md:8:1: there is no quiz 'lock' — did you mean 'locks'?
quizzes/locks.yml:4:10: the key names 'c', which is not among the options — use one of: a, b
quizzes/locks.yml:5:10: there is no heading 'two-lock' on that page — did you mean 'two-locks'?
quizzes/locks.yml:7:22: everything from # on is cut off as a comment — put the whole text in double quotes
quizzes/locks.yml:17:9: 'options.b' is in vi and not in fr — translate it
"""

BROKEN = """
def on_page_content(html, page, config, files):
    if page.file.src_uri == "fr/locks/door.md":
        raise RuntimeError("broken in the middle of the second language")
"""


def seed(book: SmallBook) -> None:
    """Fifteen mistakes in quiz, programme, facts and pages."""
    book.change("docs/data/facts.yml", "kind: contact", "kind: contakt")
    book.change("docs/data/facts.yml", "date: 2024-01", "date: 2024-13")
    book.change("docs/data/programme.yml", "optional-needed: 0", "optional-needed: no")
    book.change("docs/data/programme.yml", "minutes: 5", "minutes: five")
    book.change("docs/data/programme.yml", "[door, quiz]", "[door, window, quiz]")
    book.change("docs/en/locks/door.md", " {#two-locks}", "")
    book.write("docs/en/locks/door.md", book.read("docs/en/locks/door.md") + "/// stroy | A {#a}\n///\n")
    book.change("docs/fr/locks/door.md", "updated: 2026-11-22\n", "")
    book.change("docs/fr/locks/door.md", "fact hotline", "fact hotlin")
    book.write("docs/vi/locks/lost.md", book.read("docs/vi/locks/index.md"))
    book.change("docs/vi/locks/quiz.md", "quiz locks", "quiz lock")
    book.change("quizzes/locks.yml", "key: b", "key: c")
    book.change("quizzes/locks.yml", "#two-locks", "#two-lock")
    book.change("quizzes/locks.yml", "Khóa nào chắc hơn?", "Khóa nào #1?")
    book.change("quizzes/locks.yml", "        b: Deux serrures\n", "")


def test_mistakes_in_every_kind_of_file_are_told_in_one_run(book: SmallBook) -> None:
    seed(book)
    assert book.messages() == EXPECTED.strip().split("\n")


def test_a_build_with_mistakes_prints_them_and_exits_with_1(book: SmallBook) -> None:
    seed(book)
    built = book.build()
    assert built.code == 1
    assert "Traceback" not in built.output
    for line in book.messages():
        assert line in built.output
    summary = "the build stops, mistakes found: 15 — correct the lines above; nothing was built"
    assert summary in built.output


def test_a_build_with_mistakes_leaves_no_site_that_looks_finished(book: SmallBook) -> None:
    assert book.build().code == 0
    seed(book)
    built = book.build()
    assert not built.site.exists()


def test_a_build_that_breaks_halfway_leaves_no_site_that_looks_finished(book: SmallBook) -> None:
    book.write("broken.py", BROKEN)
    book.change("mkdocs.yml", "hooks/events.py", "hooks/events.py, broken.py")
    built = book.build()
    assert built.code == 1
    assert not built.site.exists()


def test_the_messages_speak_vietnamese_and_french(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    assert "phương án" in book.build(say="vi").output
    assert "propositions" in book.build(say="fr").output


def test_two_lists_of_languages_that_differ_are_told(book: SmallBook) -> None:
    book.change("mkdocs.yml", "        - {locale: en, name: English}\n", "")
    built = book.build()
    assert built.code == 1
    assert (
        "mkdocs.yml:1:1: it builds vi, fr and docs/data/programme.yml lists vi, fr, en" in built.output
    )
    assert "Traceback" not in built.output
