"""Names that no language changes: of the people in our stories, of services and of public bodies."""

from __future__ import annotations

import re

CAST = ("Hoa", "Bình", "Lan", "Quang", "Mai", "Amina", "Louis", "Grace", "Tom")
"""The people of the stories, the same in the three languages."""
NAMES = (*CAST, "VNeID", "Zalo", "NIST", "NCSC", "CNIL", "ENISA", "Microsoft", "WCAG", "Suối Mây")

# Vietnamese words that look like a name: Bình thường (usual), Hoa Kỳ (the United States), Mai sau
# (later).
_WORDS = (
    r"(?!\s+(?:thường|tĩnh|đẳng|yên|dân|luận|minh|chọn|quân|xăng|nước|chứa|sau|kia|mốt|một|mối"
    r"|tỏa|truyền|can|tiếp|Kỳ|quả|hồng|lợi|mắt|cảnh|học))"
)
_NAME = re.compile(
    rf"(?<!\w)(?<!Trung )({'|'.join(sorted(NAMES, key=len, reverse=True))})(?!\w){_WORDS}"
)


def names_of(text: str) -> dict[str, int]:
    """The known names in a text, each with the offset where it stands first."""
    found: dict[str, int] = {}
    if not any(name in text for name in NAMES):  # four times as quick as the search
        return found
    for match in _NAME.finditer(text):
        found.setdefault(match[0], match.start())
    return found
