"""A calendar file read strictly, as RFC 5545 wants it: lines, folding, nesting and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^:;]+)*):(?P<value>.*)")


@dataclass
class Component:
    """A part of a calendar, such as VEVENT. `values` by name, each once."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    parts: list[Component] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A value of the type TEXT, without its escapes; a sign that needs one must have it (3.3.11)."""
        value = self.values[name]
        assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), value
        assert not re.search(r"(?<!\\)(?:\\\\)*\\[^\\;,nN]", value), value
        return re.sub(r"\\([\\;,])", r"\1", value)


def _content_lines(file: bytes) -> Iterator[str]:
    """Lines of at most 75 octets that each are whole UTF-8 and end in CRLF, unfolded (3.1)."""
    assert file.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", file), "a bare line end"
    line = ""
    for octets in file.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(octets) <= 75, octets
        part = octets.decode("utf-8")
        if part.startswith(" "):
            line += part[1:]
        else:
            if line:
                yield line
            line = part
    yield line


def read_calendar(file: bytes) -> Component:
    """The calendar in a file; anything that is not as the RFC says fails."""
    root = Component("")
    stack = [root]
    for line in _content_lines(file):
        found = _LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            stack[-1].parts.append(Component(value))
            stack.append(stack[-1].parts[-1])
        elif name == "END":
            assert stack.pop().name == value, line
        else:
            assert name not in stack[-1].values, f"{name} twice"
            stack[-1].values[name] = value
    assert stack == [root]
    [calendar] = root.parts
    assert calendar.name == "VCALENDAR"
    return calendar
