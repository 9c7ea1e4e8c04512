import json
import os
import subprocess
import sys

import pytest

from repository import Repository
from small_book import SmallBook


@pytest.fixture(autouse=True)
def stamped(book: SmallBook) -> None:
    """A sound book: every translation says which text it translates."""
    book.stamp()


def run(book: SmallBook, *arguments: str, command: str = "check", **environment: str) -> tuple[int, str]:
    """`python -m handbook check` in the book's folder: exit code and what was printed."""
    given = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")},
        "PYTHONPATH": "hooks",
        "LANG": "C",
        "HANDBOOK_SAY": "",
        **environment,
    }
    typed = [sys.executable, "-m", "handbook", command, *arguments]
    done = subprocess.run(typed, cwd=book.folder, env=given, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


ADVICE = "quizzes/locks.yml:9:9: (warning) 2 options stand here — three or four work best\n"
WRONG = "quizzes/locks.yml:4:10: the key names 'c', which is not among the options — use one of: a, b\n"
LATER = "docs/fr/locks/door.md:1:1: (notice) not translated yet (source: docs/vi/locks/door.md) — readers see the source language\n"
OTHERS = "Tiếng Việt: --say vi; Français: --say fr\n"
ERROR = (
    "::error file=quizzes/locks.yml,line=4,col=10::the key names 'c', which is not among the options"
    " — use one of: a, b"
)
WARNING = (
    "::warning file=quizzes/locks.yml,line=9,col=9::2 options stand here — three or four work best\n"
)
COUNTS = "errors: 1, warnings: 1, notices: 0\n"


def test_a_check_of_a_sound_book_gives_advice_and_exits_with_0(book: SmallBook) -> None:
    assert run(book) == (0, f"{ADVICE}errors: 0, warnings: 1, notices: 0 — {OTHERS}")


def test_a_check_tells_every_mistake_and_exits_with_1(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    assert run(book) == (1, f"{WRONG}{ADVICE}errors: 1, warnings: 1, notices: 0 — {OTHERS}")


def test_a_check_speaks_the_language_it_is_asked_for(book: SmallBook) -> None:
    assert run(book, "--say", "fr")[1] == (
        "quizzes/locks.yml:9:9: (avertissement) il y a ici 2 propositions — trois ou quatre conviennent le mieux\n"
        "erreurs : 0, avertissements : 1, remarques : 0 — Tiếng Việt: --say vi; English: --say en\n"
    )
    vietnamese = (
        "quizzes/locks.yml:9:9: (cảnh báo) ở đây có 2 phương án — ba hoặc bốn là hợp nhất\n"
        "lỗi: 0, cảnh báo: 1, lưu ý: 0 — Français: --say fr; English: --say en\n"
    )
    assert run(book, HANDBOOK_SAY="vi")[1] == vietnamese
    assert run(book, LANG="vi_VN.UTF-8")[1] == vietnamese


def test_notices_are_counted_and_shown_when_somebody_asks(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    counts = "errors: 0, warnings: 1, notices: 1 — "
    assert run(book) == (0, f"{ADVICE}{counts}to see everything: --level notice; {OTHERS}")
    assert run(book, "--level", "notice") == (0, f"{LATER}{ADVICE}{counts}{OTHERS}")


def test_only_mistakes_are_shown_when_somebody_asks_and_they_alone_give_1(book: SmallBook) -> None:
    counts = "errors: 0, warnings: 1, notices: 0 — to see everything: --level notice; "
    assert run(book, "--level", "error") == (0, f"{counts}{OTHERS}")


def test_a_program_gets_an_array_in_the_order_of_files_and_lines(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    book.remove("docs/fr/locks/door.md")
    code, output = run(book, "--format", "json", "--say", "vi")
    assert code == 1
    assert json.loads(output) == [
        {
            "path": "docs/fr/locks/door.md",
            "line": 1,
            "column": 1,
            "level": "notice",
            "code": "not-translated",
            "message": "chưa dịch (bản gốc: docs/vi/locks/door.md) — người đọc sẽ thấy ngôn ngữ gốc",
        },
        {
            "path": "quizzes/locks.yml",
            "line": 4,
            "column": 10,
            "level": "error",
            "code": "key-no-option",
            "message": "đáp án nêu “c”, nhưng không có phương án này — dùng một trong: a, b",
        },
        {
            "path": "quizzes/locks.yml",
            "line": 9,
            "column": 9,
            "level": "warning",
            "code": "lint-count",
            "message": "ở đây có 2 phương án — ba hoặc bốn là hợp nhất",
        },
    ]
    assert len(json.loads(run(book, "--format", "json", "--level", "error")[1])) == 1


def test_github_gets_annotations_at_the_lines(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    told = (1, f"{ERROR}\n{WARNING}{COUNTS}")
    assert run(book, "--format", "github") == told
    assert run(book, GITHUB_ACTIONS="true") == told


def test_github_gets_one_annotation_a_file_where_a_table_takes_the_rest(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    book.write("summary.md", "Before.\n")
    told = run(book, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="summary.md")
    assert told == (1, f"{ERROR} (and 1 more in this file: see the summary of the run)\n{COUNTS}")
    assert book.read("summary.md") == (
        "Before.\n### errors: 1, warnings: 1, notices: 0\n\n"
        "| Level | Place | What is wrong, and what to do |\n|---|---|---|\n"
        "| error | quizzes/locks.yml&#58;4&#58;10 | the key names 'c', which is not among the options — use one of&#58; a, b |\n"
        "| warning | quizzes/locks.yml&#58;9&#58;9 | 2 options stand here — three or four work best |\n"
    )


def test_a_commit_that_git_does_not_know_is_told_in_one_line_and_breaks_nothing(
    book: SmallBook,
) -> None:
    code, output = run(book, "--changed", "origin/no-such-branch")
    assert code == 0
    assert output == (
        f"{ADVICE}errors: 0, warnings: 1, notices: 0 — {OTHERS}"
        "which lines were changed cannot be told: git knows none of origin/no-such-branch"
        " — every line counts as unchanged\n"
    )


def committed(book: SmallBook) -> Repository:
    """The book in a repository of its own, everything committed on main."""
    made = Repository(book.folder)
    made.git("init", "--quiet")
    made.commit()
    return made


TYPO = "docs/vi/about.md:6:1: (notice) 'nghành' is in no word list (near: ngành, nhành, nghinh) — correct it, or add it to docs/data/spelling/vi.txt\n"


def test_changed_lines_come_first_with_their_spelling_and_even_what_is_mild(book: SmallBook) -> None:
    book.remove("docs/fr/index.md")
    book.remove("docs/en/index.md")
    book.change("docs/vi/modules.md", "Text.", "xữ")
    committed(book)
    book.change("docs/vi/about.md", "Text.", "nghành")
    book.change("docs/vi/index.md", "Text.", "Hai. [Sai](sai.md)")
    book.stamp()
    wrong = "docs/vi/index.md:6:12: there is no page at 'sai.md' — write the way from this page to its .md file\n"
    counts = "errors: 1, warnings: 1, notices: 3 — to see everything: --level notice; "
    assert run(book, "--changed", "main") == (1, f"{TYPO}{wrong}{ADVICE}{counts}{OTHERS}")
    code, output = run(book, "--changed", "main", "--no-spelling")
    assert (code, TYPO in output) == (1, False)
    code, output = run(book, "--changed", "main", "--level", "error")
    assert output.startswith(wrong)


def test_github_compares_a_pull_request_with_its_base(book: SmallBook) -> None:
    repository = committed(book)
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    book.change("docs/vi/about.md", "Text.", "nghành")
    book.change("quizzes/locks.yml", "key: b", "key: c")
    repository.commit()
    github = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": ".git/summary.md",
    }
    code, output = run(book, **github)
    assert code == 1
    first, second, *_ = output.split("\n")
    assert first.startswith("::notice file=docs/vi/about.md,line=6,col=1::'nghành' is in no word list")
    assert second == ERROR
    assert "**On the lines of this change**" in book.read(".git/summary.md")


def test_the_spelling_of_everything_is_asked_for_by_name(book: SmallBook) -> None:
    book.change("docs/vi/about.md", "Text.", "nghành")
    code, output = run(book, "--spelling")
    assert code == 0
    assert TYPO in output


def test_without_hunspell_one_line_says_what_to_install(book: SmallBook) -> None:
    install = "the spelling was not checked in: vi, fr, en — install hunspell hunspell-vi hunspell-fr-classical hunspell-en-gb\n"
    assert run(book, "--spelling", PATH="/nothing") == (
        0,
        f"{ADVICE}errors: 0, warnings: 1, notices: 0 — {OTHERS}{install}",
    )
    assert "hunspell" not in run(book, PATH="/nothing")[1]


def test_the_command_begins_a_register_and_adds_new_items_at_its_end(book: SmallBook) -> None:
    book.remove("quizzes/register.txt")
    assert run(book, command="register") == (0, "1 locks/first-key\n")
    begun = book.read("quizzes/register.txt")
    assert begun.startswith("# ")
    assert begun.endswith("\n1 locks/first-key\n")
    assert run(book, command="register") == (0, "")
    assert book.read("quizzes/register.txt") == begun
    item = book.read("quizzes/locks.yml").removeprefix("items:\n")
    book.change("quizzes/locks.yml", "items:\n", "items:\n" + item.replace("first-key", "new-key"))
    assert run(book, command="register") == (0, "2 locks/new-key\n")
    assert book.read("quizzes/register.txt") == begun + "2 locks/new-key\n"
    assert run(book)[0] == 0


def test_the_command_gives_a_last_line_without_an_end_its_own_line(book: SmallBook) -> None:
    book.write("quizzes/register.txt", "1 locks/other")
    assert run(book, command="register")[0] == 0
    assert book.read("quizzes/register.txt") == "1 locks/other\n2 locks/first-key\n"


def test_the_command_changes_nothing_where_the_next_number_is_not_certain(book: SmallBook) -> None:
    book.write("quizzes/register.txt", "2 locks/other\n")
    code, output = run(book, command="register")
    assert code == 1
    assert output.startswith("quizzes/register.txt:1:1: number 2 stands here and 1 comes next")
    assert book.read("quizzes/register.txt") == "2 locks/other\n"
