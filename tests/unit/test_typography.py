import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.typography import polish

THIN, WIDE = "\u202f", "\u00a0"
SIGNS = [" ", "  ", ";", "!", "?", ":", "«", "»", "1", "000", "mot", "\n", THIN, WIDE, "…", "<", ">"]
TAGS = ["<b>", "</b>", "<a title='a ; b'>", "<code>", "</code>", "<!--", "-->", "<script>", "</script>"]
PIECES = st.sampled_from([*SIGNS, *TAGS, "&nbsp;"])


@pytest.mark.parametrize("sign", [";", "!", "?"])
def test_a_thin_space_stands_before_a_high_sign(sign: str) -> None:
    assert polish(f"Vraiment {sign}", "fr") == f"Vraiment{THIN}{sign}"


def test_a_wide_space_stands_before_a_colon() -> None:
    assert polish("Attention : danger", "fr") == f"Attention{WIDE}: danger"


def test_a_wide_space_stands_inside_quotation_marks() -> None:
    assert polish("« Non »", "fr") == f"«{WIDE}Non{WIDE}»"


def test_a_thin_space_divides_thousands() -> None:
    assert polish("1 000 000 euros et 12 ans", "fr") == f"1{THIN}000{THIN}000 euros et 12 ans"


def test_a_sign_without_a_space_before_it_stays() -> None:
    assert polish("Quoi? https://a.example 12:30", "fr") == "Quoi? https://a.example 12:30"


def test_a_space_before_a_sign_that_begins_a_word_stays() -> None:
    assert polish("a ?b", "fr") == "a ?b"


def test_words_that_scripts_show_have_them_too() -> None:
    html = '<p data-near="Vouliez-vous dire :" title="Quoi ?" data-at="a?b:c"><i lang="en" data-x="a :">'
    assert polish(html, "fr") == html.replace("dire :", f"dire{WIDE}:")
    assert polish('<p lang="fr" data-x="Quoi ?">', "vi") == f'<p lang="fr" data-x="Quoi{THIN}?">'


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_other_languages_stay_as_they_are(locale: str) -> None:
    assert polish("« Non » ! 1 000 : a", locale) == "« Non » ! 1 000 : a"


@pytest.mark.parametrize(
    "html",
    [
        '<a title="Quoi ?" href="a : b">',
        "<script>a ? b : c ;</script>",
        "<style>a : b ; c !</style>",
        "<pre>1 000 ;\n« a »</pre>",
        "<code>a ? b</code>",
        "<!-- a ; b <p> c ! -->",
    ],
)
def test_tags_scripts_styles_code_and_remarks_stay_as_they_are(html: str) -> None:
    assert polish(html, "fr") == html


def test_text_between_tags_is_polished() -> None:
    html = "<p>Oui !</p><code>a !</code><p>Quoi <b>« ça »</b> ?</p>"
    assert polish(html, "fr") == (
        f"<p>Oui{THIN}!</p><code>a !</code><p>Quoi <b>«{WIDE}ça{WIDE}»</b>{THIN}?</p>"
    )


@pytest.mark.parametrize("tag", ["a", "strong", "em", "span"])
def test_a_sign_behind_a_tag_keeps_its_space_too(tag: str) -> None:
    html = f"<p><{tag}>L’adresse</{tag}> : ici. <{tag}>Vu</{tag}> ? <{tag}>Oui</{tag}> !</p>"
    assert polish(html, "fr") == (
        f"<p><{tag}>L’adresse</{tag}>{WIDE}: ici. <{tag}>Vu</{tag}>{THIN}? <{tag}>Oui</{tag}>{THIN}!</p>"
    )


@settings(max_examples=500)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_polishing_twice_changes_nothing_more(text: str) -> None:
    once = polish(text, "fr")
    assert polish(once, "fr") == once


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_polishing_changes_nothing_but_spaces(text: str) -> None:
    spaces = str.maketrans({THIN: " ", WIDE: " "})
    assert polish(text, "fr").translate(spaces) == text.translate(spaces)


def test_text_in_another_language_keeps_its_own_spaces() -> None:
    html = '<p>Oui !</p><article lang="vi"><p>Gọi 1 000 !<br></p><p>Ừ !</p></article><p>Non !</p>'
    assert polish(html, "fr") == (
        f'<p>Oui{THIN}!</p><article lang="vi"><p>Gọi 1 000 !<br></p><p>Ừ !</p></article><p>Non{THIN}!</p>'
    )


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_french_inside_another_language_gets_its_spaces(locale: str) -> None:
    html = '<p>A !</p><form lang="fr"><img src="a"><b>Quoi ?</b><svg><path/></svg> Oui !</form> B !'
    assert polish(html, locale) == (
        f'<p>A !</p><form lang="fr"><img src="a"><b>Quoi{THIN}?</b><svg><path/></svg> Oui{THIN}!</form> B !'
    )


def test_an_element_that_nobody_closed_does_not_lend_its_language_to_what_follows() -> None:
    assert polish('<div><p lang="vi">Ừ !</div> Oui !', "fr") == f'<div><p lang="vi">Ừ !</div> Oui{THIN}!'
