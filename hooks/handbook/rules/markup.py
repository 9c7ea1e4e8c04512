"""Pictures, tables, tags and links: what a reader hears of them. Addresses: rules/links.py."""

from __future__ import annotations

import re

from handbook.pages.prose import FILL, Line
from handbook.problem import Problems
from handbook.rules.reading import Reading

TAGS = ("abbr", "br", "details", "kbd", "span", "sub", "summary", "sup")
"""HTML that Markdown has no sign for; everything else has one, or would break paper and exports."""
ATTRIBUTES = ("lang", "title")
_LINKS = ("a", "img")

_CODE = re.compile(r"`+[^`]*`+|<!--.*?-->|\{\{[^{}]*\}\}")
_TAG = re.compile(r"<(?:/?(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:[\s/][^<>]*)?)(?:>|$|(?=<))|[!?]\w+)")
_ATTRIBUTE = re.compile(r"(?P<name>[#.]?[\w:@-]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
_LIST_OF_ATTRIBUTES = re.compile(r"\{:?\s*(?P<rest>[^{}]*=[^{}]*)\}")
_PICTURE = re.compile(r"!\[\s*\](?=\[|\(\s*[^\s)])")
_ADDRESS = re.compile(r"\b(?:href|src)\s*=")
_DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_SAYS_NOTHING = re.compile(
    r"\[\W*(?:ở đây|tại đây|vào đây|bấm vào đây|nhấn vào đây|xem thêm|đọc thêm|liên kết"
    r"|ici|par ici|cliquez ici|cliquer ici|ce lien|lien|en savoir plus|lire la suite"
    r"|here|click here|tap here|this link|link|this|more|read more|learn more)\W*\](?=[(\[▢])",
    re.IGNORECASE,
)


def check_markup(reading: Reading, problems: Problems) -> None:
    """Report pictures, header cells and links without words, and tags and attributes not allowed."""
    above: Line | None = None
    for line in reading.lines:
        raw = _CODE.sub(lambda found: FILL * len(found[0]), line.raw)
        if "<" in raw:
            _check_tags(line, raw, problems)
        if "{" in raw:
            for found in _LIST_OF_ATTRIBUTES.finditer(raw):
                _check_attributes(line, found, problems)
        if "[" in raw:
            _check_words(line, raw, problems)
        if "-" in raw and "|" in raw and above and _DASHES.match(raw):
            _check_header(line, above, problems)
        above = line


def _check_tags(line: Line, raw: str, problems: Problems) -> None:
    told = set()
    for found in _TAG.finditer(raw):
        name = (found["name"] or found[0][1:]).lower()
        place = line.at(found.start())
        if name in _LINKS and (found[0].startswith("</") or _ADDRESS.search(found["rest"])):
            continue  # told with the links (rules/links.py)
        if name not in TAGS:
            if name not in told:  # the closing tag of what was told
                problems.add(place, "tag-not-allowed", name=name, known=", ".join(TAGS))
            told.add(name)
        else:
            _check_attributes(line, found, problems)


def _check_attributes(line: Line, found: re.Match[str], problems: Problems) -> None:
    for attribute in _ATTRIBUTE.finditer(found["rest"]):
        name = attribute["name"].lower()
        if name not in ATTRIBUTES and not name.startswith((".", "#")):
            place = line.at(found.start("rest") + attribute.start())
            problems.add(place, "attribute-not-allowed", name=name, known=", ".join(ATTRIBUTES))


def _check_words(line: Line, raw: str, problems: Problems) -> None:
    for found in _PICTURE.finditer(raw):
        problems.add(line.at(found.start()), "picture-without-words")
    for found in _SAYS_NOTHING.finditer(line.text):
        words = found[0].strip("[]")
        problems.add(line.at(found.start()), "link-says-nothing", "warning", words=words)


def _check_header(line: Line, above: Line, problems: Problems) -> None:
    """The row above the dashes names the columns."""
    row = above.raw.strip()
    if line.place.line != above.place.line + 1 or "|" not in row:
        return
    start = above.raw.index(row)
    cells = _BAR.split(row)
    edges = {0} if row.startswith("|") else set()
    edges |= {len(cells) - 1} if row.endswith("|") else set()
    for number, cell in enumerate(cells):
        if not cell.strip() and number not in edges:
            problems.add(above.at(start), "header-cell-empty")
        start += len(cell) + 1
