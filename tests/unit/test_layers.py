import ast
from pathlib import Path

import pytest

from small_book import PROJECT

HOOKS = PROJECT / "hooks"
PACKAGE = HOOKS / "handbook"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [file.relative_to(HOOKS).as_posix() for file in MODULES]
BASE = (
    "problem.py",
    "messages/__init__.py",
    "yaml_source.py",
    "yaml_mistake.py",
    "reader.py",
    "language.py",
)
TYPESETTING = ("booklet", "glyphs", "press", "resources", "slim", "tree")
"""What may import the libraries that only `make print` installs."""
PRINTING = "handbook/printing.py"


def imports(file: Path) -> set[str]:
    """Every name that a file imports, as `package.module` or `package.module.name`."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written out"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def within(names: set[str], *packages: str) -> list[str]:
    return sorted(name for name in names if f"{name}.".startswith(tuple(f"{p}." for p in packages)))


@pytest.mark.parametrize("file", MODULES, ids=NAMES)
def test_the_handbook_outlives_its_generator(file: Path) -> None:
    assert within(imports(file), "mkdocs", "material", "mkdocs_static_i18n", "events", "hooks") == []


@pytest.mark.parametrize("name", BASE)
def test_the_base_knows_nothing_of_what_is_built_on_it(name: str) -> None:
    above = ("quiz", "pages", "site", "book", "programme", "facts", "strings")
    assert within(imports(PACKAGE / name), *(f"handbook.{part}" for part in above)) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("handbook/quiz/")])
def test_a_quiz_knows_nothing_of_pages_and_the_site(name: str) -> None:
    assert within(imports(HOOKS / name), "handbook.site", "handbook.pages", "handbook.book") == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("handbook/pages/")])
def test_a_page_knows_nothing_of_quizzes_and_the_site(name: str) -> None:
    assert within(imports(HOOKS / name), "handbook.site", "handbook.quiz", "handbook.book") == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("handbook/rules/")])
def test_a_rule_knows_nothing_of_the_site_and_the_book(name: str) -> None:
    assert within(imports(HOOKS / name), "handbook.site", "handbook.book", "handbook.project") == []


def test_whoever_only_serves_the_site_needs_no_typesetter() -> None:
    typesetters = ("weasyprint", "tinyhtml5", "fontTools", "segno", "pypdf", "pydyf")
    needing = {name for name in NAMES if within(imports(HOOKS / name), *typesetters)}
    assert needing == {f"handbook/paper/{name}.py" for name in TYPESETTING}
    serving = [name for name in NAMES if not name.startswith("handbook/paper/") and name != PRINTING]
    lent = [found for name in serving for found in within(imports(HOOKS / name), "handbook.paper")]
    assert set(lent) == {"handbook.paper.ledger.Ledger", "handbook.paper.worksheet.LETTERS"}


def test_only_what_is_built_on_the_book_imports_the_site() -> None:
    built = {PACKAGE / "site", PACKAGE / "leaving"}
    outside = [file for file in MODULES if not built & set(file.parents)]
    assert [file.name for file in outside if within(imports(file), "handbook.site")] == []


def test_the_imports_of_the_handbook_are_seen_here() -> None:
    assert "handbook/reader.py" in NAMES
    assert "handbook.problem.Problems" in imports(PACKAGE / "reader.py")


@pytest.mark.parametrize("folder", ["hooks", "overrides/assets", "tests"])
def test_no_source_file_is_longer_than_350_lines(folder: str) -> None:
    files = [file for end in ("py", "js", "css", "yml") for file in (PROJECT / folder).rglob(f"*.{end}")]
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert [f"{file}: {length}" for file, length in lengths.items() if length > 350] == []
