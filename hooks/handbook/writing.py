"""How languages are written where it matters to a page: from which side, and with spaces or without.

Lao, Khmer, Thai, Burmese, Chinese and Japanese put no space between words. The smallest piece that can
be told there without a dictionary is a letter with the marks that belong to it.
"""

from __future__ import annotations

import re

_FROM_THE_RIGHT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
# Thai, Lao, Burmese, Khmer; kana and Chinese characters. The blocks: https://www.unicode.org/charts/
_BLOCKS = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff"
_MARKS = (
    "\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u102b-\u103e"
    "\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f"
    "\u109a-\u109d\u17b4-\u17d3\u17dd\u3099\u309a"
)
CLUSTER = rf"(?=[^\W_])[{_BLOCKS}][{_MARKS}]*"
"""Pattern of a letter of such a language with its marks."""
LETTER = rf"[^\W_{_BLOCKS}]"
"""Pattern of a letter of any other language."""
MARK = f"[{_MARKS}]"
NO_MARK = f"(?!{MARK})"
"""Pattern: what ends here is not a letter without its marks."""
BREAK = "\u200b"
"""Says where a line may be broken in such a language; it has no width."""
_OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u2c80-\ua6ff\uac00-\ud7ff]")
_UNSPACED = re.compile(f"[{_BLOCKS}{_MARKS}]")


def direction_of(locale: str) -> str:
    """From which side a language is written: `ltr` or `rtl`."""
    return "rtl" if locale in _FROM_THE_RIGHT else "ltr"


def is_unspaced(sign: str) -> bool:
    """Whether a letter or mark belongs to a language that puts no space between words."""
    return bool(_UNSPACED.match(sign))


def is_latin(text: str) -> bool:
    """Whether no letter is of another script: elsewhere names are written in letters of its own."""
    return not _OTHER_SCRIPT.search(text)
