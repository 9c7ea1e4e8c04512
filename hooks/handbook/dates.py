"""Dates as each language writes them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}

FORM = "%Y-%m-%d"


def today_of(environment: Mapping[str, str]) -> str:
    """The day as YYYY-MM-DD: HANDBOOK_TODAY where it is set, so that a build can be repeated."""
    given = environment.get("HANDBOOK_TODAY", "")
    try:
        return (dt.date.fromisoformat(given) if given else dt.datetime.now().astimezone()).strftime(FORM)
    except ValueError:
        raise ValueError(f"HANDBOOK_TODAY is {given!r}: write a day as 2026-11-22") from None


def days_until(date: str, today: str) -> int:
    """Days from `today` (YYYY-MM-DD) to `date`, negative when it is past.

    A date without day or month means its last day.
    """
    year, month, day = (int(part) for part in (*date.split("-"), "0", "0")[:3])
    last = day or calendar.monthrange(year, month or 12)[1]
    return (dt.date(year, month or 12, last) - dt.date.fromisoformat(today)).days


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
