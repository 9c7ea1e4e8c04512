"""Nothing that could be turned against readers gets through a build, and the editors learn where it stands."""

from __future__ import annotations

import re

import pytest

from attacks import FENCE, OPEN, SMUGGLED, TAG, seed
from handbook.walls.wall import page_wall
from small_book import Built, SmallBook

IN_DATA = {
    "a button": ("docs/data/strings/en.yml", "skip: ", "skip: <script>x</script>", ":7", "script"),
    "a word of quizzes": (
        "docs/data/strings/fr.yml",
        "show-reasons: ",
        "show-reasons: <object data=x>",
        ":15",
        "object",
    ),
    "the name of a module": ("docs/data/programme.yml", "en: Locks", "en: Lo<frame>", ":13", "frame"),
    "a fact": ("docs/data/facts.yml", "en: Report a call", "en: <embed src=x>", ":11", "embed"),
    "a number": ("docs/data/facts.yml", 'value: "156"', 'value: "156<noscript>"', ":16", "noscript"),
    "a source": ("docs/data/facts.yml", "title: A newspaper", "title: <applet>", ":16", "applet"),
}
"""File, what is replaced, what by, the column of the tag, and its name."""
REFRESH = re.compile(
    r'<meta http-equiv="refresh" content="0; url=[\w./-]+">'
    r'|<meta name="viewport" content="width=device-width">'
    r'|<script src="[./]*assets/[0-9a-f]+/js/moved\.js" data-target="[\w./-]+"></script>'
)
"""What a page that only leads on holds besides."""


OUT_OF_QUOTES = 'https://news.example/"onmouseover="alert(1)'
"""An address that ends its attribute and begins another."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Built:
    book = SmallBook(tmp_path_factory.mktemp("attacked"))
    seed(book, SMUGGLED, FENCE)
    for path, old, new, *_ in IN_DATA.values():
        book.change(path, old, new)
    book.change("docs/data/facts.yml", "https://news.example/", f"'{OUT_OF_QUOTES}'")
    assert book.messages() == []  # or the build would stop before there is a page
    return book.build()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return seed(SmallBook(tmp_path_factory.mktemp("told")), SMUGGLED, FENCE)


@pytest.mark.parametrize("name", [attack.name for attack in SMUGGLED])
def test_an_attack_in_markdown_stops_the_build_at_its_line(
    attacked: Built, told: dict[str, list[str]], name: str
) -> None:
    lines = attacked.output.splitlines()
    assert [line for line in told[name] if line not in lines] == []


@pytest.mark.parametrize("name", IN_DATA)
def test_an_attack_in_the_data_stops_the_build_at_its_line(attacked: Built, name: str) -> None:
    path, _, new, column, tag = IN_DATA[name]
    file = attacked.site.parent / path
    number = next(n for n, line in enumerate(file.read_text().split("\n"), 1) if new in line)
    assert f"{path}:{number}{column}: '<{tag}>' {TAG}" in attacked.output.splitlines()


def test_an_address_that_leaves_its_attribute_is_told_at_its_line(attacked: Built) -> None:
    lines = [
        line for line in attacked.output.splitlines() if line.startswith("docs/data/facts.yml:13:15: ")
    ]
    assert any('browsers may take \'<a href="https://news.example/"onmouse' in line for line in lines)


def test_all_attacks_are_told_at_once_and_nothing_else(
    attacked: Built, told: dict[str, list[str]]
) -> None:
    expected = [line for lines in told.values() for line in lines]
    found = [line for line in attacked.output.splitlines() if line.startswith("docs/en/locks/")]
    assert sorted(found) == sorted(expected)
    assert len(SMUGGLED) + len(IN_DATA) > 40


def test_an_attack_leaves_no_site(attacked: Built) -> None:
    assert attacked.code == 1
    assert "Traceback" not in attacked.output
    assert not attacked.site.exists()
    assert "nothing was built" in attacked.output


def test_every_page_of_the_real_site_holds_only_what_is_allowed(real_site: Built) -> None:
    pages = list(real_site.site.rglob("*.html"))
    first = (real_site.site / "index.html").read_text(encoding="utf-8")
    [early] = re.findall(r"<script>(.*?)</script>", first)
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', first)
    wall = page_wall(early, policy)
    assert len(pages) > 400
    for page in pages:
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:
            html = REFRESH.sub("", html)
        assert wall.breaches(html) == [], page


def test_an_open_attack_is_told_without_a_build(book: SmallBook) -> None:
    told = seed(book, OPEN)
    expected = [line for lines in told.values() for line in lines]
    assert len(OPEN) > 20
    assert sorted(book.messages()) == sorted(expected)
    built = book.build()
    assert built.code == 1
    assert [line for line in expected if line not in built.output.splitlines()] == []
    assert not built.site.exists()


HARMLESS = {
    "a question": ("quizzes/locks.yml", "Which door is safer?", "locks/quiz"),
    "a choice": ("quizzes/locks.yml", "One lock\n", "locks/quiz"),
    "a reason": ("quizzes/locks.yml", "One lock opens quickly.", "locks/quiz"),
}
SCRIPT = "<script>alert(1)</script>"
SNIPPETS = "  - pymdownx.snippets: {{base_path: [{}], restrict_base_path: {}}}\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Built:
    book = SmallBook(tmp_path_factory.mktemp("shown"))
    for path, old, _ in HARMLESS.values():
        book.change(path, old, f"{SCRIPT} {old}")
    lines = [FENCE, '--8<-- "mkdocs.yml"', '--8<-- "../../../mkdocs.yml"', "{% include 'mkdocs.yml' %}"]
    book.write("docs/en/about.md", book.read("docs/en/about.md") + "\n\n".join(["", *lines, ""]))
    return book.build()


@pytest.mark.parametrize("name", HARMLESS)
def test_a_script_in_a_text_of_the_data_is_shown_as_text(shown: Built, name: str) -> None:
    html = shown.html(f"en/{HARMLESS[name][2]}")
    assert html.count("<script>") == 1  # our own
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_page_includes_no_file(shown: Built) -> None:
    html = shown.html("en/about")
    assert "mkdocs.yml" in html  # the line itself
    assert "site_name" not in html


@pytest.mark.parametrize(
    ("folder", "restricted"),
    [(".", "true"), ("docs", "false"), ("docs, ..", "true"), ("docs/..", "true")],
)
def test_a_handbook_that_lets_pages_include_files_from_outside_is_not_built(
    book: SmallBook, folder: str, restricted: str
) -> None:
    book.change("mkdocs.yml", "  - md_in_html\n", SNIPPETS.format(folder, restricted))
    built = book.build()
    assert built.code == 1
    assert (
        "mkdocs.yml:1:1: with these settings of pymdownx.snippets a page could include" in built.output
    )
    assert "write base_path: [docs], restrict_base_path: true" in built.output
    assert not built.site.exists()


def test_a_handbook_may_let_pages_include_files_of_docs(book: SmallBook) -> None:
    book.change("mkdocs.yml", "  - md_in_html\n", "  - md_in_html\n" + SNIPPETS.format("docs", "true"))
    book.write("docs/en/more.txt", "More from docs\n")
    lines = ['--8<-- "en/more.txt"', '--8<-- "../mkdocs.yml"', f'--8<-- "{book.folder}/mkdocs.yml"']
    book.write("docs/en/about.md", book.read("docs/en/about.md") + "\n\n".join(["", FENCE, *lines, ""]))
    html = book.build().html("en/about")
    assert "More from docs" in html
    assert "site_name" not in html
