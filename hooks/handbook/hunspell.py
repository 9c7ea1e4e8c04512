"""The system's speller: which words are in no list, and what is near them."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Collection

from handbook.tone_marks import new_place, old_place

DICTIONARIES = {"vi": ("vi_VN",), "fr": ("fr_FR", "fr"), "en": ("en_GB", "en_US")}
"""Names of the word lists of a language, the best one first."""
PACKAGES = {"vi": "hunspell-vi", "fr": "hunspell-fr-classical", "en": "hunspell-en-gb"}
"""Debian's names. French: the list after the reform of 1990 alone would refuse `connaître`."""
Unknown = dict[str, list[tuple[str, list[str]]]]
"""By word: its parts that are in no list, each with what is near."""

_ANSWER = re.compile(r"[&#] (?P<word>\S+) [^:]*(?:: (?P<near>.*))?")
_MOST = 3


def dictionaries() -> frozenset[str]:
    """The names of the word lists that hunspell finds; empty without hunspell."""
    try:
        listed = _run(["hunspell", "-D"], "")
    except OSError:
        return frozenset()
    return frozenset(line.strip().rsplit("/", 1)[-1] for line in listed.splitlines() if "/" in line)


def dictionary_of(locale: str, installed: Collection[str]) -> str:
    """The best installed word list of a language; empty for none."""
    return next((name for name in DICTIONARIES.get(locale, (locale,)) if name in installed), "")


def needed_for(languages: tuple[str, ...]) -> dict[str, str]:
    """What to install to check the spelling of some languages, as values of a message."""
    packages = " ".join(PACKAGES.get(locale, f"hunspell-{locale}") for locale in languages)
    return {"languages": ", ".join(languages), "packages": f"hunspell {packages}"}


def unknown_words(words: Collection[str], locale: str, dictionary: str) -> Unknown:
    """The words that are not in a list. Vietnamese is asked with its tone marks where the list has them.

    The answers are written as the book writes.
    """
    asked = sorted(words)
    there, back = (new_place, old_place) if locale == "vi" else (_same, _same)
    lines = "".join("^" + there(word).replace("’", "'") + "\n" for word in asked)
    # No personal word list: everybody gets the same answers.
    answers = _run(["hunspell", "-a", "-i", "utf-8", "-p", os.devnull, "-d", dictionary], lines)
    found: Unknown = {}
    number = 0
    # The first line is a greeting; each word gets a line for each of its parts, then an empty one.
    for answer in answers.split("\n")[1:]:
        if not answer:
            number += 1
        elif match := _ANSWER.match(answer):
            word, part = asked[number], back(match["word"])
            near = [back(each) for each in (match["near"] or "").split(", ") if each]
            found.setdefault(word, []).append((part if part in word else word, near[:_MOST]))
    return found


def _same(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _run(command: list[str], words: str) -> str:
    # No shell, and a word stands behind ^, where it cannot be a command.
    done = subprocess.run(command, input=words.encode(), capture_output=True, check=False)  # noqa: S603
    return (done.stdout + done.stderr).decode("utf-8", "replace")
