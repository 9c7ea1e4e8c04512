"""What the guides for editors show is true: every example is put into the handbook and checked."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from handbook.messages import phrase
from handbook.problem import Problem, Problems
from handbook.programme import SOURCE, read_programme
from handbook.project import load_book
from handbook.skeleton.lists import with_page
from handbook.stamping import with_entry
from small_book import PROJECT

GUIDES = {"vi": "CONTRIBUTING.md", "fr": "CONTRIBUTING.fr.md", "en": "CONTRIBUTING.en.md"}
_BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?\n)```$", re.DOTALL | re.MULTILINE)
_GAP = re.compile(r"\\\{\w+\\\}")


def guide(say: str) -> str:
    return (PROJECT / GUIDES[say]).read_text(encoding="utf-8")


def examples(say: str, kind: str) -> list[tuple[str, str]]:
    """The examples of a guide in one notation, each with what stands behind its name."""
    return [(name, text) for given, name, text in _BLOCK.findall(guide(say)) if given == kind]


def own_ids(text: str) -> str:
    """An example under other ids: somebody may have sent it in as it is."""
    return re.sub(r"^( *- id: \S+)$", r"\1-example", text, flags=re.MULTILINE)


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """The handbook itself, to write into."""
    for name in ("docs", "quizzes"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    return tmp_path


def found(handbook: Path) -> list[Problem]:
    problems = Problems()
    load_book(handbook, problems)
    return problems.found


def append(handbook: Path, path: str, text: str) -> None:
    file = handbook / path
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + text, encoding="utf-8")


def test_every_example_of_a_question_and_of_a_fact_passes_the_check(handbook: Path) -> None:
    before = {problem.text() for problem in found(handbook)}
    given = examples("en", "yaml")
    assert [path.split("/")[0] for path, _ in given] == ["quizzes", "quizzes", "docs"]
    for path, text in given:
        append(handbook, path, own_ids(text))
    new = [problem for problem in found(handbook) if problem.text() not in before]
    assert {problem.code for problem in new} == {"register-lacks"}  # the guide says so
    book = load_book(handbook, Problems())
    assert {"new-phone-first-example", "update-waits-example"} <= {
        item.id for item in book.quizzes["safe-accounts"].items
    }
    assert "example-helpline-example" in book.facts


def test_a_broken_example_would_be_found(handbook: Path) -> None:
    for path, text in examples("en", "yaml"):
        append(handbook, path, own_ids(text).replace("key: b", "key: z"))
    assert "key-no-option" in {problem.code for problem in found(handbook)}


def test_the_three_guides_show_the_same_questions_and_facts() -> None:
    assert examples("vi", "yaml") == examples("fr", "yaml") == examples("en", "yaml")


def test_the_lesson_of_the_guides_is_one_lesson_in_three_languages(handbook: Path) -> None:
    before = {problem.text() for problem in found(handbook)}
    pages = [page for say in GUIDES for page in examples(say, "markdown")]
    assert [path.split("/")[1] for path, _ in pages] == ["vi", "fr", "en"]
    for path, text in pages:
        (handbook / _aside(path)).write_text(text, encoding="utf-8")
    assert {problem.code for problem in found(handbook) if problem.text() not in before} == {
        "page-not-in-programme",
        "translation-unstamped",
    }
    text = (handbook / SOURCE).read_text(encoding="utf-8")
    module = read_programme(text, Problems()).module("safe-accounts")
    assert module is not None
    listed = with_page(text, module, "old-phone-example")
    assert listed is not None
    (handbook / SOURCE).write_text(listed[0], encoding="utf-8")
    for problem in found(handbook):
        if problem.code == "translation-unstamped":
            file = handbook / problem.place.path
            told = with_entry(file.read_text(encoding="utf-8"), problem.values["line"])[0]
            file.write_text(told, encoding="utf-8")
    assert [problem.text() for problem in found(handbook) if problem.text() not in before] == []


def _aside(path: str) -> str:
    """A name that no page of the handbook has."""
    return path.replace(".md", "-example.md")


@pytest.mark.parametrize("say", GUIDES)
def test_what_the_check_says_is_quoted_word_for_word(say: str) -> None:
    ((code, line),) = examples(say, "text")
    words = _GAP.sub(".+", re.escape(phrase(code, say)))
    assert re.fullmatch(rf"docs/{say}/\S+:\d+:\d+: {words}\n", line)


@pytest.mark.parametrize("say", GUIDES)
def test_every_file_and_picture_of_a_guide_is_there(say: str) -> None:
    named = re.findall(
        r'\]\(([\w./-]+\.md)\)|src="([^"]+)"|`((?:docs|quizzes)/[\w./-]+\.\w+)`', _plain(say)
    )
    paths = {path for group in named for path in group if path}
    assert len(paths) >= 10
    assert [path for path in sorted(paths) if not (PROJECT / path).exists()] == []


def _plain(say: str) -> str:
    """A guide without its examples."""
    return re.sub(r"`!?\[[^`]*`", "", _BLOCK.sub("", guide(say)))


@pytest.mark.parametrize("say", GUIDES)
def test_a_guide_leads_to_its_own_parts_and_to_the_other_languages(say: str) -> None:
    text = guide(say)
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) == set(anchors[:-1])
    first = text.split("\n", 1)[0]
    assert [name for name in GUIDES.values() if name in first] == [
        name for other, name in GUIDES.items() if other != say
    ]


@pytest.mark.parametrize("say", GUIDES)
def test_a_guide_is_one_page_and_is_written_as_it_asks_others_to_write(say: str) -> None:
    text = guide(say)
    parts = [part.count("\n") for part in re.split(r"^## ", text, flags=re.MULTILINE)]
    assert max(parts) <= 80
    assert text == unicodedata.normalize("NFC", text)
    assert [sign for sign in ("\u00a0", "\u202f", "'") if sign in _plain(say)] == []


def test_the_guides_have_the_same_parts() -> None:
    shapes = [
        [line.split(" ")[0] for line in guide(say).split("\n") if line[:1] in "#|-`1<"] for say in GUIDES
    ]
    assert shapes[0] == shapes[1] == shapes[2]
