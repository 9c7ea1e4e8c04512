import pytest

from handbook.facts import Fact, Source, read_facts
from handbook.problem import Problems
from small_book import LANGUAGES, SMALL, SmallBook, files_of
from told import Case, cases_of, check, texts

TEXT = files_of(SMALL)["docs/data/facts.yml"]


def fact(old: str = "", new: str = "") -> Fact:
    problems = Problems()
    read = read_facts(TEXT.replace(old, new) if old else TEXT, LANGUAGES, problems)
    assert texts(problems) == []
    return read["hotline"]


@cases_of("facts")
def test_a_mistake_in_the_facts_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_one_value_serves_all_languages() -> None:
    assert fact().value == {"vi": "156", "fr": "156", "en": "156"}


def test_a_value_may_differ_by_language() -> None:
    read = fact('"156"', "\n      vi: số 156\n      fr: le 156\n      en: 156")
    assert read.value == {"vi": "số 156", "fr": "le 156", "en": "156"}


def test_a_phone_number_keeps_its_noughts() -> None:
    assert fact('"156"', "0800 000 111").value["vi"] == "0800 000 111"


def test_a_fact_with_a_link_is_a_link() -> None:
    assert fact().html("vi") == '<a class="fact" href="tel:156">156</a>'


def test_a_fact_without_a_link_is_its_value() -> None:
    assert fact("    link: tel:156\n", "").html("vi") == "156"


def test_the_signs_of_html_are_escaped_in_a_fact() -> None:
    read = fact('"156"', '"<b> & \\"c\\""')
    assert read.html("en") == '<a class="fact" href="tel:156">&lt;b&gt; &amp; "c"</a>'


def test_a_source_has_a_title_an_address_and_a_date() -> None:
    assert fact().sources == (Source("A newspaper", "https://news.example/", "2024-01"),)


def test_a_source_may_have_no_date() -> None:
    assert fact("        date: 2024-01\n", "").sources[0].date == ""
    assert fact("    seen: 2024-01", "    seen: undated").seen == ""


def test_a_contact_that_nobody_tested_says_so_by_an_empty_day() -> None:
    assert fact().tested == ""
    assert fact("tested:", "tested: 2026-11-01").tested == "2026-11-01"


@pytest.mark.parametrize(
    "address",
    ["https://a.example", "http://a.example", "tel:156", "sms:156", "mailto:a@b.example", "TEL:156"],
)
def test_an_address_begins_with_one_of_five_schemes(address: str) -> None:
    assert fact("link: tel:156", f"link: {address}").link == address


def test_an_address_with_an_open_bracket_is_no_crash() -> None:
    assert fact("link: tel:156", 'link: "https://[abc"').link == "https://[abc"


def test_a_fact_without_an_id_is_reported_and_left_out() -> None:
    problems = Problems()
    assert read_facts(TEXT.replace("id: hotline", "id: Hot line"), LANGUAGES, problems) == {}
    assert texts(problems) == [
        "docs/data/facts.yml:2:9: 'Hot line' cannot stand in an address — use only a-z, 0-9 and hyphens"
    ]
