"""A stylesheet cut to what one file uses: a rule stays when the classes that it names are there."""

from __future__ import annotations

import re

import tinycss2

_INSIDE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_ID = re.compile(r"#([A-Za-z_][\w-]*)")
_GIVEN = re.compile(r"""className:\s*["'`]([^"'`]*)|["']([a-z][\w-]*)["']|dataset\.(\w+)""")
"""What our scripts may add to elements: classes, and words that stand alone between quotation marks."""
_ATTRIBUTE = re.compile(r"\[([\w-]+)")
_CONDITIONAL = ("media", "supports")


def prune(css: str, html: str, script: str) -> str:
    """The rules of `css` that may match something in `html`, or in what `script` makes of it.

    What stands in `:is()` and `:not()` is not looked at: the cut keeps too much rather than too little.
    """
    known = {word for given in _GIVEN.findall(script) for words in given for word in words.split()}
    for value in re.findall(r'\b(?:class|id)="([^"]*)"', html):
        known.update(value.split())
    known.update(re.findall(r"\s([a-z][\w-]*)(?:=|\s|>)", html))
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_kept(rules, known))


def _kept(rules: list[tinycss2.ast.Node], known: set[str]) -> list[str]:
    found = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _split(tinycss2.serialize(rule.prelude))
            wanted = [each for each in selectors if _is_wanted(each, known)]
            if wanted:
                found.append(f"{','.join(wanted)}{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.at_keyword in _CONDITIONAL:
            nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            inside = _kept(nested, known)
            if inside:
                prelude = tinycss2.serialize(rule.prelude)
                found.append(f"@{rule.at_keyword}{prelude}{{{''.join(inside)}}}")
        elif rule.type == "at-rule":
            found.append(rule.serialize())
    return found


def _split(prelude: str) -> list[str]:
    """Selectors between commas, but not those inside brackets."""
    found, depth = [""], 0
    for sign in prelude.strip():
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def _is_wanted(selector: str, known: set[str]) -> bool:
    outside = _INSIDE.sub("", selector)
    named = [*_CLASS.findall(outside), *_ID.findall(outside), *_ATTRIBUTE.findall(outside)]
    return all(name in known or _of_data(name) in known for name in named)


def _of_data(name: str) -> str:
    """`data-to` is `dataset.to` in a script."""
    first, *others = name.removeprefix("data-").split("-")
    return first + "".join(other.title() for other in others) if name.startswith("data-") else name
