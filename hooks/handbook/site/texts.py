"""The texts of pages with every block and directive written out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from handbook.book import Book
from handbook.contact import call_line
from handbook.pages.expand import ExpandContext, expand
from handbook.pages.terms import with_terms
from handbook.quiz.render import quiz_form
from handbook.quiz.review import BOOSTER
from handbook.site.boards import board_list
from handbook.site.data import SiteData
from handbook.site.feed import feed_path
from handbook.site.lists import facts_list, glossary_list
from handbook.site.settings import Settings
from handbook.site.trick_list import trick_list


class Texts:
    """`data`: what scripts will load beside the texts."""

    def __init__(self, book: Book, settings: Settings, data: SiteData) -> None:
        self.book = book
        self.settings = settings
        self.data = data

    def markdown(self, locale: str, key: str) -> str:
        """The text of a page for a site language."""
        page = self.book.page(locale, key)
        words = self.book.strings[page.locale]
        contact = f"[{self.settings.contact}](mailto:{self.settings.contact})"
        values = {
            "fact": lambda word: self.book.facts[word].html(page.locale),
            "call": lambda word: call_line(self.book.facts[word], words, page.locale),
            "contact": lambda _: contact,
            "quiz": lambda word: self.form(word, locale, key),
            "all-terms": lambda _: glossary_list(self.book, page.locale),
            "all-facts": lambda _: facts_list(self.book, page.locale),
            "all-tricks": lambda _: self._tricks(page.locale, locale, key),
            "all-boards": lambda _: board_list(
                self.book, self.settings.addresses, page.locale, locale, key
            ),
        }
        if not self.book.module_of(key):  # the pages around the lessons explain themselves
            return expand(page, ExpandContext(words, values))
        entry = partial(self.settings.addresses.relative, locale, key, "glossary")
        return expand(with_terms(page, self.book.glossary, entry), ExpandContext(words, values))

    def form(self, module: str, locale: str, key: str) -> str:
        """The form of a quiz on the page `key`, in the site's language even where the page is not."""
        up = self.settings.addresses.up(locale, key)
        data = up + self.data.quizzes[(module, locale)].path
        if module == BOOSTER:
            return quiz_form(self.book.booster, self.data.forms.among_others(locale, key, data))
        around = self.data.forms.around(locale, key, data, f"{module}/")
        journey = up + self.data.journeys[locale].path
        return quiz_form(self.book.quizzes[module], replace(around, journey=journey))

    def _tricks(self, spoken: str, locale: str, key: str) -> str:
        feed = self.settings.addresses.up(locale, key) + feed_path(self.settings, locale)

        def link(see: str) -> tuple[str, str]:
            address, _ = self.data.forms.link(locale, key, see)
            return address, self.book.page(locale, see.partition("#")[0]).title

        return trick_list(self.book, spoken, link, feed if self.book.tricks else "")
