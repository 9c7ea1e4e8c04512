import pytest

from handbook.dates import spoken_date


@pytest.mark.parametrize(
    ("date", "locale", "spoken"),
    [
        ("2026-11-22", "vi", "22/11/2026"),
        ("2026-11-22", "fr", "22 novembre 2026"),
        ("2026-11-22", "en", "22 November 2026"),
        ("2026-05-01", "vi", "01/05/2026"),
        ("2026-05-01", "fr", "1er mai 2026"),
        ("2026-05-01", "en", "1 May 2026"),
        ("2026-05-02", "fr", "2 mai 2026"),
        ("2026-05-10", "en", "10 May 2026"),
        ("2026-05", "vi", "05/2026"),
        ("2026-05", "fr", "mai 2026"),
        ("2026-05", "en", "May 2026"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(date: str, locale: str, spoken: str) -> None:
    assert spoken_date(date, locale) == spoken


@pytest.mark.parametrize("locale", ["vi", "fr", "en"])
def test_a_year_alone_stays_a_year_and_nothing_stays_nothing(locale: str) -> None:
    assert spoken_date("2026", locale) == "2026"
    assert spoken_date("", locale) == ""


def test_a_language_without_names_of_months_writes_numbers() -> None:
    assert spoken_date("2026-11-22", "de") == "22/11/2026"


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_month_has_a_name_of_its_own(locale: str) -> None:
    assert len({spoken_date(f"2026-{month:02}", locale) for month in range(1, 13)}) == 12
