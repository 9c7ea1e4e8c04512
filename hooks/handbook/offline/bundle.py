"""ES modules joined into one classic script: modules do not load from a file on a memory stick.

Only what our own modules write is understood: named imports and `* as`, `export` before a declaration,
and re-exports. Anything else is an error here and not a surprise on a phone.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_IMPORT = re.compile(
    r"""(?:(?<=[;}\n])|^)\s*(import|export)\s*(\*(?:\s*as\s+\w+)?|\{[^}]*\})\s*from\s*["']([^"']+)["'];?"""
)
_DECLARED = re.compile(
    r"(?:(?<=[;}\n*/])|^)(\s*)export\s+((?:const|let|class|function|async\s+function)\s+(\w+))"
)
_LEFT = re.compile(r"(?:(?<=[;}\n])|^)\s*(?:import|export)[\s{*\"']|\bimport\s*\(|\bexport\s+default\b")
_HERE = re.compile(r"\bimport\.meta\.url\b")


class BundleError(Exception):
    """A module that cannot be joined; says which and why."""


def bundle(entry: str, read: Callable[[str], str], address: Callable[[str], str]) -> str:
    """The module at the path `entry` with all that it imports, as one script without imports.

    `read`: text of a module by its path. `address`: what `import.meta.url` is in it.
    """
    joining = _Joining(read, address)
    joining.join(entry, ())
    return "(()=>{" + "\n".join(joining.parts) + "})();"


@dataclass
class _Joining:
    """`names`: under which a module that was joined is known, by its path."""

    read: Callable[[str], str]
    address: Callable[[str], str]
    names: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    def join(self, path: str, above: tuple[str, ...]) -> str:
        """The name of a module, which stands behind all that it imports. `above`: what led to it."""
        if path in above:
            raise BundleError(f"{path} imports itself, by way of {', '.join(above)}")
        if path not in self.names:
            text, opening, given = self.read(path), "", []
            for kind, wanted, target in _IMPORT.findall(text):
                there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
                other = self.join(there, (*above, path))
                if kind == "import":
                    opening += _taken(wanted, other)
                else:
                    given += _passed_on(wanted, other)
            given += [name for _, _, name in _DECLARED.findall(text)]
            body = opening + self._plain(path, text).strip()
            name = self.names[path] = f"m{len(self.names)}"
            self.parts.append(f"const {name}=(()=>{{{body}\nreturn{{{','.join(given)}}}}})();")
        return self.names[path]

    def _plain(self, path: str, text: str) -> str:
        """A module's text as a part of a script."""
        here = json.dumps(self.address(path))
        text = _DECLARED.sub(r"\1\2", _IMPORT.sub("", text))
        text = _HERE.sub(lambda _: here, text)
        if left := _LEFT.search(text):
            raise BundleError(f"{path}: {text[left.start() :][:60].strip()!r} cannot be joined")
        return text


def _taken(names: str, other: str) -> str:
    if names.startswith("*"):
        return f"const {names.rsplit(maxsplit=1)[-1]}={other};"
    return f"const{{{','.join(f'{first}:{last}' for first, last in _pairs(names))}}}={other};"


def _passed_on(names: str, other: str) -> list[str]:
    if names.startswith("*"):
        alias = names.partition("as")[2].strip()
        return [f"{alias}:{other}" if alias else f"...{other}"]
    return [f"{last}:{other}.{first}" for first, last in _pairs(names)]


def _pairs(names: str) -> list[tuple[str, str]]:
    """`{a, b as c}` as what each is called there and here."""
    words = [part.split() for part in names.strip("{} \n").split(",") if part.strip()]
    return [(each[0], each[-1]) for each in words]
