"""Everything that was written: the model that feeds every output."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from functools import cached_property

from handbook.facts import Fact
from handbook.glossary import Glossary
from handbook.moved import Moved, resolved
from handbook.pages.page import Page
from handbook.programme import Module, Programme
from handbook.quiz.model import Quiz
from handbook.quiz.register import Register
from handbook.quiz.review import BOOSTER, booster_quiz
from handbook.strings import Strings
from handbook.tricks import Trick

TOP_PAGES = (
    "index", "modules", "help", "tricks", "about", "privacy", "accessibility", "security",
    "glossary", "facts", "search", "progress", "certificate", "verify", "today", "booster", "seven-days",
    "offline",
)  # fmt: skip
"""Pages that belong to no module."""
TRAINERS = "trainers"
"""Folder of the pages for those who teach; a handbook may have none of them."""
TRAINER_PAGES = ("index", "sessions", "kit", "meeting", "campaign", "board")
"""Pages for trainers beside the session plan of each module, which bears the module's name."""


@dataclass(frozen=True)
class Book:
    """`pages` by (language, key); a missing translation is not among them."""

    programme: Programme
    facts: Map[str, Fact] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    strings: Map[str, Strings] = field(default_factory=dict)
    pages: Map[tuple[str, str], Page] = field(default_factory=dict)
    quizzes: Map[str, Quiz] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    tricks: tuple[Trick, ...] = ()
    moves: tuple[Moved, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages, the source first."""
        return self.programme.languages

    @property
    def published_quizzes(self) -> tuple[Quiz, ...]:
        """The quizzes that readers see, in the order of the programme."""
        slugs = [module.slug for module in self.programme.published]
        return tuple(self.quizzes[slug] for slug in slugs if slug in self.quizzes)

    @cached_property
    def booster(self) -> Quiz:
        """The items that are kept for later, of all quizzes that readers see."""
        return booster_quiz(self.published_quizzes)

    def quiz(self, name: str) -> Quiz:
        """The quiz of a module, or the booster; KeyError when there is none."""
        return self.booster if name == BOOSTER else self.quizzes[name]

    @cached_property
    def moved(self) -> Map[str, str]:
        """Key of a page by the key that it had."""
        return resolved(self.moves, self.keys)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Keys of the published pages in reading order."""
        modules = [key for module in self.programme.published for key in module_keys(module)]
        return ("index", "modules", *modules, *TOP_PAGES[2:], *self.trainer_keys)

    @cached_property
    def trainer_keys(self) -> tuple[str, ...]:
        """Keys of the pages for trainers that are written, in reading order."""
        plans = [module.slug for module in self.programme.published]
        possible = [f"{TRAINERS}/{name}" for name in (*TRAINER_PAGES[:2], *plans, *TRAINER_PAGES[2:])]
        return tuple(key for key in possible if (self.languages[0], key) in self.pages)

    def page(self, locale: str, key: str) -> Page:
        """The page in a language, or in the source language where it is not translated."""
        return self.pages.get((locale, key)) or self.pages[(self.languages[0], key)]

    def module_of(self, key: str) -> Module | None:
        """The module to which a page belongs."""
        return self.programme.module(key.split("/", maxsplit=1)[0]) if "/" in key else None


def module_keys(module: Module) -> tuple[str, ...]:
    """Keys of a module's pages, the landing page first."""
    return tuple(f"{module.slug}/{page}" for page in ("index", *module.pages))
