from handbook.pages.expand import ExpandContext, expand
from handbook.pages.page import Page
from handbook.strings import Strings

WORDS = Strings(
    {
        "frame-story": "A story",
        "frame-do": "Do this",
        "frame-drill": "The four steps",
        "example": "EXAMPLE",
        "country-vn": "In Vietnam",
    }
)


def expanded(body: str) -> str:
    values = {"fact": lambda word: f"<b>{word}</b>", "quiz": lambda word: f"<form>{word}</form>"}
    context = ExpandContext(WORDS, values)
    return expand(Page("en", "about", "some.md", body=body), context)


def test_plain_text_stays_as_it_is() -> None:
    assert expanded("One\n\n## Two {#two}\n") == "One\n\n## Two {#two}\n"


def test_a_frame_becomes_a_section_with_its_name_and_a_heading() -> None:
    assert expanded("/// story | Hoa’s door {#hoa}\nOnce.\n///") == (
        '\n<section class="frame frame-story" markdown="1">\n'
        '<p class="frame-sign">A story</p>\n\n'
        "## Hoa’s door {#hoa}\n\nOnce.\n\n</section>\n"
    )


def test_a_title_that_repeats_the_label_is_not_said_twice() -> None:
    html = expanded("/// do | Do this {#do}\n///")
    assert '<p class="frame-sign"></p>' in html


def test_a_message_says_that_it_is_an_example() -> None:
    html = expanded("/// message | Bank <1>\nRead me the code.\n///")
    assert '<p class="example-band">EXAMPLE</p>\n<p class="sender">Bank &lt;1&gt;</p>' in html
    assert '<div class="bubble" markdown="1">\n\n\nRead me the code.\n\n</div>' in html


def test_what_holds_in_one_country_says_in_which() -> None:
    html = expanded("/// local | vn\nHere.\n///")
    assert '<p class="local-label">In Vietnam</p>' in html


def test_a_folded_country_opens_without_a_script() -> None:
    html = expanded("/// local | vn folded\nHere.\n///")
    assert html == (
        '\n<details class="local" markdown="1">\n'
        '<summary class="local-label">In Vietnam</summary>\n\nHere.\n\n</details>\n'
    )


def test_neighbouring_cards_stand_in_one_row() -> None:
    html = expanded("/// card | A\n///\n\n/// card | B\n///\nText")
    assert html.count('<div class="kit" markdown="1">') == 1
    assert html.count('<p class="kit-title">') == 2
    assert html.rstrip().endswith("</div>\n\nText")


def test_text_between_cards_makes_two_rows() -> None:
    html = expanded("/// card | A\n///\nText\n/// card | B\n///")
    assert html.count('<div class="kit" markdown="1">') == 2
    assert html.count("<div") == html.count("</div>")


def test_directives_are_written_out_inside_blocks_too() -> None:
    html = expanded("{{ quiz locks }}\n\n/// story | A {#a}\nCall {{ fact hotline }}.\n///")
    assert "<form>locks</form>" in html
    assert "Call <b>hotline</b>." in html
    assert "{{" not in html
