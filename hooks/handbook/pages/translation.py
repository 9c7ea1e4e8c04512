"""What a translated page says of itself: which text it translates, by whom, and who read it through."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from handbook.problem import Place
from handbook.reader import Reader
from handbook.yaml_source import Mapping

BY = ("human", "machine")
DIGITS = 6
"""Signs of a digest. Six hexadecimal ones: one change in 16.7 million goes unseen."""
_STAMP = re.compile(rf"([^\s:]+):([0-9a-f]{{{DIGITS}}})")


@dataclass(frozen=True)
class Translation:
    """`sections`: digest of the source by section, as it was translated (see `stamp`).

    Empty when it could not be read. `by`: human or machine. `reviewed`: day on which somebody read it
    through, YYYY-MM-DD, or empty. `place`: of the entry in the front matter.
    """

    place: Place
    sections: Map[str, str] = field(default_factory=dict)
    by: str = ""
    reviewed: str = ""


def read_translation(entries: Mapping, reader: Reader) -> Translation | None:
    """The entry `translation:` of a page's front matter; None without one. Mistakes are reported."""
    if "translation" not in entries.entries:
        return None
    key, node = entries.entries["translation"]
    mapping = reader.mapping(node, key.place)
    if mapping is None:
        return Translation(key.place)
    fields = reader.fields(mapping, ("sections", "by"), ("reviewed",))
    stamps = reader.word(fields.get("sections")) or ""
    reviewed = reader.day(fields.get("reviewed")) or ""
    if reviewed and len(reviewed) != len("2026-11-22"):
        reader.problems.add(fields["reviewed"].place, "not-a-date", word=reviewed)
    sections = {}
    for word in stamps.split():
        stamp = _STAMP.fullmatch(word)
        if stamp is None:
            reader.problems.add(fields["sections"].place, "stamp-form", word=word, path=key.place.path)
            return Translation(key.place)
        sections[stamp[1]] = stamp[2]
    return Translation(key.place, sections, reader.choice(fields.get("by"), BY) or "", reviewed)


def front_matter_line(sections: Map[str, str], by: str, reviewed: str = "") -> str:
    """The line to write into the front matter of a translation; the inverse of `read_translation`."""
    stamps = " ".join(f"{name}:{digest}" for name, digest in sections.items())
    day = f", reviewed: {reviewed}" if reviewed else ""
    return f'translation: {{by: {by}{day}, sections: "{stamps}"}}'
