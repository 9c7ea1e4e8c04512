"""A lesson read aloud: only where the phone has a voice, block by block, a sentence at a time."""

from __future__ import annotations

import gzip
import json

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Learn
from browser.course import BOOK, SOURCE, languages, mostly_source
from browser.learner import Finger, Keyboard, Learner
from browser.test_accessibility import SCHEMES, violations
from small_book import Built

LESSON = "safe-accounts/second-lock"
VOICES = [
    {"lang": "vi-VN", "name": "far", "localService": False},
    {"lang": "vi_VN", "name": "near", "localService": True},
    {"lang": "fr-FR", "name": "near", "localService": True},
    {"lang": "en-GB", "name": "near", "localService": True},
]
SPEECH = """{
    const speech = { heard: [], asked: 0, voices: %s, current: null };
    const end = (type) => {
        const { current } = speech;
        speech.current = null;
        current?.[`on${type}`]?.({ type });
    };
    Object.assign(speech, {
        getVoices: () => speech.voices,
        speak(one) {
            speech.heard.push({ text: one.text, lang: one.lang, voice: one.voice.name });
            speech.current = one;
        },
        cancel: () => end("error"),
        finish: () => end("end"),
    });
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
"""A telephone that speaks: Chromium without a screen has no voice. `finish` ends what is being said."""

NO_SPEECH = 'Object.defineProperty(window, "speechSynthesis", { value: undefined });'


def speaking(voices: list[dict[str, object]] = VOICES) -> str:
    return SPEECH % json.dumps(voices)


class Listener:
    """A learner who listens."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.page = learner.page
        self.button = self.page.locator(".listen").first

    def named(self, name: str) -> Locator:
        return self.learner.button(name)

    def press(self, name: str) -> None:
        self.learner.hand.press(self.named(name))

    def hears(self) -> list[dict[str, str]]:
        """All that was said until now."""
        heard: list[dict[str, str]] = self.page.evaluate("speechSynthesis.heard")
        return heard

    def begins(self) -> None:
        self.press("listen")
        expect(self.named("listen-pause")).to_be_visible()

    def finishes(self) -> None:
        """The voice comes to the end of its sentence."""
        self.page.evaluate("speechSynthesis.finish()")

    def hears_all(self) -> list[str]:
        """Listens from the beginning to the end."""
        self.begins()
        self.page.evaluate("() => { while (speechSynthesis.current) speechSynthesis.finish(); }")
        return [one["text"] for one in self.hears()]


def listener(
    learn: Learn,
    locale: str,
    key: str = LESSON,
    *,
    hand: type[Finger | Keyboard] = Finger,
    before: str = speaking(),
) -> Listener:
    learner = learn(locale, hand, before=before)
    learner.open(key)
    return Listener(learner)


def reads(learn: Learn, locale: str, html: str) -> list[str]:
    """What is heard of a text that a test writes."""
    one = listener(learn, locale)
    one.page.evaluate(
        """(html) => {
            const button = document.querySelector(".listen");
            const text = document.createRange().createContextualFragment(html);
            button.parentElement.replaceChildren(button, text);
        }""",
        html,
    )
    return one.hears_all()


@languages
def test_a_lesson_is_read_from_its_title_on_in_its_own_language(learn: Learn, locale: str) -> None:
    one = listener(learn, locale)
    heard = one.hears_all()
    page = BOOK.page(locale, LESSON)
    assert heard[0] == page.title
    text = " ".join(heard)
    places = [text.index(heading) for heading in page.headings.values()]
    assert places == sorted(places)
    spoken = {(line["lang"].replace("_", "-"), line["voice"]) for line in one.hears()}
    assert len(spoken) == 1
    [(language, voice)] = spoken
    assert (language[:2], voice) == (locale, "near")


def test_steps_are_read_with_their_number_pictures_with_their_words(learn: Learn) -> None:
    heard = listener(learn, "en").hears_all()
    assert any(line.startswith("A door with two different locks.") for line in heard)
    assert "1. Stop." in heard
    assert "Copy the backup codes onto paper and keep it at home." in " ".join(heard)


@languages
def test_a_made_up_message_is_said_to_be_made_up_before_it_is_read(learn: Learn, locale: str) -> None:
    one = listener(learn, locale)
    heard = one.hears_all()
    bubble = " ".join(one.page.locator(".bubble").first.inner_text().split())
    message = next(place for place, line in enumerate(heard) if bubble.startswith(line))
    assert heard.index(one.learner.words["example"]) in {message - 2, message - 3}


@mostly_source
def test_numbers_to_call_are_read_digit_by_digit_and_folded_countries_are_not(
    learn: Learn, locale: str
) -> None:
    one = listener(learn, locale, "help")
    text = " ".join(one.hears_all())
    assert "1 5 6" in text
    assert "156" not in text
    assert "3 3 7 0 0" not in text
    assert "33700" not in text


def test_an_open_country_is_read_too(learn: Learn) -> None:
    one = listener(learn, "fr", "help")
    one.page.locator("details.local").first.evaluate("one => { one.open = true; }")
    assert "3 3 7 0 0" in " ".join(one.hears_all())


@pytest.mark.parametrize(
    ("locale", "text", "sentences"),
    [
        ("en", "Ask Mr Bình. Then Mr. An calls 113. Stop!", ["Ask Mr Bình.", "Then Mr. An calls 113.", "Stop!"]),
        ("en", "“Is it you?” he asks. “No.” Good.", ["“Is it you?” he asks.", "“No.”", "Good."]),
        ("en", "Pay 1.5 million… no. See www.example.com now.", ["Pay 1.5 million… no.", "See www.example.com now."]),
        ("fr", "« Qui est-ce ? » demande M. Bình. « Non ! » Il raccroche.", ["« Qui est-ce ? » demande M. Bình.", "« Non ! »", "Il raccroche."]),
        ("vi", "Đừng đọc mã. Ở TP. Huế, gọi 156. Ông Bình cúp máy.", ["Đừng đọc mã.", "Ở TP. Huế, gọi 156.", "Ông Bình cúp máy."]),
    ],
)  # fmt: skip
def test_a_sentence_is_said_whole(learn: Learn, locale: str, text: str, sentences: list[str]) -> None:
    assert reads(learn, locale, f"<p>{text}</p>") == sentences


def test_what_is_hidden_is_not_read_and_a_list_within_a_step_has_no_number(learn: Learn) -> None:
    heard = reads(
        learn,
        "en",
        """<p hidden>No.</p><p>Go <strong>on</strong><button>Tap</button>!</p>
        <ol><li>One<ul><li>Small</li></ul></li><li><p>Two</p><p>More</p></li></ol>
        <details><summary>Shut</summary>No.</details><img alt="" src="x.svg"><div>Loose</div>""",
    )
    assert heard == ["Go on!", "1. One", "Small", "2. Two", "More", "Loose"]


def test_words_of_another_language_get_its_voice_if_there_is_one(learn: Learn) -> None:
    html = '<p>Say <em lang="fr">bonjour</em> and <em lang="de">danke</em>.</p>'
    one = listener(learn, "en")
    one.page.evaluate(
        "html => document.querySelector('.listen').nextElementSibling.replaceWith("
        "document.createRange().createContextualFragment(html))",
        html,
    )
    one.hears_all()
    said = [(line["lang"], line["text"]) for line in one.hears()]
    assert said[1:4] == [("en-GB", "Say"), ("fr-FR", "bonjour"), ("en-GB", "and danke.")]


@languages
@pytest.mark.parametrize("hand", [Finger, Keyboard])
def test_reading_pauses_goes_on_at_the_same_sentence_and_stops(
    learn: Learn, locale: str, hand: type[Finger | Keyboard]
) -> None:
    one = listener(learn, locale, hand=hand)
    one.begins()
    one.finishes()
    one.press("listen-pause")
    assert one.page.evaluate("speechSynthesis.current") is None
    one.press("listen-on")
    heard = [line["text"] for line in one.hears()]
    assert len(heard) == 3
    assert heard[1] == heard[2]
    one.press("listen-stop")
    assert one.page.evaluate("speechSynthesis.current") is None
    expect(one.named("listen-stop")).to_have_count(0)
    expect(one.page.locator(".listening")).to_have_count(0)
    expect(one.named("listen")).to_be_focused()
    one.begins()
    assert one.hears()[-1]["text"] == heard[0]


def test_what_is_read_is_marked_and_the_end_is_the_beginning_again(learn: Learn) -> None:
    one = listener(learn, SOURCE)
    one.begins()
    marked = one.page.locator(".listening")
    expect(marked).to_have_text(BOOK.page(SOURCE, LESSON).title)
    assert marked.evaluate("one => getComputedStyle(one).outlineStyle") == "dotted"
    one.finishes()
    expect(marked).to_have_count(1)
    one.page.evaluate("() => { while (speechSynthesis.current) speechSynthesis.finish(); }")
    expect(marked).to_have_count(0)
    expect(one.named("listen")).to_be_visible()
    expect(one.named("listen-stop")).to_have_count(0)


def test_the_page_follows_what_is_read_until_the_reader_looks_elsewhere(learn: Learn) -> None:
    one = listener(learn, SOURCE)
    one.begins()
    for _ in range(12):
        one.finishes()
        expect(one.page.locator(".listening")).to_be_in_viewport()
    assert one.page.evaluate("scrollY") > 0
    expect(one.named("listen-pause")).to_be_in_viewport()
    one.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    there = one.page.evaluate("scrollY")
    one.finishes()
    one.finishes()
    assert one.page.evaluate("scrollY") == there


@pytest.mark.parametrize("event", ["pagehide", "Escape"])
def test_leaving_the_page_or_escape_ends_it(learn: Learn, event: str) -> None:
    one = listener(learn, SOURCE)
    one.begins()
    if event == "Escape":
        one.page.keyboard.press("Escape")
    else:
        one.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert one.page.evaluate("speechSynthesis.current") is None
    expect(one.named("listen")).to_be_visible()


def test_a_voice_that_fails_ends_it(learn: Learn) -> None:
    one = listener(learn, SOURCE)
    one.begins()
    one.page.evaluate("speechSynthesis.cancel()")  # an error that nobody here asked for
    expect(one.named("listen")).to_be_visible()
    assert len(one.hears()) == 1


@pytest.mark.parametrize("before", ["", NO_SPEECH, speaking([VOICES[2]])])
def test_without_a_voice_for_its_language_a_page_offers_nothing(learn: Learn, before: str) -> None:
    one = listener(learn, "vi", before=before)
    expect(one.page.locator("[data-shell=ready]")).to_have_count(1)
    expect(one.button).to_be_hidden()


def test_without_scripts_a_page_offers_nothing(learn: Learn) -> None:
    learner = learn("vi", javascript=False)
    learner.open(LESSON)
    expect(learner.page.locator(".listen")).to_be_hidden()


def test_voices_may_come_late(learn: Learn) -> None:
    one = listener(learn, "vi", before=speaking([]))
    expect(one.button).to_be_hidden()
    one.page.evaluate(
        "voices => { speechSynthesis.voices = voices; speechSynthesis.onvoiceschanged(); }", VOICES
    )
    expect(one.button).to_be_visible()


def test_the_player_is_loaded_by_the_first_tap(learn: Learn) -> None:
    learner = learn("vi", before=speaking())
    loaded: list[str] = []
    learner.page.on("request", lambda request: loaded.append(request.url))
    learner.open(LESSON)
    learner.page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if url.endswith("/listen.js")]
    Listener(learner).begins()
    assert len([url for url in loaded if url.endswith("/listen.js")]) == 1


@languages
@pytest.mark.parametrize("key", ["safe-accounts/index", LESSON, "safe-accounts/activity", "help"])
def test_every_page_to_read_can_be_heard(learn: Learn, locale: str, key: str) -> None:
    one = listener(learn, locale, key)
    expect(one.named("listen")).to_be_visible()
    box = one.button.bounding_box()
    assert box
    assert box["height"] >= 44


@pytest.mark.parametrize("key", ["index", "safe-accounts/quiz", "progress", "glossary"])
def test_other_pages_are_not_read(learn: Learn, key: str) -> None:
    expect(listener(learn, SOURCE, key).page.locator(".listen")).to_have_count(0)


@languages
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_while_a_page_is_read(learn: Learn, locale: str, scheme: str) -> None:
    learner = learn(locale, before=speaking(), width=320)
    learner.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    learner.open(LESSON)
    assert violations(learner.page) == []
    one = Listener(learner)
    one.begins()
    one.finishes()
    assert violations(learner.page) == []
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_of_it_is_printed(learn: Learn) -> None:
    one = listener(learn, SOURCE)
    one.begins()
    one.page.emulate_media(media="print")
    for button in one.page.locator(".listen").all():
        expect(button).to_be_hidden()


def test_the_player_weighs_at_most_1400_bytes(real_site: Built) -> None:
    [player] = real_site.site.glob("assets/*/js/listen.js")
    assert len(gzip.compress(player.read_bytes(), 9)) <= 1400
