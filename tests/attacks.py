"""What somebody could send to turn a page against its readers, and what the editors are told of it."""

from __future__ import annotations

from dataclasses import dataclass

from small_book import SmallBook, page

PAGE = "docs/en/locks/door.md"
_HEAD = page("The door", "## The door {#two-locks}\n\nText with {{ fact hotline }}.\n")
FENCE = "````\n```\n````"
"""A passage of code that ends; the rules on Markdown take what follows for code too."""
TAG = "is not among the elements that a page may hold — take it out, and say it in Markdown"
ATTRIBUTE = "'{}' is not among the attributes that <{}> may have — take it out"
ADDRESS = (
    "'{}' is no address that a page may hold — begin with https:, tel:, sms: or mailto:, or write "
    "the way to a file under docs/"
)
SIGN = "browsers may take '{}' for a tag — write &lt; for the sign <, or take it out"
VALUE = "'{}' is not among the values that '{}' may have — take it out"


@dataclass(frozen=True)
class Attack:
    """`text`: Markdown. `told`: line of the text (from 0), column and what is said of it."""

    name: str
    text: str
    told: tuple[tuple[int, int, str], ...]


def _one(name: str, text: str, said: str, column: int = 1, line: int = 0) -> Attack:
    return Attack(name, text, ((line, column, said),))


def _ticks(name: str, tag: str, said: str, column: int = 3) -> Attack:
    """Between two signs that look like those of code, and are none."""
    return _one(name, f"\\`{tag}\\`", said, column)


SMUGGLED = (
    _ticks("a script", "<script>alert(1)</script>", f"'<script>' {TAG}"),
    _ticks("a script in capitals", "<SCRIPT SRC=//x.example></SCRIPT>", f"'<script>' {TAG}"),
    _one(
        "a handler on a line of its own",
        "<span\nonclick=alert(1)>x</span>",
        ATTRIBUTE.format("onclick", "span"),
    ),
    _one(
        "a style on a line of its own", "<span\nstyle=top:0>x</span>", ATTRIBUTE.format("style", "span")
    ),
    _ticks(
        "a picture with a handler",
        '<img src="x" alt="x" onerror="alert(1)">',
        ATTRIBUTE.format("onerror", "img"),
    ),
    _ticks("a drawing with a handler", '<svg onload="alert(1)"></svg>', f"'<svg>' {TAG}"),
    Attack(
        "a drawing from elsewhere",
        '\\`<svg><use href="https://x.example/a.svg#a"/></svg>\\`',
        ((0, 3, f"'<svg>' {TAG}"), (0, 8, f"'<use>' {TAG}")),
    ),
    Attack(
        "a formula that is a link",
        '\\`<math><maction xlink:href="javascript:1">x</maction></math>\\`',
        ((0, 3, f"'<math>' {TAG}"), (0, 9, f"'<maction>' {TAG}")),
    ),
    _ticks("a frame", '<iframe src="https://x.example/"></iframe>', f"'<iframe>' {TAG}"),
    _ticks("a frame with its page inside", '<iframe srcdoc="a"></iframe>', f"'<iframe>' {TAG}"),
    _ticks("an object", '<object data="x"></object>', f"'<object>' {TAG}"),
    _ticks("something embedded", '<embed src="x">', f"'<embed>' {TAG}"),
    _ticks(
        "an address that runs",
        '<a href="javascript:alert(1)">x</a>',
        ADDRESS.format("javascript:alert(1)"),
    ),
    _ticks(
        "the same behind an entity",
        '<a href="&#106;avascript:alert(2)">x</a>',
        ADDRESS.format("javascript:alert(2)"),
    ),
    _ticks(
        "the same behind names of entities",
        '<a href="java&Tab;script&colon;alert(3)">x</a>',
        ADDRESS.format("java script:alert(3)"),
    ),
    _one(
        "the same with a break in it",
        '\\`<a href="java\nscript:alert(4)">x</a>\\`',
        ADDRESS.format("java script:alert(4)"),
        3,
    ),
    _ticks(
        "the same in capitals behind a space",
        '<a href=" JAVASCRIPT:alert(5)">x</a>',
        ADDRESS.format("JAVASCRIPT:alert(5)"),
    ),
    _ticks(
        "a page as an address",
        '<a href="data:text/html,<b>x</b>">x</a>',
        ADDRESS.format("data:text/html,<b>x</b>"),
    ),
    _ticks("an old way to run", '<a href="vbscript:x">x</a>', ADDRESS.format("vbscript:x")),
    _one("an address that is no page", "<ftp://x.example/>", ADDRESS.format("ftp://x.example/"), 2),
    _ticks(
        "an address without a scheme", '<a href="//x.example/">x</a>', ADDRESS.format("//x.example/")
    ),
    _ticks(
        "the same with other strokes", '<a href="/\\x.example/">x</a>', ADDRESS.format("/\\x.example/")
    ),
    _ticks(
        "a picture that counts readers",
        '<img src="https://x.example/p.gif" alt="x">',
        ADDRESS.format("https://x.example/p.gif"),
    ),
    _ticks(
        "a link that tells others",
        '<a href="https://x.example/" ping="https://y.example/">x</a>',
        ATTRIBUTE.format("ping", "a"),
    ),
    _ticks(
        "a form that sends",
        '<form action="https://x.example/"></form>',
        ATTRIBUTE.format("action", "form"),
    ),
    _ticks("a field for a password", '<input type="password">', VALUE.format("password", "type")),
    _ticks(
        "a button that sends", '<button formaction="https://x.example/"></button>', f"'<button>' {TAG}"
    ),
    _ticks(
        "a quiz with another's questions",
        '<form data-quiz="https://x.example/q.js"></form>',
        ADDRESS.format("https://x.example/q.js"),
    ),
    _ticks("a style for the whole page", "<style>*{}</style>", f"'<style>' {TAG}"),
    _ticks("a style sheet", '<link rel="stylesheet" href="https://x.example/x.css">', f"'<link>' {TAG}"),
    _ticks("another base", '<base href="https://x.example/">', f"'<base>' {TAG}"),
    _ticks("a way to elsewhere", '<meta http-equiv="refresh" content="0;url=x">', f"'<meta>' {TAG}"),
    _ticks(
        "an element with Markdown inside",
        '<div markdown="1">*x*</div>',
        ATTRIBUTE.format("markdown", "div"),
    ),
    _ticks("one attribute twice", '<b title="a" title="b">x</b>', ATTRIBUTE.format("title", "b")),
    _one("a comment that ends at once", "<!--><b>x</b>-->", SIGN.format("<!-->")),
    _ticks("a tag that browsers mend", "<b/onclick=alert(1)>x</b>", SIGN.format("<b/onclick=alert(1)>")),
    _one(
        "attributes behind a paragraph",
        "Words\n{: onmouseover=alert(1) }",
        ATTRIBUTE.format("onmouseover", "p"),
        4,
        1,
    ),
)
"""What the rules on Markdown do not see, and the list of what a page may hold does."""


_HERE = (
    "the HTML tag '{}' is not used here — write it in Markdown; allowed are: abbr, br, details, kbd, span, "
    "sub, summary, sup"
)
_USED = "'{}' is not used here — remove it; allowed are: lang, title"
_BEGIN = "'{}' is not an address — begin with https:, tel:, sms: or mailto:"
_UNCHECKED = (
    "links and pictures in HTML are not checked — write [words](address) or ![description](address)"
)
_NO_PAGE = "there is no page at '{}' — write the way from this page to its .md file"
_ELSEWHERE = (
    "a picture from elsewhere is not shown — put the file under docs/assets/ and write the way to it"
)


def _tags(*tags: str) -> tuple[Attack, ...]:
    """Elements of which the check tells the name."""
    return tuple(_one(f"openly: {tag}", tag, _HERE.format(tag.strip("<>").split()[0])) for tag in tags)


def _addresses(*addresses: str) -> tuple[Attack, ...]:
    """Links that the check tells with their address."""
    return tuple(_one(f"openly: {one}", f"[a]({one})", _BEGIN.format(one), 5) for one in addresses)


OPEN = (
    *_tags("<script>", "<svg onload=alert(1)>", "<iframe src=https://x.example/>", "<object data=x>"),
    *_tags("<form action=https://x.example/>", "<style>", "<base href=https://x.example/>", "<math>"),
    *_tags("<meta http-equiv=refresh content=0>", "<div markdown=1 onclick=alert(1)>", "<link href=x>"),
    *_addresses("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"),
    *_addresses("file:///etc/passwd", "blob:https://x.example/a"),
    _one("openly: an entity", "[a](&#106;avascript:b)", _NO_PAGE.format("&#106;avascript:b"), 5),
    _one("openly: a name", "[a][b]\n\n[b]: javascript:c", _BEGIN.format("javascript:c"), 6, 2),
    _one("openly: no scheme", "[a](//x.example/)", "'//x.example/' is taken for a page of this book "
         "— write https://x.example/", 5),
    _one("openly: a picture that counts", "![a](https://x.example/p.gif)", _ELSEWHERE, 6),
    _one("openly: a picture in an address", "![a](data:image/png;base64,AA)", _ELSEWHERE, 6),
    _one("openly: a picture with a handler", "<img src=x onerror=alert(1)>", _UNCHECKED, 10),
    _one("openly: a link that tells others", "<a href=https://x.example/ ping=y>x</a>", _UNCHECKED, 9),
    _one("openly: a handler", "<span onclick=alert(1)>x</span>", _USED.format("onclick"), 7),
    _one("openly: attributes behind", "*a*{: onclick=alert(1) }", _USED.format("onclick"), 7),
    _one("openly: a style behind", "*a*{: style=top:0 }", _USED.format("style"), 7),
)  # fmt: skip
"""What the rules on Markdown see, so that it is told without a build."""


def seed(book: SmallBook, attacks: tuple[Attack, ...], before: str = "") -> dict[str, list[str]]:
    """Write the attacks into a page behind `before`; returns by the name of each what is to be told."""
    told: dict[str, list[str]] = {}
    text = f"{_HEAD}\n{before}\n"
    for attack in attacks:
        first = text.count("\n") + 2
        text += f"\n{attack.text}\n"
        told[attack.name] = [f"{PAGE}:{first + n}:{column}: {said}" for n, column, said in attack.told]
    book.write(PAGE, text)
    return told
