"""Dates as each language writes them."""

from __future__ import annotations

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}


def spoken_date(date: str, locale: str) -> str:
    """`2026-11-22` as 22/11/2026 (vi), 22 novembre 2026 (fr), 22 November 2026 (en).

    `date` is YYYY, YYYY-MM, YYYY-MM-DD or empty. Languages without a list of months write numbers.
    """
    year, month, day = [*date.split("-"), "", ""][:3]
    names = _MONTHS.get(locale, "").split()
    if not names:
        return "/".join(part for part in (day, month, year) if part)
    name = names[int(month) - 1] if month else ""
    number = "1er" if locale == "fr" and day == "01" else day.lstrip("0")
    return " ".join(part for part in (number, name, year) if part)
