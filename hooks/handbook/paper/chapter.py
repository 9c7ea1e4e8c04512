"""A module on paper: for learners without the key, for trainers with plan, key and every reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from xml.etree.ElementTree import Element

from handbook.book import TRAINERS, Book, module_keys
from handbook.pages.directives import facts_of
from handbook.pages.page import Page
from handbook.paper.bake import Oven
from handbook.paper.context import PaperContext
from handbook.paper.foot import Foot, document, text
from handbook.paper.imprint import Imprint, typed
from handbook.paper.key import quiz_key
from handbook.paper.links import Reach, anchor
from handbook.paper.sheet import quiz_sheet
from handbook.paper.tree import classes, inner, parse
from handbook.programme import Module
from handbook.sources import notes_on
from handbook.strings import Strings

DRILL = ("stop", "check", "ask", "report")
STYLES = ("paper", "chapter", "sheet")
_QUIZ = "quiz"


@dataclass(frozen=True)
class Chapter:
    """A module in a site language. `trainer`: with the session plan, the key and every reason."""

    book: Book
    imprint: Imprint
    locale: str
    module: Module
    trainer: bool = False
    foot: Foot = field(init=False)
    words: Strings = field(init=False)

    def __post_init__(self) -> None:
        words = self.book.strings[self.locale]
        object.__setattr__(self, "words", words)
        object.__setattr__(
            self, "foot", Foot(self.imprint, words, self.locale, self.module.title[self.locale])
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the pages that the chapter holds, in order."""
        plan = f"{TRAINERS}/{self.module.slug}"
        plans = (plan,) if self.trainer and plan in self.book.trainer_keys else ()
        first, *lessons = module_keys(self.module)
        return (first, *plans, *lessons)

    def html(self) -> str:
        """The whole document; a booklet is made from the same as the chapter."""
        return self._html

    @cached_property
    def _html(self) -> str:
        parts = [self._opening(), *map(self._part, self.keys[1:]), self._sources()]
        kind = "trainer" if self.trainer else "learner"
        title = self.module.title[self.locale]
        return document(title, self.locale, self.words, "".join(parts), f"chapter {kind}")

    @property
    def _oven(self) -> Oven:
        reach = Reach(self.book, self.imprint, self.locale, frozenset(self.keys))
        return Oven(self.book, reach, self._sheet)

    def _opening(self) -> str:
        """The head of the first page, what the module is about, and what is in it."""
        page = self.book.page(self.locale, self.keys[0])
        about = [self.words[self.module.kind], self.words.fill("minutes", n=self.module.minutes)]
        about += [self.words["paper-trainer"]] if self.trainer else []
        return (
            f'<section class="opening" id="{anchor(page.key)}">'
            f'<p class="eyebrow">{text(" · ".join([self.words["site-name"], *about]))}</p>'
            f"<h1>{text(page.title)}</h1>{self._text(page)}{self._contents()}</section>"
        )

    def _contents(self) -> str:
        rows = [(anchor(key), self.book.page(self.locale, key).title) for key in self.keys[1:]]
        lines = "".join(f'<li><a href="#{name}">{text(title)}</a></li>' for name, title in rows)
        title = f'<p class="small-title">{text(self.words["paper-contents"])}</p>'
        return f'<div class="contents">{title}<ol>{lines}</ol></div>'

    def _part(self, key: str) -> str:
        page = self.book.page(self.locale, key)
        name = key.rpartition("/")[2]
        own = self.module.pages
        kind = name if name in ("activity", _QUIZ) else "lesson" if name in own else "plan"
        eyebrow = (
            self.words["paper-plan"]
            if kind == "plan"
            else self.words.fill("part-of", n=own.index(name) + 1, of=len(own))
        )
        drill = self._drill() if name == self._last_lesson else ""
        return (
            f'<section class="part {kind}" id="{anchor(key)}">'
            f'<p class="eyebrow">{text(eyebrow)}</p><h2>{text(page.title)}</h2>'
            f"{self._text(page)}{drill}</section>"
        )

    @property
    def _last_lesson(self) -> str:
        lessons = [page for page in self.module.pages if page not in ("activity", _QUIZ)]
        return lessons[-1] if lessons else ""

    def _text(self, page: Page) -> str:
        """A page's text; one that is not translated says so and keeps its own language."""
        root = self._oven.bake(page)
        _stand(root, parse(self.foot.of(page))[0])
        baked = inner(root)
        if page.locale == self.locale:
            return baked
        said = f"{self.words['not-translated']} {self.words['source-shown']}"
        return f'<p class="untranslated">{text(said)}</p><div lang="{page.locale}">{baked}</div>'

    def _drill(self) -> str:
        """The four steps, as at the foot of every lesson on a screen."""
        steps = "".join(
            f'<li class="drill-{step}">{text(self.words[f"drill-{step}"])}</li>' for step in DRILL
        )
        return f'<ol class="drill">{steps}</ol>'

    def _sheet(self, module: str) -> str:
        """The questions; for trainers each with its key and every reason."""
        quiz, link = self.book.quizzes[module], partial(self._oven.reach.see, module)
        context = PaperContext(self.locale, self.words, self.book.facts, link)
        if not self.trainer:
            return quiz_sheet(quiz, context)
        key = quiz_key(quiz, context, whole=True).replace(' id="key-', ' id="q-')
        return f'<p class="small-title">{text(self.words["paper-key"])}</p>{key}'

    def _sources(self) -> str:
        pages = [self.book.page(self.locale, key) for key in self.keys]
        names = dict.fromkeys(name for page in pages for name in facts_of(page))
        rows = []
        for note in notes_on(names, self.book.facts, self.words, self.locale):
            sources = "; ".join(
                f"{text(title)} ({text(date or self.words['source-undated'])}), "
                f'<a class="address" href="{text(url)}">{text(typed(url))}</a>'
                for title, url, date in note.sources
            )
            rows.append(f"<li>{text('; '.join(note.facts))}. {sources}</li>")
        if not rows:
            return ""
        title = f'<h2 class="small-title">{text(self.words["sources"])}</h2>'
        return f'<section class="sources">{title}<ul>{"".join(rows)}</ul></section>'


def _stand(root: Element, foot: Element) -> None:
    """Put the foot of a page behind its first picture or frame.

    WeasyPrint 70 takes a running element for the page on which it first tried to place it; a title that
    moves to the next page with its picture would leave its foot behind.
    """
    for index, child in enumerate(root):
        if "frame" in classes(child) or child.find(".//img") is not None:
            root.insert(index + 1, foot)
            return
    root.insert(min(1, len(root)), foot)
