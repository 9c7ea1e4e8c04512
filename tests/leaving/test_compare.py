"""The comparison sees what is lost: a word, a heading, a link, an answer, a question, a page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.leaving.article import read_article
from handbook.leaving.compare import compare_articles, compare_sites
from small_book import PROJECT

PAGE = """<!doctype html><html><body><nav>Menu</nav>
<main id="content">
<p class="eyebrow"><a href="../">The module</a></p>
<article><h1>The door</h1>
<p>One <strong>two</strong> three, Xin chào các bạn.</p>
<h2 id="locks">Two locks</h2>
<p>See <a href="../keys/#old">the keys</a> and <a href="https://a.example/">a page</a>.</p>
<form class="quiz"><ol class="items"><li class="item" id="q-first" data-item="first" data-type="single">
<p class="item-number">Question 1</p>
<fieldset><legend>Which door?</legend>
<label><input type="radio" name="first" value="a"> The left one</label>
<label><input type="radio" name="first" value="b"> The right one</label></fieldset>
<details class="reasons"><summary>Why</summary><ul>
<li class="reason wrong">It is open.</li><li class="reason right">It is locked.</li></ul></details>
</li></ol></form>
<p><label>Your name <input name="name"></label></p>
</article>
<nav class="steps"><a href="../next/">Next</a></nav>
</main><footer>Foot</footer></body></html>
"""
OTHER = (
    PAGE.replace('<main id="content">', '<main class="md-main"><aside>Side</aside>')
    .replace("<article>", '<article class="md-content__inner md-typeset"><a id="__skip"></a>')
    .replace('<p class="eyebrow"><a href="../">The module</a></p>', "")
    .replace('<nav class="steps"><a href="../next/">Next</a></nav>', "<aside>Comments</aside>")
)
"""The same page in another theme."""


def told(ours: str, theirs: str) -> list[str]:
    one, other = read_article(ours, "locks/door/"), read_article(theirs, "locks/door/")
    assert one is not None
    assert other is not None
    return [each.text("en") for each in compare_articles(one, other, "locks/door/").differences]


def sites(tmp_path: Path, theirs: str | None) -> tuple[Path, Path]:
    ours = tmp_path / "ours/locks/door/index.html"
    ours.parent.mkdir(parents=True)
    ours.write_text(PAGE, encoding="utf-8")
    other = tmp_path / "theirs/locks/door/index.html"
    other.parent.mkdir(parents=True)
    if theirs is not None:
        other.write_text(theirs, encoding="utf-8")
    return tmp_path / "ours", tmp_path / "theirs"


def compare(*folders: Path, say: str = "en") -> tuple[int, str]:
    command = [sys.executable, "-m", "handbook", "compare", *map(str, folders)]
    given = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks"), "HANDBOOK_SAY": say}
    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_another_theme_around_the_same_text_is_no_difference() -> None:
    assert told(PAGE, OTHER) == []
    assert told(PAGE, OTHER.replace("two</strong> three", "two</strong>\n\u00a0three")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("các bạn", "bạn", ["locks/door/: these words: các | became: "]),
        ("One <strong>", "1 <strong>", ["locks/door/: these words: One | became: 1"]),
        (
            '<h2 id="locks">',
            '<h2 id="two-locks">',
            [
                'locks/door/: is missing: <h2 id="locks"> Two locks',
                'locks/door/: was not there before: <h2 id="two-locks"> Two locks',
            ],
        ),
        (
            '<h2 id="locks">Two locks</h2>',
            '<h3 id="locks">Two locks</h3>',
            [
                'locks/door/: is missing: <h2 id="locks"> Two locks',
                'locks/door/: was not there before: <h3 id="locks"> Two locks',
            ],
        ),
        (
            "../keys/#old",
            "../keys/",
            [
                "locks/door/: is missing: https://site.example/locks/keys/#old",
                "locks/door/: was not there before: https://site.example/locks/keys/",
            ],
        ),
        ("../keys/#old", "../../locks/keys/#old", []),
        ('<input name="name">', "", ["locks/door/: is missing: <input name>"]),
        ('value="b"', 'value="c"', ["locks/door/: the question first differs in: controls"]),
        ("It is locked.", "", ["locks/door/: these words: It is locked. | became: ",
                               "locks/door/: the question first differs in: reasons, words"]),
        ("Which door?", "Which?", ["locks/door/: these words: Which door? | became: Which?",
                                   "locks/door/: the question first differs in: stem, words"]),
        ('data-item="first"', 'data-item="other"', ["locks/door/: is missing: #q-first"]),
    ],
)  # fmt: skip
def test_what_is_lost_is_told_with_its_page(old: str, new: str, expected: list[str]) -> None:
    assert OTHER.count(old) >= 1
    assert told(PAGE, OTHER.replace(old, new, 1)) == expected


def test_links_in_another_order_are_told() -> None:
    old, far = '"../keys/#old"', '"https://a.example/"'
    swapped = OTHER.replace(old, '""').replace(far, old).replace('""', far)
    assert told(PAGE, swapped) == [
        "locks/door/: stands in another order, from here on: https://site.example/locks/keys/#old"
    ]


def test_a_page_without_an_article_is_no_page() -> None:
    assert read_article('<!doctype html><p>moved to <a href="../">there</a></p>', "old/") is None


def test_the_command_counts_and_is_content_where_nothing_is_lost(tmp_path: Path) -> None:
    assert compare(*sites(tmp_path, OTHER)) == (
        0,
        "pages: 1 of 1, words in order: 100.00%, questions: 1 of 1\n",
    )


@pytest.mark.parametrize(
    ("theirs", "say", "summary"),
    [
        (None, "en", "pages: 0 of 1, words in order: 0.00%, questions: 0 of 0"),
        (OTHER.replace("các bạn", "bạn"), "fr", "pages : 1 sur 1, mots dans l’ordre : 97."),
        (OTHER.replace('value="b"', 'value="c"'), "vi", "trang: 1 trên 1, từ đúng thứ tự: 100.00%, câu hỏi: 0 trên 1"),
        (OTHER.replace("../keys/", "../old/"), "en", "pages: 1 of 1, words in order: 100.00%, questions: 1 of 1"),
    ],
)  # fmt: skip
def test_the_command_fails_where_something_is_lost(
    tmp_path: Path, theirs: str | None, say: str, summary: str
) -> None:
    code, said = compare(*sites(tmp_path, theirs), say=say)
    assert code == 1
    assert said.splitlines()[-1].startswith(summary)
    assert "locks/door/" in said


def test_what_another_site_adds_loses_nothing(tmp_path: Path) -> None:
    more = OTHER.replace("</h1>", '</h1><p><a href="../more/">More</a></p>')
    found = compare_sites(*sites(tmp_path, more))
    assert found.loses_nothing
    assert [one.code for one in found.differences()] == ["report-words", "report-new"]
