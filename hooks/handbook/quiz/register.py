"""The numbers of the items. Links and QR codes carry a number, so a line is added and never changed.

A line of quizzes/register.txt is `12 safe-accounts/bank-code`: the number, the module, the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from handbook.problem import Place, Problems
from handbook.quiz.model import Quiz

SOURCE = "quizzes/register.txt"
HEAD = "# The number of every item, for links and QR codes. Add lines at the end; never change one.\n"
NOT_TO_BE_CONTINUED = ("register-line", "register-number", "register-twice", "not-utf8")
"""Mistakes in the register after which nobody can tell the next number."""
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_LINE = re.compile(rf"([1-9][0-9]{{0,5}}) +({_SLUG}/{_SLUG})")


@dataclass(frozen=True)
class Register:
    """`numbers` and `places` by `module/item`. `sound`: the next number is certain."""

    numbers: Map[str, int] = field(default_factory=dict)
    places: Map[str, Place] = field(default_factory=dict)
    there: bool = True
    sound: bool = True

    def number(self, module: str, item: str) -> int:
        """The number of an item; KeyError when it has none."""
        return self.numbers[f"{module}/{item}"]

    @property
    def next(self) -> int:
        """The number that the next new item gets."""
        return max(self.numbers.values(), default=0) + 1

    def missing(self, quizzes: Iterable[Quiz]) -> Iterator[tuple[str, Place]]:
        """The lines to add for items without a number, each with the item's place."""
        new: dict[str, Place] = {}
        for quiz in quizzes:
            for item in quiz.items:
                new.setdefault(f"{quiz.module}/{item.id}", item.where("id"))
        lost = [name for name in new if name not in self.numbers]
        for number, name in enumerate(lost, start=self.next):
            yield f"{number} {name}", new[name]


def read_register(text: str | None, problems: Problems) -> Register:
    """The register in `text` (the content of quizzes/register.txt); None when there is no such file."""
    numbers: dict[str, int] = {}
    places: dict[str, Place] = {}
    expected, sound = 1, True
    for index, line in enumerate((text or "").removeprefix("\ufeff").split("\n"), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        place = Place(SOURCE, index, line.index(words[0]) + 1)
        found = _LINE.fullmatch(words)
        if not found:
            problems.add(place, "register-line")
            expected, sound = 0, False
            continue
        number, name = int(found[1]), found[2]
        if expected and number != expected:
            problems.add(place, "register-number", word=number, wanted=expected, name=name)
            sound = False
        if name in numbers:
            problems.add(place, "register-twice", word=name, line=places[name].line)
        numbers.setdefault(name, number)
        places.setdefault(name, place)
        expected = number + 1
    return Register(numbers, places, there=text is not None, sound=sound)


def check_register(
    register: Register, published: Iterable[Quiz], quizzes: Map[str, Quiz], problems: Problems
) -> None:
    """Every item of a published quiz has a number, and every number still has its item.

    `quizzes`: all that could be found, by module; those of drafts need no numbers yet.
    """
    missing = list(register.missing(published))
    if not register.there and missing:
        problems.add(Place(SOURCE), "register-missing", count=len(missing))
        return
    for line, place in missing if register.sound else ():
        name = line.partition(" ")[2]
        problems.add(place, "register-lacks", word=name, line=line)
    gone: set[str] = set()
    for name, place in register.places.items():
        module, _, item = name.partition("/")
        quiz = quizzes.get(module)
        if quiz is None and module not in gone:
            gone.add(module)
            problems.add(place, "register-no-quiz", word=module)
        elif quiz and quiz.whole and item not in {one.id for one in quiz.items}:
            problems.add(place, "register-no-item", word=item, module=module)
