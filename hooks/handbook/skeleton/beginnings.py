"""What is written for a new module, lesson, quiz or fact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook import facts as facts_of
from handbook import programme as programme_of
from handbook.book import Book
from handbook.pages.page import read_page
from handbook.pages.stamp import digests_of
from handbook.pages.translation import front_matter_line
from handbook.problem import Problems
from handbook.programme import Module
from handbook.skeleton.fill import fill, fill_raw, hints
from handbook.skeleton.lists import with_entry_in_list
from handbook.stamping import with_entry

FIRST_ITEM = "first-question"


@dataclass(frozen=True)
class Change:
    """A file and its text. `line`: where to look; `listed`: the page that a list has now, else empty."""

    path: str
    text: str
    line: int = 1
    listed: str = ""


@dataclass(frozen=True)
class Beginning:
    """The book, its folder, and the day (YYYY-MM-DD) that stands on new pages."""

    book: Book
    root: Path
    today: str

    def module(self, module: Module, lessons: tuple[str, ...]) -> Iterator[Change]:
        """The landing page, lessons, activity and quiz of a module that the programme has."""
        names = dict.fromkeys(lessons, "lesson.md")
        yield from self._pages(module, {"index": "index.md", **names, "activity": "activity.md"})
        yield from self.quiz(module, (FIRST_ITEM,))

    def lesson(self, module: Module, slug: str) -> Iterator[Change]:
        """A lesson in every language."""
        yield from self._pages(module, {slug: "lesson.md"})

    def quiz(self, module: Module, items: tuple[str, ...]) -> Iterator[Change]:
        """The questions, and the page that shows them in every language."""
        yield Change(f"quizzes/{module.slug}.yml", self._items(items))
        yield from self._pages(module, {"quiz": "quiz.md"})

    def fact(self, fact_id: str, country: str, kind: str) -> Change:
        """A fact at the end of the list; what a person has to look up is left open."""
        book, source = self.book, self.book.languages[0]
        texts = {
            name: "\n".join(f'    {locale}: "✎ {hints(locale)[name]}"' for locale in book.languages)
            for name in ("value", "about")
        }
        entry = fill_raw(
            "fact.yml",
            **{**hints(source), "id": fact_id, "country": country, "kind": kind},
            values=texts["value"],
            abouts=texts["about"],
            review=_in_a_year(self.today),
        )
        if kind == "contact":
            entry = entry.replace("  about:", "  link: tel:✎\n  about:", 1)
            entry = entry.replace("  review-by:", "  tested:\n  review-by:", 1)
        text = self.read(facts_of.SOURCE)
        present = [fact.place for fact in book.facts.values()]
        return Change(facts_of.SOURCE, *with_entry_in_list(text, "facts", entry.lstrip(), present))

    def entry(self, code: str, slug: str, kind: str, titles: dict[str, str]) -> Change:
        """A draft at the end of the programme."""
        entry = fill_raw("module.yml", code=code, slug=slug, kind=kind, minutes="20").lstrip()
        for locale in self.book.languages:
            title = titles.get(locale) or f"✎ {hints(locale)['module_name']}"
            escaped = title.replace("\\", "\\\\").replace('"', '\\"')
            entry += f'    {locale}: "{escaped}"\n'
        text = self.read(programme_of.SOURCE)
        present = [module.place for module in self.book.programme.modules]
        return Change(programme_of.SOURCE, *with_entry_in_list(text, "modules", entry, present))

    def read(self, path: str) -> str:
        """The text of a file; every line ends with one sign, whatever its own end is."""
        return (self.root / path).read_text(encoding="utf-8")

    @property
    def _locales(self) -> tuple[str, ...]:
        return self.book.languages

    def _items(self, items: tuple[str, ...]) -> str:
        head, _, item = fill_raw("quiz.yml", item="$item").partition("items:\n")
        parts = []
        for item_id in items:
            texts = [fill("quiz-language.yml", self.book, each, locale=each) for each in self._locales]
            parts.append(item.replace("$item", item_id) + "".join(texts))
        return f"{head}items:\n" + "\n".join(parts)

    def _pages(self, module: Module, templates: dict[str, str]) -> Iterator[Change]:
        for name, template in templates.items():
            digests = None
            for locale in self._locales:
                values = {"module": module.slug, "module_title": module.title.get(locale, "✎")}
                text = fill(template, self.book, locale, today=self.today, **values)
                path = f"docs/{locale}/{module.slug}/{name}.md"
                if digests is None:
                    page = read_page(text, locale, f"{module.slug}/{name}", path, Problems())
                    digests = digests_of(page)
                else:
                    text = with_entry(text, front_matter_line(digests, "human"))[0]
                yield Change(path, text)


def _in_a_year(today: str) -> str:
    return (dt.date.fromisoformat(today) + dt.timedelta(days=365)).isoformat()
