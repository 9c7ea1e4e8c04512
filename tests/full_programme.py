"""A handbook of the whole programme: every module is published, with its real titles."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from small_book import LANGUAGES, PROJECT, SmallBook, page

PROGRAMME = "docs/data/programme.yml"


def write_full_programme(folder: Path) -> SmallBook:
    """The project's own programme without drafts, in `folder`; each module has one page."""
    book = SmallBook(folder)
    text = (PROJECT / PROGRAMME).read_text(encoding="utf-8")
    text = re.sub(r"^    (pages|draft): .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(    kind: .*\n)", r"\1    pages: [door]\n", text, flags=re.MULTILINE)
    book.write(PROGRAMME, text)
    book.remove("quizzes/locks.yml")
    for locale in LANGUAGES:
        shutil.rmtree(folder / f"docs/{locale}/locks")
    for slug in re.findall(r"^    slug: (.*)$", text, flags=re.MULTILINE):
        for locale in LANGUAGES:
            book.write(f"docs/{locale}/{slug}/index.md", page(slug))
            book.write(f"docs/{locale}/{slug}/door.md", page("Door"))
    return book
