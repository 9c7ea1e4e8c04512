"""The live preview: edits arrive soon, one language alone, and nothing old is shown."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handbook.problem import Problems
from handbook.project import load_book
from handbook.rules.memory import RuleMemory
from handbook.site.memory import Memory
from small_book import PROJECT, SmallBook


@contextmanager
def served(book: SmallBook, log: Path | None = None, **environment: str) -> Iterator[str]:
    """`mkdocs serve` of the book on a free port; what it says goes to `log`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    with (
        (log or Path(os.devnull)).open("w") as said,
        subprocess.Popen(command, cwd=book.folder, stderr=said, env=given) as server,
    ):
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def read(address: str, wanted: str, seconds: float = 20) -> str:
    """The page at an address, once it holds the wanted words."""
    end = time.monotonic() + seconds
    text = ""
    while time.monotonic() < end:
        try:
            text = urllib.request.urlopen(address, timeout=5).read().decode()
        except OSError:
            text = ""
        if wanted in text:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{address} never held {wanted!r}: {text[:300]}")


def test_the_live_site_answers_in_three_languages_and_follows_an_edit(book: SmallBook) -> None:
    with served(book) as address:
        read(address, "<h1>Trang đầu</h1>")
        read(f"{address}fr/", "<h1>Accueil</h1>")
        read(f"{address}en/", "<h1>Home</h1>")
        book.change("docs/fr/index.md", "title: Accueil", "title: Bienvenue")
        read(f"{address}fr/", "<h1>Bienvenue</h1>")
        book.change("quizzes/locks.yml", "Which door is safer?", "Which of the doors?")
        read(f"{address}en/locks/quiz/", "Which of the doors?")


def test_the_live_site_survives_a_mistake_and_its_correction(book: SmallBook) -> None:
    with served(book) as address:
        read(address, "<h1>Trang đầu</h1>")
        book.change("quizzes/locks.yml", "key: b", "key: x")
        time.sleep(1.5)
        book.change("quizzes/locks.yml", "key: x", "key: a")
        book.change("docs/vi/index.md", "title: Trang đầu", "title: Trang mới")
        read(address, "<h1>Trang mới</h1>")


def test_a_preview_of_one_language_has_it_at_the_root_with_its_styles(book: SmallBook) -> None:
    built = book.build(ONLY="fr")
    assert built.code == 0, built.output
    html = built.html("locks/door")
    assert "La porte" in html
    assert not built.has("en/index.html")
    [style] = [
        part.split('"')[0] for part in html.split('href="') if "handbook.css" in part.split('"')[0]
    ]
    assert (built.site / "locks/door" / style).resolve().exists()


def test_a_preview_of_one_language_leaves_out_what_is_not_translated(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    built = book.build(ONLY="fr")
    assert built.code == 0, built.output
    assert not built.has("locks/door/index.html")


def test_a_text_that_did_not_change_is_not_made_again() -> None:
    memory = Memory()
    memory.open(("index",))
    assert not memory.remembers(("vi", "index"), "one")
    assert memory.html(("vi", "index"), "<p>one") == "<p>one"
    memory.open(("index",))
    assert memory.remembers(("vi", "index"), "one")
    assert memory.html(("vi", "index"), "") == "<p>one"
    assert not memory.remembers(("vi", "index"), "two")
    assert memory.html(("vi", "index"), "<p>two") == "<p>two"


def test_another_page_makes_everything_anew_since_links_may_lead_elsewhere() -> None:
    memory = Memory()
    memory.open(("index",))
    memory.remembers(("vi", "index"), "one")
    memory.html(("vi", "index"), "<p>one")
    memory.open(("index", "more"))
    assert not memory.remembers(("vi", "index"), "one")


def test_an_edit_of_one_page_leaves_the_others_as_they_were(book: SmallBook) -> None:
    with served(book) as address:
        before = read(f"{address}fr/locks/", "Les serrures").split("</footer>")[0]
        book.change("docs/fr/locks/door.md", "Text with", "Texte neuf avec")
        read(f"{address}fr/locks/door/", "Texte neuf avec")
        assert read(f"{address}fr/locks/", "Les serrures").startswith(before)


def test_an_edit_of_facts_and_glossary_arrives_on_the_pages_that_use_them(book: SmallBook) -> None:
    with served(book) as address:
        read(f"{address}en/locks/door/", "156")
        book.change("docs/data/facts.yml", '"156"', '"157"')
        read(f"{address}en/locks/door/", "157")


def test_new_code_asks_for_a_new_start(book: SmallBook, tmp_path: Path) -> None:
    (book.folder / "hooks").unlink()
    shutil.copytree(
        PROJECT / "hooks", book.folder / "hooks", ignore=shutil.ignore_patterns("__pycache__")
    )
    log = tmp_path / "log"
    with served(book, log=log, HANDBOOK_SAY="en") as address:
        read(address, "Trang đầu")
        time.sleep(1)
        (book.folder / "hooks/events.py").touch()
        end = time.monotonic() + 20
        while "stop the preview with Ctrl-C" not in log.read_text() and time.monotonic() < end:
            time.sleep(0.1)
    assert (
        "the code in hooks/ has changed — stop the preview with Ctrl-C and start it again"
        in log.read_text()
    )


def test_whoever_writes_sees_the_page_while_its_wording_is_still_wrong(
    book: SmallBook, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with served(book, log=log, HANDBOOK_SAY="en") as address:
        read(f"{address}fr/locks/door/", "156")
        book.change("docs/fr/locks/door.md", "Text with", "Vraiment! Et")
        read(f"{address}fr/locks/door/", "Vraiment!")
    told = log.read_text(encoding="utf-8")
    assert "in French a space stands before '!' — type an ordinary space" in told
    assert "the build stops" not in told


def test_a_page_that_did_not_change_is_not_judged_again(book: SmallBook) -> None:
    book.change("docs/fr/locks/door.md", "Text with", "Vraiment! Et")
    memory = RuleMemory()
    first, again = Problems(), Problems()
    load_book(book.folder, first, memory)
    kept = memory.known["docs/fr/locks/door.md"]
    load_book(book.folder, again, memory)
    assert [problem.text() for problem in again.found] == [problem.text() for problem in first.found]
    assert memory.known["docs/fr/locks/door.md"] is kept
    book.change("docs/fr/locks/door.md", "Vraiment!", "Vraiment !")
    load_book(book.folder, Problems(), memory)
    assert memory.known["docs/fr/locks/door.md"] is not kept


def test_a_translation_is_judged_again_when_its_source_changes(book: SmallBook) -> None:
    memory = RuleMemory()
    load_book(book.folder, Problems(), memory)
    kept = memory.known["docs/fr/locks/door.md"]
    book.change("docs/vi/locks/door.md", "Text with", "Hai khóa và")
    load_book(book.folder, Problems(), memory)
    assert memory.known["docs/fr/locks/door.md"] is not kept
