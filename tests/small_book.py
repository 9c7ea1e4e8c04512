"""A whole handbook written in a string, built for real.

A tree names files; lines that begin with `| ` are the content of the file above them::

    docs/vi/index.md
    | ---
    | title: Trang đầu
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from handbook.book import Book
from handbook.pages.stamp import digests_of
from handbook.pages.translation import front_matter_line
from handbook.problem import Problems
from handbook.project import load_book
from handbook.quiz.register import SOURCE as REGISTER
from handbook.stamping import with_entry

PROJECT = Path(__file__).parent.parent

SMALL = """
docs/data/programme.yml
| version: 2026.11
| languages: [vi, fr, en]
| pass-mark: 80
| optional-needed: 0
| tracks:
| modules:
|   - code: M01
|     slug: locks
|     kind: compulsory
|     minutes: 5
|     digcomp: [4.1]
|     pages: [door, quiz]
|     title:
|       vi: Ổ khóa
|       fr: Les serrures
|       en: Locks
docs/data/facts.yml
| facts:
|   - id: hotline
|     country: vn
|     kind: contact
|     value: "156"
|     link: tel:156
|     about:
|       vi: Báo cuộc gọi
|       fr: Signaler un appel
|       en: Report a call
|     sources:
|       - title: A newspaper
|         url: https://news.example/
|         date: 2024-01
|     seen: 2024-01
|     tested:
|     review-by: 2027-01-01
quizzes/locks.yml
| items:
|   - id: first-key
|     type: single
|     key: b
|     see: door#two-locks
|     vi:
|       stem: Khóa nào chắc hơn?
|       options:
|         a: Một khóa
|         b: Hai khóa
|       feedback:
|         a: Một khóa dễ mở.
|         b: Hai khóa khó mở hơn.
|     fr:
|       stem: Quelle porte est la plus sûre ?
|       options:
|         a: Une serrure
|         b: Deux serrures
|       feedback:
|         a: Une serrure s’ouvre vite.
|         b: Deux serrures résistent mieux.
|     en:
|       stem: Which door is safer?
|       options:
|         a: One lock
|         b: Two locks
|       feedback:
|         a: One lock opens quickly.
|         b: Two locks hold longer.
"""

_TITLES = {
    "index": ("Trang đầu", "Accueil", "Home"),
    "modules": ("Các bài", "Les modules", "The modules"),
    "help": ("Cần giúp ngay", "À l’aide", "Help"),
    "tricks": ("Chiêu mới", "Ruses", "Tricks"),
    "about": ("Về cẩm nang", "À propos", "About"),
    "privacy": ("Dữ liệu của bạn", "Vos données", "Your data"),
    "accessibility": ("Ai cũng dùng được", "Accessibilité", "Accessibility"),
    "security": ("An ninh", "Sécurité", "Security"),
    "glossary": ("Từ ngữ", "Glossaire", "Glossary"),
    "facts": ("Nguồn", "Sources", "Sources"),
    "search": ("Tìm", "Recherche", "Search"),
    "progress": ("Việc học của tôi", "Mon parcours", "My progress"),
    "certificate": ("Giấy chứng nhận", "Attestation", "Certificate"),
    "verify": ("Giấy này nói gì?", "Que dit-elle ?", "What does it say?"),
    "today": ("Câu hỏi hôm nay", "Aujourd’hui", "Today"),
    "booster": ("Hai tuần sau", "Deux semaines après", "Two weeks later"),
    "seven-days": ("Bảy ngày", "Sept jours", "Seven days"),
    "offline": ("Khi mất mạng", "Sans réseau", "No network"),
    "locks/index": ("Ổ khóa", "Les serrures", "Locks"),
    "locks/door": ("Cánh cửa", "La porte", "The door"),
    "locks/quiz": ("Trắc nghiệm", "Quiz", "Quiz"),
}
_BODIES = {
    "locks/door": "## {title} {{#two-locks}}\n\nText with {{{{ fact hotline }}}}.\n",
    "locks/quiz": "Text.\n\n{{{{ quiz locks }}}}\n",
    "glossary": "Text.\n\n{{{{ all-terms }}}}\n",
    "tricks": "Text.\n\n{{{{ all-tricks }}}}\n",
    "facts": "Text.\n\n{{{{ all-facts }}}}\n",
}
LANGUAGES = ("vi", "fr", "en")
_ITEM = re.compile(r"^[ -]*id: ([a-z0-9-]*[a-z0-9])$", re.MULTILINE)


def files_of(tree: str) -> dict[str, str]:
    """The files of a tree in a string."""
    files: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in tree.strip("\n").split("\n"):
        if line.startswith("|"):
            lines.append(line[2:])
        else:
            lines = files.setdefault(line.strip(), [])
    return {path: "\n".join(content) + "\n" for path, content in files.items()}


def page(title: str, body: str = "Text.\n") -> str:
    """A page with its data at the top."""
    return f"---\ntitle: {title}\ndescription: {title}.\nupdated: 2026-11-22\n---\n{body}"


@dataclass
class Built:
    """What a build left: exit code, what it printed, and the files."""

    code: int
    output: str
    site: Path

    def html(self, address: str) -> str:
        """The page at an address such as `fr/locks/`."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def has(self, path: str) -> bool:
        """Whether a file was built."""
        return (self.site / path).exists()


class SmallBook:
    """A handbook of one module in its own folder; the code is the project's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.register_is_the_tests = False
        for name in ("hooks", "overrides"):
            (folder / name).symlink_to(PROJECT / name)
        shutil.copy(PROJECT / "mkdocs.yml", folder)
        shutil.copytree(PROJECT / "docs/data/strings", folder / "docs/data/strings")
        for key, titles in _TITLES.items():
            for locale, title in zip(LANGUAGES, titles, strict=True):
                body = _BODIES.get(key, "Text.\n").format(title=title)
                self.write(f"docs/{locale}/{key}.md", page(title, body))
        self.tree(SMALL)
        self.number_items()

    def write(self, path: str, text: str) -> None:
        """Write one file."""
        self.register_is_the_tests |= path == REGISTER
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        """Read one file."""
        return (self.folder / path).read_text(encoding="utf-8")

    def tree(self, tree: str) -> None:
        """Write the files of a tree in a string."""
        for path, text in files_of(tree).items():
            self.write(path, text)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace one piece of a file, which must be there."""
        text = self.read(path)
        assert text.count(old) >= 1, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def remove(self, path: str) -> None:
        """Delete one file."""
        self.register_is_the_tests |= path == REGISTER
        (self.folder / path).unlink()

    def number_items(self) -> None:
        """Give the items the numbers that an editor would, unless the test wrote the register itself."""
        if self.register_is_the_tests:
            return
        names: dict[str, None] = {}
        for file in sorted((self.folder / "quizzes").glob("*.yml")):
            text = file.read_bytes().decode("utf-8", "replace")
            names |= dict.fromkeys(f"{file.stem}/{item}" for item in _ITEM.findall(text))
        lines = [f"{number} {name}\n" for number, name in enumerate(names, start=1)]
        (self.folder / REGISTER).write_text("".join(lines), encoding="utf-8")

    def stamp(self) -> None:
        """Write into every translation that it translates the source as it stands now."""
        pages = load_book(self.folder, Problems()).pages
        for (locale, key), translated in pages.items():
            if locale != LANGUAGES[0]:
                line = front_matter_line(digests_of(pages[(LANGUAGES[0], key)]), "human", "2026-11-22")
                self.write(translated.path, with_entry(self.read(translated.path), line)[0])

    def load(self) -> tuple[Book, Problems]:
        """Read and check the book, without MkDocs."""
        self.number_items()
        problems = Problems()
        return load_book(self.folder, problems), problems

    def messages(self, say: str = "en") -> list[str]:
        """What an editor is told, in the order of files and lines."""
        return [problem.text(say) for problem in self.load()[1].errors()]

    def build(self, say: str = "en", **environment: str) -> Built:
        """A real, strict `mkdocs build` in a process of its own."""
        self.number_items()
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        given = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_SAY": say, **environment}
        done = subprocess.run(
            command, cwd=self.folder, env=given, capture_output=True, text=True, check=False
        )
        return Built(done.returncode, done.stdout + done.stderr, self.folder / "site")
