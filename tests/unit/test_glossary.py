"""The glossary: what editors are told, how terms are found, sorted and linked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.glossary import Glossary, Term, Word, forbidden_uses, sort_key
from handbook.pages.page import Page, read_page
from handbook.pages.terms import first_uses, with_terms
from handbook.problem import Place, Problems
from small_book import SmallBook
from told import Case, cases_of, check


def term(name: str, *forms: str) -> Term:
    return Term(
        name, Place("docs/data/glossary.yml"), {"en": Word(forms[0], f"About {name}.", forms[1:])}
    )


GLOSSARY = Glossary(
    {
        "code": term("code", "one-time code", "code"),
        "key": term("key", "passkey", "passkeys"),
        "khoa": term("khoa", "mã OTP"),
    }
)


def page(body: str) -> Page:
    problems = Problems()
    text = f"---\ntitle: A passkey\ndescription: A code.\nupdated: 2026-11-22\n---\n{body}"
    return read_page(text, "en", "x/y", "docs/en/x/y.md", problems)


def linked(body: str) -> str:
    return with_terms(page(body), GLOSSARY, lambda name: f"../../glossary/#{name}").body


@cases_of("glossary")
def test_a_mistake_in_the_glossary_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_the_longest_form_wins_and_capitals_do_not_count() -> None:
    assert GLOSSARY.uses("One-time code or code, no PASSKEYS", "en") == [
        (0, 13, "code"),
        (17, 21, "code"),
        (26, 34, "key"),
    ]


def test_half_a_word_is_no_use() -> None:
    assert GLOSSARY.uses("decode, codes, passkeyed", "en") == []


def test_a_language_without_words_has_no_uses() -> None:
    assert GLOSSARY.uses("code", "fr") == []
    assert Glossary().uses("code", "en") == []


def test_the_first_use_in_each_section_becomes_a_link_with_its_note() -> None:
    assert linked("A passkey, a passkey.\n\n## Next {#next}\nA passkey.\n") == (
        'A <a class="term" href="../../glossary/#key" data-note="About key.">passkey</a>, a passkey.\n\n'
        "## Next {#next}\n"
        'A <a class="term" href="../../glossary/#key" data-note="About key.">passkey</a>.\n'
    )


@pytest.mark.parametrize(
    "body",
    [
        "## The passkey {#a}\n",
        "/// do | The passkey {#a}\n///\n",
        "[the passkey](x.md)\n",
        "![a passkey](x.svg)\n",
        "`passkey`\n",
        "/// message | Bank\nYour passkey.\n///\n",
        "/// card | 1\nYour passkey.\n///\n",
        "```\npasskey\n```\n",
        "{{ fact passkey }}\n",
    ],
)
def test_no_link_stands_where_a_link_would_harm(body: str) -> None:
    assert linked(body) == body


def test_a_use_is_known_by_its_place() -> None:
    [use] = first_uses(page("\nMy passkey.\n"), GLOSSARY)
    assert (use.term, use.section, use.line, use.start, use.end) == ("key", "", 7, 3, 10)


def test_the_signs_of_html_are_escaped_in_a_note() -> None:
    strange = replace(GLOSSARY.terms["key"], words={"en": Word("passkey", 'A "<b>" & more.')})
    text = with_terms(page("My passkey.\n"), Glossary({"key": strange}), lambda name: f"#{name}").body
    assert 'data-note="A &quot;&lt;b&gt;&quot; &amp; more."' in text


def test_vietnamese_words_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    words = ["đường dẫn", "dữ liệu", "mật khẩu", "mã độc", "ảo giác", "ăn cắp", "ai", "mã OTP", "ổ khóa"]
    assert sorted(words, key=sort_key) == [
        "ai",
        "ảo giác",
        "ăn cắp",
        "dữ liệu",
        "đường dẫn",
        "mã độc",
        "mã OTP",
        "mật khẩu",
        "ổ khóa",
    ]


def test_french_words_stand_in_alphabetical_order_whatever_their_accents() -> None:
    assert sorted(["étiquette", "écran", "eau", "zèle"], key=sort_key) == [
        "eau",
        "écran",
        "étiquette",
        "zèle",
    ]


def test_a_forbidden_word_is_found_whole() -> None:
    assert forbidden_uses("A Bolt, bolts", {"bolt": "lock"}) == [(2, "Bolt", "lock")]
